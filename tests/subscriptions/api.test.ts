// The life of a subscription over JSON, and what is refused with which words.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { limiterFor } from '../../src/web/limiter.ts'
import { SUBSCRIPTIONS_PER_BLOCK } from '../../src/web/quota.ts'
import type { Json } from '../harness.ts'
import {
  choose,
  eventOf,
  OVER,
  overlay,
  poll,
  read,
  SEASON,
  send,
  subscribed,
  summaries,
  told,
} from './subscribed.ts'

test('what is made names its links; the token is 32 letters and kept as a hash', async () => {
  const { made, token, kalends } = await subscribed({ filters: { weekdays: ['weekend', 1] } })
  expect(token).toMatch(/^[a-z0-9]{32}$/)
  expect(made).toMatchObject({
    feedUrl: `https://kalends.example/feeds/my/${token}.ics`,
    webcalUrl: `webcal://kalends.example/feeds/my/${token}.ics`,
    manageUrl: `https://kalends.example/my/${token}`,
    filters: { weekdays: ['mon', 'sat', 'sun'], categories: [], homeAway: null },
    ...{ alarms: [], cancelled: 'mark', results: false, language: null, revision: 1 },
  })
  const rows = await kalends.ports.db.query({ sql: 'SELECT * FROM subscriptions', params: [] })
  expect(JSON.stringify(rows)).not.toContain(token)
})

test('a wish changes what it names and nothing else; the same wish again changes nothing', async () => {
  const here = await subscribed({ prefix: '⚾', filters: { teams: ['LG'], tags: ['결승'] } })
  const { body } = await choose(here, { filters: { tags: [] }, label: 'LG' })
  expect(body).toMatchObject({ prefix: '⚾', label: 'LG', revision: 2, filters: { teams: ['LG'] } })
  expect((await choose(here, { label: 'LG' })).body.revision).toBe(2)
})

const REFUSED: [string, object, string, string][] = [
  ['no calendar', { calendars: [] }, 'choice_invalid', 'calendars'],
  ['an address that is none', { calendars: ['harbour'] }, 'choice_invalid', 'calendars'],
  ['an unknown calendar', { calendars: ['harbour/nothing'] }, 'not_found', ''],
  [
    'a day that is none',
    { filters: { weekdays: ['someday'] } },
    'choice_invalid',
    'filters.weekdays',
  ],
  ['a zone that is none', { timezone: 'Mars/Base' }, 'choice_invalid', 'timezone'],
  ['an hour that is none', { eveningBefore: '25:00' }, 'choice_invalid', 'eveningBefore'],
  ['a language that is none', { language: 'korean' }, 'choice_invalid', 'language'],
  ['too many alarms', { alarms: [1, 2, 3, 4, 5, 6] }, 'over_limit', 'alarms'],
  ['an alarm after the start', { alarms: [-5] }, 'choice_invalid', 'alarms'],
  ['too long a prefix', { prefix: 'x'.repeat(33) }, 'over_limit', 'prefix'],
  ['too long a label', { label: 'x'.repeat(101) }, 'over_limit', 'label'],
  ['too much of the past', { pastDays: 5000 }, 'choice_invalid', 'pastDays'],
  ['too many teams', { filters: { teams: many(101) } }, 'over_limit', 'filters.teams'],
  ['too long a value', { filters: { tags: ['x'.repeat(201)] } }, 'over_limit', 'filters.tags'],
  [
    'more than is kept of one',
    { hiddenTeams: many(100).map((n) => n.padEnd(60, '팀')) },
    'over_limit',
    'choices',
  ],
  ['too many calendars', { calendars: many(51).map((n) => `a/${n}`) }, 'over_limit', 'calendars'],
]

function many(count: number): string[] {
  return Array.from({ length: count }, (_, place) => `n${place}`)
}

test.each(REFUSED)('refused, and named: %s', async (_, wish, code, field) => {
  const here = await subscribed()
  for (const { status, body } of [
    await choose(here, wish),
    await send(here.kalends, 'POST', '/v1/subscriptions', { calendars: [OVER], ...wish }),
  ]) {
    expect([status, body.code]).toEqual([code === 'not_found' ? 404 : 400, code])
    if (field) expect(body.detail).toContain(field)
    expect(body.detail).toMatch(/[가-힣]/)
  }
})

