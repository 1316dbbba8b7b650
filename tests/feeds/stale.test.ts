// §8.61: stale rather than an error. Thunderbird switches a subscription off at a 5xx, Evolution and
// Thunderbird throw away all events at an answer that is no calendar.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { createApp } from '../../src/app.ts'
import type { Kalends } from '../harness.ts'
import { ask, askIn, CODINGS, type Coding, FEED, SEASON, tagOf, textIn, watch } from './asking.ts'

/** Published, and polled once. */
async function polled() {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const feed = await (await ask(kalends)).text()
  return { kalends, feed, errors: watch(kalends).errors }
}

function breakDatabase({ ports }: Kalends): void {
  const fail = () => {
    throw new Error('SQLITE_IOERR: disk I/O error')
  }
  ports.db = { query: async () => fail(), batch: async () => fail(), generation: fail }
}

/** The keys of the published revision's bytes, by coding. */
async function keysOf(kalends: Kalends): Promise<Record<Coding, string>> {
  const tags = await Promise.all(CODINGS.map(async (coding) => tagOf(await askIn(kalends, coding))))
  const { reads } = watch(kalends)
  const fresh = createApp(kalends.ports)
  for (const coding of CODINGS)
    await fresh.request(FEED, { headers: { 'accept-encoding': coding } })
  const key = (place: number) =>
    reads.find((key) => key.endsWith(tags[place]?.slice(1, -1) ?? '?')) ?? ''
  return { identity: key(0), gzip: key(1), br: key(2) }
}

/** As after a restart: nothing in memory. */
const restarted = (kalends: Kalends): Kalends => {
  const app = createApp(kalends.ports)
  return { ...kalends, request: async (path, init) => app.request(path, init) }
}

async function damage(kalends: Kalends, keys: readonly string[]): Promise<void> {
  for (const key of keys) {
    await kalends.ports.blobs.delete([key])
    await kalends.ports.blobs.put(
      key,
      new TextEncoder().encode('BEGIN:VCALENDAR\r\nEND:VCALENDAR\r\n'),
    )
  }
}

test('§8.61 the database fails: who was served once is served on, and the operator is told', async () => {
  const { kalends, feed, errors } = await polled()
  breakDatabase(kalends)
  const response = await ask(kalends)
  expect([response.status, await response.text()]).toEqual([200, feed])
  expect((await ask(kalends, { 'if-none-match': tagOf(response) })).status).toBe(304)
  expect(errors).toContain('feed served from memory')
})

test('§8.61 the database fails before anything was read: 503 and when to come back, never a 200', async () => {
  const { kalends } = await polled()
  breakDatabase(kalends)
  const response = await ask(restarted(kalends))
  expect(response.status).toBe(503)
  expect(response.headers.get('retry-after')).toBe('60')
  expect(response.headers.get('content-type')).toContain('application/problem+json')
})

test('§8.61 a database that works again is read again', async () => {
  const { kalends } = await polled()
  const { db } = kalends.ports
  breakDatabase(kalends)
  await ask(kalends)
  kalends.ports.db = db
  await kalends.upload('harbour/regatta', SEASON.replace('개막', '개막식'))
  expect(await (await ask(kalends)).text()).toContain('개막식')
})

test('§8.61 the new feed’s bytes cannot be read: the one before is served until they can', async () => {
  const { kalends, feed, errors } = await polled()
  const { blobs } = kalends.ports
  await kalends.upload('harbour/regatta', SEASON.replace('개막', '개막식'))
  kalends.ports.blobs = { ...blobs, get: () => Promise.reject(new Error('R2 is away')) }
  const stale = await ask(kalends)
  expect([stale.status, await stale.text()]).toEqual([200, feed])
  expect((await ask(kalends, { 'if-none-match': tagOf(stale) })).status).toBe(304)
  expect(errors).toContain('published feed cannot be read')
  kalends.ports.blobs = blobs
  expect(await (await ask(kalends)).text()).toContain('개막식')
})

test('§8.61 one representation is damaged: the feed is made from another, under the right tag', async () => {
  const { kalends, feed } = await polled()
  const keys = await keysOf(kalends)
  const tag = tagOf(await ask(kalends))
  await damage(kalends, [keys.identity, keys.br])
  for (const coding of CODINGS) {
    const response = await askIn(restarted(kalends), coding)
    expect([response.status, await textIn(response)], coding).toEqual([200, feed])
    if (coding !== 'gzip') {
      expect(response.headers.get('content-encoding')).toBeNull()
      expect(tagOf(response)).toBe(tag)
    }
    expect(response.headers.get('content-length')).not.toBe('0')
  }
  await damage(kalends, [keys.gzip])
  await kalends.ports.blobs.delete([keys.gzip])
  expect((await ask(restarted(kalends))).status).not.toBe(200)
})

test('§8.61 nothing of a revision is whole after a restart: the one before is served', async () => {
  const { kalends, feed } = await polled()
  await kalends.upload('harbour/regatta', SEASON.replace('개막', '개막식'))
  const keys = await keysOf(kalends)
  const current = tagOf(await ask(kalends))
  await damage(kalends, Object.values(keys))
  for (const coding of CODINGS) {
    const response = await askIn(restarted(kalends), coding)
    expect([response.status, await textIn(response)], coding).toEqual([200, feed])
  }
  expect((await ask(restarted(kalends), { 'if-none-match': current })).status).toBe(304)
})

test('§8.61 but not when that one was empty: clients would believe it, and drop all events', async () => {
  const { kalends } = await polled()
  await damage(kalends, Object.values(await keysOf(kalends)))
  const response = await ask(restarted(kalends))
  expect([response.status, response.headers.get('retry-after')]).toEqual([503, '60'])
  expect(await response.json()).toMatchObject({ code: 'quarantined' })
})

test('§8.61 damaged bytes are never served, also where nobody looked for damage', async () => {
  const { kalends, feed } = await polled()
  const { identity } = await keysOf(kalends)
  const { errors } = watch(kalends)
  const bytes = await kalends.ports.blobs.get(identity)
  const flipped = Uint8Array.from(bytes ?? [])
  flipped[200] = (flipped[200] ?? 0) ^ 1
  await kalends.ports.blobs.delete([identity])
  await kalends.ports.blobs.put(identity, flipped)
  const response = await ask(restarted(kalends))
  expect([response.status, await response.text()]).toEqual([200, feed])
  expect(errors).toContain('published feed is damaged')
})
