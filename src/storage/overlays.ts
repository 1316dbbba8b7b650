// What subscriptions lay over single events: a row for each event that one ever touched.

import type { Overlay } from '../schedule/overlay.ts'
import type { EventReminders } from '../schedule/reminder-rules.ts'
import { type Database, type Statement, sql } from './database.ts'
import type { Subscription } from './subscriptions.ts'

export interface KeptOverlay extends Overlay {
  uid: string
  /** The subscription's revision that changed it last. */
  revision: number
  /** Added to the event's SEQUENCE; never falls. */
  sequence: number
  changedAt: string
}

interface OverlayRow {
  uid: string
  hidden: number
  memo: string | null
  alarms: string | null
  skipped: string
  reminders: string | null
  revision: number
  sequence: number
  changed_at: string
}

type Of = Pick<Subscription, 'id'>

/** By uid; those that were taken back too, since their sequence still counts. */
export async function overlaysOf(db: Database, { id }: Of): Promise<Map<string, KeptOverlay>> {
  const rows = await db.query<OverlayRow>(sql`
    SELECT uid, hidden, memo, alarms, skipped, reminders, revision, sequence, changed_at
    FROM overlays WHERE subscription_id = ${id} ORDER BY uid`)
  return new Map(rows.map((row) => [row.uid, overlayOf(row)]))
}

export async function findOverlay(
  db: Database,
  { id }: Of,
  uid: string,
): Promise<KeptOverlay | null> {
  const [row] = await db.query<OverlayRow>(sql`
    SELECT uid, hidden, memo, alarms, skipped, reminders, revision, sequence, changed_at
    FROM overlays WHERE subscription_id = ${id} AND uid = ${uid}`)
  return row ? overlayOf(row) : null
}

export const writeOverlay = ({ id }: Of, overlay: KeptOverlay): Statement =>
  sql`INSERT OR REPLACE INTO overlays (subscription_id, uid, hidden, memo, alarms, skipped,
        reminders, revision, sequence, changed_at)
      VALUES (${id}, ${overlay.uid}, ${Number(overlay.hidden)}, ${overlay.memo},
        ${overlay.alarms && JSON.stringify(overlay.alarms)}, ${JSON.stringify(overlay.skipped)},
        ${overlay.reminders && JSON.stringify(overlay.reminders)}, ${overlay.revision}, ${overlay.sequence}, ${overlay.changedAt})`

const overlayOf = (row: OverlayRow): KeptOverlay => ({
  ...{ uid: row.uid, hidden: row.hidden === 1, memo: row.memo },
  alarms: row.alarms === null ? null : (JSON.parse(row.alarms) as number[]),
  skipped: JSON.parse(row.skipped) as string[],
  reminders: row.reminders === null ? null : (JSON.parse(row.reminders) as EventReminders),
  ...{ revision: row.revision, sequence: row.sequence, changedAt: row.changed_at },
})

/** Of these subscriptions, what is laid over these events. */
export async function overlaysAmong(
  db: Database,
  subscriptions: readonly Of[],
  uids: readonly string[],
): Promise<{ subscriptionId: number; overlay: KeptOverlay }[]> {
  const ids = JSON.stringify(subscriptions.map(({ id }) => id))
  const rows = await db.query<OverlayRow & { subscription_id: number }>(sql`
    SELECT * FROM overlays WHERE subscription_id IN (SELECT value FROM json_each(${ids}))
      AND uid IN (SELECT value FROM json_each(${JSON.stringify(uids)}))`)
  return rows.map((row) => ({ subscriptionId: row.subscription_id, overlay: overlayOf(row) }))
}
