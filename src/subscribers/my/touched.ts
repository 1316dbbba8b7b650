// What the owner of a link has laid over events: hidden, hidden days of a series, memos, alarms.

import type { Ports } from '../../ports.ts'
import type { Facts } from '../../schedule/event.ts'
import { overriddenFacts } from '../../schedule/occurrences.ts'
import { type Overlay, startOn } from '../../schedule/overlay.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { type KeptOverlay, overlaysOf } from '../../storage/overlays.ts'
import { eventsAmong } from '../../storage/subscription-events.ts'
import type { Subscription } from '../../storage/subscriptions.ts'

export interface Touched {
  uid: string
  overlay: Overlay
  /** Null where it is in none of the calendars now. */
  event: { facts: Facts; calendar: Calendar } | null
}

/** On one page. */
const MAX_LISTED = 200

/** The latest first. */
export async function touchedIn(
  { db }: Pick<Ports, 'db'>,
  subscription: Subscription,
): Promise<Touched[]> {
  const isSomething = ({ hidden, memo, alarms, skipped }: KeptOverlay) =>
    hidden || memo !== null || alarms !== null || skipped.length > 0
  const kept = [...(await overlaysOf(db, subscription)).values()]
    .filter(isSomething)
    .sort((a, b) => b.revision - a.revision)
    .slice(0, MAX_LISTED)
  const calendars = subscription.followed.map(({ calendar }) => calendar)
  const uids = kept.map(({ uid }) => uid)
  const events = await eventsAmong(db, subscription.followed, uids)
  const found = new Map(events.map((each) => [each.uid, each]))
  return kept.map((overlay) => {
    const event = found.get(overlay.uid)
    const calendar = calendars.find(({ id }) => id === event?.calendarId)
    const home = event && calendar ? { facts: event.facts, calendar } : null
    return { uid: overlay.uid, overlay, event: home }
  })
}

/** One day of a series, as its own facts; null where the series has no such day any more. */
export function factsOn(facts: Facts, day: string): Facts | null {
  const start = startOn(facts, day)
  if (start === undefined) return null
  const override = facts.overrides.find(({ recurrenceId }) => recurrenceId === start)
  return overriddenFacts(facts, override ?? { recurrenceId: start, facts: {} })
}
