// The start, as whoever runs a server sees it: the first one, the next, and those that cannot be.

import { once } from 'node:events'
import { existsSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { openStation } from '../../src/node.ts'
import { vapidOf } from '../../src/push/vapid.ts'
import { CLUB, written } from '../commands/folders.ts'
import { kalends, type Serving, serving, start, temporary } from '../commands/process.ts'

function here() {
  const folder = temporary()
  const KALENDS_FEEDS = written(join(folder, 'feeds'), CLUB)
  return { folder, env: { DATA_DIR: join(folder, 'data'), KALENDS_FEEDS } }
}

const feedOf = async ({ url }: Serving) => {
  const response = await fetch(`${url}/feeds/club/season.ics`)
  return { etag: response.headers.get('etag'), text: await response.text() }
}

/** Whether a key may do what only the operator's may. */
const opens = async ({ url }: Serving, key = '') => {
  const headers = { authorization: `Bearer ${key}` }
  return (await fetch(`${url}/v1/partners/club/keys`, { headers })).status
}

test('the first start publishes the examples, says where to look, and shows the key once', async () => {
  const { env } = here()
  const first = await serving(env)
  expect(first.greeting.split('\n').slice(0, -2)).toEqual([
    'First start: publishing the example calendars',
    '  ✓ club/season',
    '1 calendar published.',
    'Kalends is ready.',
    `  Calendars: ${first.url}/`,
    `  API docs: ${first.url}/docs`,
    expect.stringMatching(/^ {2}Admin key \(shown this once; `npx kalends keys reset-admin` makes/),
  ])
  expect(first.key).toMatch(/^[a-z2-7]{44}$/)
  // For Web Push, before anybody asks for it.
  const { sqlite } = openStation({ ...readConfig({}), dataDir: env.DATA_DIR })
  const keys = sqlite.prepare(`SELECT value FROM installation WHERE name = 'vapid'`).all()
  expect(keys).toEqual([{ value: expect.stringContaining('P-256') }])
  sqlite.close()
  const feed = await feedOf(first)
  expect(feed.text).toContain('SUMMARY:우리 구단 vs 먼 구단')
  expect(await opens(first, first.key)).toBe(200)
  expect(await first.end('SIGTERM')).toBe(0)

  const second = await serving(env)
  expect(second.greeting).toBe(
    `Kalends is ready.\n  Calendars: ${second.url}/\n  API docs: ${second.url}/docs\n`,
  )
  expect(await feedOf(second)).toEqual(feed)
  expect(await opens(second, first.key)).toBe(200)
})

test('of two processes that start at once both push with one key', async () => {
  const config = { ...readConfig({}), dataDir: join(temporary(), 'data') }
  const stations = [openStation(config), openStation(config)]
  const keys = await Promise.all(
    stations.map(async ({ ports }) => (await vapidOf(ports)).publicKey),
  )
  expect(keys[0]).toBe(keys[1])
  for (const { sqlite } of stations) sqlite.close()
})

test('the start speaks Korean where the terminal does', async () => {
  const { env } = here()
  const started = start(['serve'], { PORT: '0', ...env, LC_ALL: 'ko_KR.UTF-8' })
  const said = await started.printed(/docs\n/)
  expect(said).toContain(
    '첫 시작: 예시 캘린더를 게시합니다\n  ✓ club/season\n캘린더 1개를 게시했습니다.',
  )
})

test('with PORT=0 every link holds the port that was given', async () => {
  const server = await serving(here().env)
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:[1-9]\d+$/)
  const response = await fetch(`${server.url}/v1/calendars/club/season`)
  expect(await response.json()).toMatchObject({ feedUrl: `${server.url}/feeds/club/season.ics` })
})

test('a lost admin key: another is made beside the running server, and the old one ends', async () => {
  const { env } = here()
  const server = await serving(env)
  const { out } = await kalends(['keys', 'reset-admin'], env)
  const key = out.split('\n')[1]
  expect(key).toMatch(/^[a-z2-7]{44}$/)
  expect([await opens(server, server.key), await opens(server, key)]).toEqual([401, 200])
})

test('KALENDS_ADMIN_KEY is the key, and none is made', async () => {
  const { env } = here()
  const KALENDS_ADMIN_KEY = 'a-key-that-the-operator-chose-himself'
  const server = await serving({ ...env, KALENDS_ADMIN_KEY })
  expect(server.out()).not.toContain('Admin key')
  expect(await opens(server, KALENDS_ADMIN_KEY)).toBe(200)
})

test('KALENDS_FEEDS=none is an empty server', async () => {
  const server = await serving({ ...here().env, KALENDS_FEEDS: 'none' })
  expect(server.greeting).toMatch(/^Kalends is ready\./)
  expect(await (await fetch(`${server.url}/v1/partners`)).json()).toEqual({ partners: [] })
})

test('a folder of examples that is not there is said, and the next start is a first start again', async () => {
  const { folder, env } = here()
  const wrong = await serving({ ...env, KALENDS_FEEDS: join(folder, 'feds') })
  expect(wrong.greeting).toContain(`There is no folder ${join(folder, 'feds')}`)
  await wrong.end('SIGTERM')
  const right = await serving(env)
  expect(right.greeting).toContain('✓ club/season')
})

test('only its owner may look into the data folder', async () => {
  const { env } = here()
  await (await serving(env)).end('SIGTERM')
  if (process.platform !== 'win32') expect(statSync(env.DATA_DIR).mode & 0o077).toBe(0)
  expect(readdirSync(env.DATA_DIR)).toEqual(['kalends.db'])
})

const STACK = /^\s+at |node:internal|\.ts:\d+/m

test.each([
  ['KALENDS_ADMIN_KEY', 'short-secret', 'KALENDS_ADMIN_KEY: needs 32 characters or more\n'],
  ['PORT', 'http', 'PORT (“http”): must be a number from 0 to 65535\n'],
  ['PORT', '65536', 'PORT (“65536”): must be a number from 0 to 65535\n'],
  ['PUBLIC_URL', 'calendars', 'PUBLIC_URL (“calendars”): must be an address such as '],
  ['KALENDS_BACKUP_HOURS', '0', 'KALENDS_BACKUP_HOURS (“0”): must be a number above 0\n'],
  ['KALENDS_BACKUP_KEEP', '0', 'KALENDS_BACKUP_KEEP (“0”): must be a whole number from 1\n'],
  ['TRUST_PROXY', 'yes', 'TRUST_PROXY (“yes”): must be how many proxies stand in front, 0 to 9'],
])('%s=%s is refused in one line, before anything is made', async (name, value, said) => {
  const { env } = here()
  const { status, out, err } = await kalends(['serve'], { PORT: '0', ...env, [name]: value })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err).toMatch(/^[^\n]+\n$/)
  expect(err).toContain(said)
  expect(existsSync(env.DATA_DIR)).toBe(false)
})

