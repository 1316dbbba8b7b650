// Changes that wait to be told and are held, since their subscription was changed meanwhile.

import { type Database, type Statement, sql } from './database.ts'
import { COLUMNS, type EventVersion, type VersionRow, versionOf } from './events.ts'

export interface Held {
  id: number
  subscriptionId: number
  partnerId: number
  calendarId: number
  /** Null where it stands for many changes. */
  uid: string | null
}

/** Soonest first. */
export const heldChanges = (db: Database, limit: number): Promise<Held[]> =>
  db.query<Held>(sql`
    SELECT id, subscription_id AS subscriptionId, partner_id AS partnerId,
      calendar_id AS calendarId, uid
    FROM push_due WHERE state = 'held' ORDER BY at LIMIT ${limit}`)

/** Its event as it is now, or was when it went; for members' eyes too. */
export async function eventOfHeld(
  db: Database,
  { partnerId, calendarId, uid }: Held & { uid: string },
): Promise<EventVersion | null> {
  const [row] = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} FROM all_event_versions
          WHERE partner_id = ? AND calendar_id = ? AND uid = ? AND replaced_at IS NULL`,
    params: [partnerId, calendarId, uid],
  })
  return row ? versionOf(row) : null
}

export interface Wanted {
  id: number
  /** Of the subscription that wants it: at another one it is looked at again. */
  revision: number
}

/** Those that are wanted wait on; the others are not told. What was sent meanwhile stays so. */
export const settleHeld = (wanted: readonly Wanted[], others: readonly number[]): Statement[] => [
  sql`UPDATE push_due SET state = 'open'
      WHERE state = 'held' AND id IN (
        SELECT j.value ->> 'id' FROM json_each(${JSON.stringify(wanted)}) j
        JOIN subscriptions s ON s.id = push_due.subscription_id
          AND s.revision = j.value ->> 'revision')`,
  sql`DELETE FROM push_due
      WHERE state = 'held' AND id IN (SELECT value FROM json_each(${JSON.stringify(others)}))`,
]
