// Of a plan, what a page shows: 50,000 changes take seconds to read, these a moment.

import type { Change, ChangeType } from '../../schedule/diff.ts'

/** How many of each kind there are, and the first of them. */
export interface Shown {
  counts: Record<ChangeType, number>
  changes: Change[]
  /** Those whose start is, or was, within some days of when this was made. */
  near: Change[]
}

/** What is called off or moved concerns people before what is new. */
export const SHOWN_ORDER: readonly ChangeType[] = [
  'cancelled',
  'removed',
  'moved',
  'changed',
  'new',
]
export const MAX_SHOWN = 300
/** A review that waits longer is compared again, or nobody hurries. */
const NEAR_DAYS = 14
const DAY_MS = 86_400_000

/** `now`: when the comparison is made, or looked at. */
export function shownOf(changes: readonly Change[], now: string): Shown {
  const counts = { new: 0, changed: 0, moved: 0, cancelled: 0, removed: 0 }
  for (const { type } of changes) counts[type] += 1
  const first: Change[] = []
  for (const wanted of SHOWN_ORDER) {
    if (counts[wanted] === 0 || first.length >= MAX_SHOWN) continue
    const some = changes.filter(({ type }) => type === wanted).sort(byStart)
    first.push(...some.slice(0, MAX_SHOWN - first.length))
  }
  // Wall time is never a day away from UTC.
  const [from, to] = [dayFrom(now, -2), dayFrom(now, NEAR_DAYS)]
  const near = changes.filter((change) =>
    startsOf(change).some((start) => start > from && start < to),
  )
  return { counts, changes: first, near: near.sort(byStart).slice(0, MAX_SHOWN) }
}

const byStart = (a: Change, b: Change): number => {
  const [one, other] = [a.after.facts.start, b.after.facts.start]
  return one < other ? -1 : one > other ? 1 : 0
}

/** The local start that it will have, and the one that it has. */
export function startsOf({ after, fields }: Change): string[] {
  const before = fields.find(({ field }) => field === 'start')?.from
  return [after.facts.start, ...(typeof before === 'string' ? [before] : [])]
}

const dayFrom = (now: string, days: number): string =>
  new Date(Date.parse(now) + days * DAY_MS).toISOString().slice(0, 10)
