// Reads a recurrence rule strictly: the part of RFC 5545 §3.3.10 that every calendar program reads alike.

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'] as const
export type Frequency = (typeof FREQUENCIES)[number]

export const WEEKDAYS = ['SU', 'MO', 'TU', 'WE', 'TH', 'FR', 'SA'] as const
export type Weekday = (typeof WEEKDAYS)[number]

export interface Rule {
  freq: Frequency
  interval: number
  count: number | null
  /** A date, a local time or an instant, as the rule writes it: `2026-12-05T05:00:00Z`. */
  until: string | null
  byMonth: number[]
  byMonthDay: number[]
  byDay: { nth: number | null; day: Weekday }[]
  bySetPos: number[]
  wkst: Weekday | null
}

export type RuleFault = {
  code: 'rrule.invalid' | 'rrule.unsupported'
  params: { part: string }
}

const MAX_RULE_CHARS = 500
const MAX_INTERVAL = 999
const MAX_COUNT = 5000

/** The rule, or the part of it that is wrong or that calendar programs disagree on. */
export function readRule(text: string): Rule | RuleFault {
  const parts = partsOf(text)
  if ('code' in parts) return parts
  const rule: Rule = {
    ...{ freq: 'DAILY', interval: 1, count: null, until: null },
    ...{ byMonth: [], byMonthDay: [], byDay: [], bySetPos: [], wkst: null },
  }
  for (const [name, value] of parts) {
    const reader = READERS[name]
    if (!reader) return fault('rrule.unsupported', name)
    if (!reader(rule, value)) return fault('rrule.invalid', `${name}=${value}`)
  }
  if (!parts.has('FREQ')) return fault('rrule.invalid', 'FREQ')
  return disagreement(rule) ?? rule
}

/** One spelling for one meaning: the order of RFC 5545, no default written out. */
export function writeRule(rule: Rule): string {
  const list = (name: string, values: readonly (string | number)[]) =>
    values.length > 0 ? [`${name}=${values.join(',')}`] : []
  return [
    `FREQ=${rule.freq}`,
    ...(rule.until ? [`UNTIL=${rule.until.replace(/[-:]/g, '')}`] : []),
    ...(rule.count ? [`COUNT=${rule.count}`] : []),
    ...(rule.interval > 1 ? [`INTERVAL=${rule.interval}`] : []),
    ...list('BYMONTH', rule.byMonth),
    ...list('BYMONTHDAY', rule.byMonthDay),
    ...list(
      'BYDAY',
      rule.byDay.map(({ nth, day }) => `${nth ?? ''}${day}`),
    ),
    ...list('BYSETPOS', rule.bySetPos),
    ...(rule.wkst ? [`WKST=${rule.wkst}`] : []),
  ].join(';')
}

function partsOf(text: string): Map<string, string> | RuleFault {
  const bare = text
    .trim()
    .toUpperCase()
    .replace(/^RRULE:/, '')
  if (bare.length > MAX_RULE_CHARS) return fault('rrule.invalid', bare.slice(0, 40))
  const parts = new Map<string, string>()
  for (const part of bare.split(';').filter(Boolean)) {
    const [name = '', value = '', ...rest] = part.split('=').map((word) => word.trim())
    if (!value || rest.length > 0 || parts.has(name)) return fault('rrule.invalid', part)
    parts.set(name, value)
  }
  return parts
}

const fault = (code: RuleFault['code'], part: string): RuleFault => ({
  ...{ code, params: { part: part.slice(0, 60) } },
})

type Reader = (rule: Rule, value: string) => boolean

const READERS: Record<string, Reader> = Object.assign(Object.create(null), {
  FREQ: (rule, value) => {
    rule.freq = value as Frequency
    return (FREQUENCIES as readonly string[]).includes(value)
  },
  INTERVAL: (rule, value) => {
    rule.interval = Number(value)
    return /^\d{1,3}$/.test(value) && rule.interval >= 1 && rule.interval <= MAX_INTERVAL
  },
  COUNT: (rule, value) => {
    rule.count = Number(value)
    return /^\d{1,4}$/.test(value) && rule.count >= 2 && rule.count <= MAX_COUNT
  },
  UNTIL: (rule, value) => {
    const parts = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z?))?$/.exec(value)
    const [, year, month, day, hour, minute, second, utc] = parts ?? []
    const time = hour ? `T${hour}:${minute}:${second}` : ''
    rule.until = parts ? `${year}-${month}-${day}${time}${utc ?? ''}` : null
    return rule.until !== null && isMoment(`${year}-${month}-${day}`, time)
  },
  BYMONTH: (rule, value) => {
    rule.byMonth = numbers(value, 12)
    return rule.byMonth.length > 0 && rule.byMonth.every((month) => month > 0)
  },
  BYMONTHDAY: (rule, value) => {
    rule.byMonthDay = numbers(value, 31)
    return rule.byMonthDay.length > 0
  },
  BYDAY: (rule, value) => {
    const days = value.split(',').map((day) => /^([+-]?[1-5])?([A-Z]{2})$/.exec(day.trim()))
    if (!days.every((day) => day && (WEEKDAYS as readonly string[]).includes(day[2] ?? '')))
      return false
    rule.byDay = inOrder(
      days.map((day) => ({ nth: Number(day?.[1] ?? 0) || null, day: day?.[2] as Weekday })),
    )
    return true
  },
  BYSETPOS: (rule, value) => {
    rule.bySetPos = numbers(value, 366)
    return rule.bySetPos.length > 0
  },
  WKST: (rule, value) => {
    rule.wkst = value as Weekday
    return (WEEKDAYS as readonly string[]).includes(value)
  },
} satisfies Record<string, Reader>)

