// The team whose calendar it is: who plays in most games, asked for once a revision.

import { type Choices, ownTeamOf } from '../schedule/subscription.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Database } from '../storage/database.ts'
import { gamesOf } from '../storage/subscription-events.ts'

/** How many calendars' teams are held. */
const MAX_TEAMS_HELD = 1000

interface Held {
  revision: number
  team: string | null
}

const heldBy = new WeakMap<Database, Map<number, Held>>()

/** Whether it decides which events are chosen. */
export const asksOwnTeam = ({ filters }: Choices): boolean =>
  filters.homeAway !== null && filters.teams.length === 0

/** Null where it does not decide, or there is none. */
export async function ownTeamIn(
  db: Database,
  choices: Choices,
  calendar: Calendar,
): Promise<string | null> {
  if (!asksOwnTeam(choices)) return null
  const held = heldBy.get(db) ?? new Map<number, Held>()
  heldBy.set(db, held)
  const known = held.get(calendar.id)
  if (known?.revision === calendar.revision) return known.team
  const team = ownTeamOf(await gamesOf(db, calendar))
  held.delete(calendar.id)
  held.set(calendar.id, { revision: calendar.revision, team })
  const [oldest] = held.keys()
  if (held.size > MAX_TEAMS_HELD && oldest !== undefined) held.delete(oldest)
  return team
}
