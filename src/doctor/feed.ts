// A feed's bytes to what is wrong with it. Never throws, and never gives up at the first fault.

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
/** Beyond these, events are counted and no longer looked at. */
export const MAX_CHECKED_EVENTS = 20_000

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
  const calendars = componentsOf(linesOf(bytes, notes), notes)
  const second = calendars[1]
  if (second) notes.at('calendar_twice', second)
  anatomy.calendars = calendars.length
  for (const calendar of calendars) anatomy.events += checkOne(calendar, notes)
  if (anatomy.events > MAX_EVENTS)
    notes.whole('too_many_events', { events: anatomy.events, limit: MAX_EVENTS })
  return anatomy
}

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
  const looked = events.slice(0, MAX_CHECKED_EVENTS)
  for (const event of looked) checkEvent(event, notes)
  checkRepetition(looked, notes)
  checkZones(calendar, notes)
  return events.length
}