/** JavaScript takes the 30th of February for the 2nd of March. */
function isMoment(date: string, time: string): boolean {
  const milliseconds = Date.parse(`${date}${time || 'T00:00:00'}Z`)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date)
}

/** Each once, Monday first. */
function inOrder(days: Rule['byDay']): Rule['byDay'] {
  const place = ({ nth, day }: Rule['byDay'][number]) =>
    (nth ?? 0) * WEEKDAYS.length + ((WEEKDAYS.indexOf(day) + 6) % WEEKDAYS.length)
  const byPlace = new Map(days.map((day) => [place(day), day]))
  return [...byPlace].sort(([a], [b]) => a - b).map(([, day]) => day)
}

/** Distinct numbers from -most to most without 0, rising; none when any is not. */
function numbers(value: string, most: number): number[] {
  const found = value
    .split(',')
    .map((word) => (/^[+-]?\d{1,3}$/.test(word.trim()) ? Number(word) : 0))
  const wrong = found.some((number) => number === 0 || Math.abs(number) > most)
  return wrong ? [] : [...new Set(found)].sort((a, b) => a - b)
}

/** What calendar programs read in several ways, as libical, dateutil, ical.js and sabre were asked. */
function disagreement(rule: Rule): RuleFault | null {
  const { freq, byDay, byMonth, byMonthDay } = rule
  if (rule.count !== null && rule.until !== null) return fault('rrule.invalid', 'COUNT + UNTIL')
  const nth = byDay.some((day) => day.nth !== null)
  if (nth && (freq === 'DAILY' || freq === 'WEEKLY'))
    return fault('rrule.invalid', `${freq} + BYDAY`)
  if (nth && byDay.some((day) => day.nth === null)) return fault('rrule.unsupported', 'BYDAY')
  if (freq === 'WEEKLY' && byMonthDay.length > 0)
    return fault('rrule.invalid', 'WEEKLY + BYMONTHDAY')
  if (freq === 'YEARLY' && byMonth.length === 0 && byDay.length + byMonthDay.length > 0)
    return fault('rrule.unsupported', 'YEARLY - BYMONTH')
  if (freq === 'DAILY' && byMonthDay.length > 0)
    return fault('rrule.unsupported', 'DAILY + BYMONTHDAY')
  const fromEnd = byMonthDay.some((day) => day < 0)
  if (byDay.length > 0 && byMonthDay.length > 0 && (nth || fromEnd))
    return fault('rrule.unsupported', 'BYDAY + BYMONTHDAY')
  if (fromEnd && byMonth.length > 0 && byMonth.length + byMonthDay.length > 2)
    return fault('rrule.unsupported', 'BYMONTH + BYMONTHDAY')
  // The same days, and rrule need not try each.
  if (freq === 'DAILY' && rule.interval === 1 && byDay.length > 0) rule.freq = 'WEEKLY'
  return positions(rule) ?? settleWeek(rule) ?? (byMonth.length > 0 ? yearlyInstead(rule) : null)
}

/** BYSETPOS is read alike over months and years, where it picks among days that the rule names. */
function positions({ freq, byDay, byMonth, byMonthDay, bySetPos }: Rule): RuleFault | null {
  if (bySetPos.length === 0) return null
  if (byDay.length + byMonthDay.length === 0) return fault('rrule.invalid', 'BYSETPOS')
  const apart = freq === 'DAILY' || freq === 'WEEKLY' || (freq === 'MONTHLY' && byMonth.length > 0)
  return apart ? fault('rrule.unsupported', `${freq} + BYSETPOS`) : null
}

/** Without WKST, a fortnight begins on Sunday for some and on Monday for others. */
function settleWeek(rule: Rule): RuleFault | null {
  const { freq, interval, wkst } = rule
  rule.wkst = freq === 'WEEKLY' && interval > 1 ? (wkst ?? 'MO') : null
  const usual = rule.wkst === null || rule.wkst === 'MO' || rule.wkst === 'SU'
  return usual ? null : fault('rrule.unsupported', `WKST=${rule.wkst}`)
}

/** Some programs heed BYMONTH in yearly rules alone; the same days can be said in one. */
function yearlyInstead(rule: Rule): RuleFault | null {
  const { freq, interval, byDay } = rule
  if (freq === 'YEARLY') return null
  if (interval > 1 || freq === 'DAILY' || (freq === 'WEEKLY' && byDay.length === 0))
    return fault('rrule.unsupported', `${freq} + BYMONTH`)
  rule.freq = 'YEARLY'
  return null
}

/** Writes out a day that not every month has: ical.js takes the 29th of February for the 1st of March. */
export function settleDay(rule: Rule, start: string): RuleFault | null {
  const [, month = 0, day = 0] = start.slice(0, 10).split('-').map(Number)
  if (rule.freq !== 'YEARLY') return null
  const implied = rule.byDay.length + rule.byMonthDay.length === 0
  const late = rule.byMonth.length > 0 ? day > 28 : month === 2 && day === 29
  if (implied && late) {
    rule.byMonthDay = [day]
    if (rule.byMonth.length === 0) rule.byMonth = [month]
  }
  const leapDay = rule.byMonth.length + rule.byMonthDay.length + rule.byDay.length === 2
  const most = (month: number) => new Date(Date.UTC(leapDay ? 2024 : 2025, month, 0)).getUTCDate()
  const missing = rule.byMonthDay.find((day) =>
    rule.byMonth.some((month) => Math.abs(day) > most(month)),
  )
  return missing ? fault('rrule.unsupported', `BYMONTHDAY=${missing}`) : null
}
