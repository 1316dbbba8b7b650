// The entry behind a feed address, in memory while it is known to be the published one.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { feedFolder } from '../publication/feed.ts'
import { type Calendar, findCalendar } from '../storage/calendars.ts'
import { findRevision, type StoredFeed } from '../storage/revisions.ts'
import { httpDate } from '../web/conditional.ts'

export type Coding = 'identity' | 'gzip' | 'br'

export interface Entry {
  calendar: Calendar
  feed: StoredFeed
  /** Every representation's ETag: a client may hold any of them. */
  tags: string[]
  lastModified: string
  bytes: Map<Coding, Uint8Array>
  /** The database's generation in which this was known to be the published feed. */
  generation: string | null
}

/** How many addresses are held; the least lately used go first. */
const MAX_ENTRIES = 500

export interface FeedCache {
  /** The published feed at an address; null when there is none. */
  find(partner: string, slug: string): Promise<Entry | null>
  bytesOf(entry: Entry, coding: Coding): Promise<Uint8Array>
}

export function feedCache(ports: Ports): FeedCache {
  const entries = new Map<string, Entry>()

  async function find(partner: string, slug: string): Promise<Entry | null> {
    const address = `${partner}/${slug}`
    const held = entries.get(address)
    try {
      const generation = ports.db.generation()
      if (held && generation !== null && held.generation === generation) return held
      const entry = await load(ports, { partner, slug, held, generation })
      entries.delete(address)
      if (entry) hold(address, entry)
      return entry
    } catch (error) {
      // A poll is better answered with the last known feed than with an error that switches
      // Thunderbird's subscription off.
      if (held) return held
      throw error
    }
  }

  function hold(address: string, entry: Entry): void {
    entries.set(address, entry)
    const [oldest] = entries.keys()
    if (entries.size > MAX_ENTRIES && oldest) entries.delete(oldest)
  }

  return { find, bytesOf: (entry, coding) => loadBytes(ports, entry, coding) }
}

interface Wanted {
  partner: string
  slug: string
  held: Entry | undefined
  generation: string | null
}

async function load(
  { db }: Ports,
  { partner, slug, held, generation }: Wanted,
): Promise<Entry | null> {
  const calendar = await findCalendar(db, partner, slug)
  if (!calendar) return null
  if (held && held.calendar.id === calendar.id && held.calendar.revision === calendar.revision)
    return { ...held, calendar, generation }
  const revision = await findRevision(db, calendar, calendar.revision)
  if (!revision) return null
  const { feed } = revision
  const tags = [feed.identity, feed.gzip, feed.br].map(({ sha256 }) => `"${sha256}"`)
  const lastModified = httpDate(feed.lastModified)
  return { calendar, feed, tags, lastModified, bytes: new Map(), generation }
}

async function loadBytes({ blobs }: Ports, entry: Entry, coding: Coding): Promise<Uint8Array> {
  const held = entry.bytes.get(coding)
  if (held) return held
  const { calendar, feed } = entry
  const key = `${feedFolder(calendar, calendar.revision)}/${feed[coding].sha256}`
  const bytes = await blobs.get(key)
  if (!bytes) throw new Problem('quarantined', { name: `${calendar.partner}/${calendar.slug}` })
  entry.bytes.set(coding, bytes)
  return bytes
}
