// Asks for a feed as clients do, and looks at what the application did behind the answer.

import { promisify } from 'node:util'
import { brotliDecompress, gunzip } from 'node:zlib'
import type { Ports } from '../../src/ports.ts'
import type { Kalends } from '../harness.ts'

export const FEED = '/feeds/harbour/regatta.ics'
export const SEASON = '날짜,시간,제목\n2026-05-01,18:30,개막\n2026-05-02,18:30,둘째 날\n'

export const CODINGS = ['identity', 'gzip', 'br'] as const
export type Coding = (typeof CODINGS)[number]

export const ask = (kalends: Kalends, headers: Record<string, string> = {}, path = FEED) =>
  kalends.request(path, { headers })

export const askIn = (kalends: Kalends, coding: Coding, headers: Record<string, string> = {}) =>
  ask(kalends, { ...(coding === 'identity' ? {} : { 'accept-encoding': coding }), ...headers })

export const bytesOf = async (response: Response): Promise<Uint8Array> =>
  new Uint8Array(await response.arrayBuffer())

const UNPACK = { gzip: promisify(gunzip), br: promisify(brotliDecompress) }

/** The feed's text, whatever the coding it came in. */
export async function textIn(response: Response): Promise<string> {
  const coding = response.headers.get('content-encoding') as 'gzip' | 'br' | null
  const bytes = await bytesOf(response)
  return new TextDecoder().decode(coding ? await UNPACK[coding](bytes) : bytes)
}

export const tagOf = (response: Response): string => response.headers.get('etag') ?? ''

export interface Watch {
  queries: number
  batches: number
  reads: string[]
  writes: string[]
  errors: string[]
}

/** Counts what is asked of the ports from now on. */
export function watch({ ports }: Kalends): Watch {
  const seen: Watch = { queries: 0, batches: 0, reads: [], writes: [], errors: [] }
  const { db, blobs } = ports
  const changed: Partial<Ports> = {
    db: {
      ...db,
      query(statement) {
        seen.queries += 1
        return db.query(statement)
      },
      batch(statements) {
        seen.batches += 1
        return db.batch(statements)
      },
    },
    blobs: {
      get(key) {
        seen.reads.push(key)
        return blobs.get(key)
      },
      put(key, bytes) {
        seen.writes.push(key)
        return blobs.put(key, bytes)
      },
      putAll(all) {
        seen.writes.push(...all.keys())
        return blobs.putAll(all)
      },
      delete: (keys) => blobs.delete(keys),
    },
    log: { info: () => {}, error: (event) => void seen.errors.push(event) },
  }
  Object.assign(ports, changed)
  return seen
}
