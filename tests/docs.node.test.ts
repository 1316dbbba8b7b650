// The documents say what the code says, and the README's first ten minutes print what it shows.

import { execFile, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { readConfig, SETTINGS } from '../src/config.ts'
import { FIELDS, meaningOf } from '../src/intake/column-meaning.ts'
import { readDate } from '../src/intake/dates.ts'
import { FINDING_CODES } from '../src/intake/finding.ts'
import * as limits from '../src/intake/limits.ts'
import { readStatus, readYesNo } from '../src/intake/statuses.ts'
import { readTime } from '../src/intake/times.ts'
import { FINDING_CATALOGUES } from '../src/language/findings.ts'
import { PROBLEM_CATALOGUES } from '../src/language/problems.ts'
import { createServer, openStation } from '../src/node.ts'
import { PROBLEM_CODES } from '../src/problem.ts'
import { STATUSES } from '../src/web/problems.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const read = (file: string) => readFileSync(join(ROOT, file), 'utf8')

const DOCUMENTS = [
  ...readdirSync(ROOT).filter((name) => name.endsWith('.md')),
  'feeds/README.md',
  'src/client/README.md',
  ...readdirSync(join(ROOT, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.md'))
    .map((name) => `docs/${name.replaceAll('\\', '/')}`),
]

/** The text below a heading, up to the next one of its rank or higher. */
function section(file: string, heading: string): string {
  const rank = /^#+/.exec(heading)?.[0].length ?? 0
  const [, below = ''] = `\n${read(file)}`.split(`\n${heading}\n`)
  const end = below.search(new RegExp(`^#{1,${rank}} `, 'm'))
  return end < 0 ? below : below.slice(0, end)
}

/** The cells of every table in a text, without header rows and the bars between. */
const rowsIn = (text: string): string[][] =>
  text
    .split('\n')
    .map((line, at, lines) => (/^\| -/.test(lines[at + 1] ?? '') ? '' : line))
    .filter((line) => line.startsWith('| ') && !line.startsWith('| -'))
    .map((line) => line.slice(2, -1).trim().split(' | '))

const codeIn = (cell = ''): string[] =>
  [...cell.matchAll(/`([^`]*)`/g)].map(([, code]) => code ?? '')

test('README’s table of settings is the settings, with their defaults', () => {
  const rows = rowsIn(section('README.md', '## Settings'))
  expect(rows.map(([name]) => codeIn(name)[0])).toEqual(SETTINGS)
  const shown = Object.fromEntries(rows.map(([name, value]) => [codeIn(name)[0], codeIn(value)[0]]))
  const { port, host, dataDir, feedsDir, backup } = readConfig({ KALENDS_BACKUP_DIR: 'x' })
  expect(shown).toMatchObject({
    ...{ PORT: String(port), HOST: host, DATA_DIR: dataDir, KALENDS_FEEDS: feedsDir },
    KALENDS_BACKUP_HOURS: String(backup?.everyHours),
    KALENDS_BACKUP_KEEP: String(backup?.keep),
  })
})

test('every finding has its entry, in order and in the words of both catalogues', () => {
  const entries = read('docs/findings.md').split('\n### ').slice(1)
  const wanted = FINDING_CODES.map((code) => {
    const { en, ko } = FINDING_CATALOGUES
    const words = [en[code], ko[code]].map(({ message, hint }) => `- ${message} → ${hint}`)
    return [`\`${code}\``, '', ...words].join('\n')
  })
  const severity = / · (error|warning|question|error or warning)$/m
  expect(entries.filter((entry) => !severity.test(entry.split('\n')[0] ?? ''))).toEqual([])
  expect(
    entries.map((entry) => entry.replace(severity, '').split('\n').slice(0, 4).join('\n')),
  ).toEqual(wanted)
})

test('every problem has its row: status and title in both languages', () => {
  const { en, ko } = PROBLEM_CATALOGUES
  expect(rowsIn(read('docs/problems.md')).map((cells) => cells.slice(0, 4))).toEqual(
    PROBLEM_CODES.map((code) => [
      `\`${code}\``,
      `${STATUSES[code]}`,
      en[code].title,
      ko[code].title,
    ]),
  )
})

