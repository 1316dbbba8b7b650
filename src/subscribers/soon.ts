// What is on within the coming days, across calendars.

import { addDays } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Database } from '../storage/database.ts'
import type { Range } from '../storage/events.ts'
import { upcomingOf } from '../storage/upcoming.ts'
import { byStart, type Happening, repeated, singleHappening } from './happenings.ts'

export const SOON_DAYS = 7

/** Of each calendar that many at most. */
const EACH = 3

export interface Soon extends Happening {
  calendar: Calendar
}

/** By start; what is on already comes first. */
export async function soonIn(db: Database, calendars: readonly Calendar[], now: string) {
  const range: Range = { from: now, to: `${addDays(now.slice(0, 10), SOON_DAYS)}${now.slice(10)}` }
  const byId = new Map(calendars.map((calendar) => [calendar.id, calendar]))
  const found = await upcomingOf(db, [...byId.keys()], range, EACH)
  return found
    .flatMap(({ calendarId, event }): Soon[] => {
      const calendar = byId.get(calendarId)
      if (!calendar) return []
      const happenings =
        event.facts.rrule === null
          ? [singleHappening(event)]
          : repeated(calendar, event, range, EACH)
      return happenings.map((happening) => ({ ...happening, calendar }))
    })
    .sort(byStart)
}

/** Of each calendar the next that takes place. */
export function nextByCalendar(soon: readonly Soon[]): Map<number, Soon> {
  const next = new Map<number, Soon>()
  for (const one of soon)
    if (one.facts.status !== 'cancelled' && !next.has(one.calendar.id))
      next.set(one.calendar.id, one)
  return next
}
