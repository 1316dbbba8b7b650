// Seasons that are over: what was archived of a calendar when, and where its files lie.

import type { Calendar } from './calendars.ts'
import { type Database, type Statement, sql } from './database.ts'
import type { StoredBytes, StoredFeed } from './revisions.ts'

export interface Season {
  name: string
  /** The day before which everything in it had ended. */
  before: string
  /** The publication that took it out of the schedule. */
  revision: number
  events: number
  /** `whole`: with the private events, for the partner, where there are any. */
  files: { ics: StoredFeed; csv: StoredBytes | null; whole?: StoredBytes }
  author: string
  createdAt: string
}

interface SeasonRow {
  name: string
  before: string
  revision: number
  events: number
  files: string
  author: string
  created_at: string
}

/** Where the files of one archive lie, each under its own SHA-256. */
export const seasonFolder = ({ uid }: { uid: string }, revision: number): string =>
  `seasons/${uid}/${revision}`

/** The latest first. */
export async function listSeasons(db: Database, calendar: Calendar): Promise<Season[]> {
  const rows = await db.query<SeasonRow>(sql`
    SELECT * FROM seasons WHERE partner_id = ${calendar.partnerId}
      AND calendar_id = ${calendar.id} ORDER BY revision DESC`)
  return rows.map(seasonOf)
}

export async function findSeason(
  db: Database,
  calendar: Calendar,
  name: string,
): Promise<Season | null> {
  const [row] = await db.query<SeasonRow>(sql`
    SELECT * FROM seasons WHERE partner_id = ${calendar.partnerId}
      AND calendar_id = ${calendar.id} AND name = ${name}`)
  return row ? seasonOf(row) : null
}

export const insertSeason = ({ partnerId, id }: Calendar, season: Season): Statement =>
  sql`INSERT INTO seasons (partner_id, calendar_id, name, before, revision, events, files, author,
        created_at)
      VALUES (${partnerId}, ${id}, ${season.name}, ${season.before}, ${season.revision},
        ${season.events}, ${JSON.stringify(season.files)}, ${season.author}, ${season.createdAt})`

const seasonOf = (row: SeasonRow): Season => ({
  ...{ name: row.name, before: row.before, revision: row.revision, events: row.events },
  files: JSON.parse(row.files) as Season['files'],
  ...{ author: row.author, createdAt: row.created_at },
})