test('every column is listed with exactly its names', () => {
  const source = read('src/intake/column-meaning.ts')
  const aliases = new Map(
    [...(source.split('} as const')[0] ?? '').matchAll(/^ {2}(\w+):\s*'([^']*)'/gm)].map(
      ([, field, names]) => [field, names],
    ),
  )
  const rows = rowsIn(section('docs/columns.md', '## The columns'))
  expect(Object.fromEntries(rows.map(([name, , names]) => [codeIn(name)[0], names]))).toEqual(
    Object.fromEntries(FIELDS.map((field) => [field, aliases.get(field)])),
  )
  for (const [name, , names] of rows)
    for (const alias of (names ?? '').split(', '))
      expect([alias, meaningOf(alias)]).toEqual([alias, { field: codeIn(name)[0] }])
})

test('the limits of a file are as listed', () => {
  const rows = rowsIn(section('docs/columns.md', '## The file'))
  const shown = Object.fromEntries(rows.map(([name, value]) => [codeIn(name)[0], Number(value)]))
  expect(shown).toEqual({ ...limits })
})

test.each(rowsIn(section('docs/columns.md', '## Dates')))(
  'the date %s is read as %s',
  (...cells) => {
    const [text = ''] = codeIn(cells[0])
    const found = readDate(text, { order: null, year: null, today: '2026-03-01' })
    expect('date' in found ? found.date : `\`${found.code}\``).toBe(cells[1])
  },
)

test.each(rowsIn(section('docs/columns.md', '## Times')))(
  'the time %s is read as %s',
  (...cells) => {
    const [text = ''] = codeIn(cells[0])
    const found = readTime(text)
    const told =
      'time' in found
        ? `${found.time.slice(0, 5)}${found.nextDay ? ' of the next day' : ''}`
        : 'tbd' in found
          ? 'to be decided'
          : `\`${found.code}\``
    expect(told).toBe(cells[1])
  },
)

test('the words of a status, and of yes and no, are those that are read', () => {
  const source = read('src/intake/statuses.ts').split('const byWord')[0] ?? ''
  const known = [...source.matchAll(/^ {2}\w+:\s*'([^']*)'/gm)].flatMap(([, words]) =>
    (words ?? '').split(', '),
  )
  const rows = rowsIn(section('docs/columns.md', '## Status'))
  expect(rows.flatMap(([, words]) => codeIn(words)).sort()).toEqual(known.sort())
  for (const [name = '', words] of rows)
    for (const word of codeIn(words)) {
      const { status, soldOut, removed } = readStatus(word) ?? {}
      const told = removed ? 'removed' : soldOut ? 'sold out' : status
      expect([word, told]).toEqual([word, name.split(',')[0]])
    }
  const yesAndNo = /\*\* Yes: ([\s\S]*?)\. No: ([\s\S]*?)\./.exec(
    section('docs/columns.md', '## The columns'),
  )
  expect(codeIn(yesAndNo?.[1]).map(readYesNo)).not.toContain(false)
  expect(codeIn(yesAndNo?.[1]).map(readYesNo)).not.toContain(null)
  expect(new Set(codeIn(yesAndNo?.[2]).map(readYesNo))).toEqual(new Set([false]))
})

interface Operation {
  parameters?: { name: string; in: string }[]
}

test('the contract lists every call with every option, and no others', async () => {
  const { ports, sqlite } = openStation({ ...readConfig({}), dataDir: ':memory:' })
  const { createApp } = await import('../src/app.ts')
  const answer = await createApp(ports).request('/v1/openapi.json')
  sqlite.close()
  const { paths } = (await answer.json()) as { paths: Record<string, Record<string, Operation>> }
  const calls = Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, { parameters = [] }]) => {
      const options = parameters.filter((each) => each.in === 'query').map(({ name }) => `${name}=`)
      const query = options.length > 0 ? [`?${options.join('&')}`] : []
      return [`${method.toUpperCase()} ${path}`, ...query].join(' ')
    }),
  )
  const listed = rowsIn(section('docs/contract.md', '## JSON')).map(([call]) =>
    codeIn(call).join(' '),
  )
  expect(listed.sort()).toEqual(calls.sort())
})

