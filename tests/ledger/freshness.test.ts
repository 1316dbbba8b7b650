// "Your phone's calendar is 7 hours old, one change is not in it yet."

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Kalends } from '../harness.ts'
import { GOOGLE, IPHONE, poll, pollAll, rowsOf, SEASON } from './polls.ts'

async function subscribed(wish: object = {}) {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const { body } = await kalends.admin('POST', '/v1/subscriptions', {
    ...{ calendars: ['harbour/regatta'], ...wish },
  })
  return { kalends, token: String(body.token), path: `/feeds/my/${body.token}.ics` }
}

async function freshness({ request }: Kalends, token: string, language = 'en') {
  const headers = { 'accept-language': language }
  const response = await request(`/v1/subscriptions/${token}/freshness`, { headers })
  const { clients } = (await response.json()) as { clients: { family: string; text: string }[] }
  return clients
}

test('a link that nothing has fetched is in no program', async () => {
  const { kalends, token } = await subscribed()
  expect(await freshness(kalends, token)).toEqual([])
})

test('how old it is, and that one change is not in it yet', async () => {
  const { kalends, token, path } = await subscribed()
  await pollAll(kalends, [{ path }])
  expect(await freshness(kalends, token)).toMatchObject([
    { family: 'apple-ios', seconds: 0, upToDate: true, text: 'fetched just now: up to date' },
  ])
  // Reminders are in no calendar: nobody waits for them to be fetched.
  const reminders = JSON.stringify({ reminders: { minutes: [30] } })
  const headers = { 'content-type': 'application/json' }
  const patch = { method: 'PATCH', body: reminders, headers }
  expect((await kalends.request(`/v1/subscriptions/${token}`, patch)).status).toBe(200)
  expect(await freshness(kalends, token)).toMatchObject([{ upToDate: true, ownChanges: false }])
  kalends.clock.now = '2026-04-01T07:00:00Z'
  await kalends.upload('harbour/regatta', SEASON.replace('18:30,개막', '19:00,개막'))
  const [client] = await freshness(kalends, token)
  expect(client).toMatchObject({ seconds: 7 * 3600, upToDate: false, changes: 1 })
  expect(client?.text).toBe('7 hours old: one change is not in it yet')
  const [korean] = await freshness(kalends, token, 'ko')
  expect(korean?.text).toBe('7시간 전에 받음: 바뀐 일정 1개가 아직 반영되지 않음')
  await pollAll(kalends, [{ path }])
  expect(await freshness(kalends, token)).toMatchObject([{ upToDate: true, changes: 0 }])
})

test('each family of programs by itself; a browser is none; a HEAD is no fetch', async () => {
  const { kalends, token, path } = await subscribed()
  await pollAll(kalends, [
    ...[
      { path, agent: GOOGLE },
      { path, agent: 'Mozilla/5.0 Firefox/140.0' },
    ],
    { path, agent: 'Evolution/3.46.4', method: 'HEAD' },
  ])
  await kalends.upload('harbour/regatta', SEASON.replace('18:30,개막', '19:00,개막'))
  kalends.clock.now = '2026-04-01T02:00:00Z'
  await pollAll(kalends, [{ path }])
  expect(await freshness(kalends, token)).toMatchObject([
    { family: 'apple-ios', upToDate: true },
    { family: 'google', seconds: 7200, changes: 1 },
  ])
})

test('a 304 makes it fresh again; a change that was filtered out is none', async () => {
  const { kalends, token, path } = await subscribed({ filters: { weekdays: ['saturday'] } })
  const first = await poll(kalends, { path })
  const tag = first.headers.get('etag') ?? ''
  await pollAll(kalends, [{ path }])
  // 1 May 2026 is a Friday.
  await kalends.upload('harbour/regatta', SEASON.replace('18:30,개막', '19:00,개막'))
  kalends.clock.now = '2026-04-01T03:00:00Z'
  expect(await freshness(kalends, token)).toMatchObject([
    { changes: 0, upToDate: false, text: '3 hours old: nothing upcoming has changed since' },
  ])
  await pollAll(kalends, [{ path, headers: { 'if-none-match': tag } }])
  expect(await freshness(kalends, token)).toMatchObject([{ seconds: 0, upToDate: true }])
})

test('what its owner chose since is said', async () => {
  const { kalends, token, path } = await subscribed()
  await pollAll(kalends, [{ path }])
  await kalends.admin('PATCH', `/v1/subscriptions/${token}`, { prefix: '⛵' })
  expect(await freshness(kalends, token)).toMatchObject([
    {
      ownChanges: true,
      changes: 0,
      text: 'fetched just now: what you chose since is not in it yet',
    },
  ])
})

test('an erased or rotated link: nothing more is noted of it, and what was is gone', async () => {
  const { kalends, token, path } = await subscribed()
  await pollAll(kalends, [{ path }])
  await kalends.admin('DELETE', `/v1/subscriptions/${token}`)
  await pollAll(kalends, [{ path }])
  expect(await rowsOf(kalends, 'personal_fetches')).toEqual([])
  const response = await kalends.request(`/v1/subscriptions/${token}/freshness`)
  expect(response.status).toBe(410)
})

test('who takes everything out that is kept of a link finds its fetches too', async () => {
  const { kalends, token, path } = await subscribed()
  await pollAll(kalends, [{ path }, { path, agent: 'Mozilla/5.0 Firefox/140.0' }])
  const { body } = await kalends.admin('GET', `/v1/subscriptions/${token}/export`)
  const fetched = { calendar: 'harbour/regatta', fetchedAt: kalends.clock.now, revision: 1 }
  expect(body.fetches).toEqual([
    { ...fetched, family: 'apple-ios', fetches: 1 },
    { ...fetched, family: 'browser', fetches: 1 },
  ])
})

test('of a personal feed’s caller nothing is told apart, not even for a day', async () => {
  const { kalends, path } = await subscribed()
  await pollAll(kalends, [{ path, agent: IPHONE }])
  expect(await rowsOf(kalends, 'visitors')).toEqual([])
  expect(await rowsOf(kalends, 'personal_fetches')).toMatchObject([
    { family: 'apple-ios', revision: 1, subscription_revision: 1, fetches: 1 },
  ])
})
