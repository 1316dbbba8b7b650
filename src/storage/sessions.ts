// Sessions of the console, by the hash of their cookie, and the failed sign-ins of a window.

import { type Database, type Statement, sql } from './database.ts'

export interface StoredSession {
  idSha256: string
  keyId: string
  /** The key's at sign-in. */
  secretSha256: string
  /** Where the operator is at work; a partner's own people are always at theirs. */
  partnerId: number | null
  createdAt: string
  seenAt: string
  expiresAt: string
}

interface SessionRow {
  id_sha256: string
  key_id: string
  secret_sha256: string
  partner_id: number | null
  created_at: string
  seen_at: string
  expires_at: string
}

export async function findSession(db: Database, idSha256: string): Promise<StoredSession | null> {
  const [row] = await db.query<SessionRow>(
    sql`SELECT * FROM sessions WHERE id_sha256 = ${idSha256}`,
  )
  return row
    ? {
        idSha256: row.id_sha256,
        keyId: row.key_id,
        secretSha256: row.secret_sha256,
        partnerId: row.partner_id,
        createdAt: row.created_at,
        seenAt: row.seen_at,
        expiresAt: row.expires_at,
      }
    : null
}

export const insertSession = (session: StoredSession): Statement =>
  sql`INSERT INTO sessions (id_sha256, key_id, secret_sha256, partner_id, created_at, seen_at,
        expires_at)
      VALUES (${session.idSha256}, ${session.keyId}, ${session.secretSha256}, ${session.partnerId},
        ${session.createdAt}, ${session.seenAt}, ${session.expiresAt})`

export const markSeen = (idSha256: string, now: string): Statement =>
  sql`UPDATE sessions SET seen_at = ${now} WHERE id_sha256 = ${idSha256}`

export const endSession = (idSha256: string): Statement =>
  sql`DELETE FROM sessions WHERE id_sha256 = ${idSha256}`

export const endSessionsOf = (keyId: string): Statement =>
  sql`DELETE FROM sessions WHERE key_id = ${keyId}`

export const dropExpired = (now: string, limit: number): Statement =>
  sql`DELETE FROM sessions WHERE id_sha256 IN
        (SELECT id_sha256 FROM sessions WHERE expires_at < ${now} LIMIT ${limit})`

/** Those of all keys together. */
export const ALL_KEYS = ''

/** Failures of a window that began after `since`, of this key and of all. */
/** How many, and for how many minutes yet they count. */
export interface Failures {
  count: number
  minutesLeft: number
}

export async function failuresSince(
  db: Database,
  keyId: string,
  since: string,
): Promise<{ key: Failures; all: Failures }> {
  const rows = await db.query<{ key_id: string; count: number; since: string }>(sql`
    SELECT key_id, count, since FROM sign_in_failures
    WHERE key_id IN (${keyId}, ${ALL_KEYS}) AND since > ${since}`)
  const of = (id: string): Failures => {
    const found = rows.find(({ key_id }) => key_id === id)
    if (!found) return NO_FAILURES
    const left = Date.parse(found.since) - Date.parse(since)
    return { count: found.count, minutesLeft: Math.max(1, Math.ceil(left / 60_000)) }
  }
  return { key: keyId === ALL_KEYS ? NO_FAILURES : of(keyId), all: of(ALL_KEYS) }
}

const NO_FAILURES: Failures = { count: 0, minutesLeft: 0 }

/** A window that began before `since` is over, and a new one begins. */
export const countFailure = (keyId: string, since: string, now: string): Statement =>
  sql`INSERT INTO sign_in_failures (key_id, since, count) VALUES (${keyId}, ${now}, 1)
      ON CONFLICT (key_id) DO UPDATE SET
        count = CASE WHEN sign_in_failures.since > ${since} THEN count + 1 ELSE 1 END,
        since = CASE WHEN sign_in_failures.since > ${since} THEN sign_in_failures.since
                ELSE excluded.since END`

/** Of a partner's key, so that an id of another partner's ends nothing. */
export const endSessionsOfPartners = (partnerId: number, keyId: string): Statement =>
  sql`DELETE FROM sessions WHERE key_id IN
        (SELECT id FROM keys WHERE partner_id = ${partnerId} AND id = ${keyId})`

export const forgetFailures = (keyId: string): Statement =>
  sql`DELETE FROM sign_in_failures WHERE key_id = ${keyId}`
