// The clocks that a file's times are told by: a zone of the database, or a VTIMEZONE's own.

import { bundledZone } from '../../schedule/bundled-zone.ts'
import { type Transition, transitionsOf, zoneNames } from '../../schedule/tzdata.ts'
import { type Placed, placeBy, placeIn } from '../../schedule/zones.ts'
import type { Component } from './components.ts'
import { type Change, changesOf, offsetOf } from './observances.ts'
import { type Notebook, type Place, propertyOf } from './property.ts'
import { zoneByBareName, zoneByName } from './zone-names.ts'

export interface Clock {
  /** Null where no zone of the database agrees with the file's VTIMEZONE. */
  zone: string | null
  place(local: string): Placed
}

export interface Clocks {
  /** Null for a name that means nothing here; that has been noted. */
  named(tzid: string, place: Place): Clock | null
}

export interface Years {
  /** Instants in milliseconds between which the file's events lie. */
  from: number
  to: number
}

interface Described {
  at: Place
  changes: Change[] | null
  /** X-LIC-LOCATION. */
  location: string | null
}

export const clockOf = (zone: string): Clock => ({ zone, place: (local) => placeIn(local, zone) })

/** `preferred` are the zones that are tried first where several agree with a VTIMEZONE. */
export function clocksOf(
  timezones: readonly Component[],
  { years, preferred, notes }: { years: Years; preferred: string[]; notes: Notebook },
): Clocks {
  const byName = new Map<string, Component>()
  for (const timezone of timezones) {
    const tzid = propertyOf(timezone, 'TZID', notes, 'warning')?.value.trim()
    if (tzid && !byName.has(tzid)) byName.set(tzid, timezone)
  }
  const known = new Map<string, Clock | null>()
  return {
    named(tzid, place) {
      const name = tzid.trim()
      const clock = known.get(name)
      if (clock !== undefined) return noted(clock, name, place, notes)
      const timezone = byName.get(name)
      const described = timezone ? describe(timezone, notes) : null
      const found = clockFor(name, described, { years, preferred, notes })
      known.set(name, found)
      return noted(found, name, place, notes)
    },
  }
}

function noted(clock: Clock | null, tzid: string, place: Place, notes: Notebook): Clock | null {
  if (!clock) notes.note('error', 'tz.unknown', place, tzid)
  return clock
}

const describe = (timezone: Component, notes: Notebook): Described => ({
  at: { name: 'VTIMEZONE', at: timezone.at },
  changes: changesOf(timezone),
  location: propertyOf(timezone, 'X-LIC-LOCATION', notes, 'warning')?.value ?? null,
})

interface About {
  years: Years
  preferred: string[]
  notes: Notebook
}

function clockFor(tzid: string, described: Described | null, about: About): Clock | null {
  const zone = zoneByName(tzid) ?? (described?.location ? zoneByName(described.location) : null)
  if (zone) return described?.changes ? watched(zone, tzid, described, about) : clockOf(zone)
  if (!described) {
    const bare = zoneByBareName(tzid)
    return bare ? clockOf(bare) : null
  }
  const { changes, at } = described
  if (!changes) return null
  const agreeing = candidates(about.preferred).find((name) => agrees(name, changes, about.years))
  about.notes.note('warning', 'tz.guessed', at, tzid, { zone: agreeing ?? 'UTC' })
  return agreeing ? clockOf(agreeing) : ownClock(changes)
}

/** By the database; where the file's VTIMEZONE has other offsets at a time in use, it is said once. */
function watched(zone: string, tzid: string, { at, changes }: Described, { notes }: About): Clock {
  const own = ownClock(changes ?? [])
  let said = false
  return {
    zone,
    place(local) {
      const placed = placeIn(local, zone)
      if (!said && own.place(local).instant !== placed.instant) {
        said = true
        notes.note('warning', 'tz.overruled', at, tzid, { zone })
      }
      return placed
    },
  }
}

const ownClock = (changes: readonly Change[]): Clock => ({
  zone: null,
  place: (local) =>
    placeBy(local, (milliseconds) => Math.round(offsetOf(changes, milliseconds) * 60_000)),
})

/** The zones that people mean most, before the others in their order. */
const USUAL =
  'Asia/Seoul Asia/Tokyo Asia/Shanghai Europe/London Europe/Paris Europe/Athens America/New_York America/Chicago America/Denver America/Los_Angeles Australia/Sydney Asia/Kolkata'.split(
    ' ',
  )

const candidates = (preferred: readonly string[]): string[] => [
  ...new Set([...preferred, ...USUAL, ...zoneNames().sort()]),
]

/** Whether both have the same offsets throughout those years. */
function agrees(name: string, changes: readonly Change[], { from, to }: Years): boolean {
  const zone = bundledZone(name)
  const alike = (at: number) => Math.abs(zone.offset(at) - offsetOf(changes, at)) < 0.02
  if (!alike(from) || !alike(to)) return false
  const within = ({ at }: Transition | Change) => at > from && at < to
  return (
    changes.filter(within).every(({ at }) => alike(at) && alike(at - 1000)) &&
    transitionsOf(name)
      .filter(within)
      .every(({ at }) => alike(at) && alike(at - 1000))
  )
}
