// What is due in a subscription: which events' reminders, in which words, and what they leave alone.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine } from '#harness'
import { NO_REMINDERS, type Reminders } from '../../src/schedule/reminder-rules.ts'
import { requireSubscription } from '../../src/subscriptions/find.ts'
import type { Wish } from '../../src/subscriptions/make.ts'
import { dueReminders } from '../../src/subscriptions/reminders.ts'
import type { Json } from '../harness.ts'
import {
  choose,
  OVER,
  overlay,
  poll,
  read,
  SEASON,
  type Subscribed,
  send,
  subscribed,
} from './subscribed.ts'

const TICKETS = SEASON.replace('all_day', 'all_day,ticket_opens_at,ticket_url')
  .replace('잠실야구장,Jamsil,\n', '잠실야구장,Jamsil,,2026-04-20 11:00,https://tickets.example\n')
  .replaceAll(/,(TRUE)?\n/g, ',$1,,\n')

const RULES: Reminders = {
  ...{ minutes: [30], daysBefore: [{ days: 1, at: '20:00' }], allDay: [{ days: 1, at: '20:00' }] },
  ...{ tickets: [0], quiet: null, changes: true },
}
const SEASONS = { from: '2026-04-01T00:00:00Z', to: '2026-06-01T00:00:00Z' }

const due = async ({ kalends: { ports }, token }: Subscribed, range = SEASONS) =>
  dueReminders(ports, await requireSubscription(ports, token), range)

const lines = async (here: Subscribed, range = SEASONS) =>
  (await due(here, range)).map(({ at, title, body }) => [at, title, body].join(' | '))

test('what is due says when and where by the clock of its owner, in the language of the subscription', async () => {
  const here = await subscribed({ reminders: RULES } satisfies Wish, TICKETS)
  expect(await lines(here)).toEqual([
    '2026-04-20T02:00:00Z | 개막전 | 오늘 11:00 예매 시작 · 5/1(금) 18:30 · 잠실야구장',
    '2026-04-30T11:00:00Z | 개막전 | 내일 18:30 · 잠실야구장',
    '2026-05-01T09:00:00Z | 개막전 | 오늘 18:30 · 잠실야구장',
    '2026-05-01T11:00:00Z | 둘째 날 | 내일 17:00 · 잠실야구장',
    '2026-05-02T07:30:00Z | 둘째 날 | 오늘 17:00 · 잠실야구장',
    '2026-05-08T11:00:00Z | 팬 감사제 | 내일',
  ])
  expect(await due(here, { from: '2026-04-20T02:00:00Z', to: '2026-04-20T02:00:01Z' })).toEqual([
    {
      ...{ at: '2026-04-20T02:00:00Z', key: `${here.uids.g1}/tickets-0`, kind: 'tickets' },
      ...{ minutes: 0, uid: here.uids.g1, recurrenceId: null, calendar: 'harbour/regatta' },
      ...{ title: '개막전', body: '오늘 11:00 예매 시작 · 5/1(금) 18:30 · 잠실야구장' },
      ...{ startsAt: '2026-05-01T18:30:00+09:00', allDay: false, timeTbd: false },
      ...{ timezone: 'Asia/Seoul', url: 'https://tickets.example/' },
    },
  ])
  await choose(here, { language: 'en', timezone: 'Europe/Lisbon', prefix: '⚾' })
  expect((await lines(here)).slice(0, 3)).toEqual([
    '2026-04-20T02:00:00Z | ⚾ Opening Day | Today 03:00 tickets open · Fri May 1 10:30 · Jamsil',
    '2026-04-30T19:00:00Z | ⚾ Opening Day | Tomorrow 10:30 · Jamsil',
    '2026-05-01T09:00:00Z | ⚾ Opening Day | Today 10:30 · Jamsil',
  ])
})

/** A series of lectures with a happening moved and one called off, and what only members see. */
const MIXED = {
  events: [
    ...[{ externalId: 'g1', title: '개막전', start: '2026-05-01T18:30', home: 'LG', away: '두산' }],
    { externalId: 'g2', title: '강의', start: '2026-05-04T10:00', rrule: 'FREQ=WEEKLY;COUNT=4' },
    { externalId: 'g3', title: '미정', start: '2026-05-06', timeTbd: true },
    { externalId: 'g4', title: '연기', start: '2026-05-07T18:30', status: 'postponed' },
  ],
}

