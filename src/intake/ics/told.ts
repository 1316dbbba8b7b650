// What VEVENTs come to: events of their own, as rows, and happenings that differ from their series.

import type { Facts, Location, Override } from '../../schedule/event.ts'
import type { Row, SaidFacts } from '../../schedule/row.ts'
import type { Happening, HappeningContext } from './happening.ts'
import { localIn } from './stamps.ts'
import type { Texts } from './texts.ts'

/** One event that will be a row. */
export interface Told {
  happening: Happening
  id: string | null
  facts?: Pick<Facts, 'rrule' | 'exdates' | 'overrides'>
}

export interface ToldContext extends Pick<HappeningContext, 'ours'> {
  /** How long our own feeds let an event last that has no end. */
  defaultMinutes: number | null
}

export function rowOf({ happening, id, facts }: Told, context: ToldContext): Row {
  const { start, end, texts, vevent } = happening
  const length = end === null ? 0 : (floating(end) - floating(start.local)) / 60_000
  // Our own feed gives an end to what has none.
  const usual = context.ours && !start.allDay && length === context.defaultMinutes
  // Without spreads: files of 50,000 events come through.
  const said: SaidFacts = {
    title: texts.title ?? '',
    start: start.local,
    allDay: start.allDay,
    timeTbd: texts.timeTbd,
    timezone: start.zone,
    description: texts.description,
    location: texts.location,
    categories: texts.categories,
    links: texts.links,
    rrule: facts?.rrule ?? null,
    exdates: facts?.exdates ?? [],
    overrides: facts?.overrides ?? [],
  }
  if (id !== null) said.externalId = id
  if (!usual) said.end = end
  if (texts.soldOut !== undefined) said.soldOut = texts.soldOut
  if (texts.reason !== undefined) said.reason = texts.reason
  if (texts.audience !== undefined) said.audience = texts.audience
  const tellsOf = context.ours ? 'our-feed' : 'calendar'
  const row: Row = { row: vevent.at, line: vevent.at, removed: false, tellsOf, facts: said }
  if (texts.status) row.status = texts.status
  if (start.utc || start.allDay) row.zoneUnsaid = true
  return row
}

const floating = (local: string): number =>
  Date.parse(local.includes('T') ? `${local}Z` : `${local}T00:00:00Z`)

/** Null where a happening is of another kind than its series, and so stands alone. */
export function differences(
  series: Happening,
  other: Happening,
  id: string,
): Override['facts'] | null {
  const { allDay, zone } = series.start
  if (other.start.allDay !== allDay || other.start.foreign || !other.texts.title) return null
  const shift = floating(id) - floating(series.start.local)
  const inZone = (local: string | null) =>
    local === null || allDay || zone === other.start.zone
      ? local
      : localIn({ ...other.start, local, instant: other.start.place(local).instant }, zone)
  const usualEnd =
    series.end === null
      ? null
      : new Date(floating(series.end) + shift).toISOString().slice(0, series.end.length)
  const usual = { ...told(series.texts), start: id, end: usualEnd }
  const own = { ...told(other.texts), start: inZone(other.start.local), end: inZone(other.end) }
  const differing = Object.entries(own).filter(
    ([field, value]) => !alike(value, usual[field as keyof typeof usual]),
  )
  return Object.fromEntries(differing) as Override['facts']
}

const alike = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

/** In the order in which overrides are always written. */
const told = (texts: Texts) => ({
  ...{ status: texts.status ?? 'confirmed', title: texts.title, description: texts.description },
  ...{ location: wholePlace(texts.location), categories: texts.categories },
  ...(texts.soldOut === undefined ? {} : { soldOut: texts.soldOut }),
  ...(texts.reason === undefined ? {} : { reason: texts.reason }),
  links: texts.links,
})

function wholePlace(place: Partial<Location>): Location | null {
  const none = { name: null, address: null, latitude: null, longitude: null, region: null }
  const whole: Location = { ...none, ...place }
  return Object.values(whole).every((value) => value === null) ? null : whole
}
