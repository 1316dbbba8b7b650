// Events as versions: one row per event and revision that changed it.

import type { EventState, Facts, Slot } from '../schedule/event.ts'
import type { Face } from '../schedule/face.ts'
import type { Calendar } from './calendars.ts'
import { type Database, jsonChunks, type Statement, sql } from './database.ts'
import { inTurns, nextTurn } from './turns.ts'

/** One event as one revision left it, with what a reader asks for by. */
export interface EventVersion extends EventState {
  revision: number
  startsAt: string
  endsAt: string
}

/** A version as it is written: with its rendered VEVENT. */
export interface NewVersion extends EventVersion {
  vevent: string
}

export interface VersionRow {
  uid: string
  revision: number
  sequence: number
  removed: number
  withdrawn: number
  facts: string
  moved_from: string | null
  starts_at: string
  ends_at: string
  changed_at: string
  locked: string
  filed: string | null
  aliases: string
  season: string | null
}

export const COLUMNS = `uid, revision, sequence, removed, withdrawn, facts, moved_from, starts_at, ends_at, changed_at,
  locked, aliases, season, filed`

/** How many events are read or written out at once: some tens of milliseconds. */
const EVENTS_AT_ONCE = 1000

/** All events of a calendar as its revision left them, removed ones too. */
export const currentEvents = (db: Database, calendar: Calendar): Promise<EventVersion[]> =>
  eventsAt(db, calendar, calendar.revision)

/** All events as revision `revision` left them, by uid: the same whatever is published meanwhile. */
export async function eventsAt(
  db: Database,
  calendar: Calendar,
  revision: number,
): Promise<EventVersion[]> {
  const events: EventVersion[] = []
  for (;;) {
    const rows = await db.query<VersionRow>({
      sql: `SELECT ${COLUMNS} FROM event_versions
            WHERE partner_id = ? AND calendar_id = ? AND uid > ? AND revision <= ?
              AND (replaced_at IS NULL OR replaced_at > ?) ORDER BY uid LIMIT ?`,
      params: [
        ...[calendar.partnerId, calendar.id, events.at(-1)?.uid ?? ''],
        ...[revision, revision, EVENTS_AT_ONCE],
      ],
    })
    for (const row of rows) events.push(versionOf(row))
    if (rows.length < EVENTS_AT_ONCE) return events
    await nextTurn()
  }
}

/** Every version of one event, the latest first. */
export async function historyOf(
  db: Database,
  calendar: Calendar,
  uid: string,
  limit: number,
): Promise<EventVersion[]> {
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} FROM event_versions
          WHERE partner_id = ? AND calendar_id = ? AND uid = ? ORDER BY revision DESC LIMIT ?`,
    params: [calendar.partnerId, calendar.id, uid, limit],
  })
  return rows.map(versionOf)
}

/** Events touched after a position of the change order: revision, then uid. */
export async function changedEvents(
  db: Database,
  calendar: Calendar,
  after: { revision: number; uid: string },
  limit: number,
): Promise<EventVersion[]> {
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} FROM event_versions
          WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL
            AND (revision, uid) > (?, ?) ORDER BY revision, uid LIMIT ?`,
    params: [calendar.partnerId, calendar.id, after.revision, after.uid, limit],
  })
  return rows.map(versionOf)
}

export interface Range {
  /** Instants; `from` inclusive, `to` exclusive; an event that overlaps counts. */
  from: string
  to: string
}

/** Single events overlapping a range, by start then uid, after a position of that order. */
export async function singleEvents(
  db: Database,
  calendar: Calendar,
  { from, to }: Range,
  after: { startsAt: string; uid: string },
  limit: number,
): Promise<EventVersion[]> {
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} FROM event_versions
          WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL AND removed = 0
            AND recurring = 0 AND starts_at < ? AND ends_at > ? AND (starts_at, uid) > (?, ?)
          ORDER BY starts_at, uid LIMIT ?`,
    params: [calendar.partnerId, calendar.id, to, from, after.startsAt, after.uid, limit],
  })
  return rows.map(versionOf)
}

export async function recurringEvents(
  db: Database,
  calendar: Calendar,
  { from, to }: Range,
): Promise<EventVersion[]> {
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} FROM event_versions
          WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL AND removed = 0
            AND recurring = 1 AND starts_at < ? AND ends_at > ? ORDER BY starts_at, uid`,
    params: [calendar.partnerId, calendar.id, to, from],
  })
  return rows.map(versionOf)
}

