// A date and a time of one row, from one column or two.

import type { Field } from './columns.ts'
import { type DateContext, readDate } from './dates.ts'
import type { Given, Notes } from './given.ts'
import { readTime, splitOffset } from './times.ts'

export interface Moment {
  /** Null: the row gives a time alone. */
  date: string | null
  /** `18:30:00` */
  time: string | null
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

/** Date and time of one text; the time is null where there is none. */
export function splitMoment(text: string): { date: string; time: string | null } {
  const found = text.length > MAX_MOMENT_CHARS ? null : TIME_BEHIND.exec(text)
  // `1 May 2026` ends in four digits too.
  if (!found?.[1] || !found[2] || !/\d/.test(found[1]) || /[A-Za-z],?$/.test(found[1].trim()))
    return { date: text, time: null }
  return { date: found[1].trim(), time: found[2].trim() }
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
  const time = timeOf(timeText ?? timeCell, { notes, timeField })
  if (time === null || (dateText && date === null)) return null
  const nextDay = time.nextDay && date !== null
  if (time.nextDay) notes.note('warning', 'date.next_day', timeField, timeText ?? '')
  return {
    ...{ date: nextDay ? dayAfter(date) : date, time: time.time, undecided: time.undecided },
    ...{ offset: time.offset, dateField, timeField },
  }
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
  { notes, timeField }: { notes: Notes; timeField: Field },
): ReadMoment | null {
  if (text === undefined) return { time: null, undecided: null, offset: null, nextDay: false }
  const split = splitOffset(text)
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

const dayAfter = (date: string): string =>
  new Date(Date.parse(date) + 86_400_000).toISOString().slice(0, 10)
