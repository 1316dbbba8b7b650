// What became of events: version by version, and since when. Everybody sees of an event that became
// private that it is gone, as it last stood in public, and nothing of what came after.

import type { Calendar } from './calendars.ts'
import type { Database, Value } from './database.ts'
import { COLUMNS, type EventVersion, type VersionRow, versionOf } from './events.ts'
import { ALSO_PRIVATE, type Sight, seenBy } from './sight.ts'

/**
 * Every version of one event, the latest first. Members see what was for them or for everybody, as
 * long as they see the event itself; else what everybody does.
 */
export async function historyOf(
  db: Database,
  calendar: Calendar,
  uid: string,
  limit: number,
  sight: Sight = 'public',
): Promise<EventVersion[]> {
  const seen = sight === 'public' ? [] : await seenVersions(db, calendar, { uid, limit, sight })
  if (seen.length > 0 || sight === ALSO_PRIVATE) return seen
  return told(db, calendar, 'AND v.uid = ? ORDER BY v.revision DESC LIMIT ?', [uid, limit])
}

async function seenVersions(
  db: Database,
  { partnerId, id }: Calendar,
  { uid, limit, sight }: { uid: string; limit: number; sight: Exclude<Sight, 'public'> },
): Promise<EventVersion[]> {
  const { and, params } = seenBy(sight)
  const own = 'FROM all_event_versions WHERE partner_id = ? AND calendar_id = ? AND uid = ?'
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} ${own} ${and}
            AND EXISTS (SELECT 1 ${own} AND replaced_at IS NULL ${and})
          ORDER BY revision DESC LIMIT ?`,
    params: [partnerId, id, uid, ...params, partnerId, id, uid, ...params, limit],
  })
  return rows.map(versionOf)
}

/** Events of which everybody was told something after a position of that order: revision, then uid. */
export const changedEvents = (
  db: Database,
  calendar: Calendar,
  after: { revision: number; uid: string },
  limit: number,
  upTo = Number.MAX_SAFE_INTEGER,
): Promise<EventVersion[]> =>
  told(
    db,
    calendar,
    `AND v.told_until IS NULL AND (v.revision, v.uid) > (?, ?) AND v.revision <= ?
     ORDER BY v.revision, v.uid LIMIT ?`,
    [after.revision, after.uid, upTo, limit],
  )

/** Said of the event itself, where a private version has no public word. */
const AS_LAST_IN_PUBLIC = new Set(
  'sequence withdrawn facts moved_from starts_at ends_at locked aliases season filed'.split(' '),
)
const PUBLIC_COLUMNS = COLUMNS.split(/,\s*/).map((name) => {
  if (name === 'removed') return 'v.removed = 1 OR v.audience IS NOT NULL AS removed'
  if (!AS_LAST_IN_PUBLIC.has(name)) return `v.${name}`
  return `CASE WHEN v.audience IS NULL THEN v.${name} ELSE p.${name} END AS ${name}`
})

async function told(
  db: Database,
  { partnerId, id }: Calendar,
  which: string,
  params: readonly Value[],
): Promise<EventVersion[]> {
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${PUBLIC_COLUMNS} FROM all_event_versions v LEFT JOIN all_event_versions p
            ON v.audience IS NOT NULL AND p.partner_id = v.partner_id
              AND p.calendar_id = v.calendar_id AND p.replaced_at = v.revision AND p.uid = v.uid
          WHERE v.partner_id = ? AND v.calendar_id = ? AND v.told = 1 ${which}`,
    params: [partnerId, id, ...params],
  })
  return rows.map(versionOf)
}
