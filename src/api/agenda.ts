// One calendar's next occurrences after a position: single events from the index, series expanded.

import type { Facts } from '../schedule/event.ts'
import { occurrencesOf } from '../schedule/occurrences.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Database } from '../storage/database.ts'
import { type EventVersion, type Range, recurringEvents, singleEvents } from '../storage/events.ts'
import { type EventJson, eventJson, occurrenceJson } from './event-json.ts'

export interface Position {
  startsAt: string
  uid: string
}

export interface Happening {
  /** The instant it is ordered by. */
  startsAt: string
  event: EventJson
}

interface Wanted {
  range: Range & { horizon: string }
  after: Position
  limit: number
}

export async function agendaOf(
  db: Database,
  calendar: Calendar,
  { range, after, limit }: Wanted,
): Promise<Happening[]> {
  if (calendar.deletedAt) return []
  const single = await singleEvents(db, calendar, range, after, limit)
  const series = await recurringEvents(db, calendar, { from: range.from, to: range.horizon })
  return [
    ...single.map((version) => ({
      startsAt: version.startsAt,
      event: eventJson(calendar, version),
    })),
    ...series.flatMap((version) => happeningsOf(calendar, version, { range, after, limit })),
  ]
}

function happeningsOf(
  calendar: Calendar,
  version: EventVersion,
  { range, after, limit }: Wanted,
): Happening[] {
  const from = after.startsAt > range.from ? after.startsAt : range.from
  const { defaultMinutes } = calendar.settings
  const { rrule, exdates } = version.facts
  const most = limit + overlapping(version.facts)
  return occurrencesOf(version.facts, from, range.horizon, defaultMinutes, most)
    .filter(
      ({ startInstant }) =>
        startInstant > after.startsAt ||
        (startInstant === after.startsAt && version.uid > after.uid),
    )
    .slice(0, limit)
    .map(({ startInstant, facts, start, end, startsAt, endsAt, recurrenceId }) => ({
      startsAt: startInstant,
      event: occurrenceJson(
        calendar,
        { ...version, facts: { ...facts, rrule, exdates } },
        { start, end, startsAt, endsAt, recurrenceId },
      ),
    }))
}

const DAY_MS = 86_400_000

/** How many of a series, at most one a day, can have begun before a position and still overlap it. */
const overlapping = ({ start, end }: Facts): number =>
  2 + Math.ceil((Date.parse(end ?? start) - Date.parse(start)) / DAY_MS)
