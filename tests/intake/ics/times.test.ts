import { expect, test } from 'vitest'
import { calendar, factsOf, read, said, saidOf, vevent, vtimezone } from './calendars.ts'

test('a time in a zone stays there, whatever the name of the zone', () => {
  for (const tzid of [
    'Asia/Seoul',
    'Korea Standard Time',
    '/mozilla.org/20050126_1/Asia/Seoul',
    '/freeassociation.sourceforge.net/Tzfile/Asia/Seoul',
  ])
    expect(factsOf(`DTSTART;TZID=${tzid}:20260401T183000`)).toMatchObject([
      { start: '2026-04-01T18:30:00', timezone: 'Asia/Seoul', allDay: false },
    ])
})

test('UTC stays UTC, and is told in X-WR-TIMEZONE where a file has one', () => {
  const event = vevent('DTSTART:20260401T093000Z')
  expect(read(calendar(event)).rows[0]?.facts).toMatchObject({
    ...{ start: '2026-04-01T09:30:00', timezone: 'UTC' },
  })
  expect(read(calendar('X-WR-TIMEZONE:Asia/Tokyo', event)).rows[0]?.facts).toMatchObject({
    ...{ start: '2026-04-01T18:30:00', timezone: 'Asia/Tokyo' },
  })
})

test('a floating time is read in X-WR-TIMEZONE, else in the calendar’s zone', () => {
  const event = vevent('DTSTART:20260401T183000')
  expect(read(calendar(event)).rows[0]?.facts.timezone).toBe('Asia/Seoul')
  expect(read(calendar('X-WR-TIMEZONE:Europe/Paris', event)).rows[0]?.facts).toMatchObject({
    ...{ start: '2026-04-01T18:30:00', timezone: 'Europe/Paris' },
  })
})

test('a zone of the file’s own is the one that agrees with it, the calendar’s first', () => {
  const reading = read(
    calendar(vtimezone('Home', '+0900'), vevent('DTSTART;TZID=Home:20260401T183000')),
  )
  expect(reading.rows[0]?.facts.timezone).toBe('Asia/Seoul')
  expect(said(reading)).toEqual(['warning tz.guessed VTIMEZONE 4'])
})

test('where none agrees, its times are instants', () => {
  const reading = read(
    calendar(vtimezone('Odd', '+0917'), vevent('DTSTART;TZID=Odd:20260401T183000')),
  )
  expect(reading.rows[0]?.facts).toMatchObject({ start: '2026-04-01T09:13:00', timezone: 'UTC' })
})

test('a VTIMEZONE that lies of a known zone is overruled, and that is said', () => {
  const reading = read(
    calendar(vtimezone('Asia/Seoul', '+0500'), vevent('DTSTART;TZID=Asia/Seoul:20260401T183000')),
  )
  expect(reading.rows[0]?.facts).toMatchObject({ start: '2026-04-01T18:30:00' })
  expect(said(reading)).toEqual(['warning tz.overruled VTIMEZONE 4'])
})

test('a zone that nobody describes is refused', () => {
  expect(saidOf('DTSTART;TZID=Nowhere:20260401T183000')).toEqual(['error tz.unknown DTSTART 6'])
})

test('a time that the clocks skip is moved, and that is said', () => {
  const [facts] = factsOf('DTSTART;TZID=America/New_York:20260308T023000')
  expect(facts?.start).toBe('2026-03-08T03:30:00')
})

test('an end is exclusive in a file and inclusive here, and may be told by a duration', () => {
  expect(factsOf('DTSTART;VALUE=DATE:20260405', 'DTEND;VALUE=DATE:20260409')).toMatchObject([
    { start: '2026-04-05', end: '2026-04-08', allDay: true },
  ])
  expect(factsOf('DTSTART:20260405T090000Z', 'DURATION:PT1H30M')[0]?.end).toBe(
    '2026-04-05T10:30:00',
  )
  expect(factsOf('DTSTART;VALUE=DATE:20260405', 'DURATION:P2D')[0]?.end).toBe('2026-04-06')
  expect(
    factsOf('DTSTART;TZID=Asia/Seoul:20260405T180000', 'DTEND;TZID=Asia/Tokyo:20260405T200000')[0]
      ?.end,
  ).toBe('2026-04-05T20:00:00')
})

test.each([
  ['DTSTART;VALUE=DATE:20260230', 'error date.invalid DTSTART 6'],
  ['DTSTART:20260401T250000Z', 'error date.invalid DTSTART 6'],
  ['DTSTART:00010401T100000Z', 'error date.out_of_range DTSTART 6'],
  ['DTSTART;TZID=Asia/Seoul:20260401T100000Z', 'error tz.conflict DTSTART 6'],
])('%s is refused', (line, finding) => {
  expect(saidOf(line)).toEqual([finding])
})
