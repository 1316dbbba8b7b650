import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'

const EVENTS = '/v1/calendars/harbour/regatta/events'

async function eventsOf(kalends: Kalends, query = ''): Promise<Json[]> {
  const { status, body } = await kalends.admin('GET', `${EVENTS}?limit=500&${query}`)
  expect([query, status]).toEqual([query, 200])
  expect(body.next).toBeUndefined()
  return body.events
}

const titles = async (kalends: Kalends, query = '') =>
  (await eventsOf(kalends, query)).map(({ title }) => title)

async function published(events: object[]): Promise<Kalends> {
  const kalends = await harness()
  const { body } = await kalends.upload('harbour/regatta', { events })
  expect([body.status, body.findings]).toEqual(['published', []])
  return kalends
}

test('an occurrence says when it is, in its own zone and as instants', async () => {
  const kalends = await published([
    { title: '개막', start: '2026-05-01T18:30:00', end: '2026-05-01T21:00:00' },
    { title: '축제', start: '2026-05-02', end: '2026-05-04' },
    { title: 'Away', start: '2026-05-06T19:00:00', timezone: 'America/New_York' },
  ])
  expect(await eventsOf(kalends)).toMatchObject([
    {
      ...{ partner: 'harbour', calendar: 'regatta', title: '개막', allDay: false },
      ...{ start: '2026-05-01T18:30:00', end: '2026-05-01T21:00:00', timezone: 'Asia/Seoul' },
      ...{ startsAt: '2026-05-01T18:30:00+09:00', endsAt: '2026-05-01T21:00:00+09:00' },
      ...{ rrule: null, recurrenceId: null, revision: 1, sequence: 0 },
    },
    {
      ...{ title: '축제', allDay: true, start: '2026-05-02', end: '2026-05-04' },
      ...{ startsAt: '2026-05-02T00:00:00+09:00', endsAt: '2026-05-05T00:00:00+09:00' },
    },
    {
      ...{ title: 'Away', start: '2026-05-06T19:00:00', end: null, timezone: 'America/New_York' },
      ...{ startsAt: '2026-05-06T19:00:00-04:00', endsAt: '2026-05-06T20:00:00-04:00' },
    },
  ])
})

test('from is inclusive, to exclusive; dates are days of the calendar’s zone', async () => {
  const kalends = await published([
    { title: '밤', start: '2026-05-01T23:00:00', end: '2026-05-02T01:00:00' },
    { title: '새벽', start: '2026-05-02T00:00:00', end: '2026-05-02T02:00:00' },
    { title: '하루', start: '2026-05-03' },
  ])
  expect(await titles(kalends, 'from=2026-05-01&to=2026-05-02')).toEqual(['밤'])
  expect(await titles(kalends, 'from=2026-05-02&to=2026-05-03')).toEqual(['밤', '새벽'])
  expect(await titles(kalends, 'from=2026-05-03&to=2026-05-04')).toEqual(['하루'])
  expect(await titles(kalends, 'from=2026-05-04')).toEqual([])
  expect(await titles(kalends, 'to=2026-05-01')).toEqual([])
  // An event that ends as the range begins is over; one that begins as it ends has not begun.
  const at = (from: string, to: string) => titles(kalends, `from=${from}&to=${to}`)
  expect(await at('2026-05-02T01:00:00%2B09:00', '2026-05-02T01:30:00%2B09:00')).toEqual(['새벽'])
  expect(await at('2026-05-02T00:59:59%2B09:00', '2026-05-02T01:00:00%2B09:00')).toEqual([
    '밤',
    '새벽',
  ])
  expect(await at('2026-05-01T14:00:00Z', '2026-05-01T15:00:00Z')).toEqual(['밤'])
  expect(await at('2026-05-01T15:00:00Z', '2026-05-01T15:00:01Z')).toEqual(['밤', '새벽'])
  expect(await at('2026-05-01T23:59:59.999%2B09:00', '2026-05-02T00:00Z')).toEqual(['밤', '새벽'])
})

