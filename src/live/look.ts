// A look at what changed since the last one: one query for many who listen, then each is told.

import type { Ports } from '../ports.ts'
import {
  type FollowedCalendar,
  findMoved,
  listFollowed,
  type Moved,
  type SeenCalendar,
  sightOf,
} from '../storage/live.ts'
import { inTurns } from '../storage/turns.ts'
import type { Group, Listeners } from './listeners.ts'
import { idOf, type Seen, said, saidEnded } from './message.ts'

/** So many are asked for, and told, before whoever polls has a turn: some milliseconds. */
const AT_ONCE = 250

export async function lookAndTell(
  ports: Pick<Ports, 'db' | 'now'>,
  listeners: Listeners,
): Promise<void> {
  const all = [...listeners.groups.values()]
  for await (const groups of inTurns(all, AT_ONCE)) await lookAt(ports, listeners, groups)
}

async function lookAt(
  { db, now }: Pick<Ports, 'db' | 'now'>,
  listeners: Listeners,
  groups: readonly Group[],
): Promise<void> {
  const moved = await findMoved(db, calendarsOf(groups), revisionsOf(groups))
  const changed = groups.filter((group) => concerns(group, moved))
  const chosen = [...moved.subscriptions.values()].filter(({ ended }) => !ended)
  const ids = chosen.map(({ id }) => id)
  const followed = ids.length > 0 ? await listFollowed(db, ids, now()) : new Map()
  for (const group of changed) tell(listeners, group, { ...moved, followed })
}

/** Each calendar once for members and once for everybody, as who knows least of it saw it. */
function calendarsOf(groups: readonly Group[]): SeenCalendar[] {
  const seen = new Map<number, SeenCalendar>()
  for (const {
    seen: { followed },
  } of groups)
    for (const calendar of followed) {
      const sight = sightOf(calendar)
      const known = seen.get(sight)
      if (!known || calendar.revision < known.revision) seen.set(sight, calendar)
    }
  return [...seen.values()]
}

const revisionsOf = (groups: readonly Group[]): Record<number, number> =>
  Object.fromEntries(groups.map(({ subscriptionId, seen }) => [subscriptionId, seen.revision]))

const concerns = ({ subscriptionId, seen }: Group, { calendars, subscriptions }: Moved): boolean =>
  subscriptions.has(subscriptionId) ||
  seen.followed.some((each) => {
    const now = calendars.get(sightOf(each))
    return now !== undefined && now.revision !== each.revision
  })

type Found = Moved & { followed: Map<number, FollowedCalendar[]> }

function tell(listeners: Listeners, group: Group, found: Found): void {
  const subscription = found.subscriptions.get(group.subscriptionId)
  if (subscription && (subscription.ended || subscription.tokenSha256 !== group.tokenSha256)) {
    end(listeners, group, subscription.changedAt)
    return
  }
  const before = new Map(group.seen.followed.map(({ id, revision }) => [id, revision]))
  const seen = seenNow(group, found)
  const calendars = seen.followed.filter(({ id, revision }) => before.get(id) !== revision)
  group.seen = seen
  const id = idOf(group.tokenSha256, seen)
  const text = said({ event: 'change', seen, calendars, id })
  for (const listener of [...group.listeners]) listeners.say(group, listener, text)
}

function seenNow(
  { subscriptionId, seen }: Group,
  { calendars, subscriptions, followed }: Found,
): Seen {
  const subscription = subscriptions.get(subscriptionId)
  const chosen = subscription && followed.get(subscriptionId)
  if (chosen) return { revision: subscription.revision, followed: chosen }
  return { ...seen, followed: seen.followed.map((each) => calendars.get(sightOf(each)) ?? each) }
}

/** Rotated or erased: whoever asks again is told so by the answer. */
function end(listeners: Listeners, group: Group, endedAt: string): void {
  for (const listener of [...group.listeners]) {
    listeners.say(group, listener, saidEnded(endedAt))
    listeners.leave(group.tokenSha256, listener)
    listener.wire.end()
  }
}
