// Reports by the public: kept by the hash of their receipt, listed for the partner they are about.

import type { Facts } from '../schedule/event.ts'
import type { Calendar } from './calendars.ts'
import { type Database, guard, type Statement, sql } from './database.ts'

export const REPORT_KINDS = ['time', 'cancelled', 'missing', 'other'] as const
export type ReportKind = (typeof REPORT_KINDS)[number]
export const REPORT_STATUSES = ['open', 'accepted', 'rejected', 'merged'] as const
export type ReportStatus = (typeof REPORT_STATUSES)[number]

/** What the reporter says is right; local times in the event's zone, or dates. */
export interface Suggestion {
  /** Of a series, the day that is meant. */
  happening?: string
  start?: string
  end?: string
  title?: string
  location?: string
  status?: 'cancelled' | 'postponed'
}

export interface Report {
  id: string
  partnerId: number
  calendarId: number
  /** Null: of an event that is missing, or of the calendar. */
  uid: string | null
  revisionSeen: number | null
  kind: ReportKind
  suggestion: Suggestion
  note: string | null
  sourceUrl: string | null
  /** Equal of reports that say the same. */
  sameAs: string
  /** That the event was for when it was reported; null: everybody. */
  audience: string | null
  status: ReportStatus
  mergedInto: string | null
  reason: string | null
  decidedBy: string | null
  decidedAt: string | null
  publishedRevision: number | null
  createdAt: string
}

/** An entry of the queue: a report, and how many others say the same. */
export interface Entry extends Report {
  duplicates: number
  /** The slug of the calendar. */
  calendar: string
  /** The event as it is now, private or not: for its partner's eyes. Null where there is none. */
  facts: Facts | null
}

type Row = Record<string, string | number | null>

const ENTRY = `r.*,
  (SELECT COUNT(*) FROM reports m
   WHERE m.partner_id = r.partner_id AND m.merged_into = r.id) AS duplicates,
  (SELECT c.slug FROM calendars c
   WHERE c.partner_id = r.partner_id AND c.id = r.calendar_id) AS calendar,
  (SELECT v.facts FROM all_event_versions v
   WHERE v.partner_id = r.partner_id AND v.calendar_id = r.calendar_id AND v.uid = r.uid
     AND v.replaced_at IS NULL AND v.removed = 0) AS facts`

export interface Bounds {
  open: number
  kept: number
}

/**
 * Keeps a report; one that says the same as an open entry becomes part of it. The batch fails where
 * the calendar has as many as it may.
 */
export const insertReport = (
  report: Omit<
    Report,
    'status' | 'mergedInto' | 'reason' | `decided${string}` | 'publishedRevision'
  >,
  receiptSha256: string,
  { open, kept }: Bounds,
): Statement[] => {
  const { id, partnerId, calendarId, uid, revisionSeen, kind, note, sourceUrl, createdAt } = report
  const { sameAs, audience } = report
  return [
    guard(sql`
      SELECT (SELECT COUNT(*) FROM reports
              WHERE partner_id = ${partnerId} AND calendar_id = ${calendarId}) < ${kept}
        AND ((SELECT COUNT(*) FROM reports WHERE partner_id = ${partnerId}
                AND calendar_id = ${calendarId} AND status = 'open') < ${open}
          OR EXISTS (SELECT 1 FROM reports r JOIN reports h ON h.id = COALESCE(r.merged_into, r.id)
                WHERE r.partner_id = ${partnerId} AND r.calendar_id = ${calendarId}
                  AND r.same_as = ${sameAs} AND h.status = 'open'))`),
    sql`
      INSERT INTO reports (id, receipt_sha256, partner_id, calendar_id, uid, revision_seen, kind,
        suggestion, note, source_url, same_as, audience, status, merged_into, created_at)
      SELECT ${id}, ${receiptSha256}, ${partnerId}, ${calendarId}, ${uid}, ${revisionSeen}, ${kind},
        ${JSON.stringify(report.suggestion)}, ${note}, ${sourceUrl}, ${sameAs}, ${audience},
        CASE WHEN entry IS NULL THEN 'open' ELSE 'merged' END, entry, ${createdAt}
      FROM (SELECT (SELECT h.id FROM reports r JOIN reports h ON h.id = COALESCE(r.merged_into, r.id)
              WHERE r.partner_id = ${partnerId} AND r.calendar_id = ${calendarId}
                AND r.same_as = ${sameAs} AND h.status = 'open' LIMIT 1) AS entry)`,
  ]
}

/** Those that were decided before an instant, a few at a time: merged ones before their entry. */
export const dropDecided = ({ partnerId }: Calendar, before: string, limit: number): Statement =>
  sql`DELETE FROM reports WHERE partner_id = ${partnerId} AND id IN (
        SELECT r.id FROM reports r LEFT JOIN reports h ON h.id = r.merged_into
        WHERE r.partner_id = ${partnerId} AND COALESCE(h.decided_at, r.decided_at) < ${before}
        ORDER BY r.merged_into IS NULL LIMIT ${limit})`

