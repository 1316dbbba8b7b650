// Partners: the tenant boundary.

import { type Database, type Statement, sql } from './database.ts'

export interface Partner {
  id: number
  slug: string
  name: string
  timezone: string
  locale: string
  description: string | null
  translations: Record<string, { name?: string; description?: string }>
  /** #RRGGBB */
  color: string | null
  /** The name of its file, `<sha256>.png` or `.jpg`. */
  logo: string | null
  createdAt: string
}

export type PartnerSettings = Omit<Partner, 'id' | 'slug' | 'logo' | 'createdAt'>

interface PartnerRow {
  id: number
  slug: string
  name: string
  timezone: string
  locale: string
  description: string | null
  translations: string
  color: string | null
  logo: string | null
  created_at: string
}

/** A partner that does not exist is reported as null. */
export async function findPartner(db: Database, slug: string): Promise<Partner | null> {
  const [row] = await db.query<PartnerRow>(sql`SELECT * FROM partners WHERE slug = ${slug}`)
  return row ? partnerOf(row) : null
}

export async function findPartnerById(db: Database, id: number): Promise<Partner | null> {
  const [row] = await db.query<PartnerRow>(sql`SELECT * FROM partners WHERE id = ${id}`)
  return row ? partnerOf(row) : null
}

/** Partners by slug, from the one after `after`. */
export async function listPartners(db: Database, after: string, limit: number): Promise<Partner[]> {
  const rows = await db.query<PartnerRow>(
    sql`SELECT * FROM partners WHERE slug > ${after} ORDER BY slug LIMIT ${limit}`,
  )
  return rows.map(partnerOf)
}

/** Those of these slugs, by slug. */
export async function partnersNamed(db: Database, slugs: readonly string[]): Promise<Partner[]> {
  const rows = await db.query<PartnerRow>(sql`
    SELECT * FROM partners WHERE slug IN (SELECT value FROM json_each(${JSON.stringify(slugs)}))
    ORDER BY slug`)
  return rows.map(partnerOf)
}

/** Makes or changes a partner; its slug and the day it was made stay. */
export function savePartner(slug: string, settings: PartnerSettings, now: string): Statement {
  const { name, timezone, locale, description, color } = settings
  const translations = JSON.stringify(settings.translations)
  return sql`
    INSERT INTO partners (slug, name, timezone, locale, description, translations, color, created_at)
    VALUES (${slug}, ${name}, ${timezone}, ${locale}, ${description}, ${translations}, ${color},
      ${now})
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name, timezone = excluded.timezone,
      locale = excluded.locale, description = excluded.description,
      translations = excluded.translations, color = excluded.color`
}

export type PartnerLook = Partial<
  Pick<PartnerSettings, 'name' | 'description' | 'translations' | 'color'>
>

/** Only what is said: what somebody else changes at the same time stays. */
export function changePartnerLook(id: number, look: PartnerLook): Statement {
  const { name, description = null, translations, color = null } = look
  const says = (field: keyof PartnerLook) => (look[field] === undefined ? 0 : 1)
  return sql`
    UPDATE partners SET name = iif(${says('name')}, ${name ?? null}, name),
      description = iif(${says('description')}, ${description}, description),
      translations = iif(${says('translations')}, ${JSON.stringify(translations ?? {})}, translations),
      color = iif(${says('color')}, ${color}, color)
    WHERE id = ${id}`
}

export const changeLogo = (id: number, logo: string | null): Statement =>
  sql`UPDATE partners SET logo = ${logo} WHERE id = ${id}`

/** Whether any partner shows the logo of this file. */
export async function isShown(db: Database, logo: string): Promise<boolean> {
  const rows = await db.query(sql`SELECT 1 FROM partners WHERE logo = ${logo} LIMIT 1`)
  return rows.length > 0
}

const partnerOf = ({ created_at, translations, ...row }: PartnerRow): Partner => ({
  ...row,
  translations: JSON.parse(translations) as Partner['translations'],
  createdAt: created_at,
})
