import { expect, test } from 'vitest'
import { plainRule, ruleIn, ruleText } from '../../src/partners/console/events/rule-builder.ts'

test('the 2nd and 4th Sunday of each month, as a supermarket closes', () => {
  const rule = ruleIn([
    ['repeat', 'monthly-day'],
    ['repeatOrdinal', '2'],
    ['repeatOrdinal', '4'],
    ['repeatDay', 'SU'],
  ])
  expect(rule).toBe('FREQ=MONTHLY;BYDAY=2SU,4SU')
  expect(ruleText(rule, 'ko')).toBe('매달 둘째·넷째 일요일')
  expect(ruleText(rule, 'en')).toBe('2nd·4th Sun of the month')
})

test.each([
  'FREQ=WEEKLY;BYDAY=TU,TH',
  'FREQ=WEEKLY;UNTIL=20261231;INTERVAL=2;BYDAY=SA',
  'FREQ=MONTHLY;BYDAY=2SU,4SU',
  'FREQ=MONTHLY;BYDAY=-1FR',
  'FREQ=MONTHLY',
  'FREQ=YEARLY',
])('%s is said by the form and read from it again', (rrule) => {
  const { shape, every, days, ordinals, until } = plainRule(rrule)
  expect(shape).not.toBe('own')
  const fields: [string, string][] = [
    ['repeat', shape],
    ['repeatEvery', String(every)],
    ['repeatUntil', until],
    ...days.map((day): [string, string] => ['repeatDay', day]),
    ...ordinals.map((ordinal): [string, string] => ['repeatOrdinal', ordinal]),
  ]
  expect(ruleIn(fields)).toBe(rrule)
})

test.each(['FREQ=MONTHLY;BYDAY=1MO,2TU', 'FREQ=WEEKLY;COUNT=10', 'FREQ=MONTHLY;BYMONTHDAY=-1'])(
  '%s, for which the form has no words, stays as it is written',
  (rrule) => {
    expect(plainRule(rrule)).toMatchObject({ shape: 'own', own: rrule })
    expect(
      ruleIn([
        ['repeat', 'own'],
        ['rrule', rrule],
      ]),
    ).toBe(rrule)
  },
)
