// What clients fetched, as one flush of the ledger writes it: one guarded batch, no reading before.

import { guard, jsonChunks, type Statement, sql } from './database.ts'

/** Fetches of a calendar's own feed by one family, since the last flush. */
export interface FeedFetches {
  partner: number
  calendar: number
  family: string
  firstAt: string
  lastAt: string
  revision: number
  fetches: number
  /** 1: one client fetches for everybody, so that the time since its last fetch is its interval. */
  cloud: 0 | 1
}

export interface PersonalFetches extends Omit<FeedFetches, 'cloud'> {
  subscription: number
  subscriptionRevision: number
}

/** One caller of one calendar's own feed, known until the day is over. */
export interface Visitor extends Omit<FeedFetches, 'cloud' | 'fetches'> {
  day: string
  period: string
  hash: string
}

export interface Flush {
  id: string
  at: string
  feeds: FeedFetches[]
  personal: PersonalFetches[]
  visitors: Visitor[]
  /** Subscriptions that somebody came back to otherwise than for their feeds. */
  used: readonly number[]
}

/** Lower edges of the histogram's steps, in seconds; what is shorter is one fetch in two parts. */
export const INTERVAL_STEPS = [
  ...[1, 5, 10, 15, 20, 25, 30, 35, 45, 60, 75, 90, 120, 150, 180, 240, 300, 360, 480, 600, 720],
  ...[960, 1200, 1440, 1560, 1800, 2880, 5760, 10080, 20160],
].map((minutes) => minutes * 60)
const STEPS = JSON.stringify(INTERVAL_STEPS)

/** Callers are no longer told apart beyond so many rows. */
export const MAX_VISITORS = 1_000_000
/** A flush that was not answered is tried again within this. */
const FLUSH_REMEMBERED = '-1 day'

/** Fails as a whole when this flush was written before. */
export function writeFlush({ id, at, feeds, personal, visitors, used }: Flush): Statement[] {
  return [
    guard(sql`SELECT NOT EXISTS (SELECT 1 FROM flushes WHERE id = ${id})`),
    sql`INSERT INTO flushes (id, written_at) VALUES (${id}, ${at})`,
    sql`DELETE FROM flushes
        WHERE written_at < strftime('%Y-%m-%dT%H:%M:%SZ', ${at}, ${FLUSH_REMEMBERED})`,
    ...jsonChunks(feeds).flatMap((rows) => [feedIntervals(at, rows), feedRows(rows)]),
    ...jsonChunks(visitors).flatMap((rows) => [visitorIntervals(at, rows), visitorRows(rows)]),
    ...personalIntervals(at, personal),
    ...jsonChunks(personal).map(personalRows),
    ...jsonChunks([...used, ...personal.map(({ subscription }) => subscription)]).map(markUsed),
  ]
}

const markUsed = (ids: string): Statement =>
  sql`UPDATE subscriptions SET used = 1
      WHERE used = 0 AND id IN (SELECT value FROM json_each(${ids}))`

/** `gaps` is a query of (family, gap in seconds) with its own parameters. */
function countIntervals(at: string, personal: 0 | 1, gaps: Statement): Statement {
  const month = at.slice(0, 7)
  return {
    sql: `INSERT INTO client_intervals (month, family, personal, at_least_seconds, intervals)
      SELECT ?, family, ?,
        (SELECT MAX(value) FROM json_each(?) WHERE value <= gap) AS step, COUNT(*)
      FROM (${gaps.sql}) WHERE gap >= ?
      GROUP BY family, step
      ON CONFLICT (month, family, personal, at_least_seconds)
        DO UPDATE SET intervals = intervals + excluded.intervals`,
    params: [month, personal, STEPS, ...gaps.params, INTERVAL_STEPS[0] ?? 0],
  }
}

