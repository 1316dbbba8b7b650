// A week as a list: what goes on from before, then its days, empty ones drawn together.

import type { Happening } from '../engine.ts'
import { addDays } from './dates.ts'
import { firstDay, isDay, lastDay } from './happening-time.ts'

export const DAYS = 7

/** What the engine keeps on a device at least, in days from today. */
const KEPT_BACK = 30
const KEPT_AHEAD = 340

/** Of a week beyond them nobody here knows whether it is empty. */
export const isNotTooEarly = (from: string, today: string): boolean =>
  from >= addDays(today, -KEPT_BACK)
export const isNotTooLate = (from: string, today: string): boolean =>
  addDays(from, DAYS) <= addDays(today, KEPT_AHEAD)

export interface Day {
  date: string
  /** Of a run of empty days, its last. */
  until: string
  happenings: Happening[]
}

export interface Week {
  /** Began before the week's first day, and is not over. */
  long: Happening[]
  days: Day[]
  hidden: number
}

export function weekOf(all: readonly Happening[], from: string, showHidden: boolean): Week {
  const last = addDays(from, DAYS - 1)
  const inside = all.filter((each) => firstDay(each) <= last && lastDay(each) >= from)
  const shown = inside.filter(({ hidden }) => showHidden || !hidden)
  const days: Day[] = []
  for (let date = from; date <= last; date = addDays(date, 1)) {
    const happenings = shown.filter((each) => firstDay(each) === date).sort(byStart)
    const before = days.at(-1)
    if (
      before &&
      before.happenings.length === 0 &&
      happenings.length === 0 &&
      date > addDays(from, 1)
    )
      before.until = date
    else days.push({ date, until: date, happenings })
  }
  return {
    days,
    long: shown.filter((each) => firstDay(each) < from).sort(byStart),
    hidden: inside.filter(({ hidden }) => hidden).length,
  }
}

/** What has no clock stands above what has one. */
const byStart = (one: Happening, other: Happening): number =>
  Number(isDay(other)) - Number(isDay(one)) ||
  Date.parse(one.startsAt) - Date.parse(other.startsAt) ||
  one.title.localeCompare(other.title)
