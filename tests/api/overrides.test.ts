// A series with dates that differ, as apps get it: whole in changes, applied in occurrences.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { calendar, vevent } from '../intake/ics/calendars.ts'

const CHANGES = '/v1/calendars/harbour/regatta/changes'
const SERIES = [
  ...['UID:drill@harbour', 'DTSTAMP:20260101T000000Z', 'SUMMARY:Drill'],
  ...['DTSTART;TZID=Europe/Lisbon:20260304T180000', 'DTEND;TZID=Europe/Lisbon:20260304T190000'],
  'RRULE:FREQ=WEEKLY;COUNT=3',
]
const LATER = [
  ...['UID:drill@harbour', 'DTSTAMP:20260101T000000Z', 'SUMMARY:Drill, late'],
  'RECURRENCE-ID;TZID=Europe/Lisbon:20260311T180000',
  ...['DTSTART;TZID=Europe/Lisbon:20260312T200000', 'DTEND;TZID=Europe/Lisbon:20260312T213000'],
]

test('changes carry a series with its overrides; occurrences have them applied; withdrawn, they are gone', async () => {
  const kalends = await harness({ now: '2026-02-01T00:00:00Z' })
  const options = { filename: 'drill.ics', mode: 'replace' }
  await kalends.upload('harbour/regatta', calendar(vevent(...SERIES), vevent(...LATER)), options)
  const first = await kalends.admin('GET', CHANGES)
  const [{ event }] = first.body.changes
  expect(event).toMatchObject({ rrule: 'FREQ=WEEKLY;COUNT=3', start: '2026-03-04T18:00:00' })
  expect(event.overrides).toEqual([
    {
      ...{ recurrenceId: '2026-03-11T18:00:00', title: 'Drill, late' },
      ...{ start: '2026-03-12T20:00:00', end: '2026-03-12T21:30:00' },
      ...{ startsAt: '2026-03-12T20:00:00+00:00', endsAt: '2026-03-12T21:30:00+00:00' },
    },
  ])
  const alone = await kalends.admin('GET', `/v1/calendars/harbour/regatta/events/${event.uid}`)
  expect(alone.body.event.overrides).toEqual(event.overrides)

  const list = '/v1/calendars/harbour/regatta/events?from=2026-03-01&to=2026-04-01'
  const { body } = await kalends.admin('GET', list)
  const told = body.events.map(({ title, start, recurrenceId, overrides }: typeof event) => [
    ...[title, start, recurrenceId, overrides],
  ])
  expect(told).toEqual([
    ['Drill', '2026-03-04T18:00:00', '2026-03-04T18:00:00', []],
    ['Drill, late', '2026-03-12T20:00:00', '2026-03-11T18:00:00', []],
    ['Drill', '2026-03-18T18:00:00', '2026-03-18T18:00:00', []],
  ])

  await kalends.upload('harbour/regatta', calendar(vevent(...SERIES)), options)
  const next = await kalends.admin('GET', `${CHANGES}?since=${first.body.next}`)
  expect(next.body.changes).toMatchObject([{ event: { uid: event.uid, overrides: [] } }])
})
