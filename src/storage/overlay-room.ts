// How much a subscription has laid over events, and what of it is over events that are long gone.

import { type Database, type Statement, sql } from './database.ts'
import type { Subscription } from './subscriptions.ts'

type Of = Pick<Subscription, 'id'>

export interface OverlaySize {
  events: number
  octets: number
}

const OCTETS = `COALESCE(length(CAST(o.memo AS BLOB)), 0) + COALESCE(length(o.alarms), 0)
  + length(o.skipped) + COALESCE(length(o.reminders), 0)`

/** Of all of it; what was taken back is of a few octets, and counts as an event still. */
export async function sizeOfOverlays(db: Database, { id }: Of): Promise<OverlaySize> {
  const [row] = await db.query<OverlaySize>({
    sql: `SELECT COUNT(*) AS events, COALESCE(SUM(${OCTETS}), 0) AS octets
          FROM overlays o WHERE o.subscription_id = ?`,
    params: [id],
  })
  return row ?? { events: 0, octets: 0 }
}

/**
 * Not touched since, and over events that were in none of its calendars since: removed, archived, or
 * of calendars that it does not follow. No feed shows them, so that no SEQUENCE falls.
 */
export const goneSince = (db: Database, { id }: Of, since: string) =>
  db.query<{ uid: string; octets: number }>({
    sql: `SELECT o.uid, ${OCTETS} AS octets FROM overlays o
          WHERE o.subscription_id = ? AND o.changed_at < ? AND NOT EXISTS (
            SELECT 1 FROM subscription_calendars f JOIN all_event_versions v
              ON v.calendar_id = f.calendar_id AND v.partner_id = f.partner_id
                AND v.uid = o.uid AND v.replaced_at IS NULL
            WHERE f.subscription_id = o.subscription_id
              AND (v.removed = 0 OR v.changed_at >= ?))`,
    params: [id, since, since],
  })

export const dropOverlays = ({ id }: Of, uids: readonly string[]): Statement =>
  sql`DELETE FROM overlays WHERE subscription_id = ${id}
        AND uid IN (SELECT value FROM json_each(${JSON.stringify(uids)}))`
