// Hostile requests, byte for byte, over a socket to the real server on its own data folder.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readConfig } from '../../src/config.ts'
import { listen, openStation } from '../../src/node.ts'
import { cookiesSetBy } from '../console/console.ts'
import { ADMIN_KEY, type Json } from '../harness.ts'

const HOSTILE = new URL('../../../shared/hostile/', import.meta.url)
const here = existsSync(HOSTILE)

const index = here ? JSON.parse(readFileSync(new URL('index.json', HOSTILE), 'utf8')) : {}
const cases: Json[] = (index.cases ?? []).filter(({ kind }: Json) => kind === 'http')

const MAX_MS = 5000
/** The set calls it /login. */
const SIGN_IN = '/console/sign-in'
const FEED = '/feeds/a/own.ics'
const OTHER_FEED = '/feeds/b/theirs.ics'
const logged: string[] = []
const fills: Record<string, string> = {}
const root = mkdtempSync(join(tmpdir(), 'kalends-http-'))
const server = { port: 0, origin: '', close: async () => {} }

beforeAll(async () => {
  const dataDir = join(root, 'one', 'two', 'data')
  mkdirSync(dataDir, { recursive: true })
  const config = readConfig({ KALENDS_ADMIN_KEY: ADMIN_KEY, PORT: '0', DATA_DIR: dataDir })
  const log = (event: string, about?: object) => logged.push(JSON.stringify({ event, ...about }))
  const station = openStation(config, { info: log, error: log })
  const { server: http, ports } = await listen(station.ports)
  server.origin = ports.config.publicUrl
  server.port = Number(new URL(server.origin).port)
  server.close = async () => {
    http.closeAllConnections()
    await new Promise((resolve) => http.close(resolve))
    station.sqlite.close()
    rmSync(root, { recursive: true })
  }
  const [own, other] = [await tenant('a', 'own'), await tenant('b', 'theirs')]
  const [mine, theirs] = [await personal('a/own'), await personal('b/theirs')]
  Object.assign(fills, {
    ...{ PERSONAL_FEED_A: mine, ETAG_OF_PERSONAL_FEED_B: tagOf(await get(theirs)) ?? '' },
    ...{ OWN_HOST: `127.0.0.1:${server.port}`, API_KEY: own, KEY_B: other, FEED_PATH: FEED },
    ...{ UPLOAD_PATH: '/v1/partners/a/calendars/own/uploads', SEARCH_PATH: '/v1/partners' },
    ...{ API_EVENTS_PATH: '/v1/calendars/a/own/events' },
    ...{ CONSOLE_PUBLISH_PATH: '/console/sign-out-everywhere', SESSION: await sessionWith(own) },
    ...{ SESSION_COOKIE_NAME: 'kalends' },
    ...{ CALENDAR_A_PATH: '/v1/partners/a/calendars/own', PERSONAL_FEED_A_WRONG: '/feeds/a/x.ics' },
    SSE_PATH: mine.replace(/^\/feeds\/my\/(\w+)\.ics$/, '/v1/subscriptions/$1/stream'),
  })
})

afterAll(() => server.close())

/** A partner with one published calendar; answers its key. */
async function tenant(partner: string, calendar: string): Promise<string> {
  const authorization = `Bearer ${ADMIN_KEY}`
  const ask = async (method: string, path: string, body: object | string) => {
    const json = typeof body === 'object'
    const answer = await fetch(server.origin + path, {
      ...{ method, body: json ? JSON.stringify(body) : body },
      headers: { authorization, 'content-type': json ? 'application/json' : 'text/csv' },
    })
    expect(answer.status).toBe(201)
    return (await answer.json()) as Json
  }
  await ask('PUT', `/v1/partners/${partner}`, { name: partner, timezone: 'Asia/Seoul' })
  const path = `/v1/partners/${partner}/calendars/${calendar}`
  await ask('PUT', path, { name: calendar })
  await ask('POST', `${path}/uploads?publish=true`, '날짜,제목\n2026-05-01,개막\n')
  return (await ask('POST', `/v1/partners/${partner}/keys`, { label: 'test' })).key
}

/** The address of a personal feed of one calendar. */
async function personal(calendar: string): Promise<string> {
  const answer = await fetch(`${server.origin}/v1/subscriptions`, {
    ...{ method: 'POST', headers: { 'content-type': 'application/json' } },
    body: JSON.stringify({ calendars: [calendar] }),
  })
  return new URL(((await answer.json()) as Json).feedUrl).pathname
}

/** A browser's cookie after signing in with a key. */
async function sessionWith(key: string): Promise<string> {
  const answer = await fetch(`${server.origin}${SIGN_IN}`, {
    ...{ method: 'POST', redirect: 'manual', body: new URLSearchParams({ key }) },
    headers: { origin: server.origin },
  })
  expect(answer.status).toBe(303)
  return cookiesSetBy(answer)[0]?.split(';')[0] ?? ''
}

