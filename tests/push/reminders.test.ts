// Reminders ring in browsers at their minute: once, whatever happens to clock, process and schedule.

import { expect, test } from 'vitest'
import { ticker } from '../../src/timer.ts'
import { choose, OVER, overlay, SEASON } from '../subscriptions/subscribed.ts'
import { HOST, listed, type Pushed, pushed } from './pushed.ts'

/** The opening, 18:30 in Seoul. */
const GAME = '2026-05-01T09:30:00Z'
const moved = (time: string, day = '2026-05-01') =>
  SEASON.replace('2026-05-01,18:30', `${day},${time}`)

/** Registered and planned on the evening before. */
async function planned(wish?: object): Promise<Pushed> {
  const here = await pushed(wish)
  here.kalends.clock.now = '2026-04-30T12:00:00Z'
  expect((await here.add('phone')).status).toBe(201)
  expect(await here.tick()).toEqual([])
  return here
}

test('a reminder comes at its minute, encrypted, and is dropped by the service when the game begins', async () => {
  const here = await planned()
  expect(await here.tick('2026-05-01T08:59:59Z')).toEqual([])
  const [arrival, ...others] = await here.tick('2026-05-01T09:00:00Z')
  expect(others).toEqual([])
  const uid = here.uids.g1
  const key = `${uid}/before-30`
  expect(arrival?.payload).toEqual({
    ...{ type: 'reminder', key, tag: key, at: '2026-05-01T09:00:00Z', title: '개막전' },
    ...{ body: '오늘 18:30 · 잠실야구장', url: `/app#/event/${uid}`, uid, recurrenceId: null },
    ...{ language: 'ko', expiresAt: GAME },
  })
  expect(arrival?.headers).toMatchObject({ TTL: '1800', Urgency: 'high' })
  expect(arrival?.headers.Topic).toMatch(/^[A-Za-z0-9_-]{32}$/)
  expect(await here.tick('2026-05-01T09:00:01Z')).toEqual([])
  expect((await listed(here)).channels).toMatchObject([{ lastSentAt: '2026-05-01T09:00:00Z' }])
})

test('what a phone that was off shows on the day itself is true still: dates, and all-day events for their day', async () => {
  const day = { days: 1, at: '20:00' }
  const here = await planned({
    reminders: { daysBefore: [day], allDay: [day, { days: 0, at: '09:00' }] },
  })
  const comes = async (now: string) =>
    (await here.tick(now)).map(({ headers, payload }) => [headers.TTL, payload.body])
  here.kalends.clock.now = '2026-05-01T10:00:00Z'
  await here.tick()
  expect(await comes('2026-05-01T11:00:00Z')).toEqual([['75600', '5/2(토) 17:00 · 잠실야구장']])
  expect(await comes('2026-05-08T11:00:00Z')).toEqual([['100800', '5/9(토)']])
  // Ten minutes late, and the day has long begun.
  expect(await comes('2026-05-09T00:10:00Z')).toEqual([['53400', '오늘']])
})

test('no push service is asked to keep anything for longer than four weeks', async () => {
  const here = await pushed({ reminders: { daysBefore: [{ days: 30, at: '20:00' }] } })
  here.kalends.clock.now = '2026-04-01T10:00:00Z'
  await here.add('phone')
  await here.tick()
  const arrivals = await here.tick('2026-04-01T11:00:00Z')
  expect(arrivals.map(({ headers }) => headers.TTL)).toEqual(['2419200'])
})

test('each browser is told once, in its own language; one that is let go is not', async () => {
  const here = await planned()
  await here.add('laptop', { language: 'en', label: '노트북' })
  const { body } = await here.add('work')
  const path = `/v1/subscriptions/${here.token}/push/${body.id}`
  expect((await here.kalends.request(path, { method: 'DELETE' })).status).toBe(204)
  await here.tick()
  const arrivals = await here.tick('2026-05-01T09:00:00Z')
  const told = arrivals.map(({ browser, payload }) => `${browser} ${payload.body}`)
  expect(told.sort()).toEqual(['laptop Today 18:30 · 잠실야구장', 'phone 오늘 18:30 · 잠실야구장'])
})

