// What an event's revision properties do over many publications, by the numbers of the publisher's
// checklist in docs/interop.md. Evolution keeps the old event when they stand still, ICSx5 too.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine, harness } from '#harness'
import { createApp } from '../../src/app.ts'
import type { Kalends } from '../harness.ts'
import { type Component, eventsOf, rawOf, readFeed } from './reading.ts'

const FEED = 'harbour/regatta'
const CALENDAR = '/v1/partners/harbour/calendars/regatta'
const STAMPS = ['SEQUENCE', 'DTSTAMP', 'LAST-MODIFIED']

interface Seen {
  /** All that a subscriber sees: every line but the three. */
  content: string
  sequence: number
  dtstamp: string
  modified: string
}

const seen = (event: Component): Seen => ({
  content: JSON.stringify(event.lines.filter(({ name }) => !STAMPS.includes(name))),
  sequence: Number(rawOf(event, 'SEQUENCE')),
  dtstamp: rawOf(event, 'DTSTAMP') ?? '',
  modified: rawOf(event, 'LAST-MODIFIED') ?? '',
})

async function look(kalends: Kalends): Promise<Map<string, Seen>> {
  const events = eventsOf(readFeed(await kalends.feed(FEED)))
  const found = new Map(events.map((event) => [rawOf(event, 'UID') ?? '', seen(event)]))
  expect(found.size, '§8.16').toBe(events.length)
  return found
}

const HEADER = 'external_id,title,date,time,status,venue,description,url,reason,rrule,exdates'

/** Rows by id; `null` is a row that the file does not have. */
type Season = Record<string, string[] | null>

const fileOf = (season: Season): string =>
  [
    HEADER,
    ...Object.entries(season).flatMap(([id, row]) => (row ? [[id, ...row].join(',')] : [])),
  ].join('\n')

const FIRST: Season = {
  a: ['개막', '2026-05-01', '18:30', '예정', '항구', '첫 경기', 'https://x.example/', '', '', ''],
  b: ['둘째', '2026-05-02', '', '예정', '', '', '', '', '', ''],
  c: ['휴관', '2026-05-04', '', '예정', '', '', '', '', 'FREQ=WEEKLY;BYDAY=MO', ''],
  d: ['폐막', '2026-05-31', '미정', '예정', '항구', '', '', '', '', ''],
}

/** Each changes one cell of one row, in a way that the feed shows: `ended` shows in JSON alone. */
const CELLS: [number, string[]][] = [
  [0, ['개막', '개막식', '전야제']],
  [1, ['2026-05-01', '2026-05-08', '2026-05-15']],
  [2, ['18:30', '19:00', '미정']],
  [3, ['예정', '취소', '연기', '매진', '삭제']],
  [4, ['항구', '등대', '']],
  [5, ['첫 경기', '둘째 줄', '']],
  [6, ['https://x.example/', 'https://y.example/a?b=1', '']],
  [7, ['비', '']],
]

const edit = fc.oneof(
  ...CELLS.map(([column, values]) =>
    fc.record({
      id: fc.constantFrom('a', 'd'),
      column: fc.constant(column),
      value: fc.constantFrom(...values),
    }),
  ),
  fc.record({
    id: fc.constant('c'),
    column: fc.constant(9),
    value: fc.constantFrom('', '2026-05-11', '2026-05-18'),
  }),
)

type Step =
  | { kind: 'file'; edits: { id: string; column: number; value: string }[] }
  | { kind: 'again' | 'language' }
  | { kind: 'restore'; back: number }

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      kind: fc.constant('file' as const),
      edits: fc.array(edit, { maxLength: 3 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constantFrom('again' as const, 'language' as const) }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('restore' as const),
      back: fc.integer({ min: 1, max: 3 }),
    }),
  },
)

async function take(kalends: Kalends, season: Season, step: Step): Promise<void> {
  if (step.kind === 'restore') {
    const { body } = await kalends.admin('GET', `/v1/calendars/${FEED}`)
    const target = Math.max(1, body.revision - step.back)
    await kalends.admin('POST', `${CALENDAR}/revisions/${target}/restoration`)
    return
  }
  if (step.kind === 'language') {
    const { body } = await kalends.admin('GET', `/v1/calendars/${FEED}`)
    await kalends.admin('PUT', CALENDAR, { language: body.language === 'ko' ? 'en' : 'ko' })
    return
  }
  if (step.kind === 'file')
    for (const { id, column, value } of step.edits) {
      const row = [...(season[id] ?? [])]
      row[column] = value
      season[id] = row
    }
  const { body } = await kalends.upload(FEED, fileOf(season), { confirm: 'true' })
  expect(body.status, JSON.stringify(body.findings)).toBe('published')
}

/** §8.19, 20: they rise with every visible change, and never otherwise. */
function expectRisen(before: Seen, after: Seen): void {
  expect(after.modified).toBe(after.dtstamp)
  if (after.content === before.content) expect(after).toEqual(before)
  else {
    expect(after.sequence).toBe(before.sequence + 1)
    expect(after.dtstamp > before.dtstamp).toBe(true)
  }
}

