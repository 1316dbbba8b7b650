// Audiences of a partner: what private events are marked with, and the hashes of their members' keys.

import { type Database, guard, jsonChunks, type Statement, sql } from './database.ts'
import { endMemberships } from './memberships.ts'

export interface Audience {
  slug: string
  name: string
  translations: Record<string, { name?: string }>
  createdAt: string
}

/** With how many there are of what it is about. */
export interface AudienceCounts extends Audience {
  /** Keys that have not expired. */
  keys: number
  /** Subscriptions that were given it. */
  subscriptions: number
  /** Events marked with it that are not over. */
  ahead: number
}

/** A key as it is stored: lower-case hexadecimal, and the instant from which it opens nothing. */
export interface AudienceKey {
  sha256: string
  expiresAt: string | null
}

interface AudienceRow {
  slug: string
  name: string
  translations: string
  created_at: string
}

export async function listAudiences(db: Database, partnerId: number): Promise<Audience[]> {
  const rows = await db.query<AudienceRow>(sql`
    SELECT * FROM audiences WHERE partner_id = ${partnerId} ORDER BY slug`)
  return rows.map(audienceOf)
}

export async function countedAudiences(
  db: Database,
  partnerId: number,
  now: string,
): Promise<AudienceCounts[]> {
  const rows = await db.query<
    AudienceRow & { keys: number; subscriptions: number; ahead: number }
  >(sql`
    SELECT a.*,
      (SELECT COUNT(*) FROM audience_keys k WHERE k.partner_id = ${partnerId}
         AND k.audience = a.slug AND (k.expires_at IS NULL OR k.expires_at > ${now})) AS keys,
      (SELECT COUNT(*) FROM subscription_audiences s WHERE s.partner_id = ${partnerId}
         AND s.audience = a.slug) AS subscriptions,
      (SELECT COUNT(*) FROM all_event_versions v WHERE v.partner_id = ${partnerId}
         AND v.audience = a.slug AND v.replaced_at IS NULL AND v.removed = 0
         AND v.ends_at >= ${now}) AS ahead
    FROM audiences a WHERE a.partner_id = ${partnerId} ORDER BY a.slug`)
  return rows.map(({ keys, subscriptions, ahead, ...row }) => ({
    ...audienceOf(row),
    ...{ keys, subscriptions, ahead },
  }))
}

export interface PartnerNamed {
  slug: string
  name: string
  translations: Record<string, { name?: string }>
}

/** Those of these partners that have audiences, by slug. */
export async function partnersWithAudiences(
  db: Database,
  ids: readonly number[],
): Promise<PartnerNamed[]> {
  const rows = await db.query<{ slug: string; name: string; translations: string }>(sql`
    SELECT p.slug, p.name, p.translations FROM partners p
    WHERE p.id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))
      AND EXISTS (SELECT 1 FROM audiences a WHERE a.partner_id = p.id) ORDER BY p.slug`)
  return rows.map(({ translations, ...row }) => ({
    ...row,
    translations: JSON.parse(translations) as PartnerNamed['translations'],
  }))
}

/** Fails the batch where that would be more than `most` audiences of the partner. */
export const saveAudience = (
  partnerId: number,
  { slug, name, translations, createdAt }: Audience,
  most: number,
): Statement[] => [
  sql`INSERT INTO audiences (partner_id, slug, name, translations, created_at)
      VALUES (${partnerId}, ${slug}, ${name}, ${JSON.stringify(translations)}, ${createdAt})
      ON CONFLICT (partner_id, slug) DO UPDATE SET name = excluded.name,
        translations = excluded.translations`,
  guard(sql`SELECT COUNT(*) <= ${most} FROM audiences WHERE partner_id = ${partnerId}`),
]

/** Fails the batch where the audience would have more than `most` keys. */
export const addKeys = (
  partnerId: number,
  audience: string,
  keys: readonly AudienceKey[],
  most: number,
): Statement[] => [
  ...jsonChunks(keys.map(({ sha256, expiresAt }) => [sha256, expiresAt])).map(
    (rows) => sql`
      INSERT INTO audience_keys (partner_id, audience, sha256, expires_at)
      SELECT ${partnerId}, ${audience}, value ->> 0, value ->> 1 FROM json_each(${rows}) WHERE true
      ON CONFLICT (partner_id, sha256, audience) DO UPDATE SET expires_at = excluded.expires_at`,
  ),
  guard(sql`
    SELECT COUNT(*) <= ${most} FROM audience_keys
    WHERE partner_id = ${partnerId} AND audience = ${audience}`),
]

export const removeKeys = (
  partnerId: number,
  audience: string,
  hashes: readonly string[],
): Statement[] =>
  jsonChunks(hashes).map(
    (some) => sql`
      DELETE FROM audience_keys WHERE partner_id = ${partnerId} AND audience = ${audience}
        AND sha256 IN (SELECT value FROM json_each(${some}))`,
  )

export const removeAllKeys = (partnerId: number, audience: string): Statement =>
  sql`DELETE FROM audience_keys WHERE partner_id = ${partnerId} AND audience = ${audience}`

/** With its keys and who was given it. Fails the batch while an event is for it. */
export const deleteAudience = (partnerId: number, audience: string, now: string): Statement[] => [
  guard(sql`
    SELECT NOT EXISTS (SELECT 1 FROM all_event_versions v WHERE v.partner_id = ${partnerId}
      AND v.audience = ${audience} AND v.replaced_at IS NULL AND v.removed = 0)`),
  removeAllKeys(partnerId, audience),
  ...endMemberships(now, partnerId, audience),
  sql`DELETE FROM audiences WHERE partner_id = ${partnerId} AND slug = ${audience}`,
]

const audienceOf = ({ slug, name, translations, created_at }: AudienceRow): Audience => ({
  ...{ slug, name, createdAt: created_at },
  translations: JSON.parse(translations) as Audience['translations'],
})
