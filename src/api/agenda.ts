// One calendar's next occurrences after a position: single events from the index, series expanded.

import type { Facts } from '../schedule/event.ts'
import { occurrencesOf } from '../schedule/occurrences.ts'
import { addDays } from '../schedule/zones.ts'
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
  const single = (await singleEvents(db, calendar, range, after, limit)).map((version) => ({
    startsAt: version.startsAt,
    event: eventJson(calendar, version),
  }))
  const series = await recurringEvents(db, calendar, { from: range.from, to: range.horizon })
  return [...single, ...repeated(calendar, series, { range, after, limit }, single)]
}

const FIRST_DAYS = 8
const MOST_DAYS = 3000

/** By growing spans of time, until a page is full: of many endless series a page needs only days. */
function repeated(
  calendar: Calendar,
  series: readonly EventVersion[],
  { range, after, limit }: Wanted,
  single: readonly Happening[],
): Happening[] {
  const [first] = series.map(({ startsAt }) => startsAt).sort()
  if (first === undefined) return []
  const from = laterOf(first, laterOf(range.from, after.startsAt))
  for (let days = FIRST_DAYS; ; days *= 4) {
    const to = days < MOST_DAYS && addDays(from.slice(0, 10), days) + from.slice(10)
    const horizon = to && to < range.horizon ? to : range.horizon
    const wanted = { range: { ...range, horizon }, after, limit }
    const found = series.flatMap((version) => happeningsOf(calendar, version, wanted))
    const known = found.length + single.filter(({ startsAt }) => startsAt < horizon).length
    if (horizon === range.horizon || known >= limit) return found
  }
}

const laterOf = (a: string, b: string): string => (a > b ? a : b)

function happeningsOf(
  calendar: Calendar,
  version: EventVersion,
  { range, after, limit }: Wanted,
): Happening[] {
  const from = laterOf(range.from, after.startsAt)
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
