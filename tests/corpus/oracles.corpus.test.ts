// Our feeds as independent calendar programs read them: libraries, KDE's engine, khal, vdirsyncer and
// the real Evolution and Thunderbird must give the same happenings as each other, and as our own API.
// Where they are not installed (beside the corpus lies a script that does it), the tests say so.

import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { harness } from '#harness'
import { applyFolder } from '../../src/commands/apply.ts'
import { localClient } from '../../src/commands/client.ts'
import { renderCalendar } from '../../src/icalendar/calendar.ts'
import { timezonesFor } from '../../src/icalendar/vtimezone.ts'
import { expandStarts, parseRule } from '../../src/schedule/recurrence.ts'
import { placeIn } from '../../src/schedule/zones.ts'
import { EXAMPLES, exampleCalendars } from '../examples.ts'
import type { Json, Kalends } from '../harness.ts'
import { takeCase } from '../icalendar/golden-case.ts'
import { vevent } from '../icalendar/rendered.ts'
import { KNOWN } from '../schedule/zones-known.ts'

const ORACLES = fileURLToPath(new URL('../../../shared/oracles/', import.meta.url))
const GOLDEN = fileURLToPath(new URL('../golden/feeds/', import.meta.url))
const PROGRAMS = ['libical-list', 'py-recurring-ical-events', 'icaljs', 'sabre-vobject']
/** Slower: they read the feeds, but not every kind of rule. */
const CLIENTS = ['kde-list', 'khal-list', 'vdirsyncer-sub']
/** Whole programs, started anew for each feed: they read the golden ones. */
const DESKTOPS = ['evolution-eds', 'thunderbird']
const [FROM, TO] = ['2024-01-01', '2031-01-01']

