// A date and a time of one row, from one column or two.

import { addDays } from '../schedule/zones.ts'
import type { Field } from './column-meaning.ts'
import { type DateContext, type DateOrder, orderOf, readDate } from './dates.ts'
import type { Given, Notes } from './given.ts'
import { readTime, splitOffset } from './times.ts'

export interface Moment {
  /** Null: the row gives a time alone. */
  date: string | null
  /** `18:30:00` */
  time: string | null
  /** A time alone that belongs to the day after: `24:00`. */
  nextDay: boolean
  /** Said to be undecided, or a time's cell left blank. */
  undecided: 'said' | 'blank' | null
  /** Minutes east of UTC, where the text says them; 0 for Z. */
  offset: number | null
  /** Where its date, and where its time, stands. */
  dateField: Field
  timeField: Field
}

export interface MomentFields {
  whole: Field
  date: Field
  time: Field
}

const MAX_MOMENT_CHARS = 80
const TIME_BEHIND =
  /^(.+?)(?:[Tt](?=\d)|,?\s+)((?:(?:오전|오후|am|pm|a\.m\.|p\.m\.)\s*)?\d{1,2}\s*:\s*\d{2}.*|(?:오전|오후)\s*\d.*|\d{1,2}\s*시.*|\d{1,2}\s*(?:am|pm)|\d{4}|시간\s*미정|미정|tbd|tba|정오)$/i

const FOUR_DIGITS = /^\d{4}$/
/** What a date has before four digits behind it are a time, and not its year. */
const COMPLETE = /\d{4}|월|\//

interface SplitMoment {
  date: string
  /** Null where there is none. */
  time: string | null
  /** Joined by a T, as ISO 8601 has it. */
  iso: boolean
}

export function splitMoment(text: string): SplitMoment {
  const found = text.length > MAX_MOMENT_CHARS ? null : TIME_BEHIND.exec(text)
  const [date, time] = [found?.[1]?.trim() ?? '', found?.[2]?.trim() ?? '']
  if (!/\d/.test(date) || (FOUR_DIGITS.test(time) && !COMPLETE.test(date)))
    return { date: text, time: null, iso: false }
  return { date, time, iso: /^t$/i.test(text.charAt(date.length)) }
}

const DATE_FIELDS: readonly Field[] = ['start', 'start_date', 'end', 'end_date', 'ticket_opens_at']

/** `25/06/2026` among them tells how the whole file writes its dates. */
export function orderIn(givens: Iterable<Given>): DateOrder | null {
  const texts: string[] = []
  for (const given of givens) {
    for (const field of DATE_FIELDS) {
      const text = given.text(field)?.trim()
      if (text) texts.push(splitMoment(text).date)
    }
    texts.push(...(given.list('exdates') ?? []))
  }
  return orderOf(texts)
}

/**
 * The moment that the fields give; undefined when the file has none of them or they are all blank;
 * null when what is there cannot be read, which has been noted.
 */
export function momentOf(
  given: Given,
  notes: Notes,
  fields: MomentFields,
  context: DateContext,
): Moment | null | undefined {
  const dateField = given.text(fields.whole)?.trim() ? fields.whole : fields.date
  const dateText = given.text(dateField)?.trim() ?? ''
  const timeCell = given.text(fields.time)?.trim()
  if (!dateText && !timeCell) return undefined
  const split = splitMoment(dateText)
  // Spreadsheets write a bare date as midnight: a time's own column knows better.
  const ownTime = timeCell && (split.time === null || /^0?0:00/.test(split.time))
  const timeField = ownTime || split.time === null ? fields.time : dateField
  const timeText = ownTime ? timeCell : split.time
  const date = dateText ? dateOf(split.date, { given, notes, dateField, context }) : null
  const iso = split.iso && timeText === split.time
  const time = timeOf(timeText ?? timeCell, { notes, timeField, iso })
  if (time === null || (dateText && date === null)) return null
  if (time.nextDay) notes.note('warning', 'date.next_day', timeField, timeText ?? timeCell ?? '')
  const { undecided, offset, nextDay } = time
  const moment = { time: time.time, undecided, offset, dateField, timeField }
  if (date === null || !nextDay) return { ...moment, date, nextDay }
  return { ...moment, date: addDays(date, 1), nextDay: false }
}

interface DatePlace {
  given: Given
  notes: Notes
  dateField: Field
  context: DateContext
}

function dateOf(text: string, { given, notes, dateField, context }: DatePlace): string | null {
  const found = readDate(text, context)
  if ('date' in found) return found.date
  const asked = found.code === 'date.ambiguous' || found.code === 'date.year_missing'
  notes.note(asked ? 'question' : 'error', found.code, dateField, given.text(dateField) ?? text, {
    ...('readings' in found ? { readings: found.readings.join(' / ') } : {}),
  })
  return null
}

interface ReadMoment {
  time: string | null
  undecided: Moment['undecided']
  offset: number | null
  nextDay: boolean
}

function timeOf(
  text: string | undefined,
  { notes, timeField, iso }: { notes: Notes; timeField: Field; iso: boolean },
): ReadMoment | null {
  if (text === undefined) return { time: null, undecided: null, offset: null, nextDay: false }
  const split = splitOffset(text, iso)
  const found = split ? readTime(split.time) : { code: 'time.invalid' as const }
  if ('code' in found) {
    notes.note('error', found.code, timeField, text)
    return null
  }
  if ('tbd' in found)
    return {
      ...{ time: null, undecided: text.trim() === '' ? 'blank' : 'said' },
      ...{ offset: null, nextDay: false },
    }
  return { ...found, undecided: null, offset: split?.offset ?? null }
}
