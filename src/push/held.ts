// A change that waits, for the morning or for its push service, is told only where it is wanted still:
// whoever hid the event or left the calendar meanwhile hears no more of it.

import type { Ports } from '../ports.ts'
import { remindersChosen } from '../schedule/reminder-rules.ts'
import { findOverlay } from '../storage/overlays.ts'
import {
  eventOfHeld,
  type Held,
  heldChanges,
  settleHeld,
  type Wanted,
} from '../storage/push-held.ts'
import { findByIds, type Subscription } from '../storage/subscriptions.ts'
import { chosenFrom } from '../subscriptions/choose.ts'
import { ownTeamIn } from '../subscriptions/own-team.ts'

const HELD_AT_ONCE = 200

/** Looks once more at what is held, by the choices as they are now. */
export async function reviewHeld(ports: Ports): Promise<void> {
  const { db, now } = ports
  const held = await heldChanges(db, HELD_AT_ONCE)
  if (held.length === 0) return
  const ids = [...new Set(held.map(({ subscriptionId }) => subscriptionId))]
  const subscriptions = new Map((await findByIds(db, ids, now())).map((each) => [each.id, each]))
  const wanted: Wanted[] = []
  for (const each of held) {
    const subscription = subscriptions.get(each.subscriptionId)
    if (subscription && (await isWanted(ports, subscription, each)))
      wanted.push({ id: each.id, revision: subscription.revision })
  }
  const kept = new Set(wanted.map(({ id }) => id))
  const others = held.flatMap(({ id }) => (kept.has(id) ? [] : id))
  await db.batch(settleHeld(wanted, others))
}

async function isWanted({ db }: Ports, subscription: Subscription, held: Held): Promise<boolean> {
  const { choices, endedAt } = subscription
  const followed = subscription.followed.find(({ calendar }) => calendar.id === held.calendarId)
  if (!followed || endedAt !== null || !remindersChosen(choices).changes) return false
  const { uid } = held
  if (uid === null) return true
  const event = await eventOfHeld(db, { ...held, uid })
  if (!event) return false
  const { audience } = event.facts
  if (audience !== null && !followed.audiences.includes(audience)) return false
  const overlay = await findOverlay(db, subscription, uid)
  const overlays = new Map(overlay ? [[uid, overlay]] : [])
  const ownTeam = await ownTeamIn(db, choices, followed.calendar)
  const choosing = { choices, overlays }
  return chosenFrom(event, { followed, ownTeam, choosing, sight: {} }) !== null
}
