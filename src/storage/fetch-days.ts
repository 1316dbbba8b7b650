// The end of a day in the fetch ledger: callers become numbers, and old numbers go.

import { type Database, type Statement, sql } from './database.ts'

/** The last full week, with today. */
export const DAYS_COUNTED = 8
/** A link that nothing has fetched for so long is taken for a forgotten one. */
const PERSONAL_KEPT = '-365 days'
const INTERVALS_KEPT = '-12 months'

/** Days that are over and whose callers are still known apart. */
export async function findEndedDays(db: Database, today: string): Promise<string[]> {
  const rows = await db.query<{ day: string }>(
    sql`SELECT DISTINCT day FROM visitors WHERE day < ${today}`,
  )
  return rows.map(({ day }) => day)
}

/** May be written twice: what is gone is not counted again. */
export const endDays = (today: string): Statement[] => [
  sql`INSERT INTO feed_days
        (partner_id, calendar_id, day, period, family, revision, visitors, returned)
      SELECT partner_id, calendar_id, day, period, family, revision, COUNT(*),
        SUM(unixepoch(last_at) - unixepoch(first_at) >= ${RETURNED_SECONDS})
      FROM visitors WHERE day < ${today}
      GROUP BY partner_id, calendar_id, day, period, family, revision
      ON CONFLICT DO UPDATE SET
        visitors = MAX(visitors, excluded.visitors), returned = MAX(returned, excluded.returned)`,
  sql`DELETE FROM visitors WHERE day < ${today}`,
  sql`DELETE FROM feed_days WHERE day <= date(${today}, ${`-${DAYS_COUNTED} days`})`,
  sql`DELETE FROM personal_fetches WHERE fetched_at < date(${today}, ${PERSONAL_KEPT})`,
  // Written after the subscription had ended, by a flush that was under way.
  sql`DELETE FROM personal_fetches WHERE subscription_id IN
        (SELECT id FROM subscriptions WHERE ended_at IS NOT NULL)`,
  sql`DELETE FROM client_intervals WHERE month < substr(date(${today}, ${INTERVALS_KEPT}), 1, 7)`,
]

/** A caller that came again so much later is a subscriber, not a look. */
export const RETURNED_SECONDS = 3600