const folder = mkdtempSync(join(tmpdir(), 'kalends-oracles-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** What a program makes of a feed: a line an instance, `start end summary`. */
function read(program: string, feed: string): string[] {
  const file = join(folder, 'feed.ics')
  writeFileSync(file, feed)
  const { status, stdout, stderr } = spawnSync(join(ORACLES, program), [file, FROM, TO], {
    ...{ encoding: 'utf8', maxBuffer: 100_000_000, timeout: 60_000 },
  })
  if (status !== 0) throw new Error(`${program}: ${stderr}`)
  if (program === 'khal-list') expect(stderr, 'khal imports without a warning').toBe('')
  if (program === 'vdirsyncer-sub') expect(stderr).toContain('second sync: 0 changes')
  return stdout.split('\n').filter(Boolean).sort()
}

const SAMPLE = readFileSync(join(GOLDEN, 'restored/feed.ics'), 'utf8')
const works = (program: string): boolean => {
  try {
    return existsSync(join(ORACLES, program)) && read(program, SAMPLE).length === 2
  } catch {
    return false
  }
}

const installed = PROGRAMS.filter(works)
const clients = CLIENTS.filter(works)
const desktops = DESKTOPS.filter(works)
const every = [...installed, ...clients, ...desktops]
const enough = installed.length >= 2
const absent = [...PROGRAMS, ...CLIENTS, ...DESKTOPS].filter((program) => !every.includes(program))
if (absent.length > 0)
  console.log(
    `Not installed, so these do not read our feeds: ${absent.join(', ')}.${enough ? '' : ' SKIPPED.'}`,
  )

/** All programs' reading, once they agree. */
function agreed(feed: string, programs = [...installed, ...clients]): string[] {
  const readings = programs.map((program) => ({ program, lines: read(program, feed) }))
  const [first] = readings
  for (const { program, lines } of readings)
    expect(lines, `${program} reads otherwise than ${first?.program}`).toEqual(first?.lines)
  return first?.lines ?? []
}

const nextDay = (date: string) => new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
const instant = (text: string) => new Date(text).toISOString().replace('.000', '')

/** The happenings that begin in the range by our own API: `start end`, as the programs write them. */
async function told(kalends: Kalends, path: string): Promise<string[]> {
  const lines: string[] = []
  let cursor = ''
  do {
    const query = new URLSearchParams({
      from: FROM,
      to: TO,
      limit: '500',
      ...(cursor ? { cursor } : {}),
    })
    const { body } = await kalends.admin('GET', `${path}/events?${query}`)
    for (const { allDay, start, end, startsAt, endsAt } of (body.events ?? []) as Json[]) {
      if (allDay) lines.push(`${start} ${nextDay(end ?? start)}`)
      else lines.push(`${instant(startsAt)} ${instant(endsAt)}`)
    }
    cursor = body.next ?? ''
  } while (cursor)
  return lines.filter((line) => line >= FROM && line < TO).sort()
}

const startAndEnd = (lines: string[]) =>
  lines.map((line) => line.split(' ').slice(0, 2).join(' ')).sort()

const examples: { kalends?: Kalends } = {}
beforeAll(async () => {
  if (!enough) return
  const kalends = await harness({ bare: true, now: '2026-04-01T00:00:00Z' })
  await applyFolder(localClient(kalends.ports, 'en'), EXAMPLES, () => {})
  examples.kalends = kalends
}, 120_000)

test.skipIf(!enough).each(exampleCalendars)(
  '§8.69 every program reads the same, and what our API says: %s',
  async (address) => {
    const kalends = examples.kalends as Kalends
    const lines = agreed(await kalends.feed(address))
    expect(lines.length).toBeGreaterThan(0)
    expect(startAndEnd(lines)).toEqual(await told(kalends, `/v1/calendars/${address}`))
  },
)

/** A series is narrowed to its days, a happening of it hidden, and whatever is shown rings. */
const WISHES: [string, object][] = [
  ['on weekends', { filters: { weekdays: ['weekend'] }, alarms: [60], prefix: '☆' }],
  ['in the middle of the week', { filters: { weekdays: [2, 3, 4] }, eveningBefore: '20:00' }],
  ['with every third day hidden', { language: 'en' }],
]

test.skipIf(!enough).each(WISHES)(
  '§8.69 every program reads a personal feed the same, and what our API says: %s',
  async (name, wish) => {
    const kalends = examples.kalends as Kalends
    // Whole seasons of football are more than a feed holds of the past.
    const calendars = exampleCalendars.filter((address) => !address.startsWith('football'))
    const made = await kalends.admin('POST', '/v1/subscriptions', { calendars, ...wish })
    const path = `/v1/subscriptions/${made.body.token}`
    if (name.includes('hidden')) await hideSome(kalends, path)
    const feed = await (await kalends.request(`/feeds/my/${made.body.token}.ics`)).text()
    const lines = agreed(feed, installed)
    expect(lines.length).toBeGreaterThan(20)
    expect(startAndEnd(lines)).toEqual(await told(kalends, path))
  },
  120_000,
)

/** Every third happening of each series. */
async function hideSome(kalends: Kalends, path: string): Promise<void> {
  const { body } = await kalends.admin('GET', `${path}/events?from=2026-01-01&limit=500`)
  const days = new Map<string, string[]>()
  for (const { uid, recurrenceId } of body.events as Json[])
    if (recurrenceId) days.set(uid, [...(days.get(uid) ?? []), recurrenceId])
  expect(days.size).toBeGreaterThan(0)
  for (const [uid, starts] of days) {
    const skipped = starts.filter((_, place) => place % 3 === 0).slice(0, 400)
    await kalends.admin('PUT', `${path}/overlay/${uid}`, { skipped })
  }
}

test.skipIf(!enough).each(readdirSync(GOLDEN))(
  '§8.69 every program reads a golden feed the same: %s',
  async (name) => {
    const file = (part: string) => readFileSync(join(GOLDEN, name, part), 'utf8')
    const lines = agreed(file('feed.ics'), every)
    expect(lines.length).toBeGreaterThan(0)
    const ours = await told(await takeCase(file), '/v1/calendars/harbour/golden')
    // Of nothing to tell, and of a calendar that is gone, only the feed says something.
    if (ours.length > 0) expect(startAndEnd(lines)).toEqual(ours)
  },
)

/** Each start with each rule, of which only those stay that Kalends takes. */
function rules(): { start: string; rrule: string }[] {
  const starts = [
    '2025-01-01',
    '2025-01-31',
    '2024-02-29',
    '2025-03-30',
    '2025-06-13',
    '2025-12-28',
  ]
  const ends = ['', ';COUNT=7', ';UNTIL=20281231']
  const what = [
    ...['DAILY', 'DAILY;INTERVAL=3', 'DAILY;BYDAY=MO,WE,FR,SU', 'DAILY;INTERVAL=2;BYDAY=WE,FR,SU'],
    ...[
      'WEEKLY',
      'WEEKLY;BYDAY=WE,FR',
      'WEEKLY;INTERVAL=2;BYDAY=SU,WE,TH',
      'WEEKLY;INTERVAL=3;BYDAY=SU,FR;WKST=SU',
    ],
    ...['WEEKLY;BYMONTH=1,6,12;BYDAY=WE,FR,SU', 'MONTHLY', 'MONTHLY;INTERVAL=2;BYMONTHDAY=1,30,31'],
    ...[
      'MONTHLY;BYMONTHDAY=-1',
      'MONTHLY;BYMONTHDAY=-1,1',
      'MONTHLY;BYDAY=1WE,-1SU',
      'MONTHLY;BYDAY=5SU,5TH,5FR',
    ],
    ...[
      'MONTHLY;BYDAY=FR;BYMONTHDAY=13',
      'MONTHLY;BYDAY=2SU,4SU',
      'MONTHLY;BYMONTH=1,3;BYDAY=-1SU,1WE',
    ],
    ...['YEARLY', 'YEARLY;INTERVAL=4', 'YEARLY;BYMONTH=1,3,6,12', 'YEARLY;BYMONTH=2;BYMONTHDAY=29'],
    ...[
      'YEARLY;BYMONTH=1,12;BYMONTHDAY=1,28',
      'YEARLY;BYMONTH=3,12;BYDAY=-1SU',
      'YEARLY;BYMONTH=6;BYDAY=FR,SA',
    ],
    ...['YEARLY;BYMONTH=1;BYMONTHDAY=-1', 'YEARLY;BYMONTH=2;BYMONTHDAY=-1'],
  ]
  return starts.flatMap((start) =>
    what.flatMap((rule) =>
      ends.flatMap((end) => {
        const parsed = parseRule(`FREQ=${rule}${end}`, { allDay: true, start, timezone: 'UTC' })
        return 'rule' in parsed ? [{ start, rrule: parsed.rule }] : []
      }),
    ),
  )
}

test.skipIf(!enough)(
  '§8.44 every kind of rule that is taken: every program reads it as we do',
  () => {
    const taken = rules()
    expect(taken.length).toBeGreaterThan(80)
    const vevents = taken.map(({ start, rrule }, place) =>
      vevent({
        uid: `r${place}`,
        facts: { title: `r${place} ${rrule}`, start, allDay: true, rrule },
      }),
    )
    const about = { name: 'x', description: null, timezone: 'UTC', color: null, refreshHours: 1 }
    const expected = taken.flatMap(({ start, rrule }) =>
      expandStarts(
        { start, rrule, exdates: [], allDay: true, timezone: 'UTC' },
        FROM,
        TO,
        9999,
      ).map((date) => `${date} ${nextDay(date)}`),
    )
    expect(startAndEnd(agreed(renderCalendar(about, vevents), installed))).toEqual(expected.sort())
  },
  120_000,
)

test.skipIf(!installed.includes('libical-list'))(
  '§8.50 libical reads our VTIMEZONEs as we do, in thirteen zones',
  () => {
    const now = '2026-01-01T00:00:00Z'
    for (const [timezone] of KNOWN) {
      const facts = { start: '2026-01-01T12:00:00', timezone, rrule: 'FREQ=DAILY;COUNT=1200' }
      const text = vevent({ facts: { title: 'noon', ...facts } })
      const placed = { vevent: text, startsAt: now, endsAt: '2029-05-01T00:00:00Z' }
      const components = [...timezonesFor([placed], now), text]
      const expected = expandStarts({ ...facts, exdates: [], allDay: false }, FROM, TO, 9999)
        .map((start) => placeIn(start, timezone).instant)
        .map(
          (start) => `${start} ${instant(new Date(Date.parse(start) + 3_600_000).toISOString())}`,
        )
      const about = { name: 'x', description: null, timezone: 'UTC', color: null, refreshHours: 1 }
      const lines = agreed(renderCalendar(about, components), ['libical-list'])
      expect(startAndEnd(lines), timezone).toEqual(expected)
    }
  },
)
