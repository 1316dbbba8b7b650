// Events as the public pages ask for them: a page at a time, whatever the calendar's size.

import type { Calendar } from './calendars.ts'
import { type Database, sql, type Value } from './database.ts'
import { COLUMNS, type EventVersion, type Range, type VersionRow, versionOf } from './events.ts'

export interface EventFilter {
  category: string | null
  team: string | null
}

interface Asked {
  range: Range
  filter: EventFilter
  limit: number
}

const PRESENT = 'v.replaced_at IS NULL AND v.removed = 0'

/** Single events overlapping the range, by start then uid, after a position of that order. */
export const singlesShown = (
  db: Database,
  calendar: Calendar,
  { range, filter, limit }: Asked,
  after: { startsAt: string; uid: string },
): Promise<EventVersion[]> =>
  shown(db, calendar, {
    which: `v.recurring = 0 AND v.starts_at >= ? AND v.starts_at < ? AND v.ends_at > ?
            AND (v.starts_at, v.uid) > (?, ?)`,
    params: [...[earliestStart(range.from), range.to, range.from], ...[after.startsAt, after.uid]],
    ...{ filter, limit },
  })

/** What began longer before is no longer shown as being on. */
const MOST_DAYS_ON = 800
const DAY_MS = 86_400_000

const earliestStart = (from: string): string =>
  new Date(Date.parse(from) - MOST_DAYS_ON * DAY_MS).toISOString()

/** Series that may happen in the range. */
export const seriesShown = (
  db: Database,
  calendar: Calendar,
  { range, filter, limit }: Asked,
): Promise<EventVersion[]> =>
  shown(db, calendar, {
    which: 'v.recurring = 1 AND v.starts_at < ? AND v.ends_at > ?',
    params: [range.to, range.from],
    ...{ filter, limit },
  })

async function shown(
  db: Database,
  { partnerId, id }: Calendar,
  asked: { which: string; params: Value[]; filter: EventFilter; limit: number },
): Promise<EventVersion[]> {
  const { which, params, filter, limit } = asked
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} FROM event_versions v
          WHERE v.partner_id = ? AND v.calendar_id = ? AND ${PRESENT} AND ${which}
            ${filter.category === null ? '' : `AND EXISTS (SELECT 1 FROM json_each(v.facts, '$.categories') WHERE value = ?)`}
            ${filter.team === null ? '' : `AND ? IN (json_extract(v.facts, '$.home'), json_extract(v.facts, '$.away'))`}
          ORDER BY v.starts_at, v.uid LIMIT ?`,
    params: [
      ...[partnerId, id, ...params],
      ...[filter.category, filter.team].filter((value) => value !== null),
      limit,
    ],
  })
  return rows.map(versionOf)
}

/** What the events nearest to an instant may be chosen by; `limit` of them are looked at. */
export async function choicesNear(
  db: Database,
  { partnerId, id }: Calendar,
  instant: string,
  limit: number,
): Promise<{ categories: string[]; teams: string[] }> {
  const near = (which: string): string => `
    SELECT * FROM (SELECT v.facts FROM event_versions v
      WHERE v.partner_id = ? AND v.calendar_id = ? AND ${PRESENT} AND ${which} LIMIT ?)`
  const rows = await db.query<{ kind: number; value: string }>({
    sql: `WITH near AS (
            ${near('v.recurring = 0 AND v.starts_at >= ? ORDER BY v.starts_at')}
            UNION ALL ${near('v.recurring = 0 AND v.starts_at < ? ORDER BY v.starts_at DESC')}
            UNION ALL ${near('v.recurring = 1 AND v.ends_at > ? ORDER BY v.starts_at')})
          SELECT 0 AS kind, value FROM near, json_each(near.facts, '$.categories')
          UNION SELECT 1, json_extract(facts, '$.home') FROM near
            WHERE json_extract(facts, '$.home') IS NOT NULL
          UNION SELECT 1, json_extract(facts, '$.away') FROM near
            WHERE json_extract(facts, '$.away') IS NOT NULL
          ORDER BY 1, 2`,
    params: [0, 1, 2].flatMap(() => [partnerId, id, instant, limit]),
  })
  const of = (kind: number) => rows.filter((row) => row.kind === kind).map(({ value }) => value)
  return { categories: of(0), teams: of(1) }
}

/** When something is on nearest to an instant: from it on, else before it; null for an empty calendar. */
export async function nearestStart(
  db: Database,
  { partnerId, id }: Calendar,
  instant: string,
): Promise<string | null> {
  const [row] = await db.query<{ startsAt: string | null }>(sql`
    SELECT COALESCE(
      (SELECT ${instant} FROM event_versions v WHERE v.partner_id = ${partnerId}
         AND v.calendar_id = ${id} AND v.replaced_at IS NULL AND v.removed = 0
         AND v.recurring = 1 AND v.starts_at <= ${instant} AND v.ends_at > ${instant} LIMIT 1),
      (SELECT MIN(v.starts_at) FROM event_versions v WHERE v.partner_id = ${partnerId}
         AND v.calendar_id = ${id} AND v.replaced_at IS NULL AND v.removed = 0
         AND v.recurring = 0 AND v.starts_at >= ${instant}),
      (SELECT MIN(v.starts_at) FROM event_versions v WHERE v.partner_id = ${partnerId}
         AND v.calendar_id = ${id} AND v.replaced_at IS NULL AND v.removed = 0
         AND v.recurring = 1 AND v.starts_at >= ${instant}),
      (SELECT MAX(v.starts_at) FROM event_versions v WHERE v.partner_id = ${partnerId}
         AND v.calendar_id = ${id} AND v.replaced_at IS NULL AND v.removed = 0
         AND v.recurring = 0 AND v.starts_at < ${instant}),
      (SELECT MAX(v.starts_at) FROM event_versions v WHERE v.partner_id = ${partnerId}
         AND v.calendar_id = ${id} AND v.replaced_at IS NULL AND v.removed = 0
         AND v.recurring = 1 AND v.starts_at < ${instant})) AS "startsAt"`)
  return row?.startsAt ?? null
}
