// Which events a subscription holds: its calendars' events that pass, each as far as it is wanted.

import type { Facts } from '../schedule/event.ts'
import { partOf } from '../schedule/parts.ts'
import { type Choices, ownTeamOf, passes } from '../schedule/subscription.ts'
import { wantedOf } from '../schedule/weekday-series.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Database } from '../storage/database.ts'
import type { EventVersion, Range } from '../storage/events.ts'
import type { KeptOverlay } from '../storage/overlays.ts'
import { type FollowedEvent, gamesOf } from '../storage/subscription-events.ts'
import type { Followed } from '../storage/subscriptions.ts'

/** Only of what there is already are audiences given. */
export type Place = Pick<Followed, 'calendar' | 'address'> & Partial<Pick<Followed, 'audiences'>>

/**
 * Of all calendars of one feed together: a second and a half of work. What calendars grow to beyond
 * it, is left out, those chosen last first.
 */
export const MAX_EVENTS_READ = 60_000

/** What has to be known to choose: a subscription's, or one that is only being thought of. */
export interface Choosing {
  followed: readonly Place[]
  choices: Choices
  overlays: ReadonlyMap<string, KeptOverlay>
}

/** What has to be known of an event to choose it. */
export type Told = Pick<EventVersion, 'uid' | 'facts'>

export interface Chosen<E extends Told = FollowedEvent> {
  calendar: Calendar
  /** The slug by which the calendar was chosen. */
  address: string
  event: E
  /** Its facts without the happenings that are not wanted. */
  shown: Facts
  overlay: KeptOverlay | null
}

export interface Sight {
  range: Range
  /** Also what its owner has hidden: the events, skipped happenings, hidden opponents. */
  hidden?: boolean
  /** One category's part alone. */
  part?: string | null
}

/** Whether its owner keeps anything out: where not, an empty feed is of empty calendars. */
export const narrows = (
  { filters, hiddenTeams }: Choices,
  overlays: Choosing['overlays'],
): boolean =>
  [hiddenTeams, ...Object.values(filters)].some((kept) => kept !== null && kept.length > 0) ||
  [...overlays.values()].some(({ hidden, skipped }) => hidden || skipped.length > 0)

/** Asked only where it decides something. */
export async function teamOf(db: Database, { filters }: Choices, calendar: Calendar) {
  if (filters.homeAway === null || filters.teams.length > 0) return null
  return ownTeamOf(await gamesOf(db, calendar))
}

export interface Among {
  followed: Place
  ownTeam: string | null
  choosing: Pick<Choosing, 'choices' | 'overlays'>
  sight: Omit<Sight, 'range'>
}

/** One event of a calendar, as far as it is wanted; null when it is not. */
export function chosenFrom<E extends Told>(
  event: E,
  { followed, ownTeam, choosing: { choices, overlays }, sight }: Among,
): Chosen<E> | null {
  const { hidden = false, part = null } = sight
  const { facts } = event
  const overlay = overlays.get(event.uid) ?? null
  if (!hidden && overlay?.hidden) return null
  if (part !== null && partOf(facts.categories[0] ?? null) !== part) return null
  if (!passes(facts, hidden ? { ...choices, hiddenTeams: [] } : choices, ownTeam)) return null
  const skipped = hidden ? [] : (overlay?.skipped ?? [])
  const shown = wantedOf(facts, choices.filters.weekdays, skipped)
  const { calendar, address } = followed
  return shown && { calendar, address, event, shown, overlay }
}
