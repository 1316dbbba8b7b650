// A disk that changed what was published: found at the start, said, and never served.

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { CLUB, written } from '../commands/folders.ts'
import { type Serving, serving, temporary } from '../commands/process.ts'

async function publishedAndStopped() {
  const folder = temporary()
  const KALENDS_FEEDS = written(join(folder, 'feeds'), CLUB)
  const env = { DATA_DIR: join(folder, 'data'), KALENDS_FEEDS }
  const server = await serving(env)
  const feed = await bytesOf(server, 'identity')
  await server.end('SIGTERM')
  return { env, feed, file: join(env.DATA_DIR, 'kalends.db') }
}

const asked = (server: Serving, coding: string) =>
  fetch(`${server.url}/feeds/club/season.ics`, { headers: { 'accept-encoding': coding } })

const bytesOf = async (server: Serving, coding: string) => (await asked(server, coding)).text()

test('one flipped byte of a feed on the disk is found at the start; the feed is served whole', async () => {
  const { env, feed, file } = await publishedAndStopped()
  const bytes = readFileSync(file)
  let flipped = 0
  for (
    let at = bytes.indexOf('BEGIN:VCALENDAR');
    at >= 0;
    at = bytes.indexOf('BEGIN:VCALENDAR', at)
  ) {
    bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
    flipped += 1
  }
  expect(flipped).toBeGreaterThan(0)
  writeFileSync(file, bytes)

  const server = await serving(env)
  const said = server
    .err()
    .split('\n')
    .find((line) => line.includes('published feed is damaged'))
  expect(JSON.parse(said ?? '{}')).toMatchObject({
    ...{ level: 'error', calendar: 'club/season', revision: 1 },
    what: expect.stringMatching(/^identity: SHA-256 is [0-9a-f]{64}, [0-9a-f]{64} was published$/),
  })
  for (const coding of ['identity', 'gzip', 'br']) expect(await bytesOf(server, coding)).toBe(feed)
})

test('a feed of which nothing whole is left is 503, and the others go on', async () => {
  const { env, file } = await publishedAndStopped()
  const sqlite = new Sqlite(file)
  const rows = sqlite
    .prepare("SELECT key, bytes FROM blobs WHERE key LIKE 'feeds/%/1/%'")
    .all() as {
    key: string
    bytes: Buffer
  }[]
  for (const { key, bytes } of rows) {
    bytes.writeUInt8(bytes.readUInt8(bytes.length - 1) ^ 1, bytes.length - 1)
    sqlite.prepare('UPDATE blobs SET bytes = ? WHERE key = ?').run(bytes, key)
  }
  sqlite.close()
  expect(rows).toHaveLength(3)

  const server = await serving(env)
  expect(server.err().match(/published feed is damaged/g)).toHaveLength(3)
  for (const coding of ['identity', 'gzip', 'br']) {
    const response = await asked(server, coding)
    expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60'])
    expect(await response.json()).toMatchObject({ code: 'quarantined' })
  }
  expect((await fetch(`${server.url}/v1/calendars/club/season/events`)).status).toBe(200)
})
