// Dates as people write them. What can be read in two ways is not read at all, but asked about.

import { MAX_YEAR, MIN_YEAR } from './limits.ts'

export type DateOrder = 'DMY' | 'MDY' | 'YMD'

export interface DateContext {
  /** How the whole file writes `05/06/2026`, when it has just one reading; or the partner's answer. */
  order: DateOrder | null
  /** The partner's answer to a missing year. */
  year: number | null
  today: string
}

export type ReadDate =
  | { date: string }
  | { code: 'date.ambiguous'; readings: string[] }
  | { code: 'date.year_missing'; readings: string[] }
  | { code: 'date.invalid' | 'date.out_of_range' | 'date.weekday_mismatch' | 'date.serial' }

const MAX_DATE_CHARS = 40

/** Every date prints back to its input: 30 February is no date, and not 2 March either. */
export function readDate(raw: string, context: DateContext): ReadDate {
  const text = raw.trim()
  if (text.length > MAX_DATE_CHARS) return { code: 'date.invalid' }
  const { rest, weekday } = withoutWeekday(text)
  const found = readBare(rest, weekday, context)
  if (weekday === null || !('date' in found)) return found
  return weekdayOf(found.date) === weekday ? found : { code: 'date.weekday_mismatch' }
}

const YEAR_FIRST = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const KOREAN = /^(?:(\d{4})년\s*)?(\d{1,2})월\s*(\d{1,2})일$/
const ENGLISH_DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})$/
const ENGLISH_MONTH_FIRST = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/
const MONTH_DAY = /^(\d{1,2})\s*[/.]\s*(\d{1,2})\.?$/
const FAR_YEAR = /^[+-]?\d{1,6}[-/.]\d{1,2}[-/.]\d{1,2}$/
export const THREE_NUMBERS = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}|\d{2})\.?$/

function readBare(text: string, weekday: number | null, context: DateContext): ReadDate {
  const known = YEAR_FIRST.exec(text) ?? COMPACT.exec(text)
  if (known) return dated(Number(known[1]), Number(known[2]), Number(known[3]))
  const korean = KOREAN.exec(text)
  if (korean?.[1]) return dated(Number(korean[1]), Number(korean[2]), Number(korean[3]))
  if (korean) return yearless(Number(korean[2]), Number(korean[3]), weekday, context)
  const short = MONTH_DAY.exec(text)
  if (short) return yearless(Number(short[1]), Number(short[2]), weekday, context)
  const english = englishDate(text)
  if (english) return english
  if (THREE_NUMBERS.test(text)) return threeNumbers(text, context)
  if (FAR_YEAR.test(text)) return { code: 'date.out_of_range' }
  return /^\d{5,14}$/.test(text) ? { code: 'date.serial' } : { code: 'date.invalid' }
}

const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')

function englishDate(text: string): ReadDate | null {
  const dayFirst = ENGLISH_DAY_FIRST.exec(text)
  const monthFirst = ENGLISH_MONTH_FIRST.exec(text)
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  const month = MONTHS.indexOf((name ?? '').slice(0, 3).toLowerCase()) + 1
  return month > 0 ? dated(Number(year), month, Number(day)) : null
}

function threeNumbers(text: string, { order }: DateContext): ReadDate {
  const readings = readingsOf(text)
  const distinct = [...new Set(readings.values())]
  const [only] = distinct
  const chosen = order ? readings.get(order) : distinct.length === 1 ? only : undefined
  if (chosen) return { date: chosen }
  if (order || !only) return { code: 'date.invalid' }
  return { code: 'date.ambiguous', readings: distinct }
}

/** What `05/06/2026` can mean, by order. */
export function readingsOf(text: string): Map<DateOrder, string> {
  const parts = THREE_NUMBERS.exec(text.trim())
  const readings = new Map<DateOrder, string>()
  if (!parts) return readings
  const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const long = parts[3]?.length === 4
  const offer = (order: DateOrder, year: number, month: number, day: number) => {
    const found = dated(year < 100 ? 2000 + year : year, month, day)
    if ('date' in found) readings.set(order, found.date)
  }
  offer('DMY', c, b, a)
  offer('MDY', c, a, b)
  if (!long && parts[1]?.length === 2) offer('YMD', a, b, c)
  return readings
}

/** The one order in which all such dates of a file can be read; null when several can, or none. */
export function orderOf(texts: readonly string[]): DateOrder | null {
  const orders = (['DMY', 'MDY', 'YMD'] as const).filter((order) =>
    texts.every((text) => readingsOf(text).has(order)),
  )
  return texts.length > 0 && orders.length === 1 ? (orders[0] ?? null) : null
}

/** The year is told by the weekday, when just one of last, this and next year has it there. */
function yearless(
  month: number,
  day: number,
  weekday: number | null,
  { year, today }: DateContext,
): ReadDate {
  if (year !== null) return dated(year, month, day)
  const now = Number(today.slice(0, 4))
  const dates = [now - 1, now, now + 1].flatMap((year) => {
    const found = dated(year, month, day)
    return 'date' in found ? [found.date] : []
  })
  if (dates.length === 0) return { code: 'date.invalid' }
  const fitting = dates.filter((date) => weekday !== null && weekdayOf(date) === weekday)
  const [only] = fitting
  if (fitting.length === 1 && only) return { date: only }
  return weekday === null
    ? { code: 'date.year_missing', readings: dates }
    : { code: 'date.weekday_mismatch' }
}

function dated(year: number, month: number, day: number): ReadDate {
  const pad = (value: number, size: number) => String(value).padStart(size, '0')
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const milliseconds = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) return { code: 'date.invalid' }
  if (!new Date(milliseconds).toISOString().startsWith(date)) return { code: 'date.invalid' }
  return year < MIN_YEAR || year > MAX_YEAR ? { code: 'date.out_of_range' } : { date }
}

const WEEKDAYS_KO = '일월화수목금토'
const WEEKDAYS_EN = 'sun mon tue wed thu fri sat'.split(' ')
const KOREAN_WEEKDAY = /\s*(?:[([]([일월화수목금토])(?:요일)?[)\]]|([일월화수목금토])요일)\s*$/
const ENGLISH_WEEKDAY =
  /^(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\.?,?\s+|\s*[([]?(sun|mon|tue|wed|thu|fri|sat)[a-z]{0,6}\.?[)\]]?$/i

function withoutWeekday(text: string): { rest: string; weekday: number | null } {
  const korean = KOREAN_WEEKDAY.exec(text)
  if (korean) {
    const weekday = WEEKDAYS_KO.indexOf(korean[1] ?? korean[2] ?? '')
    return { rest: text.slice(0, korean.index).trim(), weekday }
  }
  const english = ENGLISH_WEEKDAY.exec(text)
  if (!english) return { rest: text, weekday: null }
  const weekday = WEEKDAYS_EN.indexOf((english[1] ?? english[2] ?? '').toLowerCase())
  return { rest: text.replace(english[0], '').trim(), weekday }
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()
