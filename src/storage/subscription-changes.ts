// What a subscription is told of a calendar's events after a position, and what it may have been told
// that it does not see any more.

import type { Calendar } from './calendars.ts'
import { type Database, sql } from './database.ts'
import { changedEvents } from './event-history.ts'
import { COLUMNS, type EventVersion, type VersionRow, versionOf } from './events.ts'
import type { Subscription } from './subscriptions.ts'

/** A place in the order in which events were touched: revision, then uid. */
export interface ChangePosition {
  revision: number
  uid: string
}

interface Asked {
  after: ChangePosition
  /** Of what came later nothing is told: the next request's. */
  upTo: number
  limit: number
}

/**
 * One entry an event: as it is now, or `removed` where who belongs to these audiences was told of it
 * and does not see it any more.
 */
export function changesSeenBy(
  db: Database,
  calendar: Calendar,
  audiences: readonly string[],
  asked: Asked,
): Promise<EventVersion[]> {
  if (audiences.length > 0) return membersChanges(db, calendar, audiences, asked)
  return changedEvents(db, calendar, asked.after, asked.limit, asked.upTo)
}

const seen = (of: string): string =>
  `(${of}.removed = 0 AND (${of}.audience IS NULL OR ${of}.audience IN (SELECT name FROM given)))`

const MEMBERS_COLUMNS = COLUMNS.split(/,\s*/)
  .map((name) => (name === 'removed' ? `NOT ${seen('v')} AS removed` : `v.${name}`))
  .join(', ')

/** Seen now; or no longer since this version, and never again after. */
const ENTRY = `(v.replaced_at IS NULL AND ${seen('v')} OR NOT ${seen('v')}
  AND EXISTS (SELECT 1 FROM all_event_versions p WHERE p.partner_id = v.partner_id
    AND p.calendar_id = v.calendar_id AND p.uid = v.uid AND p.replaced_at = v.revision AND ${seen('p')})
  AND NOT EXISTS (SELECT 1 FROM all_event_versions w WHERE w.partner_id = v.partner_id
    AND w.calendar_id = v.calendar_id AND w.uid = v.uid AND w.revision > v.revision AND ${seen('w')}))`

/** Along two indexes, each of which has a part of the versions. */
async function membersChanges(
  db: Database,
  { partnerId, id }: Calendar,
  audiences: readonly string[],
  { after, upTo, limit }: Asked,
): Promise<EventVersion[]> {
  const along = (which: string) => `
    SELECT ${MEMBERS_COLUMNS} FROM all_event_versions v
    WHERE v.partner_id = ? AND v.calendar_id = ? AND ${which}
      AND (v.revision, v.uid) > (?, ?) AND v.revision <= ? AND ${ENTRY}`
  const bounds = [partnerId, id, after.revision, after.uid, upTo]
  const rows = await db.query<VersionRow>({
    sql: `WITH given (name) AS (SELECT value FROM json_each(?))
          ${along('v.told = 1 AND v.told_until IS NULL AND v.audience IS NULL')}
          UNION ALL ${along('(v.audience IS NOT NULL OR v.told = 0)')}
          ORDER BY 2, 1 LIMIT ?`,
    params: [JSON.stringify(audiences), ...bounds, ...bounds, limit],
  })
  return rows.map(versionOf)
}

interface Then {
  /**
   * Seen at some time after `gone` as it was made by `revision` at the latest. What was touched after
   * that may have been gone before without being told so: its later state was there already.
   */
  revision: number
  gone: number
  /** Private events of these audiences, and with `everybodys` public ones too. */
  audiences: readonly string[]
  everybodys: boolean
  /** What these saw after `gone` their own changes tell; null: nobody is told of any. */
  now: readonly string[] | null
  afterUid: string
  limit: number
}

/** UIDs of events that could be seen then, by uid: an order that publications leave alone. */
export async function seenThen(
  db: Database,
  { partnerId, id }: Pick<Calendar, 'partnerId' | 'id'>,
  { revision, gone, audiences, everybodys, now, afterUid, limit }: Then,
): Promise<string[]> {
  const rows = await db.query<{ uid: string }>(sql`
    SELECT DISTINCT v.uid FROM all_event_versions v
    WHERE v.partner_id = ${partnerId} AND v.calendar_id = ${id} AND v.uid > ${afterUid}
      AND v.revision <= ${revision} AND (v.replaced_at IS NULL OR v.replaced_at > ${gone}
        OR EXISTS (SELECT 1 FROM all_event_versions x WHERE x.partner_id = v.partner_id
          AND x.calendar_id = v.calendar_id AND x.uid = v.uid AND x.revision > ${revision}))
      AND v.removed = 0 AND (v.audience IN (SELECT value FROM json_each(${JSON.stringify(audiences)}))
        OR v.audience IS NULL AND ${Number(everybodys)} = 1)
      AND NOT EXISTS (SELECT 1 FROM all_event_versions w WHERE ${Number(now !== null)} = 1
        AND w.partner_id = v.partner_id AND w.calendar_id = v.calendar_id AND w.uid = v.uid
        AND (w.replaced_at IS NULL OR w.replaced_at > ${gone}) AND w.removed = 0
        AND (w.audience IS NULL OR w.audience IN
          (SELECT value FROM json_each(${JSON.stringify(now ?? [])}))))
    ORDER BY v.uid LIMIT ${limit}`)
  return rows.map(({ uid }) => uid)
}

export interface Had {
  partnerId: number
  partner: string
  audience: string
}

/** Every audience it was ever given. */
export const audiencesHad = (db: Database, { id }: Pick<Subscription, 'id'>): Promise<Had[]> =>
  db.query<Had>(sql`
    SELECT h.partner_id AS "partnerId", p.slug AS partner, h.audience
    FROM subscription_audiences_had h JOIN partners p ON p.id = h.partner_id
    WHERE h.subscription_id = ${id} ORDER BY p.slug, h.audience`)

export interface PublishedAt {
  calendarId: number
  revision: number
  publishedAt: string
}

/** When these revisions were published, of those that there are; `pairs` of calendar and revision. */
export const publishedAtOf = (
  db: Database,
  pairs: readonly (readonly [number, number])[],
): Promise<PublishedAt[]> =>
  db.query<PublishedAt>(sql`
    SELECT calendar_id AS "calendarId", revision, published_at AS "publishedAt" FROM revisions
    WHERE (calendar_id, revision) IN
      (SELECT value ->> 0, value ->> 1 FROM json_each(${JSON.stringify(pairs)}))`)

/** Whose these calendars are, deleted ones too. */
export const partnersOf = (
  db: Database,
  calendars: readonly number[],
): Promise<{ id: number; partnerId: number }[]> =>
  db.query(sql`
    SELECT id, partner_id AS "partnerId" FROM calendars
    WHERE id IN (SELECT value FROM json_each(${JSON.stringify(calendars)}))`)
