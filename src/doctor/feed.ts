// A feed's bytes to what is wrong with it. Never throws, and never gives up at the first fault.

import { joined } from './bytes.ts'
import { checkCalendar } from './calendar.ts'
import { type Component, childrenOf, componentsOf } from './components.ts'
import { checkEvent } from './event.ts'
import { linesOf } from './lines.ts'
import type { Notes } from './notes.ts'
import { checkRepetition } from './repetition.ts'
import { checkValues } from './texts.ts'
import { checkZones } from './zones.ts'

/** What Google keeps of a feed. */
const MAX_OCTETS = 1_000_000
const MAX_EVENTS = 1000
/** Beyond these a feed is too large for everybody: it is said, and its beginning alone looked at. */
export const MAX_CHECKED_OCTETS = 2_000_000

export interface Anatomy {
  octets: number
  calendars: number
  events: number
}

export function checkFeed(bytes: Uint8Array, notes: Notes): Anatomy {
  const anatomy = { octets: bytes.length, calendars: 0, events: 0 }
  if (bytes.length === 0) {
    notes.whole('empty_body')
    return anatomy
  }
  const head = new TextDecoder().decode(bytes.subarray(0, 4096))
  if (!isCalendar(bytes, head)) {
    notes.at('not_calendar', { at: 1, text: head.trim().split(/[\r\n]/)[0] ?? '' })
    return anatomy
  }
  if (bytes.length > MAX_OCTETS)
    notes.whole('too_large', { octets: bytes.length, limit: MAX_OCTETS })
  const calendars = componentsOf(linesOf(beginning(bytes), notes), notes)
  const second = calendars[1]
  if (second) notes.at('calendar_twice', second)
  anatomy.calendars = calendars.length
  for (const calendar of calendars) anatomy.events += checkOne(calendar, notes)
  if (bytes.length > MAX_CHECKED_OCTETS) anatomy.events = eventsIn(bytes)
  if (anatomy.events > MAX_EVENTS)
    notes.whole('too_many_events', { events: anatomy.events, limit: MAX_EVENTS })
  return anatomy
}

/** Each byte a character: for looking up where a word stands. */
const plain = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes)

const TAIL_OCTETS = 1000

/** Whole events, and the end of the calendar where it has one. */
function beginning(bytes: Uint8Array): Uint8Array {
  if (bytes.length <= MAX_CHECKED_OCTETS) return bytes
  const head = plain(bytes.subarray(0, MAX_CHECKED_OCTETS))
  const last = head.indexOf('\n', head.lastIndexOf('END:VEVENT')) + 1
  const tail = bytes.subarray(-TAIL_OCTETS)
  const end = plain(tail).lastIndexOf('END:VCALENDAR')
  const kept = [bytes.subarray(0, last), end < 0 ? new Uint8Array() : tail.subarray(end)]
  return joined(kept)
}

const eventsIn = (bytes: Uint8Array): number =>
  plain(bytes).match(/^BEGIN:VEVENT\b/gim)?.length ?? 0

function isCalendar(bytes: Uint8Array, head: string): boolean {
  if (/^[\s\ufeff]*</.test(head)) return false
  return /BEGIN:VCALENDAR/i.test(
    bytes.length <= 4096 ? head : new TextDecoder().decode(bytes.subarray(0, 64 * 1024)),
  )
}

/** How many events it has. */
function checkOne(calendar: Component, notes: Notes): number {
  checkCalendar(calendar, notes)
  checkValues(calendar, notes)
  const events = childrenOf(calendar, 'VEVENT')
  for (const event of events) checkEvent(event, notes)
  checkRepetition(events, notes)
  checkZones(calendar, notes)
  return events.length
}
