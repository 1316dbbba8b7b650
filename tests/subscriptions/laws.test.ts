// What holds for a personal feed whatever its owner and its partners do, in whatever order.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { engine } from '#harness'
import { veventsIn } from '../../src/icalendar/components.ts'
import { readFeed } from '../icalendar/reading.ts'
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
  told,
} from './subscribed.ts'

/** workerd takes ten times as long for an act. */
const runs = (many: number) => (engine === 'workers' ? Math.ceil(many / 8) : many)

const IDS = ['g1', 'g2', 'g3', 'g4'] as const
const id = fc.constantFrom(...IDS)

/** One act of somebody: its owner lays, chooses, takes back; a partner moves, cancels, restores. */
const act = fc.oneof(
  fc.record({ id, memo: fc.constantFrom('우산', '표', null), hidden: fc.boolean() }),
  fc.record({ id, alarms: fc.constantFrom([5], [], null) }),
  fc.record({ drop: id }),
  fc.record({ team: fc.constantFrom('두산', 'KIA'), hide: fc.boolean() }),
  fc.record({
    wish: fc.constantFrom(
      ...[{ prefix: '⚾' }, { prefix: '' }, { language: 'en' }, { language: null }],
      ...[{ alarms: [60] }, { alarms: [] }, { cancelled: 'drop' }, { cancelled: 'mark' }],
      ...[{ results: true }, { filters: { weekdays: ['fri', 'sat'] } }],
      ...[{ filters: { weekdays: [] } }, { label: '이름' }, { pastDays: 3 }, { pastDays: null }],
    ),
  }),
  fc.record({
    from: fc.constantFrom('18:30,개막전', '17:00,둘째 날', 'LG,KIA', '확정,,Opening', 'Fan Day'),
    to: fc.constantFrom('19:00,다른 제목', '20:00,개막전', 'LG,삼성', '취소,,Opening', 'Fans'),
  }),
  fc.record({ restore: fc.constant(1) }),
)
type Act = Record<string, unknown>

async function take(here: Subscribed, step: Act): Promise<void> {
  const path = `/v1/subscriptions/${here.token}/overlay`
  const { kalends, uids } = here
  kalends.clock.now = `${new Date(Date.parse(kalends.clock.now) + 60_000).toISOString().slice(0, 19)}Z`
  if ('wish' in step) await choose(here, step.wish as object)
  else if ('drop' in step) await send(kalends, 'DELETE', `${path}/${uids[step.drop as string]}`)
  else if ('team' in step)
    await send(kalends, step.hide ? 'PUT' : 'DELETE', `${path}/teams/${step.team}`)
  else if ('from' in step)
    await kalends.upload(OVER, SEASON.replace(String(step.from), String(step.to)), {
      confirm: 'true',
    })
  else if ('restore' in step)
    await kalends.admin('POST', '/v1/partners/harbour/calendars/regatta/revisions/1/restoration')
  else {
    const { id: which, ...laid } = step
    await overlay(here, uids[which as string], laid)
  }
}

const bodyOf = (lines: readonly string[]) =>
  lines.filter((line) => !/^(SEQUENCE|DTSTAMP|LAST-MODIFIED):/.test(line)).join('\n')

const acts = fc.array(act as fc.Arbitrary<Act>, { minLength: 3, maxLength: 12 })

test('§8.20 in a personal feed SEQUENCE never falls, and rises whenever an event’s text has changed', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const here = await subscribed()
      const known = new Map<string, { sequence: number; stamp: string; text: string }>()
      for (const step of [{ wish: {} }, ...steps]) {
        await take(here, step)
        const text = await (await poll(here)).text()
        readFeed(text)
        for (const lines of veventsIn(text)) {
          const uid = told(lines, 'UID') ?? ''
          const now = {
            sequence: Number(told(lines, 'SEQUENCE')),
            stamp: told(lines, 'LAST-MODIFIED') ?? '',
            text: bodyOf(lines),
          }
          const before = known.get(uid)
          if (before) {
            expect(now.sequence).toBeGreaterThanOrEqual(before.sequence)
            expect(now.stamp >= before.stamp).toBe(true)
            if (now.text !== before.text) {
              expect(now.sequence).toBeGreaterThan(before.sequence)
              expect(now.stamp > before.stamp).toBe(true)
            }
          }
          known.set(uid, now)
        }
      }
    }),
    { numRuns: runs(25) },
  )
}, 120_000)

