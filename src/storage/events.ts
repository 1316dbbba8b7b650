// Events as versions: one row per event and revision that changed it. Unless a reader says who looks,
// it is everybody, who is not told of private events.

import type { EventState, Face, Facts, Slot } from '../schedule/event.ts'
import type { Calendar } from './calendars.ts'
import { type Database, jsonChunks, sql } from './database.ts'
import { ALSO_PRIVATE, type Sight, seenBy } from './sight.ts'
import { inTurns, nextTurn } from './turns.ts'

/** One event as one revision left it, with what a reader asks for by. */
export interface EventVersion extends EventState {
  revision: number
  /** The revision's number as everybody counts them. */
  toldNumber: number
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
  told_number: number | null
}

export const COLUMNS = `uid, revision, sequence, removed, withdrawn, facts, moved_from, starts_at, ends_at, changed_at,
  locked, aliases, season, filed, told_number`

/** How many events are read or written out at once: some tens of milliseconds. */
export const EVENTS_AT_ONCE = 1000

/** All events of a calendar as its revision left them; to the partner's eyes removed ones too. */
export const currentEvents = (
  db: Database,
  calendar: Calendar,
  sight: Sight = 'public',
): Promise<EventVersion[]> => eventsAt(db, calendar, calendar.revision, sight)

/** All events as revision `revision` left them, by uid: the same whatever is published meanwhile. */
export async function eventsAt(
  db: Database,
  calendar: Calendar,
  revision: number,
  sight: Sight = 'public',
): Promise<EventVersion[]> {
  const seen = seenBy(sight)
  const events: EventVersion[] = []
  for (;;) {
    const rows = await db.query<VersionRow>({
      sql: `SELECT ${COLUMNS} FROM ${seen.from}
            WHERE partner_id = ? AND calendar_id = ? AND uid > ? AND revision <= ?
              AND (replaced_at IS NULL OR replaced_at > ?)
              ${seen.and} ${sight === ALSO_PRIVATE ? '' : 'AND removed = 0'} ORDER BY uid LIMIT ?`,
      params: [
        ...[calendar.partnerId, calendar.id, events.at(-1)?.uid ?? ''],
        ...[revision, revision, ...seen.params, EVENTS_AT_ONCE],
      ],
    })
    for (const row of rows) events.push(versionOf(row))
    if (rows.length < EVENTS_AT_ONCE) return events
    await nextTurn()
  }
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
  sight: Sight = 'public',
): Promise<EventVersion[]> {
  const seen = seenBy(sight)
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} FROM ${seen.from}
          WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL AND removed = 0
            AND recurring = 0 AND starts_at < ? AND ends_at > ? AND (starts_at, uid) > (?, ?)
            ${seen.and} ORDER BY starts_at, uid LIMIT ?`,
    params: [
      ...[calendar.partnerId, calendar.id, to, from, after.startsAt, after.uid],
      ...[...seen.params, limit],
    ],
  })
  return rows.map(versionOf)
}

export async function recurringEvents(
  db: Database,
  calendar: Calendar,
  { from, to }: Range,
  sight: Sight = 'public',
): Promise<EventVersion[]> {
  const seen = seenBy(sight)
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} FROM ${seen.from}
          WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL AND removed = 0
            AND recurring = 1 AND starts_at < ? AND ends_at > ? ${seen.and}
          ORDER BY starts_at, uid`,
    params: [calendar.partnerId, calendar.id, to, from, ...seen.params],
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

export function feedEntries(
  db: Database,
  calendar: Calendar,
  sight: Sight = 'public',
): Promise<FeedEntry[]> {
  const seen = seenBy(sight)
  return db.query<FeedEntry>({
    sql: `SELECT uid, starts_at AS startsAt, ends_at AS endsAt,
            length(CAST(vevent AS BLOB)) AS octets
          FROM ${seen.from} WHERE partner_id = ? AND calendar_id = ?
            AND replaced_at IS NULL AND removed = 0 ${seen.and}`,
    params: [calendar.partnerId, calendar.id, ...seen.params],
  })
}

/** Whether everybody was ever told of an event of the calendar, removed since or not. */
export async function everHadEvents(db: Database, calendar: Calendar): Promise<boolean> {
  const rows = await db.query(sql`
    SELECT 1 FROM all_event_versions WHERE partner_id = ${calendar.partnerId}
      AND calendar_id = ${calendar.id} AND told = 1 LIMIT 1`)
  return rows.length > 0
}

/** Whether everybody knows one of these as it is now. */
export async function anyPublic(
  db: Database,
  { partnerId, id }: Calendar,
  uids: readonly string[],
): Promise<boolean> {
  for (const some of jsonChunks(uids)) {
    const rows = await db.query(sql`
      SELECT 1 FROM event_versions WHERE partner_id = ${partnerId} AND calendar_id = ${id}
        AND replaced_at IS NULL AND removed = 0
        AND uid IN (SELECT value FROM json_each(${some})) LIMIT 1`)
    if (rows.length > 0) return true
  }
  return false
}

/** The stored VEVENTs of a calendar by uid. */
export async function storedVevents(
  db: Database,
  calendar: Calendar,
  uids: readonly string[],
  sight: Sight = 'public',
): Promise<Map<string, string>> {
  const seen = seenBy(sight)
  const vevents = new Map<string, string>()
  for await (const some of inTurns(uids, EVENTS_AT_ONCE)) {
    const rows = await db.query<{ uid: string; vevent: string }>({
      sql: `SELECT uid, vevent FROM ${seen.from}
            WHERE partner_id = ? AND calendar_id = ? AND replaced_at IS NULL
              AND uid IN (SELECT value FROM json_each(?)) ${seen.and}`,
      params: [calendar.partnerId, calendar.id, JSON.stringify(some), ...seen.params],
    })
    for (const { uid, vevent } of rows) vevents.set(uid, vevent)
  }
  return vevents
}

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
  toldNumber: row.told_number ?? row.revision,
  startsAt: row.starts_at,
  endsAt: row.ends_at,
})
