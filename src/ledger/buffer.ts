// What was fetched since the last flush, one entry for each caller of a feed.

import type { FeedFetch } from '../ports.ts'
import { familyOf } from './client.ts'
import type { Gathered } from './gathered.ts'

const MAX_USER_AGENT_CHARS = 256

export interface Buffer {
  /** False when there was no room for one caller more. */
  add(fetch: FeedFetch, at: string, room: number): boolean
  size(): number
  /** Everything, after which it is empty. */
  take(): Gathered[]
}

export function buffer(): Buffer {
  let callers = new Map<string, Gathered>()
  return {
    add(fetch, at, room) {
      const userAgent = (fetch.userAgent ?? '').slice(0, MAX_USER_AGENT_CHARS)
      const key = keyOf(fetch, userAgent)
      const known = callers.get(key)
      if (known) {
        known.fetch = fetch
        known.lastAt = at
        known.fetches += 1
      } else if (callers.size < room) {
        const family = familyOf(userAgent)
        callers.set(key, { fetch, family, userAgent, firstAt: at, lastAt: at, fetches: 1 })
      } else return false
      return true
    },
    size: () => callers.size,
    take() {
      const taken = [...callers.values()]
      callers = new Map()
      return taken
    },
  }
}

const keyOf = ({ subscription, calendars, visitor }: FeedFetch, userAgent: string): string =>
  subscription
    ? `my ${subscription.id}\n${userAgent}`
    : `${calendars[0]?.calendarId}\n${visitor}\n${userAgent}`
