// Recurrence: the one module that owns rrule. All-day series, expanded as floating dates.

import type { Facts } from './event.ts'
import { RRule } from './rrule.ts'
import { type Rule, readRule, settleDay, WEEKDAYS, writeRule } from './rule.ts'

export type ParsedRule =
  | { rule: string }
  | {
      code: 'rrule.invalid' | 'rrule.unsupported' | 'rrule.no_occurrence'
      params: Record<string, string>
    }

/** The rule in its one spelling, or why it cannot be published so that every program reads it alike. */
export function parseRule(text: string, facts: { allDay: boolean; start: string }): ParsedRule {
  const rule = readRule(text)
  if ('code' in rule) return rule
  if (!facts.allDay) return { code: 'rrule.unsupported', params: { part: 'time' } }
  const fault = settleDay(rule, facts.start)
  if (fault) return fault
  if (!matches(rule, facts.start))
    return { code: 'rrule.unsupported', params: { part: `start ${facts.start}` } }
  if (rule.until !== null && rule.until < facts.start)
    return { code: 'rrule.no_occurrence', params: { part: `UNTIL=${rule.until}` } }
  return { rule: writeRule(rule) }
}

/** A start off its rule is an occurrence to some programs and none to others. */
function matches({ byMonth, byMonthDay, byDay }: Rule, date: string): boolean {
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
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
      ))
  )
}

type Series = Pick<Facts, 'start' | 'rrule' | 'exdates'>

/** Dates on which a series starts, `from` inclusive, `to` exclusive, the first `limit` of them. */
export function expandDates(series: Series, from: string, to: string, limit: number): string[] {
  const rule = expander(series)
  if (!rule) return []
  const gone = new Set(series.exdates)
  const dates: string[] = []
  rule.between(atUtc(from), new Date(atUtc(to).getTime() - 1), true, (date) => {
    const day = date.toISOString().slice(0, 10)
    if (!gone.has(day)) dates.push(day)
    return dates.length < limit
  })
  return dates.slice(0, limit)
}

/** No schedule reaches further; what has not ended by then never does. */
const HORIZON = '2200-12-31'

/** The last date a series can start on; null when it never ends. */
export function lastDate(series: Series): string | null {
  const rule = expander(series)
  if (!rule) return series.start
  const { until, count } = rule.options
  if (until) return until.toISOString().slice(0, 10)
  if (!count) return null
  const dates = rule.between(atUtc(series.start), atUtc(HORIZON), true)
  return dates.length < count ? null : (dates.at(-1)?.toISOString().slice(0, 10) ?? null)
}

/** Those of `dates` that the rule makes, taken back or not. */
export function datesAmong(series: Series, dates: readonly string[]): Set<string> {
  const [first, last] = [[...dates].sort().at(0), [...dates].sort().at(-1)]
  if (!first || !last) return new Set()
  const made = new Set(expandDates({ ...series, exdates: [] }, first, nextDay(last), MAX_EXPANDED))
  return new Set(dates.filter((date) => made.has(date)))
}

/** A daily rule over a hundred years. */
const MAX_EXPANDED = 36_600

const nextDay = (date: string): string =>
  new Date(atUtc(date).getTime() + 86_400_000).toISOString().slice(0, 10)

/** In floating UTC: rrule's own zones depend on the host's and lose instances. */
function expander({ start, rrule }: Series) {
  if (rrule === null) return null
  const options = RRule.parseString(rrule)
  return new RRule({ ...options, dtstart: atUtc(start) })
}

const atUtc = (date: string): Date => new Date(`${date}T00:00:00Z`)
