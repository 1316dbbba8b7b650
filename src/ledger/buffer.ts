// What was fetched since the last flush, one entry for each caller of a feed.

import type { FeedFetch } from '../ports.ts'
import { type Family, familyOf } from './client.ts'
import type { Gathered } from './gathered.ts'

const MAX_USER_AGENT_CHARS = 256
/** Of all callers together: a personal feed has up to 50. About 10 MB. */
export const MAX_CALENDARS_HELD = 50_000

export interface Buffer {
  /** False when there was no room for one caller more. */
  add(fetch: FeedFetch, at: string, room: number): boolean
  size(): number
  /** Everything, after which it is empty. */
  take(): Gathered[]
}

export function buffer(): Buffer {
  let callers = new Map<string, Gathered>()
  let calendars = 0
  return {
    add(fetch, at, room) {
      const userAgent = (fetch.userAgent ?? '').slice(0, MAX_USER_AGENT_CHARS)
      const family = familyOf(userAgent)
      const key = keyOf(fetch, userAgent, family)
      const known = callers.get(key)
      const more = fetch.calendars.length - (known?.fetch.calendars.length ?? 0)
      if (calendars + more > MAX_CALENDARS_HELD) return false
      if (known) {
        calendars += more
        known.fetch = fetch
        known.lastAt = at
        known.fetches += 1
      } else if (callers.size < room) {
        calendars += more
        callers.set(key, { fetch, family, userAgent, firstAt: at, lastAt: at, fetches: 1 })
      } else return false
      return true
    },
    size: () => callers.size,
    take() {
      const taken = [...callers.values()]
      callers = new Map()
      calendars = 0
      return taken
    },
  }
}

/** Of a personal feed a row is of a family: its address already says whose it is. */
const keyOf = (
  { subscription, calendars, visitor }: FeedFetch,
  userAgent: string,
  family: Family,
): string =>
  subscription
    ? `my ${subscription.id}\n${family}`
    : `${calendars[0]?.calendarId}\n${visitor}\n${userAgent}`