test('an event that overlaps the range counts, however long before it began', async () => {
  const kalends = await published([
    { title: '전시', start: '2026-03-01', end: '2026-12-31' },
    { title: '하루', start: '2026-08-15' },
    { title: '지난 전시', start: '2025-01-01', end: '2026-08-14' },
  ])
  expect(await titles(kalends, 'from=2026-08-15&to=2026-08-16')).toEqual(['전시', '하루'])
  expect(await titles(kalends, 'from=2026-08-14&to=2026-08-15')).toEqual(['지난 전시', '전시'])
  expect(await titles(kalends, 'from=2026-12-31&to=2027-01-01')).toEqual(['전시'])
})

test('a series is expanded: each happening with its own times, its dates left out', async () => {
  const kalends = await published([
    {
      ...{ title: '장날', start: '2026-05-05', rrule: 'FREQ=WEEKLY;COUNT=5' },
      exdates: ['2026-05-19'],
    },
  ])
  const events = await eventsOf(kalends)
  expect(events.map(({ start, end, recurrenceId }) => [start, end, recurrenceId])).toEqual(
    ['2026-05-05', '2026-05-12', '2026-05-26', '2026-06-02'].map((day) => [day, null, day]),
  )
  expect(events[1]).toMatchObject({
    ...{ startsAt: '2026-05-12T00:00:00+09:00', endsAt: '2026-05-13T00:00:00+09:00' },
    rrule: expect.stringContaining('FREQ=WEEKLY'),
  })
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(1)
  const few = await eventsOf(kalends, 'from=2026-05-12&to=2026-05-27')
  expect(few.map(({ start }) => start)).toEqual(['2026-05-12', '2026-05-26'])
})

test('an endless series is followed for two years, or as far as is asked', async () => {
  const kalends = await published([{ title: '매월', start: '2026-05-01', rrule: 'FREQ=MONTHLY' }])
  const ahead = await eventsOf(kalends)
  expect(ahead.at(-1).start).toBe('2028-04-01')
  const far = await eventsOf(kalends, 'from=2090-01-01&to=2090-04-01')
  expect(far.map(({ start }) => start)).toEqual(['2090-01-01', '2090-02-01', '2090-03-01'])
  const later = await eventsOf(kalends, 'from=2040-01-01')
  expect([later[0].start, later.at(-1).start]).toEqual(['2040-01-01', '2041-12-01'])
})

test('the order is by instant, not by what the clock on the wall says; then by uid', async () => {
  const kalends = await published([
    { title: 'New York', start: '2026-05-01T08:00:00', timezone: 'America/New_York' },
    { title: '서울', start: '2026-05-01T20:00:00' },
    { title: 'UTC', start: '2026-05-01T11:30:00', timezone: 'UTC' },
    { title: '같은 때', start: '2026-05-01T20:00:00' },
  ])
  const events = await eventsOf(kalends)
  expect(events.map(({ title }) => title).slice(2)).toEqual(['UTC', 'New York'])
  expect(events[0].uid < events[1].uid).toBe(true)
})

test('removed events are gone; cancelled and postponed ones say what they are', async () => {
  const kalends = await harness()
  const file = (last: string) =>
    `고유번호,날짜,제목,상태\nA,2026-05-01,하나,취소\nB,2026-05-02,둘,연기\nC,2026-05-03,셋,${last}\n`
  await kalends.upload('harbour/regatta', file('예정'))
  await kalends.upload('harbour/regatta', file('삭제'))
  const events = await eventsOf(kalends)
  expect(events.map(({ title, status }) => [title, status])).toEqual([
    ['하나', 'cancelled'],
    ['둘', 'postponed'],
  ])
})

