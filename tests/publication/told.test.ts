// What is published for an audience alone: everybody else's bytes, headers and numbers stand still.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { sql } from '../../src/storage/database.ts'
import { MOST_REVISIONS } from '../../src/storage/public-changes.ts'
import { openAudiences } from '../../src/subscriptions/audiences.ts'
import { makeSubscription } from '../../src/subscriptions/make.ts'
import { ADMIN_KEY, type Json, type Kalends } from '../harness.ts'

const REGATTA = 'harbour/regatta'
const OPEN = '2026-05-01,18:30,개막,'
const csv = (...lines: string[]) => ['날짜,시간,제목,공개 대상', ...lines].join('\n')

async function withMembers(...lines: string[]): Promise<Kalends> {
  const kalends = await harness()
  await kalends.admin('PUT', '/v1/partners/harbour/audiences/members', { name: '회원' })
  await kalends.request('/v1/partners/harbour/audiences/members/keys', {
    ...{ method: 'POST', body: 'CARD-0001' },
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'text/plain' },
  })
  if (lines.length > 0) await kalends.upload(REGATTA, csv(...lines))
  return kalends
}

const made = async ({ ports }: Kalends) =>
  (await makeSubscription(ports, { calendars: [REGATTA] }, 'ko')).token

const seenAt = async ({ request }: Kalends, path: string) => {
  const response = await request(path)
  const headers = Object.fromEntries(response.headers)
  return { path, status: response.status, headers, text: await response.text() }
}

/** All that somebody sees who belongs to no audience. */
const seenBy = async (kalends: Kalends, token: string) => {
  const paths = [
    ...[`/feeds/${REGATTA}.ics`, `/${REGATTA}`, `/${REGATTA}/changes.atom`, '/sitemap.xml', '/'],
    ...[`/v1/calendars/${REGATTA}`, `/v1/calendars/${REGATTA}/events?from=2026-01-01`],
    ...[`/v1/calendars/${REGATTA}/changes`, '/v1/partners/harbour/calendars'],
    ...[`/feeds/my/${token}.ics`, `/v1/subscriptions/${token}`],
  ]
  return Promise.all(paths.map((path) => seenAt(kalends, path)))
}

test.each([
  ['beside public events', [OPEN]],
  ['in a calendar without any', []],
])(
  'a private event appears, changes and goes, %s: nothing that others see moves',
  async (_, lines) => {
    const kalends = await withMembers(...lines)
    const [other, member] = [await made(kalends), await made(kalends)]
    await openAudiences(kalends.ports, member, { partner: 'harbour', key: 'CARD-0001' })
    const sync = () => seenAt(kalends, `/v1/subscriptions/${other}/changes`)
    const before = [...(await seenBy(kalends, other)), await sync()]
    const told = await seenAt(kalends, `/feeds/my/${member}.ics`)
    for (const [hour, private_] of [
      ['06', '2026-05-02,19:00,회원의 밤,members'],
      ['07', '2026-05-02,20:00,회원의 밤,members'],
      ['08', '2026-05-02,20:00,회원의 밤,members\n2026-05-03,20:00,회원의 낮,members'],
    ]) {
      kalends.clock.now = `2026-04-02T${hour}:00:00Z`
      const { body } = await kalends.upload(REGATTA, csv(...lines, private_ ?? ''))
      expect(body.status).toBe('published')
      expect([...(await seenBy(kalends, other)), await sync()]).toEqual(before)
      const mine = await seenAt(kalends, `/feeds/my/${member}.ics`)
      expect(mine.headers['last-modified']).toBe(`Thu, 02 Apr 2026 ${hour}:00:00 GMT`)
      expect(mine.text).not.toBe(told.text)
    }
    const report = { calendar: REGATTA, uid: 'x', kind: 'other', revision: 99, note: '?' }
    const { body } = await kalends.admin('POST', '/v1/reports', report)
    expect(JSON.stringify(body)).toContain(`≤ ${lines.length}`)
    kalends.clock.now = '2026-04-03T06:00:00Z'
    await kalends.upload(REGATTA, csv('2026-05-01,19:30,개막,'), { confirm: 'true' })
    const feed = await seenAt(kalends, `/feeds/${REGATTA}.ics`)
    expect(feed.headers['last-modified']).toBe('Fri, 03 Apr 2026 06:00:00 GMT')
  },
)