/** What the choice of a feed's window needs of every published event. */
export interface FeedEntry {
  uid: string
  startsAt: string
  endsAt: string
  octets: number
}

export const feedEntries = (db: Database, calendar: Calendar): Promise<FeedEntry[]> =>
  db.query<FeedEntry>(sql`
    SELECT uid, starts_at AS startsAt, ends_at AS endsAt, length(CAST(vevent AS BLOB)) AS octets
    FROM event_versions WHERE partner_id = ${calendar.partnerId} AND calendar_id = ${calendar.id}
      AND replaced_at IS NULL AND removed = 0`)

/** Whether the calendar ever had an event, removed since or not. */
export async function everHadEvents(db: Database, calendar: Calendar): Promise<boolean> {
  const rows = await db.query(sql`
    SELECT 1 FROM event_versions
    WHERE partner_id = ${calendar.partnerId} AND calendar_id = ${calendar.id} LIMIT 1`)
  return rows.length > 0
}

/** The stored VEVENTs of a calendar by uid. */
export async function storedVevents(
  db: Database,
  calendar: Calendar,
  uids: readonly string[],
): Promise<Map<string, string>> {
  const vevents = new Map<string, string>()
  for await (const some of inTurns(uids, EVENTS_AT_ONCE)) {
    const rows = await db.query<{ uid: string; vevent: string }>(sql`
      SELECT uid, vevent FROM event_versions
      WHERE partner_id = ${calendar.partnerId} AND calendar_id = ${calendar.id}
        AND replaced_at IS NULL AND uid IN (SELECT value FROM json_each(${JSON.stringify(some)}))`)
    for (const { uid, vevent } of rows) vevents.set(uid, vevent)
  }
  return vevents
}

/** Closes the current versions of these events and writes their next ones. */
export async function writeVersions(
  { partnerId, id }: Calendar,
  revision: number,
  versions: readonly NewVersion[],
): Promise<Statement[]> {
  const closing = jsonChunks(versions.map(({ uid }) => uid)).map(
    (uids) => sql`
      UPDATE event_versions SET replaced_at = ${revision}
      WHERE partner_id = ${partnerId} AND calendar_id = ${id} AND replaced_at IS NULL
        AND uid IN (SELECT value FROM json_each(${uids}))`,
  )
  const writing: Statement[] = []
  for await (const some of inTurns(versions, EVENTS_AT_ONCE))
    for (const rows of jsonChunks(some.map(rowOf)))
      writing.push(sql`
        INSERT INTO event_versions (partner_id, calendar_id, revision, uid, sequence, removed,
          withdrawn, facts, moved_from, recurring, starts_at, ends_at, changed_at, vevent,
          locked, aliases, season, filed)
        SELECT ${partnerId}, ${id}, ${revision}, value ->> 0, value ->> 1, value ->> 2, value ->> 3,
          value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8, value ->> 9, value ->> 10,
          value ->> 11, value ->> 12, value ->> 13, value ->> 14
        FROM json_each(${rows})`)
  return [...closing, ...writing]
}

const rowOf = (version: NewVersion) => [
  version.uid,
  version.sequence,
  Number(version.removed),
  Number(version.withdrawn),
  JSON.stringify(version.facts),
  version.movedFrom && JSON.stringify(version.movedFrom),
  Number(version.facts.rrule !== null),
  version.startsAt,
  version.endsAt,
  version.changedAt,
  version.vevent,
  JSON.stringify(version.locked),
  JSON.stringify(version.aliases),
  version.season,
  version.filed && JSON.stringify(version.filed),
]

export const versionOf = (row: VersionRow): EventVersion => ({
  uid: row.uid,
  facts: JSON.parse(row.facts) as Facts,
  sequence: row.sequence,
  movedFrom: row.moved_from === null ? null : (JSON.parse(row.moved_from) as Slot),
  withdrawn: row.withdrawn === 1,
  removed: row.removed === 1,
  changedAt: row.changed_at,
  locked: JSON.parse(row.locked) as string[],
  aliases: JSON.parse(row.aliases) as string[],
  season: row.season,
  filed: row.filed === null ? null : (JSON.parse(row.filed) as Face),
  revision: row.revision,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
})
