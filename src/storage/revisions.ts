// A calendar's history: what made each revision, and the feed that was served from then on.

import type { Calendar, Told } from './calendars.ts'
import { type Database, type Statement, sql } from './database.ts'

/** A feed ready to send: each representation under the SHA-256 of its own bytes, which is its ETag. */
export interface StoredFeed {
  identity: StoredBytes
  gzip: StoredBytes
  br: StoredBytes
  lastModified: string
  /** VEVENTs in it, and published events that found no room. */
  events: number
  omitted: number
}

export interface StoredBytes {
  sha256: string
  octets: number
}

export type RevisionKind =
  | 'creation'
  | 'upload'
  | 'restoration'
  | 'edit'
  | 'season'
  | 'settings'
  | 'timezones'
  | 'deletion'
  | 'expiry'

export interface Revision {
  revision: number
  kind: RevisionKind
  uploadId: string | null
  /** The earlier revision that a restoration went back to. */
  restored: number | null
  author: string
  reason: string | null
  publishedAt: string
  summary: Record<string, number>
  feed: StoredFeed
}

interface RevisionRow {
  revision: number
  kind: RevisionKind
  upload_id: string | null
  restored: number | null
  author: string
  reason: string | null
  published_at: string
  summary: string
  feed: string
}

export async function findRevision(
  db: Database,
  calendar: Calendar,
  revision: number,
): Promise<Revision | null> {
  const [row] = await db.query<RevisionRow>(sql`
    SELECT * FROM revisions WHERE partner_id = ${calendar.partnerId}
      AND calendar_id = ${calendar.id} AND revision = ${revision}`)
  return row ? revisionOf(row) : null
}

/** These of them, by number. */
export async function revisionsAmong(
  db: Database,
  calendar: Calendar,
  numbers: readonly number[],
): Promise<Map<number, Revision>> {
  const rows = await db.query<RevisionRow>(sql`
    SELECT * FROM revisions WHERE partner_id = ${calendar.partnerId}
      AND calendar_id = ${calendar.id}
      AND revision IN (SELECT value FROM json_each(${JSON.stringify(numbers)}))`)
  return new Map(rows.map((row) => [row.revision, revisionOf(row)]))
}

/** The latest first, from the one before `before`. */
export async function listRevisions(
  db: Database,
  calendar: Calendar,
  before: number,
  limit: number,
): Promise<Revision[]> {
  const rows = await db.query<RevisionRow>(sql`
    SELECT * FROM revisions WHERE partner_id = ${calendar.partnerId}
      AND calendar_id = ${calendar.id} AND revision < ${before}
    ORDER BY revision DESC LIMIT ${limit}`)
  return rows.map(revisionOf)
}

/** The one in force at an instant; null before the first. */
export async function revisionOn(
  db: Database,
  calendar: Calendar,
  instant: string,
): Promise<Revision | null> {
  const [row] = await db.query<RevisionRow>(sql`
    SELECT * FROM revisions WHERE partner_id = ${calendar.partnerId}
      AND calendar_id = ${calendar.id} AND published_at <= ${instant}
    ORDER BY revision DESC LIMIT 1`)
  return row ? revisionOf(row) : null
}

/** `calendar` by its uid, since a new calendar's number is not known before the batch. */
export function insertRevision(
  partnerId: number,
  calendarUid: string,
  revision: Revision,
  { told, toldNumber }: Omit<Told, 'revision'>,
): Statement {
  const { uploadId, restored, author, reason, publishedAt, summary, feed } = revision
  return sql`
    INSERT INTO revisions (partner_id, calendar_id, revision, kind, upload_id, restored, author,
      reason, published_at, summary, feed, feed_stored, told, told_number)
    SELECT partner_id, id, ${revision.revision}, ${revision.kind}, ${uploadId}, ${restored},
      ${author}, ${reason}, ${publishedAt}, ${JSON.stringify(summary)}, ${JSON.stringify(feed)}, 1,
      ${Number(told)}, ${toldNumber}
    FROM calendars WHERE partner_id = ${partnerId} AND uid = ${calendarUid}`
}

/** What everybody calls a revision; null where there is none. */
export async function toldNumberOf(
  db: Database,
  { partnerId, id }: Calendar,
  revision: number,
): Promise<number | null> {
  const [row] = await db.query<{ number: number }>(sql`
    SELECT told_number AS number FROM revisions WHERE partner_id = ${partnerId}
      AND calendar_id = ${id} AND revision = ${revision}`)
  return row?.number ?? null
}

/** The revision that everybody calls so; null where there is none. */
export async function revisionTold(
  db: Database,
  { partnerId, id }: Calendar,
  number: number,
): Promise<number | null> {
  const [row] = await db.query<{ revision: number }>(sql`
    SELECT revision FROM revisions WHERE partner_id = ${partnerId} AND calendar_id = ${id}
      AND told = 1 AND told_number = ${number}`)
  return row?.revision ?? null
}

/** Revisions older than the last two whose feed bytes are still stored. */
export const staleFeeds = (db: Database, calendar: Calendar, limit: number) =>
  db.query<{ revision: number; feed: string }>(sql`
    SELECT revision, feed FROM revisions WHERE partner_id = ${calendar.partnerId}
      AND calendar_id = ${calendar.id} AND feed_stored = 1 AND revision < ${calendar.revision - 1}
    ORDER BY revision LIMIT ${limit}`)

export const markFeedDropped = (calendar: Calendar, upTo: number): Statement =>
  sql`UPDATE revisions SET feed_stored = 0 WHERE partner_id = ${calendar.partnerId}
        AND calendar_id = ${calendar.id} AND feed_stored = 1 AND revision <= ${upTo}`

const revisionOf = (row: RevisionRow): Revision => ({
  revision: row.revision,
  kind: row.kind,
  uploadId: row.upload_id,
  restored: row.restored,
  author: row.author,
  reason: row.reason,
  publishedAt: row.published_at,
  summary: JSON.parse(row.summary) as Record<string, number>,
  feed: JSON.parse(row.feed) as StoredFeed,
})
