// Rules that keep expanders busy for seconds or for ever: each ends with a finding, or with few steps.

import { expect, test } from 'vitest'
import { parseRule } from '../../src/schedule/recurrence.ts'
import { calendar, read, said, vevent } from '../intake/ics/calendars.ts'

const sixty = Array.from({ length: 60 }, (_, place) => place).join()
const START = 'DTSTART;TZID=Asia/Seoul:20260302T180000'
const slot = { start: '2026-03-02T18:00:00', allDay: false, timezone: 'Asia/Seoul' }

const REFUSED = [
  'FREQ=HOURLY;INTERVAL=2;BYHOUR=1',
  'FREQ=HOURLY;INTERVAL=2;UNTIL=20260303T000000Z;BYHOUR=18',
  'FREQ=SECONDLY',
  'FREQ=MINUTELY;INTERVAL=2;BYMINUTE=1',
  'FREQ=SECONDLY;COUNT=1000000000',
  'FREQ=DAILY;COUNT=1E9',
  'FREQ=DAILY;COUNT=0',
  'FREQ=YEARLY;INTERVAL=0;BYSETPOS=1;BYDAY=MO',
  'FREQ=DAILY;INTERVAL=-1',
  'FREQ=DAILY;INTERVAL=99999999',
  'FREQ=DAILY;INTERVAL=.007;COUNT=10',
  `FREQ=DAILY;BYHOUR=${sixty.slice(0, 61)};BYMINUTE=${sixty};BYSECOND=${sixty}`,
]

/** They make no start, or none within any schedule: the first stands alone. */
const NEVER = [
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30',
  'FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=31',
  'FREQ=MONTHLY;BYDAY=1TH;BYSETPOS=2',
  'FREQ=YEARLY;BYWEEKNO=53;BYMONTH=6',
  'FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1',
  'FREQ=DAILY;INTERVAL=7;BYDAY=TU',
]

test.each(REFUSED)('%s is refused, in a table and in a calendar', (rule) => {
  expect(parseRule(rule, slot)).toHaveProperty('code')
  const reading = read(calendar(vevent(START, `RRULE:${rule}`)))
  expect(said(reading).join()).toMatch(/rrule\.(?:invalid|too_dense)/)
})

test.each(NEVER)('%s is refused in a table; of a calendar the first start is kept', (rule) => {
  expect(parseRule(rule, slot)).toHaveProperty('code')
  const reading = read(calendar(vevent(START, `RRULE:${rule}`)))
  expect(reading.rows.map(({ facts }) => facts.start)).toEqual(['2026-03-02T18:00:00'])
  expect(said(reading).join()).toContain('rrule.expanded')
})
