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
  expect(body.overlays[0]).toMatchObject({
    ...{ hidden: false, memo: '표는 지갑에', alarms: [60], skipped: ['2026-05-03'] },
  })
  await patch({ reminders: { minutes: [10] } })
  expect((await patch({ skip: [] })).body.overlays[0].reminders).toMatchObject({ minutes: [10] })
  expect((await patch({ memo: null })).body.overlays[0]).toMatchObject({ memo: null, alarms: [60] })
  expect((await patch({ colour: 'red' })).body.code).toBe('invalid_request')
  expect((await patch({ skip: ['2026-06-01'] })).body.code).toBe('choice_invalid')
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
