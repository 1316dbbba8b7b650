// Dates and times of a VEVENT, each in its zone.

import { type Placed, wallTime } from '../../schedule/zones.ts'
import { type Clock, type Clocks, clockOf } from './clocks.ts'
import type { Notebook, Place, Property } from './property.ts'
import { writtenMoment } from './values.ts'

export interface Stamp {
  /** `2026-04-01T18:30:00` in `zone`, or `2026-04-01`. */
  local: string
  allDay: boolean
  /** IANA name, or `UTC`; of a date the calendar's. */
  zone: string
  /** Of a date its first moment. */
  instant: string
  /** Told by a clock of the file's own, which no zone has: `local` is then in UTC. */
  foreign: boolean
  /** By that clock, or any other: as the file has it, and where others of its series would be. */
  written: string
  place(local: string): Placed
  /** Written in UTC: an instant, which says nothing of a zone. */
  utc: boolean
}

export interface StampContext {
  clocks: Clocks
  notes: Notebook
  /** X-WR-TIMEZONE, where the file has one. */
  fileZone: string | null
  /** The calendar's. */
  timezone: string
}

/** Null for what cannot be read, which has been noted. */
export function readStamp(property: Property, context: StampContext): Stamp | null {
  return stampOf(property, property.value, context)
}

export function stampOf(property: Property, value: string, context: StampContext): Stamp | null {
  const { notes } = context
  const written = writtenMoment(value)
  if ('code' in written) {
    notes.note('error', written.code, property, value)
    return null
  }
  const tzid = property.params.tzid ?? ''
  if (written.time === null || property.type === 'DATE')
    return dateStamp(property, written.date, tzid, context)
  const local = `${written.date}T${written.time}`
  if (written.utc) return utcStamp(property, local, tzid, context)
  const floating = clockOf(context.fileZone ?? context.timezone)
  const clock = tzid ? context.clocks.named(tzid, property) : floating
  return clock ? localStamp(property, local, clock, notes) : null
}

const UTC = clockOf('UTC')

const bare = (written: string, place: Clock['place']) => ({
  ...{ local: written, written, place, allDay: false, foreign: false, utc: false },
})

function dateStamp(
  property: Property,
  date: string,
  tzid: string,
  { notes, timezone, fileZone }: StampContext,
): Stamp {
  const declared = property.type === 'DATE' || property.type === 'UNKNOWN'
  const odd = tzid || !declared || property.value.includes('T')
  if (odd) notes.note('warning', 'ics.value', property, property.value, { read: date })
  const { place } = clockOf(fileZone ?? timezone)
  const { instant } = place(`${date}T00:00:00`)
  return { ...bare(date, place), allDay: true, zone: timezone, instant }
}

function utcStamp(
  property: Property,
  local: string,
  tzid: string,
  { clocks, notes }: StampContext,
): Stamp | null {
  const clock = tzid ? clocks.named(tzid, property) : null
  if (tzid && !clock) return null
  const zone = clock?.zone ?? 'UTC'
  if (clock && clock.place(local).instant !== `${local}Z`) {
    const told = wallTime(`${local}Z`, zone).replace('T', ' ')
    notes.note('error', 'tz.conflict', property, property.value, { zone: tzid, local: told })
    return null
  }
  return { ...bare(local, UTC.place), zone: 'UTC', instant: `${local}Z`, utc: true }
}

function localStamp(place: Place, local: string, clock: Clock, notes: Notebook): Stamp {
  const { instant, kind } = clock.place(local)
  const { zone } = clock
  if (zone === null) {
    const utc = instant.slice(0, 19)
    return { ...bare(local, clock.place), local: utc, zone: 'UTC', instant, foreign: true }
  }
  const read = kind === 'gap' ? wallTime(instant, zone) : local
  if (kind !== 'exact') {
    const params = { zone, read: read.replace('T', ' ') }
    notes.note(
      'warning',
      kind === 'gap' ? 'time.gap' : 'time.fold',
      place,
      local.replace('T', ' '),
      params,
    )
  }
  return { ...bare(local, clock.place), local: read, zone, instant, utc: zone === 'UTC' }
}

/** The same moment by the clocks of another zone; a date stays a date. */
export const localIn = ({ allDay, local, instant }: Stamp, zone: string): string =>
  allDay ? local : wallTime(instant, zone)
