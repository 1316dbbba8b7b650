// The queue is emptied: what is due is claimed a few at a time, sent many at once, and marked.

import type { Ports } from '../ports.ts'
import { DAY, secondsFrom } from '../schedule/instants.ts'
import { forgetSettled, lookAtDue, markMissed, reopenMissed } from '../storage/push-due.ts'
import { pump } from './pump.ts'

/** So long a clock may go back without anything ringing again. */
export const KEPT_DAYS = 3

/** Sends what is due, at most `limit`; answers how many were sent. */
export async function ringDue(ports: Ports, limit: number): Promise<number> {
  const { db, log } = ports
  const terms = { now: ports.now(), old: keptSince(ports.now()) }
  const look = await lookAtDue(db, terms)
  const tidying = [
    ...(look.early ? [reopenMissed(terms)] : []),
    ...(look.missed ? [markMissed(terms)] : []),
    ...(look.old ? [forgetSettled(terms)] : []),
  ]
  if (tidying.length > 0) await db.batch(tidying)
  if (look.missed) log.info('too late to ring', { dropped: look.missed })
  return look.due || look.early ? pump(ports, limit) : 0
}

/** What was done with before is forgotten. */
export const keptSince = (now: string): string => secondsFrom(now, -KEPT_DAYS * DAY)
