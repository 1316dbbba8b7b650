// Personal feeds in memory: valid while the subscription and its calendars are at their revisions.

import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Ports } from '../ports.ts'
import { sha256 } from '../storage/digest.ts'
import { findByToken, type Subscription } from '../storage/subscriptions.ts'
import { anchorOf, personalFeed } from '../subscriptions/assemble.ts'
import { hashOf } from '../subscriptions/token.ts'
import { httpDate } from '../web/conditional.ts'

/** What a poll is answered by that brings the present tag: some hundred octets. */
export interface PersonalEntry {
  subscription: Subscription
  tags: Record<'identity' | 'gzip', string>
  /** As a header tells it. */
  lastModified: string
  octets: Record<'identity' | 'gzip', number>
  /** The revisions it was made from. */
  state: string
  /** The database's generation in which those were known to be the present ones. */
  generation: string | null
}

type Bytes = Record<'identity' | 'gzip', Uint8Array>

/** How much is held; the least lately used goes first. A Worker has 128 MB in all. */
export const MAX_ENTRIES = 10_000
export const MAX_HELD_OCTETS = 24_000_000
/** A larger feed is made anew for who asks for its bytes, rather than push out everybody else's. */
const MAX_FEED_OCTETS = MAX_HELD_OCTETS / 4

export interface PersonalCache {
  /** Null where there is no such token. */
  find(token: string, part: string | null): Promise<Found | null>
  /** The bytes of what was found; with their own entry, since they may be newer. */
  read(found: Found): Promise<Made>
}

/** `bytes` where they were made just now: they may be too many to be held. */
export interface Found {
  wanted: Wanted
  entry: PersonalEntry
  bytes: Bytes | null
}

interface Made {
  entry: PersonalEntry
  bytes: Bytes
}

export function personalCache(ports: Ports): PersonalCache {
  const entries = new Map<string, PersonalEntry>()
  const held = heldBytes()

  async function make(wanted: Wanted, subscription: Subscription): Promise<Made> {
    const { bytes, ...entry } = await made(ports, wanted, subscription)
    held.keep(wanted.key, entry.state, bytes)
    return { entry, bytes }
  }

  return {
    async find(token, part) {
      const hash = await hashOf(token)
      if (hash === null) return null
      const wanted = { token, hash, part, key: `${hash}/${part ?? ''}` }
      const found = await current(ports, wanted, entries.get(wanted.key), make)
      entries.delete(wanted.key)
      if (!found) return null
      entries.set(wanted.key, found.entry)
      const [oldest] = entries.keys()
      if (entries.size > MAX_ENTRIES && oldest !== undefined) entries.delete(oldest)
      return { wanted, ...found }
    },
    async read({ wanted, entry, bytes }) {
      const known = bytes ?? held.find(wanted.key, entry.state)
      return known ? { entry, bytes: known } : make(wanted, entry.subscription)
    },
  }
}

function heldBytes() {
  const held = new Map<string, { state: string; bytes: Bytes }>()
  let octets = 0

  const drop = (key: string) => {
    const { identity, gzip } = held.get(key)?.bytes ?? {}
    octets -= (identity?.length ?? 0) + (gzip?.length ?? 0)
    held.delete(key)
  }

  return {
    find(key: string, state: string): Bytes | null {
      const at = held.get(key)
      if (at?.state !== state) return null
      held.delete(key)
      held.set(key, at)
      return at.bytes
    },
    keep(key: string, state: string, bytes: Bytes): void {
      drop(key)
      const added = bytes.identity.length + bytes.gzip.length
      if (added > MAX_FEED_OCTETS) return
      held.set(key, { state, bytes })
      octets += added
      for (const old of held.keys()) {
        if (octets <= MAX_HELD_OCTETS) break
        drop(old)
      }
    },
  }
}

interface Wanted {
  token: string
  hash: string
  part: string | null
  key: string
}

type Make = (wanted: Wanted, subscription: Subscription) => Promise<Made>

/** The last known feed is a better answer to a poll than an error. */
async function current(
  ports: Ports,
  wanted: Wanted,
  known: PersonalEntry | undefined,
  make: Make,
): Promise<Omit<Found, 'wanted'> | null> {
  try {
    const generation = ports.db.generation()
    if (known && generation !== null && known.generation === generation && isOpen(known, ports))
      return { entry: known, bytes: null }
    const subscription = await findByToken(ports.db, wanted.hash, ports.now())
    if (!subscription) return null
    if (known?.state === stateOf(subscription))
      return { entry: { ...known, generation }, bytes: null }
    const { entry, bytes } = await make(wanted, subscription)
    return { entry: { ...entry, generation }, bytes }
  } catch (error) {
    if (!known) throw error
    const { uid } = known.subscription
    ports.log.error('personal feed served from memory', { subscription: uid, error: String(error) })
    return { entry: known, bytes: null }
  }
}

/** Time alone takes private events out: their key expires. */
const isOpen = ({ subscription: { opensUntil } }: PersonalEntry, { now }: Ports): boolean =>
  opensUntil === null || now() < opensUntil

const stateOf = ({ id, revision, followed }: Subscription): string =>
  [
    `${id}@${revision}`,
    ...followed.map(({ calendar, audiences }) => `${calendar.id}@${calendar.revision}${audiences}`),
  ].join()

/** How often a feed is put together anew because something was published meanwhile. */
const ATTEMPTS = 3

async function made(ports: Ports, { token, hash, part }: Wanted, first: Subscription) {
  let subscription = first
  let text = await personalFeed(ports, token, subscription, part)
  for (let attempt = 1; attempt < ATTEMPTS; attempt += 1) {
    const now = await findByToken(ports.db, hash, ports.now())
    if (!now || stateOf(now) === stateOf(subscription)) break
    subscription = now
    text = await personalFeed(ports, token, subscription, part)
  }
  const identity = new TextEncoder().encode(text)
  const bytes = { identity, gzip: new Uint8Array(await promisify(gzip)(identity)) }
  return {
    ...{ subscription, bytes, lastModified: httpDate(anchorOf(subscription)) },
    octets: { identity: bytes.identity.length, gzip: bytes.gzip.length },
    tags: {
      identity: `"${await sha256(bytes.identity)}"`,
      gzip: `"${await sha256(bytes.gzip)}"`,
    },
    state: stateOf(subscription),
    generation: null,
  }
}
