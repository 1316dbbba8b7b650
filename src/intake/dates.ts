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
  if (!weekday || !('date' in found)) return found
  return weekdayOf(found.date) === weekday.day ? found : { code: 'date.weekday_mismatch' }
}

const YEAR_FIRST = /^(\d{4})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{1,2})\.?$/
const COMPACT = /^(\d{4})(\d{2})(\d{2})$/
const KOREAN = /^(?:(\d{4})년\s*)?(\d{1,2})월\s*(\d{1,2})일$/
const ENGLISH_DAY_FIRST = /^(\d{1,2})(?:st|nd|rd|th)?[\s.-]+([A-Za-z]{3,9})\.?,?[\s-]+(\d{4})$/
const ENGLISH_MONTH_FIRST = /^([A-Za-z]{3,9})\.?\s+(\d{1,2})(?:st|nd|rd|th)?,?\s+(\d{4})$/
const MONTH_DAY = /^(\d{1,2})\s*[/.]\s*(\d{1,2})\.?$/
const FAR_YEAR = /^[+-]?\d{1,6}[-/.]\d{1,2}[-/.]\d{1,2}$/
const THREE_NUMBERS = /^(\d{1,2})\s*[-/.]\s*(\d{1,2})\s*[-/.]\s*(\d{4}|\d{2})\.?$/

function readBare(text: string, weekday: Weekday | null, context: DateContext): ReadDate {
  const known = YEAR_FIRST.exec(text) ?? COMPACT.exec(text)
  if (known) return dated(Number(known[1]), Number(known[2]), Number(known[3]))
  const korean = KOREAN.exec(text)
  if (korean?.[1]) return dated(Number(korean[1]), Number(korean[2]), Number(korean[3]))
  if (korean) return yearless(Number(korean[2]), Number(korean[3]), weekday, context)
  const short = MONTH_DAY.exec(text)
  if (short) return monthAndDay(Number(short[1]), Number(short[2]), weekday, context)
  const english = englishDate(text)
  if (english) return english
  if (THREE_NUMBERS.test(text)) return threeNumbers(text, weekday, context)
  if (FAR_YEAR.test(text)) return { code: 'date.out_of_range' }
  return /^\d{5,14}$/.test(text) ? { code: 'date.serial' } : { code: 'date.invalid' }
}

const MONTHS =
  'january february march april may june july august september october november december'.split(' ')

function englishDate(text: string): ReadDate | null {
  const dayFirst = ENGLISH_DAY_FIRST.exec(text)
  const monthFirst = ENGLISH_MONTH_FIRST.exec(text)
  const [day, name, year] = dayFirst
    ? [dayFirst[1], dayFirst[2], dayFirst[3]]
    : [monthFirst?.[2], monthFirst?.[1], monthFirst?.[3]]
  if (!name) return null
  // Its beginning, and nothing behind it: `marraskuu` is Finnish, and November.
  const month = MONTHS.findIndex((month) => month.startsWith(name.toLowerCase())) + 1
  return month > 0 ? dated(Number(year), month, Number(day)) : null
}

/** Of several readings the weekday may tell the right one. */
function threeNumbers(text: string, weekday: Weekday | null, { order }: DateContext): ReadDate {
  const readings = readingsOf(text)
  if (order) {
    const chosen = readings.get(order)
    return chosen ? { date: chosen } : { code: 'date.invalid' }
  }
  const real = [...new Set(readings.values())].filter((date) => date !== null)
  const fitting = real.filter((date) => !weekday || weekdayOf(date) === weekday.day)
  const [only] = fitting
  if (!only) return { code: real.length > 0 ? 'date.weekday_mismatch' : 'date.invalid' }
  // `26.04.31` is a slip of 30 April 2026 rather than 26 April 2031.
  const isSure = fitting.length === 1 && real.length === new Set(readings.values()).size
  return isSure ? { date: only } : { code: 'date.ambiguous', readings: fitting }
}

/** What `05/06/2026` can mean, by order; null is a month that has no such day. */
function readingsOf(text: string): Map<DateOrder, string | null> {
  const parts = THREE_NUMBERS.exec(text)
  const readings = new Map<DateOrder, string | null>()
  if (!parts) return readings
  const [a, b, c] = [Number(parts[1]), Number(parts[2]), Number(parts[3])]
  const long = parts[3]?.length === 4
  const offer = (order: DateOrder, year: number, month: number, day: number) => {
    if (month < 1 || month > 12) return
    const found = dated(year < 100 ? 2000 + year : year, month, day)
    readings.set(order, 'date' in found ? found.date : null)
  }
  offer('DMY', c, b, a)
  offer('MDY', c, a, b)
  if (!long && parts[1]?.length === 2) offer('YMD', a, b, c)
  return readings
}

