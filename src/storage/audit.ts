// Who did what: acts that are no publication, and the list of both.

import { type Database, type Statement, sql } from './database.ts'
import type { RevisionKind } from './revisions.ts'

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
  'audience.changed',
  'address.changed',
  'report.accepted',
  'report.rejected',
  'report.merged',
  'groups.changed',
] as const
export type AuditAction = (typeof AUDIT_ACTIONS)[number]

export interface About {
  [name: string]: unknown
  /** Settings as they were and as they are. */
  fields?: { field: string; from: unknown; to: unknown }[]
}

export interface Act {
  /** The label of a key, or `operator`. */
  author: string
  action: AuditAction
  calendarId?: number
  /** Names and values that say what was done; never a secret. */
  about: About
}

/** A publication, or an act that is none. */
export interface AuditEntry {
  at: string
  /** Orders what was done in one second. */
  place: string
  author: string
  action: AuditAction | RevisionKind
  calendarId: number | null
  revision: number | null
  uploadId: string | null
  filename: string | null
  reason: string | null
  about: About
}

/** Which settings differ, and how. */
export const settingsChanged = (before: object, after: object): About['fields'] => {
  const was = before as Record<string, unknown>
  return Object.entries(after)
    .filter(([field, to]) => JSON.stringify(was[field]) !== JSON.stringify(to))
    .map(([field, to]) => ({ field, from: was[field] ?? null, to }))
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

export interface AuditQuery {
  partnerId: number
  calendarId: number | null
  /** Only publications that changed this event. */
  uid: string | null
  /** The last of the page before. */
  before: { at: string; place: string }
  limit: number
}

/** Publications and acts of a partner, the latest first. */
export async function listAudit(db: Database, query: AuditQuery): Promise<AuditEntry[]> {
  const { partnerId, calendarId, uid, before, limit } = query
  const rows = await db.query<Omit<AuditEntry, 'about'> & { about: string }>(sql`
    SELECT * FROM (
      SELECT r.published_at AS at, printf('r%012d.%012d', r.calendar_id, r.revision) AS place,
        r.author, r.kind AS action, r.calendar_id AS "calendarId", r.revision,
        r.upload_id AS "uploadId", r.reason, '{}' AS about,
        (SELECT u.filename FROM uploads u WHERE u.partner_id = ${partnerId} AND u.id = r.upload_id)
          AS filename
      FROM revisions r
      WHERE r.partner_id = ${partnerId} AND (${calendarId} IS NULL OR r.calendar_id = ${calendarId})
        AND (${uid} IS NULL OR EXISTS (SELECT 1 FROM all_event_versions v
               WHERE v.partner_id = ${partnerId} AND v.calendar_id = r.calendar_id
                 AND v.uid = ${uid} AND v.revision = r.revision))
      UNION ALL
      SELECT a.at, 'a' || a.id, a.author, a.action, a.calendar_id, NULL, NULL, NULL, a.about, NULL
      FROM audit a
      WHERE a.partner_id = ${partnerId} AND ${uid} IS NULL
        AND (${calendarId} IS NULL OR a.calendar_id = ${calendarId})
    ) WHERE (at, place) < (${before.at}, ${before.place})
    ORDER BY at DESC, place DESC LIMIT ${limit}`)
  return rows.map(({ about, ...row }) => ({ ...row, about: JSON.parse(about) as About }))
}
