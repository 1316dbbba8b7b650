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
  const days = weekdays.length === 0 ? facts : onWeekdays(facts, weekdays)
  const shown = days && (skipped.length === 0 ? days : without(days, skipped))
  return shown === null || shown === facts ? shown : begun(shown)
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

/** The same series on fewer days. */
function narrowed(facts: Facts, rule: Rule, kept: readonly Weekday[]): Facts | null {
  const isKept = (start: string) => kept.includes(inRules(weekdayOf(start)))
  const all = { ...facts, exdates: [] }
  const start = expandStarts(all, facts.start, endOf(facts), MAX_LOOKED_AT).find(isKept)
  if (start === undefined) return null
  const byDay =
    rule.byDay.length > 0
      ? rule.byDay.filter(({ day }) => kept.includes(day))
      : kept.map((day) => ({ nth: null, day }))
  const freq = rule.freq === 'DAILY' ? 'WEEKLY' : rule.freq
  const stays = (each: string) => isKept(each) && each >= start
  return {
    ...startingAt(facts, start),
    rrule: writeRule({ ...endedByDate(facts, rule), freq, byDay }),
    exdates: facts.exdates.filter(stays),
    overrides: facts.overrides.filter(({ recurrenceId }) => stays(recurrenceId)),
  }
}

/** A wanted day comes at least once in so many happenings, but for the rarest rules. */
const MAX_LOOKED_AT = 200

/** A count of happenings would count others once some are left out. */
function endedByDate(facts: Facts, rule: Rule): Rule {
  const last = rule.count === null ? null : lastStart(facts)
  return last === null ? rule : { ...rule, count: null, until: untilOf(last, facts) }
}

/**
 * From its first happening that is left: some programs show the start of a series though it is taken
 * back, and a start that its rule does not make is read in three ways.
 */
function begun(facts: Facts): Facts | null {
  const rule = facts.rrule === null ? null : readRule(facts.rrule)
  if (!rule || !('freq' in rule)) return facts
  const [start] = expandStarts(facts, facts.start, endOf(facts), 1)
  if (start === undefined) return null
  if (start === facts.start) return facts
  return {
    ...startingAt(facts, start),
    rrule: writeRule(endedByDate(facts, rule)),
    exdates: facts.exdates.filter((each) => each >= start),
  }
}

function startingAt(facts: Facts, start: string): Facts {
  const days = Math.round((dayNumber(start) - dayNumber(facts.start)) / DAY_MS)
  const end = facts.end && addDays(facts.end.slice(0, 10), days) + facts.end.slice(10)
  return { ...facts, start, end }
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
  return {
    ...facts,
    exdates: [...new Set([...facts.exdates, ...starts])].sort(),
    overrides: facts.overrides.filter(({ recurrenceId }) => !gone.has(recurrenceId)),
  }
}

/** The day after its last happening. */
function endOf(facts: Facts): string {
  const last = lastStart(facts)
  return last === null ? FAR : addDays(last.slice(0, 10), 1)
}
