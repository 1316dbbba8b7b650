// What its owner lays over one event of a subscription, and takes back again.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { checkedOverlay, isEmpty, NO_OVERLAY, type Overlay, startOn } from '../schedule/overlay.ts'
import { same } from '../schedule/same.ts'
import type { EventVersion } from '../storage/events.ts'
import { findOverlay, type KeptOverlay, overlaysOf, writeOverlay } from '../storage/overlays.ts'
import { eventsAmong, type HomeEvent } from '../storage/subscription-events.ts'
import { type Followed, type Subscription, updateSubscription } from '../storage/subscriptions.ts'
import { again, momentAfter, unseenBy } from './change.ts'
import { requireSubscription } from './find.ts'
import { roomFor } from './overlay-room.ts'

/** One event of a subscription and what is laid over it. */
export interface Laid {
  subscription: Subscription
  followed: Followed
  event: EventVersion
  overlay: Overlay
}

/** Throws `not_found` for an event that is in none of the subscription's calendars. */
export async function requireEvent(ports: Ports, token: string, uid: string): Promise<Laid> {
  const subscription = await requireSubscription(ports, token)
  const { followed, event } = await eventOf(ports, subscription, uid)
  const kept = await findOverlay(ports.db, subscription, uid)
  return { subscription, followed, event, overlay: kept ? bare(kept) : NO_OVERLAY }
}

const bare = ({ hidden, memo, alarms, skipped, reminders }: Overlay): Overlay => ({
  ...{ hidden, memo, alarms, skipped, reminders },
})

async function eventOf({ db }: Ports, { followed }: Subscription, uid: string) {
  const [event] = await eventsAmong(db, followed, [uid])
  const home = event && followed.find(({ calendar }) => calendar.id === event.calendarId)
  if (!event || !home) throw new Problem('not_found', { what: 'event', name: uid.slice(0, 80) })
  return { event, followed: home }
}

export interface Touched {
  overlay: KeptOverlay
  /** Null where it is in none of the calendars any more. */
  event: HomeEvent | null
}

/** What can be taken back, the latest first. */
export async function touchedEvents(
  { db }: Pick<Ports, 'db'>,
  subscription: Subscription,
): Promise<Touched[]> {
  const kept = [...(await overlaysOf(db, subscription)).values()].filter((each) => !isEmpty(each))
  const { followed } = subscription
  const uids = kept.map(({ uid }) => uid)
  const events = new Map((await eventsAmong(db, followed, uids, true)).map((e) => [e.uid, e]))
  return kept
    .sort((a, b) => b.revision - a.revision)
    .map((overlay) => ({ overlay, event: events.get(overlay.uid) ?? null }))
}

/** The one event, whether or not anything is laid over it. */
export async function touchedEvent(
  { db }: Pick<Ports, 'db'>,
  subscription: Subscription,
  uid: string,
): Promise<Touched> {
  const kept = await findOverlay(db, subscription, uid)
  const [event = null] = await eventsAmong(db, subscription.followed, [uid], true)
  return { overlay: kept ?? untouched(subscription, uid), event }
}

const untouched = ({ lookedAt }: Subscription, uid: string): KeptOverlay => ({
  ...{ ...NO_OVERLAY, uid, revision: 0, sequence: 0, changedAt: lookedAt },
})

/** Instead of what was laid over the event before; throws also `overlays_full`, `over_limit` and `choice_invalid`. */
export const putOverlay = (
  ports: Ports,
  token: string,
  uid: string,
  overlay: Overlay,
): Promise<Subscription> => changeOverlay(ports, token, uid, () => overlay)

export interface OverlayPatch extends Partial<Overlay> {
  /** Days of a series, one by one. */
  skip?: string[]
  unskip?: string[]
}

/**
 * What is left out stays: two devices that each change something lose neither. At another revision than
 * the given one: `subscription_moved_on`.
 */
export const patchOverlay = (
  ports: Ports,
  token: string,
  uid: string,
  { skip = [], unskip = [], ...fields }: OverlayPatch,
  base?: number,
): Promise<Subscription> =>
  changeOverlay(ports, token, uid, ({ overlay: before, event, subscription }) => {
    const { revision: now } = subscription
    if (base !== undefined && base !== now)
      throw new Problem('subscription_moved_on', { base, now })
    const shown = unskip.map((start) => start.slice(0, 10))
    // Days that the series no longer has were refused, whatever else is wished.
    const kept = before.skipped.filter((day) => !shown.includes(day) && startOn(event.facts, day))
    return { ...before, skipped: [...kept, ...skip], ...fields }
  })

/**
 * `after` sees what is laid when it is written over, and nothing else is: where another device writes
 * in between, it is asked again. What it throws, nothing is written for.
 */
export const changeOverlay = (
  ports: Ports,
  token: string,
  uid: string,
  after: (before: Laid) => Overlay | Promise<Overlay>,
): Promise<Subscription> =>
  again(ports, token, async (subscription) => {
    const { event, followed } = await eventOf(ports, subscription, uid)
    const kept = await findOverlay(ports.db, subscription, uid)
    const overlay = kept ? bare(kept) : NO_OVERLAY
    const next = checkedOverlay(
      await after({ subscription, followed, event, overlay }),
      event.facts,
    )
    const acts = laid(ports, subscription, { uid, kept, next })
    if (acts.length === 0) return acts
    return [...(await roomFor(ports, subscription, { before: kept, next })), ...acts]
  })

/** As it was published; of an event that has left its calendar too. */
export const dropOverlay = (ports: Ports, token: string, uid: string): Promise<Subscription> =>
  again(ports, token, async (subscription) => {
    const kept = await findOverlay(ports.db, subscription, uid)
    if (!kept) await eventOf(ports, subscription, uid)
    return laid(ports, subscription, { uid, kept, next: NO_OVERLAY })
  })

interface Step {
  uid: string
  kept: KeptOverlay | null
  next: Overlay
}

function laid(ports: Ports, subscription: Subscription, { uid, kept, next }: Step) {
  const before = kept ? bare(kept) : NO_OVERLAY
  if (same(before, next)) return []
  if (same({ ...before, reminders: null }, { ...next, reminders: null }))
    return laidUnseen(subscription, { uid, kept, next })
  const [revision, changedAt] = [subscription.revision + 1, momentAfter(ports, subscription)]
  const sequence = (kept?.sequence ?? 0) + 1
  return [
    updateSubscription({ ...subscription, revision, changedAt }),
    writeOverlay(subscription, { ...next, uid, revision, sequence, changedAt }),
  ]
}

/** Reminders alone are otherwise: its feed's event stays as it is, LAST-MODIFIED and SEQUENCE too. */
function laidUnseen(subscription: Subscription, { uid, kept, next }: Step) {
  const after = unseenBy(subscription)
  const { sequence, changedAt } = kept ?? untouched(subscription, uid)
  const { revision } = after
  return [
    updateSubscription(after),
    writeOverlay(subscription, { ...next, uid, revision, sequence, changedAt }),
  ]
}
