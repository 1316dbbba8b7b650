// Private events in the personal feeds of those who have a key, for as long as it is good.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { NO_OVERLAY } from '../../src/schedule/overlay.ts'
import { personalFeed } from '../../src/subscriptions/assemble.ts'
import {
  audiencesOf,
  endExpired,
  leaveAudience,
  MAX_FAILURES_OF_PARTNER,
  MAX_FAILURES_OF_SUBSCRIPTION,
  MAX_USES_OF_KEY,
  openAudiences,
} from '../../src/subscriptions/audiences.ts'
import { eraseSubscription, rotateToken } from '../../src/subscriptions/change.ts'
import { requireSubscription } from '../../src/subscriptions/find.ts'
import { makeSubscription } from '../../src/subscriptions/make.ts'
import { putOverlay, requireEvent } from '../../src/subscriptions/overlay.ts'
import { MEMBER_KEYS_PER_BLOCK } from '../../src/web/quota.ts'
import { ADMIN_KEY, type Kalends } from '../harness.ts'

const PATH = '/v1/partners/harbour/audiences'
const CSV = `날짜,시간,제목,공개 대상
2026-05-01,18:30,개막,
2026-05-02,19:00,회원의 밤,members
2026-05-03,19:00,후원자 만찬,patrons
`

async function withDinner() {
  const kalends = await harness()
  await kalends.admin('PUT', `${PATH}/members`, { name: '회원' })
  await kalends.admin('PUT', `${PATH}/patrons`, { name: '후원자' })
  const { body } = await kalends.upload('harbour/regatta', CSV)
  const uids: string[] = body.changes.map(({ uid }: { uid: string }) => uid)
  await keys(kalends, 'CARD-0001\nCARD-0002')
  return { kalends, uids }
}

const keys = (kalends: Kalends, body: string, query = '', audience = 'members') =>
  kalends.request(`${PATH}/${audience}/keys${query}`, {
    ...{ method: 'POST', body },
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'text/plain' },
  })

const subscribed = async ({ ports }: Kalends) =>
  (await makeSubscription(ports, { calendars: ['harbour/regatta'] }, 'ko')).token

const feedOf = async ({ ports }: Kalends, token: string) => {
  const subscription = await requireSubscription(ports, token)
  return { text: await personalFeed(ports, token, subscription), revision: subscription.revision }
}

const open = (kalends: Kalends, token: string, key: string) =>
  openAudiences(kalends.ports, token, { partner: 'harbour', key })

test('a key that has expired opens nothing from that moment on, whoever tidies when', async () => {
  const { kalends } = await withDinner()
  await keys(kalends, 'CARD-0009', '?expires=2026-04-10')
  const token = await subscribed(kalends)
  await open(kalends, token, 'CARD-0009')
  const polled = async () => (await kalends.request(`/feeds/my/${token}.ics`)).text()
  const listed = async () =>
    (await kalends.request(`/v1/subscriptions/${token}/events?from=2026-04-01`)).text()
  kalends.clock.now = '2026-04-10T14:59:59Z'
  expect(await polled()).toContain('회원의 밤')
  expect(await listed()).toContain('회원의 밤')
  kalends.clock.now = '2026-04-10T15:00:01Z'
  expect(await polled()).not.toContain('회원의 밤')
  expect(await listed()).not.toContain('회원의 밤')
  expect(await audiencesOf(kalends.ports, token)).toMatchObject([{ active: false }])
})

test('a key opens its audience’s events in one feed, however it is typed', async () => {
  const { kalends, uids } = await withDinner()
  const [mine, other] = [await subscribed(kalends), await subscribed(kalends)]
  const before = await feedOf(kalends, mine)
  expect(before.text).not.toContain('회원의 밤')
  const given = await open(kalends, mine, ' card 0001')
  expect(given).toEqual([
    { partner: 'harbour', audience: 'members', name: '회원', translations: {}, active: true },
  ])
  const after = await feedOf(kalends, mine)
  expect(after.text).toContain('회원의 밤')
  expect(after.text).not.toContain('후원자 만찬')
  expect(after.revision).toBeGreaterThan(before.revision)
  expect((await feedOf(kalends, other)).text).not.toContain('회원의 밤')
  // And its owner may lay a memo over them, which nobody else can.
  const overlay = { ...NO_OVERLAY, memo: '표는 지갑에' }
  await putOverlay(kalends.ports, mine, uids[1] ?? '', overlay)
  expect((await feedOf(kalends, mine)).text).toContain('표는 지갑에')
  for (const uid of uids.slice(1))
    await expect(requireEvent(kalends.ports, other, uid)).rejects.toMatchObject({
      code: 'not_found',
    })
})

