// §8.25: the zone of the machine leaks into nothing. Node reads TZ anew when it is set.

import { afterEach, expect, test } from 'vitest'
import { feedAfterSeries } from './series.ts'

const own = process.env.TZ

afterEach(() => {
  process.env.TZ = own
})

const OFFSETS = { UTC: 0, 'Asia/Seoul': -540, 'America/Los_Angeles': 480, 'Pacific/Apia': -780 }

test('§8.25 the same bytes whatever the zone of the machine', async () => {
  const feeds = new Set([await feedAfterSeries()])
  for (const [zone, offset] of Object.entries(OFFSETS)) {
    process.env.TZ = zone
    expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset(), 'the zone is set').toBe(offset)
    feeds.add(await feedAfterSeries())
  }
  expect(feeds.size).toBe(1)
}, 30_000)