test('a phone that has all of what it may know is up to date', async () => {
  const kalends = await withMembers(OPEN)
  const token = await made(kalends)
  const userAgent = { 'user-agent': 'iOS/17.4 (21E219) dataaccessd/1.0' }
  await kalends.request(`/feeds/my/${token}.ics`, { headers: userAgent })
  await kalends.ports.fetches.flush()
  const fresh = async () =>
    ((await (await kalends.request(`/v1/subscriptions/${token}/freshness`)).json()) as Json).clients
  expect(await fresh()).toMatchObject([{ upToDate: true, changes: 0 }])
  await kalends.upload(REGATTA, csv(OPEN, '2026-05-02,19:00,회원의 밤,members'))
  expect(await fresh()).toMatchObject([{ upToDate: true, changes: 0 }])
  await kalends.upload(REGATTA, csv(OPEN, '2026-05-03,19:00,모두의 밤,'))
  expect(await fresh()).toMatchObject([{ upToDate: false, changes: 1 }])
})

test('however many publications are for members alone, what everybody was told of stays in the news', async () => {
  const kalends = await withMembers(OPEN)
  const moved = '2026-05-01,19:30,개막,'
  await kalends.upload(REGATTA, csv(moved))
  const news = async () => (await seenAt(kalends, `/${REGATTA}/changes.json`)).text
  const page = async () => (await seenAt(kalends, `/${REGATTA}`)).text
  const before = [await news(), await page()]
  expect(JSON.parse(before[0] ?? '').items).toHaveLength(2)
  const { body } = await kalends.upload(REGATTA, csv(moved, '2026-05-02,19:00,밤,members'))
  expect([body.status, body.revision]).toEqual(['published', 3])
  // And as many more as are looked through: by hand, since each takes its time.
  const numbers = JSON.stringify(Array.from({ length: MOST_REVISIONS }, (_, nth) => nth + 4))
  await kalends.ports.db.batch([
    sql`INSERT INTO revisions (partner_id, calendar_id, revision, kind, author, published_at,
          summary, feed, feed_stored, told)
        SELECT partner_id, calendar_id, j.value, kind, author, published_at, summary, feed,
          feed_stored, told FROM revisions, json_each(${numbers}) j WHERE revision = 3`,
  ])
  expect([await news(), await page()]).toEqual(before)
})

/** Where numbers of revisions are, beside what `seenBy` looks at. */
const numbered = async (kalends: Kalends, token: string, uid: string) => {
  const paths = [
    ...[`/v1/calendars/${REGATTA}/events/${uid}`, `/${REGATTA}/${uid}`, `/${REGATTA}/changes.json`],
    ...[`/v1/subscriptions/${token}/events?from=2026-01-01`, `/v1/subscriptions/${token}/stream`],
    ...[`/my/${token}/${uid}`, `/v1/subscriptions/${token}/export`],
  ]
  return Promise.all(paths.map((path) => seenAt(kalends, path)))
}

test('whatever was for members alone in between, everybody is told the same of what comes next', async () => {
  const worlds = []
  for (const between of [[], ['19:00', '20:00', '21:00']]) {
    const kalends = await withMembers(OPEN)
    const token = await made(kalends)
    const { body } = await kalends.admin('GET', `/v1/calendars/${REGATTA}/changes`)
    const [{ event }] = body.changes
    await kalends.request(`/feeds/my/${token}.ics`)
    await kalends.ports.fetches.flush()
    for (const time of between)
      await kalends.upload(REGATTA, csv(OPEN, `2026-05-02,${time},밤,members`))
    kalends.clock.now = '2026-04-03T06:00:00Z'
    const night = between.length > 0 ? ['2026-05-02,21:00,밤,members'] : []
    const moved = await kalends.upload(REGATTA, csv('2026-05-01,19:30,개막,', ...night))
    expect(moved.body.revision).toBe(2 + between.length)
    const news = await kalends.admin('GET', `/v1/calendars/${REGATTA}/changes?since=${body.next}`)
    expect(news.body.changes.map((each: Json) => each.event.revision)).toEqual([2])
    const report = {
      calendar: REGATTA,
      uid: event.uid,
      kind: 'wrong',
      suggestion: { start: '2026-05-01T20:00' },
    }
    const told = await kalends.admin('POST', '/v1/reports', { ...report, revision: 2 })
    const future = await kalends.admin('POST', '/v1/reports', { ...report, revision: 3 })
    const seen = [...(await seenBy(kalends, token)), ...(await numbered(kalends, token, event.uid))]
    worlds.push({ seen, news, told: told.status, future, fed: await kalends.feed(REGATTA) })
  }
  expect(worlds[1]).toEqual(worlds[0])
  expect(JSON.stringify(worlds[0]?.seen).includes('개정 2')).toBe(true)
})
