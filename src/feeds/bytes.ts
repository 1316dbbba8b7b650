// A feed's bytes exactly as they were published, or not at all.

import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import type { Ports } from '../ports.ts'
import { feedFolder } from '../publication/feed.ts'
import type { Calendar } from '../storage/calendars.ts'
import { sha256 } from '../storage/digest.ts'
import type { StoredFeed } from '../storage/revisions.ts'

export type Coding = 'identity' | 'gzip' | 'br'

export interface Published {
  calendar: Calendar
  revision: number
  feed: StoredFeed
  /** What has been read of it. */
  bytes: Map<Coding, Uint8Array>
}

export interface Readable {
  coding: Coding
  bytes: Uint8Array
}

/** In the coding asked for, else without any, unpacked if need be; null when nothing is left. */
export async function readableBytes(
  ports: Ports,
  published: Published,
  coding: Coding,
): Promise<Readable | null> {
  const asked = await storedBytes(ports, published, coding)
  if (asked) return { coding, bytes: asked }
  const identity =
    (await storedBytes(ports, published, 'identity')) ?? (await unpacked(ports, published))
  return identity && { coding: 'identity', bytes: identity }
}

/** Compared with their fingerprint once, as they come into memory: a disk may have changed them. */
async function storedBytes(
  { blobs, log }: Ports,
  { calendar, revision, feed, bytes }: Published,
  coding: Coding,
): Promise<Uint8Array | null> {
  const held = bytes.get(coding)
  if (held) return held
  const published = feed[coding].sha256
  const about = { feed: `${calendar.partner}/${calendar.slug}`, revision, coding }
  try {
    const found = await blobs.get(`${feedFolder(calendar, revision)}/${published}`)
    if (found && (await sha256(found)) === published) {
      bytes.set(coding, found)
      return found
    }
    log.error('published feed is damaged', { ...about, what: found ? 'other bytes' : 'missing' })
  } catch (error) {
    log.error('published feed cannot be read', { ...about, error: String(error) })
  }
  return null
}

const UNPACK = { gzip: promisify(gunzip), br: promisify(brotliDecompress) }

async function unpacked(ports: Ports, published: Published): Promise<Uint8Array | null> {
  for (const coding of ['gzip', 'br'] as const) {
    const packed = await storedBytes(ports, published, coding)
    if (!packed) continue
    const identity = await UNPACK[coding](packed)
    published.bytes.set('identity', identity)
    return identity
  }
  return null
}
