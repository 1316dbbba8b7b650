// The Cloudflare Workers entry: D1, R2, Cron Triggers.

import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { mintName } from './mint.ts'
import { workerFetch } from './outbound/worker-fetch.ts'
import type { Ports } from './ports.ts'
import { expireDeleted } from './publication/calendars.ts'
import { applyTimezoneData } from './publication/timezones.ts'
import { r2Blobs } from './storage/blobs.ts'
import { d1Database } from './storage/d1.ts'
import { endExpired } from './subscriptions/audiences.ts'
import { ticker } from './timer.ts'

export interface Env {
  DB: D1Database
  BLOBS: R2Bucket
  KALENDS_ADMIN_KEY?: string
  PUBLIC_URL?: string
}

/** As wrangler.toml spells it; the other one ticks. */
const HOURLY = '0 * * * *'

const apps = new WeakMap<D1Database, ReturnType<typeof createApp>>()

function portsOf(env: Env): Ports {
  const { KALENDS_ADMIN_KEY, PUBLIC_URL } = env
  const config = readConfig({ KALENDS_ADMIN_KEY, PUBLIC_URL, TRUST_PROXY: 'cloudflare' })
  return {
    db: d1Database(env.DB),
    blobs: r2Blobs(env.BLOBS),
    config,
    fetch: workerFetch({ ownHost: new URL(config.publicUrl).hostname }),
    now: () => `${new Date().toISOString().slice(0, 19)}Z`,
    mint: mintName,
    log: {
      info: (event, about) => console.log(JSON.stringify({ event, ...about })),
      error: (event, about) => console.error(JSON.stringify({ event, ...about })),
    },
  }
}

/** Cloudflare writes an Accept-Encoding of its own; stored feeds are sent in the client's coding. */
function asClientAsked(request: Request<unknown, IncomingRequestCfProperties>): Request {
  const accepted = request.cf?.clientAcceptEncoding
  if (accepted === undefined) return request
  const asked = new Request(request)
  asked.headers.set('Accept-Encoding', accepted)
  return asked
}

export default {
  async fetch(request, env) {
    const app = apps.get(env.DB) ?? createApp(portsOf(env))
    apps.set(env.DB, app)
    return app.fetch(asClientAsked(request), env)
  },
  async scheduled({ cron }, env) {
    const ports = portsOf(env)
    if (cron !== HOURLY) {
      const { ended } = await ticker(ports)()
      await ended
      return
    }
    await expireDeleted(ports)
    await endExpired(ports)
    await applyTimezoneData(ports)
  },
} satisfies ExportedHandler<Env>
