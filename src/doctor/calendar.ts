// What stands around the events: VERSION, PRODID, METHOD, the calendar's name and refresh.

import { allOf, type Component, childrenOf, oneOf } from './components.ts'
import type { Notes } from './notes.ts'

export function checkCalendar(calendar: Component, notes: Notes): void {
  checkHead(calendar, notes)
  checkMethod(calendar, notes)
  checkName(calendar, notes)
  checkRefresh(calendar, notes)
  checkColor(calendar, notes)
  if (childrenOf(calendar, 'VEVENT').length === 0) notes.at('no_event', calendar)
}

function checkHead(calendar: Component, notes: Notes): void {
  const [version, secondVersion] = allOf(calendar, 'VERSION')
  if (secondVersion || version?.value.trim() !== '2.0')
    notes.at('version', secondVersion ?? version ?? calendar)
  const [prodid, secondProdid] = allOf(calendar, 'PRODID')
  if (secondProdid || !prodid?.value.trim()) notes.at('prodid', secondProdid ?? prodid ?? calendar)
  const scale = oneOf(calendar, 'CALSCALE')
  if (scale && scale.value.trim().toUpperCase() !== 'GREGORIAN') notes.at('calscale', scale)
}

function checkMethod(calendar: Component, notes: Notes): void {
  const method = oneOf(calendar, 'METHOD')
  if (method) {
    const publishes = method.value.trim().toUpperCase() === 'PUBLISH'
    notes.at(publishes ? 'method' : 'method_act', method)
  }
  for (const event of childrenOf(calendar, 'VEVENT')) {
    const person = oneOf(event, 'ATTENDEE')
    if (person) notes.at('attendees', person)
  }
}

function checkName(calendar: Component, notes: Notes): void {
  const [name, told] = [oneOf(calendar, 'NAME'), oneOf(calendar, 'X-WR-CALNAME')]
  if (!told?.value.trim()) notes.at('name_missing', calendar)
  else if (name && name.value.trim() !== told.value.trim()) notes.at('names_differ', name)
}

const SHORTEST_MINUTES = 60

function checkRefresh(calendar: Component, notes: Notes): void {
  const [interval, ttl] = [oneOf(calendar, 'REFRESH-INTERVAL'), oneOf(calendar, 'X-PUBLISHED-TTL')]
  for (const property of [interval, ttl]) {
    if (!property) continue
    const minutes = minutesOf(property.value)
    if (minutes === null || minutes < SHORTEST_MINUTES) notes.at('refresh_value', property)
  }
  if (interval && interval.params.VALUE?.toUpperCase() !== 'DURATION')
    notes.at('refresh_value', interval)
  else if (interval && ttl && minutesOf(interval.value) !== minutesOf(ttl.value))
    notes.at('refresh_value', ttl)
}

function minutesOf(value: string): number | null {
  const found =
    /^P(?:(\d{1,4})W|(?:(\d{1,4})D)?(?:T(?:(\d{1,5})H)?(?:(\d{1,6})M)?(?:\d+S)?)?)$/.exec(
      value.trim(),
    )
  if (!found || !/\d/.test(value)) return null
  const [weeks = 0, days = 0, hours = 0, minutes = 0] = found.slice(1).map((it) => Number(it ?? 0))
  return ((weeks * 7 + days) * 24 + hours) * 60 + minutes
}

function checkColor(calendar: Component, notes: Notes): void {
  const [color, apples] = [oneOf(calendar, 'COLOR'), oneOf(calendar, 'X-APPLE-CALENDAR-COLOR')]
  // The names of CSS are words of letters; which of them exist is the reader's own affair.
  if (color && !/^[a-z]{3,24}$/i.test(color.value.trim())) notes.at('color_value', color)
  if (apples && !/^#[0-9a-f]{6}([0-9a-f]{2})?$/i.test(apples.value.trim()))
    notes.at('color_value', apples)
}
