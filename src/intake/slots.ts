// When a row says its event is: start, end, zone, all day or not, decided or not.

import { addDays, zoneNamed } from '../schedule/zones.ts'
import type { Field } from './column-meaning.ts'
import type { DateContext } from './dates.ts'
import type { Given, Notes } from './given.ts'
import { MAX_RANGE_DAYS } from './limits.ts'
import { type Moment, momentOf } from './moments.ts'
import { type Point, pointIn } from './points.ts'
import { readYesNo } from './statuses.ts'
import { readTime } from './times.ts'

export interface Slot {
  start: string
  /** Absent: the file has no end columns. */
  end?: string | null
  allDay: boolean
  timeTbd: boolean
  timezone: string
}

const START = { whole: 'start', date: 'start_date', time: 'start_time' } as const
const END = { whole: 'end', date: 'end_date', time: 'end_time' } as const

/** Null when the row gives no readable slot; what is wrong has been noted. */
export function readSlot(
  row: Given,
  notes: Notes,
  context: DateContext & { timezone: string },
): Slot | null {
  const given = withEndOfRange(row)
  const start = momentOf(given, notes, START, context)
  const end = momentOf(given, notes, END, context)
  const zone = readZone(given, notes, context.timezone)
  const wholeDay = yesNo(given, notes, 'all_day')
  const undecided = yesNo(given, notes, 'time_tbd')
  if (start === undefined || start?.date === null)
    notes.note('error', 'field.required', missingField(given))
  if (!start?.date || end === null || !zone) return null

  const lastsDays = end?.date != null && end.date > start.date && end.time === null
  const tbd =
    undecided === true ||
    start.undecided === 'said' ||
    (start.undecided === 'blank' && !lastsDays && wholeDay !== true)
  const timeTbd = tbd && wholeDay !== true ? true : undecided === true
  const allDay = wholeDay === true || timeTbd || start.time === null
  if (allDay) return allDaySlot(given, notes, { start, end, zone, timeTbd })
  return timedSlot(given, notes, { start, end, zone })
}

/** Two times and what stands between them. */
const MAX_RANGE_CHARS = 70
const RANGE = /^(.+?)\s*[~∼～〜–—-]\s*(.+)$/u

/** `18:30~21:00` under the time is a start and an end, where the row has no other end. */
function withEndOfRange(given: Given): Given {
  const text = given.text('start_time')?.trim() ?? ''
  const [, start, end] = (text.length <= MAX_RANGE_CHARS && RANGE.exec(text)) || []
  const ends = (['end', 'end_date', 'end_time'] as const).some((field) => given.text(field)?.trim())
  if (!start || !end || ends || !isTime(start) || !isTime(end)) return given
  return {
    ...given,
    text: (field) =>
      field === 'start_time' ? start : field === 'end_time' ? end : given.text(field),
    where: (field) => given.where(field === 'end_time' ? 'start_time' : field),
  }
}

const isTime = (text: string): boolean => 'time' in readTime(text)

const missingField = (given: Given): Field =>
  given.text('start_date') === undefined && given.text('start') !== undefined
    ? 'start'
    : 'start_date'

interface Zone {
  name: string
  /** Named by the row itself, not the calendar's. */
  own: boolean
}

function readZone(given: Given, notes: Notes, fallback: string): Zone | null {
  const text = given.text('timezone')?.trim()
  if (!text) return { name: fallback, own: false }
  const found = zoneNamed(text)
  if (!('code' in found)) return { name: found.zone, own: true }
  const { code, zone } = found
  notes.note(zone ? 'warning' : 'error', code, 'timezone', text, zone ? { zone } : {})
  return zone ? { name: zone, own: true } : null
}

function yesNo(given: Given, notes: Notes, field: 'all_day' | 'time_tbd'): boolean | undefined {
  const text = given.text(field)
  if (text === undefined) return undefined
  const found = readYesNo(text)
  if (found === null) notes.note('error', 'field.invalid', field, text, { wanted: 'yes / no' })
  return text.trim() === '' ? undefined : (found ?? undefined)
}

interface Found {
  start: Moment
  end: Moment | undefined
  zone: Zone
}

