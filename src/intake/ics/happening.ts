// One VEVENT: when it is, what it says, and what it says of a series.

import { addDays, placeIn, wallTime } from '../../schedule/zones.ts'
import { MAX_NAME_CHARS, MAX_RANGE_DAYS } from '../limits.ts'
import type { KnownAudience } from '../row.ts'
import { cleanLine } from '../text.ts'
import type { Component } from './components.ts'
import { type Notebook, type Property, propertiesOf, propertyOf } from './property.ts'
import { localIn, readStamp, type Stamp, type StampContext } from './stamps.ts'
import { readTexts, type Texts } from './texts.ts'
import { readDuration } from './values.ts'

export interface Happening {
  vevent: Component
  uid: string | null
  start: Stamp
  /** As facts have it: inclusive of a date. */
  end: string | null
  texts: Texts
  /** CLASS says that it is not for everybody. */
  isPrivate: boolean
  rrule: Property | null
  rdates: Property[]
  exdates: Property[]
  recurrenceId: Property | null
}

export interface HappeningContext extends StampContext {
  ours: boolean
  audiences?: readonly KnownAudience[]
  /** METHOD:CANCEL. */
  cancels: boolean
}

/** Null for what has no readable start, end or title; that has been noted. */
export function readHappening(vevent: Component, context: HappeningContext): Happening | null {
  const { notes } = context
  const uid = readUid(vevent, notes)
  const isPrivate = readClass(vevent, notes)
  const texts = isPrivate ? NO_TEXTS : readTexts(vevent, context)
  if (context.cancels) texts.status = 'cancelled'
  const rrule = propertyOf(vevent, 'RRULE', notes)
  const recurrenceId = propertyOf(vevent, 'RECURRENCE-ID', notes)
  const property = propertyOf(vevent, 'DTSTART', notes)
  if (!property) {
    notes.note('error', 'field.required', { name: 'DTSTART', at: vevent.at })
    return null
  }
  const read = readStamp(property, context)
  if (!read) return null
  // A series in UTC stays there: in another zone its weekdays would be others.
  const recurs = rrule !== null || recurrenceId !== null
  const start = read.utc && !recurs ? inFileZone(read, context) : read
  const end = readEnd(vevent, start, context)
  if (end === undefined || (!texts.title && !isPrivate)) return null
  return {
    ...{ vevent, uid, start, end, texts, isPrivate, rrule, recurrenceId },
    rdates: propertiesOf(vevent, 'RDATE', notes),
    exdates: propertiesOf(vevent, 'EXDATE', notes),
  }
}

const NO_TEXTS: Texts = {
  ...{ title: null, timeTbd: false, description: null, location: {}, categories: [], links: [] },
}

/** Google writes every single time in UTC and the calendar's zone at the top. */
function inFileZone(stamp: Stamp, { fileZone }: HappeningContext): Stamp {
  if (!fileZone || stamp.allDay || fileZone === 'UTC') return stamp
  return { ...stamp, zone: fileZone, local: wallTime(stamp.instant, fileZone), utc: true }
}

function readUid(vevent: Component, notes: Notebook): string | null {
  const property = propertyOf(vevent, 'UID', notes)
  if (!property?.value.trim()) return null
  const { text, faults } = cleanLine(property.value)
  const wrong = faults.some(({ severity }) => severity === 'error')
  if (wrong || text.length > MAX_NAME_CHARS)
    notes.note('error', 'uid.invalid', property, property.value)
  else if (text in Object.prototype) notes.note('warning', 'uid.invalid', property, text)
  return text.normalize('NFC') || null
}

function readClass(vevent: Component, notes: Notebook): boolean {
  const property = propertyOf(vevent, 'CLASS', notes, 'warning')
  const word = property?.value.trim().toUpperCase() ?? 'PUBLIC'
  if (property && word !== 'PUBLIC' && word !== 'DEFAULT')
    notes.note('warning', 'class.private', property, property.value)
  return word !== 'PUBLIC' && word !== 'DEFAULT'
}

/** Undefined for an end that cannot be; that has been noted. */
function readEnd(
  vevent: Component,
  start: Stamp,
  context: HappeningContext,
): string | null | undefined {
  const { notes } = context
  const property = propertyOf(vevent, 'DTEND', notes)
  const duration = propertyOf(vevent, 'DURATION', notes)
  if (property && duration) notes.note('error', 'ics.duplicate_property', duration, duration.value)
  if (property) return endAt(property, start, context)
  return duration ? endAfter(duration, start, context) : null
}

function endAt(property: Property, start: Stamp, context: HappeningContext) {
  const { notes } = context
  const stamp = readStamp(property, context)
  if (!stamp) return undefined
  if (stamp.allDay === start.allDay)
    return endOf(property, start, localIn(stamp, start.zone), context)
  notes.note('warning', 'ics.value', property, property.value, { read: stamp.local.slice(0, 10) })
  // One says a day and the other a time: the day is meant as a whole.
  const day = stamp.local.slice(0, 10)
  if (!start.allDay) return endOf(property, start, `${day}T00:00:00`, context)
  const whole = stamp.local.endsWith('T00:00:00') && day > start.local ? day : addDays(day, 1)
  return endOf(property, start, whole, context)
}

function endAfter(property: Property, start: Stamp, context: HappeningContext) {
  const duration = readDuration(property.value)
  if (!duration) {
    context.notes.note('error', 'date.invalid', property, property.value)
    return undefined
  }
  const whole = duration.days + duration.seconds / 86_400
  if (whole > MAX_RANGE_DAYS) return tooLong(property, Math.round(whole), context.notes)
  if (start.allDay) return endOf(property, start, addDays(start.local, Math.ceil(whole)), context)
  const days = addDays(start.local.slice(0, 10), duration.days) + start.local.slice(10)
  if (duration.seconds === 0) return endOf(property, start, days, context)
  const milliseconds = Date.parse(placeIn(days, start.zone).instant) + duration.seconds * 1000
  const local = wallTime(new Date(milliseconds).toISOString(), start.zone)
  return endOf(property, start, local, context)
}

/** `exclusive` is a local time, or the day after the last one. */
function endOf(
  property: Property,
  start: Stamp,
  exclusive: string,
  { notes }: HappeningContext,
): string | null | undefined {
  const value = property.value
  if (exclusive < start.local) {
    notes.note('error', 'range.reversed', property, value, { start: start.local.replace('T', ' ') })
    return undefined
  }
  const days =
    (Date.parse(exclusive.slice(0, 10)) - Date.parse(start.local.slice(0, 10))) / 86_400_000
  if (days > MAX_RANGE_DAYS) return tooLong(property, days, notes)
  if (exclusive === start.local) return null
  const end = start.allDay ? addDays(exclusive, -1) : exclusive
  return end === start.local ? null : end
}

function tooLong(property: Property, days: number, notes: Notebook): undefined {
  notes.note('error', 'range.too_long', property, property.value, { days, limit: MAX_RANGE_DAYS })
}
