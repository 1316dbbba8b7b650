// A database that takes no writes: uploads are refused in the reader's language, feeds go on.

import { spawnSync } from 'node:child_process'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { expect, test } from 'vitest'
import { createApp } from '../../src/app.ts'
import { readConfig } from '../../src/config.ts'
import { openStation } from '../../src/node.ts'
import { kalends } from '../commands/process.ts'
import { folder, injured, KEY, RUNNER } from './injury.ts'

const silent = { info: () => {}, error: () => {} }
const isRoot = process.getuid?.() === 0
const UPLOADS = '/v1/partners/harbour/calendars/regatta/uploads?publish=true'

/** A calendar that was published twice, open in this process, and its data folder. */
async function published() {
  const dir = folder()
  await injured([...RUNNER, dir, '1', '2'])
  const { ports, sqlite } = openStation(
    readConfig({ DATA_DIR: dir, KALENDS_ADMIN_KEY: KEY }),
    silent,
  )
  const app = createApp(ports)
  const feed = async () => (await app.request('/feeds/harbour/regatta.ics')).text()
  const upload = async (language: string) => {
    const headers = { authorization: `Bearer ${KEY}`, 'accept-language': language }
    const body = 'title,start\nRegatta,2031-05-01 10:00\n'
    const response = await app.request(UPLOADS, { method: 'POST', headers, body })
    const answer = (await response.json()) as { status: string | number; detail?: string }
    return { ...answer, http: response.status }
  }
  return { dir, sqlite, feed, upload }
}

test('read-only under a running server', async () => {
  const { dir, sqlite, feed, upload } = await published()
  const before = await feed()
  sqlite.pragma('query_only = 1')
  expect(await upload('en')).toMatchObject({
    ...{ http: 503, code: 'unavailable', why: 'read_only' },
    detail: 'The database is read-only; nothing was stored. Try again in a minute.',
  })
  expect((await upload('ko')).detail).toBe(
    '데이터베이스가 읽기 전용이라 아무것도 저장하지 않았습니다. 잠시 뒤 다시 시도하세요.',
  )
  expect(await feed()).toBe(before)
  sqlite.pragma('query_only = 0')
  expect(await upload('en')).toMatchObject({ status: 'published' })
  sqlite.close()
  rmSync(dir, { recursive: true, force: true })
})

test('another process writes for longer than anybody waits', async () => {
  const { dir, sqlite, feed, upload } = await published()
  const before = await feed()
  const other = new Sqlite(join(dir, 'kalends.db'))
  other.exec('BEGIN IMMEDIATE')
  expect(await upload('en')).toMatchObject({
    ...{ http: 503, code: 'unavailable', why: 'busy' },
    detail: 'Another process is writing; nothing was stored. Try again in a minute.',
  })
  expect(await feed()).toBe(before)
  other.exec('ROLLBACK')
  other.close()
  expect(await upload('en')).toMatchObject({ status: 'published' })
  sqlite.close()
  rmSync(dir, { recursive: true, force: true })
})

test.skipIf(!isRoot)('a start on a read-only folder says so, and ends', async (t) => {
  const { dir, sqlite } = await published()
  sqlite.close()
  const mount = (...args: string[]) => spawnSync('mount', args).status === 0
  if (!mount('--bind', dir, dir) || !mount('-o', 'remount,bind,ro', dir)) return t.skip()
  try {
    const said = await kalends(['serve'], { DATA_DIR: dir, KALENDS_FEEDS: 'none', PORT: '0' })
    expect(said).toEqual({
      ...{ status: 1, out: '' },
      err: `DATA_DIR ${dir} cannot be used: EROFS: read-only file system\n`,
    })
  } finally {
    spawnSync('umount', ['-l', dir])
    rmSync(dir, { recursive: true, force: true })
  }
})