function allDaySlot(
  given: Given,
  notes: Notes,
  { start, end, zone, timeTbd }: Found & { timeTbd: boolean },
): Slot | null {
  const first = start.date ?? ''
  const slot = { start: first, allDay: true, timeTbd, timezone: zone.name }
  if (!hasEnd(given)) return slot
  if (end?.time && end.time !== '00:00:00' && start.time === null)
    notes.note('warning', 'time.end_without_start', 'start_time')
  if (!end?.date) return { ...slot, end: null }
  // Outlook ends an all-day event at the next midnight.
  const exclusive = end.time === '00:00:00' && end.date > first && start.time === '00:00:00'
  const last = exclusive ? addDays(end.date, -1) : end.date
  if (!isRange(notes, end.dateField, first, last, given)) return null
  return { ...slot, end: last === first ? null : last }
}

const hasEnd = (given: Given): boolean =>
  [END.whole, END.date, END.time].some((field) => given.text(field) !== undefined)

function timedSlot(given: Given, notes: Notes, { start, end, zone: named }: Found): Slot | null {
  // A source in UTC stays in UTC, unless the row names another zone.
  const zone = start.offset === 0 && !named.own ? { ...named, name: 'UTC' } : named
  const from = pointOf(notes, start, zone)
  const to = from && end ? endPoint(notes, from, end, zone) : null
  if (from === null || to === undefined) return null
  // Of two equal local times, local time can only say the first.
  const inUtc = from.kind === 'second' || to?.kind === 'second'
  const written = ({ local, instant }: Point) => (inUtc ? instant.slice(0, 19) : local)
  const slot = {
    ...{ start: written(from), allDay: false, timeTbd: false },
    timezone: inUtc ? 'UTC' : zone.name,
  }
  if (!hasEnd(given)) return slot
  if (to === null) return { ...slot, end: null }
  const last = written(to)
  if (last === slot.start) {
    notes.note('warning', 'range.empty', end?.timeField ?? 'end', last.replace('T', ' '))
    return { ...slot, end: null }
  }
  return isRange(notes, end?.dateField ?? 'end', slot.start, last, given)
    ? { ...slot, end: last }
    : null
}

/** Null when the offset written beside it contradicts the row's own zone. */
function pointOf(notes: Notes, moment: Moment, zone: Zone): Point | null {
  const written = `${moment.date}T${moment.time}`
  const point = pointIn(zone.name, written, moment.offset)
  if (moment.offset && zone.own && point.local !== written) {
    const params = { zone: zone.name, local: point.local }
    notes.note('error', 'tz.conflict', moment.dateField, written, params)
    return null
  }
  if (point.kind === 'gap' || point.kind === 'fold') {
    const code = point.kind === 'gap' ? 'time.gap' : 'time.fold'
    const read = point.local.replace('T', ' ')
    const params = { zone: zone.name, read }
    notes.note('warning', code, moment.timeField, written.replace('T', ' '), params)
  }
  return point
}

/** Undefined when it cannot be read. A time alone is on the day of the start, or the night after. */
function endPoint(notes: Notes, from: Point, end: Moment, zone: Zone): Point | null | undefined {
  const day = from.local.slice(0, 10)
  if (end.time === null) return end.date && end.date !== day ? endOfDay(end.date, day, zone) : null
  const date = end.date ?? (end.nextDay ? addDays(day, 1) : day)
  const to = pointOf(notes, { ...end, date }, zone)
  if (to === null) return undefined
  if (end.date !== null || to.local >= from.local) return to
  notes.note('warning', 'date.next_day', end.timeField, end.time.slice(0, 5))
  return pointOf(notes, { ...end, date: addDays(date, 1) }, zone) ?? undefined
}

/** End dates are inclusive for people. */
const endOfDay = (date: string, startDay: string, zone: Zone): Point => {
  const midnight = date < startDay ? date : addDays(date, 1)
  return pointIn(zone.name, `${midnight}T00:00:00`, null)
}

/** A start of 24:00, rather than the end, is what is wrong with the two. */
const startReadAsNextDay = (notes: Notes, given: Given): Field | undefined =>
  (['start', 'start_time'] as const).find((field) =>
    notes.findings.some(
      ({ code, column }) => code === 'date.next_day' && column === given.where(field).column,
    ),
  )

function isRange(notes: Notes, field: Field, from: string, to: string, given: Given): boolean {
  const value = given.text(field) ?? to
  if (to < from) {
    const place = startReadAsNextDay(notes, given) ?? field
    notes.note('error', 'range.reversed', place, value, { start: from.replace('T', ' ') })
    return false
  }
  const days = (Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / 86_400_000
  if (days <= MAX_RANGE_DAYS) return true
  notes.note('error', 'range.too_long', field, value, { days, limit: MAX_RANGE_DAYS })
  return false
}