test('an overlay of what is not in one’s calendars is 404, an unknown field 400', async () => {
  const here = await subscribed()
  await here.kalends.admin('PUT', '/v1/partners/harbour/calendars/ferries', { name: '여객선' })
  const { body } = await here.kalends.upload('harbour/ferries', '날짜,제목\n2026-05-03,첫 배\n')
  expect((await overlay(here, body.changes[0].uid, { hidden: true })).status).toBe(404)
  expect((await overlay(here, 'nothing', { hidden: true })).body.code).toBe('not_found')
  expect((await overlay(here, here.uids.g1, { color: 'red' })).body.code).toBe('invalid_request')
  const long = await overlay(here, here.uids.g1, { memo: 'x'.repeat(1001) })
  expect([long.status, long.body.code, long.body.limit]).toEqual([400, 'over_limit', 1000])
})

test('the list to undo from says what is laid over what, the latest first', async () => {
  const here = await subscribed()
  await overlay(here, here.uids.g1, { hidden: true })
  await overlay(here, here.uids.g2, { memo: '우산' })
  await send(here.kalends, 'PUT', `/v1/subscriptions/${here.token}/overlay/teams/KIA`)
  const path = `/v1/subscriptions/${here.token}/overlay`
  expect(await read(here.kalends, path)).toMatchObject({
    overlays: [
      { title: '둘째 날', memo: '우산', hidden: false },
      { title: '개막전', memo: null, hidden: true },
    ],
    hiddenTeams: ['KIA'],
  })
  expect(await summaries(here)).toEqual(['시범경기', '둘째 날', '팬 감사제'])
  await send(here.kalends, 'DELETE', `${path}/teams/KIA`)
  await send(here.kalends, 'DELETE', `${path}/${here.uids.g1}`)
  expect(await summaries(here)).toHaveLength(5)
  expect((await read(here.kalends, path)).overlays).toHaveLength(1)
})

test('what is hidden is out of the list of events, unless asked for', async () => {
  const here = await subscribed({ filters: { teams: ['LG'] }, prefix: '⚾' })
  await overlay(here, here.uids.g1, { hidden: true })
  await overlay(here, here.uids.g2, { memo: '우산', alarms: [15] })
  await send(here.kalends, 'PUT', `/v1/subscriptions/${here.token}/overlay/teams/KIA`)
  const path = `/v1/subscriptions/${here.token}/events?from=2026-05-01`
  const shown = async (options = '') =>
    (await read(here.kalends, `${path}${options}`)).events.map(({ mine }: Json) => mine)
  expect(await shown()).toEqual([
    { title: '⚾ 둘째 날', hidden: false, memo: '우산', alarms: [15], skipped: [] },
  ])
  expect((await shown('&hidden=true')).map(({ hidden }: Json) => hidden)).toEqual([
    true,
    false,
    true,
  ])
})

test('the list of events comes in pages that meet', async () => {
  const here = await subscribed(
    {},
    'start_date,title,rrule\n2026-05-01,매일,FREQ=DAILY;COUNT=9\n2026-05-03,하나,\n',
  )
  const starts: string[] = []
  for (let cursor = ''; ; ) {
    const page = await read(
      here.kalends,
      `/v1/subscriptions/${here.token}/events?limit=4${cursor && `&cursor=${cursor}`}`,
    )
    starts.push(...page.events.map(({ start }: Json) => start))
    if (!page.next) break
    cursor = page.next
  }
  expect(starts).toHaveLength(10)
  expect(starts).toEqual([...starts].sort())
})

test('a rotated link ends, says so for ever, and the new one has everything', async () => {
  const here = await subscribed({ prefix: '⚾' })
  await overlay(here, here.uids.g1, { memo: '우산' })
  const old = here.token
  const { status, body } = await send(here.kalends, 'POST', `/v1/subscriptions/${old}/rotation`)
  expect(status).toBe(201)
  expect(body.token).not.toBe(old)
  expect(await summaries(here)).toEqual(['나의 캘린더: 이 링크는 더 이상 쓰이지 않습니다'])
  expect((await send(here.kalends, 'GET', `/v1/subscriptions/${old}`)).status).toBe(410)
  expect((await choose(here, { prefix: '' })).body.code).toBe('subscription_ended')
  const next = { ...here, token: body.token as string }
  const g1 = await eventOf(next, here.uids.g1)
  expect(told(g1, 'SUMMARY')).toBe('⚾ 개막전')
  expect(told(g1, 'DESCRIPTION')).toContain(`우산`)
  expect(told(g1, 'DESCRIPTION')).toContain(`/my/${next.token}/`)
  expect(told(g1, 'DESCRIPTION')).not.toContain(old)
})

