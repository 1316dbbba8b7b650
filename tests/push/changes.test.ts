// Changes of near events are pushed: to those who chose the event, and whose calendar has not got it.

import { expect, test } from 'vitest'
import { ticker } from '../../src/timer.ts'
import { choose, OVER, overlay, poll, SEASON } from '../subscriptions/subscribed.ts'
import { HOST, type Pushed, pushed } from './pushed.ts'

const NOW = '2026-05-01T02:00:00Z'
/** On the morning of the opening, with one phone. */
async function morning(wish: object = {}): Promise<Pushed> {
  const here = await pushed(wish)
  here.kalends.clock.now = NOW
  await here.add('phone')
  await here.tick()
  return here
}

const publish = ({ kalends }: Pushed, file: string) => kalends.upload(OVER, file)
const REASON = (file: string) =>
  file.replace('external_id,', 'external_id,reason,').replace(/^g(\d),/gm, 'g$1,,')
const CANCELLED = REASON(SEASON)
  .replace('g1,,', 'g1,우천,')
  .replace('LG,두산,홈경기,확정', 'LG,두산,홈경기,취소')

test('today’s game is rained out', async () => {
  const here = await morning()
  await publish(here, CANCELLED)
  const [arrival, ...others] = await here.tick('2026-05-01T02:00:05Z')
  expect(others).toEqual([])
  const uid = here.uids.g1
  expect(arrival?.payload).toEqual({
    ...{ type: 'change', key: `change/${uid}`, tag: `change/${uid}`, at: '2026-05-01T02:00:05Z' },
    ...{ title: '[취소] 개막전', body: '오늘 18:30 · 취소 (우천)', url: `/app#/event/${uid}`, uid },
    ...{ recurrenceId: null, language: 'ko', expiresAt: '2026-05-01T09:30:00Z' },
  })
  expect(arrival?.headers).toMatchObject({ TTL: '26995', Urgency: 'high' })
  expect(await here.tick('2026-05-01T02:05:00Z')).toEqual([])
})

test('moves and places are told with what was; texts, results and far games are not', async () => {
  const here = await morning()
  await publish(
    here,
    SEASON.replace('2026-05-02,17:00', '2026-05-03,14:00')
      .replace(
        '개막전,LG,두산,홈경기,확정,,Opening Day,잠실야구장',
        '개막전,LG,두산,홈경기,확정,,Opening,고척돔',
      )
      .replace('종료,3:2', '종료,3:1')
      .replace('팬 감사제', '팬 감사의 날'),
  )
  const told = (await here.tick('2026-05-01T02:00:05Z')).map(({ payload }) => payload.body)
  expect(told.sort()).toEqual([
    '일시 변경: 5/2(토) 17:00 → 5/3(일) 14:00',
    '장소 변경: 잠실야구장 → 고척돔 · 오늘 18:30',
  ])
})

test('today’s game that moves to another day is not called today’s: it may be read on that other day', async () => {
  const here = await morning()
  await publish(here, SEASON.replace('2026-05-01,18:30', '2026-05-02,14:00'))
  const [moved] = await here.tick('2026-05-01T02:00:05Z')
  expect(moved?.payload.body).toBe('일시 변경: 5/1(금) 18:30 → 5/2(토) 14:00')
  await publish(here, SEASON.replace('2026-05-01,18:30', '2026-05-01,19:00'))
  const [back] = await here.tick('2026-05-01T02:10:05Z')
  expect(back?.payload.body).toBe('일시 변경: 5/2(토) 14:00 → 오늘 19:00')
})

test('of many changes at once the nearest are told one by one, the rest in one sentence', async () => {
  const hours = Array.from({ length: 12 }, (_, nth) => `2026-05-02,${nth + 10}:00,경기 ${nth + 1}`)
  const file = (status: string) =>
    ['날짜,시간,제목,상태', ...hours.map((line) => `${line},${status}`)].join('\n')
  const here = await pushed({}, file('확정'))
  here.kalends.clock.now = NOW
  await here.add('phone', { language: 'en' })
  await here.tick()
  await publish(here, file('취소'))
  const told = (await here.tick('2026-05-01T02:00:05Z')).map(({ payload }) => payload)
  expect(told).toHaveLength(11)
  const ones = told.filter(({ uid }) => uid !== null).map(({ title }) => title)
  expect(ones.sort()[9]).toBe('[취소] 경기 9')
  expect(told.filter(({ uid }) => uid === null)).toMatchObject([
    {
      ...{ type: 'change', title: '레가타', body: '2 more changes in the schedule.' },
      ...{ tag: 'changes/harbour/regatta', url: '/app#/changes' },
      expiresAt: '2026-05-02T12:00:00Z',
    },
  ])
})

