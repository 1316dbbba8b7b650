// Personal feeds in memory: valid while the subscription and its calendars are at their revisions.

import { promisify } from 'node:util'
import { gzip } from 'node:zlib'
import type { Ports } from '../ports.ts'
import { sha256 } from '../storage/digest.ts'
import { findByToken, type Subscription } from '../storage/subscriptions.ts'
import { anchorOf, personalFeed } from '../subscriptions/assemble.ts'
import { hashOf } from '../subscriptions/token.ts'
import { httpDate } from '../web/conditional.ts'

export interface PersonalEntry {
  subscription: Subscription
  bytes: Record<'identity' | 'gzip', Uint8Array>
  tags: Record<'identity' | 'gzip', string>
  /** The instant, and as a header tells it. */
  changedAt: string
  lastModified: string
  /** The revisions it was made from. */
  state: string
  /** The database's generation in which those were known to be the present ones. */
  generation: string | null
}

/** How much is held; the least lately used goes first. A Worker has 128 MB in all. */
export const MAX_ENTRIES = 2000
export const MAX_HELD_OCTETS = 24_000_000

export interface PersonalCache {
  /** Null where there is no such token. */
  find(token: string, part: string | null): Promise<PersonalEntry | null>
}

export function personalCache(ports: Ports): PersonalCache {
  const entries = new Map<string, PersonalEntry>()
  let octets = 0

  const drop = (key: string) => {
    const { identity, gzip } = entries.get(key)?.bytes ?? {}
    octets -= (identity?.length ?? 0) + (gzip?.length ?? 0)
    entries.delete(key)
  }

  async function find(token: string, part: string | null): Promise<PersonalEntry | null> {
    const hash = await hashOf(token)
    if (hash === null) return null
    const key = `${hash}/${part ?? ''}`
    const entry = await current(ports, { token, hash, part, held: entries.get(key) })
    drop(key)
    if (!entry) return null
    entries.set(key, entry)
    octets += entry.bytes.identity.length + entry.bytes.gzip.length
    for (const old of entries.keys()) {
      if (entries.size <= 1 || (entries.size <= MAX_ENTRIES && octets <= MAX_HELD_OCTETS)) break
      drop(old)
    }
    return entry
  }

  return { find }
}

interface Wanted {
  token: string
  hash: string
  part: string | null
  held: PersonalEntry | undefined
}

/** The last known feed is a better answer to a poll than an error. */
async function current(ports: Ports, wanted: Wanted): Promise<PersonalEntry | null> {
  const { held } = wanted
  try {
    const generation = ports.db.generation()
    if (held && generation !== null && held.generation === generation) return held
    const subscription = await findByToken(ports.db, wanted.hash)
    if (!subscription) return null
    if (held?.state === stateOf(subscription)) return { ...held, generation }
    return { ...(await made(ports, wanted, subscription)), generation }
  } catch (error) {
    if (!held) throw error
    const { uid } = held.subscription
    ports.log.error('personal feed served from memory', { subscription: uid, error: String(error) })
    return held
  }
}

const stateOf = ({ id, revision, followed }: Subscription): string =>
  [
    `${id}@${revision}`,
    ...followed.map(({ calendar, audiences }) => `${calendar.id}@${calendar.revision}${audiences}`),
  ].join()

async function made(ports: Ports, { token, part }: Wanted, subscription: Subscription) {
  const { text } = await personalFeed(ports, token, subscription, part)
  const identity = new TextEncoder().encode(text)
  const bytes = { identity, gzip: new Uint8Array(await promisify(gzip)(identity)) }
  const changedAt = anchorOf(subscription)
  return {
    ...{ subscription, bytes, changedAt, lastModified: httpDate(changedAt) },
    tags: {
      identity: `"${await sha256(bytes.identity)}"`,
      gzip: `"${await sha256(bytes.gzip)}"`,
    },
    state: stateOf(subscription),
  }
}
