// One rule of recurrence: whether it can be read, and read alike by everybody.

import type { Property } from './components.ts'
import { type Moment, momentOf } from './moments.ts'
import type { Notes } from './notes.ts'

const FREQUENCIES = ['SECONDLY', 'MINUTELY', 'HOURLY', 'DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const PARTS: Record<string, RegExp> = {
  FREQ: /^[A-Z]+$/,
  UNTIL: /^\d{8}(T\d{6}Z?)?$/,
  COUNT: /^[1-9]\d{0,6}$/,
  INTERVAL: /^[1-9]\d{0,6}$/,
  WKST: /^(MO|TU|WE|TH|FR|SA|SU)$/,
  BYDAY: /^([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)(,([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU))*$/,
  BYMONTHDAY: /^[+-]?\d{1,2}(,[+-]?\d{1,2})*$/,
  BYMONTH: /^\d{1,2}L?(,\d{1,2}L?)*$/,
  BYSETPOS: /^[+-]?\d{1,3}(,[+-]?\d{1,3})*$/,
}
/** Read in as many ways as there are programs. */
const NOT_PORTABLE = ['BYHOUR', 'BYMINUTE', 'BYSECOND', 'BYWEEKNO', 'BYYEARDAY', 'RSCALE', 'SKIP']
const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA']

type Parts = ReadonlyMap<string, string>

export function checkRule(rule: Property, start: Moment, notes: Notes): void {
  const parts: Parts = new Map(
    rule.value
      .trim()
      .toUpperCase()
      .split(';')
      .filter(Boolean)
      .map((part) => [part.split('=')[0] ?? '', part.slice(part.indexOf('=') + 1)] as const),
  )
  const frequency = parts.get('FREQ') ?? ''
  const wrong = wrongPart(parts)
  if (wrong) {
    notes.at('rule_invalid', rule, { part: wrong })
    return
  }
  if (FREQUENCIES.indexOf(frequency) < FREQUENCIES.indexOf('DAILY'))
    notes.at('rule_costly', rule, { part: `FREQ=${frequency}` })
  const odd = NOT_PORTABLE.find((name) => parts.has(name)) ?? oddPosition(parts, frequency)
  if (odd) notes.at('rule_not_portable', rule, { part: odd })
  if (parts.get('COUNT') === '1') notes.at('rule_once', rule)
  checkUntil(rule, parts.get('UNTIL'), start, notes)
  if (!odd && !fits(parts, frequency, start)) notes.at('rule_off_start', rule)
  const every = Number(parts.get('INTERVAL') ?? 1)
  if (frequency === 'WEEKLY' && every > 1 && parts.has('BYDAY') && !parts.has('WKST'))
    notes.at('week_start', rule)
}

/** The first that is not as it should be; null where all are. */
function wrongPart(parts: Parts): string | null {
  if (!FREQUENCIES.includes(parts.get('FREQ') ?? '')) return `FREQ=${parts.get('FREQ') ?? ''}`
  for (const [name, value] of parts) {
    const known = PARTS[name]
    if (known && !known.test(value)) return `${name}=${value.slice(0, 60)}`
    if (!known && !NOT_PORTABLE.includes(name) && !name.startsWith('X-')) return name.slice(0, 60)
  }
  return parts.has('COUNT') && parts.has('UNTIL') ? 'COUNT, UNTIL' : null
}

const oddPosition = (parts: Parts, frequency: string): string | null =>
  parts.has('BYSETPOS') && frequency !== 'MONTHLY' && frequency !== 'YEARLY' ? 'BYSETPOS' : null

/** RFC 5545 §3.3.10: a date for dates, UTC for a zone or UTC, floating for floating. */
function checkUntil(rule: Property, value: string | undefined, start: Moment, notes: Notes): void {
  if (!value) return
  const until = momentOf({ value, params: {} })
  if (!until) {
    notes.at('rule_invalid', rule, { part: `UNTIL=${value.slice(0, 60)}` })
    return
  }
  const wanted = start.kind === 'zoned' ? 'utc' : start.kind
  if (until.kind !== wanted) notes.at('until_type', rule, { found: value.slice(0, 40) })
}

/** Whether the rule yields its own start, by the parts that can be told from a date alone. */
function fits(parts: Parts, frequency: string, { date }: Moment): boolean {
  const [, month = 0, day = 0] = date.split('-').map(Number)
  const weekday = WEEKDAYS[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
  const days = parts.get('BYDAY')?.split(',') ?? []
  if (days.length > 0 && !days.some((one) => one.endsWith(weekday))) return false
  const months = parts.get('BYMONTH')?.split(',').map(Number) ?? []
  if (months.length > 0 && !months.some((one) => one === month)) return false
  const monthDays = parts.get('BYMONTHDAY')?.split(',').map(Number) ?? []
  const size = new Date(Date.UTC(Number(date.slice(0, 4)), month, 0)).getUTCDate()
  if (monthDays.length > 0 && !monthDays.some((one) => one === day || one + size + 1 === day))
    return false
  return (
    !days.every((one) => /\d/.test(one)) ||
    days.length === 0 ||
    hasOrdinal(days, frequency, parts, { day, size, weekday })
  )
}

interface Day {
  day: number
  size: number
  weekday: string
}

/** `2TU`, `-1FR` of a month; of a year no more than the weekday is looked at. */
function hasOrdinal(days: readonly string[], frequency: string, parts: Parts, at: Day): boolean {
  if (frequency !== 'MONTHLY' && !parts.has('BYMONTH')) return true
  const nth = Math.ceil(at.day / 7)
  const last = -Math.ceil((at.size - at.day + 1) / 7)
  return days.some((one) => {
    const number = Number(one.slice(0, -2))
    return one.endsWith(at.weekday) && (number === nth || number === last)
  })
}