test.each([
  'from=yesterday',
  'from=2026-02-30',
  'to=2026-13-01',
  'from=2026-05-01T18:30',
  'from=2026-05-01T25:00:00Z',
  'to=20260501',
  'from=',
  'from=2026-05-01&from=2026-06-01',
  'to=1777593600',
  'from=2026-05-01T00:00:00+09:00', // a plus sign in an address is a space
])('the range “%s” is refused, and shown how it is written', async (query) => {
  const { status, body } = await (await harness()).admin('GET', `${EVENTS}?${query}`)
  expect([status, body.code]).toEqual([400, 'invalid_request'])
  expect(body.place).toMatch(/^query (from|to)$/)
})

test('a range that ends before it begins is a mistake; an empty one is empty', async () => {
  const kalends = await published([{ title: '개막', start: '2026-05-01' }])
  const { status, body } = await kalends.admin('GET', `${EVENTS}?from=2026-05-02&to=2026-05-01`)
  expect([status, body.place, body.wanted]).toEqual([400, 'query to', '≥ 2026-05-02'])
  expect(await titles(kalends, 'from=2026-05-01&to=2026-05-01')).toEqual([])
})

test('several calendars are one list; each event says whose it is', async () => {
  const kalends = await published([{ title: '레가타', start: '2026-05-02' }])
  await kalends.admin('PUT', '/v1/partners/pier', { name: 'Pier', timezone: 'UTC' })
  await kalends.admin('PUT', '/v1/partners/pier/calendars/ferries', {})
  const events = [1, 3].map((day) => ({ title: `배 ${day}`, start: `2026-05-0${day}` }))
  await kalends.upload('pier/ferries', { events })
  const both = '/v1/events?calendar=harbour/regatta&calendar=pier/ferries'
  const { body } = await kalends.admin('GET', both)
  expect(
    body.events.map(({ title, partner, calendar }: Json) => [title, `${partner}/${calendar}`]),
  ).toEqual([
    ['배 1', 'pier/ferries'],
    ['레가타', 'harbour/regatta'],
    ['배 3', 'pier/ferries'],
  ])
  // A date is a day of each calendar's own zone.
  const day = await kalends.admin('GET', `${both}&from=2026-05-02&to=2026-05-03`)
  expect(day.body.events.map(({ title }: Json) => title)).toEqual(['레가타'])
})

test.each([
  ['', 'invalid_request'],
  ['?calendar=', 'invalid_request'],
  ['?calendar=harbour', 'invalid_request'],
  ['?calendar=harbour/regatta/events', 'invalid_request'],
  ['?calendar=harbour/nothing', 'not_found'],
  ['?calendar=harbour/regatta&calendar=nobody/nothing', 'not_found'],
])('/v1/events%s is never “everything”', async (query, code) => {
  const { body } = await (await harness()).admin('GET', `/v1/events${query}`)
  expect(body.code).toBe(code)
  if (code === 'invalid_request') expect(body.wanted).toBe('partner/calendar')
})

test('a page holds at most what was asked for, 100 unless said', async () => {
  const kalends = await harness()
  const rows = Array.from({ length: 501 }, (_, at) => {
    const day = new Date(Date.UTC(2026, 4, 1 + at)).toISOString().slice(0, 10)
    return `${day},${at}번 행사`
  })
  await kalends.upload('harbour/regatta', ['날짜,제목', ...rows].join('\n'))
  const page = async (query: string) => (await kalends.admin('GET', `${EVENTS}${query}`)).body
  expect((await page('')).events).toHaveLength(100)
  expect((await page('?limit=1')).events).toHaveLength(1)
  const most = await page('?limit=500')
  expect([most.events.length, typeof most.next]).toEqual([500, 'string'])
  const last = await page(`?limit=500&cursor=${most.next}`)
  expect(last).toEqual({ events: [expect.objectContaining({ title: '500번 행사' })] })
})

test('a series of long happenings loses none between pages', async () => {
  const kalends = await published([
    { title: '긴 것', start: '2026-05-01', end: '2027-08-31', rrule: 'FREQ=DAILY;COUNT=600' },
  ])
  const seen = await walked(kalends, '/v1/events?calendar=harbour/regatta', 100)
  expect(seen).toHaveLength(600)
  expect(new Set(seen.map(({ start }) => start)).size).toBe(600)
})

