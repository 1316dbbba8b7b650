// Which calendars have changes to be told of by push, what changed, and to whom it may matter.

import { type Database, guard, type Statement, sql } from './database.ts'
import { COLUMNS, type EventVersion, type VersionRow, versionOf } from './events.ts'

/** Calendars are watched from the revision that their first channel found; later it stays as it is. */
export const watchCalendars = (
  followed: readonly { calendar: { id: number; partnerId: number; revision: number } }[],
): Statement => {
  const rows = followed.map(({ calendar }) => [
    ...[calendar.id, calendar.partnerId, calendar.revision],
  ])
  return sql`
    INSERT INTO push_news (calendar_id, partner_id, told)
    SELECT value ->> 0, value ->> 1, value ->> 2 FROM json_each(${JSON.stringify(rows)}) WHERE true
    ON CONFLICT (calendar_id) DO NOTHING`
}

export interface News {
  calendarId: number
  partnerId: number
  /** What was told. */
  told: number
  /** What is being told; null: it has not begun. */
  target: number | null
  /** The subscription it has come to. */
  reached: number
  revision: number
}

export const waitingNews = (db: Database, limit: number): Promise<News[]> =>
  db.query<News>(sql`
    SELECT n.calendar_id AS calendarId, n.partner_id AS partnerId, n.told, n.target, n.reached,
      c.revision
    FROM push_news n JOIN calendars c ON c.partner_id = n.partner_id AND c.id = n.calendar_id
    WHERE c.revision > n.told ORDER BY n.target IS NULL, n.calendar_id LIMIT ${limit}`)

/** Fails the batch where another has gone on with it. */
const guardNews = ({ calendarId, told, target, reached }: News): Statement =>
  guard(sql`
    SELECT COALESCE((SELECT told = ${told} AND target IS ${target} AND reached = ${reached}
                     FROM push_news WHERE calendar_id = ${calendarId}), 0)`)

export const beginNews = (news: News): Statement[] => [
  guardNews(news),
  sql`UPDATE push_news SET target = ${news.revision}, reached = 0
      WHERE calendar_id = ${news.calendarId}`,
]

export const reachedBy = (news: News, reached: number): Statement[] => [
  guardNews(news),
  sql`UPDATE push_news SET reached = ${reached} WHERE calendar_id = ${news.calendarId}`,
]

/** Some of those who follow the calendar are planned anew, those first in whom it would ring next. */
export const planAgain = ({ calendarId }: News, followers: readonly { id: number }[]): Statement =>
  sql`UPDATE push_plans SET wanted = wanted + 1, soon = COALESCE(
        (SELECT MIN(d.at) FROM push_due d WHERE d.subscription_id = push_plans.subscription_id
           AND d.state = 'open' AND d.calendar_id = ${calendarId}), '9999')
      WHERE subscription_id IN (
        SELECT value FROM json_each(${JSON.stringify(followers.map(({ id }) => id))}))`

export const endNews = (news: News): Statement[] => [
  guardNews(news),
  sql`UPDATE push_news SET told = ${news.target}, target = NULL, reached = 0
      WHERE calendar_id = ${news.calendarId}`,
]

export interface Changed {
  before: EventVersion
  after: EventVersion
}

/**
 * Events that one revision had otherwise than another, where either overlaps the range; for
 * members' eyes too. What is new is none.
 */
export async function changedBetween(
  db: Database,
  news: News,
  { from, to }: { from: string; to: string },
  limit: number,
): Promise<Changed[]> {
  const { partnerId, calendarId, told, target } = news
  const near = await db.query<{ uid: string }>(sql`
    SELECT v.uid FROM all_event_versions v
    JOIN all_event_versions p ON p.calendar_id = v.calendar_id AND p.uid = v.uid
      AND p.revision <= ${told} AND p.replaced_at > ${told}
    WHERE v.partner_id = ${partnerId} AND v.calendar_id = ${calendarId} AND p.removed = 0
      AND v.revision > ${told} AND v.revision <= ${target}
      AND (v.replaced_at IS NULL OR v.replaced_at > ${target})
      AND (v.starts_at < ${to} AND v.ends_at > ${from} OR p.starts_at < ${to} AND p.ends_at > ${from})
    ORDER BY MIN(p.starts_at, v.starts_at), v.uid LIMIT ${limit}`)
  const rows = await db.query<VersionRow>({
    sql: `SELECT ${COLUMNS} FROM all_event_versions
          WHERE partner_id = ? AND calendar_id = ? AND uid IN (SELECT value FROM json_each(?))
            AND (revision <= ? AND replaced_at > ?
              OR revision <= ? AND (replaced_at IS NULL OR replaced_at > ?))
          ORDER BY uid, revision`,
    params: [
      ...[partnerId, calendarId, JSON.stringify(near.map(({ uid }) => uid))],
      ...[told, told, target, target],
    ],
  })
  return pairs(rows.map(versionOf))
}

/** Neighbours of one uid: the version before, the version after. */
function pairs(versions: readonly EventVersion[]): Changed[] {
  return versions.flatMap((after, place) => {
    const before = versions[place - 1]
    return before?.uid === after.uid && !before.removed ? [{ before, after }] : []
  })
}

/** Subscriptions with channels that follow the calendar, in the order of their ids. */
export const followersWithChannels = (
  db: Database,
  { calendarId, reached }: News,
  limit: number,
): Promise<{ id: number }[]> =>
  db.query(sql`
    SELECT f.subscription_id AS id FROM subscription_calendars f
    JOIN push_plans p ON p.subscription_id = f.subscription_id
    WHERE f.calendar_id = ${calendarId} AND f.subscription_id > ${reached}
    ORDER BY f.subscription_id LIMIT ${limit}`)
