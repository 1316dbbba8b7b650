// What becomes of what is fetched.

import { expect, test, vi } from 'vitest'
import { harness } from '#harness'
import { Problem } from '../../src/problem.ts'
import { ticker } from '../../src/timer.ts'
import { ADMIN_KEY, type Kalends } from '../harness.ts'
import { elsewhere, SOURCES, source, tick, URL } from './server.ts'

const ONE = '날짜,시간,제목\n2026-05-01,18:30,개막\n'
const TWO = `${ONE}2026-05-02,18:30,둘째 날\n`
const BROKEN = `${ONE}2026-02-30,18:30,없는 날\n`
const DOUBTFUL = '날짜,제목\n03/04/2026,개막\n'
const GONE = new Problem('not_fetched', { why: 'timeout' })

const uploads = async (kalends: Kalends) =>
  (await kalends.admin('GET', '/v1/partners/harbour/calendars/regatta/uploads')).body.uploads

test('what is fetched is published by itself, and by whom stands in the history', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const there = elsewhere(kalends, ONE)
  const { read } = await source(kalends)
  await tick(kalends)
  expect(there.asked.map(({ url }) => url)).toEqual([URL])
  expect(await kalends.feed('harbour/regatta')).toContain('개막')
  const [upload] = await uploads(kalends)
  expect(upload).toMatchObject({
    ...{ status: 'published', filename: 'schedule.csv', author: 'source: harbour.example.com' },
  })
  expect(await read()).toMatchObject({
    ...{ state: 'ok', problem: null, upload: upload.id, httpStatus: 200, failures: 0 },
    ...{ pulledAt: '2026-04-01T00:00:00Z', nextAt: expect.stringMatching(/^2026-04-01T01:0/) },
  })
})

test('it is fetched again when its time comes, not before', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const there = elsewhere(kalends, ONE)
  const { read } = await source(kalends, { every: 30 })
  await tick(kalends)
  await tick(kalends, '2026-04-01T00:29:59Z')
  expect(there.asked).toHaveLength(1)
  there.answers = TWO
  await tick(kalends, (await read()).nextAt)
  expect(there.asked).toHaveLength(2)
  expect(await kalends.feed('harbour/regatta')).toContain('둘째 날')
})

test('neither the same bytes nor a 304 make an upload', async () => {
  const kalends = await harness()
  const headers = { etag: '"1"', 'last-modified': 'Wed, 01 Apr 2026 00:00:00 GMT' }
  const there = elsewhere(kalends, { body: ONE, headers })
  const { pull } = await source(kalends)
  const first = await pull()
  expect(await pull()).toMatchObject({ state: 'ok', upload: first.upload })
  there.answers = { status: 304 }
  expect(await pull()).toMatchObject({ state: 'ok', upload: first.upload, httpStatus: 304 })
  expect(await uploads(kalends)).toHaveLength(1)
  expect(there.asked[0]?.headers).not.toHaveProperty('If-None-Match')
  expect(there.asked[2]?.headers).toMatchObject({
    ...{ 'If-None-Match': '"1"', 'If-Modified-Since': 'Wed, 01 Apr 2026 00:00:00 GMT' },
  })
})

test.each([
  ['errors', BROKEN, 'refused'],
  ['questions', DOUBTFUL, 'ready'],
])('what has %s waits for a person; what is published stays', async (_, file, status) => {
  const kalends = await harness()
  const there = elsewhere(kalends, ONE)
  const { pull } = await source(kalends)
  await pull()
  const feed = await kalends.feed('harbour/regatta')
  there.answers = file
  const waiting = await pull()
  expect(waiting).toMatchObject({ state: 'waiting', problem: null, upload: expect.any(String) })
  const { body } = await kalends.admin('GET', `/v1/uploads/${waiting.upload}`)
  expect(body.status).toBe(status)
  expect(await kalends.feed('harbour/regatta')).toBe(feed)
})

test('while one waits, the same bytes make no other; new ones take its place', async () => {
  const kalends = await harness()
  const there = elsewhere(kalends, BROKEN)
  const { pull } = await source(kalends)
  const first = await pull()
  expect(await pull()).toMatchObject({ state: 'waiting', upload: first.upload })
  there.answers = ONE
  expect(await pull()).toMatchObject({ state: 'ok' })
  expect((await uploads(kalends)).map(({ status }: { status: string }) => status)).toEqual(
    expect.arrayContaining(['published', 'discarded']),
  )
  expect(await uploads(kalends)).toHaveLength(2)
})

test('once somebody has thrown away what waited, nothing waits', async () => {
  const kalends = await harness()
  elsewhere(kalends, DOUBTFUL)
  const { pull, read } = await source(kalends)
  const { upload } = await pull()
  await kalends.admin('DELETE', `/v1/uploads/${upload}`)
  expect(await read()).toMatchObject({ state: 'ok', upload })
})

test('an order of dates that was answered once is known of the next file', async () => {
  const kalends = await harness()
  const there = elsewhere(kalends, DOUBTFUL)
  const { pull } = await source(kalends)
  const { upload } = await pull()
  await kalends.admin('PATCH', `/v1/uploads/${upload}`, { dateOrder: 'DMY' })
  there.answers = `${DOUBTFUL}04/05/2026,폐막\n`
  expect(await pull()).toMatchObject({ state: 'ok' })
  expect(await kalends.feed('harbour/regatta')).toContain('20260403')
})

