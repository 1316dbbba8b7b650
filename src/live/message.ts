// What is said on a stream: Server-Sent Events, their ids, and what changed since an id.

import type { FollowedCalendar } from '../storage/live.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { decodeCursor, encodeCursor } from '../web/cursor.ts'

/** A personal feed as a listener was told of it last. */
export interface Seen {
  revision: number
  followed: readonly FollowedCalendar[]
}

export const seenOf = ({ revision, followed }: Subscription): Seen => ({
  revision,
  followed: followed.map((each) => {
    const { partnerId, id, partner, slug, revision, toldNumber } = each.calendar
    const member = each.audiences.length > 0
    const address = `${partner}/${slug}`
    return { ...{ partnerId, id, member, address }, revision: member ? revision : toldNumber }
  }),
})

/** How soon a client comes back after its stream broke off. */
const RETRY_MS = 5_000
/** Where no stream stays open, coming back is the polling. */
const POLLED_RETRY_MS = 60_000
/** How far apart those come back whose streams all end at the same moment. */
const SPREAD_MS = 10_000

export const BEAT = ': beat\n\n'

/** Since the token is a secret, an id holds only so much of its hash. */
const HASH_CHARS = 16
const KIND = 'stream'

/** Where a listener stands. The order of the calendars belongs to the subscription's revision. */
export const idOf = (tokenSha256: string, { revision, followed }: Seen): string =>
  encodeCursor(KIND, [
    ...[tokenSha256.slice(0, HASH_CHARS), revision],
    followed.map((calendar) => calendar.revision).join(),
  ])

/** The calendars that changed since; null when nothing did, or when the id is none of this token's. */
export function changedSince(
  tokenSha256: string,
  seen: Seen,
  lastEventId: string,
): readonly FollowedCalendar[] | null {
  const [hash, revision, revisions] = positionIn(lastEventId)
  if (hash !== tokenSha256.slice(0, HASH_CHARS)) return null
  if (revision !== seen.revision) return seen.followed
  const known = String(revisions).split(',')
  const changed = seen.followed.filter((calendar, at) => String(calendar.revision) !== known[at])
  return changed.length > 0 ? changed : null
}

function positionIn(lastEventId: string): readonly (string | number)[] {
  try {
    return decodeCursor(KIND, lastEventId, ['string', 'number', 'string'])
  } catch {
    return []
  }
}

interface Said {
  event: 'ready' | 'change'
  seen: Seen
  calendars: readonly FollowedCalendar[]
  id?: string | undefined
}

/** JSON holds no line breaks, and an id is of letters, digits, - and _: nobody's text ends a field. */
export function said({ event, seen, calendars, id }: Said): string {
  const changes = calendars.map(({ address, revision }) => ({ calendar: address, revision }))
  const data = JSON.stringify({ revision: seen.revision, calendars: changes })
  return `event: ${event}\n${id === undefined ? '' : `id: ${id}\n`}data: ${data}\n\n`
}

export const saidEnded = (endedAt: string): string =>
  `event: ended\ndata: ${JSON.stringify({ endedAt })}\n\n`

/** With what a stream begins: where it stands, and what changed since the last id, if anything did. */
export function greeting(tokenSha256: string, seen: Seen, lastEventId: string | undefined): string {
  const id = idOf(tokenSha256, seen)
  const changed = changedSince(tokenSha256, seen, lastEventId ?? '')
  const ready = { event: 'ready', seen, calendars: seen.followed } as const
  // The id comes with the last of the two, so that a cut between them loses nothing.
  const told = changed
    ? said(ready) + said({ event: 'change', seen, calendars: changed, id })
    : said({ ...ready, id })
  return `retry: ${RETRY_MS}\n${told}`
}

/** The whole answer where no stream stays open. */
export function polled(tokenSha256: string, seen: Seen, lastEventId: string | undefined): string {
  const id = idOf(tokenSha256, seen)
  const changed = changedSince(tokenSha256, seen, lastEventId ?? '')
  const told = changed
    ? said({ event: 'change', seen, calendars: changed, id })
    : said({ event: 'ready', seen, calendars: seen.followed, id })
  return `retry: ${POLLED_RETRY_MS}\n${told}`
}

/** Said when the server stops, to the nth of all who listen. */
export const farewell = (nth: number): string => `retry: ${RETRY_MS + ((nth * 37) % SPREAD_MS)}\n\n`