test('a data folder that cannot be one is refused in one line', async () => {
  const { folder, env } = here()
  written(folder, {
    file: 'no folder',
    'notes/kalends.db': 'no database, but long enough to be read as one',
  })
  const start = (DATA_DIR: string) => kalends(['serve'], { PORT: '0', ...env, DATA_DIR })
  const [file, notes] = await Promise.all([
    start(join(folder, 'file')),
    start(join(folder, 'notes')),
  ])
  for (const { status, out, err } of [file, notes]) {
    expect({ status, out }).toEqual({ status: 1, out: '' })
    expect(err).toMatch(/^DATA_DIR \S+ cannot be used: [^\n]+\n$/)
    expect(err).not.toMatch(STACK)
  }
  expect(notes.err).toContain('file is not a database')
})

test('a port that is taken is said in one line; the key is shown by the start that succeeds', async () => {
  const { env } = here()
  const other = createServer().listen(0, '127.0.0.1')
  onTestFinished(() => void other.close())
  await once(other, 'listening')
  const { port } = other.address() as AddressInfo
  const { status, out, err } = await kalends(['serve'], { ...env, PORT: String(port) })
  expect({ status, out }).toEqual({ status: 1, out: '' })
  expect(err).toBe(
    `Cannot listen on 127.0.0.1 port ${port}: listen EADDRINUSE: address already in use 127.0.0.1:${port}. Set PORT or HOST.\n`,
  )
  expect((await serving(env)).key).toBeDefined()
})

test('an example that is wrong is named, and the server starts with the others', async () => {
  const { env } = here()
  writeFileSync(join(env.KALENDS_FEEDS, 'club', 'season', 'calendar.json'), '{"name": ')
  written(env.KALENDS_FEEDS, { 'shop/partner.json': { name: 'Shop', timezone: 'Mars/Olympus' } })
  const server = await serving(env)
  expect(server.greeting).toContain('✕ club/season')
  expect(server.greeting).toContain('✕ shop')
  expect(server.err()).toContain('/timezone: "Mars/Olympus". An IANA time zone such as Asia/Seoul.')
  expect((await fetch(`${server.url}/feeds/club/season.ics`)).status).toBe(404)
})
