// The queue of what is to ring: planned in it, claimed from it, and kept until nothing rings twice.

import { type Database, jsonChunks, type Statement, sql } from './database.ts'

export interface Due {
  channelId: number
  subscriptionId: number
  kind: 'reminder' | 'change' | 'test'
  key: string
  at: string
  expiresAt: string
  partnerId: number | null
  calendarId: number | null
  uid: string | null
  sequence: number | null
  revision: number | null
  topic: string
  message: string
  /** Seconds after its time in which it may still ring; a change is news until its event begins. */
  grace?: number
}

/** Unless it says otherwise. */
export const GRACE_SECONDS = 1_800

const COLUMNS = `channel_id, subscription_id, kind, key, at, expires_at, partner_id, calendar_id,
  uid, sequence, revision, topic, message, grace`

/** What stands in the way is updated as `conflict` says; a channel that is gone gets nothing. */
const inserted = (rows: string, which: Statement, conflict: Statement): Statement => ({
  sql: `INSERT INTO push_due (${COLUMNS}, state, next_at)
        SELECT value ->> 'channelId', value ->> 'subscriptionId', value ->> 'kind',
          value ->> 'key', value ->> 'at', value ->> 'expiresAt', value ->> 'partnerId',
          value ->> 'calendarId', value ->> 'uid', value ->> 'sequence', value ->> 'revision',
          value ->> 'topic', value ->> 'message', COALESCE(value ->> 'grace', ${GRACE_SECONDS}), 'open', value ->> 'at'
        FROM json_each(?) WHERE EXISTS (SELECT 1 FROM push_channels c
          WHERE c.id = value ->> 'channelId' AND c.subscription_id = value ->> 'subscriptionId')
          AND ${which.sql}
        ON CONFLICT (channel_id, key) DO UPDATE SET ${conflict.sql}`,
  params: [rows, ...which.params, ...conflict.params],
})

const ALL: Statement = { sql: 'true', params: [] }

const CONTENT = `at = excluded.at, expires_at = excluded.expires_at, sequence = excluded.sequence,
  revision = excluded.revision, topic = excluded.topic, message = excluded.message, grace = excluded.grace,
  state = 'open', claim = NULL`

/** Nobody is sending it: it is open, and whoever claimed it is gone. */
const IN_NO_HANDS = `push_due.state = 'open' AND (push_due.claim IS NULL OR push_due.next_at <= ?)`

/**
 * The reminders of a subscription as they are now, instead of those before. What is on its way, or
 * rang, stays as it is, unless its event has moved on to ring later. What would have rung before
 * `since` and was not there is not rung: somebody chose it only now.
 */
export function planReminders(
  subscription: { id: number },
  wanted: readonly Due[],
  { now, since }: { now: string; since: string },
): Statement[] {
  const keys = JSON.stringify(wanted.map(({ channelId, key }) => `${channelId} ${key}`))
  const conflict = {
    sql: `${CONTENT},
      next_at = CASE WHEN push_due.state = 'open' AND push_due.at = excluded.at
        THEN push_due.next_at ELSE excluded.at END,
      tries = CASE WHEN push_due.at = excluded.at THEN push_due.tries ELSE 0 END
      WHERE ${IN_NO_HANDS} OR excluded.at > push_due.at AND excluded.at > ?`,
    params: [now, now],
  }
  const which = {
    sql: `(value ->> 'at' > ? OR EXISTS (SELECT 1 FROM push_due d
      WHERE d.channel_id = value ->> 'channelId' AND d.key = value ->> 'key'))`,
    params: [since],
  }
  return [
    {
      sql: `DELETE FROM push_due WHERE subscription_id = ? AND kind = 'reminder'
              AND ${IN_NO_HANDS}
              AND channel_id || ' ' || key NOT IN (SELECT value FROM json_each(?))`,
      params: [subscription.id, now, keys],
    },
    ...jsonChunks(wanted).map((rows) => inserted(rows, which, conflict)),
  ]
}

/** A later change of the same event replaces the one that waits, and follows the one that was sent. */
const LATER = {
  sql: `${CONTENT}, next_at = excluded.at, tries = 0
    WHERE push_due.revision IS NULL OR excluded.revision > push_due.revision`,
  params: [],
}

/** Changes, and tests. */
export const addDue = (rows: readonly Due[]): Statement[] =>
  jsonChunks(rows).map((chunk) => inserted(chunk, ALL, LATER))

export interface Look {
  /** Too late by now. */
  missed: number
  /** Seemed too late to a clock that was ahead, and are still to come. */
  early: number
  /** Done with long ago. */
  old: number
  due: number
}

interface LookTerms {
  now: string
  old: string
}

/** What there is to do, before anything is written. */
export async function lookAtDue(db: Database, { now, old }: LookTerms): Promise<Look> {
  const [row] = await db.query<Look>(sql`
    SELECT
      (SELECT COUNT(*) FROM push_due WHERE state = 'open' AND at <= ${now}
         AND (expires_at <= ${now}
           OR kind <> 'change' AND unixepoch(next_at) + grace <= unixepoch(${now}))) AS missed,
      EXISTS (SELECT 1 FROM push_due WHERE state = 'missed' AND at > ${now}) AS early,
      EXISTS (SELECT 1 FROM push_due WHERE state IN ('sent', 'missed', 'known', 'refused')
        AND at < ${old}) AS old,
      EXISTS (SELECT 1 FROM push_due WHERE state = 'open' AND at <= ${now}) AS due`)
  return row ?? { missed: 0, early: 0, old: 0, due: 0 }
}

export const markMissed = ({ now }: LookTerms): Statement =>
  sql`UPDATE push_due SET state = 'missed', claim = NULL WHERE state = 'open' AND at <= ${now}
        AND (expires_at <= ${now}
           OR kind <> 'change' AND unixepoch(next_at) + grace <= unixepoch(${now}))`

export const reopenMissed = ({ now }: LookTerms): Statement =>
  sql`UPDATE push_due SET state = 'open', next_at = at, tries = 0
      WHERE state = 'missed' AND at > ${now}`

const FORGOTTEN_AT_ONCE = 5_000

export const forgetSettled = ({ old }: LookTerms): Statement =>
  sql`DELETE FROM push_due WHERE id IN (
        SELECT id FROM push_due WHERE state IN ('sent', 'missed', 'known', 'refused')
          AND at < ${old} LIMIT ${FORGOTTEN_AT_ONCE})`
