// What happens when in one calendar: single events along the index, series expanded, page by page.

import type { Facts, Slot } from '../schedule/event.ts'
import { occurrencesOf } from '../schedule/occurrences.ts'
import { addDays } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Database } from '../storage/database.ts'
import type { EventVersion, Range } from '../storage/events.ts'
import { type EventFilter, seriesShown, singlesShown } from '../storage/public-events.ts'

/** Series that are looked at for one page. */
const MOST_SERIES = 200

export interface Happening {
  uid: string
  /** With its own times and words, where it is one of a series. */
  facts: Facts
  startsAt: string
  endsAt: string
  movedFrom: Slot | null
  recurring: boolean
}

export interface Position {
  startsAt: string
  uid: string
}

export const EVERYTHING: EventFilter = { category: null, team: null }
export const BEGINNING: Position = { startsAt: '', uid: '' }

/** By start then uid, after a position of that order; one more than `limit` says that there is more. */
export async function happeningsIn(
  db: Database,
  calendar: Calendar,
  range: Range,
  {
    limit,
    filter = EVERYTHING,
    after = BEGINNING,
  }: {
    limit: number
    filter?: EventFilter
    after?: Position
  },
): Promise<Happening[]> {
  const asked = { range, filter, limit: limit + 1 }
  const singles = await singlesShown(db, calendar, asked, after)
  const series = await seriesShown(db, calendar, { ...asked, limit: MOST_SERIES })
  return [
    ...singles.map(singleHappening),
    ...series.flatMap((version) => repeated(calendar, version, range, limit + 1, after)),
  ]
    .sort(byStart)
    .slice(0, limit + 1)
}

export const singleHappening = (version: EventVersion): Happening => ({
  ...{ uid: version.uid, facts: version.facts, recurring: false },
  ...{ startsAt: version.startsAt, endsAt: version.endsAt, movedFrom: version.movedFrom },
})

/** A series has at most one happening a day, so that a page's worth of days is enough. */
export function repeated(
  { settings }: Calendar,
  version: EventVersion,
  range: Range,
  limit: number,
  after: Position = BEGINNING,
): Happening[] {
  const from = after.startsAt > range.from ? after.startsAt : range.from
  const { facts, uid, movedFrom } = version
  const length = Math.max(0, Date.parse(facts.end ?? facts.start) - Date.parse(facts.start))
  const most = limit + Math.ceil(length / 86_400_000) + 2
  return occurrencesOf(facts, from, range.to, settings.defaultMinutes, most)
    .map((one) => ({
      ...{ uid, movedFrom, recurring: true, startsAt: one.startInstant, endsAt: one.endInstant },
      facts: { ...one.facts, start: one.start, end: one.end },
    }))
    .filter((one) => isAfter(one, after))
    .slice(0, limit)
}

const isAfter = (one: Happening, { startsAt, uid }: Position): boolean =>
  one.startsAt > startsAt || (one.startsAt === startsAt && one.uid > uid)

export function byStart(a: Position, b: Position): number {
  if (a.startsAt !== b.startsAt) return a.startsAt < b.startsAt ? -1 : 1
  return a.uid < b.uid ? -1 : a.uid > b.uid ? 1 : 0
}

/** The local days on which something is, within the first and the last of these. */
export function daysOf({ facts: { start, end, allDay } }: Happening, first: string, last: string) {
  const begin = start.slice(0, 10)
  let close = (end ?? start).slice(0, 10)
  // What ends at midnight is not on the day that begins then.
  if (!allDay && close > begin && end?.slice(11) === '00:00:00') close = addDays(close, -1)
  const days: string[] = []
  let day = begin < first ? first : begin
  for (; day <= close && day <= last; day = addDays(day, 1)) days.push(day)
  return days
}