interface Answer {
  status: number
  head: string
  body: string
}

/** What the server says to these octets before it, or our patience, ends. */
async function answerTo(octets: Buffer): Promise<Answer> {
  const socket = connect(server.port, '127.0.0.1')
  const chunks: Buffer[] = []
  socket.on('error', () => {})
  socket.write(octets)
  await new Promise<void>((resolve) => {
    const patience = setTimeout(resolve, MAX_MS)
    const done = () => {
      clearTimeout(patience)
      resolve()
    }
    socket.on('data', (chunk) => {
      chunks.push(chunk)
      if (isWhole(Buffer.concat(chunks).toString('latin1'))) done()
    })
    socket.on('close', done)
  })
  socket.destroy()
  const [head = '', ...rest] = Buffer.concat(chunks).toString('latin1').split('\r\n\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3})/.exec(head)?.[1] ?? 0)
  return { status, head, body: rest.join('\r\n\r\n') }
}

function isWhole(text: string): boolean {
  const end = text.indexOf('\r\n\r\n')
  if (/^HTTP\/1\.1 (?:204|304)/.test(text)) return end >= 0
  // It has no end; its first event is the answer.
  if (/\r\ncontent-type: text\/event-stream/i.test(text)) return text.includes('\n\n\r\n')
  const length = /\r\ncontent-length: (\d+)/i.exec(text.slice(0, end))?.[1]
  return end >= 0 && length !== undefined && text.length - end - 4 >= Number(length)
}

const filled = (text: string) =>
  text.replace(/\{\{(\w+)\}\}/g, (_, name: string) => fills[name] ?? '')
const get = (path: string) =>
  answerTo(Buffer.from(`GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`))
const tagOf = ({ head }: Answer) => /\r\netag: (.*)/i.exec(head)?.[1]

test.skipIf(!here)('every request of the set is run', () => {
  expect(cases.length).toBe(38)
})

test.skipIf(!here).each(cases.map((one) => [`${one.id} ${one.title}`, one]))(
  '%s',
  async (_name, one: Json) => {
    const kept = await Promise.all([get(FEED), get(OTHER_FEED)])
    const raw = readFileSync(new URL(one.file, HOSTILE), 'latin1').replace('/login', SIGN_IN)
    const begun = performance.now()
    const answer = await answerTo(Buffer.from(filled(raw), 'latin1'))
    expect(performance.now() - begun).toBeLessThan(MAX_MS)
    expect(one.status, answer.head + answer.body.slice(0, 300)).toContain(answer.status)
    await holds(one.must ?? {}, answer)
    const after = await Promise.all([get(FEED), get(OTHER_FEED)])
    expect(after.map(({ body }) => body)).toEqual(kept.map(({ body }) => body))
    expect((await get('/healthz')).status).toBe(200)
  },
)

async function holds(must: Json, { head, body }: Answer): Promise<void> {
  for (const text of must.bodyNot ?? []) expect(body).not.toContain(text)
  for (const text of must.headersNot ?? []) expect(head).not.toContain(text)
  for (const text of must.logNot ?? []) expect(logged.join('\n')).not.toContain(filled(text))
  if (must.sessionIdNot) expect(head).not.toContain(must.sessionIdNot)
  const plain = await get(FEED)
  if (must.sameBodyAsPlain) expect(body).toBe(plain.body)
  if (must.sameEtagAsPlain) expect(tagOf({ status: 200, head, body })).toBe(tagOf(plain))
  if (must.contentType) expect(head.toLowerCase()).toContain(`content-type: ${must.contentType}`)
  if (must.nosniff) expect(head.toLowerCase()).toContain('x-content-type-options: nosniff')
  if (must.maxItems && body.startsWith('{"events"'))
    expect(JSON.parse(body).events.length).toBeLessThanOrEqual(must.maxItems)
  if (must.sameAsUnknownFeed)
    expect(body.replaceAll('a/x', 'a/y')).toBe((await get('/feeds/a/y.ics')).body)
}

const named: Json[] = (index.cases ?? []).filter(({ filename }: Json) => filename !== undefined)

test.skipIf(!here)('no file name makes a file appear outside the data folder', async () => {
  const beside = readdirSync('.')
  for (const { file, filename } of named) {
    const query = new URLSearchParams({ filename })
    const answer = await fetch(`${server.origin}${fills.UPLOAD_PATH}?${query}`, {
      ...{ method: 'POST', body: readFileSync(new URL(file, HOSTILE)) },
      headers: { authorization: `Bearer ${fills.API_KEY}` },
    })
    expect(answer.status, filename).toBeLessThan(500)
  }
  expect(named.length).toBe(12)
  const outside = readdirSync(root, { recursive: true, encoding: 'utf8' }).filter(
    (name) => !name.startsWith(join('one', 'two', 'data')),
  )
  expect(outside.sort()).toEqual(['one', join('one', 'two')])
  expect(readdirSync('.')).toEqual(beside)
})
