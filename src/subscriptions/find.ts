// A subscription by its token.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { findByToken, type Subscription } from '../storage/subscriptions.ts'
import { hashOf } from './token.ts'

/** Ended ones too; null when there never was one. */
export async function findSubscription(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  token: string,
): Promise<Subscription | null> {
  const hash = await hashOf(token)
  return hash === null ? null : findByToken(db, hash, now())
}

/** Throws `not_found`, or `subscription_ended` where it was rotated or erased. */
export async function requireSubscription(
  ports: Pick<Ports, 'db' | 'now'>,
  token: string,
): Promise<Subscription> {
  const found = await findSubscription(ports, token)
  if (!found) throw noSubscription()
  if (found.endedAt) throw new Problem('subscription_ended', { endedAt: found.endedAt })
  return found
}

/** The token is a secret: it is not told back. */
export const noSubscription = (): Problem =>
  new Problem('not_found', { what: 'subscription', name: 'my/…' })
