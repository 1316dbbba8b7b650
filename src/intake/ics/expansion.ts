// Local starts of a rule that is not published as a rule: a walk over days, so that every rule ends.

import { WEEKDAYS } from '../../schedule/rule.ts'
import type { WideRule } from './wide-rule.ts'

const DAY_MS = 86_400_000

/**
 * The first start and those that the rule makes, in order, before `horizon`; the first `limit`.
 * `until` is a local time. RFC 5545 §3.8.5.3: the first start counts, whether the rule makes it or not.
 */
export function startsOf(
  rule: WideRule,
  first: string,
  { until, horizon, limit }: { until: string | null; horizon: string; limit: number },
): string[] {
  const starts = [first]
  const most = Math.min(limit, rule.count ?? limit)
  const times = timesOf(rule, first)
  for (const days of periods(rule, first, horizon)) {
    for (const start of picked(rule, days, times)) {
      if (start <= first) continue
      const past = start.slice(0, 10) > horizon.slice(0, 10) || (until !== null && start > until)
      if (past || starts.length >= most) return starts
      starts.push(start)
    }
    if (starts.length >= most) break
  }
  return starts
}

/** Times of day in order; of a date none but itself. */
function timesOf({ numbers }: WideRule, first: string): string[] {
  if (!first.includes('T')) return ['']
  const [hour, minute, second] = [11, 14, 17].map((place) => Number(first.slice(place, place + 2)))
  const or = (numbers: number[], own = 0) => (numbers.length > 0 ? numbers : [own])
  const pad = (number: number) => String(number).padStart(2, '0')
  return or(numbers.BYHOUR, hour).flatMap((h) =>
    or(numbers.BYMINUTE, minute).flatMap((m) =>
      or(numbers.BYSECOND, second).map((s) => `T${pad(h)}:${pad(m)}:${pad(s)}`),
    ),
  )
}

function picked({ numbers }: WideRule, days: string[], times: string[]): string[] {
  const all = days.flatMap((day) => times.map((time) => `${day}${time}`))
  if (numbers.BYSETPOS.length === 0) return all
  const chosen = numbers.BYSETPOS.map((place) => (place > 0 ? all[place - 1] : all.at(place)))
  return [...new Set(chosen.filter((start) => start !== undefined))].sort()
}

/** The fitting days of each period that the interval keeps; whole, since places are told from its end. */
function* periods(rule: WideRule, first: string, horizon: string): Generator<string[]> {
  const start = Date.parse(`${first.slice(0, 10)}T00:00:00Z`)
  const end = Date.parse(`${horizon.slice(0, 10)}T00:00:00Z`)
  const origin = periodOf(rule, start)
  let period = origin
  let days: string[] = []
  for (let at = beginOf(rule, start); ; at += DAY_MS) {
    const own = periodOf(rule, at)
    if (own !== period) {
      if (days.length > 0) yield days
      if (!(at <= end)) return
      days = []
      period = own
    }
    const kept = (own - origin) % rule.interval === 0
    if (kept && fits(rule, at, start)) days.push(new Date(at).toISOString().slice(0, 10))
  }
}

/** Days since Monday 29 December 1969 are counted from the week's own first day. */
function weekOf(rule: WideRule, at: number): number {
  const day = Math.floor(at / DAY_MS)
  return Math.floor((day + 4 - WEEKDAYS.indexOf(rule.wkst)) / 7)
}

function periodOf(rule: WideRule, at: number): number {
  const date = new Date(at)
  if (rule.freq === 'DAILY') return Math.floor(at / DAY_MS)
  if (rule.freq === 'WEEKLY') return weekOf(rule, at)
  if (rule.freq === 'MONTHLY') return date.getUTCFullYear() * 12 + date.getUTCMonth()
  return date.getUTCFullYear()
}

/** Positions are counted from the beginning of the period, before the first start too. */
function beginOf(rule: WideRule, start: number): number {
  const date = new Date(start)
  if (rule.freq === 'WEEKLY') {
    let at = start
    while (weekOf(rule, at - DAY_MS) === weekOf(rule, start)) at -= DAY_MS
    return at
  }
  if (rule.freq === 'MONTHLY') return start - (date.getUTCDate() - 1) * DAY_MS
  return rule.freq === 'YEARLY' ? Date.UTC(date.getUTCFullYear(), 0, 1) : start
}

function fits(rule: WideRule, at: number, start: number): boolean {
  const { numbers, byDay, freq } = rule
  const { BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO } = numbers
  const [date, first] = [new Date(at), new Date(start)]
  const [year, month, day] = [date.getUTCFullYear(), date.getUTCMonth(), date.getUTCDate()]
  if (BYMONTH.length > 0 && !BYMONTH.includes(month + 1)) return false
  const size = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  const yearDay = (at - Date.UTC(year, 0, 1)) / DAY_MS + 1
  const yearSize = (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / DAY_MS
  if (!among(BYMONTHDAY, day, size) || !among(BYYEARDAY, yearDay, yearSize)) return false
  if (BYWEEKNO.length > 0 && !inWeek(rule, at)) return false
  if (byDay.length > 0)
    return byDay.some(({ nth, day: wanted }) => {
      if (WEEKDAYS[date.getUTCDay()] !== wanted) return false
      if (nth === 0) return true
      const within = freq === 'MONTHLY' || BYMONTH.length > 0
      const [place, of] = within ? [day, size] : [yearDay, yearSize]
      return nth > 0 ? Math.ceil(place / 7) === nth : -Math.ceil((of - place + 1) / 7) === nth
    })
  if (BYMONTHDAY.length + BYYEARDAY.length > 0 || freq === 'DAILY') return true
  if (freq === 'WEEKLY' || BYWEEKNO.length > 0) return date.getUTCDay() === first.getUTCDay()
  if (day !== first.getUTCDate()) return false
  return freq === 'MONTHLY' || BYMONTH.length > 0 || month === first.getUTCMonth()
}

const among = (wanted: number[], place: number, size: number): boolean =>
  wanted.length === 0 || wanted.includes(place) || wanted.includes(place - size - 1)

/** Weeks of a year by ISO 8601, begun on the rule's own day; the first has four days of the year. */
function inWeek(rule: WideRule, at: number): boolean {
  const yearOf = (week: number) =>
    new Date((week * 7 - 4 + weekShift(rule) + 3) * DAY_MS).getUTCFullYear()
  const week = weekOf(rule, at)
  const year = yearOf(week)
  let first = week
  while (yearOf(first - 1) === year) first -= 1
  let last = week
  while (yearOf(last + 1) === year) last += 1
  return among(rule.numbers.BYWEEKNO, week - first + 1, last - first + 1)
}

const weekShift = ({ wkst }: WideRule): number => WEEKDAYS.indexOf(wkst)
