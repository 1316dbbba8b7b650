// Rules of days and weeks, calculated: what rrule makes of them, wherever the question begins.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { expandStarts, lastStart, parseRule } from '../../src/schedule/recurrence.ts'
import { RRule } from '../../src/schedule/rrule.ts'

const DAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']
const dateAt = (day: number): string =>
  new Date(Date.UTC(2026, 0, 1 + day)).toISOString().slice(0, 10)

const shape = fc.record({
  first: fc.integer({ min: 0, max: 400 }),
  from: fc.integer({ min: -30, max: 3000 }),
  interval: fc.integer({ min: 1, max: 5 }),
  count: fc.option(fc.integer({ min: 2, max: 300 })),
  weekly: fc.boolean(),
  days: fc.subarray(DAYS, { maxLength: 4 }),
  wkst: fc.constantFrom('', ';WKST=SU', ';WKST=MO'),
})

test('any of them, asked about anywhere', () => {
  let compared = 0
  fc.assert(
    fc.property(shape, ({ first, from, interval, count, weekly, days, wkst }) => {
      const start = dateAt(first)
      const own = DAYS[new Date(start).getUTCDay()] ?? ''
      const byDay = weekly ? `;BYDAY=${[...new Set([own, ...days])].join()}${wkst}` : ''
      const text = `FREQ=${weekly ? 'WEEKLY' : 'DAILY'};INTERVAL=${interval}${byDay}`
      const slot = { start, allDay: true, timezone: 'Asia/Seoul' }
      const parsed = parseRule(count ? `${text};COUNT=${count}` : text, slot)
      if ('code' in parsed) throw new Error(parsed.code)
      const dtstart = new Date(start)
      const made = new RRule({ ...RRule.parseString(parsed.rule), dtstart })
      const theirs = made
        .between(new Date(dateAt(from)), new Date(dateAt(from + 199)), true)
        .map((date) => date.toISOString().slice(0, 10))
      const series = { ...slot, rrule: parsed.rule, exdates: [] }
      expect(expandStarts(series, dateAt(from), dateAt(from + 200), 1000)).toEqual(theirs)
      compared += theirs.length
      if (count) expect(lastStart(series)).toBe(made.all().at(-1)?.toISOString().slice(0, 10))
    }),
    { seed: 20260401, numRuns: 200 },
  )
  expect(compared).toBeGreaterThan(1000)
})

test('a count that ends after every schedule never ends', () => {
  const slot = { start: '2026-01-01', allDay: true, timezone: 'UTC', exdates: [] }
  expect(lastStart({ ...slot, rrule: 'FREQ=WEEKLY;INTERVAL=999;COUNT=5000' })).toBeNull()
})
