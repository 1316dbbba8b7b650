// Reminders that nobody was there to ring at their time: they wake nobody in quiet hours.

import type { Ports } from '../ports.ts'
import type { Claimed } from '../storage/push-claims.ts'
import { GRACE_SECONDS } from '../storage/push-due.ts'
import { findByIds } from '../storage/subscriptions.ts'
import { quietUntil } from './quiet.ts'

/** Looked at again by then, in hours that somebody may have changed meanwhile. */
const AGAIN_MS = 3_600_000

/** Of what is due, what is late and would ring in quiet hours: when it is looked at again. */
export async function lateInQuiet(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  due: readonly Claimed[],
): Promise<{ id: number; at: string }[]> {
  const at = now()
  const before = instantOf(Date.parse(at) - GRACE_SECONDS * 1000)
  const late = due.filter((each) => each.kind === 'reminder' && each.at < before)
  if (late.length === 0) return []
  const ids = [...new Set(late.map(({ subscriptionId }) => subscriptionId))]
  const ends = new Map(
    (await findByIds(db, ids, at)).map((each) => [each.id, quietUntil(each, at)]),
  )
  const again = instantOf(Date.parse(at) + AGAIN_MS)
  return late.flatMap(({ id, subscriptionId }) => {
    const end = ends.get(subscriptionId)
    return end ? { id, at: end < again ? end : again } : []
  })
}

const instantOf = (milliseconds: number): string =>
  `${new Date(milliseconds).toISOString().slice(0, 19)}Z`
