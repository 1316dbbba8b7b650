// No address, no User-Agent, and nothing that tells callers apart for longer than a day.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { endFetchDays } from '../../src/ledger/days.ts'
import { saltsInMemory, sharedSalts } from '../../src/ledger/salt.ts'
import type { Kalends } from '../harness.ts'
import { GOOGLE, IPHONE, MAC, poll, pollAll, rowsOf, SEASON } from './polls.ts'

async function published() {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  return kalends
}

/** Every row of every table, as text. */
async function wholeDatabase({ ports }: Kalends): Promise<string> {
  const tables = await ports.db.query<{ name: string }>({
    sql: `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE '\\_%' ESCAPE '\\'
          AND name NOT LIKE 'sqlite%' AND name <> 'blobs'`,
    params: [],
  })
  const rows = []
  for (const { name } of tables)
    rows.push(
      ...(await ports.db.query({ sql: `SELECT '${name}' AS "table", * FROM ${name}`, params: [] })),
    )
  return JSON.stringify(rows)
}

test('neither address nor User-Agent reaches the database', async () => {
  const kalends = await published()
  await pollAll(kalends, [{ home: 77 }, { home: 78, agent: MAC }, { agent: GOOGLE }])
  const all = await wholeDatabase(kalends)
  expect(all).toContain('apple-ios')
  for (const secret of ['198.51', 'dataaccessd', '23F77', 'Importer'])
    expect(all).not.toContain(secret)
})

test('at midnight UTC the hashes of the day are gone, and numbers are left', async () => {
  const kalends = await published()
  kalends.clock.now = '2026-04-01T10:00:00Z'
  await pollAll(kalends, [{ home: 1 }, { home: 2 }])
  kalends.clock.now = '2026-04-01T23:59:59Z'
  await pollAll(kalends, [{ home: 1 }])
  const hashes = (await rowsOf<{ hash: string }>(kalends, 'visitors')).map(({ hash }) => hash)
  expect(new Set(hashes).size).toBe(2)
  await endFetchDays(kalends.ports)
  expect(await rowsOf(kalends, 'visitors')).toHaveLength(2)

  kalends.clock.now = '2026-04-02T00:00:00Z'
  await endFetchDays(kalends.ports)
  const all = await wholeDatabase(kalends)
  for (const hash of hashes) expect(all).not.toContain(hash)
  expect(await rowsOf(kalends, 'visitors')).toEqual([])
  const day = { day: '2026-04-01', family: 'apple-ios', revision: 1, visitors: 2, returned: 1 }
  expect(await rowsOf(kalends, 'feed_days')).toMatchObject([day])
})

test('the same caller is somebody else on the next day', async () => {
  const kalends = await published()
  const hashes: string[] = []
  for (const now of ['2026-04-01T23:00:00Z', '2026-04-02T01:00:00Z']) {
    kalends.clock.now = now
    await endFetchDays(kalends.ports)
    await pollAll(kalends, [{}])
    hashes.push(...(await rowsOf<{ hash: string }>(kalends, 'visitors')).map(({ hash }) => hash))
  }
  expect(new Set(hashes).size).toBe(2)
})

test('who was gathered before midnight and is written after it is not told apart any more', async () => {
  const kalends = await published()
  kalends.clock.now = '2026-04-01T23:59:58Z'
  await poll(kalends)
  kalends.clock.now = '2026-04-02T00:00:03Z'
  await kalends.ports.fetches.flush()
  expect(await rowsOf(kalends, 'visitors')).toEqual([])
  expect(await rowsOf(kalends, 'feed_fetches')).toMatchObject([
    { fetched_at: '2026-04-01T23:59:58Z', fetches: 1 },
  ])
})

test('numbers of a day go after a week, intervals after a year, personal fetches after one', async () => {
  const kalends = await published()
  await pollAll(kalends, [{ agent: GOOGLE }, {}])
  kalends.clock.now = '2026-04-01T05:00:00Z'
  await pollAll(kalends, [{ agent: GOOGLE }, {}])
  kalends.ports.fetches.note({
    ...{ subscription: { id: 1, revision: 1 }, userAgent: IPHONE, visitor: null },
    calendars: [{ partnerId: 1, calendarId: 1, revision: 1 }],
  })
  await kalends.ports.fetches.flush()
  const counts = async () =>
    (
      await Promise.all(
        ['feed_days', 'client_intervals', 'personal_fetches'].map((t) => rowsOf(kalends, t)),
      )
    ).map(({ length }) => length)
  const later = async (now: string) => {
    kalends.clock.now = now
    await endFetchDays(kalends.ports)
    await pollAll(kalends, [{ agent: MAC }])
    return counts()
  }
  expect(await later('2026-04-02T00:00:00Z')).toEqual([1, 2, 1])
  expect(await later('2026-04-08T00:00:00Z')).toEqual([2, 2, 1])
  expect(await later('2026-04-09T00:00:00Z')).toEqual([2, 2, 1])
  expect(await later('2027-05-01T00:00:00Z')).toEqual([0, 0, 0])
})

test('a salt in memory is another one each day and in each process', async () => {
  let minted = 0
  const mint = () => `minted${++minted}`
  const [one, other] = [saltsInMemory(mint), saltsInMemory(mint)]
  const first = await one('2026-04-01')
  expect(await one('2026-04-01')).toBe(first)
  expect((await one('2026-04-02')).secret).not.toBe(first.secret)
  expect((await one('2026-04-01')).secret).not.toBe(first.secret)
  expect((await other('2026-04-01')).period).not.toBe(first.period)
})

test('isolates share the day’s salt, outside of the database, and it is thrown away with the day', async () => {
  const kalends = await published()
  const { blobs, mint } = kalends.ports
  const [one, other] = [sharedSalts(blobs, mint), sharedSalts(blobs, mint)]
  const salt = await one('2026-04-01')
  expect(await other('2026-04-01')).toEqual(salt)
  expect(await wholeDatabase(kalends)).not.toContain(salt.secret)
  await pollAll(kalends, [{}])
  kalends.clock.now = '2026-04-02T00:00:00Z'
  await endFetchDays(kalends.ports)
  expect(await blobs.get('ledger/salts/2026-04-01')).toBeNull()
  expect((await sharedSalts(blobs, mint)('2026-04-01')).secret).not.toBe(salt.secret)
})
