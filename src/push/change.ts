// What is told of a change by push: the nearest happening that is otherwise, and how.

import type { Facts } from '../schedule/event.ts'
import { type Occurrence, occurrencesOf, overriddenHappenings } from '../schedule/occurrences.ts'

export type Kind = 'cancelled' | 'postponed' | 'revived' | 'moved' | 'place' | 'removed'

export interface Told {
  kind: Kind
  before: Occurrence
  /** Null where it is gone. */
  after: Occurrence | null
  /** Of a series. */
  recurrenceId: string | null
}

export interface Near {
  from: string
  to: string
  defaultMinutes: number
}

/** Happenings of one series that are looked at. */
const MOST_HAPPENINGS = 100

/** An event as somebody was shown it and is shown it now, null where it is gone; null: nothing to tell. */
export function toldOf(before: Facts, after: Facts | null, near: Near): Told | null {
  const { from, to, defaultMinutes } = near
  const series = before.rrule !== null || (after?.rrule ?? null) !== null
  const then = series
    ? occurrencesOf(before, from, to, defaultMinutes, MOST_HAPPENINGS)
    : wholeOf(before, near)
  const since = after === null ? [] : happeningsNow(after, series, near)
  const now = new Map(since.map((each) => [series ? each.recurrenceId : '', each]))
  for (const each of then) {
    const found = now.get(series ? each.recurrenceId : '') ?? null
    const kind = kindOf(each, found)
    if (kind === null || (!isNear(each, near) && !(found && isNear(found, near)))) continue
    return { kind, before: each, after: found, recurrenceId: series ? each.recurrenceId : null }
  }
  return null
}

/** Of a series also those that moved out of the range. */
function happeningsNow(after: Facts, series: boolean, near: Near): Occurrence[] {
  if (!series) return wholeOf(after, near)
  const { from, to, defaultMinutes } = near
  return [
    ...occurrencesOf(after, from, to, defaultMinutes, MOST_HAPPENINGS),
    ...overriddenHappenings(after, defaultMinutes),
  ]
}

const wholeOf = (facts: Facts, { defaultMinutes }: Near): Occurrence[] =>
  occurrencesOf(facts, '0000-01-01T00:00:00Z', '9999-12-31T23:59:59Z', defaultMinutes, 1)

const isNear = ({ startInstant, endInstant }: Occurrence, { from, to }: Near): boolean =>
  startInstant < to && endInstant > from

function kindOf(before: Occurrence, after: Occurrence | null): Kind | null {
  const was = before.facts
  if (after === null) return was.status === 'cancelled' ? null : 'removed'
  const is = after.facts
  if (is.status !== was.status) {
    if (is.status === 'cancelled' || is.status === 'postponed') return is.status
    if (is.status === 'ended') return null
    if (was.status === 'cancelled' || was.status === 'postponed') return 'revived'
  }
  // Where it would have been matters to nobody.
  if (is.status === 'cancelled' || is.status === 'ended') return null
  if (after.startInstant !== before.startInstant || is.timeTbd !== was.timeTbd) return 'moved'
  return is.location?.name !== was.location?.name || is.location?.address !== was.location?.address
    ? 'place'
    : null
}
