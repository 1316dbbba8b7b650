// What was done that is no publication: keys, people, settings, sessions, sources.

import { type Database, type Statement, sql } from './database.ts'

export const AUDIT_ACTIONS = [
  'key.made',
  'key.revoked',
  'key.role',
  'invitation.made',
  'invitation.accepted',
  'invitation.withdrawn',
  'sessions.ended',
  'settings.changed',
  'source.changed',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export interface Act {
  /** The label of a key, or `operator`. */
  author: string
  action: AuditAction
  calendarId?: number
  /** Names and values that say what was done; never a secret. */
  about: Record<string, string | number | null>
}

export interface AuditEntry {
  id: string
  calendarId: number | null
  at: string
  author: string
  action: AuditAction
  about: Record<string, string | number | null>
}

interface AuditRow extends Omit<AuditEntry, 'about' | 'calendarId'> {
  calendar_id: number | null
  about: string
}

/** Put into the very batch that does it. */
export const recordAudit = (
  { mint, now }: { mint: () => string; now: () => string },
  partnerId: number,
  { author, action, calendarId, about }: Act,
): Statement =>
  sql`INSERT INTO audit (id, partner_id, calendar_id, at, author, action, about)
      VALUES (${mint()}, ${partnerId}, ${calendarId ?? null}, ${now()}, ${author}, ${action},
        ${JSON.stringify(about)})`

/** The latest first, from the one before `before` (at, id). */
export async function listAudit(
  db: Database,
  partnerId: number,
  before: { at: string; id: string },
  limit: number,
): Promise<AuditEntry[]> {
  const rows = await db.query<AuditRow>(sql`
    SELECT id, calendar_id, at, author, action, about FROM audit
    WHERE partner_id = ${partnerId} AND (at, id) < (${before.at}, ${before.id})
    ORDER BY at DESC, id DESC LIMIT ${limit}`)
  return rows.map(({ calendar_id, about, ...row }) => ({
    ...row,
    calendarId: calendar_id,
    about: JSON.parse(about) as AuditEntry['about'],
  }))
}
