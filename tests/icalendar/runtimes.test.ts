// §8.51: both runtimes give the same bytes for the same publications. One number, two projects.

import { expect, test } from 'vitest'
import { sha256 } from '../../src/storage/digest.ts'
import { eventsOf, readFeed } from './reading.ts'
import { feedAfterSeries } from './series.ts'

test('§8.51 the same publications, the same bytes, on Node and on Workers', async () => {
  const feed = await feedAfterSeries()
  expect(eventsOf(readFeed(feed))).toHaveLength(120)
  expect(await sha256(feed)).toBe(
    '5092cd2c9ca6c233f61aaeee8716bc1e611bfc43e529beeab4948d61a0bd6c58',
  )
}, 30_000)
