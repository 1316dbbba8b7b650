// Each bound of an iCalendar file, at it and one beyond.

import { expect, test } from 'vitest'
import { calendar, read, said, vevent } from './calendars.ts'

const codesOf = (text: string) => said(read(text)).map((finding) => finding.split(' ')[1])
const days = (count: number) =>
  Array.from({ length: count }, (_, day) =>
    new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10).replaceAll('-', ''),
  )

test('5,000 dates taken back of one series', () => {
  const taken = (count: number) =>
    calendar(
      vevent(
        ...['DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY'],
        ...days(count).map((day) => `EXDATE;VALUE=DATE:${day}`),
      ),
    )
  expect(codesOf(taken(5000))).toEqual([])
  expect(codesOf(taken(5001))).toEqual(['ics.too_many'])
})

test('2,000 dates of one series that differ', () => {
  const differing = (count: number) =>
    calendar(
      vevent('UID:a', 'DTSTART;VALUE=DATE:20260101', 'RRULE:FREQ=DAILY'),
      ...days(count).map((day) =>
        vevent('UID:a', `RECURRENCE-ID;VALUE=DATE:${day}`, `DTSTART;VALUE=DATE:${day}`),
      ),
    )
  expect(codesOf(differing(2000))).toEqual([])
  expect(codesOf(differing(2001))).toEqual(['ics.too_many'])
})

test('1,000 single events of one rule', () => {
  const rule = (count: number) =>
    calendar(vevent('DTSTART:20260101T090000Z', `RRULE:FREQ=DAILY;BYHOUR=9,18;COUNT=${count}`))
  expect(read(rule(1000)).rows).toHaveLength(1000)
  expect(codesOf(rule(1001))).toEqual(['rrule.too_dense'])
})

test('components within components, four deep', () => {
  const nested = (depth: number): string[] =>
    depth === 0 ? [] : [`BEGIN:X-${depth}`, ...nested(depth - 1), `END:X-${depth}`]
  const file = (depth: number) => calendar(vevent('DTSTART;VALUE=DATE:20260101', ...nested(depth)))
  expect(codesOf(file(2))).toEqual([])
  expect(codesOf(file(3))).toEqual(['ics.nesting'])
})