export async function reportsSince(
  db: Database,
  { partnerId, id }: Calendar,
  since: string,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(sql`
    SELECT COUNT(*) AS count FROM reports
    WHERE partner_id = ${partnerId} AND calendar_id = ${id} AND created_at > ${since}`)
  return row?.count ?? 0
}

/** Open entries of one calendar, the latest first. */
export async function openEntries(
  db: Database,
  { partnerId, id }: Calendar,
  kind: ReportKind | null,
  limit: number,
): Promise<Entry[]> {
  const rows = await db.query<Row>({
    sql: `SELECT ${ENTRY} FROM reports r WHERE r.partner_id = ? AND r.calendar_id = ?
            AND r.status = 'open' AND (? IS NULL OR r.kind = ?)
          ORDER BY r.created_at DESC, r.id DESC LIMIT ?`,
    params: [partnerId, id, kind, kind, limit],
  })
  return rows.map(entryOf)
}

/** The report of a receipt, and the entry that decides on it: itself, unless it was merged. */
export async function findByReceipt(
  db: Database,
  receiptSha256: string,
): Promise<{ report: Report; entry: Omit<Entry, 'facts'> } | null> {
  const [row] = await db.query<Row>(
    sql`SELECT * FROM reports WHERE receipt_sha256 = ${receiptSha256}`,
  )
  if (!row) return null
  const report = reportOf(row)
  const found = await findEntry(db, report.partnerId, report.mergedInto ?? report.id)
  if (!found) return null
  const { facts: _, ...entry } = found
  return { report, entry }
}

export async function findEntry(
  db: Database,
  partnerId: number,
  id: string,
): Promise<Entry | null> {
  const [row] = await db.query<Row>({
    sql: `SELECT ${ENTRY} FROM reports r WHERE r.partner_id = ? AND r.id = ?`,
    params: [partnerId, id],
  })
  return row ? entryOf(row) : null
}

export interface EntryQuery {
  partnerId: number
  status: Exclude<ReportStatus, 'merged'>
  /** The last of the page before. */
  before: { createdAt: string; id: string }
  limit: number
}

/** Entries of all of a partner's calendars, the latest first. */
export async function listEntries(db: Database, query: EntryQuery): Promise<Entry[]> {
  const { partnerId, status, before, limit } = query
  const rows = await db.query<Row>({
    sql: `SELECT ${ENTRY} FROM reports r WHERE r.partner_id = ? AND r.status = ?
            AND (r.created_at, r.id) < (?, ?)
          ORDER BY r.created_at DESC, r.id DESC LIMIT ?`,
    params: [partnerId, status, before.createdAt, before.id, limit],
  })
  return rows.map(entryOf)
}

/** Reports that are part of an entry, the latest first. */
export async function mergedInto(db: Database, { partnerId, id }: Report, limit: number) {
  const rows = await db.query<Row>(sql`
    SELECT * FROM reports WHERE partner_id = ${partnerId} AND merged_into = ${id}
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`)
  return rows.map(reportOf)
}

export async function countOpen(db: Database, partnerId: number): Promise<number> {
  const [row] = await db.query<{ count: number }>(sql`
    SELECT COUNT(*) AS count FROM reports WHERE partner_id = ${partnerId} AND status = 'open'`)
  return row?.count ?? 0
}

const text = (value: string | number | null | undefined): string | null =>
  value === null || value === undefined ? null : String(value)

const number = (value: string | number | null | undefined): number | null =>
  value === null || value === undefined ? null : Number(value)

const reportOf = (row: Row): Report => ({
  ...{ id: String(row.id), partnerId: Number(row.partner_id), calendarId: Number(row.calendar_id) },
  ...{ uid: text(row.uid), revisionSeen: number(row.revision_seen) },
  ...{ kind: row.kind as ReportKind, suggestion: JSON.parse(String(row.suggestion)) as Suggestion },
  ...{ note: text(row.note), sourceUrl: text(row.source_url), sameAs: String(row.same_as) },
  audience: text(row.audience),
  ...{ status: row.status as ReportStatus, mergedInto: text(row.merged_into) },
  ...{ reason: text(row.reason), decidedBy: text(row.decided_by), decidedAt: text(row.decided_at) },
  publishedRevision: number(row.published_revision),
  createdAt: String(row.created_at),
})

const entryOf = (row: Row): Entry => ({
  ...{ ...reportOf(row), duplicates: Number(row.duplicates), calendar: String(row.calendar) },
  facts: row.facts === null ? null : (JSON.parse(String(row.facts)) as Facts),
})
