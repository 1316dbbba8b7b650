// A subscription by its token.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { findByToken, type Subscription } from '../storage/subscriptions.ts'
import { hashOf } from './token.ts'

type Needs = Pick<Ports, 'db' | 'now' | 'fetches'>

/** Whoever comes sooner is still making it. */
const MADE_WITHIN_MINUTES = 60

/** Ended ones too; null when there never was one. That somebody came is noted, once for all. */
export async function findSubscription(
  { db, now, fetches }: Needs,
  token: string,
): Promise<Subscription | null> {
  const hash = await hashOf(token)
  const found = hash === null ? null : await findByToken(db, hash, now())
  if (found && !found.used && !found.endedAt && minutesOf(found, now()) >= MADE_WITHIN_MINUTES)
    fetches.noteUse(found.id)
  return found
}

const minutesOf = ({ createdAt }: Subscription, now: string): number =>
  (Date.parse(now) - Date.parse(createdAt)) / 60_000

/** Throws `not_found`, or `subscription_ended` where it was rotated or erased. */
export async function requireSubscription(ports: Needs, token: string): Promise<Subscription> {
  const found = await findSubscription(ports, token)
  if (!found) throw noSubscription()
  if (found.endedAt) throw new Problem('subscription_ended', { endedAt: found.endedAt })
  return found
}

/** The token is a secret: it is not told back. */
export const noSubscription = (): Problem =>
  new Problem('not_found', { what: 'subscription', name: 'my/…' })
