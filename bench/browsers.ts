// Subscriptions with one browser each, as if every one had been registered: what pushing is measured on.

import { type ChildProcess, execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { ask, startHelper, stop } from './harness.ts'

/** Their keys are shared by some: making so many would take longer than using them. */
export const BROWSERS = 1_000

export interface Counts {
  received: number
  twice: number
  wrong: number
  first: number
  last: number
  /** Milliseconds in which messages were decrypted and checked. */
  reading: number
}

export interface PushService {
  port: number
  keys: { p256dh: string; auth: string }[]
  receiver: ChildProcess
  /** What a server needs that pushes to it. */
  env: Record<string, string>
}

/** The push service and its browsers, for as long as `work` takes. */
export async function withPushService<T>(
  folder: string,
  work: (service: PushService) => Promise<T>,
): Promise<T> {
  const receiver = startHelper('push-receiver.ts')
  try {
    await once(receiver, 'message')
    const tls = certificate(folder)
    const made = await ask<PushService>(receiver, { tls, browsers: BROWSERS })
    const env = {
      KALENDS_PUSH_HOSTS: `localhost:${made.port}`,
      NODE_EXTRA_CA_CERTS: tls.cert,
    }
    return await work({ ...made, receiver, env })
  } finally {
    await stop(receiver)
  }
}

function certificate(folder: string) {
  const [key, cert] = [join(folder, 'key.pem'), join(folder, 'cert.pem')]
  const how = ['-x509', '-days', '2', '-nodes', '-newkey', 'ec']
  const curve = ['-pkeyopt', 'ec_paramgen_curve:P-256']
  const names = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost']
  const out = ['-keyout', key, '-out', cert]
  execFileSync('openssl', ['req', ...how, ...curve, ...names, ...out], { stdio: 'ignore' })
  return { key, cert }
}

const AT = '2020-01-01T00:00:00Z'

/** Subscription and browser have the same id, from 1; all follow one calendar. */
export function subscribe(
  sqlite: Sqlite.Database,
  { port, keys }: PushService,
  { count, choices = {} }: { count: number; choices?: object },
): void {
  const calendar = sqlite.prepare('SELECT id, partner_id FROM calendars').get() as {
    id: number
    partner_id: number
  }
  const begin = sqlite.prepare(
    `INSERT INTO subscriptions (id, uid, token_sha256, language, choices, revision, look, looked_at,
      changed_at, created_at) VALUES (?, ?, ?, 'ko', ?, 1, 0, '${AT}', '${AT}', '${AT}')`,
  )
  const follow = sqlite.prepare('INSERT INTO subscription_calendars VALUES (?, ?, ?, ?, 0)')
  const register = sqlite.prepare(
    `INSERT INTO push_channels VALUES (?, ?, ?, ?, ?, ?, 'ko', NULL, '${AT}', 0, NULL)`,
  )
  sqlite.transaction(() => {
    for (let id = 1; id <= count; id += 1) {
      const browser = id % BROWSERS
      const { p256dh, auth } = keys[browser] ?? { p256dh: '', auth: '' }
      begin.run(id, `uid${id}`, `hash${id}`, JSON.stringify(choices))
      follow.run(id, calendar.partner_id, calendar.id, 'season')
      register.run(id, `c${id}`, id, `https://localhost:${port}/${browser}/${id}`, p256dh, auth)
    }
  })()
}
