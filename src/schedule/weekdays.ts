// Days of the week as people and programs write them, in one form: `mon` to `sun`.

import { WEEKDAYS } from './rule.ts'

export const WEEKDAY_NAMES = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'] as const
export type WeekdayName = (typeof WEEKDAY_NAMES)[number]

/** `mon`, `Monday`, `MO`, 1 (ISO 8601: Monday) or `weekend`; null when it is none of them. */
export function weekdaysNamed(text: string | number): WeekdayName[] | null {
  const word = String(text).trim().toLowerCase()
  if (word === 'weekend') return ['sat', 'sun']
  if (word === 'weekdays') return WEEKDAY_NAMES.slice(0, 5)
  const found = /^[1-7]$/.test(word)
    ? WEEKDAY_NAMES[Number(word) - 1]
    : WEEKDAY_NAMES.find((name) => LONG.test(word) && word.startsWith(name.slice(0, 2)))
  return found ? [found] : null
}

const LONG =
  /^(mo|tu|we|th|fr|sa|su|mon|tue|wed|thu|fri|sat|sun|(mon|tues|wednes|thurs|fri|satur|sun)day)$/

/** The day of the week of a local date or time. */
export const weekdayOf = (local: string): WeekdayName =>
  WEEKDAY_NAMES[(new Date(`${local.slice(0, 10)}T00:00:00Z`).getUTCDay() + 6) % 7] ?? 'mon'

/** As a rule of recurrence names it: `MO`. */
export const inRules = (name: WeekdayName): (typeof WEEKDAYS)[number] =>
  WEEKDAYS[(WEEKDAY_NAMES.indexOf(name) + 1) % 7] ?? 'MO'
