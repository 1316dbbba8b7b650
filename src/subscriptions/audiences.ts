// What only members see, in a personal feed: opened by the key that a partner gave them, as long as
// that key is good. Guessing is bounded, for each subscription and for each partner; no addresses are
// kept.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { hashesOf } from '../storage/audience-keys.ts'
import {
  giveAudience,
  type Membership,
  membershipsOf,
  type Opened,
  openedBy,
  othersWith,
  settleMemberships,
  takeAudience,
} from '../storage/memberships.ts'
import { findPartner, type Partner } from '../storage/partners.ts'
import { countFailure, type Failures, failuresSince, forgetFailures } from '../storage/sessions.ts'
import { type Subscription, updateSubscription } from '../storage/subscriptions.ts'
import { again, momentAfter } from './change.ts'
import { requireSubscription } from './find.ts'

/** For how many subscriptions a key opens an audience: a phone, a computer, the family's. */
export const MAX_USES_OF_KEY = 5
export const WINDOW_MINUTES = 15
export const MAX_FAILURES_OF_SUBSCRIPTION = 10
/** Of all subscriptions together: from here on each has one attempt. */
export const MAX_FAILURES_OF_PARTNER = 500

export async function audiencesOf(ports: Ports, token: string): Promise<Membership[]> {
  return membershipsOf(ports.db, await requireSubscription(ports, token), ports.now())
}

/** Throws `audience_key_unknown`, `audience_key_used_up`, or `too_many_attempts`, for right keys too. */
export async function openAudiences(
  ports: Ports,
  token: string,
  { partner: slug, key }: { partner: string; key: string },
): Promise<Membership[]> {
  const { db, now } = ports
  const subscription = await requireSubscription(ports, token)
  const partner = await findPartner(db, slug)
  if (!partner) throw new Problem('not_found', { what: 'partner', name: slug.slice(0, 80) })
  const opened = await attempt(ports, { subscription, partner }, key)
  await again(ports, token, async (found) => {
    const given = found.followed.find(({ calendar }) => calendar.partnerId === partner.id)
    if (given && opened.every(({ audience }) => given.audiences.includes(audience))) return []
    const limits = { now: now(), most: MAX_USES_OF_KEY }
    await refuseUsedUp(ports, found, partner, opened)
    return [
      ...opened.flatMap((each) => giveAudience(found, partner.id, each, limits)),
      turned(ports, found),
    ]
  })
  return membershipsOf(db, subscription, now())
}

interface Asking {
  subscription: Subscription
  partner: Partner
}

/** What the key opens; a wrong one is counted. */
async function attempt(ports: Ports, { subscription, partner }: Asking, key: string) {
  const { db, now } = ports
  const since = new Date(Date.parse(now()) - WINDOW_MINUTES * 60_000).toISOString()
  const [own, all] = [`subscription ${subscription.id}`, `audiences of ${partner.id}`]
  const failed = {
    own: (await failuresSince(db, own, since)).key,
    all: (await failuresSince(db, all, since)).key,
  }
  // Whoever has not failed yet is heard at the partner's bound too: strangers' guesses lock no member out.
  const most = failed.all.count >= MAX_FAILURES_OF_PARTNER ? 1 : MAX_FAILURES_OF_SUBSCRIPTION
  if (failed.own.count >= most)
    throw new Problem('too_many_attempts', { minutes: minutesUntilHeard(failed) })
  const opened = await openedBy(db, partner.id, await hashesOf(key), now())
  if (opened.length > 0) {
    if (failed.own.count > 0) await db.batch([forgetFailures(own)])
    return opened
  }
  await db.batch([own, all].map((each) => countFailure(each, since, now())))
  throw new Problem('audience_key_unknown', { partner: partner.name })
}

/** At the partner's bound alone: as soon as either count is over. */
function minutesUntilHeard({ own, all }: { own: Failures; all: Failures }): number {
  if (own.count >= MAX_FAILURES_OF_SUBSCRIPTION) return own.minutesLeft
  return Math.min(own.minutesLeft, all.minutesLeft)
}

async function refuseUsedUp(
  { db }: Ports,
  { id }: Subscription,
  partner: Partner,
  opened: readonly Opened[],
): Promise<void> {
  for (const each of opened)
    if ((await othersWith(db, { id }, partner.id, each)) >= MAX_USES_OF_KEY)
      throw new Problem('audience_key_used_up', { limit: MAX_USES_OF_KEY })
}

/** The key is free again for another subscription. */
export async function leaveAudience(
  ports: Ports,
  token: string,
  { partner: slug, audience }: { partner: string; audience: string },
): Promise<void> {
  const partner = await findPartner(ports.db, slug)
  const memberships = await audiencesOf(ports, token)
  if (!partner || !memberships.some((each) => each.partner === slug && each.audience === audience))
    throw new Problem('not_found', { what: 'audience', name: audience.slice(0, 80) })
  await again(ports, token, async (found) => [
    takeAudience(found, partner.id, audience),
    turned(ports, found),
  ])
}

/** The feed is another one from now on. */
const turned = (ports: Ports, subscription: Subscription) => {
  const revision = subscription.revision + 1
  return updateSubscription({
    ...subscription,
    ...{ revision, choicesRevision: revision, filtersRevision: revision },
    changedAt: momentAfter(ports, subscription),
  })
}

/** Memberships whose keys have expired end, and their feeds say so. */
export const endExpired = ({ db, now }: Ports): Promise<void> => db.batch(settleMemberships(now()))
