// What lies between two states of the same events: how a revision reads afterwards.

import { type Change, step } from './diff.ts'
import type { EventState } from './event.ts'

/** `after` are the events that changed; `before` the same as they were, where they were at all. */
export function changesBetween(
  before: readonly EventState[],
  after: readonly EventState[],
): Change[] {
  const earlier = new Map(before.map((event): [string, EventState] => [event.uid, event]))
  return after.map((event): Change => {
    const was = earlier.get(event.uid)
    if (!was) return { type: 'new', row: null, seen: true, fields: [], after: event }
    const { facts, movedFrom, withdrawn, removed } = event
    return { ...step(was, { facts, movedFrom, withdrawn, removed }), after: event }
  })
}