test('a game that moves before it rings, rings at its new time and at no other', async () => {
  const here = await planned()
  here.kalends.clock.now = '2026-05-01T08:59:58Z'
  await here.kalends.upload(OVER, moved('20:00'))
  expect((await here.tick('2026-05-01T09:00:00Z')).map(({ payload }) => payload.type)).toEqual([
    'change',
  ])
  expect(await here.tick('2026-05-01T10:29:59Z')).toEqual([])
  expect((await here.tick('2026-05-01T10:30:00Z')).map(({ payload }) => payload.type)).toEqual([
    'reminder',
  ])
  expect(await here.tick('2026-05-01T11:00:00Z')).toEqual([])
})

test('even where nobody has planned anew, nothing rings for what is not so any more', async () => {
  const here = await planned()
  here.kalends.clock.now = '2026-05-01T08:59:58Z'
  await here.kalends.upload(OVER, SEASON.replace('홈경기,확정', '홈경기,취소'))
  const { ringDue } = await import('../../src/push/dispatch.ts')
  here.kalends.clock.now = '2026-05-01T09:00:00Z'
  expect(await ringDue(here.kalends.ports, 100)).toBe(0)
  await choose(here, { reminders: null, alarms: [10] })
  expect(await ringDue(here.kalends.ports, 100)).toBe(0)
})

test('a game that moves after it rang, rings once more at its new time', async () => {
  const here = await planned()
  expect(await here.tick('2026-05-01T09:00:00Z')).toHaveLength(1)
  here.kalends.clock.now = '2026-05-01T09:10:00Z'
  await here.kalends.upload(OVER, moved('20:00'))
  await here.tick('2026-05-01T09:10:01Z')
  await here.tick('2026-05-01T10:30:00Z')
  await here.tick('2026-05-01T11:00:00Z')
  const rung = here.arrivals.filter(({ payload }) => payload.type === 'reminder')
  expect(rung.map(({ at }) => at)).toEqual(['2026-05-01T09:00:00Z', '2026-05-01T10:30:00Z'])
})

test('what is hidden, or chosen otherwise, does not ring; what is chosen too late is not made up for', async () => {
  const here = await planned({ alarms: [60, 30] })
  await here.tick('2026-05-01T08:30:00Z')
  await overlay(here, here.uids.g1, { hidden: true })
  expect(await here.tick('2026-05-01T09:00:00Z')).toEqual([])
  await overlay(here, here.uids.g1, { hidden: false })
  here.kalends.clock.now = '2026-05-01T09:05:00Z'
  await choose(here, { alarms: [40, 15] })
  await here.tick()
  await here.tick('2026-05-01T09:15:00Z')
  expect(here.arrivals.map(({ payload }) => payload.at)).toEqual([
    ...['2026-05-01T08:30:00Z', '2026-05-01T09:15:00Z'],
  ])
})

test('a crash between sending and marking: sent again with the same topic and tag, and then no more', async () => {
  const here = await planned()
  here.answers.set(`${HOST}phone`, 'crash')
  here.kalends.ports.log.error = () => {}
  await here.tick('2026-05-01T09:00:00Z')
  here.answers.clear()
  expect(await here.tick('2026-05-01T09:00:30Z')).toEqual([])
  const restarted = ticker(here.kalends.ports)
  here.kalends.clock.now = '2026-05-01T09:01:01Z'
  await (await restarted()).ended
  await here.tick('2026-05-01T09:02:30Z')
  const [first, second, ...others] = here.arrivals
  expect(others).toEqual([])
  expect(second?.headers.Topic).toBe(first?.headers.Topic)
  expect(second?.payload).toEqual(first?.payload)
})

test('two servers on one database ring once', async () => {
  const here = await planned()
  await here.add('laptop')
  await here.tick()
  here.kalends.clock.now = '2026-05-01T09:00:00Z'
  const others = [ticker(here.kalends.ports), ticker(here.kalends.ports)]
  await Promise.all(others.map(async (tick) => (await tick()).ended))
  expect(here.arrivals.map(({ browser }) => browser).sort()).toEqual(['laptop', 'phone'])
})

