// Backups: taken while everything goes on, verified, kept in number, and put back.

import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, expect, onTestFinished, test, vi } from 'vitest'
import { backUpInto, backUpRegularly } from '../../src/commands/backup.ts'
import { localClient, quietLog } from '../../src/commands/client.ts'
import { readConfig } from '../../src/config.ts'
import { openStation } from '../../src/node.ts'
import { CLUB, written } from '../commands/folders.ts'
import { kalends, serving, temporary } from '../commands/process.ts'

const season = (number: number) =>
  ['날짜,시간,제목', ...[3, 4, 5, 6].map((day) => `2027-04-0${day},14:00,${number}번째 판`)].join(
    '\n',
  )

test('a backup beside a server that is written to, restored, serves bytes that were published', async () => {
  const folder = temporary()
  const KALENDS_FEEDS = written(join(folder, 'feeds'), CLUB)
  const env = { DATA_DIR: join(folder, 'data'), KALENDS_FEEDS }
  const server = await serving(env)
  const feed = async (url: string) => (await fetch(`${url}/feeds/club/season.ics`)).text()
  const published = new Map<string, number>()
  const upload = async (number: number) => {
    const query = 'publish=true&mode=replace&confirm=true'
    const response = await fetch(
      `${server.url}/v1/partners/club/calendars/season/uploads?${query}`,
      { method: 'POST', headers: { authorization: `Bearer ${server.key}` }, body: season(number) },
    )
    const { revision } = (await response.json()) as { revision: number }
    published.set(await feed(server.url), revision)
  }
  let uploads = 1
  await upload(uploads)
  let backedUp = false
  const backup = kalends(['backup', 'copy.db'], env).finally(() => {
    backedUp = true
  })
  while (!backedUp) {
    uploads += 1
    await upload(uploads)
  }
  expect(uploads).toBeGreaterThan(2)
  expect(await backup).toMatchObject({ status: 0, err: '' })

  const restored = { DATA_DIR: join(folder, 'again/data') }
  const put = await kalends(['restore', join(folder, 'copy.db')], restored)
  expect(put).toMatchObject({
    status: 0,
    out: `Restored and verified into ${restored.DATA_DIR}.\n`,
  })
  const again = await serving(restored)
  expect(again.greeting).not.toContain('Admin key')
  const text = await feed(again.url)
  const response = await fetch(`${again.url}/v1/calendars/club/season`)
  expect(await response.json()).toMatchObject({ revision: published.get(text) })
  const headers = { authorization: `Bearer ${server.key}` }
  expect((await fetch(`${again.url}/v1/partners/club/keys`, { headers })).status).toBe(200)
})

/** A station with the club's season, in this process. */
async function station() {
  const folder = temporary()
  const opened = openStation({ ...readConfig({}), dataDir: join(folder, 'data') }, quietLog)
  onTestFinished(() => void opened.sqlite.close())
  const client = localClient(opened.ports, 'en')
  await client.send('PUT', '/v1/partners/club', { name: 'Club' })
  await client.send('PUT', '/v1/partners/club/calendars/season', {})
  return { ...opened, folder, dir: join(folder, 'backups') }
}

test('the newest are kept, the timer’s older ones deleted, and nobody else’s files touched', async () => {
  const { sqlite, dir } = await station()
  const others = [
    'kalends-before-upgrade.db',
    'kalends-Mon.db',
    'kalends-Mon.db.partial',
    'notes.txt',
  ]
  written(dir, Object.fromEntries(others.map((name) => [name, 'mine'])))
  written(dir, { 'kalends-20260331T000000Z.db.partial': 'cut short' })
  for (const day of [1, 2, 3, 4, 5])
    await backUpInto(sqlite, { dir, keep: 3, everyHours: 24 }, `2026-04-0${day}T03:00:00Z`)
  expect(readdirSync(dir).sort()).toEqual(
    [3, 4, 5]
      .map((day) => `kalends-2026040${day}T030000Z.db`)
      .concat(others)
      .sort(),
  )
})

afterEach(() => vi.useRealTimers())

