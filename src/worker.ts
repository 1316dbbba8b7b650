// The Cloudflare Workers entry: D1, R2, Cron Triggers.

import { createApp } from './app.ts'
import { readConfig } from './config.ts'
import { FLUSH_EVERY_MS, fetchLedger } from './ledger/ledger.ts'
import { sharedSalts } from './ledger/salt.ts'
import { mintName } from './mint.ts'
import { workerFetch } from './outbound/worker-fetch.ts'
import type { Log, Ports } from './ports.ts'
import { expireDeleted } from './publication/calendars.ts'
import { applyTimezoneData } from './publication/timezones.ts'
import { r2Blobs } from './storage/blobs.ts'
import { d1Database } from './storage/d1.ts'
import { endExpired } from './subscriptions/audiences.ts'
import { forgetUnused } from './subscriptions/unused.ts'
import { ONE_INVOCATION, ticker } from './timer.ts'

export interface Env {
  DB: D1Database
  BLOBS: R2Bucket
  KALENDS_ADMIN_KEY?: string
  PUBLIC_URL?: string
  KALENDS_PUSH_HOSTS?: string
}

/** As wrangler.toml spells it; the other one ticks. */
const HOURLY = '0 * * * *'

interface House {
  ports: Ports
  app: ReturnType<typeof createApp>
  /** Whether fetches wait and no earlier request is about to write them. */
  mayWrite(): boolean
}

const houses = new WeakMap<D1Database, House>()

function houseOf(env: Env): House {
  const ports = portsOf(env)
  let writesUntil = 0
  return {
    ports,
    app: createApp(ports),
    mayWrite() {
      if (ports.fetches.held() === 0 || Date.now() < writesUntil) return false
      writesUntil = Date.now() + FLUSH_EVERY_MS
      return true
    },
  }
}

/** Outlives its answer by as long as others may gather (Workers allow 30 s), then writes for all. */
async function writeSoon({ fetches }: Ports): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, FLUSH_EVERY_MS))
  await fetches.flush()
}

function portsOf(env: Env): Ports {
  const { KALENDS_ADMIN_KEY, KALENDS_PUSH_HOSTS, PUBLIC_URL } = env
  const given = { KALENDS_ADMIN_KEY, KALENDS_PUSH_HOSTS, PUBLIC_URL }
  const config = readConfig({ ...given, TRUST_PROXY: 'cloudflare' })
  const [db, blobs] = [d1Database(env.DB), r2Blobs(env.BLOBS)]
  const now = () => `${new Date().toISOString().slice(0, 19)}Z`
  const log: Log = {
    info: (event, about) => console.log(JSON.stringify({ event, ...about })),
    error: (event, about) => console.error(JSON.stringify({ event, ...about })),
  }
  return {
    ...{ db, blobs, config, now, mint: mintName, log },
    fetches: fetchLedger({ db, now, mint: mintName, log }, sharedSalts(blobs, mintName)),
    fetch: workerFetch({ ownHost: new URL(config.publicUrl).hostname }),
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
  async fetch(request, env, context) {
    const house = houses.get(env.DB) ?? houseOf(env)
    houses.set(env.DB, house)
    const response = await house.app.fetch(asClientAsked(request), env)
    if (house.mayWrite()) context.waitUntil(writeSoon(house.ports))
    return response
  },
  async scheduled({ cron }, env) {
    const ports = portsOf(env)
    if (cron !== HOURLY) {
      const { ended } = await ticker(ports, ONE_INVOCATION)()
      await ended
      return
    }
    await expireDeleted(ports)
    await endExpired(ports)
    await forgetUnused(ports)
    await applyTimezoneData(ports)
  },
} satisfies ExportedHandler<Env>
