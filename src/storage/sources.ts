// Sources: addresses from which a calendar's schedule is fetched.

import type { Calendar } from './calendars.ts'
import { type Database, guard, type Statement, sql } from './database.ts'
import type { Told } from './uploads.ts'

/** `waiting`: for a person, who looks at the upload. */
export type SourceState = 'new' | 'ok' | 'waiting' | 'failing'

export interface Source {
  id: string
  partnerId: number
  calendarId: number
  url: string
  mode: 'merge' | 'replace'
  everyMinutes: number
  webhook: string | null
  webhookSecret: string | null
  email: string | null
  state: SourceState
  problem: Told | null
  /** The last upload that was made of it. */
  uploadId: string | null
  etag: string | null
  lastModified: string | null
  sha256: string | null
  pulledAt: string | null
  httpStatus: number | null
  /** In a row. */
  failures: number
  /** The first of those failures. */
  failingSince: string | null
  unfinished: number
  noticed: SourceState
  nextAt: string
  noticeProblem: Told | null
  createdAt: string
}

type SourceRow = Record<string, string | number | null>

export async function sourcesOf(db: Database, calendar: Calendar): Promise<Source[]> {
  const rows = await db.query<SourceRow>(sql`
    SELECT s.*, u.status AS upload_status FROM sources s
    LEFT JOIN uploads u ON u.id = s.upload_id AND u.partner_id = s.partner_id
    WHERE s.partner_id = ${calendar.partnerId} AND s.calendar_id = ${calendar.id}
    ORDER BY s.created_at, s.id`)
  return rows.map(sourceOf)
}

export async function findSource(
  db: Database,
  partnerId: number,
  id: string,
): Promise<Source | null> {
  const [row] = await db.query<SourceRow>(sql`
    SELECT s.*, u.status AS upload_status FROM sources s
    LEFT JOIN uploads u ON u.id = s.upload_id AND u.partner_id = s.partner_id
    WHERE s.partner_id = ${partnerId} AND s.id = ${id}`)
  return row ? sourceOf(row) : null
}

/** Of all partners; the longest due first. Those of a deleted calendar rest. */
export async function dueSources(db: Database, now: string, limit: number): Promise<Source[]> {
  const rows = await db.query<SourceRow>(sql`
    SELECT s.*, u.status AS upload_status FROM sources s
    JOIN calendars c ON c.id = s.calendar_id AND c.partner_id = s.partner_id
    LEFT JOIN uploads u ON u.id = s.upload_id AND u.partner_id = s.partner_id
    WHERE s.next_at <= ${now} AND c.deleted_at IS NULL
    ORDER BY s.next_at, s.id LIMIT ${limit}`)
  return rows.map(sourceOf)
}

/** The batch fails when the calendar has `most` sources already. */
export function insertSource(source: Source, most: number): Statement[] {
  const { id, partnerId, calendarId, url, mode, everyMinutes, webhook, webhookSecret } = source
  const { email, state, noticed, nextAt, createdAt } = source
  return [
    guard(sql`
      SELECT COUNT(*) < ${most} FROM sources
      WHERE partner_id = ${partnerId} AND calendar_id = ${calendarId}`),
    sql`
      INSERT INTO sources (id, partner_id, calendar_id, url, mode, every_minutes, webhook,
        webhook_secret, email, state, failures, unfinished, noticed, next_at, created_at)
      VALUES (${id}, ${partnerId}, ${calendarId}, ${url}, ${mode}, ${everyMinutes}, ${webhook},
        ${webhookSecret}, ${email}, ${state}, 0, 0, ${noticed}, ${nextAt}, ${createdAt})`,
  ]
}

/** What its owner says of it, and what must be forgotten because of that. */
export function updateSource(source: Source): Statement {
  const { partnerId, id, url, mode, everyMinutes, webhook, webhookSecret, email } = source
  const { etag, lastModified, sha256, nextAt, noticeProblem } = source
  return sql`
    UPDATE sources SET url = ${url}, mode = ${mode}, every_minutes = ${everyMinutes},
      webhook = ${webhook}, webhook_secret = ${webhookSecret}, email = ${email}, etag = ${etag},
      last_modified = ${lastModified}, sha256 = ${sha256}, next_at = ${nextAt},
      notice_problem = ${toldJson(noticeProblem)}
    WHERE partner_id = ${partnerId} AND id = ${id}`
}

/** Takes a source for one fetch; the batch fails when another took it, or it was changed or removed. */
export const claimSource = ({ partnerId, id, nextAt, url }: Source, until: string): Statement[] => [
  guard(sql`
    SELECT COALESCE((SELECT next_at = ${nextAt} AND url = ${url} FROM sources
                     WHERE partner_id = ${partnerId} AND id = ${id}), 0)`),
  sql`UPDATE sources SET next_at = ${until}, unfinished = unfinished + 1
      WHERE partner_id = ${partnerId} AND id = ${id}`,
]

/** What a fetch came to; nothing when its address or mode was changed meanwhile. */
export function recordFetch(source: Source): Statement {
  const { partnerId, id, state, uploadId, etag, lastModified, sha256, pulledAt } = source
  const { httpStatus, failures, noticed, nextAt } = source
  return sql`
    UPDATE sources SET state = ${state}, problem = ${toldJson(source.problem)},
      upload_id = ${uploadId}, etag = ${etag}, last_modified = ${lastModified},
      sha256 = ${sha256}, pulled_at = ${pulledAt}, http_status = ${httpStatus},
      failures = ${failures}, unfinished = 0,
      failing_since = CASE WHEN ${state} = 'failing' THEN COALESCE(failing_since, ${pulledAt}) END, noticed = ${noticed}, next_at = ${nextAt}
    WHERE partner_id = ${partnerId} AND id = ${id} AND url = ${source.url}
      AND mode = ${source.mode}`
}

export const deleteSource = ({ partnerId, id }: Source): Statement[] => [
  sql`DELETE FROM notices WHERE partner_id = ${partnerId} AND source_id = ${id}`,
  sql`DELETE FROM sources WHERE partner_id = ${partnerId} AND id = ${id}`,
]

const toldJson = (told: Told | null): string | null => told && JSON.stringify(told)

const sourceOf = (row: SourceRow): Source => ({
  id: String(row.id),
  partnerId: Number(row.partner_id),
  calendarId: Number(row.calendar_id),
  url: String(row.url),
  mode: row.mode as Source['mode'],
  everyMinutes: Number(row.every_minutes),
  webhook: row.webhook as string | null,
  webhookSecret: row.webhook_secret as string | null,
  email: row.email as string | null,
  state: stateOf(row),
  problem: toldOf(row.problem),
  uploadId: row.upload_id as string | null,
  etag: row.etag as string | null,
  lastModified: row.last_modified as string | null,
  sha256: row.sha256 as string | null,
  pulledAt: row.pulled_at as string | null,
  httpStatus: row.http_status as number | null,
  failures: Number(row.failures),
  failingSince: row.failing_since as string | null,
  unfinished: Number(row.unfinished),
  noticed: row.noticed as SourceState,
  nextAt: String(row.next_at),
  noticeProblem: toldOf(row.notice_problem),
  createdAt: String(row.created_at),
})

/** Once somebody has published the upload, or thrown it away, nothing waits any more. */
const stateOf = ({ state, upload_status }: SourceRow): SourceState =>
  state === 'waiting' && upload_status !== 'ready' && upload_status !== 'refused'
    ? 'ok'
    : (state as SourceState)

const toldOf = (json: string | number | null | undefined): Told | null =>
  json === null || json === undefined ? null : (JSON.parse(String(json)) as Told)