test('the preview of a member’s changed choices counts private events, a new link’s does not', async () => {
  const { kalends } = await withDinner()
  const token = await subscribed(kalends)
  await open(kalends, token, 'CARD-0001')
  const preview = async (path: string) =>
    (await kalends.request(`${path}?calendar=harbour/regatta`)).text()
  const mine = await preview(`/my/${token}/preview`)
  expect(mine).toContain('회원의 밤')
  expect(mine).not.toContain('후원자 만찬')
  const anybodys = await preview('/my/preview')
  expect(anybodys).toContain('개막')
  expect(anybodys).not.toContain('회원의 밤')
})

test('membership ends with the key, and comes back with it', async () => {
  const { kalends } = await withDinner()
  const token = await subscribed(kalends)
  await open(kalends, token, 'CARD-0001')
  const open1 = await feedOf(kalends, token)
  await keys(kalends, 'CARD-0002\nCARD-0003', '?act=replace')
  const ended = await feedOf(kalends, token)
  expect(ended.text).not.toContain('회원의 밤')
  expect(ended.revision).toBe(open1.revision + 1)
  expect(await audiencesOf(kalends.ports, token)).toMatchObject([{ active: false }])
  await keys(kalends, 'CARD-0001\nCARD-0002')
  expect((await feedOf(kalends, token)).text).toContain('회원의 밤')
})

test('a partner who sends the same list each night changes no feed', async () => {
  const { kalends } = await withDinner()
  const token = await subscribed(kalends)
  await open(kalends, token, 'CARD-0001')
  const before = await feedOf(kalends, token)
  kalends.clock.now = '2026-04-02T00:00:00Z'
  await keys(kalends, 'CARD-0001\nCARD-0002', '?act=replace')
  expect(await feedOf(kalends, token)).toEqual(before)
})

test('a key that runs out takes its events with it, at the hourly look', async () => {
  const { kalends } = await withDinner()
  await keys(kalends, 'CARD-0009', '?expires=2026-04-10')
  const token = await subscribed(kalends)
  await open(kalends, token, 'CARD-0009')
  kalends.clock.now = '2026-04-10T15:00:00Z'
  await endExpired(kalends.ports)
  expect((await feedOf(kalends, token)).text).not.toContain('회원의 밤')
  await expect(open(kalends, token, 'CARD-0009')).rejects.toMatchObject({
    code: 'audience_key_unknown',
  })
})

test('a key that was hashed elsewhere is found as it was written there', async () => {
  const { kalends } = await withDinner()
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode('ab-12 x'))
  const hash = [...new Uint8Array(digest)].map((n) => n.toString(16).padStart(2, '0')).join('')
  await keys(kalends, hash)
  const token = await subscribed(kalends)
  await expect(open(kalends, token, 'AB-12 X')).rejects.toMatchObject({
    code: 'audience_key_unknown',
  })
  expect(await open(kalends, token, ' ab-12 x ')).toHaveLength(1)
})

test('a key serves a handful of feeds; one that leaves makes room', async () => {
  const { kalends } = await withDinner()
  const tokens: string[] = []
  for (let n = 0; n <= MAX_USES_OF_KEY; n += 1) tokens.push(await subscribed(kalends))
  const [first = '', ...others] = tokens
  for (const token of others) await open(kalends, token, 'CARD-0001')
  await expect(open(kalends, first, 'CARD-0001')).rejects.toMatchObject({
    code: 'audience_key_used_up',
  })
  // Who has it already may type it again.
  await open(kalends, others[0] ?? '', 'CARD-0001')
  await leaveAudience(kalends.ports, others[0] ?? '', { partner: 'harbour', audience: 'members' })
  expect((await feedOf(kalends, others[0] ?? '')).text).not.toContain('회원의 밤')
  await open(kalends, first, 'CARD-0001')
  await eraseSubscription(kalends.ports, first)
  await open(kalends, others[0] ?? '', 'CARD-0001')
})