test('§8.16, 19, 20, 21 a visible change raises the three by one step; nothing else does', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(step, fc.integer({ min: -7200, max: 7200 })), {
        minLength: 3,
        maxLength: 10,
      }),
      async (steps) => {
        const kalends = await harness()
        const season = { ...FIRST }
        await kalends.upload(FEED, fileOf(season))
        const known = await look(kalends)
        for (const [step, seconds] of steps) {
          // The clock may stand still or go back: the revision properties may not.
          const now = Date.parse(kalends.clock.now) + seconds * 1000
          kalends.clock.now = `${new Date(now).toISOString().slice(0, 19)}Z`
          const before = new Set((await look(kalends)).keys())
          await take(kalends, season, step)
          for (const [uid, after] of await look(kalends)) {
            const last = known.get(uid)
            if (last && before.has(uid)) expectRisen(last, after)
            else if (last) expect(after.sequence).toBeGreaterThan(last.sequence)
            if (last && !before.has(uid)) expect(after.dtstamp > last.dtstamp).toBe(true)
            known.set(uid, after)
          }
        }
      },
    ),
    { numRuns: engine === 'node' ? 15 : 3 },
  )
}, 60_000)

test('§8.18 rendered again, in another process, at another time: the same bytes', async () => {
  const kalends = await harness()
  await kalends.upload(FEED, fileOf(FIRST))
  const feed = await kalends.feed(FEED)
  kalends.clock.now = '2027-01-01T00:00:00Z'
  expect(await kalends.feed(FEED)).toBe(feed)
  const another = createApp(kalends.ports)
  expect(await (await another.request(`/feeds/${FEED}.ics`)).text()).toBe(feed)
})

test('§8.18 the same file again changes no byte, whatever the clock says', async () => {
  const kalends = await harness()
  await kalends.upload(FEED, fileOf(FIRST))
  const feed = await kalends.feed(FEED)
  kalends.clock.now = '2026-04-20T00:00:00Z'
  await kalends.upload(FEED, fileOf(FIRST))
  expect(await kalends.feed(FEED)).toBe(feed)
})

test('§8.19 one event changes: the others keep every byte', async () => {
  const kalends = await harness()
  await kalends.upload(FEED, fileOf(FIRST))
  const before = await look(kalends)
  kalends.clock.now = '2026-04-02T00:00:00Z'
  const venue = [...(FIRST.a ?? [])]
  venue[4] = '등대'
  await kalends.upload(FEED, fileOf({ ...FIRST, a: venue }))
  const after = await look(kalends)
  const changed = [...after].filter(
    ([uid, event]) => JSON.stringify(event) !== JSON.stringify(before.get(uid)),
  )
  expect(changed).toHaveLength(1)
  expect(changed[0]?.[1]).toMatchObject({ sequence: 1, dtstamp: '20260402T000000Z' })
})

test('§8.19 two publications within one second: DTSTAMP still rises', async () => {
  const kalends = await harness()
  for (const [place, title] of ['가', '나', '다'].entries()) {
    await kalends.upload(FEED, `external_id,title,date\na,${title},2026-05-01\n`)
    const [event] = (await look(kalends)).values()
    expect(event).toMatchObject({
      sequence: place,
      dtstamp: `20260401T0000${String(place + 1).padStart(2, '0')}Z`,
    })
  }
})

test('§8.20 what no subscriber sees leaves SEQUENCE and every byte alone', async () => {
  const kalends = await harness()
  await kalends.upload(FEED, 'external_id,title,date,내부 메모\na,개막,2026-05-01,\n', {
    confirm: 'true',
  })
  const feed = await kalends.feed(FEED)
  kalends.clock.now = '2026-04-02T00:00:00Z'
  const memo = 'external_id,title,date,내부 메모\na,개막,2026-05-01,사장님 참석\n'
  await kalends.upload(FEED, memo, { confirm: 'true' })
  expect(await kalends.feed(FEED)).toBe(feed)
})

test('§8.21 a day taken back from a series raises the three of the series', async () => {
  const kalends = await harness()
  await kalends.upload(FEED, fileOf(FIRST))
  const uidOf = async () => {
    const events = eventsOf(readFeed(await kalends.feed(FEED)))
    const series = events.find((event) => rawOf(event, 'RRULE'))
    return (
      series && {
        uid: rawOf(series, 'UID'),
        exdates: series.lines.filter(({ name }) => name === 'EXDATE').length,
        ...seen(series),
      }
    )
  }
  const before = await uidOf()
  kalends.clock.now = '2026-04-02T00:00:00Z'
  const row = [...(FIRST.c ?? [])]
  row[9] = '2026-05-11'
  await kalends.upload(FEED, fileOf({ ...FIRST, c: row }))
  expect(await uidOf()).toMatchObject({
    ...{ uid: before?.uid, exdates: 1, sequence: 1, dtstamp: '20260402T000000Z' },
  })
  kalends.clock.now = '2026-04-03T00:00:00Z'
  await kalends.upload(FEED, fileOf(FIRST))
  expect(await uidOf()).toMatchObject({ exdates: 0, sequence: 2, dtstamp: '20260403T000000Z' })
})