test('what is hidden, skipped or filtered out does not ring; an event’s own rules stand for the others', async () => {
  const here = await subscribed({ reminders: { ...RULES, daysBefore: [] } }, MIXED)
  const keys = async () =>
    (await due(here)).map(({ key }) => key.replace(/^\w+/, (uid) => nameOf(here, uid)))
  const lectures = [4, 11, 18, 25].map(
    (day) => `g2/2026-05-${String(day).padStart(2, '0')}/before-30`,
  )
  expect(await keys()).toEqual([
    ...['g1/before-30', lectures[0], 'g3/allDay-1-20:00', ...lectures.slice(1)],
  ])
  await overlay(here, here.uids.g2, { skipped: ['2026-05-11'], reminders: { minutes: [60] } })
  await overlay(here, here.uids.g3, { hidden: true })
  await choose(here, { hiddenTeams: ['두산'] })
  expect(await keys()).toEqual(
    [4, 18, 25].map((day) => `g2/2026-05-${String(day).padStart(2, '0')}/before-60`),
  )
  await choose(here, { filters: { weekdays: ['tue'] }, hiddenTeams: [] })
  expect(await keys()).toEqual([])
})

test('what a partner moves rings at its new time alone, under its key; what loses its time or is off, not', async () => {
  const here = await subscribed({ reminders: { ...RULES, tickets: [] } })
  const of = async (key: string) =>
    (await due(here))
      .filter(({ uid }) => uid === here.uids[key])
      .map(({ at, key }) => `${key.split('/')[1]} ${at}`)
  expect(await of('g1')).toEqual([
    'day-1-20:00 2026-04-30T11:00:00Z',
    'before-30 2026-05-01T09:00:00Z',
  ])
  const publish = (from: string, to: string) =>
    here.kalends.upload(OVER, SEASON.replace(from, to), { confirm: 'true' })
  await publish('2026-05-01,18:30', '2026-05-03,14:00')
  expect(await of('g1')).toEqual([
    'day-1-20:00 2026-05-02T11:00:00Z',
    'before-30 2026-05-03T04:30:00Z',
  ])
  await publish('2026-05-01,18:30', '2026-05-03,미정')
  expect(await of('g1')).toEqual(['allDay-1-20:00 2026-05-02T11:00:00Z'])
  await publish('홈경기,확정,,Opening', '홈경기,우천취소,,Opening')
  expect(await of('g1')).toEqual([])
  await here.kalends.admin('POST', '/v1/partners/harbour/calendars/regatta/revisions/1/restoration')
  expect(await of('g1')).toHaveLength(2)
})

test('each is found in the second in which it rings: early and late, of tickets months before, of one’s own rules', async () => {
  const early = { minutes: [40_320], daysBefore: [{ days: 30, at: '00:30' }] }
  const quiet = { from: '22:00', to: '09:30' }
  const rules = {
    ...RULES,
    ...early,
    tickets: [1440, 0],
    quiet,
    allDay: [{ days: 0, at: '23:59' }],
  }
  const here = await subscribed({ reminders: rules, timezone: 'Pacific/Honolulu' }, TICKETS)
  await overlay(here, here.uids.g2, {
    alarms: [5],
    reminders: { daysBefore: [{ days: 29, at: '12:00' }] },
  })
  const all = await due(here, { from: '2026-01-01T00:00:00Z', to: '2026-12-01T00:00:00Z' })
  expect(all.map(({ kind }) => kind).sort()).toEqual([
    ...['allDay', 'before', 'day', 'day', 'tickets', 'tickets'],
  ])
  for (const one of all) {
    const to = new Date(Date.parse(one.at) + 1000).toISOString()
    expect(await due(here, { from: one.at, to: `${to.slice(0, 19)}Z` })).toEqual([one])
  }
})

test('the API gives it page by page, from now on unless told; never more than two months', async () => {
  const here = await subscribed({ reminders: RULES }, TICKETS)
  const path = `/v1/subscriptions/${here.token}/reminders`
  const all = await due(here)
  const pages: Json[] = []
  for (let cursor = ''; ; ) {
    const query = `from=2026-04-15&to=2026-06-15&limit=2${cursor && `&cursor=${cursor}`}`
    const { reminders, next } = await read(here.kalends, `${path}?${query}`)
    pages.push(...reminders)
    if (!next) break
    cursor = next
  }
  expect(pages).toEqual(all)
  here.kalends.clock.now = '2026-05-01T09:00:00Z'
  expect((await read(here.kalends, path)).reminders).toEqual(all.slice(2, 5))
  const once = await here.kalends.request(path)
  const tag = once.headers.get('etag') ?? ''
  const again = () => here.kalends.request(path, { headers: { 'if-none-match': tag } })
  expect((await again()).status).toBe(304)
  await choose(here, { prefix: '⚾' })
  expect((await again()).status).toBe(200)
  const refused = async (query: string, status = 400) => {
    const { body } = await send(here.kalends, 'GET', `${path}?${query}`)
    expect(body.status).toBe(status)
    return body.detail
  }
  expect(await refused('from=2026-04-01&to=2026-06-03')).toContain('62까지')
  expect(await refused('to=2026-04-01')).toContain('query to')
  expect(await refused('cursor=x')).toContain('x')
})

