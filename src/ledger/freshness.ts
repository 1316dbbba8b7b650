// How old a personal feed is in each program that fetches it, and what is not in it yet.

import type { Ports } from '../ports.ts'
import { overlaysOf } from '../storage/overlays.ts'
import { listPersonalFetches, type PersonalFetch } from '../storage/reach.ts'
import { seenSinceOf } from '../storage/subscription-events.ts'
import { type Subscription, shownRevision, toldTo } from '../storage/subscriptions.ts'
import { type Glance, glancer } from '../subscriptions/glance.ts'
import { type Family, isFamily } from './client.ts'
import { FACTS, PERSONAL_FAMILIES } from './families.ts'

const END = '9999-12-31T23:59:59Z'

export interface ClientFreshness {
  family: Family
  name: string
  fetchedAt: string
  seconds: number
  /** Everything was fetched at its present revision. */
  upToDate: boolean
  /** Upcoming events in the feed that are new or otherwise since. */
  changes: number
  /** Its owner has chosen otherwise since. */
  ownChanges: boolean
}

/** Of each family of programs, the one that fetched last first. Browsers and bots are none. */
export async function freshnessOf(
  ports: Pick<Ports, 'db' | 'now'>,
  subscription: Subscription,
): Promise<ClientFreshness[]> {
  const rows = await listPersonalFetches(ports.db, subscription.id)
  const families = [...new Set(rows.map(({ family }) => family))]
    .filter(isFamily)
    .filter((family) => PERSONAL_FAMILIES.includes(family))
  if (families.length === 0) return []
  const now = ports.now()
  const upcoming = await newsAhead(ports, subscription, now, (id) =>
    Math.min(...families.map((family) => revisionOf(rows, family, id))),
  )
  return families.map((family) => {
    const theirs = rows.filter((row) => row.family === family)
    return clientFreshness(family, { theirs, subscription, upcoming, now })
  })
}

interface Upcoming {
  calendarId: number
  /** The revision that last changed what is seen of it. */
  seenSince: number
}

const revisionOf = (rows: readonly PersonalFetch[], family: Family, calendarId: number): number =>
  rows.find((row) => row.family === family && row.calendarId === calendarId)?.revision ?? 0

/** What is ahead and changed after the oldest revision that somebody has of its calendar. */
async function newsAhead(
  { db }: Pick<Ports, 'db'>,
  subscription: Subscription,
  now: string,
  oldestOf: (calendarId: number) => number,
): Promise<Upcoming[]> {
  const range = { from: now, to: END }
  const seen = glancer(db, { ...subscription, overlays: await overlaysOf(db, subscription) })
  const found: Upcoming[] = []
  for (const place of subscription.followed) {
    const { calendar, audiences } = place
    const oldest = oldestOf(calendar.id)
    if (oldest >= toldTo(place)) continue
    const ahead: Glance[] = []
    for (const of of ['series', 'singles'] as const)
      ahead.push(...(await seen.at(place, { of, range, lean: true })))
    const uids = ahead.filter(({ revision }) => revision > oldest).map(({ uid }) => uid)
    for (const seenSince of await seenSinceOf(db, calendar, uids, audiences))
      found.push({ calendarId: calendar.id, seenSince })
  }
  return found
}

interface About {
  theirs: readonly PersonalFetch[]
  subscription: Subscription
  upcoming: readonly Upcoming[]
  now: string
}

function clientFreshness(family: Family, about: About): ClientFreshness {
  const { theirs, subscription, upcoming, now } = about
  const [latest] = theirs
  if (!latest) throw new Error('a family without a fetch')
  const had = new Map(theirs.map(({ calendarId, revision }) => [calendarId, revision]))
  const changes = upcoming.filter((event) => event.seenSince > (had.get(event.calendarId) ?? 0))
  const ownChanges = latest.subscriptionRevision < shownRevision(subscription)
  const behind = subscription.followed.some(
    (place) => (had.get(place.calendar.id) ?? 0) < toldTo(place),
  )
  return {
    ...{ family, name: FACTS[family].name, fetchedAt: latest.fetchedAt },
    seconds: Math.max(0, (Date.parse(now) - Date.parse(latest.fetchedAt)) / 1000),
    ...{ upToDate: !behind && !ownChanges, changes: changes.length, ownChanges },
  }
}
