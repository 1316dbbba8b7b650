import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'

const CHANGES = '/v1/calendars/harbour/regatta/changes'

/** Follows `changes` from a token to the end, applying what it says. */
async function follow(kalends: Kalends, copy: Map<string, Json>, since?: string, limit = 100) {
  let token = since
  for (let pages = 0; pages < 1000; pages += 1) {
    const query = new URLSearchParams({ limit: String(limit), ...(token ? { since: token } : {}) })
    const { status, body } = await kalends.admin('GET', `${CHANGES}?${query}`)
    expect(status).toBe(200)
    for (const change of body.changes) {
      if (change.type === 'remove') copy.delete(change.uid)
      else copy.set(change.event.uid, change.event)
    }
    token = body.next
    if (!body.more) return token
  }
  throw new Error('changes never end')
}

async function calendarNow(kalends: Kalends) {
  const { body } = await kalends.admin('GET', '/v1/calendars/harbour/regatta/events?limit=500')
  return new Map<string, Json>(
    body.events.map((event: Json) => [event.uid, { ...event, recurrenceId: null }] as const),
  )
}

const bySorted = (copy: Map<string, Json>) => [...copy].sort(([a], [b]) => (a < b ? -1 : 1))

/** A season as a set of days on which something happens, at an hour. */
const season = fc.dictionary(
  fc.integer({ min: 1, max: 28 }).map(String),
  fc.integer({ min: 9, max: 21 }),
  { maxKeys: 12 },
)

const csv = (days: Record<string, number>) =>
  [
    '날짜,시간,제목,상태',
    ...Object.entries(days).map(
      ([day, hour]) =>
        `2026-05-${day.padStart(2, '0')},${hour}:00,${Number(day) % 4}번 행사,${hour === 9 ? '삭제' : '예정'}`,
    ),
  ].join('\n')

test('for any series of publications and any token, following changes gives the calendar', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(season, fc.constantFrom('merge', 'replace')), {
        minLength: 1,
        maxLength: 5,
      }),
      fc.integer({ min: 1, max: 4 }),
      async (publications, limit) => {
        const kalends = await harness()
        const followers: { copy: Map<string, Json>; token: string | undefined }[] = []
        for (const [days, mode] of publications) {
          const copy = new Map<string, Json>()
          followers.push({ copy, token: await follow(kalends, copy, undefined, limit) })
          await kalends.upload('harbour/regatta', csv(days), { mode, confirm: 'true' })
        }
        const now = bySorted(await calendarNow(kalends))
        for (const { copy, token } of followers) {
          await follow(kalends, copy, token, limit)
          expect(bySorted(copy)).toEqual(now)
        }
      },
    ),
    { seed: 20260401, numRuns: 12 },
  )
})

test('a follower that publishes meet half-way through its pages misses nothing', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', csv({ 1: 10, 2: 11, 3: 12, 4: 13, 5: 14 }))
  const copy = new Map<string, Json>()
  const { body } = await kalends.admin('GET', `${CHANGES}?limit=2`)
  for (const { event } of body.changes) copy.set(event.uid, event)
  await kalends.upload('harbour/regatta', csv({ 1: 12, 2: 11, 3: 13, 4: 13, 6: 15 }))
  await follow(kalends, copy, body.next, 2)
  expect(bySorted(copy)).toEqual(bySorted(await calendarNow(kalends)))
})

test('an empty calendar has a token too', async () => {
  const kalends = await harness()
  const { body } = await kalends.admin('GET', CHANGES)
  expect(body).toEqual({ changes: [], next: expect.any(String), more: false })
})

test('a token of another calendar, or no token at all, is refused', async () => {
  const kalends = await harness()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/dinghies', { name: '딩기' })
  const other = (await kalends.admin('GET', '/v1/calendars/harbour/dinghies/changes')).body.next
  for (const token of [other, 'x', '1', 'bnVsbA', '%00']) {
    const { status, body } = await kalends.admin('GET', `${CHANGES}?since=${token}`)
    expect([status, body.code]).toEqual([400, 'token_invalid'])
  }
})
