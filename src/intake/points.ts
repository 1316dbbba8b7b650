// What a row writes as a date and a time, as a point in time and on the wall of a zone.

import { instantOf } from '../schedule/instants.ts'
import { placeIn, wallTime } from '../schedule/zones.ts'

export interface Point {
  /** On the wall of the zone: `2026-04-01T18:30:00`. */
  local: string
  /** `2026-04-01T09:30:00Z` */
  instant: string
  /** How the text and the zone agree; `second`: of two equal local times it is the second. */
  kind: 'exact' | 'gap' | 'fold' | 'second'
}

/** `offset`, in minutes east of UTC, is what the text itself says; null where it says none. */
export function pointIn(zone: string, written: string, offset: number | null): Point {
  if (offset === null) {
    const { instant, kind } = placeIn(written, zone)
    return { local: kind === 'exact' ? written : wallTime(instant, zone), instant, kind }
  }
  const milliseconds = Date.parse(`${written}Z`) - offset * 60_000
  const instant = instantOf(milliseconds)
  const local = wallTime(instant, zone)
  return { local, instant, kind: placeIn(local, zone).instant === instant ? 'exact' : 'second' }
}
