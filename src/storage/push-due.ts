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
}

const COLUMNS = `channel_id, subscription_id, kind, key, at, expires_at, partner_id, calendar_id,
  uid, sequence, revision, topic, message`

/** What stands in the way is updated as `conflict` says; a channel that is gone gets nothing. */
const inserted = (rows: string, which: Statement, conflict: Statement): Statement => ({
  sql: `INSERT INTO push_due (${COLUMNS}, state, next_at)
        SELECT value ->> 'channelId', value ->> 'subscriptionId', value ->> 'kind',
          value ->> 'key', value ->> 'at', value ->> 'expiresAt', value ->> 'partnerId',
          value ->> 'calendarId', value ->> 'uid', value ->> 'sequence', value ->> 'revision',
          value ->> 'topic', value ->> 'message', 'open', value ->> 'at'
        FROM json_each(?) WHERE EXISTS (SELECT 1 FROM push_channels c
          WHERE c.id = value ->> 'channelId' AND c.subscription_id = value ->> 'subscriptionId')
          AND ${which.sql}
        ON CONFLICT (channel_id, key) DO UPDATE SET ${conflict.sql}`,
  params: [rows, ...which.params, ...conflict.params],
})

const ALL: Statement = { sql: 'true', params: [] }

const CONTENT = `at = excluded.at, expires_at = excluded.expires_at, sequence = excluded.sequence,
  revision = excluded.revision, topic = excluded.topic, message = excluded.message, state = 'open',
  claim = NULL`

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

export interface Claimed extends Due {
  id: number
  tries: number
  endpoint: string
  p256dh: string
  auth: string
  language: 'ko' | 'en'
}

export interface ClaimTerms {
  now: string
  /** What should have been tried before is missed; a change is news until the event begins. */
  late: string
  /** No wait is longer: what waits till after it was put off by a clock that has gone back since. */
  longest: string
  until: string
  limit: number
}

/**
 * Takes what is due for one try. A reminder rings only where the event and the choices are those it
 * was planned from: nothing rings at a time that was true a second ago.
 */
export const claimDue = (claim: string, { now, late, longest, until, limit }: ClaimTerms) =>
  sql`UPDATE push_due SET claim = ${claim}, next_at = ${until}, tries = tries + 1
      WHERE id IN (
        SELECT d.id FROM push_due d
        JOIN subscriptions s ON s.id = d.subscription_id AND s.ended_at IS NULL
        WHERE d.state = 'open' AND d.at <= ${now} AND d.expires_at > ${now}
          AND (d.next_at <= ${now} AND (d.next_at > ${late} OR d.kind = 'change')
            OR d.next_at > ${longest})
          AND (d.kind <> 'reminder' OR EXISTS (
            SELECT 1 FROM push_plans p WHERE p.subscription_id = d.subscription_id
              AND p.revision = s.revision)
            AND EXISTS (
            SELECT 1 FROM all_event_versions v WHERE v.partner_id = d.partner_id
              AND v.calendar_id = d.calendar_id AND v.uid = d.uid AND v.replaced_at IS NULL
              AND v.removed = 0 AND v.sequence = d.sequence))
        ORDER BY d.at LIMIT ${limit})`

export const claimed = (db: Database, claim: string): Promise<Claimed[]> =>
  db.query<Claimed>(sql`
    SELECT d.id, d.channel_id AS channelId, d.subscription_id AS subscriptionId, d.kind, d.key,
      d.at, d.expires_at AS expiresAt, d.partner_id AS partnerId, d.calendar_id AS calendarId,
      d.uid, d.sequence, d.revision, d.topic, d.message, d.tries,
      c.endpoint, c.p256dh, c.auth, c.language
    FROM push_due d JOIN push_channels c ON c.id = d.channel_id
    WHERE d.claim = ${claim} ORDER BY d.at, d.id`)

/** Done with: sent, or for good not to be sent. Only by whoever still holds it. */
export const settleDue = (
  claim: string,
  ids: readonly number[],
  state: 'sent' | 'known' | 'refused',
): Statement =>
  sql`UPDATE push_due SET state = ${state}, claim = NULL, message = ''
      WHERE claim = ${claim} AND id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** To be tried again at its own time each. */
export const putOffDue = (claim: string, rows: readonly { id: number; at: string }[]): Statement =>
  sql`UPDATE push_due SET claim = NULL, next_at = (
        SELECT j.value ->> 'at' FROM json_each(${JSON.stringify(rows)}) j
        WHERE j.value ->> 'id' = push_due.id)
      WHERE claim = ${claim} AND id IN (
        SELECT value ->> 'id' FROM json_each(${JSON.stringify(rows)}))`

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
  late: string
  old: string
}

/** What there is to do, before anything is written. */
export async function lookAtDue(db: Database, { now, late, old }: LookTerms): Promise<Look> {
  const [row] = await db.query<Look>(sql`
    SELECT
      (SELECT COUNT(*) FROM push_due WHERE state = 'open' AND at <= ${now}
         AND (expires_at <= ${now} OR next_at <= ${late} AND kind <> 'change')) AS missed,
      EXISTS (SELECT 1 FROM push_due WHERE state = 'missed' AND at > ${now}) AS early,
      EXISTS (SELECT 1 FROM push_due WHERE state IN ('sent', 'missed', 'known', 'refused')
        AND at < ${old}) AS old,
      EXISTS (SELECT 1 FROM push_due WHERE state = 'open' AND at <= ${now}) AS due`)
  return row ?? { missed: 0, early: 0, old: 0, due: 0 }
}

export const markMissed = ({ now, late }: LookTerms): Statement =>
  sql`UPDATE push_due SET state = 'missed', claim = NULL WHERE state = 'open' AND at <= ${now}
        AND (expires_at <= ${now} OR next_at <= ${late} AND kind <> 'change')`

export const reopenMissed = ({ now }: LookTerms): Statement =>
  sql`UPDATE push_due SET state = 'open', next_at = at, tries = 0
      WHERE state = 'missed' AND at > ${now}`

const FORGOTTEN_AT_ONCE = 5_000

export const forgetSettled = ({ old }: LookTerms): Statement =>
  sql`DELETE FROM push_due WHERE id IN (
        SELECT id FROM push_due WHERE state IN ('sent', 'missed', 'known', 'refused')
          AND at < ${old} LIMIT ${FORGOTTEN_AT_ONCE})`
