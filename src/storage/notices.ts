// The outbox: notices that are to be given, each until it is given or given up.

import { type Database, guard, type Statement, sql } from './database.ts'
import type { Told } from './uploads.ts'

export interface Notice {
  id: string
  partnerId: number
  sourceId: string
  channel: 'webhook' | 'email'
  /** As it is sent. */
  body: string
  tries: number
  nextAt: string
  createdAt: string
}

/** With where it goes to: null when that was taken away since. */
export interface DueNotice extends Notice {
  webhook: string | null
  webhookSecret: string | null
  email: string | null
}

type NoticeRow = Record<string, string | number | null>

export async function dueNotices(db: Database, now: string, limit: number): Promise<DueNotice[]> {
  const rows = await db.query<NoticeRow>(sql`
    SELECT n.*, s.webhook, s.webhook_secret, s.email FROM notices n
    LEFT JOIN sources s ON s.id = n.source_id AND s.partner_id = n.partner_id
    WHERE n.next_at <= ${now} ORDER BY n.next_at, n.id LIMIT ${limit}`)
  return rows.map((row) => ({
    id: String(row.id),
    partnerId: Number(row.partner_id),
    sourceId: String(row.source_id),
    channel: row.channel as Notice['channel'],
    body: String(row.body),
    tries: Number(row.tries),
    nextAt: String(row.next_at),
    createdAt: String(row.created_at),
    webhook: row.webhook as string | null,
    webhookSecret: row.webhook_secret as string | null,
    email: row.email as string | null,
  }))
}

export const insertNotice = (notice: Notice): Statement => {
  const { id, partnerId, sourceId, channel, body, tries, nextAt, createdAt } = notice
  return sql`
    INSERT INTO notices (id, partner_id, source_id, channel, body, tries, next_at, created_at)
    VALUES (${id}, ${partnerId}, ${sourceId}, ${channel}, ${body}, ${tries}, ${nextAt}, ${createdAt})`
}

/** Takes a notice for one try; the batch fails when another took it. */
export const claimNotice = ({ partnerId, id, tries }: Notice, until: string): Statement[] => [
  guard(sql`
    SELECT COALESCE((SELECT tries = ${tries} FROM notices
                     WHERE partner_id = ${partnerId} AND id = ${id}), 0)`),
  sql`UPDATE notices SET tries = tries + 1, next_at = ${until}
      WHERE partner_id = ${partnerId} AND id = ${id}`,
]

export const postponeNotice = ({ partnerId, id }: Notice, until: string): Statement =>
  sql`UPDATE notices SET next_at = ${until} WHERE partner_id = ${partnerId} AND id = ${id}`

export const removeNotice = ({ partnerId, id }: Notice): Statement =>
  sql`DELETE FROM notices WHERE partner_id = ${partnerId} AND id = ${id}`

/** What the source says of its notices; null when one was given. */
export const noteNotice = ({ partnerId, sourceId }: Notice, problem: Told | null): Statement =>
  sql`UPDATE sources SET notice_problem = ${problem && JSON.stringify(problem)}
      WHERE partner_id = ${partnerId} AND id = ${sourceId}`

/** A receiver that is gone for good is not called again. */
export const dropWebhook = ({ partnerId, sourceId, webhook }: DueNotice): Statement =>
  sql`UPDATE sources SET webhook = NULL, webhook_secret = NULL
      WHERE partner_id = ${partnerId} AND id = ${sourceId} AND webhook = ${webhook}`
