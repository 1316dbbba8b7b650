// A series on fewer days has exactly the happenings of the whole that fall on them.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { bareFacts, type Facts } from '../../src/schedule/event.ts'
import { occurrencesOf } from '../../src/schedule/occurrences.ts'
import { expandStarts, parseRule } from '../../src/schedule/recurrence.ts'
import { wantedOf } from '../../src/schedule/weekday-series.ts'
import { WEEKDAY_NAMES, weekdayOf, weekdaysNamed } from '../../src/schedule/weekdays.ts'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
const weekly = fc
  .record({
    interval: fc.integer({ min: 1, max: 3 }),
    days: fc.subarray(DAYS, { minLength: 1 }),
    end: fc.constantFrom('', ';COUNT=9', ';COUNT=2', ';UNTIL=20261231'),
  })
  .map(({ interval, days, end }) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days}${end}`)
const others = fc.constantFrom(
  ...['FREQ=DAILY', 'FREQ=DAILY;COUNT=11', 'FREQ=WEEKLY', 'FREQ=WEEKLY;COUNT=3'],
  ...['FREQ=MONTHLY;BYDAY=1MO', 'FREQ=MONTHLY;BYDAY=2SA,-1FR', 'FREQ=MONTHLY;BYDAY=1WE;COUNT=4'],
)

test('what is left of a series is what falls on a wanted day and is not hidden', () => {
  fc.assert(
    fc.property(
      ...[fc.integer({ min: 1, max: 28 }), fc.oneof(weekly, others), fc.boolean()],
      ...[
        fc.subarray([...WEEKDAY_NAMES], { minLength: 1 }),
        fc.array(fc.nat(12), { maxLength: 4 }),
      ],
      fc.array(fc.nat(12), { maxLength: 3 }),
      (day, text, allDay, weekdays, hidden, taken) => {
        const date = `2026-05-${String(day).padStart(2, '0')}`
        const bare = bareFacts('t', allDay ? date : `${date}T19:00:00`, 'America/New_York')
        const rule = parseRule(allDay ? text : text.replace('20261231', '20261231T230000Z'), bare)
        fc.pre('rule' in rule)
        const whole = { ...bare, rrule: rule.rule }
        const starts = expandStarts(whole, '2026-01-01', '2030-01-01', 40)
        const of = (places: number[]) => places.flatMap((place) => starts[place] ?? [])
        const facts = { ...whole, exdates: [...new Set(of(taken))].sort() }
        const skipped = of(hidden).map((start) => start.slice(0, 10))
        const shown = wantedOf(facts, weekdays, skipped)
        const happenings = (each: Facts) =>
          occurrencesOf(each, '2026-01-01T00:00:00Z', '2027-06-01T00:00:00Z', 60, 500).map(
            ({ start, startsAt, endsAt }) => `${start} ${startsAt} ${endsAt}`,
          )
        const wanted = happenings(facts).filter(
          (line) => weekdays.includes(weekdayOf(line)) && !skipped.includes(line.slice(0, 10)),
        )
        expect(shown === null ? [] : happenings(shown)).toEqual(wanted)
        if (shown && shown !== facts) expect(shown.exdates).not.toContain(shown.start)
      },
    ),
    { numRuns: 400 },
  )
})

test('what moves a series to its first wanted day leaves its rule true of its start', () => {
  const bare = bareFacts('t', '2026-05-04T19:00:00', 'Asia/Seoul')
  const shown = wantedOf({ ...bare, rrule: 'FREQ=DAILY' }, ['sat'], ['2026-05-09'])
  expect(shown).toMatchObject({
    ...{ start: '2026-05-16T19:00:00', rrule: 'FREQ=WEEKLY;BYDAY=SA', exdates: [] },
  })
})

test('days of the week as people and programs write them', () => {
  expect(weekdaysNamed('weekend')).toEqual(['sat', 'sun'])
  for (const text of ['mon', 'MO', 'Monday', 1, '1']) expect(weekdaysNamed(text)).toEqual(['mon'])
  for (const text of ['', 'm', '0', 8, 'mondays', '월']) expect(weekdaysNamed(text)).toBeNull()
  expect(weekdaysNamed(7)).toEqual(['sun'])
})
