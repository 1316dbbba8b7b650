// From what was gathered to rows: per feed and family, and per caller by a hash.

import type { FeedFetch } from '../ports.ts'
import { sha256 } from '../storage/digest.ts'
import type { FeedFetches, Flush, PersonalFetches, Visitor } from '../storage/fetches.ts'
import type { Family } from './client.ts'
import { FACTS } from './families.ts'
import type { Salt } from './salt.ts'

/** One caller of one feed since the last flush. */
export interface Gathered {
  /** The latest. */
  fetch: FeedFetch
  family: Family
  userAgent: string
  firstAt: string
  lastAt: string
  fetches: number
}

/** Enough to tell a day's callers apart. */
const HASH_DIGITS = 16
const HASHED_AT_ONCE = 200

export async function flushOf(
  gathered: readonly Gathered[],
  salt: Salt,
): Promise<Pick<Flush, 'feeds' | 'personal' | 'visitors'>> {
  const own = gathered.filter(({ fetch }) => !fetch.subscription)
  return {
    feeds: merged(own.map(feedRow), ({ calendar, family }) => `${calendar} ${family}`),
    personal: merged(
      gathered.flatMap(personalRows),
      ({ calendar, subscription, family }) => `${calendar} ${subscription} ${family}`,
    ),
    visitors: await visitorRows(own, salt),
  }
}

function feedRow(gathered: Gathered): FeedFetches {
  const { calendars } = gathered.fetch
  const [calendar] = calendars
  if (!calendar) throw new Error('a feed without a calendar was noted')
  const cloud = FACTS[gathered.family].polls === 'cloud' ? 1 : 0
  return { ...rowOf(gathered, calendar), fetches: gathered.fetches, cloud }
}

function personalRows(gathered: Gathered): PersonalFetches[] {
  const { subscription, calendars } = gathered.fetch
  if (!subscription) return []
  return calendars.map((calendar) => ({
    ...rowOf(gathered, calendar),
    fetches: gathered.fetches,
    subscription: subscription.id,
    subscriptionRevision: subscription.revision,
  }))
}

const rowOf = (
  { family, firstAt, lastAt }: Gathered,
  { partnerId, calendarId, revision }: FeedFetch['calendars'][number],
) => ({ partner: partnerId, calendar: calendarId, family, firstAt, lastAt, revision })

/** Many callers are one row of their family: the latest, with the fetches of all. */
function merged<Row extends FeedFetches | PersonalFetches>(
  rows: readonly Row[],
  keyOf: (row: Row) => string,
): Row[] {
  const byKey = new Map<string, Row>()
  for (const row of rows.toSorted((a, b) => Date.parse(a.lastAt) - Date.parse(b.lastAt))) {
    const before = byKey.get(keyOf(row)) ?? row
    const firstAt = before.firstAt < row.firstAt ? before.firstAt : row.firstAt
    const fetches = before === row ? row.fetches : before.fetches + row.fetches
    byKey.set(keyOf(row), { ...row, firstAt, fetches })
  }
  return [...byKey.values()]
}

/** Polls are answered between one helping and the next. */
async function visitorRows(own: readonly Gathered[], salt: Salt): Promise<Visitor[]> {
  const rows: Visitor[] = []
  for (let from = 0; from < own.length; from += HASHED_AT_ONCE) {
    const some = own.slice(from, from + HASHED_AT_ONCE).map((one) => visitorRow(one, salt))
    rows.push(...(await Promise.all(some)).filter((row) => row !== null))
  }
  return rows
}

/** Devices alone are told apart, and only in the day whose salt this is. */
async function visitorRow(gathered: Gathered, { day, period, secret }: Salt) {
  const { fetch, family, userAgent, lastAt } = gathered
  const [calendar] = fetch.calendars
  if (!calendar || FACTS[family].polls !== 'device') return null
  if (fetch.visitor === null || !lastAt.startsWith(day)) return null
  const told = [secret, fetch.visitor, userAgent, calendar.calendarId].join('\n')
  const hash = (await sha256(told)).slice(0, HASH_DIGITS)
  return { ...rowOf(gathered, calendar), day, period, hash } satisfies Visitor
}
