// One event, whatever it repeats: who it is, when it is, what it says.

import { allOf, type Component, childrenOf, oneOf, type Property } from './components.ts'
import { checkText } from './event-text.ts'
import { DAY_MS, type Moment, momentOf, wallOf } from './moments.ts'
import type { Notes } from './notes.ts'

const ONCE = [
  ...['UID', 'DTSTAMP', 'DTSTART', 'DTEND', 'DURATION', 'SUMMARY', 'DESCRIPTION', 'LOCATION'],
  ...['STATUS', 'TRANSP', 'SEQUENCE', 'LAST-MODIFIED', 'CREATED', 'URL', 'RECURRENCE-ID', 'GEO'],
]
const MAX_UID_OCTETS = 255
const MAX_SEQUENCE = 2 ** 31 - 1

export function checkEvent(event: Component, notes: Notes): void {
  checkOnce(event, notes)
  checkIdentity(event, notes)
  checkStamps(event, notes)
  checkTimes(event, notes)
  checkText(event, notes)
  for (const alarm of childrenOf(event, 'VALARM')) checkAlarm(alarm, notes)
}

function checkOnce(event: Component, notes: Notes): void {
  for (const name of ONCE) {
    const second = allOf(event, name)[1]
    if (second) notes.at('property_twice', second, { property: name })
  }
}

function checkIdentity(event: Component, notes: Notes): void {
  const uid = oneOf(event, 'UID')
  if (!uid?.value.trim()) {
    notes.at('uid_missing', uid ?? event)
    return
  }
  const octets = new TextEncoder().encode(uid.value.slice(0, 2000)).length
  if (octets > MAX_UID_OCTETS) notes.at('uid_long', uid, { octets, limit: MAX_UID_OCTETS })
}

function checkStamps(event: Component, notes: Notes): void {
  if (!oneOf(event, 'DTSTAMP')) notes.at('dtstamp_missing', event)
  for (const name of ['DTSTAMP', 'CREATED', 'LAST-MODIFIED']) {
    const stamp = oneOf(event, name)
    if (stamp && momentOf(stamp)?.kind !== 'utc')
      notes.at('stamp_not_utc', stamp, { property: name })
  }
  const sequence = oneOf(event, 'SEQUENCE')
  if (sequence && !isSequence(sequence.value)) notes.at('sequence_value', sequence)
  if (!sequence && !oneOf(event, 'LAST-MODIFIED')) notes.at('change_marks', event)
}

const isSequence = (value: string): boolean =>
  /^\d{1,10}$/.test(value.trim()) && Number(value) <= MAX_SEQUENCE

function checkTimes(event: Component, notes: Notes): void {
  const written = oneOf(event, 'DTSTART')
  if (!written) {
    notes.at('start_missing', event)
    return
  }
  const start = momentOf(written)
  if (!start) {
    notes.at('date_invalid', written, { property: 'DTSTART' })
    return
  }
  if (start.kind === 'floating') notes.at('floating', written)
  const [end, duration] = [oneOf(event, 'DTEND'), oneOf(event, 'DURATION')]
  if (end && duration) notes.at('end_and_duration', duration)
  if (duration && !isDuration(duration.value)) notes.at('duration_value', duration)
  if (end) checkEnd(start, end, notes)
  else if (!duration && start.kind === 'date') notes.at('all_day_end', written)
}

/** Nothing of months or years, and not backwards. */
const isDuration = (value: string): boolean =>
  /^\+?P(\d+W|(\d+D)?(T(\d+H)?(\d+M)?(\d+S)?)?)$/.test(value.trim()) &&
  /\d[WDHMS]$/.test(value.trim())

function checkEnd(start: Moment, written: Property, notes: Notes): void {
  const end = momentOf(written)
  if (!end) {
    notes.at('date_invalid', written, { property: 'DTEND' })
    return
  }
  if ((end.kind === 'date') !== (start.kind === 'date')) {
    notes.at('end_type', written)
    return
  }
  if (end.kind !== start.kind || end.tzid !== start.tzid) {
    // Of two clocks no more is said than a day of difference tells for certain.
    if (wallOf(end) < wallOf(start) - DAY_MS) notes.at('end_before_start', written)
    return
  }
  const length = wallOf(end) - wallOf(start)
  if (length < 0) notes.at('end_before_start', written)
  else if (length === 0) notes.at('end_not_after_start', written)
  else if (start.time === '00:00:00' && isLastMinute(end.time) && start.kind !== 'utc')
    notes.at('all_day_as_times', written)
}

const isLastMinute = (time: string | null): boolean =>
  time === '00:00:00' || /^23:59/.test(time ?? '')

function checkAlarm(alarm: Component, notes: Notes): void {
  const [action, trigger] = [oneOf(alarm, 'ACTION'), oneOf(alarm, 'TRIGGER')]
  if (!action || !trigger) {
    notes.at('alarm_incomplete', alarm)
    return
  }
  const shows = action.value.trim().toUpperCase() === 'DISPLAY'
  if (shows && !oneOf(alarm, 'DESCRIPTION')) {
    notes.at('alarm_incomplete', alarm)
    return
  }
  if (/^\d{8}T/.test(trigger.value.trim())) notes.at('alarm_absolute', trigger)
  else if (!/^[+-]?P/.test(trigger.value.trim())) notes.at('alarm_incomplete', trigger)
}