const feedIntervals = (at: string, rows: string): Statement =>
  countIntervals(
    at,
    0,
    sql`SELECT f.family, unixepoch(value ->> 'firstAt') - unixepoch(f.fetched_at) AS gap
        FROM json_each(${rows}) JOIN feed_fetches f
          ON f.partner_id = value ->> 'partner' AND f.calendar_id = value ->> 'calendar'
            AND f.family = value ->> 'family'
        WHERE value ->> 'cloud' = 1`,
  )

const feedRows = (rows: string): Statement =>
  sql`INSERT INTO feed_fetches (partner_id, calendar_id, family, fetched_at, revision, fetches)
      SELECT value ->> 'partner', value ->> 'calendar', value ->> 'family', value ->> 'lastAt',
        value ->> 'revision', value ->> 'fetches'
      FROM json_each(${rows}) WHERE true
      ON CONFLICT (partner_id, calendar_id, family) DO UPDATE SET
        fetches = fetches + excluded.fetches,
        revision = CASE WHEN excluded.fetched_at >= fetched_at THEN excluded.revision
          ELSE revision END,
        fetched_at = MAX(fetched_at, excluded.fetched_at)`

const visitorIntervals = (at: string, rows: string): Statement =>
  countIntervals(
    at,
    0,
    sql`SELECT v.family, unixepoch(value ->> 'firstAt') - unixepoch(v.last_at) AS gap
        FROM json_each(${rows}) JOIN visitors v
          ON v.partner_id = value ->> 'partner' AND v.calendar_id = value ->> 'calendar'
            AND v.period = value ->> 'period' AND v.hash = value ->> 'hash'`,
  )

const visitorRows = (rows: string): Statement =>
  sql`INSERT INTO visitors
        (partner_id, calendar_id, day, period, hash, family, first_at, last_at, revision)
      SELECT value ->> 'partner', value ->> 'calendar', value ->> 'day', value ->> 'period',
        value ->> 'hash', value ->> 'family', value ->> 'firstAt', value ->> 'lastAt',
        value ->> 'revision'
      FROM json_each(${rows})
      WHERE (SELECT COALESCE(MAX(id), 0) FROM visitors) < ${MAX_VISITORS}
      ON CONFLICT (calendar_id, period, hash) DO UPDATE SET
        revision = CASE WHEN excluded.last_at >= last_at THEN excluded.revision ELSE revision END,
        first_at = MIN(first_at, excluded.first_at),
        last_at = MAX(last_at, excluded.last_at)`

/** Once for each client, however many calendars its feed holds. */
function personalIntervals(at: string, rows: readonly PersonalFetches[]): Statement[] {
  const clients = new Map(rows.map((row) => [`${row.subscription} ${row.family}`, row]))
  return jsonChunks([...clients.values()]).map((chunk) =>
    countIntervals(
      at,
      1,
      sql`SELECT p.family, unixepoch(value ->> 'firstAt') - unixepoch(MAX(p.fetched_at)) AS gap
          FROM json_each(${chunk}) JOIN personal_fetches p
            ON p.subscription_id = value ->> 'subscription' AND p.family = value ->> 'family'
          GROUP BY p.subscription_id, p.family`,
    ),
  )
}

const personalRows = (rows: string): Statement =>
  sql`INSERT INTO personal_fetches (partner_id, calendar_id, subscription_id, family, fetched_at,
        revision, subscription_revision, fetches)
      SELECT value ->> 'partner', value ->> 'calendar', value ->> 'subscription',
        value ->> 'family', value ->> 'lastAt', value ->> 'revision',
        value ->> 'subscriptionRevision', value ->> 'fetches'
      FROM json_each(${rows}) WHERE true
      ON CONFLICT (partner_id, calendar_id, subscription_id, family) DO UPDATE SET
        fetches = fetches + excluded.fetches,
        revision = CASE WHEN excluded.fetched_at >= fetched_at THEN excluded.revision
          ELSE revision END,
        subscription_revision = CASE WHEN excluded.fetched_at >= fetched_at
          THEN excluded.subscription_revision ELSE subscription_revision END,
        fetched_at = MAX(fetched_at, excluded.fetched_at)`
