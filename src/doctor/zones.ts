// Time zones of a feed: each name declared, each declaration true, no time that does not exist.

import { changesOf, offsetOf } from '../intake/ics/observances.ts'
import { zoneByName } from '../intake/ics/zone-names.ts'
import { isZoneName } from '../schedule/tzdata.ts'
import { placeBy, placeIn } from '../schedule/zones.ts'
import { allOf, type Component, childrenOf, oneOf, type Property } from './components.ts'
import { type Moment, momentOf } from './moments.ts'
import type { Notes } from './notes.ts'

export function checkZones(calendar: Component, notes: Notes): void {
  const uses = usesIn(calendar, notes)
  const declared = declaredIn(calendar, notes)
  for (const [tzid, [first]] of uses) {
    if (!declared.has(tzid) && first)
      notes.at('zone_undeclared', first, { zone: tzid.slice(0, 80) })
    if (!isZoneName(tzid) && first) notes.at('zone_name', first, { zone: tzid.slice(0, 80) })
  }
  for (const [tzid, timezone] of declared) {
    const own = uses.get(tzid)
    if (own) checkDeclaration(timezone, tzid, own, notes)
    else notes.at('zone_unused', timezone, { zone: tzid.slice(0, 80) })
  }
  for (const event of childrenOf(calendar, 'VEVENT')) checkClock(event, notes)
}

const WITH_ZONES = new Set(['DTSTART', 'DTEND', 'RECURRENCE-ID', 'EXDATE', 'RDATE'])

/** Where each TZID stands; what should have none is noted. */
function usesIn(calendar: Component, notes: Notes): Map<string, Property[]> {
  const uses = new Map<string, Property[]>()
  for (const event of calendar.children) {
    if (event.name === 'VTIMEZONE') continue
    for (const property of event.properties) {
      const tzid = property.params.TZID?.trim()
      if (!tzid || !WITH_ZONES.has(property.name)) continue
      const bare = /Z$|^\d{8}$/.test(property.value.trim())
      if (bare) notes.at('zone_on_utc', property)
      const known = uses.get(tzid)
      if (known) known.push(property)
      else uses.set(tzid, [property])
    }
  }
  return uses
}

function declaredIn(calendar: Component, notes: Notes): Map<string, Component> {
  const declared = new Map<string, Component>()
  for (const timezone of childrenOf(calendar, 'VTIMEZONE')) {
    const tzid = oneOf(timezone, 'TZID')?.value.trim()
    if (!tzid) notes.at('zone_definition', timezone, { zone: '?' })
    else if (declared.has(tzid))
      notes.at('zone_declared_twice', timezone, { zone: tzid.slice(0, 80) })
    else declared.set(tzid, timezone)
  }
  return declared
}

/** So many times are looked at: a wrong declaration is wrong at most of them. */
const MAX_TIMES = 2000

function checkDeclaration(
  timezone: Component,
  tzid: string,
  uses: readonly Property[],
  notes: Notes,
): void {
  const changes = changesOf(forReading(timezone))
  const zone = tzid.slice(0, 80)
  if (!changes) {
    notes.at('zone_definition', timezone, { zone })
    return
  }
  const known = zoneByName(tzid)
  const first = changes[0]?.at ?? Number.NEGATIVE_INFINITY
  for (const property of uses.slice(0, MAX_TIMES)) {
    const moment = momentOf(property)
    if (moment?.kind !== 'zoned') continue
    const local = `${moment.date}T${moment.time}`
    const own = placeBy(local, (at) => Math.round(offsetOf(changes, at) * 60_000))
    if (Date.parse(own.instant) < first) {
      notes.at('zone_definition', timezone, { zone })
      return
    }
    if (known && placeIn(local, known).instant !== own.instant) {
      notes.at('zone_wrong', property, { zone })
      return
    }
  }
}

/** As the reader of uploads takes it, which has our declarations and others' believed or not. */
const forReading = ({
  name,
  at,
  properties,
  children,
}: Component): Parameters<typeof changesOf>[0] => ({
  ...{ name, at, lines: properties.map(({ at, text, name }) => ({ at, text, name })) },
  children: children.map(forReading),
})

/** A single event by a zone's clock, and times that a clock skips or shows twice. */
function checkClock(event: Component, notes: Notes): void {
  const written = oneOf(event, 'DTSTART')
  const start = written ? momentOf(written) : null
  if (!written || start?.kind !== 'zoned') return
  const repeats = ['RRULE', 'RDATE', 'RECURRENCE-ID'].some((name) => allOf(event, name).length > 0)
  if (!repeats) notes.at('single_in_zone', written)
  for (const name of ['DTSTART', 'DTEND']) {
    const property = oneOf(event, name)
    if (property && isAwkward(momentOf(property))) notes.at('clock_change', property)
  }
}

function isAwkward(moment: Moment | null): boolean {
  const zone = moment?.kind === 'zoned' ? zoneByName(moment.tzid) : null
  if (!moment || !zone) return false
  return placeIn(`${moment.date}T${moment.time}`, zone).kind !== 'exact'
}
