// How many people a calendar reaches, and how many of them have a revision.

import type { Database } from '../storage/database.ts'
import {
  type Callers,
  countPersonalFamilies,
  countPersonalFeeds,
  type FamilyFetches,
  listCallers,
  listFeedFetches,
  type PersonalFamily,
} from '../storage/reach.ts'
import { FAMILIES, type Family, isFamily } from './client.ts'
import { FACTS, livingDays, mustReturn, PERSONAL_FAMILIES, type Polls } from './families.ts'

export interface Reach {
  /** Personal feeds, devices at the calendar's own feed, and one for each service in `services`. */
  subscribers: number
  /** Some fetch once for all of their users: there are more than `subscribers`. */
  atLeast: boolean
  personal: number
  devices: number
  services: Family[]
  families: ReachedFamily[]
  /** Of the personal feeds and the devices. */
  have(revision: number): { have: number; of: number; percent: number | null }
}

export interface ReachedFamily {
  family: Family
  polls: Polls
  /** The latest fetch by any of them, of the calendar's own feed or of a personal one. */
  fetchedAt: string
  /** What was given then; null where only personal feeds were fetched. */
  revision: number | null
  fetches: number
  devices: number
  personal: number
}

export async function reachOf(
  db: Database,
  calendar: { id: number; partnerId: number },
  now: string,
): Promise<Reach> {
  const living = PERSONAL_FAMILIES.map((family) => ({ family, since: livingSince(family, now) }))
  const [fetches, callers, feeds, personal] = await Promise.all([
    listFeedFetches(db, calendar),
    listCallers(db, calendar, now.slice(0, 10)),
    countPersonalFeeds(db, calendar, living),
    countPersonalFamilies(db, calendar, living),
  ])
  const isLiving = ({ family, fetchedAt }: FamilyFetches) =>
    isFamily(family) && fetchedAt >= livingSince(family, now)
  return reachFrom({ fetches: fetches.filter(isLiving), callers, feeds, personal })
}

function livingSince(family: Family, now: string): string {
  const since = new Date(Date.parse(now) - livingDays(family) * 86_400_000)
  return `${since.toISOString().slice(0, 19)}Z`
}

export interface ReachFacts {
  fetches: FamilyFetches[]
  callers: Callers[]
  feeds: { revision: number; feeds: number }[]
  personal: PersonalFamily[]
}

export function reachFrom({ fetches, callers, feeds, personal }: ReachFacts): Reach {
  const ofPersonal = feeds.reduce((sum, row) => sum + row.feeds, 0)
  const devicesOf = (family: Family, revision = 0) => countDevices(callers, family, revision)
  const devices = (revision = 0) =>
    FAMILIES.reduce((sum, family) => sum + devicesOf(family, revision), 0)
  const families = FAMILIES.flatMap((family) =>
    familyIn(family, { fetches, personal, devices: devicesOf(family) }),
  )
  const services = families
    .filter(({ polls, revision }) => polls === 'cloud' && revision !== null)
    .map(({ family }) => family)
  const of = ofPersonal + devices()
  return {
    ...{ subscribers: of + services.length, atLeast: services.length > 0 },
    ...{ personal: ofPersonal, devices: devices(), services, families },
    have(revision) {
      const personal = feeds.filter((row) => row.revision >= revision)
      const have = personal.reduce((sum, row) => sum + row.feeds, 0) + devices(revision)
      // 999 of 1,000 is not yet everybody.
      return { have, of, percent: of === 0 ? null : Math.floor((100 * have) / of) }
    },
  }
}

/**
 * A day's callers are strangers to the next day's: the fullest of the last days says how many there
 * are, and the best of them how many have the revision, which can never be more.
 */
function countDevices(callers: readonly Callers[], family: Family, revision: number): number {
  const counted = mustReturn(family) ? 'returned' : 'visitors'
  const periods = new Map<string, number>()
  for (const row of callers)
    if (row.family === family && row.revision >= revision)
      periods.set(row.period, (periods.get(row.period) ?? 0) + row[counted])
  return Math.max(0, ...periods.values())
}

function familyIn(
  family: Family,
  { fetches, personal, devices }: Pick<ReachFacts, 'fetches' | 'personal'> & { devices: number },
): ReachedFamily[] {
  const own = fetches.find((row) => row.family === family)
  const theirs = personal.find((row) => row.family === family)
  const [fetchedAt] = [own?.fetchedAt, theirs?.fetchedAt]
    .filter((at) => at)
    .sort()
    .reverse()
  if (!fetchedAt) return []
  return [
    {
      ...{ family, polls: FACTS[family].polls, fetchedAt, revision: own?.revision ?? null },
      ...{ fetches: own?.fetches ?? 0, devices, personal: theirs?.feeds ?? 0 },
    },
  ]
}
