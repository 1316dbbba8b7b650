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
  createdAt: string
}

export type PartnerSettings = Omit<Partner, 'id' | 'slug' | 'createdAt'>

interface PartnerRow {
  id: number
  slug: string
  name: string
  timezone: string
  locale: string
  description: string | null
  translations: string
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
  const { name, timezone, locale, description } = settings
  const translations = JSON.stringify(settings.translations)
  return sql`
    INSERT INTO partners (slug, name, timezone, locale, description, translations, created_at)
    VALUES (${slug}, ${name}, ${timezone}, ${locale}, ${description}, ${translations}, ${now})
    ON CONFLICT (slug) DO UPDATE SET name = excluded.name, timezone = excluded.timezone,
      locale = excluded.locale, description = excluded.description,
      translations = excluded.translations`
}

const partnerOf = ({ created_at, translations, ...row }: PartnerRow): Partner => ({
  ...row,
  translations: JSON.parse(translations) as Partner['translations'],
  createdAt: created_at,
})
