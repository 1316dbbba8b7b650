// What a poll leaves behind, when it is written, and what is lost when it cannot be.

import { expect, test, vi } from 'vitest'
import { harness } from '#harness'
import { fetchLedger, MAX_HELD } from '../../src/ledger/ledger.ts'
import { saltsInMemory } from '../../src/ledger/salt.ts'
import { watch } from '../feeds/asking.ts'
import type { Kalends } from '../harness.ts'
import { FEED, GOOGLE, homes, IPHONE, poll, pollAll, rowsOf, SEASON, THUNDERBIRD } from './polls.ts'

async function published() {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  return kalends
}

test('a poll writes nothing; a flush writes everything in one batch', async () => {
  const kalends = await published()
  const seen = watch(kalends)
  for (const poller of homes(20)) await poll(kalends, poller)
  await poll(kalends, { agent: GOOGLE })
  expect([seen.batches, seen.writes]).toEqual([0, []])
  await kalends.ports.fetches.flush()
  expect(seen.batches).toBe(1)
  expect(await rowsOf(kalends, 'feed_fetches')).toMatchObject([
    { family: 'apple-ios', fetched_at: kalends.clock.now, revision: 1, fetches: 20 },
    { family: 'google', fetched_at: kalends.clock.now, revision: 1, fetches: 1 },
  ])
  await kalends.ports.fetches.flush()
  expect(seen.batches).toBe(1)
})

test('a 304 is a fetch, since the client has that revision; a HEAD and an unknown feed are none', async () => {
  const kalends = await published()
  const tag = (await poll(kalends)).headers.get('etag') ?? ''
  const again = await poll(kalends, { headers: { 'if-none-match': tag } })
  await poll(kalends, { method: 'HEAD', agent: THUNDERBIRD })
  await poll(kalends, { path: '/feeds/harbour/none.ics', agent: GOOGLE })
  expect(again.status).toBe(304)
  await kalends.ports.fetches.flush()
  expect(await rowsOf(kalends, 'feed_fetches')).toMatchObject([{ family: 'apple-ios', fetches: 2 }])
})

test('what counts is the revision given last, also when a cache brings an older one back', async () => {
  const kalends = await published()
  const note = (revision: number) =>
    kalends.ports.fetches.note({
      ...{ subscription: null, userAgent: IPHONE, visitor: '198.51.1.0/24' },
      calendars: [{ partnerId: 1, calendarId: 1, revision }],
    })
  note(5)
  await kalends.ports.fetches.flush()
  kalends.clock.now = '2026-04-01T01:00:00Z'
  note(4)
  await kalends.ports.fetches.flush()
  const held = { revision: 4 }
  expect(await rowsOf(kalends, 'feed_fetches')).toMatchObject([held])
  expect(await rowsOf(kalends, 'visitors')).toMatchObject([held])
})

/** The ledger of another process or isolate, over a database that may fail. */
function another(kalends: Kalends, batch = kalends.ports.db.batch) {
  const error = vi.fn()
  const ports = { ...kalends.ports, db: { ...kalends.ports.db, batch }, log: { error, info() {} } }
  return { ledger: fetchLedger(ports, saltsInMemory(ports.mint)), error }
}

const fetchFrom = (home: number) => ({
  ...{ subscription: null, userAgent: IPHONE, visitor: `198.51.${home}.0/24` },
  calendars: [{ partnerId: 1, calendarId: 1, revision: 1 }],
})

test('a flush whose answer was lost is not counted twice', async () => {
  const kalends = await published()
  let lose = true
  const { ledger, error } = another(kalends, async (statements) => {
    await kalends.ports.db.batch(statements)
    if (lose) throw new Error('connection lost')
  })
  ledger.note(fetchFrom(1))
  await ledger.flush()
  expect([ledger.held(), error.mock.calls.length]).toEqual([1, 1])
  lose = false
  ledger.note(fetchFrom(2))
  await ledger.flush()
  expect(ledger.held()).toBe(1)
  await ledger.flush()
  expect(ledger.held()).toBe(0)
  expect(await rowsOf(kalends, 'feed_fetches')).toMatchObject([{ fetches: 2 }])
})

test('what a dead database refuses is kept, within its bound, and written when it lives again', async () => {
  const kalends = await published()
  let dead = true
  const { ledger, error } = another(kalends, async (statements) => {
    if (dead) throw new Error('disk full')
    await kalends.ports.db.batch(statements)
  })
  for (let place = 0; place < MAX_HELD + 50; place += 1)
    ledger.note({ ...fetchFrom(1), visitor: `block ${place}` })
  await ledger.flush()
  ledger.note(fetchFrom(1))
  expect(ledger.held()).toBe(MAX_HELD)
  expect(error.mock.calls).toMatchObject([
    ['fetch ledger full', { refused: 50 }],
    ['fetch ledger not written', { held: MAX_HELD, error: 'Error: disk full' }],
  ])
  dead = false
  await ledger.flush()
  expect(ledger.held()).toBe(0)
  expect(await rowsOf(kalends, 'feed_fetches')).toMatchObject([{ fetches: MAX_HELD }])
})

test('flushes at once, here and in another process, count each fetch once', async () => {
  const kalends = await published()
  const { ledger } = another(kalends)
  for (const home of [1, 2, 3]) {
    kalends.ports.fetches.note(fetchFrom(home))
    ledger.note(fetchFrom(home))
  }
  const { fetches } = kalends.ports
  await Promise.all([fetches.flush(), fetches.flush(), ledger.flush(), ledger.flush()])
  expect(await rowsOf(kalends, 'feed_fetches')).toMatchObject([{ fetches: 6 }])
})

test('a ledger that cannot be written never fails a poll', async () => {
  const kalends = await published()
  const { ledger } = another(kalends, () => Promise.reject(new Error('disk full')))
  const { createApp } = await import('../../src/app.ts')
  const app = createApp({ ...kalends.ports, fetches: ledger })
  await app.request(FEED)
  await ledger.flush()
  expect((await app.request(FEED)).status).toBe(200)
})

test('times between fetches of one client become a histogram, by family', async () => {
  const kalends = await published()
  for (const minutes of [0, 31, 62, 93]) {
    kalends.clock.now = new Date(Date.UTC(2026, 3, 1, 0, minutes)).toISOString().replace('.000', '')
    await pollAll(kalends, [{ agent: THUNDERBIRD }, { agent: GOOGLE }, { agent: 'curl/8' }])
  }
  const rows = await rowsOf(kalends, 'client_intervals')
  expect(rows).toEqual(
    ['google', 'thunderbird'].map((family) => ({
      ...{ month: '2026-04', family, personal: 0, at_least_seconds: 30 * 60, intervals: 3 },
    })),
  )
})

test('two parts of one fetch are no interval', async () => {
  const kalends = await published()
  await pollAll(kalends, [{}])
  kalends.clock.now = '2026-04-01T00:00:59Z'
  await pollAll(kalends, [{}])
  expect(await rowsOf(kalends, 'client_intervals')).toEqual([])
})
