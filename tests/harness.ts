// What every test stands on: the application over ports whose clock and names are the test's own.

import { createApp } from '../src/app.ts'
import { readConfig } from '../src/config.ts'
import { fetchLedger } from '../src/ledger/ledger.ts'
import { saltsInMemory } from '../src/ledger/salt.ts'
import type { Ports } from '../src/ports.ts'
import type { Blobs } from '../src/storage/blobs.ts'
import type { Database } from '../src/storage/database.ts'

export const ADMIN_KEY = 'an-operator-key-for-tests-of-40-chars-ok'

// biome-ignore lint/suspicious/noExplicitAny: tests say by their expectations what shape they want
export type Json = any

export interface Kalends {
  ports: Ports
  /** The clock; a test moves it by assigning. */
  clock: { now: string }
  request(path: string, init?: RequestInit): Promise<Response>
  /** A request with the operator's key; answers status and JSON. */
  admin(method: string, path: string, body?: object): Promise<{ status: number; body: Json }>
  /** Uploads a file; published unless told otherwise. */
  upload(
    address: string,
    file: string | Uint8Array | object,
    options?: Record<string, string>,
  ): Promise<{ status: number; body: Json }>
  feed(address: string): Promise<string>
}

/** A partner `harbour` with a calendar `regatta`, in Seoul, unless `bare`. */
export async function kalendsOn(
  engine: { db: Database; blobs: Blobs },
  { bare = false, now = '2026-04-01T00:00:00Z' } = {},
): Promise<Kalends> {
  const clock = { now }
  let minted = 0
  const given = {
    ...engine,
    config: readConfig({
      KALENDS_ADMIN_KEY: ADMIN_KEY,
      PUBLIC_URL: 'https://kalends.example',
      // So that a test says by `CF-Connecting-IP` where a caller comes from.
      TRUST_PROXY: 'cloudflare',
    }),
    now: () => clock.now,
    mint: () => `minted${String(++minted).padStart(16, '0')}`,
    log: { info: () => {}, error: (event, about) => console.error(event, about) },
    fetch: async ({ url }: { url: string }) => {
      throw new Error(`no network in tests: ${url}`)
    },
  } satisfies Omit<Ports, 'fetches'>
  const ports: Ports = Object.assign(given, {
    fetches: fetchLedger(given, saltsInMemory(given.mint)),
  })
  const app = createApp(ports)
  const request = async (path: string, init?: RequestInit) => app.request(path, init)
  const authorization = `Bearer ${ADMIN_KEY}`

  const kalends: Kalends = {
    ports,
    clock,
    request,
    async admin(method, path, body) {
      const headers: Record<string, string> = { authorization }
      if (body) headers['content-type'] = 'application/json'
      const response = await request(path, { method, headers, body: body && JSON.stringify(body) })
      const text = await response.text()
      return { status: response.status, body: text ? JSON.parse(text) : null }
    },
    async upload(address, file, options = {}) {
      const [partner, calendar] = address.split('/')
      const query = new URLSearchParams({ publish: 'true', mode: 'replace', ...options })
      const body = (
        file instanceof Uint8Array || typeof file === 'string' ? file : JSON.stringify(file)
      ) as BodyInit
      const path = `/v1/partners/${partner}/calendars/${calendar}/uploads?${query}`
      const response = await request(path, { method: 'POST', headers: { authorization }, body })
      return { status: response.status, body: await response.json() }
    },
    async feed(address) {
      const response = await request(`/feeds/${address}.ics`)
      return response.text()
    },
  }
  if (!bare) {
    const seoul = { timezone: 'Asia/Seoul', locale: 'ko' }
    await kalends.admin('PUT', '/v1/partners/harbour', { name: '하버', ...seoul })
    await kalends.admin('PUT', '/v1/partners/harbour/calendars/regatta', { name: '레가타' })
  }
  return kalends
}
