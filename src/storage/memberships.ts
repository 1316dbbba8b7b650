// Which subscriptions were given which audiences, by which keys, and whether those still open them.

import { type Database, guard, type Statement, sql } from './database.ts'

export interface Opened {
  audience: string
  sha256: string
}

/** What these hashes open of a partner's, now. */
export const openedBy = (
  db: Database,
  partnerId: number,
  hashes: readonly string[],
  now: string,
): Promise<Opened[]> =>
  db.query<Opened>(sql`
    SELECT audience, sha256 FROM audience_keys WHERE partner_id = ${partnerId}
      AND sha256 IN (SELECT value FROM json_each(${JSON.stringify(hashes)}))
      AND (expires_at IS NULL OR expires_at > ${now}) ORDER BY audience`)

/** Fails the batch where the key would open it for more than `most` subscriptions. */
export const giveAudience = (
  subscription: { id: number },
  partnerId: number,
  { audience, sha256 }: Opened,
  { now, most }: { now: string; most: number },
): Statement[] => [
  sql`INSERT INTO subscription_audiences (subscription_id, partner_id, audience, sha256, active,
        created_at)
      VALUES (${subscription.id}, ${partnerId}, ${audience}, ${sha256}, 1, ${now})
      ON CONFLICT (subscription_id, partner_id, audience) DO UPDATE SET
        sha256 = excluded.sha256, active = 1`,
  sql`INSERT INTO subscription_audiences_had (subscription_id, partner_id, audience)
      VALUES (${subscription.id}, ${partnerId}, ${audience}) ON CONFLICT DO NOTHING`,
  guard(sql`
    SELECT COUNT(*) <= ${most} FROM subscription_audiences WHERE partner_id = ${partnerId}
      AND audience = ${audience} AND sha256 = ${sha256}`),
]

/** For how many other subscriptions the key opens it. */
export async function othersWith(
  db: Database,
  { id }: { id: number },
  partnerId: number,
  { audience, sha256 }: Opened,
): Promise<number> {
  const [row] = await db.query<{ count: number }>(sql`
    SELECT COUNT(*) AS count FROM subscription_audiences WHERE partner_id = ${partnerId}
      AND audience = ${audience} AND sha256 = ${sha256} AND subscription_id <> ${id}`)
  return row?.count ?? 0
}

export const takeAudience = (
  { id }: { id: number },
  partnerId: number,
  audience: string,
): Statement =>
  sql`DELETE FROM subscription_audiences WHERE subscription_id = ${id}
        AND partner_id = ${partnerId} AND audience = ${audience}`

export interface Membership {
  partner: string
  audience: string
  name: string
  translations: Record<string, { name?: string }>
  active: boolean
}

export async function membershipsOf(
  db: Database,
  { id }: { id: number },
  now: string,
): Promise<Membership[]> {
  const rows = await db.query<
    Omit<Membership, 'active' | 'translations'> & { active: number; translations: string }
  >(sql`
    SELECT p.slug AS partner, m.audience, a.name, a.translations,
      m.active = 1 AND EXISTS (SELECT 1 FROM audience_keys k WHERE k.partner_id = m.partner_id
        AND k.sha256 = m.sha256 AND k.audience = m.audience
        AND (k.expires_at IS NULL OR k.expires_at > ${now})) AS active
    FROM subscription_audiences m JOIN partners p ON p.id = m.partner_id
    JOIN audiences a ON a.partner_id = m.partner_id AND a.slug = m.audience
    WHERE m.subscription_id = ${id} ORDER BY p.slug, m.audience`)
  return rows.map(({ active, translations, ...row }) => ({
    ...row,
    translations: JSON.parse(translations) as Membership['translations'],
    active: active === 1,
  }))
}

const opens = (now: string) => ({
  sql: `EXISTS (SELECT 1 FROM audience_keys k WHERE k.partner_id = m.partner_id
          AND k.sha256 = m.sha256 AND k.audience = m.audience
          AND (k.expires_at IS NULL OR k.expires_at > ?))`,
  params: [now],
})

/** Theirs are other feeds from now on. */
const otherFeeds = (now: string, subscriptions: Statement): Statement => ({
  sql: `UPDATE subscriptions SET revision = revision + 1,
          choices_revision = revision + 1, filters_revision = revision + 1,
          changed_at = CASE WHEN changed_at < ? THEN ?
            ELSE strftime('%Y-%m-%dT%H:%M:%SZ', changed_at, '+1 second') END
        WHERE ended_at IS NULL AND id IN (${subscriptions.sql})`,
  params: [now, now, ...subscriptions.params],
})

/** Nobody has it any more; who had it is told that what it showed is gone. */
export function endMemberships(now: string, partnerId: number, audience: string): Statement[] {
  const which = sql`SELECT subscription_id FROM subscription_audiences
    WHERE partner_id = ${partnerId} AND audience = ${audience} AND active = 1`
  return [
    otherFeeds(now, which),
    sql`DELETE FROM subscription_audiences
        WHERE partner_id = ${partnerId} AND audience = ${audience}`,
  ]
}

/**
 * Ends memberships whose keys are gone or have expired, and takes up those whose keys are back: of
 * one audience, or of all. Their feeds are other feeds from then on.
 */
export function settleMemberships(
  now: string,
  of: { partnerId: number; audience: string } | null = null,
): Statement[] {
  const open = opens(now)
  const which = of ? 'm.partner_id = ? AND m.audience = ?' : 'true'
  const named = of ? [of.partnerId, of.audience] : []
  return [
    otherFeeds(now, {
      sql: `SELECT m.subscription_id FROM subscription_audiences m
            WHERE ${which} AND m.active <> ${open.sql}`,
      params: [...named, ...open.params],
    }),
    {
      sql: `UPDATE subscription_audiences AS m SET active = ${open.sql}
            WHERE ${which} AND m.active <> ${open.sql}`,
      params: [...open.params, ...named, ...open.params],
    },
  ]
}