test('a new token keeps what was opened, the old one shows nothing', async () => {
  const { kalends } = await withDinner()
  const token = await subscribed(kalends)
  await open(kalends, token, 'CARD-0001')
  const next = await rotateToken(kalends.ports, token)
  expect((await feedOf(kalends, next)).text).toContain('회원의 밤')
  await expect(open(kalends, token, 'CARD-0001')).rejects.toMatchObject({
    code: 'subscription_ended',
  })
})

test('guessing is bounded for a subscription, and for a partner over all of them', async () => {
  const { kalends } = await withDinner()
  const token = await subscribed(kalends)
  const wrong = { code: 'audience_key_unknown' }
  const stopped = { code: 'too_many_attempts', params: { minutes: 15 } }
  for (let n = 0; n < MAX_FAILURES_OF_SUBSCRIPTION; n += 1)
    await expect(open(kalends, token, `WRONG-${n}`)).rejects.toMatchObject(wrong)
  await expect(open(kalends, token, 'CARD-0001')).rejects.toMatchObject(stopped)
  // A right key is told that it was not looked at, and for how long yet.
  kalends.clock.now = '2026-04-01T00:14:20Z'
  const told = async (language: string) => {
    const response = await kalends.request(`/v1/subscriptions/${token}/audiences`, {
      ...{ method: 'PUT', body: JSON.stringify({ partner: 'harbour', key: 'CARD-0001' }) },
      headers: { 'content-type': 'application/json', 'accept-language': language },
    })
    const { detail } = (await response.json()) as { detail: string }
    return [response.headers.get('retry-after'), detail]
  }
  expect(await told('en')).toEqual(['60', expect.stringMatching(/not checked.*again: 1\.$/)])
  expect(await told('ko')).toEqual(['60', expect.stringMatching(/확인하지 않았습니다.*1분 뒤에/)])
  const other = await subscribed(kalends)
  await open(kalends, other, 'CARD-0001')
  kalends.clock.now = '2026-04-01T00:16:00Z'
  await open(kalends, token, 'CARD-0001')
  await kalends.ports.db.batch([
    {
      sql: `UPDATE sign_in_failures SET count = ?, since = ? WHERE key_id LIKE 'audiences of %'`,
      params: [MAX_FAILURES_OF_PARTNER, kalends.clock.now],
    },
  ])
  const guesser = await subscribed(kalends)
  await expect(open(kalends, guesser, 'WRONG')).rejects.toMatchObject(wrong)
  await expect(open(kalends, guesser, 'CARD-0002')).rejects.toMatchObject(stopped)
  // An honest member is not locked out by what others do.
  await open(kalends, await subscribed(kalends), 'CARD-0002')
})

test('one network tries so many keys an hour, by call or on the page; another its own', async () => {
  const { kalends } = await withDinner()
  const token = await subscribed(kalends)
  const call = (address: string) =>
    kalends.request(`/v1/subscriptions/${token}/audiences`, {
      method: 'PUT',
      headers: { 'content-type': 'application/json', 'cf-connecting-ip': address },
      body: JSON.stringify({ partner: 'harbour', key: 'CARD-0001' }),
    })
  const page = (address: string) =>
    kalends.request(`/my/${token}/members`, {
      method: 'POST',
      headers: { 'cf-connecting-ip': address, origin: 'https://kalends.example' },
      body: new URLSearchParams({ act: 'open', partner: 'harbour', key: 'CARD-0001' }),
    })
  for (let at = 0; at < MEMBER_KEYS_PER_BLOCK; at += 2) {
    expect((await call(`203.0.113.${at}`)).status).toBe(200)
    expect((await page(`203.0.113.${at}`)).status).toBe(303)
  }
  const refused = await call('203.0.113.99')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
  expect(await refused.json()).toMatchObject({ code: 'too_many_attempts' })
  expect((await page('203.0.113.99')).status).toBe(429)
  expect((await call('198.51.100.7')).status).toBe(200)
})

test('what nobody could have given opens nothing', async () => {
  const { kalends } = await withDinner()
  const token = await subscribed(kalends)
  for (const key of ['', '   ', 'x', 'x'.repeat(5000), '회원', "' OR 1=1 --", '\u0000CARD-0001'])
    await expect(open(kalends, token, key)).rejects.toMatchObject({ code: 'audience_key_unknown' })
  await expect(
    openAudiences(kalends.ports, token, { partner: 'nobody', key: 'CARD-0001' }),
  ).rejects.toMatchObject({ code: 'not_found' })
})
