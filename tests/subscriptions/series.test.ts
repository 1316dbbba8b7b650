// A series in a personal feed: on fewer days of the week, and without the happenings that are hidden.

import { expect, test } from 'vitest'
import type { Json } from '../harness.ts'
import { readFeed } from '../icalendar/reading.ts'
import { choose, eventsIn, OVER, overlay, poll, read, subscribed, told } from './subscribed.ts'

const SERIES = `external_id,start_date,start_time,title,rrule,exdates
s1,2026-05-04,19:00,매일 연습,FREQ=DAILY;COUNT=14,2026-05-09
s2,2026-05-05,10:00,주간 회의,"FREQ=WEEKLY;BYDAY=TU,SA",
s3,2026-05-10,,둘째 일요일,FREQ=MONTHLY;BYDAY=2SU,
s4,2026-05-01,09:00,매월 첫날,FREQ=MONTHLY,
`

const days = async (here: Awaited<ReturnType<typeof subscribed>>, id: string) => {
  const path = `/v1/subscriptions/${here.token}/events?from=2026-05-01&to=2026-06-01&limit=500`
  const { events } = await read(here.kalends, path)
  return events
    .filter(({ uid }: Json) => uid === here.uids[id])
    .map(({ start }: Json) => start.slice(5, 10))
}

const series = async (here: Awaited<ReturnType<typeof subscribed>>, id: string) =>
  (await eventsIn(here)).find((lines) => told(lines, 'UID') === here.uids[id])

test('on the weekend a daily series is weekly, from its first wanted day to its last', async () => {
  const here = await subscribed({ filters: { weekdays: ['weekend'] } }, SERIES)
  const daily = await series(here, 's1')
  expect(told(daily, 'DTSTART')).toBe('TZID=Asia/Seoul:20260510T190000')
  expect(told(daily, 'RRULE')).toBe('FREQ=WEEKLY;UNTIL=20260517T100000Z;BYDAY=SA,SU')
  expect(daily?.filter((line) => line.startsWith('EXDATE'))).toEqual([])
  expect(await days(here, 's1')).toEqual(['05-10', '05-16', '05-17'])
  expect(told(await series(here, 's2'), 'RRULE')).toBe('FREQ=WEEKLY;BYDAY=SA')
  expect(told(await series(here, 's2'), 'DTSTART')).toBe('TZID=Asia/Seoul:20260509T100000')
  expect(told(await series(here, 's3'), 'RRULE')).toBe('FREQ=MONTHLY;BYDAY=2SU')
  readFeed(await (await poll(here)).text())
})

test('a series that goes by date is taken as one, and one without a wanted day not at all', async () => {
  const here = await subscribed({ filters: { weekdays: ['wed'] } }, SERIES)
  const found = (await eventsIn(here)).map((lines) => told(lines, 'UID'))
  expect(found.sort()).toEqual([here.uids.s1, here.uids.s4].sort())
})

test('a hidden happening is an EXDATE, and stays hidden when the series moves to another hour', async () => {
  const here = await subscribed({}, SERIES)
  const { body } = await overlay(here, here.uids.s2, { skipped: ['2026-05-09T10:00:00'] })
  expect(body.skipped).toEqual(['2026-05-09'])
  expect(await series(here, 's2')).toContain('EXDATE;TZID=Asia/Seoul:20260509T100000')
  expect(await days(here, 's2')).toEqual([
    '05-05',
    '05-12',
    '05-16',
    '05-19',
    '05-23',
    '05-26',
    '05-30',
  ])
  await here.kalends.upload(OVER, SERIES.replace('2026-05-05,10:00', '2026-05-05,11:00'))
  expect(await series(here, 's2')).toContain('EXDATE;TZID=Asia/Seoul:20260509T110000')
  expect(await days(here, 's2')).not.toContain('05-09')
  const shown = `/v1/subscriptions/${here.token}/events?hidden=true&from=2026-05-09&to=2026-05-10`
  const { events } = await read(here.kalends, shown)
  expect(events.map(({ mine, title }: Json) => [title, mine.hidden])).toEqual([['주간 회의', true]])
})

test('a day on which a series has nothing cannot be hidden', async () => {
  const here = await subscribed({}, SERIES)
  const { status, body } = await overlay(here, here.uids.s2, { skipped: ['2026-05-10'] })
  expect([status, body.code, body.field]).toEqual([400, 'choice_invalid', 'skipped'])
  expect(body.detail).toContain('2026-05-10')
})

test('a series of which every happening is hidden is not in the feed', async () => {
  const here = await subscribed(
    {},
    'external_id,start_date,title,rrule\nx,2026-05-01,둘,FREQ=DAILY;COUNT=2\n',
  )
  await overlay(here, here.uids.x, { skipped: ['2026-05-01', '2026-05-02'] })
  expect((await eventsIn(here)).map((lines) => told(lines, 'UID'))).not.toContain(here.uids.x)
})

test('a happening that differs is patched by its own facts, and goes with its day', async () => {
  const here = await subscribed({ alarms: [30], prefix: '♪' }, SERIES)
  const path = `/v1/partners/harbour/calendars/regatta/events/${here.uids.s2}`
  await here.kalends.admin('PATCH', path, {
    recurrenceId: '2026-05-12T10:00:00',
    status: 'cancelled',
  })
  const parts = (await eventsIn(here)).filter((lines) => told(lines, 'UID') === here.uids.s2)
  const [whole, differing] = parts
  expect(parts).toHaveLength(2)
  expect(told(differing, 'SUMMARY')).toBe('♪ [취소] 주간 회의')
  expect(differing).not.toContain('BEGIN:VALARM')
  expect(whole).toContain('TRIGGER:-PT30M')
  expect(told(differing, 'SEQUENCE')).toBe(told(whole, 'SEQUENCE'))
  await choose(here, { filters: { weekdays: ['sat'] } })
  expect(
    (await eventsIn(here)).filter((lines) => told(lines, 'UID') === here.uids.s2),
  ).toHaveLength(1)
})