test('everything kept can be taken out; erased, nothing of it is kept', async () => {
  const here = await subscribed({ label: '우리 집' })
  await overlay(here, here.uids.g1, { memo: '비밀 메모' })
  const path = `/v1/subscriptions/${here.token}`
  expect(await read(here.kalends, `${path}/export`)).toMatchObject({
    ...{ label: '우리 집', calendars: [OVER] },
    overlays: [{ uid: here.uids.g1, memo: '비밀 메모' }],
  })
  expect((await send(here.kalends, 'DELETE', path)).status).toBe(204)
  for (const table of ['subscriptions', 'subscription_calendars', 'overlays']) {
    const rows = await here.kalends.ports.db.query({ sql: `SELECT * FROM ${table}`, params: [] })
    expect(JSON.stringify(rows)).not.toMatch(/우리 집|비밀 메모/)
  }
  expect((await poll(here)).status).toBe(200)
  expect((await send(here.kalends, 'GET', path)).status).toBe(410)
})

test('two who change it at once are both heard', async () => {
  const here = await subscribed()
  const changes = ['g1', 'g2', 'g3'].map((id) => overlay(here, here.uids[id], { hidden: true }))
  const statuses = (await Promise.all(changes)).map(({ status }) => status)
  expect(statuses).toEqual([200, 200, 200])
  expect(await summaries(here)).toEqual(['시범경기', '팬 감사제'])
})

test('an event that leaves its calendar keeps its overlay for when it comes back', async () => {
  const here = await subscribed()
  await overlay(here, here.uids.g1, { memo: '우산' })
  await here.kalends.upload(OVER, 'external_id,날짜,제목,상태\ng1,2026-05-01,개막전,삭제\n', {
    mode: 'merge',
  })
  expect(await eventOf(here, here.uids.g1)).toBeUndefined()
  await here.kalends.upload(OVER, SEASON)
  expect(told(await eventOf(here, here.uids.g1), 'DESCRIPTION')).toContain('우산')
})

test('one network makes so many an hour, and no more; the next one makes its own', async () => {
  const { request, clock } = await harness()
  const make = (address: string) =>
    request('/v1/subscriptions', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'cf-connecting-ip': address },
      body: JSON.stringify({ calendars: ['nobody/nothing'] }),
    })
  for (let at = 0; at < SUBSCRIPTIONS_PER_BLOCK; at += 1)
    expect((await make(`203.0.113.${at % 250}`)).status).toBe(404)
  const refused = await make('203.0.113.9')
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
  expect(await refused.json()).toMatchObject({ code: 'too_many_subscriptions' })
  expect((await make('198.51.100.7')).status).toBe(404)
  clock.now = '2026-04-01T01:00:00Z'
  expect((await make('203.0.113.9')).status).toBe(404)
})

test('a new link for an old one counts as made, by call or on the page', async () => {
  const { kalends, token } = await subscribed()
  const from = { 'cf-connecting-ip': '203.0.113.7', origin: 'https://kalends.example' }
  const rotate = (path: string) => kalends.request(path, { method: 'POST', headers: from })
  const made = await rotate(`/v1/subscriptions/${token}/rotation`)
  expect(made.headers.get('ratelimit')).toMatch(`r=${SUBSCRIPTIONS_PER_BLOCK - 1};`)
  const limiter = limiterFor(kalends.ports, 'subscriptions', SUBSCRIPTIONS_PER_BLOCK)
  while ((await limiter.take('203.0.113.0/24')).remaining > 0);
  const { token: next } = (await made.json()) as Json
  const refused = await rotate(`/v1/subscriptions/${next}/rotation`)
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
  const page = await kalends.request(`/my/${next}/rotate`, {
    ...{ method: 'POST', body: new URLSearchParams(), headers: from },
  })
  expect(page.status).toBe(429)
  expect((await kalends.request(`/v1/subscriptions/${next}`)).status).toBe(200)
})
