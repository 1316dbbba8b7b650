// §8.51: both runtimes give the same bytes for the same publications. One number, two projects.

import { expect, test } from 'vitest'
import { sha256 } from '../../src/storage/digest.ts'
import { eventsOf, readFeed } from './reading.ts'
import { feedAfterSeries } from './series.ts'

test('§8.51 the same publications, the same bytes, on Node and on Workers', async () => {
  const feed = await feedAfterSeries()
  expect(eventsOf(readFeed(feed))).toHaveLength(120)
  expect(await sha256(feed)).toBe(
    '6769eefc90498d16f92d8c23e126d6e035ac96b5358997a5c7b3f8a6ea03a59e',
  )
}, 30_000)
