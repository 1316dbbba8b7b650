// A recurrence rule as RFC 5545 §3.3.10 has it, wider than what is published: it is only ever expanded.

import { WEEKDAYS, type Weekday } from '../../schedule/rule.ts'
import type { FindingCode } from '../finding.ts'
import { writtenMoment } from './values.ts'

export interface WideRule {
  freq: 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'
  interval: number
  count: number | null
  until: string | null
  wkst: Weekday
  byDay: { nth: number; day: Weekday }[]
  numbers: Record<NumberPart, number[]>
}

type NumberPart = keyof typeof BOUNDS

/** The least (negative ones count from the end) and the most. */
const BOUNDS = {
  BYSECOND: [0, 59],
  BYMINUTE: [0, 59],
  BYHOUR: [0, 23],
  BYMONTH: [1, 12],
  BYMONTHDAY: [-31, 31],
  BYYEARDAY: [-366, 366],
  BYWEEKNO: [-53, 53],
  BYSETPOS: [-366, 366],
} as const

export interface RuleFault {
  code: Extract<FindingCode, 'rrule.invalid' | 'rrule.too_dense'>
  params: { part: string }
}

const MAX_RULE_CHARS = 500

/** Sub-daily rules are refused before anything is expanded. */
export function readWideRule(text: string): WideRule | RuleFault {
  if (text.length > MAX_RULE_CHARS) return fault('rrule.invalid', text)
  const parts = new Map<string, string>()
  for (const part of text.trim().toUpperCase().split(';').filter(Boolean)) {
    const [name = '', value = '', ...rest] = part.split('=').map((word) => word.trim())
    if (!value || rest.length > 0 || parts.has(name)) return fault('rrule.invalid', part)
    parts.set(name, value)
  }
  const freq = parts.get('FREQ') ?? ''
  if (/^(?:SECONDLY|MINUTELY|HOURLY)$/.test(freq)) return fault('rrule.too_dense', `FREQ=${freq}`)
  const rule = emptyRule(freq as WideRule['freq'])
  for (const [name, value] of parts)
    if (!readPart(rule, name, value)) return fault('rrule.invalid', `${name}=${value}`)
  if (rule.count !== null && rule.until !== null) return fault('rrule.invalid', 'COUNT + UNTIL')
  if (!parts.has('FREQ')) return fault('rrule.invalid', 'FREQ')
  const ordinal = rule.byDay.some(({ nth }) => nth !== 0)
  const ofMonths = /^(?:MONTHLY|YEARLY)$/.test(freq) && rule.numbers.BYWEEKNO.length === 0
  if (ordinal && !ofMonths) return fault('rrule.invalid', `BYDAY=${parts.get('BYDAY')}`)
  return rule
}

const fault = (code: RuleFault['code'], part: string): RuleFault => ({
  ...{ code, params: { part: part.slice(0, 60) } },
})

const emptyRule = (freq: WideRule['freq']): WideRule => ({
  ...{ freq, interval: 1, count: null, until: null, wkst: 'MO', byDay: [] },
  numbers: {
    ...{ BYSECOND: [], BYMINUTE: [], BYHOUR: [], BYMONTH: [], BYMONTHDAY: [], BYYEARDAY: [] },
    ...{ BYWEEKNO: [], BYSETPOS: [] },
  },
})

function readPart(rule: WideRule, name: string, value: string): boolean {
  if (Object.hasOwn(BOUNDS, name)) return readNumbers(rule, name as NumberPart, value)
  switch (name) {
    case 'FREQ':
      return ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'].includes(value)
    case 'INTERVAL':
      rule.interval = Number(value)
      return /^\d{1,5}$/.test(value) && rule.interval >= 1
    case 'COUNT':
      rule.count = Number(value)
      return /^\d{1,6}$/.test(value) && rule.count >= 1
    case 'UNTIL':
      rule.until = value
      return (
        !('code' in writtenMoment(value)) ||
        (/^[2-9]\d{3}\d{4}(?:T\d{6}Z?)?$/.test(value) && isFar(value))
      )
    case 'WKST':
      rule.wkst = value as Weekday
      return (WEEKDAYS as readonly string[]).includes(value)
    case 'BYDAY':
      return readDays(rule, value)
    default:
      return name === 'RSCALE' && value === 'GREGORIAN'
  }
}

/** A year beyond every schedule means: without an end. */
const isFar = (until: string): boolean => Number(until.slice(0, 4)) > 2200

function readNumbers(rule: WideRule, name: NumberPart, value: string): boolean {
  const [least, most] = BOUNDS[name]
  const words = value.split(',').map((word) => word.trim())
  const numbers = words.map((word) => (/^[+-]?\d{1,3}$/.test(word) ? Number(word) : Number.NaN))
  rule.numbers[name] = [...new Set(numbers)].sort((a, b) => a - b)
  const signed = least < 0
  return numbers.every((number) => number >= least && number <= most && (!signed || number !== 0))
}

function readDays(rule: WideRule, value: string): boolean {
  const days = value
    .split(',')
    .map((day) => /^([+-]?(?!0+[A-Z])\d{1,2})?([A-Z]{2})$/.exec(day.trim()))
  rule.byDay = days.map((day) => ({ nth: Number(day?.[1] ?? 0), day: day?.[2] as Weekday }))
  return rule.byDay.every(
    ({ nth, day }) => (WEEKDAYS as readonly string[]).includes(day) && Math.abs(nth) <= 53,
  )
}
