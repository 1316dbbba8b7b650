// How many people a calendar reaches, and how many of them have its latest revision.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { FAMILIES } from '../../src/ledger/client.ts'
import { endFetchDays } from '../../src/ledger/days.ts'
import { FACTS, livingDays, mustReturn } from '../../src/ledger/families.ts'
import { reachFrom, reachOf } from '../../src/ledger/reach.ts'
import { findCalendar } from '../../src/storage/calendars.ts'
import { endSubscription, type Subscription } from '../../src/storage/subscriptions.ts'
import { makeSubscription } from '../../src/subscriptions/make.ts'
import type { Kalends } from '../harness.ts'
import { GOOGLE, homes, IPHONE, MAC, type Poller, pollAll, rowsOf, SEASON } from './polls.ts'

async function published() {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  return kalends
}

async function reach({ ports, clock }: Kalends) {
  const calendar = await findCalendar(ports.db, 'harbour', 'regatta')
  if (!calendar) throw new Error('no calendar')
  return reachOf(ports.db, calendar, clock.now)
}

async function pollAt(kalends: Kalends, now: string, pollers: readonly Poller[]) {
  kalends.clock.now = now
  await endFetchDays(kalends.ports)
  await pollAll(kalends, pollers)
}

test('who came once is a look; who came again an hour later is a subscriber', async () => {
  const kalends = await published()
  await pollAt(kalends, '2026-04-01T01:00:00Z', homes(10))
  expect(await reach(kalends)).toMatchObject({ subscribers: 0, devices: 0 })
  await pollAt(kalends, '2026-04-01T01:59:59Z', homes(10))
  expect(await reach(kalends)).toMatchObject({ subscribers: 0 })
  await pollAt(kalends, '2026-04-01T02:00:00Z', homes(7))
  expect(await reach(kalends)).toMatchObject({ subscribers: 7, devices: 7, atLeast: false })
})

test('a Mac may come once a week: there each caller of a day counts', async () => {
  const kalends = await published()
  await pollAt(kalends, '2026-04-01T01:00:00Z', homes(3, MAC))
  expect(await reach(kalends)).toMatchObject({ devices: 3 })
})

test('Google fetches once for all: at least one, and no part of the percentage', async () => {
  const kalends = await published()
  await pollAt(kalends, '2026-04-01T01:00:00Z', [{ agent: GOOGLE, home: 1 }])
  await pollAt(kalends, '2026-04-01T09:00:00Z', [{ agent: GOOGLE, home: 2 }])
  const found = await reach(kalends)
  expect(found).toMatchObject({ subscribers: 1, atLeast: true, services: ['google'], devices: 0 })
  expect(found.have(1)).toEqual({ have: 0, of: 0, percent: null })
  expect(found.families).toMatchObject([
    { family: 'google', polls: 'cloud', fetchedAt: '2026-04-01T09:00:00Z', revision: 1 },
  ])
})

test('browsers, bots and unknown programs are no subscribers of a calendar’s own feed', async () => {
  const kalends = await published()
  const agents = ['Mozilla/5.0 Firefox/140.0', 'Slackbot-LinkExpanding 1.0', 'curl/8.5.0']
  const all = agents.map((agent) => ({ agent }))
  await pollAt(kalends, '2026-04-01T01:00:00Z', all)
  await pollAt(kalends, '2026-04-01T09:00:00Z', all)
  expect(await reach(kalends)).toMatchObject({ subscribers: 0, atLeast: false })
})

test('after a publication the share rises with the devices that fetch it, over midnight too', async () => {
  const kalends = await published()
  await pollAt(kalends, '2026-04-01T01:00:00Z', homes(10))
  await pollAt(kalends, '2026-04-01T03:00:00Z', homes(10))
  await kalends.upload('harbour/regatta', SEASON.replace('18:30', '19:00'), { confirm: 'true' })
  expect((await reach(kalends)).have(2)).toEqual({ have: 0, of: 10, percent: 0 })
  await pollAt(kalends, '2026-04-01T05:00:00Z', homes(8))
  expect((await reach(kalends)).have(2)).toEqual({ have: 8, of: 10, percent: 80 })
  expect((await reach(kalends)).have(1)).toEqual({ have: 10, of: 10, percent: 100 })
  await pollAt(kalends, '2026-04-02T00:00:10Z', [])
  expect((await reach(kalends)).have(2)).toEqual({ have: 8, of: 10, percent: 80 })
  await pollAt(kalends, '2026-04-02T01:00:00Z', homes(10))
  await pollAt(kalends, '2026-04-02T03:00:00Z', homes(9))
  expect((await reach(kalends)).have(2)).toEqual({ have: 9, of: 10, percent: 90 })
})

test('after a week without a fetch nobody is taken to be there', async () => {
  const kalends = await published()
  await pollAt(kalends, '2026-04-01T01:00:00Z', [...homes(3), { agent: GOOGLE }])
  await pollAt(kalends, '2026-04-01T03:00:00Z', [...homes(3), { agent: GOOGLE }])
  await pollAt(kalends, '2026-04-08T23:00:00Z', [])
  expect(await reach(kalends)).toMatchObject({ devices: 3, services: [] })
  await pollAt(kalends, '2026-04-09T23:00:00Z', [])
  expect(await reach(kalends)).toMatchObject({ subscribers: 0, families: [] })
})

