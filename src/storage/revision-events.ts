// Which events a revision changed: as it left them, and as it found them.

import type { Calendar } from './calendars.ts'
import type { Database } from './database.ts'
import { COLUMNS, type EventVersion, type VersionRow, versionOf } from './events.ts'

export async function changedBy(
  db: Database,
  { partnerId, id }: Calendar,
  revision: number,
  limit: number,
  uid: string | null = null,
): Promise<{ before: EventVersion[]; after: EventVersion[] }> {
  const versions = (column: 'revision' | 'replaced_at') =>
    db.query<VersionRow>({
      sql: `SELECT ${COLUMNS} FROM all_event_versions
            WHERE partner_id = ? AND calendar_id = ? AND ${column} = ?
              AND (? IS NULL OR uid = ?) ORDER BY uid LIMIT ?`,
      params: [partnerId, id, revision, uid, uid, limit],
    })
  const [after, before] = [await versions('revision'), await versions('replaced_at')]
  return { before: before.map(versionOf), after: after.map(versionOf) }
}
