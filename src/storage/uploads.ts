// Uploads: kept whatever became of them. The file and the plan are blobs; this is what is asked for.

import type { Answers } from '../intake/answers.ts'
import type { Finding } from '../intake/finding.ts'
import type { TableLayout } from '../intake/layout.ts'
import type { ProblemCode, ProblemParams } from '../problem.ts'
import type { Calendar } from './calendars.ts'
import { type Database, guard, type Statement, sql } from './database.ts'

export type UploadStatus = 'ready' | 'published' | 'refused' | 'discarded'

export interface UploadSummary {
  rows: number
  new: number
  changed: number
  moved: number
  cancelled: number
  removed: number
  unchanged: number
  refused: number
}

export interface Upload {
  id: string
  partnerId: number
  calendarId: number
  filename: string | null
  format: string
  mode: 'merge' | 'replace'
  status: UploadStatus
  baseRevision: number
  /** The revision reached; the base one while nothing is published. */
  revision: number
  summary: UploadSummary
  findings: Finding[]
  /** What was said of the file in review. */
  answers: Answers
  /** How a table was read; null of other files. */
  layout: TableLayout | null
  /** Where the file's bytes are. */
  fileKey: string
  /** Where the reviewed changes are; null when the file was refused. */
  planKey: string | null
  author: string
  reason: string | null
  createdAt: string
  publishedAt: string | null
  /** When it is to be published by itself. */
  publishAt: string | null
  /** Why that did not happen. */
  publishNote: Told | null
}

/** A problem as it is kept, to be told in the language of whoever reads it. */
export interface Told {
  code: ProblemCode
  params: ProblemParams
}

export type UploadRow = Record<string, string | number | null>

/** `partnerId` null is the operator, who may read every partner's. */
export async function findUpload(
  db: Database,
  partnerId: number | null,
  id: string,
): Promise<Upload | null> {
  const [row] = await db.query<UploadRow>(sql`
    SELECT * FROM uploads
    WHERE id = ${id} AND (${partnerId} IS NULL OR partner_id = ${partnerId})`)
  return row ? uploadOf(row) : null
}

/** The latest first, from the one made before `before` (created_at, id). */
export async function listUploads(
  db: Database,
  calendar: Calendar,
  before: { createdAt: string; id: string },
  limit: number,
): Promise<Upload[]> {
  const rows = await db.query<UploadRow>(sql`
    SELECT * FROM uploads WHERE partner_id = ${calendar.partnerId} AND calendar_id = ${calendar.id}
      AND (created_at, id) < (${before.createdAt}, ${before.id})
    ORDER BY created_at DESC, id DESC LIMIT ${limit}`)
  return rows.map(uploadOf)
}

export function insertUpload(upload: Upload): Statement {
  const { id, partnerId, calendarId, filename, format, mode, status, baseRevision } = upload
  const { revision, fileKey, planKey, author, reason, createdAt, publishedAt } = upload
  const [summary, findings] = [JSON.stringify(upload.summary), JSON.stringify(upload.findings)]
  const [answers, layout] = [JSON.stringify(upload.answers), layoutText(upload)]
  return sql`
    INSERT INTO uploads (id, partner_id, calendar_id, filename, format, mode, status,
      base_revision, revision, summary, findings, answers, layout, file_key, plan_key, author,
      reason, created_at, published_at)
    VALUES (${id}, ${partnerId}, ${calendarId}, ${filename}, ${format}, ${mode}, ${status},
      ${baseRevision}, ${revision}, ${summary}, ${findings}, ${answers}, ${layout}, ${fileKey}, ${planKey},
      ${author}, ${reason}, ${createdAt}, ${publishedAt})`
}

const layoutText = ({ layout }: Upload): string | null => layout && JSON.stringify(layout)

/** What a further look at the file came to; the batch fails when somebody else's came between. */
export function changeReview(before: Upload, after: Upload): Statement[] {
  const { partnerId, id } = before
  const answers = JSON.stringify(before.answers)
  return [
    guard(sql`
      SELECT COALESCE((SELECT status = ${before.status} AND mode = ${before.mode} AND answers = ${answers}
                         AND plan_key IS ${before.planKey}
                       FROM uploads WHERE partner_id = ${partnerId} AND id = ${id}), 0)`),
    sql`UPDATE uploads SET format = ${after.format}, mode = ${after.mode}, status = ${after.status},
          base_revision = ${after.baseRevision}, revision = ${after.revision},
          summary = ${JSON.stringify(after.summary)}, findings = ${JSON.stringify(after.findings)},
          answers = ${JSON.stringify(after.answers)}, layout = ${layoutText(after)},
          plan_key = ${after.planKey}, publish_at = NULL, publish_note = NULL
        WHERE partner_id = ${partnerId} AND id = ${id}`,
  ]
}

/** Throws the upload away: it stays in the history, and can no longer be published. */
export const discardUpload = ({ partnerId, id }: Upload): Statement =>
  sql`UPDATE uploads SET status = 'discarded', publish_at = NULL, publish_note = NULL
      WHERE partner_id = ${partnerId} AND id = ${id} AND status IN ('ready', 'refused')`

/**
 * Marks a ready upload published; the batch fails when it is not any more, when another plan is, or
 * when it was due at a time that was taken back.
 */
export const markPublished = (
  upload: Upload,
  revision: number,
  publishedAt: string,
  dueAt: string | null = null,
): Statement[] => [
  guard(sql`
    SELECT COALESCE((SELECT status = 'ready' AND plan_key IS ${upload.planKey}
                       AND (${dueAt} IS NULL OR publish_at IS ${dueAt}) FROM uploads
                     WHERE partner_id = ${upload.partnerId} AND id = ${upload.id}), 0)`),
  sql`UPDATE uploads SET status = 'published', revision = ${revision}, published_at = ${publishedAt},
        publish_at = NULL, publish_note = NULL
      WHERE partner_id = ${upload.partnerId} AND id = ${upload.id}`,
]

export const uploadOf = (row: UploadRow): Upload => ({
  id: String(row.id),
  partnerId: Number(row.partner_id),
  calendarId: Number(row.calendar_id),
  filename: row.filename as string | null,
  format: String(row.format),
  mode: row.mode as Upload['mode'],
  status: row.status as UploadStatus,
  baseRevision: Number(row.base_revision),
  revision: Number(row.revision),
  summary: JSON.parse(String(row.summary)) as UploadSummary,
  findings: JSON.parse(String(row.findings)) as Finding[],
  answers: JSON.parse(String(row.answers)) as Answers,
  layout: row.layout === null ? null : (JSON.parse(String(row.layout)) as TableLayout),
  fileKey: String(row.file_key),
  planKey: row.plan_key as string | null,
  author: String(row.author),
  reason: row.reason as string | null,
  createdAt: String(row.created_at),
  publishedAt: row.published_at as string | null,
  publishAt: row.publish_at as string | null,
  publishNote: row.publish_note === null ? null : (JSON.parse(String(row.publish_note)) as Told),
})
