// A subscription's later life: other choices, another token, its end.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { secondsFrom } from '../schedule/instants.ts'
import { same } from '../schedule/same.ts'
import { choosesOtherwise, looksOtherwise, tellsOtherwise } from '../schedule/subscription.ts'
import { GuardFailed, type Statement } from '../storage/database.ts'
import { forgetPush } from '../storage/push-channels.ts'
import {
  endSubscription,
  followCalendars,
  guardSubscription,
  insertSubscription,
  replaceToken,
  type Subscription,
  updateSubscription,
} from '../storage/subscriptions.ts'
import { requireSubscription } from './find.ts'
import { addressesAfter } from './follow.ts'
import { calendarsAt, ownLanguage, type Wish, withWish } from './make.ts'
import { hashOf, mintToken } from './token.ts'

/**
 * What is wished otherwise; what is not named stays. A wish that changes nothing changes nothing.
 * `provided` looks at what is written over, and nothing else is: it is asked again where another device
 * writes in between. What it throws, nothing is written for.
 */
export const changeSubscription = (
  ports: Ports,
  token: string,
  wish: Wish,
  provided: (subscription: Subscription) => Promise<void> = async () => {},
): Promise<Subscription> =>
  again(ports, token, async (subscription) => {
    await provided(subscription)
    return changed(ports, subscription, wish)
  })

/** An opponent nobody wants to see, or no longer. */
export const hideTeam = (
  ports: Ports,
  token: string,
  team: string,
  hidden: boolean,
): Promise<Subscription> =>
  again(ports, token, (subscription) => {
    const others = subscription.choices.hiddenTeams.filter((each) => each !== team.trim())
    return changed(ports, subscription, { hiddenTeams: hidden ? [...others, team] : others })
  })

async function changed(ports: Ports, subscription: Subscription, wish: Wish): Promise<Statement[]> {
  const { choices, followed, language, look, lookedAt } = subscription
  const next = withWish(choices, wish)
  const addresses = addressesAfter(followed, wish)
  const chosen = addresses ? await calendarsAt(ports, addresses, followed) : followed
  const spoken = ownLanguage(next, language)
  const calendars = (list: readonly { calendar: { id: number } }[]) =>
    list.map(({ calendar }) => calendar.id)
  const moved = !same(calendars(chosen), calendars(followed))
  const other = looksOtherwise(choices, next) || spoken !== language
  if (!moved && !other && same(next, choices)) return []
  if (!moved && !other && same({ ...next, reminders: null }, { ...choices, reminders: null }))
    return [updateSubscription(unseenBy({ ...subscription, choices: next }))]
  const [at, revision] = [momentAfter(ports, subscription), subscription.revision + 1]
  const filtered = choosesOtherwise(choices, next)
  return [
    updateSubscription({
      ...subscription,
      ...{ choices: next, language: spoken, revision, changedAt: at },
      ...(filtered ? { filtersRevision: revision } : {}),
      ...(filtered || tellsOtherwise(choices, next) ? { choicesRevision: revision } : {}),
      ...{ look: look + Number(other), lookedAt: other ? at : lookedAt },
    }),
    ...(moved ? followCalendars(subscription.uid, chosen) : []),
  ]
}

/** One revision on, and no feed shows it. */
export const unseenBy = (subscription: Subscription): Subscription => ({
  ...subscription,
  ...{ revision: subscription.revision + 1, unseen: subscription.unseen + 1 },
})

/** The same subscription under another token; the old one ends, and says so for ten years. */
export async function rotateToken(ports: Ports, token: string): Promise<string> {
  const next = mintToken(ports)
  const [hash, nextHash] = [(await hashOf(token)) ?? '', (await hashOf(next)) ?? '']
  await again(
    ports,
    token,
    async (subscription) => {
      const at = momentAfter(ports, subscription)
      const { language, look } = subscription
      const ended = {
        ...{ uid: ports.mint(), language, choices: {} as Subscription['choices'] },
        ...{
          revision: subscription.revision + 1,
          unseen: subscription.unseen,
          look: 0,
          lookedAt: at,
          changedAt: at,
        },
        ...{ createdAt: subscription.createdAt, endedAt: at, used: subscription.used },
      }
      // The links in its events lead through the new token from now on.
      const turned = { ...subscription, look: look + 1, lookedAt: at, changedAt: at }
      return [
        replaceToken(subscription, nextHash),
        // Whoever had the old link may have let it ring: each device is registered anew.
        ...forgetPush(subscription),
        updateSubscription({ ...turned, revision: subscription.revision + 1 }),
        insertSubscription(hash, ended),
      ]
    },
    next,
  )
  return next
}

/** Nothing is kept but that it ended. */
export async function eraseSubscription(ports: Ports, token: string): Promise<void> {
  const subscription = await requireSubscription(ports, token)
  await ports.db.batch(endSubscription(subscription, momentAfter(ports, subscription)))
}

const ATTEMPTS = 4

/** Decides on what is there and writes it, once more when somebody else wrote meanwhile. */
export async function again(
  ports: Ports,
  token: string,
  decide: (subscription: Subscription) => Promise<Statement[]>,
  tokenAfter = token,
): Promise<Subscription> {
  for (let attempt = 1; ; attempt += 1) {
    const subscription = await requireSubscription(ports, token)
    const acts = await decide(subscription)
    if (acts.length === 0) return subscription
    try {
      await ports.db.batch([guardSubscription(subscription), ...acts])
      return await requireSubscription(ports, tokenAfter)
    } catch (error) {
      if (!(error instanceof GuardFailed)) throw error
      if (attempt === ATTEMPTS) throw new Problem('subscription_busy')
    }
  }
}

/** Now, but after whatever its events say of themselves: LAST-MODIFIED never stands still. */
export function momentAfter({ now }: Ports, { changedAt, followed }: Subscription): string {
  const last = latest([changedAt, ...followed.map(({ publishedAt }) => publishedAt)])
  const next = secondsFrom(last, 1)
  return latest([now(), next])
}

export const latest = (instants: readonly string[]): string =>
  instants.reduce((a, b) => (a > b ? a : b), '')