test('a clock that jumps forward: what is late within half an hour rings, the rest is counted', async () => {
  const here = await planned({ alarms: [90, 30] })
  const said: object[] = []
  here.kalends.ports.log.info = (event, about) => said.push({ event, ...about })
  await here.tick('2026-05-01T09:10:00Z')
  expect(here.arrivals.map(({ payload }) => payload.at)).toEqual(['2026-05-01T09:00:00Z'])
  expect(said).toEqual([{ event: 'too late to ring', dropped: 1 }])
  // Put right again, an hour and more back: what was dropped is still to come, what rang has rung.
  await here.tick('2026-05-01T07:50:00Z')
  await here.tick('2026-05-01T08:00:00Z')
  await here.tick('2026-05-01T09:00:00Z')
  expect(here.arrivals.map(({ payload }) => payload.at)).toEqual([
    ...['2026-05-01T09:00:00Z', '2026-05-01T08:00:00Z'],
  ])
})

test('days off: what was never planned is late, not lost; a clock far ahead and put right loses nothing', async () => {
  const here = await planned()
  here.kalends.ports.log.info = () => {}
  await here.tick('2027-01-01T00:00:00Z')
  await here.tick('2026-04-30T12:00:10Z')
  expect(await here.tick('2026-05-01T09:00:00Z')).toHaveLength(1)
  // Down for a day and longer than was planned: the second day's reminder is ten minutes late.
  expect(await here.tick('2026-05-02T07:40:00Z')).toHaveLength(1)
  expect(here.texts()).toEqual(['2026-05-01T09:00 개막전', '2026-05-02T07:40 둘째 날'])
})

test('after an outage what names its day rings still: not in quiet hours, once, and not when its event has begun', async () => {
  const daysBefore = [{ days: 1, at: '20:00' }]
  const quiet = { from: '22:00', to: '08:00' }
  for (const [back, rings] of [
    ['2026-05-01T11:40:00Z', '2026-05-01T11:40:00Z'],
    ['2026-05-01T14:30:00Z', '2026-05-01T23:00:00Z'],
    ['2026-05-02T00:30:00Z', '2026-05-02T00:30:00Z'],
    ['2026-05-02T08:00:00Z', null],
  ] as const) {
    const here = await pushed({ reminders: { minutes: [], daysBefore, quiet } })
    here.kalends.ports.log.info = () => {}
    here.kalends.clock.now = '2026-05-01T10:55:00Z'
    await here.add('phone')
    await here.tick()
    // Nobody was here at 20:00 in Seoul; then the clock goes on hour by hour.
    for (let now = Date.parse(back); now < Date.parse('2026-05-02T10:00:00Z'); now += 1_800_000)
      await here.tick(`${new Date(now).toISOString().slice(0, 19)}Z`)
    const rung = here.arrivals.map(({ at, payload }) => [at, payload.body])
    expect([back, rung]).toEqual([back, rings ? [[rings, '5/2(토) 17:00 · 잠실야구장']] : []])
  }
})

test('a service that is busy is asked again as it wishes, until the game begins; one that is gone is forgotten', async () => {
  const here = await planned()
  await here.add('busy')
  await here.add('gone')
  await here.add('slow')
  await here.tick()
  here.answers.set(`${HOST}busy`, { status: 429, after: '600' })
  here.answers.set(`${HOST}gone`, { status: 410 })
  here.answers.set(`${HOST}slow`, 'timeout')
  here.kalends.ports.log.info = () => {}
  await here.tick('2026-05-01T09:00:00Z')
  const calls = here.calls()
  expect(await here.tick('2026-05-01T09:00:04Z')).toEqual([])
  expect(here.calls()).toBe(calls)
  here.answers.delete(`${HOST}slow`)
  expect((await here.tick('2026-05-01T09:00:05Z')).map(({ browser }) => browser)).toEqual(['slow'])
  expect(here.calls()).toBe(calls + 1)
  await here.tick('2026-05-01T09:10:00Z')
  expect(here.calls()).toBe(calls + 2)
  for (const time of ['09:20:00', '09:31:00', '10:00:00']) await here.tick(`2026-05-01T${time}Z`)
  expect(here.calls()).toBe(calls + 3)
  const names = (await listed(here)).channels.length
  expect(names).toBe(3)
})
