// What is on soon across calendars: the next few of each, so that no large one hides the others.

import type { Database } from './database.ts'
import { COLUMNS, type EventVersion, type Range, type VersionRow, versionOf } from './events.ts'

/** An event that began longer before the range is not looked for. */
const MOST_DAYS_BEFORE = 31
const DAY_MS = 86_400_000

export interface Upcoming {
  calendarId: number
  event: EventVersion
}

const NAMED = COLUMNS.split(/,\s*/)
  .map((name) => `v.${name}`)
  .join(', ')

/** Of each calendar the first `each` single events and series overlapping the range. */
export async function upcomingOf(
  db: Database,
  calendarIds: readonly number[],
  { from, to }: Range,
  each: number,
): Promise<Upcoming[]> {
  const earliest = new Date(Date.parse(from) - MOST_DAYS_BEFORE * DAY_MS).toISOString()
  const rows = await db.query<VersionRow & { calendar_id: number }>({
    sql: `SELECT v.calendar_id, ${NAMED} FROM json_each(?) AS wanted
          JOIN event_versions v ON v.rowid IN (
            SELECT rowid FROM (SELECT e.rowid FROM event_versions e
              WHERE e.calendar_id = wanted.value AND e.replaced_at IS NULL AND e.removed = 0
                AND e.recurring = 0 AND e.starts_at >= ? AND e.starts_at < ? AND e.ends_at > ?
              ORDER BY e.starts_at, e.uid LIMIT ?)
            UNION ALL
            SELECT rowid FROM (SELECT e.rowid FROM event_versions e
              WHERE e.calendar_id = wanted.value AND e.replaced_at IS NULL AND e.removed = 0
                AND e.recurring = 1 AND e.starts_at < ? AND e.ends_at > ?
              ORDER BY e.starts_at, e.uid LIMIT ?))`,
    params: [JSON.stringify(calendarIds), earliest, to, from, each, to, from, each],
  })
  return rows.map((row) => ({ calendarId: row.calendar_id, event: versionOf(row) }))
}
