// The browsers that subscriptions ring: kept under a subscription, gone with it.

import { type Database, guard, type Statement, sql } from './database.ts'

export interface Channel {
  id: number
  /** As the API calls it. */
  name: string
  endpoint: string
  language: 'ko' | 'en'
  label: string | null
  createdAt: string
  lastSentAt: string | null
}

export interface NewChannel extends Pick<Channel, 'name' | 'endpoint' | 'language' | 'label'> {
  p256dh: string
  auth: string
  createdAt: string
}

interface Of {
  id: number
}

export const channelsOf = (db: Database, { id }: Of): Promise<Channel[]> =>
  db.query<Channel>(sql`
    SELECT id, name, endpoint, language, label, created_at AS createdAt,
      last_sent_at AS lastSentAt
    FROM push_channels WHERE subscription_id = ${id} ORDER BY created_at, id`)

/** Instead of the one with the same endpoint; the batch fails beyond `most`. */
export const putChannel = ({ id }: Of, channel: NewChannel, most: number): Statement[] => [
  sql`INSERT INTO push_channels (name, subscription_id, endpoint, p256dh, auth, language, label,
        created_at)
      VALUES (${channel.name}, ${id}, ${channel.endpoint}, ${channel.p256dh}, ${channel.auth},
        ${channel.language}, ${channel.label}, ${channel.createdAt})
      ON CONFLICT (subscription_id, endpoint) DO UPDATE SET p256dh = excluded.p256dh,
        auth = excluded.auth, language = excluded.language, label = excluded.label, failures = 0`,
  guard(sql`SELECT COUNT(*) <= ${most} FROM push_channels WHERE subscription_id = ${id}`),
]

/** With what was to ring in it. */
export const dropChannel = ({ id }: Of, name: string): Statement[] => [
  sql`DELETE FROM push_due WHERE channel_id =
        (SELECT id FROM push_channels WHERE subscription_id = ${id} AND name = ${name})`,
  sql`DELETE FROM push_channels WHERE subscription_id = ${id} AND name = ${name}`,
]

/** Of every subscription that rang there: the push service says that it is gone for good. */
export const dropEndpoints = (endpoints: readonly string[]): Statement[] => {
  const gone = JSON.stringify(endpoints)
  return [
    sql`DELETE FROM push_due WHERE channel_id IN (SELECT id FROM push_channels
          WHERE endpoint IN (SELECT value FROM json_each(${gone})))`,
    sql`DELETE FROM push_channels WHERE endpoint IN (SELECT value FROM json_each(${gone}))`,
  ]
}

export const noteArrivals = (ids: readonly number[], at: string): Statement =>
  sql`UPDATE push_channels SET failures = 0, last_sent_at = ${at}
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

export const noteFailures = (ids: readonly number[]): Statement =>
  sql`UPDATE push_channels SET failures = failures + 1
      WHERE id IN (SELECT value FROM json_each(${JSON.stringify(ids)}))`

/** Everything that a subscription rings, or would. */
export const forgetPush = ({ id }: Of): Statement[] => [
  sql`DELETE FROM push_due WHERE subscription_id = ${id}`,
  sql`DELETE FROM push_plans WHERE subscription_id = ${id}`,
  sql`DELETE FROM push_channels WHERE subscription_id = ${id}`,
]

/** Of many subscriptions at once. */
export const channelsAmong = (
  db: Database,
  subscriptions: readonly Of[],
): Promise<(Channel & { subscriptionId: number })[]> =>
  db.query(sql`
    SELECT subscription_id AS subscriptionId, id, name, endpoint, language, label,
      created_at AS createdAt, last_sent_at AS lastSentAt
    FROM push_channels WHERE subscription_id IN (
      SELECT value FROM json_each(${JSON.stringify(subscriptions.map(({ id }) => id))}))
    ORDER BY subscription_id, id`)
