// What is due is taken from the queue for one try, settled, put off or given back.

import { type Database, type Statement, sql } from './database.ts'
import type { Due } from './push-due.ts'

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
  /** No wait is longer: what waits till after it was put off by a clock that has gone back since. */
  longest: string
  until: string
  limit: number
  except: Except
}

/** What whoever claims has in hand already, whatever its clock says by now. */
export interface Except {
  ids: readonly number[]
  /** Push services that are to be left alone. */
  origins: readonly string[]
}

/**
 * Takes what is due for one try. A reminder rings only where the event and the choices are those it
 * was planned from: nothing rings at a time that was true a second ago.
 */
export const claimDue = (claim: string, terms: ClaimTerms): Statement => {
  const { now, longest, until, limit, except } = terms
  const starts = JSON.stringify(except.origins.map((origin) => `${origin}/`))
  return sql`UPDATE push_due SET claim = ${claim}, next_at = ${until}, tries = tries + 1
      WHERE id IN (
        SELECT d.id FROM push_due d
        JOIN subscriptions s ON s.id = d.subscription_id AND s.ended_at IS NULL
        WHERE d.state = 'open' AND d.at <= ${now} AND d.expires_at > ${now}
          AND (d.next_at <= ${now} AND (d.kind = 'change'
              OR unixepoch(d.next_at) + d.grace > unixepoch(${now}))
            OR d.next_at > ${longest})
          AND d.id NOT IN (SELECT value FROM json_each(${JSON.stringify(except.ids)}))
          AND NOT EXISTS (SELECT 1 FROM push_channels c, json_each(${starts}) j
            WHERE c.id = d.channel_id AND substr(c.endpoint, 1, length(j.value)) = j.value)
          AND (d.kind <> 'reminder' OR EXISTS (
            SELECT 1 FROM push_plans p WHERE p.subscription_id = d.subscription_id
              AND p.revision = s.revision)
            AND EXISTS (
            SELECT 1 FROM all_event_versions v WHERE v.partner_id = d.partner_id
              AND v.calendar_id = d.calendar_id AND v.uid = d.uid AND v.replaced_at IS NULL
              AND v.removed = 0 AND v.sequence = d.sequence))
        ORDER BY d.at LIMIT ${limit})`
}

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

/** Nobody has tried: each may be claimed anew from its own time on. */
export const giveBackDue = (
  claim: string,
  rows: readonly { id: number; at: string }[],
): Statement =>
  sql`UPDATE push_due SET claim = NULL, tries = MAX(tries - 1, 0), next_at = (
        SELECT j.value ->> 'at' FROM json_each(${JSON.stringify(rows)}) j
        WHERE j.value ->> 'id' = push_due.id)
      WHERE claim = ${claim} AND id IN (
        SELECT value ->> 'id' FROM json_each(${JSON.stringify(rows)}))`
