// Subscriptions that nobody came back to, and links that ended long ago: found, and forgotten whole.

import { type Database, guard, type Statement, sql } from './database.ts'

export interface Since {
  /** Made before, and never used. */
  madeBefore: string
  /** Ended before. */
  endedBefore: string
}

const FORGOTTEN = 'used = 0 AND created_at < ? OR ended_at < ?'

/** A device that is rung is a use. */
export const markRung = ({ madeBefore }: Since): Statement =>
  sql`UPDATE subscriptions SET used = 1 WHERE used = 0 AND created_at < ${madeBefore}
        AND id IN (SELECT subscription_id FROM push_channels)`

export async function findForgotten(
  db: Database,
  { madeBefore, endedBefore }: Since,
  limit: number,
): Promise<number[]> {
  const rows = await db.query<{ id: number }>(sql`
    SELECT id FROM (
      SELECT id FROM subscriptions WHERE used = 0 AND created_at < ${madeBefore}
      UNION SELECT id FROM subscriptions WHERE ended_at < ${endedBefore})
    LIMIT ${limit}`)
  return rows.map(({ id }) => id)
}

const TABLES = [
  ...['subscription_calendars', 'overlays', 'subscription_audiences', 'subscription_audiences_had'],
  ...['personal_fetches', 'push_due', 'push_plans', 'push_channels'],
]

/** Aborts where somebody came meanwhile. */
export function forget(ids: readonly number[], { madeBefore, endedBefore }: Since): Statement[] {
  const which = JSON.stringify(ids)
  return [
    guard({
      sql: `SELECT COUNT(*) = ? FROM subscriptions
            WHERE id IN (SELECT value FROM json_each(?)) AND (${FORGOTTEN})`,
      params: [ids.length, which, madeBefore, endedBefore],
    }),
    ...TABLES.map((table) => ({
      sql: `DELETE FROM ${table} WHERE subscription_id IN (SELECT value FROM json_each(?))`,
      params: [which],
    })),
    sql`DELETE FROM subscriptions WHERE id IN (SELECT value FROM json_each(${which}))`,
  ]
}
