// What changed of many personal feeds at once, in one query.

import { type Database, sql } from './database.ts'

/** A calendar as somebody saw it last. */
export interface SeenCalendar {
  partnerId: number
  id: number
  /** The latest that they are told of; as everybody counts, unless they are members. */
  revision: number
  /** Of an audience of its partner's: told of what is for that alone, too. */
  member: boolean
}

export interface FollowedCalendar extends SeenCalendar {
  /** `partner/calendar`, as it is called now. */
  address: string
}

export interface MovedSubscription {
  id: number
  revision: number
  /** Another one than before where it was rotated. */
  tokenSha256: string
  changedAt: string
  ended: boolean
}

export interface Moved {
  /** By `sightOf`: members see it at another revision than everybody else. */
  calendars: Map<number, FollowedCalendar>
  subscriptions: Map<number, MovedSubscription>
}

/** A number for a calendar as members see it, and another as everybody does. */
export const sightOf = ({ id, member }: Pick<SeenCalendar, 'id' | 'member'>): number =>
  member ? -id : id

interface Row {
  partner_id: number | null
  id: number
  told: number
  member: number
  name: string
  changed_at: string | null
  ended: number
}

/** Of these, what is at another revision now. */
export async function findMoved(
  db: Database,
  calendars: readonly SeenCalendar[],
  subscriptions: Readonly<Record<number, number>>,
): Promise<Moved> {
  const seen = JSON.stringify(
    calendars.map(({ partnerId, id, revision, member }) => [partnerId, id, revision, member]),
  )
  const rows = await db.query<Row>(sql`
    SELECT c.partner_id, c.id, iif(j.value ->> 3, c.revision, c.told_number) AS told,
      j.value ->> 3 AS member, p.slug || '/' || c.slug AS name, NULL AS changed_at, 0 AS ended
    FROM json_each(${seen}) j
    JOIN calendars c ON c.partner_id = j.value ->> 0 AND c.id = j.value ->> 1
    JOIN partners p ON p.id = c.partner_id
    WHERE told <> j.value ->> 2
    UNION ALL
    SELECT NULL, s.id, s.revision, 0, s.token_sha256, s.changed_at, s.ended_at IS NOT NULL
    FROM json_each(${JSON.stringify(subscriptions)}) j
    JOIN subscriptions s ON s.id = CAST(j.key AS INTEGER)
    WHERE s.revision <> j.value`)
  const moved: Moved = { calendars: new Map(), subscriptions: new Map() }
  for (const { partner_id, id, told, member, name, changed_at, ended } of rows)
    if (partner_id !== null) {
      const at = { partnerId: partner_id, id, revision: told, member: member === 1 }
      moved.calendars.set(sightOf(at), { ...at, address: name })
    } else
      moved.subscriptions.set(id, {
        ...{ id, revision: told, tokenSha256: name, changedAt: changed_at ?? '' },
        ended: ended === 1,
      })
  return moved
}

interface FollowedRow extends Omit<FollowedCalendar, 'member'> {
  subscriptionId: number
  told: number
  member: number
}

/** The calendars of each of these subscriptions, in their order. */
export async function listFollowed(
  db: Database,
  subscriptions: readonly number[],
  now: string,
): Promise<Map<number, FollowedCalendar[]>> {
  const rows = await db.query<FollowedRow>(sql`
    SELECT f.subscription_id AS subscriptionId, c.partner_id AS partnerId, c.id, c.revision,
      c.told_number AS told, p.slug || '/' || c.slug AS address,
      EXISTS (SELECT 1 FROM subscription_audiences m JOIN audience_keys k
        ON k.partner_id = m.partner_id AND k.sha256 = m.sha256 AND k.audience = m.audience
        WHERE m.subscription_id = f.subscription_id AND m.partner_id = c.partner_id
          AND m.active = 1 AND (k.expires_at IS NULL OR k.expires_at > ${now})) AS member
    FROM json_each(${JSON.stringify(subscriptions)}) j
    JOIN subscription_calendars f ON f.subscription_id = j.value
    JOIN calendars c ON c.partner_id = f.partner_id AND c.id = f.calendar_id
    JOIN partners p ON p.id = c.partner_id
    ORDER BY f.subscription_id, f.position`)
  const followed = new Map<number, FollowedCalendar[]>(subscriptions.map((id) => [id, []]))
  for (const { subscriptionId, revision, told, member, ...calendar } of rows)
    followed.get(subscriptionId)?.push({
      ...{ ...calendar, member: member === 1, revision: member === 1 ? revision : told },
    })
  return followed
}