test.each([
  [GONE, 'not_fetched', /30/],
  [new Problem('url_not_allowed', { value: URL, why: 'inside' }), 'url_not_allowed', /public/],
  [{ status: 500 }, 'http_status', /500/],
  [{ status: 304 }, 'http_status', /304/],
  [
    { body: '<!doctype html><p>Sign in', headers: { 'content-type': 'text/html' } },
    ...(['unsupported_media', /text\/html/] as const),
  ],
])('what cannot be fetched is told: %#', async (answers, code, message) => {
  const kalends = await harness()
  elsewhere(kalends, answers)
  const { pull } = await source(kalends)
  expect(await pull()).toMatchObject({
    state: 'failing',
    failures: 1,
    upload: null,
    problem: { code },
  })
  expect((await pull()).problem.message).toMatch(message)
  expect(await uploads(kalends)).toEqual([])
})

test('while it fails it is tried less and less often, and each day at least', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const there = elsewhere(kalends, GONE)
  const { read } = await source(kalends)
  const waits: number[] = []
  for (let failures = 1; failures <= 8; failures += 1) {
    await tick(kalends)
    const { nextAt } = await read()
    waits.push((Date.parse(nextAt) - Date.parse(kalends.clock.now)) / 3_600_000)
    kalends.clock.now = nextAt
  }
  const hours = [1, 2, 4, 8, 16, 24, 24, 24]
  for (const [at, wait] of waits.entries()) {
    expect(wait).toBeGreaterThanOrEqual(hours[at] ?? 0)
    expect(wait).toBeLessThanOrEqual(Math.min(24, (hours[at] ?? 0) * 1.1))
  }
  there.answers = ONE
  await tick(kalends)
  expect(await read()).toMatchObject({ state: 'ok', failures: 0, problem: null })
})

test.each([
  ['7200', '2026-04-01T02:'],
  ['Wed, 01 Apr 2026 03:00:00 GMT', '2026-04-01T03:'],
  ['999999999', '2026-04-02T00:00:00Z'],
  ['soon', '2026-04-01T01:'],
])('Retry-After: %s is kept, up to a day', async (header, next) => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  elsewhere(kalends, { status: 429, headers: { 'retry-after': header } })
  const { pull } = await source(kalends)
  expect((await pull()).nextAt).toMatch(new RegExp(`^${next}`))
})

test('a tag that is not fit for a header is not sent back', async () => {
  const kalends = await harness()
  const there = elsewhere(kalends, { body: ONE, headers: { etag: '"a\u000bb"' } })
  const { pull } = await source(kalends)
  await pull()
  await pull()
  expect(there.asked[1]?.headers).not.toHaveProperty('If-None-Match')
})

test('a slow server keeps neither another source nor a publication waiting', async () => {
  const kalends = await harness()
  let answer = () => {}
  kalends.ports.fetch = async ({ url }) => {
    if (url.includes('slow')) await new Promise<void>((answered) => (answer = answered))
    return { url, status: 200, header: () => null, body: new TextEncoder().encode(ONE) }
  }
  const slow = await source(kalends, { url: 'https://slow.example.com/a.csv' })
  const quick = await source(kalends)
  const once = ticker(kalends.ports)
  const first = await once()
  await once()
  const seen = async () => [(await slow.read()).state, (await quick.read()).state]
  await vi.waitFor(async () => expect(await seen()).toEqual(['new', 'ok']), 20_000)
  answer()
  await first.ended
  expect(await seen()).toEqual(['ok', 'ok'])
})

test('one that was begun twice and never ended is not begun a third time at once', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const there = elsewhere(kalends, ONE)
  const { path, read } = await source(kalends)
  const { fetch, log } = kalends.ports
  kalends.ports.log = { ...log, error: () => {} }
  // As when the thread is lost: nothing after the fetch is written down.
  kalends.ports.fetch = async () => {
    throw new Error('SQLITE_BUSY')
  }
  for (const _ of [1, 2]) await kalends.admin('POST', `${path}/pull`).catch(() => {})
  kalends.ports.fetch = fetch
  await tick(kalends, (await read()).nextAt)
  expect(there.asked).toEqual([])
  expect(await read()).toMatchObject({ state: 'failing', problem: { code: 'file_too_costly' } })
  await tick(kalends, (await read()).nextAt)
  expect(await read()).toMatchObject({ state: 'ok' })
})

test('sources of a deleted calendar rest', async () => {
  const kalends = await harness()
  const there = elsewhere(kalends, ONE)
  const { path } = await source(kalends)
  await kalends.admin('DELETE', '/v1/partners/harbour/calendars/regatta')
  await tick(kalends)
  expect(there.asked).toEqual([])
  expect((await kalends.admin('POST', `${path}/pull`)).body.code).toBe('calendar_deleted')
  const { status } = await kalends.admin('POST', SOURCES, { url: URL })
  expect(status).toBe(409)
})

test('whoever is fetched from is given a rest between two fetches by hand', async () => {
  const kalends = await harness()
  const server = elsewhere(kalends, '날짜,제목\n2026-05-01,개막\n')
  const { path } = await source(kalends)
  const headers = { authorization: `Bearer ${ADMIN_KEY}` }
  const pull = () => kalends.request(`${path}/pull`, { method: 'POST', headers })
  expect((await pull()).status).toBe(200)
  kalends.clock.now = '2026-04-01T00:00:04Z'
  const refused = await pull()
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '6'])
  expect(await refused.json()).toMatchObject({ code: 'pulled_just_now', seconds: 6 })
  kalends.clock.now = '2026-04-01T00:00:10Z'
  expect((await pull()).status).toBe(200)
  expect(server.asked).toHaveLength(2)
})
