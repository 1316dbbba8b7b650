// Recurrence: the one module that owns rrule. Series are expanded as floating local times, and each
// start is placed in its zone afterwards.

import type { Facts } from './event.ts'
import { RRule } from './rrule.ts'
import { type Rule, readRule, settleDay, WEEKDAYS, writeRule } from './rule.ts'
import { type Steady, steady } from './steady.ts'
import { transitionsOf } from './tzdata.ts'
import { placeIn, wallTime } from './zones.ts'

export type ParsedRule =
  | { rule: string }
  | {
      code: 'rrule.invalid' | 'rrule.unsupported' | 'rrule.no_occurrence'
      params: Record<string, string>
    }

type Slot = Pick<Facts, 'start' | 'allDay' | 'timezone'>
export type Series = Slot & Pick<Facts, 'rrule' | 'exdates'>

/** The rule in its one spelling, or why it cannot be published so that every program reads it alike. */
export function parseRule(text: string, slot: Slot): ParsedRule {
  const rule = readRule(text)
  if ('code' in rule) return rule
  const fault = settleDay(rule, slot.start)
  if (fault) return fault
  if (!matches(rule, slot.start))
    return { code: 'rrule.unsupported', params: { part: `start ${slot.start}` } }
  const until = rule.until === null ? null : localUntil(rule.until, slot)
  if (until !== null && until < slot.start)
    return { code: 'rrule.no_occurrence', params: { part: `UNTIL=${rule.until}` } }
  const written = writeRule({ ...rule, until: until && publishedUntil(until, slot) })
  const skipped = skippedStart({ ...slot, rrule: written, exdates: [] })
  return skipped
    ? { code: 'rrule.unsupported', params: { part: `start ${skipped}` } }
    : { rule: written }
}

/** The first day from `from` on with which a rule may begin; null where none of a year and a day is. */
export function firstDay(text: string, from: string): string | null {
  for (let day = 0; day <= 366; day += 1) {
    const start = dateOf(floating(from).getTime() + day * DAY_MS)
    if ('rule' in parseRule(text, { start, allDay: true, timezone: 'UTC' })) return start
  }
  return null
}

/** An hour that the clocks skip is never met by EXDATE, and moves what follows in some programs. */
const skippedStart = (series: Series): string | undefined =>
  startsAtChanges(series, 1).find((start) => placeIn(start, series.timezone).kind === 'gap')

/** UNTIL of either type as a local time of the series' own: what it means is the last start. */
function localUntil(until: string, { start, allDay, timezone }: Slot): string {
  const local = until.endsWith('Z') ? wallTime(until, timezone) : until
  if (allDay) return local.slice(0, 10)
  return local.includes('T') ? local : `${local}${start.slice(10)}`
}

/** RFC 5545 §3.3.10: a date for days, an instant in UTC for times. */
const publishedUntil = (local: string, { allDay, timezone }: Slot): string =>
  allDay ? local : placeIn(local, timezone).instant

/** A start off its rule is an occurrence to some programs and none to others. */
function matches({ byMonth, byMonthDay, byDay, bySetPos }: Rule, start: string): boolean {
  const [year = 0, month = 0, day = 0] = start.slice(0, 10).split('-').map(Number)
  const days = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const weekday = WEEKDAYS[new Date(Date.UTC(year, month - 1, day)).getUTCDay()]
  const nth = Math.ceil(day / 7)
  const nthFromEnd = -Math.ceil((days - day + 1) / 7)
  return (
    (byMonth.length === 0 || byMonth.includes(month)) &&
    (byMonthDay.length === 0 || byMonthDay.includes(day) || byMonthDay.includes(day - days - 1)) &&
    (byDay.length === 0 ||
      byDay.some(
        (by) => by.day === weekday && (by.nth === null || by.nth === nth || by.nth === nthFromEnd),
      )) &&
    (bySetPos.length === 0 || isFirst(start, { byMonth, byMonthDay, byDay, bySetPos }))
  )
}

/** Which of a month's days a position picks cannot be told without expanding. */
function isFirst(start: string, rule: Pick<Rule, 'byMonth' | 'byMonthDay' | 'byDay' | 'bySetPos'>) {
  const freq = rule.byMonth.length > 0 ? 'YEARLY' : 'MONTHLY'
  const whole = { ...rule, freq, interval: 1, count: null, until: null, wkst: null } as Rule
  const options = RRule.parseString(writeRule(whole))
  const [first] = new RRule({ ...options, count: 1, dtstart: floating(start) }).all()
  return first?.getTime() === floating(start).getTime()
}

/** Local starts of a series, `from` inclusive, `to` exclusive (dates or times), the first `limit`. */
export function expandStarts(series: Series, from: string, to: string, limit: number): string[] {
  const rule = ruleOf(series)
  if (!rule || limit <= 0) return []
  const gone = new Set(series.exdates)
  const starts: string[] = []
  const take = (date: Date): boolean => {
    const start = localOf(date, series.allDay)
    if (!gone.has(start)) starts.push(start)
    return starts.length < limit
  }
  const last = new Date(floating(to).getTime() - 1)
  const even = steady(rule, floating(series.start).getTime())
  if (even) walk(even, floating(from), min(last, untilOf(rule, series)), take)
  else expander(series, rule, floating(from)).between(floating(from), last, true, take)
  return starts
}