test('the feed is a function of choices, overlay and calendars: not of the clock, nor of what was in memory', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const here = await subscribed()
      for (const step of steps) {
        await take(here, step)
        const [warm, again] = [await poll(here), await poll(here)]
        expect(again.headers.get('etag')).toBe(warm.headers.get('etag'))
      }
      const warm = await (await poll(here)).text()
      here.kalends.clock.now = '2033-03-03T03:03:03Z'
      const { createApp } = await import('../../src/app.ts')
      const cold = await createApp(here.kalends.ports).request(`/feeds/my/${here.token}.ics`)
      expect(await cold.text()).toBe(warm)
    }),
    { numRuns: runs(15) },
  )
}, 120_000)

test('an overlay survives re-upload, move, cancellation and restoration, since a UID is for life', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (steps) => {
      const here = await subscribed()
      for (const [place, key] of IDS.entries())
        await overlay(here, here.uids[key], { memo: `메모 ${place}`, hidden: place === 3 })
      const partners = steps.filter((step) => 'from' in step || 'restore' in step)
      for (const step of partners) await take(here, step)
      const { overlays } = await read(here.kalends, `/v1/subscriptions/${here.token}/overlay`)
      expect(overlays.map(({ uid, memo }: { uid: string; memo: string }) => [uid, memo])).toEqual(
        [...IDS].reverse().map((key) => [here.uids[key], `메모 ${IDS.indexOf(key)}`]),
      )
      const events = veventsIn(await (await poll(here)).text())
      const memoOf = (key: string) =>
        told(
          events.find((lines) => told(lines, 'UID') === here.uids[key]),
          'DESCRIPTION',
        )
      for (const key of ['g1', 'g2', 'g3'])
        expect(memoOf(key)).toContain(`메모: 메모 ${IDS.indexOf(key as 'g1')}\\n`)
      expect(memoOf('g4')).toBeUndefined()
    }),
    { numRuns: runs(15) },
  )
}, 120_000)

const values = ['A', 'B', 'C']
const some = fc.subarray(values)
const row = fc.record({
  home: fc.constantFrom(...values, ''),
  away: fc.constantFrom(...values, ''),
  category: fc.constantFrom(...values, ''),
  day: fc.integer({ min: 1, max: 28 }),
})

test('everything that passes the filters and nothing else is in the feed', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(row, { minLength: 1, maxLength: 12 }),
      fc.record({
        teams: some,
        categories: some,
        hiddenTeams: fc.subarray(values, { maxLength: 1 }),
        weekdays: fc.subarray(['mon', 'wed', 'sat', 'sun']),
        homeAway: fc.constantFrom('home', 'away', null),
      }),
      async (rows, { hiddenTeams, ...filters }) => {
        const file = rows.map(({ home, away, category, day }, place) =>
          [
            `e${place}`,
            `2026-06-${String(day).padStart(2, '0')}`,
            `t${place}`,
            home,
            away,
            category,
          ].join(),
        )
        const csv = `external_id,start_date,title,home,away,category\n${file.join('\n')}\n`
        const here = await subscribed({ filters, hiddenTeams }, csv)
        const { events } = await read(
          here.kalends,
          '/v1/calendars/harbour/regatta/events?limit=500',
        )
        const own = most(rows.map(({ home, away }) => [home, away]))
        const wanted = rows.flatMap(({ home, away, category, day }, place) => {
          const weekday =
            ['sun', 'mon', 'tue', 'wed', 'thu', 'fri', 'sat'][
              new Date(Date.UTC(2026, 5, day)).getUTCDay()
            ] ?? ''
          const side = filters.homeAway === 'home' ? home : away
          const passes =
            (filters.teams.length === 0 ||
              [home, away].some((team) => filters.teams.includes(team))) &&
            (filters.categories.length === 0 || filters.categories.includes(category)) &&
            (filters.weekdays.length === 0 || filters.weekdays.includes(weekday)) &&
            (filters.homeAway === null ||
              (side !== '' &&
                (filters.teams.length > 0 ? filters.teams.includes(side) : side === own))) &&
            !hiddenTeams.some((team) => team === home || team === away)
          return passes ? [here.uids[`e${place}`]] : []
        })
        expect(events).toHaveLength(rows.length)
        const found = veventsIn(await (await poll(here)).text()).map((lines) => told(lines, 'UID'))
        if (wanted.length > 0) expect(found.sort()).toEqual(wanted.sort())
        else expect(found).toEqual([expect.stringContaining('placeholder')])
      },
    ),
    { numRuns: runs(40) },
  )
}, 120_000)

function most(games: string[][]): string | null {
  const counted = values
    .map((team) => ({ team, games: games.filter((game) => game.includes(team)).length }))
    .sort((a, b) => b.games - a.games)
  const [first, second] = counted
  return first && first.games > (second?.games ?? 0) ? first.team : null
}