test('every command is in the README, and every command a document names exists', () => {
  const defining = readdirSync(new URL('../src/commands/', import.meta.url))
    .filter((file) => file.startsWith('define-'))
    .map((file) => `src/commands/${file}`)
  const source = ['src/cli.ts', 'src/commands/hand-cli.ts', ...defining].map(read).join('')
  // `const keys = program.command('keys')` is a group: what is defined on it is `keys …`.
  const groups = new Set(
    [...source.matchAll(/^ *const (\w+) = program\n? *\.command\('\1'\)/gm)].map(
      ([, name]) => name,
    ),
  )
  const commands = [
    ...source.matchAll(/^ *(?:const command = )?(\w+)\n? *\.command\('([\w-]+)/gm),
  ].map(([, on = '', name = '']) => (groups.has(on) ? `${on} ${name}` : name))
  const listed = rowsIn(section('README.md', '## Commands')).map(([cell]) =>
    (codeIn(cell)[0] ?? '').replace(/^kalends ((?:[a-z-]+ ?)+).*/, '$1').trim(),
  )
  expect(listed.sort()).toEqual(commands.sort())
  const first = new Set(commands.map((command) => command.split(' ')[0]))
  const later = section('docs/contract.md', '## Not yet')
  for (const file of DOCUMENTS) {
    const text = read(file).replace(later, '')
    for (const [, name = ''] of text.matchAll(/(?:npx |`)kalends ([a-z-]+)/g))
      expect([file, name, first.has(name)]).toEqual([file, name, true])
    for (const [, script = ''] of text.matchAll(/npm run ([\w:]+)/g))
      expect([file, script, script in JSON.parse(read('package.json')).scripts]).toEqual([
        ...[file, script, true],
      ])
    for (const [, options = ''] of text.matchAll(/npx kalends ([^`\n]*)/g))
      for (const [option] of options.matchAll(/--[a-z-]+/g))
        expect([file, option, source.includes(option)]).toEqual([file, option, true])
  }
})

/** As GitHub makes them. */
const anchorsIn = (file: string): string[] =>
  [...read(file).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) =>
    heading
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\s-]/gu, '')
      .trim()
      .replace(/\s/g, '-'),
  )

test.each(DOCUMENTS)('%s leads only to what is there', (file) => {
  for (const [, target = ''] of read(file).matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue
    const [path = '', anchor] = target.split('#')
    const found = path ? join(dirname(file), path) : file
    expect([target, existsSync(join(ROOT, found))]).toEqual([target, true])
    if (anchor && found.endsWith('.md')) expect(anchorsIn(found)).toContain(anchor)
  }
  for (const code of codeIn(read(file).replace(/^```[\s\S]*?^```/gm, '')))
    if (/^(src|tests|docs|migrations|feeds|bench)\/[\w./-]+$/.test(code) && !/N{4}|x\./.test(code))
      expect([code, existsSync(join(ROOT, code))]).toEqual([code, true])
})

const TOUR = '## Ten minutes from nothing to your own schedule in a phone'

/** What is typed, and what is shown to come of it; what starts a server or sets the key is left out. */
const steps = [
  ...section('README.md', TOUR).matchAll(/```sh\n([\s\S]*?)```\n(?:\n```text\n([\s\S]*?)```)?/g),
]
  .map(([, typed = '', shown]) => ({ typed, shown }))
  .filter(({ typed }) => !/npm start|export KEY/.test(typed))

const hasTools = ['sh', 'curl', 'sed'].every((tool) => !spawnSync(tool, ['--version']).error)

test.skipIf(!hasTools)(
  'README’s first ten minutes print what it says they print',
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'kalends-'))
    const KEY = 'an-operator-key-of-forty-characters-long'
    const env = { DATA_DIR: join(folder, 'data'), KALENDS_ADMIN_KEY: KEY, PORT: '3000' }
    const { ports, sqlite } = openStation(readConfig(env))
    const server = createServer(ports)
    server.listen(0, '127.0.0.1')
    await once(server, 'listening')
    const { port } = server.address() as AddressInfo
    const program = join(ROOT, 'src/kalends.mjs')
    const begin = `exec 2>&1; set -e; npx() { shift; '${process.execPath}' '${program}' "$@"; };`
    const shell = { cwd: folder, env: { ...process.env, ...env, KEY, LC_ALL: 'C.UTF-8' } }
    try {
      expect(steps.length).toBeGreaterThan(8)
      for (const { typed, shown } of steps) {
        const script = `${begin} ${typed.replaceAll('localhost:3000', `127.0.0.1:${port}`)}`
        const { stdout } = await promisify(execFile)('sh', ['-c', `${script} true`], shell).catch(
          (failed: { stdout: string }) => failed,
        )
        expect(stdout.replaceAll('\r', '').trim()).toMatch(patternOf(shown?.trim() ?? '…'))
      }
    } finally {
      server.close()
      sqlite.close()
      rmSync(folder, { recursive: true, force: true })
    }
  },
  240_000,
)

/** `…` stands for anything. */
function patternOf(shown: string): RegExp {
  const parts = shown.split('…').map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'))
  return new RegExp(`^${parts.join('[\\s\\S]*?')}$`)
}
