// Going back to an earlier revision by going forward: the inverse difference, as a new revision.

import { type Change, step } from './diff.ts'
import type { EventState } from './event.ts'
import { same } from './same.ts'

/** `wanted` is the schedule as the earlier revision left it, `events` as it is now. */
export function restore(wanted: readonly EventState[], events: readonly EventState[]): Change[] {
  const targets = new Map(wanted.map((event) => [event.uid, event]))
  const changes: Change[] = []
  for (const before of events) {
    const target = targets.get(before.uid)
    const change = target && !target.removed ? goBack(before, target) : takeOut(before, target)
    if (change) changes.push(change)
  }
  return changes
}

function goBack(before: EventState, target: EventState): Change | null {
  const { facts, movedFrom, withdrawn, removed, locked, filed, season } = target
  const change = step(before, { facts, movedFrom, withdrawn, removed, locked, filed, season })
  const none =
    change.fields.length === 0 &&
    change.after.sequence === before.sequence &&
    withdrawn === before.withdrawn &&
    same([locked, filed, season], [before.locked, before.filed, before.season])
  return none ? null : change
}

/** Archived, where it was then. */
const takeOut = (before: EventState, target: EventState | undefined): Change | null =>
  before.removed ? null : step(before, { removed: true, season: target?.season ?? null })
