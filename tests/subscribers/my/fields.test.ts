// The form of choices, both ways.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { checkedReminders } from '../../../src/schedule/reminder-rules.ts'
import {
  type Choices,
  checkedChoices,
  DEFAULT_CHOICES,
} from '../../../src/schedule/subscription.ts'
import { WEEKDAY_NAMES } from '../../../src/schedule/weekdays.ts'
import { fieldsOf, wishOf } from '../../../src/subscribers/my/fields.ts'
import { tokenIn } from '../../../src/subscribers/my/home-pages.ts'
import { withWish } from '../../../src/subscriptions/make.ts'

const text = fc.string({ minLength: 1, maxLength: 5, unit: 'grapheme-ascii' }).map((s) => s.trim())
const words = fc.array(text, { maxLength: 4 })
const some = <T>(values: fc.Arbitrary<T>) => fc.option(values)

const minutes = fc.uniqueArray(fc.integer({ min: 0, max: 40_320 }), { maxLength: 5 })
const days = fc.array(
  fc.record({ days: fc.nat(30), at: fc.constantFrom('07:30', '20:00', '23:59') }),
  { maxLength: 5 },
)
const reminders = fc.record({
  ...{ minutes, daysBefore: days, allDay: days, tickets: minutes, changes: fc.boolean() },
  quiet: some(fc.constantFrom({ from: '23:00', to: '07:00' }, { from: '01:00', to: '05:30' })),
})

const choices: fc.Arbitrary<Choices> = fc
  .record({
    label: some(text.filter(Boolean)),
    filters: fc.record({
      ...{ categories: words, tags: words, teams: words, kinds: words },
      homeAway: fc.constantFrom('home' as const, 'away' as const, null),
      weekdays: fc.subarray([...WEEKDAY_NAMES]),
    }),
    hiddenTeams: words,
    alarms: minutes,
    eveningBefore: fc.constantFrom(null, '18:00', '21:30'),
    language: fc.constantFrom(null, 'ko', 'en', 'ja'),
    prefix: text,
    cancelled: fc.constantFrom('mark' as const, 'drop' as const),
    results: fc.boolean(),
    timezone: fc.constantFrom(null, 'Asia/Seoul', 'Europe/Paris'),
    venueTime: fc.boolean(),
    pastDays: some(fc.integer({ min: 0, max: 3650 })),
    split: fc.constantFrom('category' as const, null),
    reminders: some(reminders).map(checkedReminders),
  })
  .map(checkedChoices)

test('whatever was chosen, its form filled in and sent again changes nothing', () => {
  fc.assert(
    fc.property(choices, (chosen) => {
      const sent = new URLSearchParams(String(fieldsOf(chosen, ['a/b', 'c/d'])))
      const wish = wishOf(sent)
      expect(withWish(DEFAULT_CHOICES, wish)).toEqual(chosen)
      expect(wish.calendars).toEqual(['a/b', 'c/d'])
    }),
  )
})

test('what cannot be a number of minutes is named', () => {
  const wish = () => wishOf(new URLSearchParams({ alarmOwn: '45, soon' }))
  expect(wish).toThrow(/choice_invalid.*"found":"soon"/)
  expect(wishOf(new URLSearchParams({ alarmOwn: '45, 90' })).alarms).toEqual([45, 90])
})

test('an answer that there is not counts as none', () => {
  const wish = wishOf(new URLSearchParams('side=left&cancelled=perhaps&day=xyz&day=sat'))
  expect(wish.filters?.homeAway).toBeNull()
  expect(wish.filters?.weekdays).toEqual(['sat'])
  expect(wish.cancelled).toBe('mark')
})

test('a link is known by any of its addresses', () => {
  const token = 'abcdefghijklmnopqrstuvwxyz234567'
  for (const link of [
    token,
    `https://kalends.example/my/${token}`,
    `https://kalends.example/my/${token}?lang=ko`,
    `https://kalends.example/my/${token}/someevent`,
    `webcal://kalends.example/feeds/my/${token}.ics`,
    `https://kalends.example/feeds/my/${token}/baseball.ics`,
  ])
    expect(tokenIn(link)).toBe(token)
  for (const link of ['', 'hello', `${token}x`, `https://kalends.example/my/${token.slice(1)}`])
    expect(tokenIn(link)).toBeNull()
})