test('every family counts for longer than its longest interval, and 24 hours suffice to return', () => {
  for (const family of FAMILIES) {
    const longest = (FACTS[family].said?.[1] ?? 0) / 60
    expect(livingDays(family) * 24, family).toBeGreaterThanOrEqual(3 * longest)
    if (mustReturn(family)) expect(longest, family).toBeLessThanOrEqual(8)
  }
  expect(mustReturn('apple-ios')).toBe(true)
})

const callers = fc.array(
  fc
    .record({
      family: fc.constantFrom('apple-ios', 'apple-mac', 'thunderbird'),
      period: fc.constantFrom('2026-04-01', '2026-04-02', '2026-04-03'),
      revision: fc.nat(5),
      visitors: fc.nat(20),
      share: fc.float({ min: 0, max: 1, noNaN: true }),
    })
    .map(({ share, ...row }) => ({ ...row, returned: Math.floor(row.visitors * share) })),
)
const feeds = fc.array(fc.record({ revision: fc.nat(5), feeds: fc.nat(20) }))

test('no share is above all, none rises with the revision, and revision 0 everybody has', () => {
  fc.assert(
    fc.property(callers, feeds, (callers, feeds) => {
      const { have, subscribers } = reachFrom({ fetches: [], callers, feeds, personal: [] })
      const all = [0, 1, 2, 3, 4, 5, 6].map(have)
      for (const [place, { have, of, percent }] of all.entries()) {
        expect(of).toBe(subscribers)
        expect(have).toBeLessThanOrEqual(place === 0 ? of : (all[place - 1]?.have ?? 0))
        if (of === 0) expect(percent).toBeNull()
        else expect(percent === 100).toBe(have === of)
      }
      expect(all[0]?.have).toBe(subscribers)
      expect(all[6]?.have).toBe(0)
    }),
  )
})

async function subscriptions(kalends: Kalends, count: number) {
  const made = Array.from({ length: count }, () =>
    makeSubscription(kalends.ports, { calendars: ['harbour/regatta'] }, 'ko'),
  )
  return (await Promise.all(made)).map(({ subscription }) => subscription)
}

function fetchPersonal({ ports }: Kalends, { id, followed }: Subscription, held: Held): void {
  const { revision, agent: userAgent = IPHONE } = held
  ports.fetches.note({
    ...{ subscription: { id, revision: 1 }, userAgent, visitor: null },
    calendars: followed.map(({ calendar }) => {
      return { partnerId: calendar.partnerId, calendarId: calendar.id, revision }
    }),
  })
}

interface Held {
  revision: number
  agent?: string
}

test('personal feeds are counted exactly, also where a cloud fetches them', async () => {
  const kalends = await published()
  const [one, two, three] = await subscriptions(kalends, 4)
  for (const each of [one, two, three])
    if (each) fetchPersonal(kalends, each, { revision: 1, agent: GOOGLE })
  await kalends.ports.fetches.flush()
  const found = await reach(kalends)
  expect(found).toMatchObject({ subscribers: 3, personal: 3, atLeast: false, services: [] })
  expect(found.families).toMatchObject([{ family: 'google', personal: 3, revision: null }])
  expect(found.have(1)).toEqual({ have: 3, of: 3, percent: 100 })
})

test('a personal feed has a revision when each of its living clients has it', async () => {
  const kalends = await published()
  const [one] = await subscriptions(kalends, 1)
  if (!one) throw new Error('no subscription')
  fetchPersonal(kalends, one, { revision: 1, agent: GOOGLE })
  await kalends.ports.fetches.flush()
  kalends.clock.now = '2026-04-01T06:00:00Z'
  fetchPersonal(kalends, one, { revision: 2 })
  await kalends.ports.fetches.flush()
  expect((await reach(kalends)).have(2)).toEqual({ have: 0, of: 1, percent: 0 })
  fetchPersonal(kalends, one, { revision: 2, agent: GOOGLE })
  await kalends.ports.fetches.flush()
  expect((await reach(kalends)).have(2)).toEqual({ have: 1, of: 1, percent: 100 })
})

test('who ended a personal feed is no subscriber, and its fetches are forgotten at once', async () => {
  const kalends = await published()
  const [one, two] = await subscriptions(kalends, 2)
  if (!one || !two) throw new Error('no subscriptions')
  fetchPersonal(kalends, one, { revision: 1 })
  fetchPersonal(kalends, two, { revision: 1 })
  await kalends.ports.fetches.flush()
  await kalends.ports.db.batch(endSubscription(one, kalends.clock.now))
  expect(await rowsOf(kalends, 'personal_fetches')).toHaveLength(1)
  expect(await reach(kalends)).toMatchObject({ personal: 1 })
})