function walk(even: Steady, from: Date, last: Date, take: (date: Date) => boolean): void {
  for (let place = even.placeNear(from.getTime()); place < even.count; place += 1) {
    const at = even.at(place)
    if (at > last.getTime()) return
    if (at >= from.getTime() && !take(new Date(at))) return
  }
}

const min = (a: Date, b: Date | null): Date => (b && b < a ? b : a)

function ruleOf({ rrule }: Series): Rule | null {
  const rule = rrule === null ? null : readRule(rrule)
  return rule && 'freq' in rule ? rule : null
}

/** The last start a series can have; null when it never ends. */
export function lastStart(series: Series): string | null {
  const rule = ruleOf(series)
  if (!rule) return series.start
  if (rule.until) return localUntil(rule.until, series)
  const { count } = rule
  if (count === null) return null
  const even = steady(rule, floating(series.start).getTime())
  if (even) {
    const last = new Date(even.at(count - 1))
    return last < floating(HORIZON) ? localOf(last, series.allDay) : null
  }
  const starts = expandStarts({ ...series, exdates: [] }, series.start, HORIZON, count)
  return starts.length < count ? null : (starts.at(-1) ?? null)
}

/** No schedule reaches further; what has not ended by then never does. */
const HORIZON = '2200-12-31'

/** Those of `starts` that the rule makes, taken back or not. */
export function startsAmong(series: Series, starts: readonly string[]): Set<string> {
  const [first, last] = [[...starts].sort().at(0), [...starts].sort().at(-1)]
  if (!first || !last) return new Set()
  const to = new Date(floating(last).getTime() + 86_400_000).toISOString().slice(0, 19)
  const made = new Set(expandStarts({ ...series, exdates: [] }, first, to, MAX_EXPANDED))
  return new Set(starts.filter((start) => made.has(start)))
}

/** Starts, taken back or not, at most so many days before the clocks change, or a day after. */
export function startsAtChanges(series: Series, days: number): string[] {
  const { allDay, rrule, start, timezone } = series
  if (allDay || rrule === null) return []
  const last = lastStart(series)
  const from = Date.parse(`${start}Z`) - DAY_MS
  const to = last ? Date.parse(`${last}Z`) : from + YEARS_AHEAD * 366 * DAY_MS
  const starts = transitionsOf(timezone)
    .filter(({ at }) => at >= from && at <= to + (days + 1) * DAY_MS)
    .flatMap(({ at }) =>
      Array.from({ length: days + 2 }, (_, back) => dateOf(at + (1 - back) * DAY_MS)),
    )
    .map((date) => date + start.slice(10))
  return [...startsAmong(series, [...new Set(starts)])].sort()
}

/** A series that never ends is looked through so far. */
const YEARS_AHEAD = 10
const DAY_MS = 86_400_000

const dateOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

/** A daily rule over a hundred years. */
const MAX_EXPANDED = 36_600

type Options = ReturnType<typeof RRule.parseString>

/** In floating UTC: rrule's own zones depend on the host's and lose instances. */
function expander(series: Series, rule: Rule, from: Date): InstanceType<typeof RRule> {
  const options = RRule.parseString(series.rrule ?? '')
  const dtstart = floating(series.start)
  return new RRule({ ...later({ ...options, dtstart }, from), until: untilOf(rule, series) })
}

/** As the rule writes it; rrule would read an instant's digits as a local time. */
const untilOf = ({ until }: Rule, series: Series): Date | null =>
  until === null ? null : floating(localUntil(until, series))

type Started = Options & { dtstart: Date }

/**
 * rrule walks from the first start: the same rule from a later one, by whole intervals, so that a
 * question about fifty years on costs what one about the first year does. A count must be walked.
 */
function later(options: Started, from: Date): Started {
  const { freq, interval = 1, dtstart, count } = options
  if (count || from <= dtstart) return options
  const step = (units: number) => Math.floor(units / interval) * interval
  const days = (from.getTime() - dtstart.getTime()) / DAY_MS
  if (freq === RRule.DAILY) return startedAfter(options, step(days))
  const months = monthsOf(from) - monthsOf(dtstart)
  const shift = freq === RRule.YEARLY ? step(Math.floor(months / 12) - 1) * 12 : step(months - 1)
  return shift > 0 ? startedInMonth(options, shift) : options
}

const monthsOf = (date: Date): number => date.getUTCFullYear() * 12 + date.getUTCMonth()

const startedAfter = (options: Started, days: number): Started =>
  days > 0 ? { ...options, dtstart: new Date(options.dtstart.getTime() + days * DAY_MS) } : options

/** On the first of a later month; what the day of the first start said is then said by the rule. */
function startedInMonth(options: Started, months: number): Started {
  const { freq, dtstart, bymonth, bymonthday, byweekday } = options
  const month = monthsOf(dtstart) + months
  const first = new Date(dtstart)
  const inYear = freq === RRule.YEARLY ? 0 : month % 12
  first.setUTCFullYear(Math.floor(month / 12), inYear, 1)
  const byDay = bymonthday || byweekday ? {} : { bymonthday: dtstart.getUTCDate() }
  const byMonth = freq === RRule.YEARLY && !bymonth ? { bymonth: dtstart.getUTCMonth() + 1 } : {}
  return { ...options, ...byDay, ...byMonth, dtstart: first }
}

/** A local date or time as if it were UTC. */
const floating = (local: string): Date =>
  new Date(local.includes('T') ? `${local}Z` : `${local}T00:00:00Z`)

const localOf = (date: Date, allDay: boolean): string =>
  date.toISOString().slice(0, allDay ? 10 : 19)
