// A partner's calendars as the console's first page lists them, in one query.

import { type Database, sql } from './database.ts'

export interface CalendarOverview {
  slug: string
  name: string
  /** Events that are not over; a series counts once. */
  ahead: number
  revision: number
  publishedAt: string | null
  /** Uploads that nobody has published or thrown away. */
  waiting: number
}

export async function overviewOf(
  db: Database,
  partnerId: number,
  now: string,
  limit: number,
): Promise<CalendarOverview[]> {
  return db.query<CalendarOverview>(sql`
    SELECT c.slug, json_extract(c.settings, '$.name') AS name, c.revision,
      (SELECT COUNT(*) FROM all_event_versions v WHERE v.partner_id = ${partnerId}
         AND v.calendar_id = c.id AND v.replaced_at IS NULL AND v.removed = 0
         AND v.ends_at >= ${now}) AS ahead,
      (SELECT r.published_at FROM revisions r WHERE r.partner_id = ${partnerId}
         AND r.calendar_id = c.id AND r.revision = c.revision) AS "publishedAt",
      (SELECT COUNT(*) FROM uploads u WHERE u.partner_id = ${partnerId}
         AND u.calendar_id = c.id AND u.status = 'ready') AS waiting
    FROM calendars c WHERE c.partner_id = ${partnerId} AND c.deleted_at IS NULL
    ORDER BY c.slug LIMIT ${limit}`)
}
