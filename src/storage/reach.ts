// Reads the fetch ledger: of one calendar, of one personal feed, and of all clients together.

import { type Database, sql } from './database.ts'
import { DAYS_COUNTED, RETURNED_SECONDS } from './fetch-days.ts'

interface CalendarKey {
  id: number
  partnerId: number
}

export interface FamilyFetches {
  family: string
  fetchedAt: string
  revision: number
  fetches: number
}

/** Of the calendar's own feed. */
export const listFeedFetches = (db: Database, { id, partnerId }: CalendarKey) =>
  db.query<FamilyFetches>(sql`
    SELECT family, fetched_at AS fetchedAt, revision, fetches FROM feed_fetches
    WHERE partner_id = ${partnerId} AND calendar_id = ${id} ORDER BY fetched_at DESC, family`)

/** How many callers of a family ended one salt's time with one revision. */
export interface Callers {
  family: string
  period: string
  revision: number
  visitors: number
  returned: number
}

/** Of the last week and today. */
export const listCallers = (db: Database, { id, partnerId }: CalendarKey, today: string) =>
  db.query<Callers>(sql`
    SELECT family, period, revision, visitors, returned FROM feed_days
    WHERE partner_id = ${partnerId} AND calendar_id = ${id}
      AND day > date(${today}, ${`-${DAYS_COUNTED} days`})
    UNION ALL
    SELECT family, period, revision, COUNT(*),
      SUM(unixepoch(last_at) - unixepoch(first_at) >= ${RETURNED_SECONDS})
    FROM visitors WHERE partner_id = ${partnerId} AND calendar_id = ${id}
    GROUP BY family, period, revision`)

/** Since when a fetch says that a client of this family is still there. */
export interface Living {
  family: string
  since: string
}

/** How many personal feeds have which revision in every client that still fetches them. */
export const countPersonalFeeds = (
  db: Database,
  { id, partnerId }: CalendarKey,
  living: readonly Living[],
) =>
  db.query<{ revision: number; feeds: number }>(sql`
    SELECT revision, COUNT(*) AS feeds FROM (
      SELECT MIN(p.revision) AS revision FROM personal_fetches p
      JOIN json_each(${JSON.stringify(living)}) l ON p.family = l.value ->> 'family'
      JOIN subscriptions s ON s.id = p.subscription_id AND s.ended_at IS NULL
      WHERE p.partner_id = ${partnerId} AND p.calendar_id = ${id}
        AND p.fetched_at >= l.value ->> 'since'
      GROUP BY p.subscription_id)
    GROUP BY revision`)

export interface PersonalFamily {
  family: string
  feeds: number
  fetchedAt: string
}

export const countPersonalFamilies = (
  db: Database,
  { id, partnerId }: CalendarKey,
  living: readonly Living[],
) =>
  db.query<PersonalFamily>(sql`
    SELECT p.family, COUNT(*) AS feeds, MAX(p.fetched_at) AS fetchedAt FROM personal_fetches p
    JOIN json_each(${JSON.stringify(living)}) l ON p.family = l.value ->> 'family'
    JOIN subscriptions s ON s.id = p.subscription_id AND s.ended_at IS NULL
    WHERE p.partner_id = ${partnerId} AND p.calendar_id = ${id}
      AND p.fetched_at >= l.value ->> 'since'
    GROUP BY p.family`)

export interface PersonalFetch {
  family: string
  partnerId: number
  calendarId: number
  fetchedAt: string
  revision: number
  /** What everybody calls it. */
  toldNumber: number
  subscriptionRevision: number
  fetches: number
}

export const listPersonalFetches = (db: Database, subscriptionId: number) =>
  db.query<PersonalFetch>(sql`
    SELECT family, partner_id AS partnerId, calendar_id AS calendarId, fetched_at AS fetchedAt,
      revision, subscription_revision AS subscriptionRevision, fetches,
      (SELECT r.told_number FROM revisions r WHERE r.partner_id = f.partner_id
        AND r.calendar_id = f.calendar_id AND r.revision = f.revision) AS toldNumber
    FROM personal_fetches f WHERE subscription_id = ${subscriptionId}
    ORDER BY fetched_at DESC, family, calendar_id`)

export interface CalendarFetch {
  subscriptionId: number
  calendarId: number
  family: string
  fetchedAt: string
  revision: number
}

/** Of many personal feeds at once, each of one of its calendars. */
export const listFetchesAmong = (
  db: Database,
  pairs: readonly { subscriptionId: number; partnerId: number; calendarId: number }[],
) =>
  db.query<CalendarFetch>(sql`
    SELECT DISTINCT p.subscription_id AS subscriptionId, p.calendar_id AS calendarId, p.family,
      p.fetched_at AS fetchedAt, p.revision
    FROM json_each(${JSON.stringify(pairs)}) j JOIN personal_fetches p
      ON p.partner_id = j.value ->> 'partnerId' AND p.calendar_id = j.value ->> 'calendarId'
        AND p.subscription_id = j.value ->> 'subscriptionId'`)

export interface Intervals {
  family: string
  personal: 0 | 1
  atLeastSeconds: number
  intervals: number
}

export const listIntervals = (db: Database) =>
  db.query<Intervals>(sql`
    SELECT family, personal, at_least_seconds AS atLeastSeconds, SUM(intervals) AS intervals
    FROM client_intervals GROUP BY family, personal, at_least_seconds
    ORDER BY family, personal, at_least_seconds`)
