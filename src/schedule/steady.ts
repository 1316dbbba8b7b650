// Rules of days and weeks: their nth start is calculated, so that no question walks there from the first.

import { type Rule, WEEKDAYS } from './rule.ts'

const DAY_MS = 86_400_000

/** Starts as milliseconds of floating UTC, by their number from 0; none from the count on. */
export interface Steady {
  count: number
  at(place: number): number
  /** Of the first start that may be at or after that moment; some before it may follow. */
  placeNear(milliseconds: number): number
}

/** Null for a rule whose starts are not evenly spread. */
export function steady(rule: Rule, first: number): Steady | null {
  const { freq, interval, byDay, byMonth, bySetPos } = rule
  if (byMonth.length + bySetPos.length > 0) return null
  if (freq === 'WEEKLY') return weekly(rule, first)
  if (freq !== 'DAILY' || byDay.length > 0) return null
  return spread([0], interval * DAY_MS, first, rule.count)
}

function weekly({ interval, byDay, wkst, count }: Rule, first: number): Steady {
  const weekBegin = WEEKDAYS.indexOf(wkst ?? 'MO')
  const inWeek = (weekday: number) => (weekday - weekBegin + 7) % 7
  const own = inWeek(new Date(first).getUTCDay())
  const days = byDay.map(({ day }) => inWeek(WEEKDAYS.indexOf(day))).sort((a, b) => a - b)
  const offsets = (days.length > 0 ? days : [own]).map((day) => (day - own) * DAY_MS)
  return spread(offsets, interval * 7 * DAY_MS, first, count)
}

/** The same offsets in each period, of which the first may have begun before the first start. */
function spread(offsets: number[], period: number, first: number, count: number | null): Steady {
  const skipped = offsets.filter((offset) => offset < 0).length
  const each = offsets.length
  return {
    count: count ?? Number.POSITIVE_INFINITY,
    at: (place) => {
      const whole = place + skipped
      return first + Math.floor(whole / each) * period + (offsets[whole % each] ?? 0)
    },
    placeNear: (milliseconds) =>
      Math.max(0, (Math.floor((milliseconds - first) / period) - 1) * each - skipped),
  }
}
