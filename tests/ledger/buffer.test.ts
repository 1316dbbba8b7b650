// What the ledger holds in memory until it is written: bounded, whatever a caller calls itself.

import { expect, test } from 'vitest'
import { buffer, MAX_CALENDARS_HELD } from '../../src/ledger/buffer.ts'

const AT = '2026-04-01T00:00:00Z'
const fetchOf = (id: number, userAgent: string, calendars: number) => ({
  ...{ subscription: { id, revision: 1 }, userAgent, visitor: null },
  calendars: Array.from({ length: calendars }, (_, at) => {
    return { partnerId: 1, calendarId: at, revision: 1 }
  }),
})

test('one personal feed under ten thousand names is one caller of each family', () => {
  const held = buffer()
  for (let at = 0; at < 10_000; at += 1)
    expect(held.add(fetchOf(1, `Nobody/${at}`, 50), AT, 10_000)).toBe(true)
  held.add(fetchOf(1, 'iOS/17.4 (21E219) dataaccessd/1.0', 50), AT, 10_000)
  expect(held.size()).toBe(2)
  expect(held.take().map(({ fetches }) => fetches)).toEqual([10_000, 1])
})

test('large feeds are held as far as their calendars fit, and again after they were taken', () => {
  const held = buffer()
  const some = MAX_CALENDARS_HELD / 50
  for (let id = 0; id < some; id += 1) held.add(fetchOf(id, 'x', 50), AT, 10_000)
  expect(held.add(fetchOf(some, 'x', 1), AT, 10_000)).toBe(false)
  expect(held.add(fetchOf(1, 'x', 50), AT, 10_000)).toBe(true)
  expect(held.take()).toHaveLength(some)
  expect(held.add(fetchOf(some, 'x', 1), AT, 10_000)).toBe(true)
})
