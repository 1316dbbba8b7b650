// The day's salt: with it callers are told apart until midnight UTC, and by nobody afterwards.

import type { Ports } from '../ports.ts'
import type { Blobs } from '../storage/blobs.ts'

export interface Salt {
  day: string
  /** Names the time in which this salt was in use; says nothing of it. */
  period: string
  secret: string
}

/** Answers the same salt all day, and forgets it with the first call of the next. */
export type Salts = (day: string) => Promise<Salt>

/** In this process's memory alone: no database, backup or log ever holds it. */
export function saltsInMemory(mint: Ports['mint']): Salts {
  let salt: Salt | null = null
  return async (day) => {
    if (salt?.day !== day) salt = { day, period: `${day} ${mint()}`, secret: mint() + mint() }
    return salt
  }
}

const keyOf = (day: string): string => `ledger/salts/${day}`

/** For many isolates that must tell callers apart alike: in the bucket, which no backup of D1 holds. */
export function sharedSalts(blobs: Blobs, mint: Ports['mint']): Salts {
  let salt: Salt | null = null
  return async (day) => {
    if (salt?.day === day) return salt
    const key = keyOf(day)
    let found = await blobs.get(key)
    if (!found) {
      await blobs.put(key, new TextEncoder().encode(mint() + mint()))
      // What another isolate has put meanwhile holds for all.
      found = await blobs.get(key)
    }
    if (!found) throw new Error('the day’s salt was put and is not there')
    salt = { day, period: day, secret: new TextDecoder().decode(found) }
    return salt
  }
}

export const throwAwaySalts = (blobs: Blobs, days: readonly string[]): Promise<void> =>
  blobs.delete(days.map(keyOf))
