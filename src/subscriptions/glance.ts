// Which events a subscription holds, at a glance: enough to count and to order them. What is shown
// is read whole afterwards, and only that.

import type { Ports } from '../ports.ts'
import { partOf } from '../schedule/parts.ts'
import { type Candidate, candidatesOf, type Look } from '../storage/candidates.ts'
import type { Database } from '../storage/database.ts'
import { passing } from '../storage/passing.ts'
import { type FollowedText, followedByUid } from '../storage/subscription-events.ts'
import {
  type Choosing,
  type Chosen,
  chosenFrom,
  MAX_EVENTS_READ,
  type Place,
  type Sight,
  teamOf,
} from './choose.ts'

export interface Glance extends Candidate {
  followed: Place
}

export type Glancing = Pick<Look, 'of' | 'after' | 'lean' | 'timing'> &
  Sight & {
    /** Told after some have been read of a calendar; true: the others need not be. */
    enough?: (own: readonly Glance[]) => boolean
  }

export interface Glancer {
  /** One calendar's. */
  at(followed: Place, glancing: Glancing): Promise<Glance[]>
  /** Those that were seen, whole and a few at a time; with `hidden` as they were seen with it. */
  whole(seen: readonly Glance[], sight: Sight): AsyncGenerator<(Chosen & FollowedText)[]>
}

/** All calendars together are looked at as far as MAX_EVENTS_READ. */
export function glancer(db: Database, choosing: Choosing): Glancer {
  const ownTeams = new Map<Place, string | null>()
  let left = MAX_EVENTS_READ

  async function amongOf(followed: Place, sight: Sight) {
    const known = ownTeams.get(followed)
    const { choices } = choosing
    const ownTeam = known === undefined ? await teamOf(db, choices, followed.calendar) : known
    ownTeams.set(followed, ownTeam)
    return { followed, ownTeam, choosing, sight }
  }

  return {
    async at(followed, { of, after, lean = false, timing = false, enough, ...sight }) {
      const own: Glance[] = []
      if (followed.calendar.deletedAt) return own
      const among = await amongOf(followed, sight)
      const { part = null } = sight
      const look = {
        ...{
          ...{ of, lean, timing },
          range: sight.range,
          passing: passing(conditionOf(choosing, sight, among.ownTeam)),
        },
        ...(after ? { after } : {}),
        ...(followed.audiences ? { sight: followed.audiences } : {}),
      }
      for await (const { read, candidates } of candidatesOf(db, followed.calendar, look)) {
        left -= read
        if (left < 0) break
        for (const candidate of candidates) {
          const { uid, facts, category } = candidate
          if (facts && !chosenFrom({ uid, facts }, among)) continue
          if (part === null || partOf(category) === part) own.push({ ...candidate, followed })
        }
        if (enough?.(own)) break
      }
      return own
    },
    async *whole(seen, sight) {
      for (const followed of choosing.followed) {
        const own = seen.filter((each) => each.followed === followed)
        if (own.length === 0) continue
        const among = await amongOf(followed, sight)
        const uids = own.map(({ uid }) => uid)
        for await (const some of followedByUid(db, followed.calendar, uids, followed.audiences))
          yield some.flatMap(({ text, ...event }) => {
            const wanted = chosenFrom(event, among)
            return wanted ? [{ ...wanted, text }] : []
          })
      }
    },
  }
}

/** What single events are judged by where they are: in the database. */
function conditionOf(
  { choices, overlays }: Choosing,
  { hidden = false }: Sight,
  ownTeam: string | null,
) {
  const own = [...overlays.values()].filter((overlay) => overlay.hidden).map(({ uid }) => uid)
  return {
    choices: hidden ? { ...choices, hiddenTeams: [] } : choices,
    ...{ ownTeam, hidden: hidden ? [] : own },
  }
}

/** The first categories of its events, each once; null last: of those without. */
export async function categoriesIn(
  { db }: Pick<Ports, 'db'>,
  choosing: Choosing,
): Promise<(string | null)[]> {
  const [seen, range] = [glancer(db, choosing), EVER]
  const found: (string | null)[] = []
  for (const place of choosing.followed)
    for (const of of ['series', 'singles'] as const)
      found.push(...categoriesOf(await seen.at(place, { of, range })))
  return inOrder(found)
}

export const categoriesOf = (seen: readonly Glance[]): (string | null)[] =>
  inOrder(seen.map(({ category }) => category))

function inOrder(categories: readonly (string | null)[]): (string | null)[] {
  const each = new Set(categories)
  const names = [...each].filter((name) => name !== null).sort()
  return each.has(null) ? [...names, null] : names
}

export const EVER = { from: '0000-01-01T00:00:00Z', to: '9999-12-31T23:59:59Z' }
