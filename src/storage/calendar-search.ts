// Calendars as the public finds them: by words, category and region, page by page.

import { type Calendar, type CalendarRow, calendarOf } from './calendars.ts'
import { type Database, type Statement, sql, type Value } from './database.ts'

export interface CalendarQuery {
  /** Each must be in a name, the category, the address or, as a text, the description. */
  words: readonly Word[]
  category: string | null
  region: string | null
  /** From the one after this address. */
  after: { partner: string; slug: string }
  limit: number
}

/** A text, or a pattern of GLOB where it is made of Hangul's first consonants. */
export type Word = { text: string } | { glob: string }

/** Without spaces, since nobody remembers where they were. */
const within = (...texts: string[]): string =>
  `replace(lower(${texts.map((text) => `COALESCE(${text}, '')`).join(' || char(10) || ')}), ' ', '')`

const NAMES = [
  ...[`json_extract(c.settings, '$.name')`, `json_extract(c.settings, '$.translations.ko.name')`],
  ...[
    `json_extract(c.settings, '$.translations.en.name')`,
    `json_extract(c.settings, '$.category')`,
  ],
  ...['p.name', `json_extract(p.translations, '$.ko.name')`],
  ...[`json_extract(p.translations, '$.en.name')`, `p.slug || '/' || c.slug`],
]
const DESCRIPTIONS = [
  `json_extract(c.settings, '$.description')`,
  `json_extract(c.settings, '$.translations.ko.description')`,
  `json_extract(c.settings, '$.translations.en.description')`,
]

const SAID = within(...NAMES, ...DESCRIPTIONS)
/** First consonants are looked for in names alone: in prose, a few of them are always somewhere. */
const CALLED = within(...NAMES)

const REGION = `json_extract(v.facts, '$.location.region')`
/** As the index of regions has it. */
const PRESENT = `v.replaced_at IS NULL AND v.removed = 0 AND ${REGION} IS NOT NULL`

export async function searchCalendars(db: Database, query: CalendarQuery): Promise<Calendar[]> {
  const { words, category, region, after, limit } = query
  const conditions: string[] = []
  const params: Value[] = [after.partner, after.slug]
  for (const word of words) {
    conditions.push('text' in word ? `instr(${SAID}, ?) > 0` : `${CALLED} GLOB ?`)
    params.push('text' in word ? word.text : word.glob)
  }
  if (category !== null) {
    conditions.push(`json_extract(c.settings, '$.category') = ?`)
    params.push(category)
  }
  if (region !== null) {
    conditions.push(`EXISTS (SELECT 1 FROM event_versions v
      WHERE ${PRESENT} AND ${REGION} = ? AND v.calendar_id = c.id)`)
    params.push(region)
  }
  const rows = await db.query<CalendarRow>({
    sql: `SELECT c.*, p.slug AS partner FROM calendars c JOIN partners p ON p.id = c.partner_id
          WHERE c.deleted_at IS NULL AND (p.slug, c.slug) > (?, ?)
            ${conditions.map((condition) => `AND ${condition}`).join(' ')}
          ORDER BY p.slug, c.slug LIMIT ?`,
    params: [...params, limit],
  })
  return rows.map(calendarOf)
}

/** The categories that calendars have, by name. */
export async function categories(db: Database, limit: number): Promise<string[]> {
  const rows = await db.query<{ category: string }>(sql`
    SELECT DISTINCT json_extract(settings, '$.category') AS category FROM calendars
    WHERE deleted_at IS NULL AND json_extract(settings, '$.category') IS NOT NULL
    ORDER BY 1 LIMIT ${limit}`)
  return rows.map(({ category }) => category)
}

/** The regions of events, by name: from one to the next along the index. */
export async function regions(db: Database, limit: number): Promise<string[]> {
  const rows = await db.query<{ region: string }>({
    sql: `WITH RECURSIVE found(region) AS (
            SELECT (SELECT MIN(${REGION}) FROM event_versions v WHERE ${PRESENT})
            UNION ALL
            SELECT (SELECT MIN(${REGION}) FROM event_versions v
                    WHERE ${PRESENT} AND ${REGION} > found.region)
            FROM found WHERE found.region IS NOT NULL LIMIT ?)
          SELECT region FROM found WHERE region IS NOT NULL`,
    params: [limit],
  })
  return rows.map(({ region }) => region)
}

/** Calendars with these numbers, for lists of everything: `from` inclusive, `to` exclusive. */
export async function calendarsNumbered(
  db: Database,
  from: number,
  to: number,
): Promise<Pick<Calendar, 'partner' | 'slug'>[]> {
  return db.query(sql`
    SELECT p.slug AS partner, c.slug FROM calendars c JOIN partners p ON p.id = c.partner_id
    WHERE c.id >= ${from} AND c.id < ${to} AND c.deleted_at IS NULL ORDER BY c.id`)
}

export async function lastCalendarNumber(db: Database): Promise<number> {
  const counting: Statement = sql`SELECT COALESCE(MAX(id), 0) AS last FROM calendars`
  const [row] = await db.query<{ last: number }>(counting)
  return row?.last ?? 0
}
