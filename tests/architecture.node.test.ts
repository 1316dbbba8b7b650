// Who may import whom, as a test: imports point one way, the pure rooms stay pure, and no file
// outgrows a reader.

import { readdirSync, readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'

const PURE = ['schedule', 'intake', 'icalendar']
/** Knows how a page is fetched, but is given the way. */
const BARE = [...PURE, 'doctor']
const BELOW_ROUTES = [
  ...PURE,
  'tables',
  'language',
  'storage',
  'ledger',
  'live',
  'publication',
  'reports',
  'subscriptions',
  'web',
  'images',
  'config',
  'mint',
  'outbound',
  'doctor',
  'push',
  'ports',
  'problem',
]

/** A room is a folder of src/, or a file that stands in src/ itself. Itself it may always import. */
const MAY_IMPORT: Record<string, string[]> = {
  problem: [],
  images: ['problem'],
  config: [],
  mint: [],
  schedule: ['problem'],
  intake: ['schedule', 'problem'],
  icalendar: ['schedule', 'problem'],
  language: ['schedule', 'intake', 'problem'],
  tables: ['language', 'intake', 'schedule', 'problem'],
  storage: ['schedule', 'intake', 'problem'],
  ports: ['config', 'storage'],
  outbound: ['config', 'ports', 'problem'],
  ledger: ['subscriptions', 'storage', 'ports', 'problem'],
  doctor: ['language', 'intake', 'schedule', 'ports', 'problem'],
  publication: [...PURE, 'storage', 'ports', 'problem'],
  subscriptions: [...PURE, 'publication', 'storage', 'config', 'ports', 'problem'],
  web: ['language', 'publication', 'schedule', 'storage', 'config', 'ports', 'problem'],
  live: ['web', 'storage', 'ports', 'problem'],
  push: [...PURE, 'ledger', 'subscriptions', 'web', 'storage', 'config', 'ports', 'problem'],
  reports: [...PURE, 'ledger', 'web', 'storage', 'ports', 'problem'],
  // The rooms with routes: none knows of another.
  api: BELOW_ROUTES,
  feeds: BELOW_ROUTES,
  partners: BELOW_ROUTES,
  subscribers: [...BELOW_ROUTES, 'reminder-app'],
  // They run elsewhere: in other people's programs, and in a browser. Of the app, the server knows
  // the built module and the page around it.
  client: [],
  'reminder-app': ['client'],
  app: ['api', 'feeds', 'partners', 'subscribers', ...BELOW_ROUTES],
  timer: ['partners', ...BELOW_ROUTES],
  // The entries, which alone know where they run.
  worker: ['app', 'timer', ...BELOW_ROUTES],
  thread: ['config', 'ports', 'problem'],
  node: ['app', 'thread', ...BELOW_ROUTES],
  'inside-thread': ['app', 'config', 'node', 'thread', 'timer'],
  commands: ['node', 'app', 'timer', ...BELOW_ROUTES],
  cli: ['commands', 'node', ...BELOW_ROUTES],
}

/** Packages that know of HTTP, SQL or the machine. Zones are luxon's, in two files. */
const IMPURE = /^(node:|hono(\/|$)|@hono\/|better-sqlite3$|luxon$)/
const ZONES = ['schedule/zones.ts', 'schedule/bundled-zone.ts']

/** Of the table that has private events too; the view `event_versions` has none. */
const READ_PRIVATE_EVENTS = [
  ...['audiences', 'audit', 'event-history', 'event-writes', 'events'],
  ...['overlay-room', 'overview', 'push-claims', 'push-held', 'push-news'],
  ...['report-decisions', 'reports', 'revision-events', 'sight'],
  ...['subscription-changes', 'subscription-events'],
].map((name) => `storage/${name}.ts`)

const MAX_LINES = 250
/** Made from the API's description, and from the app's sources: not written. */
const MADE = ['client/src/api.ts', 'reminder-app/built.ts']

const SOURCE = fileURLToPath(new URL('../src/', import.meta.url))
const FILES = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' })
  .map((file) => file.replaceAll('\\', '/'))
  .filter((file) => /\.(tsx?|mjs)$/.test(file) && !/(^|\/)(node_modules|dist)\//.test(file))
const IMPORTS = FILES.filter((file) => /\.tsx?$/.test(file) && !MADE.includes(file)).flatMap(
  (file) => importsIn(text(file)).map((specifier) => ({ file, specifier })),
)

test('every room imports only what stands below it', () => {
  const forbidden = IMPORTS.filter(({ specifier }) => specifier.startsWith('.'))
    .map(({ file, specifier }) => ({
      file,
      target: posix.join(posix.dirname(file), specifier),
    }))
    .filter(({ file, target }) => {
      const [from, to] = [roomOf(file), roomOf(target)]
      return from !== to && !MAY_IMPORT[from]?.includes(to)
    })
    .map(({ file, target }) => `${file} imports ${target}`)
  expect(forbidden).toEqual([])
})

test('the table itself has no circle', () => {
  const below = (room: string, path: string[] = []): string[] => {
    if (path.includes(room)) throw new Error(`a circle: ${[...path, room].join(' → ')}`)
    return (MAY_IMPORT[room] ?? []).flatMap((other) => below(other, [...path, room]))
  }
  for (const room of Object.keys(MAY_IMPORT)) expect(() => below(room)).not.toThrow()
})

test('every room is in the table', () => {
  const rooms = new Set(FILES.filter((file) => /\.tsx?$/.test(file)).map(roomOf))
  expect([...rooms].filter((room) => !(room in MAY_IMPORT))).toEqual([])
})

test('the pure rooms know no HTTP, no SQL, no machine', () => {
  const impure = IMPORTS.filter(
    ({ file, specifier }) =>
      BARE.includes(roomOf(file)) &&
      IMPURE.test(specifier) &&
      !(ZONES.includes(file) && specifier === 'luxon'),
  ).map(({ file, specifier }) => `${file} imports ${specifier}`)
  expect(impure).toEqual([])
})

test('the pure rooms ask neither the clock nor chance', () => {
  const asking = FILES.filter((file) => BARE.includes(roomOf(file))).filter((file) =>
    /\b(Date\.now\(|new Date\(\)|Math\.random\(|randomUUID\(|getRandomValues\(|performance\.now\()/.test(
      text(file),
    ),
  )
  expect(asking).toEqual([])
})

test('private events are asked for by the partner’s rooms and by publication alone', () => {
  const rooms = ['partners', 'publication', 'storage']
  const asking = FILES.filter((file) => !rooms.includes(roomOf(file))).filter((file) =>
    /ALSO_PRIVATE|storage\/revision-events|all_event_versions/.test(text(file)),
  )
  expect(asking).toEqual([])
  const reading = FILES.filter((file) => /all_event_versions/.test(text(file)))
  expect(reading.sort()).toEqual(READ_PRIVATE_EVENTS)
})

test(`no source file is longer than ${MAX_LINES} lines`, () => {
  const long = FILES.filter((file) => !MADE.includes(file))
    .map((file) => ({ file, lines: text(file).trimEnd().split('\n').length }))
    .filter(({ lines }) => lines > MAX_LINES)
    .map(({ file, lines }) => `${file}: ${lines} lines`)
  expect(long).toEqual([])
})

test('every source file begins by saying its job', () => {
  const silent = FILES.filter((file) => !/^(#!.*\n)?\/\/ \S/.test(text(file)))
  expect(silent).toEqual([])
})

function text(file: string): string {
  return readFileSync(`${SOURCE}${file}`, 'utf8')
}

function importsIn(source: string): string[] {
  const statements =
    /^(?:import|export|\})[^'\n]* from '([^']+)'|^import '([^']+)'|\bimport\('([^']+)'\)/gm
  return [...source.matchAll(statements)].map((match) => match[1] ?? match[2] ?? match[3] ?? '')
}

/** `storage` of storage/events.ts, `app` of app.ts. */
function roomOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.indexOf('/')) : file.replace(/\.\w+$/, '')
}
