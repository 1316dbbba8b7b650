// Reminders that nobody was there to ring at their time: they wake nobody in quiet hours.

import type { Ports } from '../ports.ts'
import { HOUR, secondsFrom } from '../schedule/instants.ts'
import type { Claimed } from '../storage/push-claims.ts'
import { GRACE_SECONDS } from '../storage/push-due.ts'
import { findByIds } from '../storage/subscriptions.ts'
import { quietUntil } from './quiet.ts'

/** Looked at again by then, in hours that somebody may have changed meanwhile. */
const AGAIN_SECONDS = HOUR

/** Of what is due, what is late and would ring in quiet hours: when it is looked at again. */
export async function lateInQuiet(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  due: readonly Claimed[],
): Promise<{ id: number; at: string }[]> {
  const at = now()
  const before = secondsFrom(at, -GRACE_SECONDS)
  const late = due.filter((each) => each.kind === 'reminder' && each.at < before)
  if (late.length === 0) return []
  const ids = [...new Set(late.map(({ subscriptionId }) => subscriptionId))]
  const ends = new Map(
    (await findByIds(db, ids, at)).map((each) => [each.id, quietUntil(each, at)]),
  )
  const again = secondsFrom(at, AGAIN_SECONDS)
  return late.flatMap(({ id, subscriptionId }) => {
    const end = ends.get(subscriptionId)
    return end ? { id, at: end < again ? end : again } : []
  })
}
