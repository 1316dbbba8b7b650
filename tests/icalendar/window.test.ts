// §8.66: what a feed holds when there is more than clients read.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { chooseWindow, MAX_FEED_EVENTS, MAX_FEED_OCTETS } from '../../src/icalendar/window.ts'
import { eventsOf, rawOf, readFeed, textOf } from './reading.ts'

const NOW = '2026-04-01T00:00:00Z'

/** `count` events of an hour, the first `days` from now. */
const entries = (count: number, days: number, octets = 100) =>
  Array.from({ length: count }, (_, place) => {
    const start = Date.parse(NOW) + (days + place) * 86_400_000
    const instant = (ms: number) => `${new Date(ms).toISOString().slice(0, 19)}Z`
    const uid = `${days}-${String(place).padStart(4, '0')}`
    return { uid, startsAt: instant(start), endsAt: instant(start + 3_600_000), octets }
  })

test('§8.66 everything ahead, and of the past the latest that fit in 1,000 events', () => {
  const [past, ahead] = [entries(1200, -1300), entries(100, 1)]
  const window = chooseWindow([...ahead, ...past], NOW, 0)
  expect(window.chosen.map(({ uid }) => uid)).toHaveLength(MAX_FEED_EVENTS)
  expect(window.chosen.map(({ uid }) => uid).slice(-100)).toEqual(ahead.map(({ uid }) => uid))
  expect(window.chosen.map(({ uid }) => uid).slice(0, 900)).toEqual(
    past.slice(300).map(({ uid }) => uid),
  )
  expect(window).toMatchObject({ omitted: 300, tooLarge: null })
})

test('§8.66 and in 1,000,000 octets, what stands around the events included', () => {
  const past = entries(10, -20, 300_000)
  const ofThree = chooseWindow(past, NOW, 100_000)
  expect(ofThree.chosen.map(({ uid }) => uid)).toEqual(past.slice(-3).map(({ uid }) => uid))
  expect(chooseWindow(past, NOW, 100_001).chosen.map(({ uid }) => uid)).toEqual(
    past.slice(-2).map(({ uid }) => uid),
  )
})

test('§8.66 what is ahead stays whole beyond the limits, and is said to be too large', () => {
  const many = chooseWindow([...entries(1001, 1), ...entries(5, -10)], NOW, 0)
  expect(many.chosen.map(({ uid }) => uid)).toHaveLength(1001)
  expect(many).toMatchObject({ omitted: 5, tooLarge: { events: 1001, octets: 100_100 } })
  expect(chooseWindow(entries(1000, 1), NOW, 0).tooLarge).toBeNull()
  expect(chooseWindow(entries(1, 1, MAX_FEED_OCTETS), NOW, 0).tooLarge).toBeNull()
  expect(chooseWindow(entries(1, 1, MAX_FEED_OCTETS), NOW, 1).tooLarge).not.toBeNull()
})

test('§8.66 what has begun but not ended is ahead', () => {
  const running = {
    uid: 'x',
    startsAt: '2026-03-01T00:00:00Z',
    endsAt: '2026-04-01T00:00:01Z',
    octets: 1,
  }
  const ended = { ...running, uid: 'y', endsAt: NOW }
  expect(
    chooseWindow([running, ended], NOW, MAX_FEED_OCTETS - 1).chosen.map(({ uid }) => uid),
  ).toEqual(['x'])
})

test('§8.66 a feed stays below 1,000,000 octets, however long its calendar’s own text is', async () => {
  const kalends = await harness({ now: '2026-12-31T00:00:00Z' })
  const description = '가,'.repeat(1000)
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/regatta', { description })
  const text = '나'.repeat(900)
  const rows = Array.from({ length: 500 }, (_, place) => {
    const date = new Date(Date.parse('2025-01-01') + place * 86_400_000).toISOString().slice(0, 10)
    return `${date},${place}번째,${text}`
  })
  await kalends.upload('harbour/regatta', ['날짜,제목,설명', ...rows].join('\n'))
  const feed = await kalends.feed('harbour/regatta')
  const octets = new TextEncoder().encode(feed).length
  expect(octets).toBeLessThanOrEqual(MAX_FEED_OCTETS)
  expect(octets).toBeGreaterThan(MAX_FEED_OCTETS - 3500)
  const events = eventsOf(readFeed(feed))
  expect(textOf(events.at(-1) as never, 'SUMMARY')).toBe('499번째')
  expect(new Set(events.map((event) => rawOf(event, 'UID'))).size).toBe(events.length)
}, 30_000)
