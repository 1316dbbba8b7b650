// What one subscription may lay over events: the bound, how it is told, and what makes way at it.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { MAX_OVERLAY_OCTETS, MAX_OVERLAYS } from '../../src/schedule/overlay.ts'
import { sql } from '../../src/storage/database.ts'
import { GONE_KEPT_DAYS } from '../../src/subscriptions/overlay-room.ts'
import type { Json, Kalends } from '../harness.ts'

const FILE = '날짜,제목\n2026-05-01,개막\n2026-05-02,둘째\n2026-05-03,셋째\n'

/** With as many overlays as there is room for but one; in the way of those who touch everything. */
async function nearlyFull({ memo = null as string | null, rows = MAX_OVERLAYS - 1 } = {}) {
  const kalends = await harness()
  const { body } = await kalends.upload('harbour/regatta', FILE)
  const uids: string[] = body.changes.map(({ uid }: Json) => uid)
  const made = await kalends.admin('POST', '/v1/subscriptions', { calendars: ['harbour/regatta'] })
  const numbers = JSON.stringify(Array.from({ length: rows }, (_, nth) => nth))
  await kalends.ports.db.batch([
    sql`INSERT INTO overlays (subscription_id, uid, hidden, memo, skipped, revision, sequence,
          changed_at)
        SELECT s.id, 'old-' || j.value, 1, ${memo}, '[]', 1, 1, '2026-04-01T00:00:00Z'
        FROM subscriptions s, json_each(${numbers}) j`,
  ])
  const put = (nth: number, overlay: object) =>
    kalends.admin('PUT', `/v1/subscriptions/${made.body.token}/overlay/${uids[nth]}`, overlay)
  return { kalends, token: made.body.token as string, uids, put }
}

const countIn = async ({ ports }: Kalends) => {
  const [row] = await ports.db.query<{ n: number }>(sql`SELECT COUNT(*) AS n FROM overlays`)
  return row?.n
}

test('one more than there is room for is refused with the numbers, in both languages, everywhere', async () => {
  const { kalends, token, uids, put } = await nearlyFull()
  expect((await put(0, { memo: '우산' })).status).toBe(200)
  const { status, body } = await put(1, { memo: '우산' })
  expect([status, body.code, body.events, body.limit, body.limitOctets]).toEqual([
    ...[409, 'overlays_full', MAX_OVERLAYS + 1, MAX_OVERLAYS, MAX_OVERLAY_OCTETS],
  ])
  for (const [language, said] of [
    ['ko', `일정이 ${MAX_OVERLAYS + 1}개`],
    ['en', `for ${MAX_OVERLAYS + 1} events`],
  ]) {
    const page = await kalends.request(`/my/${token}/${uids[1]}?lang=${language}`, {
      ...{ method: 'POST', body: 'act=note&memo=x' },
      headers: { accept: 'text/html', 'content-type': 'application/x-www-form-urlencoded' },
    })
    expect([page.status, await page.text()]).toEqual([409, expect.stringContaining(said ?? '')])
  }
  // What has room already may change, and may be taken back.
  expect((await put(0, { memo: '우산과 장화' })).status).toBe(200)
  expect((await put(0, {})).status).toBe(200)
})

test('so are more octets than there is room for; whoever makes it less is not', async () => {
  const memo = '가'.repeat(1000)
  const rows = Math.floor(MAX_OVERLAY_OCTETS / 3_002)
  const { kalends, put } = await nearlyFull({ memo, rows })
  await kalends.ports.db.batch([sql`UPDATE overlays SET changed_at = '2026-04-02T00:00:00Z'`])
  const { status, body } = await put(0, { memo })
  expect([status, body.code, body.octets > MAX_OVERLAY_OCTETS]).toEqual([
    409,
    'overlays_full',
    true,
  ])
  expect((await put(0, { hidden: true })).status).toBe(200)
  expect((await put(0, { memo: '우산', alarms: [60] })).status).toBe(200)
  expect((await put(0, { memo: '비', alarms: [] })).status).toBe(200)
})

test('what lies over events that are long gone makes way, and nothing else does', async () => {
  const { kalends, put, uids } = await nearlyFull({ rows: MAX_OVERLAYS - 2 })
  expect((await put(0, { memo: '첫째' })).status).toBe(200)
  expect((await put(1, { memo: '둘째' })).status).toBe(200)
  const after = (days: number) =>
    `${new Date(Date.parse('2026-04-01T00:00:00Z') + days * 86_400_000).toISOString().slice(0, 19)}Z`
  kalends.clock.now = after(GONE_KEPT_DAYS)
  // Removed only now: what was laid over it is kept for as long again.
  await kalends.admin('DELETE', `/v1/partners/harbour/calendars/regatta/events/${uids[1]}`)
  expect((await put(2, { memo: '셋째' })).status).toBe(409)
  kalends.clock.now = after(GONE_KEPT_DAYS + 1)
  expect((await put(2, { memo: '셋째' })).status).toBe(200)
  expect(await countIn(kalends)).toBe(3)
})