/** Every page of a list, put together. */
async function walked(kalends: Kalends, path: string, limit: number): Promise<Json[]> {
  const seen: Json[] = []
  let cursor = ''
  for (let pages = 0; pages < 1000; pages += 1) {
    const { status, body } = await kalends.admin('GET', `${path}&limit=${limit}${cursor}`)
    expect(status).toBe(200)
    expect(body.events.length).toBeLessThanOrEqual(limit)
    seen.push(...body.events)
    if (!body.next) return seen
    expect(body.events).toHaveLength(limit)
    cursor = `&cursor=${body.next}`
  }
  throw new Error('pages never end')
}

const ZONES = ['Asia/Seoul', 'America/New_York', 'UTC', 'Australia/Lord_Howe']
const day = fc
  .integer({ min: 0, max: 60 })
  .map((days) => new Date(Date.UTC(2026, 2, 1 + days)).toISOString().slice(0, 10))
const later = (date: string, days: number) =>
  new Date(Date.parse(date) + days * 86_400_000).toISOString().slice(0, 10)

const timed = fc
  .record({ date: day, hour: fc.integer({ min: 0, max: 23 }), zone: fc.constantFrom(...ZONES) })
  .map(({ date, hour, zone }) => ({
    ...{ start: `${date}T${String(hour).padStart(2, '0')}:00:00`, timezone: zone },
  }))
const allDay = fc
  .record({ date: day, days: fc.integer({ min: 0, max: 20 }) })
  .map(({ date, days }) => ({ start: date, end: later(date, days) }))
const series = fc
  .record({
    date: day,
    days: fc.integer({ min: 0, max: 3 }),
    every: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
    count: fc.integer({ min: 2, max: 12 }),
  })
  .map(({ date, days, every, count }) => ({
    ...{ start: date, end: later(date, days), rrule: `FREQ=${every};COUNT=${count}` },
  }))

const calendars = fc.tuple(
  fc.array(fc.oneof(timed, allDay, series), { maxLength: 8 }),
  fc.array(fc.oneof(timed, allDay, series), { maxLength: 8 }),
)

test('for any calendars, range and page size: in order, each exactly once, and what overlaps', async () => {
  await fc.assert(
    fc.asyncProperty(
      calendars,
      fc.tuple(day, day, fc.integer({ min: 0, max: 23 })),
      fc.integer({ min: 1, max: 7 }),
      async ([ours, others], [one, two, hour], limit) => {
        const kalends = await harness()
        await kalends.admin('PUT', '/v1/partners/harbour/calendars/second', { timezone: 'UTC' })
        const named = (events: object[], who: string) =>
          events.map((event, at) => ({ title: `${who} ${at}`, ...event }))
        await kalends.upload('harbour/regatta', { events: named(ours, 'A') })
        await kalends.upload('harbour/second', { events: named(others, 'B') })

        const path = '/v1/events?calendar=harbour/regatta&calendar=harbour/second'
        const all = await walked(kalends, path, 500)
        const place = ({ startsAt, uid }: Json) => `${new Date(startsAt).toISOString()} ${uid}`
        expect(all.map(place)).toEqual(all.map(place).sort())
        expect(new Set(all.map(place)).size).toBe(all.length)
        expect(await walked(kalends, path, limit)).toEqual(all)

        const [from, to] = [one, two]
          .sort()
          .map((date) => Date.parse(`${date}T00:00:00Z`) + hour * 3_600_000)
        const range = `&from=${new Date(from ?? 0).toISOString()}&to=${new Date(to ?? 0).toISOString()}`
        const overlapping = all.filter(
          ({ startsAt, endsAt }) =>
            Date.parse(startsAt) < (to ?? 0) && Date.parse(endsAt) > (from ?? 0),
        )
        expect(await walked(kalends, path + range, limit)).toEqual(overlapping)
      },
    ),
    { seed: 20260501, numRuns: 25 },
  )
}, 120_000)
