// Room for what is laid over events: a bound for each subscription, and what makes way at it.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { DAY, secondsFrom } from '../schedule/instants.ts'
import { MAX_OVERLAY_OCTETS, MAX_OVERLAYS, type Overlay } from '../schedule/overlay.ts'
import type { Statement } from '../storage/database.ts'
import {
  dropOverlays,
  goneSince,
  type OverlaySize,
  sizeOfOverlays,
} from '../storage/overlay-room.ts'
import type { Subscription } from '../storage/subscriptions.ts'

/** What lies over events that are gone makes way after so long, and only where room is needed. */
export const GONE_KEPT_DAYS = 400

/** What has to go so that `next` finds room. Throws `overlays_full` where nothing is left to go. */
export async function roomFor(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  subscription: Subscription,
  { before, next }: { before: Overlay | null; next: Overlay },
): Promise<Statement[]> {
  const octets = octetsOf(next) - (before ? octetsOf(before) : 0)
  // Whoever makes it less is never refused, at the bound and beyond it.
  if (before && octets <= 0) return []
  const size = await sizeOfOverlays(db, subscription)
  const wanted = { events: size.events + Number(!before), octets: size.octets + octets }
  if (fits(wanted)) return []
  const gone = await goneSince(db, subscription, secondsFrom(now(), -GONE_KEPT_DAYS * DAY))
  const freed = gone.reduce((sum, each) => sum + each.octets, 0)
  const left = { events: wanted.events - gone.length, octets: wanted.octets - freed }
  if (!fits(left)) throw full(left)
  return [
    dropOverlays(
      subscription,
      gone.map(({ uid }) => uid),
    ),
  ]
}

const fits = ({ events, octets }: OverlaySize): boolean =>
  events <= MAX_OVERLAYS && octets <= MAX_OVERLAY_OCTETS

const full = (wanted: OverlaySize): Problem =>
  new Problem('overlays_full', {
    ...{ events: wanted.events, octets: wanted.octets },
    ...{ limit: MAX_OVERLAYS, limitOctets: MAX_OVERLAY_OCTETS },
  })

const ENCODER = new TextEncoder()

/** As the database counts them. */
function octetsOf({ memo, alarms, skipped, reminders }: Overlay): number {
  const texts = [
    memo ?? '',
    ...[alarms, skipped, reminders].map((part) => part && JSON.stringify(part)),
  ]
  return texts.reduce((sum, text) => sum + ENCODER.encode(text ?? '').length, 0)
}
