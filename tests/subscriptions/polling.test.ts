// How a personal feed is polled: tags, 304, what is asked of the database, and what is told to nobody.

import { expect, test } from 'vitest'
import { textIn, watch } from '../feeds/asking.ts'
import { choose, OVER, overlay, poll, SEASON, send, subscribed } from './subscribed.ts'

const tagOf = (response: Response) => response.headers.get('etag') ?? ''
const sha256 = async (bytes: ArrayBuffer) =>
  Array.from(new Uint8Array(await crypto.subtle.digest('SHA-256', bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('')

test('the headers: private, a strong tag that is the hash of the bytes, HEAD like GET', async () => {
  const here = await subscribed({ label: '우리 집' })
  const got = await poll(here)
  expect(got.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  expect(got.headers.get('cache-control')).toBe('private, no-cache')
  expect(got.headers.get('content-disposition')).toContain(
    `UTF-8''${encodeURIComponent('우리 집')}`,
  )
  expect(tagOf(got)).toBe(`"${await sha256(await got.arrayBuffer())}"`)
  const head = await poll(here, { method: 'HEAD' })
  expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(got.headers))
  expect(await head.text()).toBe('')
  const zipped = await poll(here, { headers: { 'accept-encoding': 'gzip' } })
  expect(zipped.headers.get('content-encoding')).toBe('gzip')
  expect(await textIn(zipped)).toBe(await (await poll(here)).text())
})

test('304 for who has it, by its tag alone; not by a date, nor by the tag of another feed', async () => {
  const here = await subscribed()
  const wish = { calendars: [OVER], prefix: '⚾' }
  const made = await send(here.kalends, 'POST', '/v1/subscriptions', wish)
  const other = { ...here, token: made.body.token }
  const got = await poll(here)
  const known = await poll(here, { headers: { 'if-none-match': `W/${tagOf(got)}, "x"` } })
  expect([known.status, await known.text(), tagOf(known)]).toEqual([304, '', tagOf(got)])
  const since = { 'if-modified-since': got.headers.get('last-modified') ?? '' }
  expect((await poll(here, { headers: since })).status).toBe(200)
  const foreign = { 'if-none-match': tagOf(await poll(other)) }
  expect((await poll(here, { headers: foreign })).status).toBe(200)
  await overlay(here, here.uids.g1, { memo: '우산' })
  expect((await poll(here, { headers: since })).status).toBe(200)
})

test('tracking parameters are ignored, any other option is refused', async () => {
  const { kalends, token } = await subscribed()
  const asked = async (query: string) =>
    (await kalends.request(`/feeds/my/${token}.ics?${query}`)).status
  expect(await asked('utm_source=x&fbclid=y')).toBe(200)
  expect(await asked('categories=')).toBe(400)
})

test('a poll is one query at most when nothing changed, and writes nothing', async () => {
  const here = await subscribed()
  await poll(here)
  const seen = watch(here.kalends)
  await poll(here)
  expect(seen).toMatchObject({ batches: 0, writes: [], reads: [] })
  expect(seen.queries).toBeLessThanOrEqual(1)
})

test('what is too large to be held is put together once for a poll all the same', async () => {
  const day = (at: number) => `2026-${String(5 + (at % 8)).padStart(2, '0')}-10`
  const long = '가'.repeat(7000)
  const rows = Array.from({ length: 300 }, (_, at) => `x${at},${day(at)},${at},${long}`)
  const file = ['external_id,날짜,제목,description', ...rows].join('\n')
  const small = await subscribed()
  const few = watch(small.kalends)
  expect((await poll(small)).status).toBe(200)
  const large = await subscribed({}, file)
  const many = watch(large.kalends)
  expect((await (await poll(large)).arrayBuffer()).byteLength).toBeGreaterThan(6_000_000)
  expect(many.queries).toBe(few.queries)
})

test('the last known feed rather than an error; without one, an error that says so', async () => {
  const here = await subscribed()
  const before = await (await poll(here)).text()
  const { db } = here.kalends.ports
  const logged: string[] = []
  Object.assign(here.kalends.ports, {
    db: { ...db, generation: () => null, query: () => Promise.reject(new Error('SQLITE_IOERR')) },
    log: {
      info: () => {},
      error: (event: string, about?: object) => logged.push(event + JSON.stringify(about)),
    },
  })
  const stale = await poll(here)
  expect([stale.status, await stale.text()]).toEqual([200, before])
  const cold = await poll({ ...here, token: 'a'.repeat(32) })
  expect(cold.status).toBe(503)
  expect(logged).toHaveLength(2)
  expect(logged.join()).not.toContain(here.token)
  expect(logged.join()).not.toContain('a'.repeat(32))
})

test('an unknown token is 404, and told back nowhere', async () => {
  const { kalends } = await subscribed()
  for (const path of [
    ...['/feeds/my/SECRETSECRET.ics', `/feeds/my/${'secret'.repeat(6)}/all.ics`],
    ...[`/feeds/my/${'secret'.repeat(6)}`, `/v1/subscriptions/${'secret'.repeat(6)}`],
    `/v1/subscriptions/${'secret'.repeat(6)}/nowhere/at/all`,
  ]) {
    const response = await kalends.request(path)
    expect([path, response.status]).toEqual([path, 404])
    expect(await response.text()).not.toMatch(/secretsecret/i)
  }
})

test('another calendar’s publication asks for a new look and changes nothing', async () => {
  const here = await subscribed()
  await here.kalends.admin('PUT', '/v1/partners/harbour/calendars/ferries', { name: '여객선' })
  const before = await poll(here)
  await here.kalends.upload('harbour/ferries', '날짜,제목\n2026-05-03,첫 배\n')
  const after = await poll(here)
  expect([tagOf(after), after.headers.get('last-modified')]).toEqual([
    ...[tagOf(before), before.headers.get('last-modified')],
  ])
})

test('§8.57 a personal feed’s tag changes when its bytes do, and only then', async () => {
  const here = await subscribed({ filters: { teams: ['LG'] } })
  const seen = new Map<string, string>()
  const look = async () => {
    const response = await poll(here)
    const text = await response.text()
    expect([...seen].some(([tag, known]) => (tag === tagOf(response)) !== (known === text))).toBe(
      false,
    )
    seen.set(tagOf(response), text)
    return tagOf(response)
  }
  const first = await look()
  await here.kalends.upload(OVER, SEASON.replace('팬 감사제', '팬 잔치'))
  expect(await look()).toBe(first)
  await choose(here, { label: '엘지' })
  expect(await look()).not.toBe(first)
  await here.kalends.upload(OVER, SEASON.replace('18:30,개막전', '19:30,개막전'))
  await look()
  await send(here.kalends, 'DELETE', `/v1/subscriptions/${here.token}`)
  await look()
  expect(seen.size).toBe(4)
})

test('§8.65 a personal feed’s address is short too, with its category', async () => {
  const { made } = await subscribed({ split: 'category' })
  for (const { feedUrl, webcalUrl } of [made, ...made.feeds])
    expect(Math.max(feedUrl.length, webcalUrl.length)).toBeLessThan(200)
})
