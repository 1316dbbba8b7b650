// Events that would be written otherwise today: by new settings, or by new time-zone data.

import { renderEvent } from '../icalendar/vevent.ts'
import type { Ports } from '../ports.ts'
import { type Change, step } from '../schedule/diff.ts'
import { spanOf } from '../schedule/occurrences.ts'
import type { Calendar, CalendarSettings } from '../storage/calendars.ts'
import { currentEvents, type EventVersion, storedVevents } from '../storage/events.ts'
import { ALSO_PRIVATE } from '../storage/sight.ts'

/** Each as a change that subscribers see, though not one of its facts differs. */
export async function outdatedEvents(
  { db }: Ports,
  calendar: Calendar,
  settings: CalendarSettings,
  also: (event: EventVersion) => boolean = () => false,
): Promise<Change[]> {
  const events = (await currentEvents(db, calendar, ALSO_PRIVATE)).filter(({ removed }) => !removed)
  const uids = events.map(({ uid }) => uid)
  const stored = await storedVevents(db, calendar, uids, ALSO_PRIVATE)
  const isOutdated = (event: EventVersion) => {
    const { startsAt, endsAt } = spanOf(event.facts, settings.defaultMinutes)
    const text = renderEvent(event, { publishedAt: event.changedAt }, settings)
    return text !== stored.get(event.uid) || startsAt !== event.startsAt || endsAt !== event.endsAt
  }
  return events
    .filter((event) => isOutdated(event) || also(event))
    .map((event) => {
      const after = { ...event, sequence: event.sequence + 1 }
      return { ...step(event, {}), seen: true, after }
    })
}
