// Numbers of a spreadsheet as a reader of it sees them.

import type { Field } from '../column-meaning.ts'
import type { Shown } from './formats.ts'

const DAY_SECONDS = 86_400
const DAY_MS = DAY_SECONDS * 1000
/** Between the two systems, as old as the two kinds of machine. */
const DAYS_TO_1904 = 1462
/** Day 1 is 1 January 1900, and day 60 a 29 February that never was. */
const EPOCH_MS = Date.UTC(1899, 11, 30)
const FALSE_LEAP_DAY = 60
const MAX_SERIAL = 10_000_000

/** What its format shows; a number stays one until its column is known. */
export function shownNumber(value: number, shown: Shown, is1904: boolean): string | number {
  if (typeof shown === 'object')
    return Number.isInteger(value) && value >= 0 ? plain(value).padStart(shown.digits, '0') : value
  if (shown === 'number' || value < 0 || value >= MAX_SERIAL) return value
  if (shown === 'elapsed') return clock(Math.round(value * DAY_SECONDS))
  if (shown === 'time' || (shown !== 'date' && value < 1 && value > 0))
    return clock(Math.round(value * DAY_SECONDS) % DAY_SECONDS)
  const days = is1904 ? value + DAYS_TO_1904 : value
  if (shown === 'date') return dayOf(Math.floor(days))
  return shown === 'either' && Number.isInteger(value) ? dayOf(days) : momentOf(days)
}

const DATES = new Set<Field>(['start', 'start_date', 'end', 'end_date', 'ticket_opens_at'])
const TIMES = new Set<Field>(['start_time', 'end_time'])

/** A number without a date's format: under a date it is a date all the same. */
export function numberUnder(field: Field | undefined, value: number, is1904: boolean): string {
  const isDate = field !== undefined && DATES.has(field) && value >= 0 && value < MAX_SERIAL
  if (isDate) {
    const days = is1904 ? value + DAYS_TO_1904 : value
    return Number.isInteger(value) ? dayOf(days) : momentOf(days)
  }
  const isTime = field !== undefined && TIMES.has(field) && value > 0 && !Number.isInteger(value)
  return isTime ? `${shownNumber(value % 1, 'time', is1904)}` : plain(value)
}

/** With the 15 digits that spreadsheets keep, and no exponent as long as it can be. */
export const plain = (value: number): string =>
  Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(15)))

/** Seconds that round up to midnight stay with their day, as 24:00, which is then said. */
function momentOf(days: number): string {
  const day = Math.floor(days)
  return `${dayOf(day)} ${clock(Math.round((days - day) * DAY_SECONDS))}`
}

function dayOf(days: number): string {
  if (days === FALSE_LEAP_DAY) return '1900-02-29'
  const real = days < FALSE_LEAP_DAY ? days + 1 : days
  return new Date(EPOCH_MS + real * DAY_MS).toISOString().replace(/T.*/, '')
}

function clock(seconds: number): string {
  const pad = (value: number) => String(value).padStart(2, '0')
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor((seconds % 3600) / 60)]
  const rest = seconds % 60
  return `${pad(hours)}:${pad(minutes)}${rest === 0 ? '' : `:${pad(rest)}`}`
}
