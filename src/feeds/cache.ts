// The entry behind a feed address, in memory while it is known to be the published one.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { type Calendar, findCalendar } from '../storage/calendars.ts'
import { findRevision } from '../storage/revisions.ts'
import { httpDate } from '../web/conditional.ts'
import { type Coding, type Published, type Readable, readableBytes } from './bytes.ts'

export interface Entry extends Published {
  /** Every representation's ETag: a client may hold any of them. */
  tags: string[]
  lastModified: string
  /** The database's generation in which this was known to be the published feed. */
  generation: string | null
  /** What was published before: it answers while the bytes of this cannot be read. */
  before: Entry | null
}

/** What is sent: usually what was asked for, else the best that can still be read. */
export interface Representation extends Readable {
  entry: Entry
}

/** How much is held; the least lately used goes first. A Worker has 128 MB in all. */
export const MAX_ENTRIES = 500
export const MAX_HELD_OCTETS = 32_000_000

export interface FeedCache {
  /** The published feed at an address; null when there is none. */
  find(partner: string, slug: string): Promise<Entry | null>
  represent(entry: Entry, coding: Coding): Promise<Representation>
}

export function feedCache(ports: Ports): FeedCache {
  const entries = new Map<string, Entry>()

  async function find(partner: string, slug: string): Promise<Entry | null> {
    const address = `${partner}/${slug}`
    const held = entries.get(address)
    const entry = await current(ports, { partner, slug, held })
    entries.delete(address)
    if (entry) entries.set(address, entry)
    return entry
  }

  async function represent(entry: Entry, coding: Coding): Promise<Representation> {
    const found = await represented(ports, entry, coding)
    for (const address of entries.keys()) {
      if (entries.size <= 1 || fits(entries)) break
      entries.delete(address)
    }
    return found
  }

  return { find, represent }
}

function fits(entries: Map<string, Entry>): boolean {
  let octets = 0
  for (const { bytes, before } of entries.values())
    for (const { length } of [...bytes.values(), ...(before?.bytes.values() ?? [])])
      octets += length
  return entries.size <= MAX_ENTRIES && octets <= MAX_HELD_OCTETS
}

interface Wanted {
  partner: string
  slug: string
  held: Entry | undefined
}

/** The last known feed is a better answer to a poll than an error: at one, Thunderbird switches off. */
async function current(ports: Ports, { partner, slug, held }: Wanted): Promise<Entry | null> {
  try {
    const generation = ports.db.generation()
    if (held && generation !== null && held.generation === generation) return held
    const calendar = await findCalendar(ports.db, partner, slug)
    if (!calendar) return null
    const same = held?.calendar.id === calendar.id && held.revision === calendar.revision
    if (held && same) return { ...held, calendar, generation }
    const entry = await entryAt(ports, calendar, calendar.revision)
    const before = held && (held.bytes.size > 0 ? { ...held, before: null } : held.before)
    return entry && { ...entry, generation, before: before ?? null }
  } catch (error) {
    if (!held) throw error
    ports.log.error('feed served from memory', { feed: `${partner}/${slug}`, error: String(error) })
    return held
  }
}

async function entryAt({ db }: Ports, calendar: Calendar, revision: number): Promise<Entry | null> {
  const feed = (await findRevision(db, calendar, revision))?.feed
  if (!feed) return null
  const tags = [feed.identity, feed.gzip, feed.br].map(({ sha256 }) => `"${sha256}"`)
  const lastModified = httpDate(feed.lastModified)
  const unread = { bytes: new Map<Coding, Uint8Array>(), generation: null, before: null }
  return { calendar, revision, feed, tags, lastModified, ...unread }
}

/** As asked for; else unpacked; else, since the last two feeds are kept, the one before. */
async function represented(ports: Ports, entry: Entry, coding: Coding): Promise<Representation> {
  const found = await readableBytes(ports, entry, coding)
  if (found) {
    entry.before = null
    return { entry, ...found }
  }
  entry.before ??= await entryAt(ports, entry.calendar, entry.revision - 1)
  const older = entry.before && (await readableBytes(ports, entry.before, coding))
  if (entry.before && older && !empties(entry.before, entry))
    return { entry: entry.before, ...older }
  throw new Problem('quarantined', { name: `${entry.calendar.partner}/${entry.calendar.slug}` })
}

/** A feed of no events would be believed, and take all events off everybody's phone. */
const empties = (older: Entry, entry: Entry): boolean =>
  older.feed.events === 0 && entry.feed.events > 0
