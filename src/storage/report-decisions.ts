// What is decided of a report: each is part of a batch that fails when somebody decided before.

import { guard, type Statement, sql } from './database.ts'
import type { Report } from './reports.ts'

export interface Decision {
  status: 'accepted' | 'rejected'
  reason: string | null
  by: string
  at: string
  revision: number | null
}

/**
 * The batch fails when somebody decided before. The revision told is the event's own: what was
 * corrected already was not corrected by what was published since. What was missing is, since then, the
 * event that was added.
 */
export const decideReport = (
  { partnerId, calendarId, id }: Report,
  { status, reason, by, at, revision }: Decision,
): Statement[] => [
  guardOpen(partnerId, id),
  sql`UPDATE reports SET status = ${status}, reason = ${reason}, decided_by = ${by},
        decided_at = ${at}, published_revision = COALESCE((
          SELECT v.revision FROM all_event_versions v WHERE v.partner_id = ${partnerId}
            AND v.calendar_id = ${calendarId} AND v.uid = reports.uid AND v.replaced_at IS NULL
            AND v.revision <= ${revision}), ${revision}),
        uid = COALESCE(uid, (SELECT v.uid FROM event_versions v WHERE v.partner_id = ${partnerId}
          AND v.calendar_id = ${calendarId} AND v.revision = ${revision} LIMIT 1))
      WHERE partner_id = ${partnerId} AND id = ${id}`,
]

/** Makes an entry, with all that is part of it, part of another one of its calendar. */
export const mergeReports = ({ partnerId, calendarId, id }: Report, into: Report): Statement[] => [
  guardOpen(partnerId, id),
  guard(sql`
    SELECT COALESCE((SELECT status = 'open' AND calendar_id = ${calendarId} AND id <> ${id}
                     FROM reports WHERE partner_id = ${partnerId} AND id = ${into.id}), 0)`),
  sql`UPDATE reports SET merged_into = ${into.id}
      WHERE partner_id = ${partnerId} AND merged_into = ${id}`,
  sql`UPDATE reports SET status = 'merged', merged_into = ${into.id}
      WHERE partner_id = ${partnerId} AND id = ${id}`,
]

const guardOpen = (partnerId: number, id: string): Statement =>
  guard(sql`
    SELECT COALESCE((SELECT status = 'open' FROM reports
                     WHERE partner_id = ${partnerId} AND id = ${id}), 0)`)