test('rules are kept through export and rotation, and go with the rest; what is wrong is named', async () => {
  const here = await subscribed({ alarms: [10], eveningBefore: '21:00' })
  const path = `/v1/subscriptions/${here.token}`
  const quiet = { from: '23:00', to: '07:00' }
  const { body } = await choose(here, { reminders: { quiet } })
  const kept = { minutes: [10], daysBefore: [], allDay: [{ days: 1, at: '21:00' }], tickets: [] }
  expect(body.reminders).toEqual({ ...kept, quiet, changes: true })
  expect((await choose(here, { reminders: { minutes: [5, 60, 5] } })).body.reminders).toEqual({
    ...{ ...kept, minutes: [60, 5], quiet, changes: true },
  })
  await overlay(here, here.uids.g1, { reminders: { tickets: [15] } })
  const own = { ...NO_REMINDERS, tickets: [15] }
  const told = await read(here.kalends, `${path}/export`)
  expect([told.reminders.quiet, told.overlays[0].reminders]).toEqual([quiet, own])
  const wrong = async (reminders: object) => (await choose(here, { reminders })).body.detail
  expect(await wrong({ minutes: [1, 2, 3, 4, 5, 6] })).toBe(
    'reminders.minutes: 6. 5까지 가능합니다.',
  )
  expect(await wrong({ daysBefore: [{ days: 31, at: '20:00' }] })).toContain('0–30')
  expect(await wrong({ allDay: [{ days: 1, at: '24:00' }] })).toContain('reminders.allDay.at')
  expect(await wrong({ quiet: { from: '23:00', to: '23:00' } })).toContain('reminders.quiet.to')
  expect(await wrong({ sound: 'bell' })).toContain('sound')
  const rotated = await send(here.kalends, 'POST', `${path}/rotation`)
  expect(rotated.body.reminders.quiet).toEqual(quiet)
  const next = { ...here, token: rotated.body.token }
  expect((await due(next))[0]?.key).toBe(`${here.uids.g2}/before-60`)
  expect((await choose(next, { reminders: null })).body.reminders).toBeNull()
  await send(here.kalends, 'DELETE', `/v1/subscriptions/${next.token}`)
  const gone = await send(here.kalends, 'GET', `/v1/subscriptions/${next.token}/reminders`)
  expect(gone.status).toBe(410)
})

test('whatever rules are chosen, the feed keeps its bytes', async () => {
  const rules = fc.constantFrom(RULES, null, { quiet: null }, { minutes: [1] })
  const act = fc.record({ rules, of: fc.constantFrom('all', 'g1', 'g4') })
  await fc.assert(
    fc.asyncProperty(
      fc.array(act, { minLength: 1, maxLength: 5 }),
      fc.boolean(),
      async (acts, none) => {
        const here = await subscribed(none ? { filters: { tags: ['none'] } } : { alarms: [30] })
        await overlay(here, here.uids.g1, { memo: '표' })
        const before = await poll(here)
        const text = await before.text()
        for (const { rules: reminders, of } of acts) {
          here.kalends.clock.now = later(here.kalends.clock.now)
          const { quiet: _, changes: __, ...own } = { ...NO_REMINDERS, ...reminders } as Reminders
          if (of === 'all') await choose(here, { reminders })
          else
            await overlay(here, here.uids[of], { memo: of === 'g1' ? '표' : null, reminders: own })
          const after = await poll(here)
          expect(await after.text()).toBe(text)
          for (const name of ['etag', 'last-modified'])
            expect(after.headers.get(name)).toBe(before.headers.get(name))
        }
      },
    ),
    { numRuns: engine === 'workers' ? 2 : 12 },
  )
})

const later = (now: string) => `${new Date(Date.parse(now) + 60_000).toISOString().slice(0, 19)}Z`

const nameOf = ({ uids }: Subscribed, uid: string) =>
  Object.entries(uids).find(([, each]) => each === uid)?.[0] ?? uid
