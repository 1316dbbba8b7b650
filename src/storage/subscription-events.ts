// The events of several calendars at once, with what a personal feed needs of each.

import type { Calendar } from './calendars.ts'
import { type Database, sql } from './database.ts'
import { COLUMNS, type EventVersion, type VersionRow, versionOf } from './events.ts'
import { type Sight, seenBy } from './sight.ts'
import { inTurns, nextTurn } from './turns.ts'

const EVENTS_AT_ONCE = 1000

export interface FollowedEvent extends EventVersion {
  octets: number
  /** The revision that last changed what subscribers see of it. */
  seenSince: number
}

interface FollowedRow extends VersionRow {
  octets: number
  seen_since: number
}

const TOLD_NUMBER = 'COALESCE(o.told_number, o.revision)'

/** With its stored VEVENT. */
export interface FollowedText {
  text: string
}

const WHOLE_AT_ONCE = 250

/** Some of a calendar's events, whole and a few at a time. */
export async function* followedByUid(
  db: Database,
  { partnerId, id }: Calendar,
  uids: readonly string[],
  sight: Sight = 'public',
): AsyncGenerator<(FollowedEvent & FollowedText)[]> {
  const seen = seenBy(sight)
  for await (const some of inTurns(uids, WHOLE_AT_ONCE)) {
    const rows = await db.query<FollowedRow & { vevent: string }>({
      sql: `SELECT ${COLUMNS}, vevent, length(CAST(vevent AS BLOB)) AS octets,
              ${seenSince(seen.from, TOLD_NUMBER)} AS seen_since
            FROM ${seen.from} v WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL
              AND removed = 0 AND uid IN (SELECT value FROM json_each(?)) ${seen.and}`,
      params: [partnerId, id, JSON.stringify(some), ...seen.params],
    })
    yield rows.map((row) => ({ ...followedOf(row), text: row.vevent }))
  }
}

/** The revisions that last changed what subscribers see of some events. */
export async function seenSinceOf(
  db: Database,
  { partnerId, id }: Calendar,
  uids: readonly string[],
  sight: Sight = 'public',
): Promise<number[]> {
  const seen = seenBy(sight)
  const found: number[] = []
  for await (const some of inTurns(uids, EVENTS_AT_ONCE)) {
    const rows = await db.query<{ seen_since: number }>({
      sql: `SELECT ${seenSince(seen.from, 'o.revision')} AS seen_since FROM ${seen.from} v
            WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL
              AND uid IN (SELECT value FROM json_each(?)) ${seen.and}`,
      params: [partnerId, id, JSON.stringify(some), ...seen.params],
    })
    found.push(...rows.map((row) => row.seen_since))
  }
  return found
}

const followedOf = (row: FollowedRow): FollowedEvent => ({
  ...versionOf(row),
  ...{ octets: row.octets, seenSince: row.seen_since },
})

const seenSince = (from: string, number: string): string =>
  `(SELECT MIN(${number}) FROM ${from} o WHERE o.partner_id = v.partner_id
      AND o.calendar_id = v.calendar_id AND o.uid = v.uid AND o.sequence = v.sequence)`

/** How many events calendars have, private ones too: what a feed of them all would read. */
export async function countEvents(db: Database, calendars: readonly Calendar[]): Promise<number> {
  const pairs = calendars.map(({ partnerId, id }) => [partnerId, id])
  const [row] = await db.query<{ events: number }>(sql`
    SELECT SUM((SELECT COUNT(*) FROM all_event_versions v WHERE v.calendar_id = c.id
        AND v.recurring IN (0, 1)
        AND v.replaced_at IS NULL AND v.removed = 0)) AS events
    FROM calendars c WHERE (c.partner_id, c.id) IN
      (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pairs)}))`)
  return row?.events ?? 0
}

export interface Game {
  home: string | null
  away: string | null
}

/** Who plays, in each of a calendar's games. */
export async function gamesOf(db: Database, { partnerId, id }: Calendar): Promise<Game[]> {
  const games: Game[] = []
  for (let after = ''; ; ) {
    const rows = await db.query<Game & { uid: string }>(sql`
      SELECT uid, facts ->> '$.home' AS home, facts ->> '$.away' AS away FROM event_versions
      WHERE partner_id = ${partnerId} AND calendar_id = ${id} AND uid > ${after}
        AND replaced_at IS NULL AND removed = 0 ORDER BY uid LIMIT ${EVENTS_AT_ONCE}`)
    games.push(...rows)
    const last = rows.at(-1)
    if (!last || rows.length < EVENTS_AT_ONCE) return games
    after = last.uid
    await nextTurn()
  }
}

export interface HomeEvent extends EventVersion {
  calendarId: number
}

/** Those events that are in one of the calendars, as they are now; removed ones only if wanted. */
export async function eventsAmong(
  db: Database,
  followed: readonly { calendar: Calendar; audiences?: readonly string[] }[],
  uids: readonly string[],
  removed = false,
): Promise<HomeEvent[]> {
  const pairs = followed.map(({ calendar }) => [calendar.partnerId, calendar.id])
  const given = followed.flatMap(({ calendar, audiences = [] }) =>
    audiences.map((audience) => [calendar.id, audience]),
  )
  const rows = await db.query<VersionRow & { calendar_id: number }>({
    sql: `SELECT ${COLUMNS}, calendar_id FROM all_event_versions
          WHERE (partner_id, calendar_id) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))
            AND uid IN (SELECT value FROM json_each(?)) AND replaced_at IS NULL
            AND removed <= ? AND (audience IS NULL OR (calendar_id, audience) IN
              (SELECT value ->> 0, value ->> 1 FROM json_each(?))) ORDER BY starts_at, uid`,
    params: [
      ...[JSON.stringify(pairs), JSON.stringify(uids), Number(removed)],
      JSON.stringify(given),
    ],
  })
  return rows.map((row) => ({ ...versionOf(row), calendarId: row.calendar_id }))
}
