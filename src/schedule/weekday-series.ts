// An event on the days of the week that a subscription asks for, and without those it skips.
// A happening is judged by the day that its rule gives it, also where it was moved.

import type { Facts } from './event.ts'
import { startOn } from './overlay.ts'
import { expandStarts, lastStart } from './recurrence.ts'
import { type Rule, readRule, type Weekday, writeRule } from './rule.ts'
import { inRules, type WeekdayName, weekdayOf } from './weekdays.ts'
import { addDays, placeIn } from './zones.ts'

/** The event as far as it is wanted; null when nothing of it is. */
export function wantedOf(
  facts: Facts,
  weekdays: readonly WeekdayName[],
  skipped: readonly string[],
): Facts | null {
  const shown = weekdays.length === 0 ? facts : onWeekdays(facts, weekdays)
  return shown && (skipped.length === 0 ? shown : without(shown, skipped))
}

function onWeekdays(facts: Facts, weekdays: readonly WeekdayName[]): Facts | null {
  const rule = facts.rrule === null ? null : readRule(facts.rrule)
  if (!rule || !('freq' in rule)) return weekdays.includes(weekdayOf(facts.start)) ? facts : null
  const made = daysOf(rule, facts.start)
  // By date, or every so many days: such a series is taken as one.
  if (made === null) return facts
  const wanted = new Set(weekdays.map(inRules))
  const kept = made.filter((day) => wanted.has(day))
  if (kept.length === 0) return null
  return kept.length === made.length || rule.bySetPos.length > 0
    ? facts
    : narrowed(facts, rule, kept)
}

/** The days of the week on which a rule has happenings; null when it does not go by them. */
function daysOf({ freq, interval, byDay, byMonthDay }: Rule, start: string): Weekday[] | null {
  if (byMonthDay.length > 0) return null
  if (byDay.length > 0) return [...new Set(byDay.map(({ day }) => day))]
  if (freq === 'WEEKLY') return [inRules(weekdayOf(start))]
  return freq === 'DAILY' && interval === 1 ? [...EVERY_DAY] : null
}

const EVERY_DAY: readonly Weekday[] = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** A wanted day comes at least once in so many happenings, but for the rarest rules. */
const MAX_LOOKED_AT = 200

/** The same series on fewer days; its end is told by a date, since fewer happenings count less. */
function narrowed(facts: Facts, rule: Rule, kept: readonly Weekday[]): Facts | null {
  const isKept = (start: string) => kept.includes(inRules(weekdayOf(start)))
  const last = lastStart(facts)
  const all = { ...facts, exdates: [] }
  const start = expandStarts(
    all,
    facts.start,
    last === null ? FAR : later(facts),
    MAX_LOOKED_AT,
  ).find(isKept)
  if (start === undefined) return null
  const days = Math.round((dayNumber(start) - dayNumber(facts.start)) / DAY_MS)
  const byDay =
    rule.byDay.length > 0
      ? rule.byDay.filter(({ day }) => kept.includes(day))
      : kept.map((day) => ({ nth: null, day }))
  const freq = rule.freq === 'DAILY' ? 'WEEKLY' : rule.freq
  const until = rule.count === null ? rule.until : last && untilOf(last, facts)
  const stays = (at: string) => isKept(at) && at >= start
  return {
    ...facts,
    start,
    end: facts.end && addDays(facts.end.slice(0, 10), days) + facts.end.slice(10),
    rrule: writeRule({ ...rule, freq, byDay, until, count: null }),
    exdates: facts.exdates.filter(stays),
    overrides: facts.overrides.filter(({ recurrenceId }) => stays(recurrenceId)),
  }
}

const DAY_MS = 86_400_000
const FAR = '2200-12-31'
const dayNumber = (local: string): number => Date.parse(`${local.slice(0, 10)}T00:00:00Z`)

const untilOf = (last: string, { allDay, timezone }: Facts): string =>
  allDay ? last : placeIn(last, timezone).instant

function without(facts: Facts, skipped: readonly string[]): Facts | null {
  const starts = skipped.flatMap((day) => startOn(facts, day) ?? [])
  if (starts.length === 0) return facts
  const gone = new Set(starts)
  const shown = {
    ...facts,
    exdates: [...new Set([...facts.exdates, ...starts])].sort(),
    overrides: facts.overrides.filter(({ recurrenceId }) => !gone.has(recurrenceId)),
  }
  const left = expandStarts(shown, shown.start, lastStart(shown) === null ? FAR : later(shown), 1)
  return left.length > 0 ? shown : null
}

const later = (facts: Facts): string => addDays((lastStart(facts) ?? facts.start).slice(0, 10), 1)
