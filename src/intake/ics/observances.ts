// A VTIMEZONE by its own observances: the changes of its clocks, year by year, in bounded time.

import { WEEKDAYS } from '../../schedule/rule.ts'
import type { Component } from './components.ts'
import { notebook, type Property, propertiesOf, propertyOf } from './property.ts'
import { offsetMinutes } from './values.ts'

export interface Change {
  /** The instant, in milliseconds. */
  at: number
  /** Minutes east of UTC, before and after. */
  from: number
  to: number
}

/** No schedule reaches further. */
const LAST_YEAR = 2110
const FIRST_YEAR = 1950
const MAX_OBSERVANCES = 400

/** In order; null for a VTIMEZONE that cannot be believed. */
export function changesOf(timezone: Component): Change[] | null {
  const observances = timezone.children.filter(
    ({ name }) => name === 'STANDARD' || name === 'DAYLIGHT',
  )
  if (observances.length === 0 || observances.length > MAX_OBSERVANCES) return null
  const changes: Change[] = []
  for (const observance of observances) {
    const found = observed(observance)
    if (!found) return null
    changes.push(...found)
  }
  return changes.sort((a, b) => a.at - b.at)
}

/** Minutes east of UTC at an instant. */
export function offsetOf(changes: readonly Change[], milliseconds: number): number {
  let [low, high] = [0, changes.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((changes[middle]?.at ?? 0) <= milliseconds) low = middle + 1
    else high = middle
  }
  return changes[low - 1]?.to ?? changes[0]?.from ?? 0
}

function observed(observance: Component): Change[] | null {
  const notes = notebook()
  const one = (name: string) => propertyOf(observance, name, notes, 'warning')?.value ?? ''
  const [from, to] = [offsetMinutes(one('TZOFFSETFROM')), offsetMinutes(one('TZOFFSETTO'))]
  const start = localMs(one('DTSTART'))
  if (from === null || to === null || start === null) return null
  const dates = propertiesOf(observance, 'RDATE', notes).flatMap(datesOf)
  const locals = new Set([start, ...dates])
  for (const rule of propertiesOf(observance, 'RRULE', notes)) {
    const yearly = yearlyStarts(rule.value, start, from)
    if (!yearly) return null
    for (const local of yearly) locals.add(local)
  }
  return [...locals].map((local) => ({ at: local - from * 60_000, from, to }))
}

const datesOf = ({ value }: Property): number[] =>
  value.split(',').flatMap((item) => localMs(item.split('/')[0] ?? '') ?? [])

function localMs(value: string): number | null {
  const found = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)Z?)?$/.exec(value.trim())
  if (!found) return null
  const [, year, month, day, hour = '00', minute = '00', second = '00'] = found
  const milliseconds = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  return Number.isNaN(milliseconds) ? null : milliseconds
}

/** Local onsets of a rule in the forms that time zones have; null for another, or one that never happens. */
function yearlyStarts(rule: string, start: number, from: number): number[] | null {
  const parts = new Map(
    rule
      .toUpperCase()
      .split(';')
      .map((part) => [part.split('=')[0] ?? '', part.split('=')[1] ?? ''] as const),
  )
  if (parts.get('FREQ') !== 'YEARLY' || Number(parts.get('INTERVAL') ?? 1) !== 1) return null
  const first = new Date(start)
  const until = untilOf(parts.get('UNTIL'), from)
  const count = Number(parts.get('COUNT') ?? Number.POSITIVE_INFINITY)
  const starts: number[] = []
  const begin = Math.max(first.getUTCFullYear(), FIRST_YEAR)
  for (let year = begin; year <= LAST_YEAR && starts.length < count; year += 1) {
    const day = dayIn(year, first, parts)
    if (day === null) return null
    if (day === undefined) continue
    const local = day + (start % DAY_MS)
    if (local > until) break
    if (local >= start) starts.push(local)
  }
  return starts.length > 0 || until < start ? starts : null
}

const DAY_MS = 86_400_000

function untilOf(text: string | undefined, from: number): number {
  if (!text) return Number.POSITIVE_INFINITY
  const milliseconds = localMs(text) ?? Number.POSITIVE_INFINITY
  if (!text.includes('T')) return milliseconds + DAY_MS - 1
  return text.endsWith('Z') ? milliseconds + from * 60_000 : milliseconds
}

/** Midnight of the day in that year; undefined where it has none, null for a form not known. */
function dayIn(year: number, first: Date, parts: Map<string, string>): number | null | undefined {
  const month = Number(parts.get('BYMONTH') ?? first.getUTCMonth() + 1)
  if (!Number.isInteger(month) || month < 1 || month > 12) return null
  const size = new Date(Date.UTC(year, month, 0)).getUTCDate()
  const midnight = (day: number) => Date.UTC(year, month - 1, day)
  const monthDays = (parts.get('BYMONTHDAY') ?? '').split(',').filter(Boolean).map(Number)
  const [, nth = '', weekday = ''] =
    /^([+-]?[1-5])?([A-Z]{2})$/.exec(parts.get('BYDAY') ?? '') ?? []
  if (!weekday) {
    if (parts.has('BYDAY')) return null
    const day = monthDays[0] ?? first.getUTCDate()
    return day >= 1 && day <= size ? midnight(day) : undefined
  }
  const days = Array.from({ length: size }, (_, place) => place + 1).filter(
    (day) => WEEKDAYS[new Date(midnight(day)).getUTCDay()] === weekday,
  )
  const fitting = monthDays.length > 0 ? days.filter((day) => monthDays.includes(day)) : days
  const number = Number(nth || (monthDays.length > 0 ? 1 : parts.get('BYSETPOS')) || 1)
  const day = number > 0 ? fitting[number - 1] : fitting.at(number)
  return day === undefined ? undefined : midnight(day)
}