test('a later change takes the place of the one that waits, and follows the one that was sent', async () => {
  const here = await morning()
  here.answers.set(`${HOST}phone`, { status: 503 })
  here.kalends.ports.log.info = () => {}
  await publish(here, SEASON.replace('2026-05-01,18:30', '2026-05-01,19:00'))
  await here.tick('2026-05-01T02:00:05Z')
  await publish(here, SEASON.replace('2026-05-01,18:30', '2026-05-01,20:00'))
  here.answers.clear()
  const [second, ...others] = await here.tick('2026-05-01T02:00:20Z')
  expect([second?.payload.body, others]).toEqual(['일시 변경: 오늘 19:00 → 오늘 20:00', []])
  await publish(here, SEASON)
  const [third] = await here.tick('2026-05-01T02:01:00Z')
  expect(third?.headers.Topic).toBe(second?.headers.Topic)
  expect(third?.payload.body).toBe('일시 변경: 오늘 20:00 → 오늘 18:30')
})

test('whose every calendar program has fetched it, is not told; one that has not, is enough', async () => {
  const iphone = { headers: { 'user-agent': 'iOS/26.5 (23F77) dataaccessd/1.0' } }
  const google = { headers: { 'user-agent': 'Google-Calendar-Importer' } }
  for (const behind of [false, true]) {
    const here = await morning()
    await poll(here, google)
    await here.kalends.ports.fetches.flush()
    await publish(here, CANCELLED)
    here.kalends.clock.now = '2026-05-01T02:00:30Z'
    await poll(here, behind ? iphone : google)
    await here.kalends.ports.fetches.flush()
    expect(await here.tick()).toHaveLength(behind ? 1 : 0)
  }
})

test('who hid it, filters it out, wants no changes or sleeps, is not told of it', async () => {
  const wishes: [string, (here: Pushed) => Promise<unknown>][] = [
    ['hidden', (here) => overlay(here, here.uids.g1, { hidden: true })],
    ['filtered', (here) => choose(here, { filters: { categories: ['행사'] } })],
    ['no changes', (here) => choose(here, { reminders: { ...RULES, changes: false } })],
    [
      'asleep',
      (here) => choose(here, { reminders: { ...RULES, quiet: { from: '10:00', to: '12:00' } } }),
    ],
  ]
  for (const [why, wish] of wishes) {
    const here = await morning()
    await wish(here)
    await publish(here, CANCELLED)
    expect([why, await here.tick('2026-05-01T02:00:05Z')]).toEqual([why, []])
    const later = await here.tick('2026-05-01T03:00:00Z')
    expect([why, later.length]).toEqual([why, why === 'asleep' ? 1 : 0])
  }
})

test('of what waits till the morning nobody is told who does not want it any more by then', async () => {
  const quiet = { from: '10:00', to: '12:00' }
  const wishes: [string, (here: Pushed) => Promise<unknown>][] = [
    ['hidden', (here) => overlay(here, here.uids.g1, { hidden: true })],
    ['filtered', (here) => choose(here, { filters: { categories: ['행사'] } })],
    ['no changes', (here) => choose(here, { reminders: { ...RULES, quiet, changes: false } })],
    ['with a memo', (here) => overlay(here, here.uids.g1, { memo: '우산' })],
  ]
  for (const [why, wish] of wishes) {
    const here = await morning()
    await choose(here, { reminders: { ...RULES, quiet } })
    await publish(here, CANCELLED)
    expect([why, await here.tick('2026-05-01T02:00:05Z')]).toEqual([why, []])
    await wish(here)
    await here.tick('2026-05-01T02:30:00Z')
    const told = (await here.tick('2026-05-01T03:00:00Z')).map(({ payload }) => payload.type)
    expect([why, told]).toEqual([why, why === 'with a memo' ? ['change'] : []])
  }
})

test('a change that could not be told in time is told when somebody is there again, until the event begins', async () => {
  for (const [back, told] of [
    ['2026-05-01T04:30:00Z', 1],
    ['2026-05-01T09:30:00Z', 0],
  ] as const) {
    const here = await morning()
    here.kalends.ports.log.info = () => {}
    await choose(here, { reminders: { ...RULES, quiet: { from: '10:00', to: '12:00' } } })
    await publish(here, CANCELLED)
    await here.tick('2026-05-01T02:00:05Z')
    expect(await here.tick(back)).toHaveLength(told)
    expect(await here.tick()).toEqual([])
  }
})

const RULES = { minutes: [], daysBefore: [], allDay: [], tickets: [], quiet: null, changes: true }

test('of two servers that tell the same publication, each follower is told by one', async () => {
  const here = await morning()
  await publish(here, CANCELLED)
  const { ports } = here.kalends
  here.kalends.clock.now = '2026-05-01T02:00:05Z'
  const ticks = [ticker(ports), ticker(ports)]
  await Promise.all(ticks.map(async (tick) => (await tick()).ended))
  await here.tick('2026-05-01T02:00:06Z')
  expect(here.arrivals.map(({ payload }) => payload.title)).toEqual(['[취소] 개막전'])
})
