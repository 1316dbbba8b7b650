// Publications at a set time: which uploads wait for one, and what became of it.

import { type Database, guard, type Statement, sql } from './database.ts'
import { type Told, type Upload, type UploadRow, uploadOf } from './uploads.ts'

/** What was agreed to when the time was set. */
export interface Terms {
  author: string
  confirm: boolean
  reason: string | null
}

export interface Scheduled {
  upload: Upload
  publishAt: string
  terms: Terms
  /** How often it was begun. */
  tries: number
}

/** Of all partners; the longest due first. */
export async function dueUploads(db: Database, now: string, limit: number): Promise<Scheduled[]> {
  const rows = await db.query<UploadRow>(sql`
    SELECT * FROM uploads WHERE publish_at IS NOT NULL AND publish_at <= ${now}
    ORDER BY publish_at, id LIMIT ${limit}`)
  return rows.map((row) => ({
    upload: uploadOf(row),
    publishAt: String(row.publish_at),
    terms: JSON.parse(String(row.publish_terms)) as Terms,
    tries: Number(row.publish_tries),
  }))
}

/** Sets the time; the batch fails when the upload is not ready any more, or has another plan. */
export const setPublishAt = (upload: Upload, at: string, terms: Terms): Statement[] => [
  guard(sql`
    SELECT COALESCE((SELECT status = 'ready' AND plan_key IS ${upload.planKey} FROM uploads
                     WHERE partner_id = ${upload.partnerId} AND id = ${upload.id}), 0)`),
  sql`UPDATE uploads SET publish_at = ${at}, publish_terms = ${JSON.stringify(terms)},
        publish_tries = 0, publish_note = NULL
      WHERE partner_id = ${upload.partnerId} AND id = ${upload.id}`,
]

export const takeBackPublishAt = ({ partnerId, id }: Upload): Statement =>
  sql`UPDATE uploads SET publish_at = NULL WHERE partner_id = ${partnerId} AND id = ${id}`

export const countTry = ({ partnerId, id }: Upload): Statement =>
  sql`UPDATE uploads SET publish_tries = publish_tries + 1
      WHERE partner_id = ${partnerId} AND id = ${id}`

/** Only while that time still stands: somebody may have published it, or set another. */
export const notePublication = (
  { upload: { partnerId, id }, publishAt }: Scheduled,
  note: Told,
): Statement =>
  sql`UPDATE uploads SET publish_at = NULL, publish_note = ${JSON.stringify(note)}
      WHERE partner_id = ${partnerId} AND id = ${id} AND publish_at = ${publishAt}`
