// What lately became of a calendar's events: each new state beside the one before it.

import type { Calendar } from './calendars.ts'
import { type Database, sql } from './database.ts'
import { COLUMNS, type EventVersion, type VersionRow, versionOf } from './events.ts'

export interface ToldChange {
  after: EventVersion
  /** Null where the event was new, or came back. */
  before: EventVersion | null
}

/** How many publications that everybody was told of are looked through. */
export const MOST_REVISIONS = 50

const NAMES = COLUMNS.split(/,\s*/)
const BOTH = [
  ...NAMES.map((name) => `v.${name}`),
  ...NAMES.map((name) => `p.${name} AS before_${name}`),
].join(', ')

/** Publications of what is said of events; archives and settings are no news. */
const TELLING = `kind IN ('upload', 'edit', 'restoration')`
const OLDEST = `(SELECT COALESCE(MIN(revision), 0) FROM (SELECT revision FROM revisions
  WHERE partner_id = ? AND calendar_id = ? AND told = 1 AND ${TELLING} ORDER BY revision DESC LIMIT ${MOST_REVISIONS}))`

/** Everything that was new, changed or removed: backwards along the index of what was made. */
export const latestChanges = (db: Database, calendar: Calendar, limit: number) =>
  told(db, calendar, limit, {
    from: `event_versions v
      CROSS JOIN revisions r ON r.calendar_id = v.calendar_id AND r.revision = v.revision
      LEFT JOIN event_versions p ON p.calendar_id = v.calendar_id
        AND p.replaced_at = v.revision AND p.uid = v.uid`,
    which: `v.revision >= ${OLDEST} AND (p.uid IS NULL AND v.removed = 0 OR v.sequence > p.sequence)`,
    order: 'v.revision DESC, v.uid DESC',
  })

/** Only what was there before, and moved, was cancelled, changed or removed. */
export const latestCorrections = (db: Database, calendar: Calendar, limit: number) =>
  told(db, calendar, limit, {
    from: `event_versions p
      CROSS JOIN revisions r ON r.calendar_id = p.calendar_id AND r.revision = p.replaced_at
      CROSS JOIN event_versions v ON v.calendar_id = p.calendar_id AND v.uid = p.uid
        AND v.revision = p.replaced_at`,
    which: `p.replaced_at >= ${OLDEST} AND p.calendar_id = v.calendar_id
      AND p.removed = 0 AND v.sequence > p.sequence`,
    order: 'p.replaced_at DESC, p.uid DESC',
  })

async function told(
  db: Database,
  { partnerId, id }: Calendar,
  limit: number,
  { from, which, order }: { from: string; which: string; order: string },
): Promise<ToldChange[]> {
  const rows = await db.query<VersionRow & Record<string, string | number | null>>({
    sql: `SELECT ${BOTH} FROM ${from}
          WHERE v.partner_id = ? AND v.calendar_id = ? AND ${which} AND r.${TELLING}
          ORDER BY ${order} LIMIT ?`,
    params: [partnerId, id, partnerId, id, limit],
  })
  return rows.map((row) => ({
    after: versionOf(row),
    before: row.before_uid === null || row.before_removed === 1 ? null : versionOf(earlier(row)),
  }))
}

const earlier = (row: Record<string, string | number | null>): VersionRow =>
  Object.fromEntries(NAMES.map((name) => [name, row[`before_${name}`]])) as unknown as VersionRow

export interface Arrivals {
  revision: number
  publishedAt: string
  count: number
}

/** Publications that brought new events, the latest first. */
export const latestArrivals = (db: Database, calendar: Calendar, limit: number) =>
  db.query<Arrivals>(sql`
    SELECT revision, published_at AS "publishedAt",
      (summary ->> 'new') - COALESCE(summary ->> 'hidden', 0) AS count FROM revisions
    WHERE partner_id = ${calendar.partnerId} AND calendar_id = ${calendar.id}
      AND kind IN ('upload', 'edit', 'restoration')
      AND (summary ->> 'new') - COALESCE(summary ->> 'hidden', 0) > 0
    ORDER BY revision DESC LIMIT ${limit}`)
