// Calendars and their addresses. A slug once given leads to its calendar for ever.

import { type Database, guard, type Statement, sql } from './database.ts'

export interface CalendarSettings {
  name: string
  description: string | null
  timezone: string
  language: string
  category: string | null
  /** #RRGGBB */
  color: string | null
  /** How long a timed event without an end lasts. */
  defaultMinutes: number
  translations: Record<string, { name?: string; description?: string }>
}

export interface Calendar {
  id: number
  partnerId: number
  partner: string
  uid: string
  /** Its present slug, whichever address it was found by. */
  slug: string
  settings: CalendarSettings
  /** Headers that were matched by hand to columns once: the next file needs no asking. */
  matching: Record<string, string>
  revision: number
  /** The latest of which everybody was told; those after it are an audience's alone. */
  toldRevision: number
  /** Its number as everybody counts: those that an audience alone was told of are left out. */
  toldNumber: number
  createdAt: string
  deletedAt: string | null
}

export interface CalendarRow {
  id: number
  partner_id: number
  partner: string
  uid: string
  slug: string
  settings: string
  matching: string
  revision: number
  told_revision: number
  told_number: number
  created_at: string
  deleted_at: string | null
}

/** The calendar at an address it has or once had; null when there never was one. */
export async function findCalendar(
  db: Database,
  partner: string,
  slug: string,
): Promise<Calendar | null> {
  const [row] = await db.query<CalendarRow>(sql`
    SELECT c.*, p.slug AS partner FROM partners p
    JOIN addresses a ON a.partner_id = p.id AND a.slug = ${slug}
    JOIN calendars c ON c.id = a.calendar_id AND c.partner_id = p.id
    WHERE p.slug = ${partner}`)
  return row ? calendarOf(row) : null
}

export async function findCalendarById(
  db: Database,
  partnerId: number,
  id: number,
): Promise<Calendar | null> {
  const [row] = await db.query<CalendarRow>(sql`
    SELECT c.*, p.slug AS partner FROM calendars c JOIN partners p ON p.id = c.partner_id
    WHERE c.partner_id = ${partnerId} AND c.id = ${id}`)
  return row ? calendarOf(row) : null
}

/** A partner's calendars by slug, from the one after `after`; deleted ones are not listed. */
export async function listCalendars(
  db: Database,
  partnerId: number,
  after: string,
  limit: number,
): Promise<Calendar[]> {
  const rows = await db.query<CalendarRow>(sql`
    SELECT c.*, p.slug AS partner FROM calendars c JOIN partners p ON p.id = c.partner_id
    WHERE c.partner_id = ${partnerId} AND c.deleted_at IS NULL AND c.slug > ${after}
    ORDER BY c.slug LIMIT ${limit}`)
  return rows.map(calendarOf)
}

/** The first calendars of all partners, by partner and slug; deleted ones are not listed. */
export async function firstCalendars(db: Database, limit: number): Promise<Calendar[]> {
  const rows = await db.query<CalendarRow>(sql`
    SELECT c.*, p.slug AS partner FROM calendars c JOIN partners p ON p.id = c.partner_id
    WHERE c.deleted_at IS NULL ORDER BY p.slug, c.slug LIMIT ${limit}`)
  return rows.map(calendarOf)
}

/** Every calendar of every partner, deleted ones too: for checks at start and for tidying. */
export async function everyCalendar(db: Database): Promise<Calendar[]> {
  const rows = await db.query<CalendarRow>(sql`
    SELECT c.*, p.slug AS partner FROM calendars c JOIN partners p ON p.id = c.partner_id
    ORDER BY p.slug, c.slug`)
  return rows.map(calendarOf)
}

export function insertCalendar(
  partnerId: number,
  calendar: { uid: string; slug: string; settings: CalendarSettings; createdAt: string },
): Statement[] {
  const { uid, slug, settings, createdAt } = calendar
  return [
    sql`INSERT INTO calendars (partner_id, uid, slug, settings, revision, created_at)
        VALUES (${partnerId}, ${uid}, ${slug}, ${JSON.stringify(settings)}, 0, ${createdAt})`,
    sql`INSERT INTO addresses (partner_id, slug, calendar_id)
        SELECT partner_id, slug, id FROM calendars WHERE uid = ${uid}`,
  ]
}

/** Aborts the batch unless the calendar still is at `revision`. */
export const guardRevision = ({ partnerId, id }: Calendar, revision: number): Statement =>
  guard(sql`
    SELECT COALESCE((SELECT revision = ${revision} FROM calendars
                     WHERE partner_id = ${partnerId} AND id = ${id}), 0)`)

/** A revision: whether everybody is told of it, or an audience alone, and its number for everybody. */
export interface Told {
  revision: number
  told: boolean
  toldNumber: number
}

export const moveToRevision = (
  { partnerId, id, toldRevision }: Calendar,
  { revision, told, toldNumber }: Told,
): Statement =>
  sql`UPDATE calendars SET revision = ${revision}, told_number = ${toldNumber},
        told_revision = ${told ? revision : toldRevision}
      WHERE partner_id = ${partnerId} AND id = ${id}`

/** Keeps what headers meant, beside what it knows of others. */
export const rememberMatching = (
  { partnerId, id, matching }: Calendar,
  columns: Record<string, string>,
): Statement =>
  sql`UPDATE calendars SET matching = ${JSON.stringify({ ...matching, ...columns })}
      WHERE partner_id = ${partnerId} AND id = ${id}`

export const changeSettings = (
  { partnerId, id }: Calendar,
  settings: CalendarSettings,
): Statement =>
  sql`UPDATE calendars SET settings = ${JSON.stringify(settings)}
      WHERE partner_id = ${partnerId} AND id = ${id}`

/** The old slug stays an address of the calendar. */
export const renameCalendar = ({ partnerId, id }: Calendar, slug: string): Statement[] => [
  sql`INSERT INTO addresses (partner_id, slug, calendar_id) VALUES (${partnerId}, ${slug}, ${id})
      ON CONFLICT DO NOTHING`,
  guard(sql`
    SELECT COALESCE((SELECT calendar_id = ${id} FROM addresses
                     WHERE partner_id = ${partnerId} AND slug = ${slug}), 0)`),
  sql`UPDATE calendars SET slug = ${slug} WHERE partner_id = ${partnerId} AND id = ${id}`,
]

export const markDeleted = ({ partnerId, id }: Calendar, deletedAt: string): Statement =>
  sql`UPDATE calendars SET deleted_at = ${deletedAt} WHERE partner_id = ${partnerId} AND id = ${id}`

export const calendarOf = (row: CalendarRow): Calendar => ({
  id: row.id,
  partnerId: row.partner_id,
  partner: row.partner,
  uid: row.uid,
  slug: row.slug,
  settings: JSON.parse(row.settings) as CalendarSettings,
  matching: JSON.parse(row.matching) as Record<string, string>,
  revision: row.revision,
  toldRevision: row.told_revision,
  toldNumber: row.told_number,
  createdAt: row.created_at,
  deletedAt: row.deleted_at,
})
