// The partners' thread: calls are answered from it, polls go on beside it, and what gets stuck or
// eats memory takes nothing with it but itself.

import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { expect, test, vi } from 'vitest'
import { harness } from '#harness'
import { createApp } from '../../src/app.ts'
import type { PartnersThread } from '../../src/ports.ts'
import { partnersThread } from '../../src/thread.ts'
import { CLUB, SEASON, written } from '../commands/folders.ts'
import { serving, temporary } from '../commands/process.ts'
import { signedInAt } from '../console/console.ts'
import { ADMIN_KEY } from '../harness.ts'
import { silentLog, station } from './thread/ground.ts'

const STUCK_AFTER_MS = 400
const entry = new URL('thread/troubled.mjs', import.meta.url)

function troubled() {
  const { config } = station()
  const thread = partnersThread({ config, log: silentLog, entry, stuckAfterMs: STUCK_AFTER_MS })
  const call = (path: string, method = 'GET') =>
    thread.answer(new Request(`http://here${path}`, { method }), null)
  const upload = (how: string) => call(`/v1/partners/a/calendars/b/uploads?${how}`, 'POST')
  return { thread, call, upload }
}

test('a file that gets stuck is stopped; who asked beside it tries again; the next is answered', async () => {
  const { thread, call, upload } = troubled()
  expect((await upload('fine')).status).toBe(200)
  const [stuck, beside, next] = [upload('stuck'), call('/v1/uploads/never'), upload('fine')]
  await expect(stuck).rejects.toMatchObject({ code: 'file_too_costly' })
  await expect(beside).rejects.toMatchObject({ code: 'unavailable' })
  expect((await next).status).toBe(200)
  await thread.close()
})

test('a thread that never gets ready blames no file', async () => {
  const { config } = station()
  const nowhere = new URL('thread/nothing-here.mjs', import.meta.url)
  const thread = partnersThread({ config, log: silentLog, entry: nowhere })
  const upload = new Request('http://here/v1/partners/a/calendars/b/uploads', { method: 'POST' })
  await expect(thread.answer(upload, null)).rejects.toMatchObject({
    ...{ code: 'unavailable', params: { why: 'stopped' } },
  })
  await thread.close()
})

test('partners’ calls are handed over, everybody else’s are answered at once', async () => {
  const handed: string[] = []
  const thread: PartnersThread = {
    async answer({ method, url }) {
      handed.push(`${method} ${new URL(url).pathname}`)
      return new Response('{}', { status: 202 })
    },
    async tick() {},
    async close() {},
  }
  const { ports } = await harness()
  const app = createApp({ ...ports, partnersThread: thread })
  const authorization = `Bearer ${ADMIN_KEY}`
  const ask = async (path: string, method = 'GET', headers: Record<string, string> = {}) =>
    (await app.request(path, { method, headers })).status
  const uploads = '/v1/partners/harbour/calendars/regatta/uploads'
  expect(await ask(uploads, 'POST', { authorization })).toBe(202)
  expect(await ask('/v1/uploads/u1', 'GET', { authorization })).toBe(202)
  expect(await ask(uploads, 'POST')).toBe(401)
  expect(await ask(uploads, 'POST', { authorization: 'Bearer nobody' })).toBe(401)
  expect(await ask('/v1/partners')).toBe(200)
  expect(await ask('/v1/calendars/harbour/regatta/events', 'GET', { authorization })).toBe(200)
  expect(await ask('/feeds/harbour/regatta.ics', 'GET', { authorization })).toBe(200)
  expect(handed).toEqual([`POST ${uploads}`, 'GET /v1/uploads/u1'])
})

test('at the console, who is signed in is answered in the thread; a visitor at once', async () => {
  const handed: string[] = []
  const { ports, ...kalends } = await harness()
  const inside = createApp(ports)
  const thread: PartnersThread = {
    async answer(request, body) {
      const { method, url, headers } = request
      handed.push(`${method} ${new URL(url).pathname}`)
      return inside.fetch(new Request(url, { method, headers, body: body as BodyInit | null }))
    },
    async tick() {},
    async close() {},
  }
  const app = createApp({ ...ports, partnersThread: thread })
  const request = async (path: string, init?: RequestInit) => app.request(path, init)
  const { browser, key } = await signedInAt({ ...kalends, ports, request })
  expect(handed).toEqual(['GET /console'])
  handed.length = 0
  await browser.get('/console')
  await browser.post('/console/sign-out-everywhere', {}, { origin: 'https://evil.example' })
  await browser.post('/console/sign-out')
  await browser.get('/console')
  expect(handed).toEqual(['GET /console', 'POST /console/sign-out'])

  const twice = async () => {
    const path = '/v1/partners/harbour/calendars/regatta/uploads'
    const headers = { authorization: `Bearer ${key}`, 'idempotency-key': 'k' }
    const answer = await request(path, {
      method: 'POST',
      headers,
      body: '날짜,제목\n2026-05-01,개막\n',
    })
    return [answer.headers.get('idempotent-replayed'), await answer.text()]
  }
  const [one, two] = [await twice(), await twice()]
  expect([one[0], two]).toEqual([null, ['true', one[1]]])
})

