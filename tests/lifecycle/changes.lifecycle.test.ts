// A schedule's life as the real Evolution and Thunderbird show it: after each publication one refresh,
// and they hold what our own API says. Where they are not installed, the tests are skipped.

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { harness } from '#harness'
import { createServer } from '../../src/node.ts'
import type { Json, Kalends } from '../harness.ts'
import * as ics from '../intake/ics/calendars.ts'
import { isInstalled, PROGRAMS, type Program, type Subscriber, subscribe } from './subscriber.ts'

const RANGE = ['2026-09-01', '2027-01-01'] as const
const FEED = 'harbour/regatta'
const CALENDAR = `/v1/partners/${FEED.replace('/', '/calendars/')}`
const BOUND_MS = 20_000

const at = (name: string, stamp: string) => `${name};TZID=Europe/Lisbon:${stamp}`
const event = (uid: string, title: string, start: string, ...more: string[]) =>
  ics.vevent(`UID:${uid}`, `SUMMARY:${title}`, at('DTSTART', start), ...more)

const A = event('a', 'Opening', '20261003T140000')
const A2 = event('a', 'Grand opening', '20261003T140000')
const A3 = event('a', 'Grand opening', '20261004T150000')
const B = event('b', 'Concert', '20261010T200000')
const OFF = event('b', 'Concert', '20261010T200000', 'STATUS:CANCELLED')
const drill = (...exdates: string[]) => {
  const gone = exdates.map((stamp) => at('EXDATE', stamp))
  return event('s', 'Drill', '20261015T190000', 'RRULE:FREQ=WEEKLY;COUNT=4', ...gone)
}
const OTHER = event('s', 'Drill at sea', '20261023T200000', at('RECURRENCE-ID', '20261022T190000'))

/** What is published, and what it is called. */
const LIFE: [string, string[][]][] = [
  ['edit', [A2, B, drill(), OTHER]],
  ['move', [A3, B, drill(), OTHER]],
  ['cancel an event', [A3, OFF, drill(), OTHER]],
  ['take a date back', [A3, OFF, drill('20261029T190000'), OTHER]],
  ['withdraw what differs', [A3, OFF, drill('20261029T190000')]],
]
const DELETION = 'external_id,title,start,status\nb,Concert,2026-10-10 20:00,deleted\n'

const STEPS: [string, string, Record<string, string>][] = [
  ...LIFE.map(([step, events]): (typeof STEPS)[number] => [
    ...([step, ics.calendar(...events), { filename: 'a.ics' }] as const),
  ]),
  ['delete an event', DELETION, { mode: 'merge' }],
]

async function publish(kalends: Kalends, file: string, options: Record<string, string>) {
  const { body } = await kalends.upload(FEED, file, { confirm: 'true', ...options })
  expect(body.status, JSON.stringify(body.findings)).toBe('published')
}

const second = (text: string) => new Date(text).toISOString().replace('.000', '')

async function told(kalends: Kalends): Promise<string[]> {
  const [from, to] = RANGE
  const path = `/v1/calendars/${FEED}/events?from=${from}&to=${to}`
  const { body } = await kalends.admin('GET', path)
  return body.events
    .map(({ startsAt, endsAt, title }: Json) => `${second(startsAt)} ${second(endsAt)} ${title}`)
    .sort()
}

/** The feed marks what is cancelled in the title; the API says it beside. */
const unmarked = (lines: string[]) => lines.map((line) => line.replace('[Cancelled] ', '')).sort()

/** One refresh, and looks until the program holds what it should, or the bound is reached. */
async function shown(subscriber: Subscriber, isRight: (lines: string[]) => boolean) {
  let lines = await subscriber.ask('refresh')
  for (const until = Date.now() + BOUND_MS; Date.now() < until && !isRight(lines); ) {
    await new Promise((resolve) => setTimeout(resolve, 300))
    lines = await subscriber.ask('look')
  }
  return lines
}

const same = (lines: string[], expected: string[]) => unmarked(lines).join() === expected.join()
const explains = (lines: string[], words: string) =>
  lines.length === 1 && lines.join().includes(words)

async function begin(program: Program) {
  const kalends = await harness({ now: '2026-10-01T00:00:00Z' })
  await kalends.admin('PUT', CALENDAR, { name: 'Regatta', language: 'en' })
  await publish(kalends, ics.calendar(A, B, drill(), OTHER), { filename: 'a.ics' })
  const server = createServer(kalends.ports)
  const asked: string[] = []
  server.on('request', ({ method, url }) => asked.push(`${method} ${url}`))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const subscriber = await subscribe(program, `http://127.0.0.1:${port}/feeds/${FEED}.ics`, RANGE)
  onTestFinished(() => {
    subscriber.end()
    server.closeAllConnections()
    server.close()
  })
  const first = await told(kalends)
  expect(unmarked(await shown(subscriber, (lines) => same(lines, first)))).toEqual(first)
  return { kalends, subscriber, asked }
}

async function live({ kalends, subscriber, asked }: Awaited<ReturnType<typeof begin>>) {
  for (const [place, [step, file, options]] of STEPS.entries()) {
    kalends.clock.now = `2026-10-01T0${place + 1}:00:00Z`
    const before = await told(kalends)
    await publish(kalends, file, options)
    const expected = await told(kalends)
    asked.length = 0
    const lines = await shown(subscriber, (seen) => same(seen, expected))
    expect(unmarked(lines), step).toEqual(expected)
    if (step.startsWith('delete')) expect(expected).toHaveLength(before.length - 1)
    if (step.startsWith('cancel')) expect(lines.join()).toContain('[Cancelled] Concert')
    expect(asked, step).toEqual([`GET /feeds/${FEED}.ics`])
  }
}

async function end({ kalends, subscriber }: Awaited<ReturnType<typeof begin>>) {
  kalends.clock.now = '2026-10-01T08:00:00Z'
  await kalends.admin('POST', `${CALENDAR}/revisions/0/restoration`)
  const empty = await shown(subscriber, (lines) => explains(lines, 'no events'))
  expect(empty).toEqual(['2026-10-01 2026-10-02 Regatta: no events at the moment'])
  kalends.clock.now = '2026-10-01T09:00:00Z'
  await kalends.admin('DELETE', CALENDAR)
  const ended = await shown(subscriber, (lines) => explains(lines, 'ended'))
  expect(ended).toEqual(['2026-10-01 2026-10-02 Regatta: this calendar has ended'])
}

for (const program of PROGRAMS)
  test.skipIf(!isInstalled(program)).each([program.name])(
    '§8.70 after one refresh the new state is shown: %s',
    async () => {
      const begun = await begin(program)
      await live(begun)
      await end(begun)
    },
  )
