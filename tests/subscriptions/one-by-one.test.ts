// What two devices do at once to one subscription: each changes one thing, and loses none.

import { expect, test } from 'vitest'
import { choose, OVER, overlay, read, send, subscribed } from './subscribed.ts'

const SERIES = `external_id,날짜,시간,제목,반복
s1,2026-05-01,19:00,훈련,FREQ=DAILY;COUNT=4
`

test('PATCH of an overlay changes what it names and leaves the rest', async () => {
  const here = await subscribed({}, SERIES)
  const uid = here.uids.s1
  const path = `/v1/subscriptions/${here.token}/overlay/${uid}`
  const patch = (body: object) => send(here.kalends, 'PATCH', path, body)
  await overlay(here, uid, { memo: '표는 지갑에', skipped: ['2026-05-02'] })
  await patch({ alarms: [60] })
  await patch({ skip: ['2026-05-03T19:00:00'] })
  const { status, body } = await patch({ unskip: ['2026-05-02'] })
  expect(status).toBe(200)
  expect(body).toMatchObject({
    ...{ hidden: false, memo: '표는 지갑에', alarms: [60], skipped: ['2026-05-03'] },
  })
  await patch({ reminders: { minutes: [10] } })
  expect((await patch({ skip: [] })).body.reminders).toMatchObject({ minutes: [10] })
  expect((await patch({ memo: null })).body).toMatchObject({ memo: null, alarms: [60] })
  expect((await patch({ colour: 'red' })).body.code).toBe('invalid_request')
  expect((await patch({ skip: ['2026-06-01'] })).body.code).toBe('choice_invalid')
})

test('at another revision than the one that was looked at, nothing is changed', async () => {
  const here = await subscribed({}, SERIES)
  const path = `/v1/subscriptions/${here.token}/overlay`
  const { revision } = await read(here.kalends, path)
  const patch = (memo: string) =>
    send(here.kalends, 'PATCH', `${path}/${here.uids.s1}?ifRevision=${revision}`, { memo })
  expect((await patch('first')).body.revision).toBe(revision + 1)
  expect(await patch('second')).toMatchObject({
    ...{ status: 409, body: { code: 'subscription_moved_on', base: revision, now: revision + 1 } },
  })
  expect((await read(here.kalends, path)).overlays).toMatchObject([{ memo: 'first' }])
})

test('one entry written is one entry answered, with the revision; the whole is for GET alone', async () => {
  const rows = Array.from({ length: 12 }, (_, n) => `g${n},2026-05-01,19:00,경기 ${n},\n`)
  const here = await subscribed({}, `${SERIES.split('\n', 1)[0]}\n${rows.join('')}`)
  const path = `/v1/subscriptions/${here.token}/overlay`
  const { revision: before } = await read(here.kalends, path)
  for (const [method, n] of rows.map((_, n) => [n % 2 ? 'PUT' : 'PATCH', n] as const)) {
    const uid = here.uids[`g${n}`]
    const { body } = await send(here.kalends, method, `${path}/${uid}`, { memo: `메모 ${n}` })
    expect(body).toEqual({
      ...{ uid, hidden: false, memo: `메모 ${n}`, alarms: null, skipped: [], reminders: null },
      ...{ title: `경기 ${n}`, start: '2026-05-01T19:00:00', changedAt: expect.any(String) },
      revision: before + n + 1,
    })
  }
  const same = await send(here.kalends, 'PATCH', `${path}/${here.uids.g1}`, { memo: '메모 1' })
  expect(same.body.revision).toBe(before + rows.length)
  const team = await send(here.kalends, 'PUT', `${path}/teams/KIA`)
  expect(team.body).toEqual({ team: 'KIA', hidden: true, revision: before + rows.length + 1 })
  const { overlays, revision } = await read(here.kalends, path)
  expect([overlays.length, revision]).toEqual([rows.length, team.body.revision])
})

test('calendars are followed and left one by one', async () => {
  const here = await subscribed()
  await here.kalends.admin('PUT', '/v1/partners/harbour/calendars/ferries', { name: '페리' })
  const OTHER = 'harbour/ferries'
  expect((await choose(here, { follow: [OTHER] })).body.calendars).toEqual([OVER, OTHER])
  expect((await choose(here, { follow: [OTHER] })).body.calendars).toEqual([OVER, OTHER])
  expect((await choose(here, { unfollow: [OVER], prefix: '⛵' })).body).toMatchObject({
    ...{ calendars: [OTHER], prefix: '⛵' },
  })
  expect((await choose(here, { unfollow: [OTHER] })).body.code).toBe('choice_invalid')
  const told = await read(here.kalends, `/v1/subscriptions/${here.token}`)
  expect(told).not.toHaveProperty('follow')
})

test('calendars are found by a few words, page by page', async () => {
  const { kalends } = await subscribed()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/ferries', { name: '페리 시간표' })
  const find = (query: string) => read(kalends, `/v1/calendars?${query}`)
  const { calendars } = await find(`q=${encodeURIComponent('하버 ㅅㄱㅍ')}`)
  expect(calendars).toMatchObject([{ calendar: 'ferries', partnerName: '하버' }])
  const first = await find('limit=1')
  expect(first.calendars).toHaveLength(1)
  const second = await find(`limit=1&cursor=${first.next}`)
  expect([first, second].map((page) => page.calendars[0].calendar)).toEqual(['ferries', 'regatta'])
  expect(second).not.toHaveProperty('next')
})