test('a file that eats the memory of its thread is stopped; the process lives', async () => {
  const { thread, upload } = troubled()
  await expect(upload('hungry')).rejects.toMatchObject({ code: 'file_too_costly' })
  expect((await upload('fine')).status).toBe(200)
  await thread.close()
})

test('a thread with nothing to do is never taken for a stuck one', async () => {
  const { thread, call } = troubled()
  const first = await (await call('/v1/uploads/a')).text()
  await pause(STUCK_AFTER_MS * 2)
  expect(await (await call('/v1/uploads/b')).text()).toBe(first)
  await thread.close()
})

test('who has no key is refused before a body is held; a body too long is refused', async () => {
  const folder = temporary()
  const KALENDS_FEEDS = written(join(folder, 'feeds'), CLUB)
  const { url, key } = await serving({ DATA_DIR: join(folder, 'data'), KALENDS_FEEDS })
  const uploads = `${url}/v1/partners/club/calendars/season/uploads`
  const send = (authorization: string, body: string) =>
    fetch(uploads, { method: 'POST', headers: { authorization }, body })
  expect((await send('Bearer nobody', SEASON)).status).toBe(401)
  expect((await send(`Bearer ${key}`, 'x'.repeat(21 * 1024 * 1024))).status).toBe(413)
  const answer = await send(`Bearer ${key}`, SEASON)
  expect([answer.status, answer.headers.get('cache-control')]).toEqual([201, 'no-store'])
})

test('a tick that gets stuck is stopped like a file, and one is enough at a time', async () => {
  const { config } = station()
  const errors: string[] = []
  const log = { ...silentLog, error: (event: string) => void errors.push(event) }
  const thread = partnersThread({ config, log, entry, stuckAfterMs: STUCK_AFTER_MS })
  await Promise.all([thread.tick(), thread.tick()])
  expect(errors).toEqual(['partners’ thread lost', 'tick failed'])
  await thread.close()
})

test('a thread is there from the first call on, and no longer than something is due or asked', async () => {
  const { config } = station()
  let due = false
  const patient = new URL('thread/patient.mjs', import.meta.url)
  const options = { config, log: silentLog, entry: patient, idleMs: 0 }
  const thread = partnersThread({ ...options, isDue: async () => due })
  const born = async () =>
    (await thread.answer(new Request('http://here/v1/uploads/a'), null)).text()
  const first = await born()
  expect(await born()).toBe(first)
  due = true
  const stays = thread.tick()
  due = false
  await stays
  expect(await born()).toBe(first)
  await thread.tick()
  expect(await born()).not.toBe(first)
  await thread.close()
})

test('a running server publishes at a set time by itself', async () => {
  const folder = temporary()
  const DATA_DIR = join(folder, 'data')
  const KALENDS_FEEDS = written(join(folder, 'feeds'), CLUB)
  const { url, key } = await serving({ DATA_DIR, KALENDS_FEEDS })
  const headers = { authorization: `Bearer ${key}` }
  const uploads = `${url}/v1/partners/club/calendars/season/uploads`
  const body = 'id,날짜,제목\nx1,2030-05-01,개막\n'
  const made = await (await fetch(uploads, { method: 'POST', headers, body })).json()
  const upload = `${url}/v1/uploads/${(made as { id: string }).id}`
  const at = new Date(Date.now() + 1500).toISOString().replace(/\.\d+/, '')
  expect((await fetch(`${upload}/publication?at=${at}`, { method: 'POST', headers })).status).toBe(
    200,
  )
  const status = async () =>
    ((await (await fetch(upload, { headers })).json()) as { status: string }).status
  await vi.waitFor(async () => expect(await status()).toBe('published'), 20_000)
})