test('the timer backs up every so many hours until it is stopped, and a failure stops nothing', async () => {
  const { sqlite, dir, folder } = await station()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const said: string[] = []
  const clock = { now: '2026-04-01T00:00:00Z' }
  const log = {
    info: (event: string) => void said.push(event),
    error: (event: string) => void said.push(event),
  }
  const backup = { dir, keep: 2, everyHours: 6 }
  const stop = backUpRegularly(sqlite, backup, { now: () => clock.now, log })
  vi.advanceTimersByTime(5 * 3_600_000)
  expect(existsSync(dir)).toBe(false)

  writeFileSync(dir, 'a file where the folder should be')
  vi.advanceTimersByTime(3_600_000)
  await vi.waitUntil(() => said.length === 1)
  expect(said).toEqual(['backup failed'])

  rmSync(dir)
  for (const hour of ['12', '18']) {
    clock.now = `2026-04-01T${hour}:00:00Z`
    const before = said.length
    vi.advanceTimersByTime(6 * 3_600_000)
    await vi.waitUntil(() => said.length > before, { timeout: 20_000 })
  }
  expect(said).toEqual(['backup failed', 'backed up', 'backed up'])
  expect(readdirSync(dir)).toEqual(['kalends-20260401T120000Z.db', 'kalends-20260401T180000Z.db'])
  stop()
  vi.advanceTimersByTime(60 * 3_600_000)
  expect(said).toHaveLength(3)
  expect(readdirSync(folder).sort()).toEqual(['backups', 'data'])
})

test('hours beyond what a timer can count do not make it go off at once', async () => {
  const { sqlite, dir } = await station()
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const now = () => '2026-04-01T00:00:00Z'
  const stop = backUpRegularly(sqlite, { dir, keep: 2, everyHours: 2000 }, { now, log: quietLog })
  vi.advanceTimersByTime(24 * 3_600_000)
  stop()
  expect(existsSync(dir)).toBe(false)
})

const sha256 = (file: string) => createHash('sha256').update(readFileSync(file)).digest('hex')

test('a damaged backup is refused, and leaves nothing behind', async () => {
  const { sqlite, dir, folder } = await station()
  const file = await backUpInto(sqlite, { dir, keep: 3, everyHours: 24 }, '2026-04-01T03:00:00Z')
  const bytes = readFileSync(file)
  const at = bytes.indexOf('BEGIN:VCALENDAR')
  bytes.writeUInt8(bytes.readUInt8(at) ^ 1, at)
  writeFileSync(file, bytes)
  const restored = { DATA_DIR: join(folder, 'again/data') }
  const { status, out, err } = await kalends(['restore', file], restored)
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err).toContain('club/season revision 0: identity: SHA-256 is ')
  expect(readdirSync(restored.DATA_DIR)).toEqual([])
  written(folder, { 'notes.txt': 'this is no backup at all, whatever its name may be' })
  const notes = await kalends(['restore', join(folder, 'notes.txt')], restored)
  expect(notes).toMatchObject({ status: 1, err: expect.stringContaining('file is not a database') })
  expect(readdirSync(restored.DATA_DIR)).toEqual([])
})

test('a restoration never writes over a database, nor beside what is left of one', async () => {
  const { sqlite, dir, folder, file: database } = await station()
  const file = await backUpInto(sqlite, { dir, keep: 3, everyHours: 24 }, '2026-04-01T03:00:00Z')
  const before = sha256(database)
  const there = await kalends(['restore', file], { DATA_DIR: join(folder, 'data') })
  expect(there).toMatchObject({ status: 1, err: expect.stringContaining('is there already') })
  expect(sha256(database)).toBe(before)
  const leftover = written(join(folder, 'left'), { 'kalends.db-wal': 'of another database' })
  const beside = await kalends(['restore', file], { DATA_DIR: leftover })
  expect(beside.err).toContain(`${join(leftover, 'kalends.db-wal')} is there already`)
  expect(readdirSync(leftover)).toEqual(['kalends.db-wal'])
})

test('the database is no place for its own backup', async () => {
  const { folder, file } = await station()
  const env = { DATA_DIR: join(folder, 'data') }
  const { status, err } = await kalends(['backup', 'data/../data/kalends.db'], env)
  expect({ status, err }).toEqual({
    status: 2,
    err: 'data/../data/kalends.db is the database itself, not a place for its backup.\n',
  })
  expect(existsSync(file)).toBe(true)
})
