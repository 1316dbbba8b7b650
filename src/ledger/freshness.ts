// How old a personal feed is in each program that fetches it, and what is not in it yet.

import type { Ports } from '../ports.ts'
import { overlaysOf } from '../storage/overlays.ts'
import { listPersonalFetches, type PersonalFetch } from '../storage/reach.ts'
import { type Subscription, shownRevision } from '../storage/subscriptions.ts'
import { chosenEvents } from '../subscriptions/choose.ts'
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
  const upcoming = await upcomingEvents(ports, subscription, now)
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

async function upcomingEvents(
  { db }: Pick<Ports, 'db'>,
  subscription: Subscription,
  now: string,
): Promise<Upcoming[]> {
  const { choices, followed } = subscription
  const overlays = await overlaysOf(db, subscription)
  const range = { from: now, to: END }
  const chosen = await chosenEvents(db, { followed, choices, overlays }, { range })
  return chosen.map(({ calendar, event }) => {
    return { calendarId: calendar.id, seenSince: event.seenSince }
  })
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
    ({ calendar }) => (had.get(calendar.id) ?? 0) < calendar.revision,
  )
  return {
    ...{ family, name: FACTS[family].name, fetchedAt: latest.fetchedAt },
    seconds: Math.max(0, (Date.parse(now) - Date.parse(latest.fetchedAt)) / 1000),
    ...{ upToDate: !behind && !ownChanges, changes: changes.length, ownChanges },
  }
}
