// Values of iCalendar, read strictly: dates that print back, durations, text.

import { MAX_YEAR, MIN_YEAR } from '../limits.ts'

export interface WrittenMoment {
  date: string
  /** `18:30:00`; null for a date alone. */
  time: string | null
  utc: boolean
}

const MOMENT = /^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(\d\d)(Z?))?$/

/** JavaScript takes the 30th of February for the 2nd of March; every date prints back instead. */
export function writtenMoment(
  value: string,
): WrittenMoment | { code: 'date.invalid' | 'date.out_of_range' } {
  const [found, year = '', month, day, hour, minute, second, utc] = MOMENT.exec(value.trim()) ?? []
  if (!found) return { code: 'date.invalid' }
  const date = `${year}-${month}-${day}`
  // A leap second is the last moment of its minute.
  const time = hour ? `${hour}:${minute}:${second === '60' ? '59' : second}` : null
  const written = `${date}T${time ?? '00:00:00'}`
  const milliseconds = Date.parse(`${written}Z`)
  if (Number.isNaN(milliseconds)) return { code: 'date.invalid' }
  if (new Date(milliseconds).toISOString().slice(0, 19) !== written) return { code: 'date.invalid' }
  if (Number(year) < MIN_YEAR || Number(year) > MAX_YEAR) return { code: 'date.out_of_range' }
  return { date, time, utc: utc === 'Z' }
}

export interface Duration {
  /** Days by the calendar, whatever the clocks do meanwhile. */
  days: number
  seconds: number
}

const DURATION =
  /^\+?P(?:(\d{1,9})W|(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9})S)?)?)$/

/** Null for what is no duration, for a negative one too. */
export function readDuration(value: string): Duration | null {
  const found = DURATION.exec(value.trim())
  if (!found || !/\d[WDHMS]$/.test(value.trim())) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0, seconds = 0] = found
    .slice(1)
    .map((part) => Number(part ?? 0))
  return { days: weeks * 7 + days, seconds: hours * 3600 + minutes * 60 + seconds }
}

export interface ReadText {
  text: string
  /** An escape that iCalendar does not know; it is kept as it stands. */
  odd: string | null
}

export function readText(value: string): ReadText {
  if (!value.includes('\\')) return { text: value, odd: null }
  let odd: string | null = null
  const text = value.replace(/\\([\s\S]?)/g, (whole, character: string) => {
    if (character === 'n' || character === 'N') return '\n'
    if (character !== '' && '\\;,:"'.includes(character)) return character
    odd ??= whole
    return whole
  })
  return { text, odd }
}

/** A list at its commas, but those behind a backslash. */
export function listItems(value: string): string[] {
  const items = ['']
  for (let place = 0; place < value.length; place += 1) {
    const character = value[place] ?? ''
    if (character === ',') items.push('')
    else
      items[items.length - 1] += character === '\\' ? character + (value[++place] ?? '') : character
  }
  return items.filter((item) => item.trim() !== '')
}

/** `+0900`, `-033000`: minutes east of UTC; null for what no zone ever had. */
export function offsetMinutes(value: string): number | null {
  const [found, sign, hours, minutes, seconds] =
    /^([+-])(\d\d)(\d\d)(\d\d)?$/.exec(value.trim()) ?? []
  if (!found || Number(hours) > 15 || Number(minutes) > 59) return null
  const size = Number(hours) * 60 + Number(minutes) + Number(seconds ?? 0) / 60
  return sign === '-' ? -size : size
}
