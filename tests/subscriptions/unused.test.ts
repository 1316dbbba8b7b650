// What is made and left is forgotten after half a year, and what was ever used is not; nobody's poll
// writes anything for it.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { sql } from '../../src/storage/database.ts'
import { ENDED_KEPT_DAYS, forgetUnused, UNUSED_KEPT_DAYS } from '../../src/subscriptions/unused.ts'
import type { Kalends } from '../harness.ts'
import { browser } from '../push/browser.ts'

const MADE = '2026-04-01T00:00:00Z'
const after = (days: number, seconds = 0) =>
  `${new Date(Date.parse(MADE) + (days * 86_400 + seconds) * 1000).toISOString().slice(0, 19)}Z`

const made = async ({ admin }: Kalends): Promise<string> =>
  (await admin('POST', '/v1/subscriptions', { calendars: ['harbour/regatta'] })).body.token

const statusOf = async ({ admin }: Kalends, token: string) =>
  (await admin('GET', `/v1/subscriptions/${token}`)).status

const TABLES = ['subscriptions', 'subscription_calendars', 'overlays', 'push_channels']

const rowsIn = async ({ ports }: Kalends) =>
  Promise.all(
    TABLES.map(async (table) => {
      const [row] = await ports.db.query<{ n: number }>({
        ...{ sql: `SELECT COUNT(*) AS n FROM ${table}`, params: [] },
      })
      return row?.n
    }),
  )

/** How each was used, an hour and more after it was made. */
const USES: Record<string, (kalends: Kalends, token: string) => Promise<unknown>> = {
  'a program fetched it': ({ request }, token) => request(`/feeds/my/${token}.ics`),
  'an app asked for it': ({ admin }, token) => admin('GET', `/v1/subscriptions/${token}/changes`),
  'its page was opened': ({ request }, token) => request(`/my/${token}`),
}

test('made and left: forgotten with all that is its own after 180 days, not an hour before', async () => {
  const kalends = await harness()
  const { ports, clock, admin, request } = kalends
  const event = await kalends.upload('harbour/regatta', '날짜,제목\n2026-05-01,개막\n')
  const [{ uid }] = event.body.changes
  const left = await made(kalends)
  await admin('PUT', `/v1/subscriptions/${left}/overlay/${uid}`, { memo: '우산' })
  const ended = await made(kalends)
  await admin('POST', `/v1/subscriptions/${ended}/rotation`)
  const rung = await made(kalends)
  const { subscription } = await browser('https://fcm.googleapis.com/fcm/send/one')
  const registered = await admin('POST', `/v1/subscriptions/${rung}/push`, subscription)
  expect(registered.status).toBe(201)
  // Whoever makes one looks at it: that is no coming back.
  clock.now = after(0, 3_500)
  await request(`/my/${left}`)
  clock.now = after(0, 3_700)
  const used: string[] = []
  for (const use of Object.values(USES)) {
    clock.now = MADE
    const token = await made(kalends)
    clock.now = after(1)
    await use(kalends, token)
    used.push(token)
  }
  await ports.fetches.flush()
  const before = await rowsIn(kalends)
  clock.now = after(UNUSED_KEPT_DAYS)
  await forgetUnused(ports)
  expect(await rowsIn(kalends)).toEqual(before)
  clock.now = after(UNUSED_KEPT_DAYS, 1)
  await forgetUnused(ports)
  // One that was left, one that was rotated, and what says that its old link has ended.
  expect(before).toEqual([7, 6, 1, 1])
  expect(await rowsIn(kalends)).toEqual([4, 4, 0, 1])
  expect(await statusOf(kalends, left)).toBe(404)
  expect((await request(`/feeds/my/${ended}.ics`)).status).toBe(404)
  clock.now = after(ENDED_KEPT_DAYS)
  await forgetUnused(ports)
  for (const token of [rung, ...used]) expect(await statusOf(kalends, token)).toBe(200)
})

test('the link of one that was used says for ten years that it ended', async () => {
  const kalends = await harness()
  const { ports, clock, admin, request } = kalends
  const [rotated, erased] = [await made(kalends), await made(kalends)]
  clock.now = after(1)
  for (const token of [rotated, erased]) await request(`/feeds/my/${token}.ics`)
  await ports.fetches.flush()
  await admin('POST', `/v1/subscriptions/${rotated}/rotation`)
  await admin('DELETE', `/v1/subscriptions/${erased}`)
  const both = () =>
    Promise.all(
      [rotated, erased].map(async (token) => (await request(`/feeds/my/${token}.ics`)).status),
    )
  clock.now = after(1 + ENDED_KEPT_DAYS)
  await forgetUnused(ports)
  expect(await both()).toEqual([200, 200])
  clock.now = after(2 + ENDED_KEPT_DAYS)
  await forgetUnused(ports)
  expect(await both()).toEqual([404, 404])
  expect((await rowsIn(kalends)).slice(0, 2)).toEqual([1, 1])
})

test('that somebody came is written once, by the ledger, and never while they wait', async () => {
  const kalends = await harness()
  const { ports, clock, admin } = kalends
  const token = await made(kalends)
  clock.now = after(1)
  let written = 0
  const { batch } = ports.db
  Object.assign(ports.db, {
    batch: (statements: Parameters<typeof batch>[0]) => {
      written += 1
      return batch.call(ports.db, statements)
    },
  })
  for (let times = 0; times < 3; times += 1)
    await admin('GET', `/v1/subscriptions/${token}/changes`)
  expect([written, ports.fetches.held()]).toEqual([0, 1])
  await ports.fetches.flush()
  await admin('GET', `/v1/subscriptions/${token}/changes`)
  expect([written, ports.fetches.held()]).toEqual([1, 0])
})

test('who comes while it is being forgotten keeps it; a thousand are forgotten in one run', async () => {
  const kalends = await harness()
  const { ports, clock } = kalends
  await made(kalends)
  const copies = JSON.stringify(Array.from({ length: 1_000 }, (_, nth) => nth))
  await ports.db.batch([
    sql`INSERT INTO subscriptions (uid, token_sha256, language, choices, revision, look, looked_at,
          changed_at, created_at)
        SELECT uid || j.value, token_sha256 || j.value, language, choices, revision, look,
          looked_at, changed_at, created_at FROM subscriptions, json_each(${copies}) j`,
  ])
  clock.now = after(UNUSED_KEPT_DAYS, 1)
  const { query } = ports.db
  Object.assign(ports.db, {
    query: async (statement: Parameters<typeof query>[0]) => {
      const rows = await query.call(ports.db, statement)
      Object.assign(ports.db, { query })
      await ports.db.batch([sql`UPDATE subscriptions SET used = 1 WHERE id = 1`])
      return rows
    },
  })
  await forgetUnused(ports)
  expect((await rowsIn(kalends)).slice(0, 2)).toEqual([1, 1])
})
