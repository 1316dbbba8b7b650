// What changed of many personal feeds at once, in one query.

import { type Database, sql } from './database.ts'

/** A calendar as somebody saw it last. */
export interface SeenCalendar {
  partnerId: number
  id: number
  revision: number
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
  calendars: Map<number, FollowedCalendar>
  subscriptions: Map<number, MovedSubscription>
}

interface Row {
  partner_id: number | null
  id: number
  revision: number
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
    calendars.map(({ partnerId, id, revision }) => [partnerId, id, revision]),
  )
  const rows = await db.query<Row>(sql`
    SELECT c.partner_id, c.id, c.revision, p.slug || '/' || c.slug AS name, NULL AS changed_at,
      0 AS ended
    FROM json_each(${seen}) j
    JOIN calendars c ON c.partner_id = j.value ->> 0 AND c.id = j.value ->> 1
    JOIN partners p ON p.id = c.partner_id
    WHERE c.revision <> j.value ->> 2
    UNION ALL
    SELECT NULL, s.id, s.revision, s.token_sha256, s.changed_at, s.ended_at IS NOT NULL
    FROM json_each(${JSON.stringify(subscriptions)}) j
    JOIN subscriptions s ON s.id = CAST(j.key AS INTEGER)
    WHERE s.revision <> j.value`)
  const moved: Moved = { calendars: new Map(), subscriptions: new Map() }
  for (const { partner_id, id, revision, name, changed_at, ended } of rows)
    if (partner_id !== null)
      moved.calendars.set(id, { partnerId: partner_id, id, revision, address: name })
    else
      moved.subscriptions.set(id, {
        ...{ id, revision, tokenSha256: name, changedAt: changed_at ?? '', ended: ended === 1 },
      })
  return moved
}

/** The calendars of each of these subscriptions, in their order. */
export async function listFollowed(
  db: Database,
  subscriptions: readonly number[],
): Promise<Map<number, FollowedCalendar[]>> {
  const rows = await db.query<FollowedCalendar & { subscriptionId: number }>(sql`
    SELECT f.subscription_id AS subscriptionId, c.partner_id AS partnerId, c.id, c.revision,
      p.slug || '/' || c.slug AS address
    FROM json_each(${JSON.stringify(subscriptions)}) j
    JOIN subscription_calendars f ON f.subscription_id = j.value
    JOIN calendars c ON c.partner_id = f.partner_id AND c.id = f.calendar_id
    JOIN partners p ON p.id = c.partner_id
    ORDER BY f.subscription_id, f.position`)
  const followed = new Map<number, FollowedCalendar[]>(subscriptions.map((id) => [id, []]))
  for (const { subscriptionId, ...calendar } of rows) followed.get(subscriptionId)?.push(calendar)
  return followed
}
