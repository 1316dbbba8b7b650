// What the memory of feeds holds, and what it lets go.

import { expect, test } from 'vitest'
import { feedCache, MAX_ENTRIES, MAX_HELD_OCTETS } from '../../src/feeds/cache.ts'
import type { Ports } from '../../src/ports.ts'
import { sha256 } from '../../src/storage/digest.ts'

/** As many calendars as are asked for, each with a feed of so many octets; counts what is read. */
async function cacheOver(octets: number) {
  const bytes = new Uint8Array(octets)
  const digest = await sha256(bytes)
  const stored = { sha256: digest, octets }
  const feed = {
    identity: stored,
    gzip: stored,
    br: stored,
    lastModified: '2026-04-01T00:00:00Z',
    events: 1,
    omitted: 0,
  }
  const reads: string[] = []
  const ports = {
    db: {
      generation: () => '1',
      async query({ sql, params }: { sql: string; params: unknown[] }) {
        if (sql.includes('FROM revisions'))
          return [{ revision: 1, summary: '{}', feed: JSON.stringify(feed) }]
        const [slug] = params
        return [
          {
            id: Number(slug),
            partner_id: 1,
            partner: 'p',
            uid: slug,
            slug,
            settings: '{}',
            matching: '{}',
            revision: 1,
          },
        ]
      },
    },
    blobs: {
      async get(key: string) {
        reads.push(key)
        return bytes
      },
    },
    log: { error: () => {} },
  } as unknown as Ports
  const cache = feedCache(ports)
  const ask = async (slug: number) => {
    const entry = await cache.find('p', String(slug))
    if (entry) await cache.represent(entry, 'identity')
  }
  /** Whether asking reads anything. */
  const holds = async (slug: number) => {
    const before = reads.length
    await ask(slug)
    return reads.length === before
  }
  return { ask, holds }
}

test(`at most ${MAX_ENTRIES} feeds are held, and the least lately asked for goes first`, async () => {
  const { ask, holds } = await cacheOver(10)
  for (let slug = 0; slug < MAX_ENTRIES; slug += 1) await ask(slug)
  expect(await holds(0)).toBe(true)
  await ask(MAX_ENTRIES)
  expect(await holds(0)).toBe(true)
  expect(await holds(1)).toBe(false)
})

test(`at most ${MAX_HELD_OCTETS} octets are held, but always the feed that was asked for`, async () => {
  const { ask, holds } = await cacheOver(MAX_HELD_OCTETS / 4)
  for (const slug of [0, 1, 2, 3]) await ask(slug)
  for (const slug of [0, 1, 2, 3]) expect(await holds(slug)).toBe(true)
  await ask(4)
  expect(await holds(4)).toBe(true)
  expect(await holds(0)).toBe(false)
  const huge = await cacheOver(MAX_HELD_OCTETS + 1)
  await huge.ask(0)
  expect(await huge.holds(0)).toBe(true)
})
