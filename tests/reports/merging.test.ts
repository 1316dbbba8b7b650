// Whatever is reported and merged, in whatever order: each report is decided with its entry, once.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { limiterOf, MAX_BLOCKS } from '../../src/web/limiter.ts'
import { REPORTS_PER_BLOCK } from '../../src/web/quota.ts'
import { decide, harbour, outcome, queue, report } from './reporting.ts'

const at = (hour: number) => ({ start: `2026-05-01T${hour}:00` })

test('the same of one event is one entry; another kind, event or suggestion is another', async () => {
  const { kalends, uids } = await harbour()
  const said = { uid: uids[0], kind: 'time', suggestion: at(20) }
  const receipts = [await report(kalends, said), await report(kalends, { ...said, note: '나도요' })]
  await report(kalends, { ...said, suggestion: at(21) })
  await report(kalends, { ...said, uid: uids[1] })
  await report(kalends, { uid: uids[0], kind: 'cancelled' })
  const entries = await queue(kalends)
  expect(entries.map(({ reports }) => reports).sort()).toEqual([1, 1, 1, 2])
  const { id } = entries.find(({ reports }) => reports === 2) ?? {}
  await decide(kalends, id, 'acceptance')
  for (const { body } of receipts)
    expect(await outcome(kalends, body.receipt)).toMatchObject({ status: 'accepted', others: 1 })
})

test('one missing game in two spellings is one entry; another day is another', async () => {
  const { kalends } = await harbour()
  const missing = (title: string, start: string) =>
    report(kalends, { kind: 'missing', suggestion: { title, start } })
  await missing('두산 베어스 vs LG 트윈스', '2026-05-05T14:00')
  await missing('두산 vs 엘지', '2026-05-05')
  await missing('두산 vs LG', '2026-05-06')
  expect((await queue(kalends)).map(({ reports }) => reports)).toEqual([1, 2])
})

test('what is merged by hand stays together, and what says the same later joins it', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(fc.nat(9), fc.nat(9)), { minLength: 1, maxLength: 8 }),
      async (steps) => {
        const { kalends, uids } = await harbour()
        const receipts: string[] = []
        const file = async (hour: number) => {
          const said = { uid: uids[0], kind: 'time', suggestion: at(10 + hour) }
          receipts.push((await report(kalends, said)).body.receipt)
        }
        for (const [one, two] of steps) {
          await file(one)
          await file(two)
          const [first, second] = await queue(kalends)
          if (second) await decide(kalends, first.id, 'merger', { into: second.id })
        }
        const entries = await queue(kalends)
        const told = entries.reduce((sum, { reports }) => sum + reports, 0)
        expect(told).toBe(receipts.length)
        for (const { id } of entries) await decide(kalends, id, 'rejection', { reason: id })
        const reasons = await Promise.all(receipts.map((each) => outcome(kalends, each)))
        expect(reasons.every(({ status }) => status === 'rejected')).toBe(true)
        expect(new Set(reasons.map(({ reason }) => reason)).size).toBe(entries.length)
      },
    ),
    { numRuns: 8 },
  )
}, 60_000)

test('only open reports of one calendar become one', async () => {
  const { kalends, uids } = await harbour()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/other', { name: '다른' })
  await report(kalends, { uid: uids[0], kind: 'cancelled' })
  const missing = { kind: 'missing', suggestion: { title: '빠짐', start: '2026-05-01' } }
  await report(kalends, { ...missing, calendar: 'harbour/other' })
  const [elsewhere, here] = (await queue(kalends)).map(({ id, calendar }) => ({ id, calendar }))
  expect(new Set([elsewhere?.calendar, here?.calendar])).toEqual(new Set(['other', 'regatta']))
  for (const into of [elsewhere?.id, here?.id]) {
    const { status } = await decide(kalends, here?.id, 'merger', { into })
    expect(status).toBe(409)
  }
})

test('blocks are counted in bounded memory, forgotten with the hour and with the day', async () => {
  const clock = { now: '2026-04-01T00:00:00Z' }
  let salts = 0
  const limiter = limiterOf(
    { now: () => clock.now, mint: () => `salt${++salts}` },
    REPORTS_PER_BLOCK,
  )
  for (let count = 0; count < REPORTS_PER_BLOCK; count += 1)
    expect((await limiter.take('a')).allowed).toBe(true)
  expect(await limiter.take('a')).toEqual({ allowed: false, remaining: 0, seconds: 3600 })
  expect((await limiter.take(null)).allowed).toBe(true)
  clock.now = '2026-04-01T01:00:00Z'
  expect((await limiter.take('a')).allowed).toBe(true)
  for (let block = 0; block < MAX_BLOCKS + 10; block += 1) await limiter.take(`b${block}`)
  expect(limiter.size()).toBe(MAX_BLOCKS)
  clock.now = '2026-04-02T00:00:00Z'
  await limiter.take('a')
  expect([limiter.size(), salts]).toEqual([1, 4])
})

test('without an API key a call may be sent again too, under a key that nobody guesses', async () => {
  const { kalends, uids } = await harbour()
  const said = { uid: uids[0], kind: 'cancelled' }
  const key = { 'idempotency-key': '0b1f9b6e-8a2c-4f0e-9a55' }
  const [one, two] = [await report(kalends, said, key), await report(kalends, said, key)]
  expect([one.status, two.status, two.body.receipt]).toEqual([201, 201, one.body.receipt])
  expect(two.headers.get('idempotent-replayed')).toBe('true')
  expect((await queue(kalends))[0].reports).toBe(1)
  const other = await report(kalends, { ...said, kind: 'other', note: '?' }, key)
  expect(other.body.code).toBe('idempotency_conflict')
  expect((await report(kalends, said, { 'idempotency-key': 'short' })).status).toBe(400)
})
