// What becomes of the fetch ledger when its process ends: asked for, or not.

import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test, vi } from 'vitest'
import { FLUSH_EVERY_MS } from '../../src/ledger/ledger.ts'
import { CLUB, written } from '../commands/folders.ts'
import { type Env, serving, temporary } from '../commands/process.ts'

function here() {
  const folder = temporary()
  const KALENDS_FEEDS = written(join(folder, 'feeds'), CLUB)
  return { DATA_DIR: join(folder, 'data'), KALENDS_FEEDS }
}

const IPHONE = { 'user-agent': 'iOS/26.5 (23F77) dataaccessd/1.0' }

const poll = async (url: string) => {
  const response = await fetch(`${url}/feeds/club/season.ics`, { headers: IPHONE })
  await response.arrayBuffer()
  expect(response.status).toBe(200)
}

function rows<Row>({ DATA_DIR }: Env, table: string): Row[] {
  const db = new Sqlite(join(DATA_DIR ?? '', 'kalends.db'), { readonly: true })
  try {
    return db.prepare(`SELECT * FROM ${table}`).all() as Row[]
  } finally {
    db.close()
  }
}

const fetches = (env: Env): number =>
  rows<{ fetches: number }>(env, 'feed_fetches').reduce((sum, row) => sum + row.fetches, 0)

test('who stops the server loses nothing; a restart counts the day’s callers anew, not twice', async () => {
  const env = here()
  for (const times of [1, 2]) {
    const server = await serving(env)
    await poll(server.url)
    expect(await server.end('SIGTERM')).toBe(0)
    expect(fetches(env)).toBe(times)
    expect(server.err()).not.toMatch(/dataaccessd|127\.0\.0\.0/)
  }
  const visitors = rows<{ hash: string; period: string }>(env, 'visitors')
  expect(new Set(visitors.map(({ hash }) => hash)).size).toBe(2)
  expect(new Set(visitors.map(({ period }) => period)).size).toBe(2)
})

test('kill -9 loses what came since the last flush, and nothing else', async () => {
  const env = here()
  const server = await serving(env)
  await poll(server.url)
  await vi.waitFor(() => expect(fetches(env)).toBe(1), {
    ...{ timeout: 3 * FLUSH_EVERY_MS, interval: 100 },
  })
  await poll(server.url)
  expect(await server.end('SIGKILL')).toBe('SIGKILL')
  expect(fetches(env)).toBe(1)
  const again = await serving(env)
  await poll(again.url)
  await again.end('SIGTERM')
  expect(fetches(env)).toBe(2)
}, 60_000)