const TWO_SHORT_NUMBERS = /(?:^|[^\d.])\d{1,2}\s*[-/.]\s*\d{1,2}\s*[-/.]/

/** The one order in which all such dates of a file can be read; null when several can, or none. */
export function orderOf(texts: readonly string[]): DateOrder | null {
  const doubtful = texts
    .filter((text) => TWO_SHORT_NUMBERS.test(text))
    .map((text) => withoutWeekday(text.trim()))
    .filter(({ rest }) => THREE_NUMBERS.test(rest))
    .map(({ rest, weekday }) => ({ readings: readingsOf(rest), weekday }))
  const orders = (['DMY', 'MDY', 'YMD'] as const).filter((order) =>
    doubtful.every(({ readings, weekday }) => {
      const date = readings.get(order)
      return date && weekday ? weekdayOf(date) === weekday.day : date !== undefined
    }),
  )
  return doubtful.length > 0 && orders.length === 1 ? (orders[0] ?? null) : null
}

/** `4/1` is 1 April in Korea; with a weekday in English it may be 4 January as well. */
function monthAndDay(
  first: number,
  second: number,
  weekday: Weekday | null,
  context: DateContext,
): ReadDate {
  const monthFirst = yearless(first, second, weekday, context)
  const dayFirst = yearless(second, first, weekday, context)
  if (context.order === 'DMY') return dayFirst
  if (context.order || !weekday?.english) return monthFirst
  const readings = [monthFirst, dayFirst].flatMap((found) => ('date' in found ? [found.date] : []))
  const [only] = new Set(readings)
  if (!only) return monthFirst
  return new Set(readings).size === 1 ? { date: only } : { code: 'date.ambiguous', readings }
}

/** The year is told by the weekday, when just one of last, this and next year has it there. */
function yearless(
  month: number,
  day: number,
  weekday: Weekday | null,
  { year, today }: DateContext,
): ReadDate {
  if (year !== null) return dated(year, month, day)
  const now = Number(today.slice(0, 4))
  const dates = [now - 1, now, now + 1].flatMap((year) => {
    const found = dated(year, month, day)
    return 'date' in found ? [found.date] : []
  })
  if (dates.length === 0) return { code: 'date.invalid' }
  if (!weekday) return { code: 'date.year_missing', readings: dates }
  const fitting = dates.filter((date) => weekdayOf(date) === weekday.day)
  const [only] = fitting
  return fitting.length === 1 && only ? { date: only } : { code: 'date.weekday_mismatch' }
}

function dated(year: number, month: number, day: number): ReadDate {
  const pad = (value: number, size: number) => String(value).padStart(size, '0')
  const date = `${pad(year, 4)}-${pad(month, 2)}-${pad(day, 2)}`
  const milliseconds = Date.parse(`${date}T00:00:00Z`)
  if (Number.isNaN(milliseconds)) return { code: 'date.invalid' }
  if (!new Date(milliseconds).toISOString().startsWith(date)) return { code: 'date.invalid' }
  return year < MIN_YEAR || year > MAX_YEAR ? { code: 'date.out_of_range' } : { date }
}

interface Weekday {
  /** 0 is Sunday. */
  day: number
  /** Said in English, where days may be written before months. */
  english: boolean
}

const WEEKDAYS_KO = '일월화수목금토'
const WEEKDAYS_EN = 'sun mon tue wed thu fri sat'.split(' ')
const KOREAN_WEEKDAY = /\s*(?:[([]([일월화수목금토])(?:요일)?[)\]]|([일월화수목금토])요일)\s*$/
const ENGLISH_FIRST =
  /^(sun|mon|tue|wed|thu|fri|sat)(?:s|r|rs|day|sday|nesday|rsday|urday)?\.?,?\s+/i
const ENGLISH_LAST =
  /\s*[([]?(sun|mon|tue|wed|thu|fri|sat)(?:s|r|rs|day|sday|nesday|rsday|urday)?\.?[)\]]?$/i

function withoutWeekday(text: string): { rest: string; weekday: Weekday | null } {
  const korean = KOREAN_WEEKDAY.exec(text)
  if (korean) {
    const day = WEEKDAYS_KO.indexOf(korean[1] ?? korean[2] ?? '')
    return { rest: text.slice(0, korean.index).trim(), weekday: { day, english: false } }
  }
  const english = ENGLISH_FIRST.exec(text) ?? ENGLISH_LAST.exec(text)
  if (!english) return { rest: text, weekday: null }
  const day = WEEKDAYS_EN.indexOf((english[1] ?? '').toLowerCase())
  return { rest: text.replace(english[0], '').trim(), weekday: { day, english: true } }
}

const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay()
