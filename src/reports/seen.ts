// What a reporter saw of an event, and whether it was corrected since.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import type { Facts } from '../schedule/event.ts'
import { same } from '../schedule/same.ts'
import type { Calendar } from '../storage/calendars.ts'
import { historyOf } from '../storage/event-history.ts'
import type { EventVersion } from '../storage/events.ts'
import type { Sight } from '../storage/sight.ts'

/** A phone that is further behind has seen none of these. */
const VERSIONS_LOOKED_AT = 50

/** What a report is about, in the order in which it is shown. */
export const REPORTABLE = ['title', 'start', 'end', 'status', 'location'] as const
export type Reportable = (typeof REPORTABLE)[number]

export interface Seen {
  now: EventVersion
  /** As the calendar told it at that revision; as it is now where that is not known. */
  then: EventVersion
  /** What was changed between the two. */
  corrected: Reportable[]
}

/** Throws `not_found` for an event that never was, and alike for one that is not for those eyes. */
export async function seenAt(
  { db }: Ports,
  calendar: Calendar,
  uid: string,
  revision: number | null,
  sight: Sight = 'public',
): Promise<Seen> {
  const versions = await historyOf(db, calendar, uid, VERSIONS_LOOKED_AT, sight)
  const [now] = versions
  if (!now) throw new Problem('not_found', { what: 'event', name: uid.slice(0, 80) })
  const then = versions.find((each) => each.toldNumber <= (revision ?? calendar.toldNumber)) ?? now
  return { now, then, corrected: differing(then.facts, now.facts) }
}

export const differing = (a: Facts, b: Facts): Reportable[] =>
  REPORTABLE.filter((field) => !same(a[field], b[field]))
