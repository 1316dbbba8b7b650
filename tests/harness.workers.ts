// The suite inside workerd: D1 and R2, wiped before each use.

import { applyD1Migrations } from 'cloudflare:test'
import { env } from 'cloudflare:workers'
import { r2Blobs } from '../src/storage/blobs.ts'
import { d1Database } from '../src/storage/d1.ts'
import { kalendsOn } from './harness.ts'

export const engine: string = 'workers'

/** Children before parents. */
const TABLES = [
  'push_due',
  'push_plans',
  'push_channels',
  'push_news',
  'reports',
  'store_groups',
  'flushes',
  'client_intervals',
  'feed_days',
  'visitors',
  'personal_fetches',
  'feed_fetches',
  'subscription_audiences_had',
  'subscription_audiences',
  'overlays',
  'subscription_calendars',
  'subscriptions',
  'seasons',
  'idempotency',
  'notices',
  'sources',
  'sessions',
  'sign_in_failures',
  'invitations',
  'audit',
  'audience_keys',
  'audiences',
  'all_event_versions',
  'revisions',
  'uploads',
  'addresses',
  'calendars',
  'keys',
  'partners',
]

export async function harness(options?: Parameters<typeof kalendsOn>[1]) {
  await applyD1Migrations(env.DB, env.TEST_MIGRATIONS ?? [])
  await env.DB.batch(TABLES.map((table) => env.DB.prepare(`DELETE FROM ${table}`)))
  return kalendsOn({ db: d1Database(env.DB), blobs: r2Blobs(env.BLOBS) }, options)
}
