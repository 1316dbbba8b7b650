// Who listens: open streams by the token that they were opened with, and how many there may be.

import { Problem } from '../problem.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { BEAT, type Seen, seenOf } from './message.ts'
import { MAX_STREAMS_PER_NETWORK, type Network, networksOf } from './networks.ts'
import type { Wire } from './wire.ts'

/** On one process: 300 MB, measured by `npm run bench streams`. */
export const MAX_STREAMS = 10_000
/** The devices of everybody who shares a link. */
export const MAX_STREAMS_PER_TOKEN = 20
/** What may wait for a slow reader; beyond it, the stream is cut off and the reader comes back. */
export const MAX_WAITING_OCTETS = 16_384
/** Seconds between two signs of life: proxies cut off what is silent for 30 to 60. */
export const BEAT_EVERY = 25
const RETRY_MINUTES = 1

export interface Listener {
  wire: Wire
  network: Network
  /** The second of its next sign of life. */
  beatAt: number
}

/** All who came by one token, and what they were told last. */
export interface Group {
  tokenSha256: string
  subscriptionId: number
  seen: Seen
  listeners: Set<Listener>
}

export interface Listeners {
  groups: ReadonlyMap<string, Group>
  count(): number
  /**
   * The network, if one more may come by this token and from this block of addresses. Throws
   * `too_many_streams`, `network_streams_full` or `streams_full`.
   */
  requireRoom(tokenSha256: string, block: string | null): Network
  join(tokenSha256: string, subscription: Subscription, listener: Listener): void
  /** Does nothing for who has gone. */
  leave(tokenSha256: string, listener: Listener): void
  /** Cuts off who does not keep up. */
  say(group: Group, listener: Listener, text: string): void
  beat(second: number): void
}

export interface Bounds {
  maxStreams?: number
  maxPerNetwork?: number
}

export function listenersOf({
  maxStreams = MAX_STREAMS,
  maxPerNetwork = MAX_STREAMS_PER_NETWORK,
}: Bounds): Listeners {
  const networks = networksOf()
  const groups = new Map<string, Group>()
  let count = 0

  const leave: Listeners['leave'] = (tokenSha256, listener) => {
    const group = groups.get(tokenSha256)
    if (!group?.listeners.delete(listener)) return
    count -= 1
    networks.leave(listener.network)
    if (group.listeners.size === 0) groups.delete(tokenSha256)
  }
  const say: Listeners['say'] = ({ tokenSha256 }, listener, text) => {
    if (listener.wire.waiting() <= MAX_WAITING_OCTETS) return listener.wire.write(text)
    leave(tokenSha256, listener)
    listener.wire.drop()
  }
  return {
    ...{ groups, count: () => count, leave, say },
    requireRoom(tokenSha256, block) {
      const own = groups.get(tokenSha256)?.listeners.size ?? 0
      if (own >= MAX_STREAMS_PER_TOKEN)
        throw new Problem('too_many_streams', {
          ...{ limit: MAX_STREAMS_PER_TOKEN, minutes: RETRY_MINUTES },
        })
      if (count >= maxStreams) throw new Problem('streams_full')
      const network = networks.of(block)
      if (network.open >= maxPerNetwork)
        throw new Problem('network_streams_full', { limit: maxPerNetwork, minutes: RETRY_MINUTES })
      return network
    },
    join(tokenSha256, subscription, listener) {
      const group = groups.get(tokenSha256) ?? groupOf(tokenSha256, subscription)
      groups.set(tokenSha256, group)
      group.listeners.add(listener)
      count += 1
      networks.enter(listener.network)
    },
    beat(second) {
      for (const group of groups.values())
        for (const listener of group.listeners) {
          if (listener.beatAt > second) continue
          listener.beatAt = second + BEAT_EVERY
          say(group, listener, BEAT)
        }
    },
  }
}

const groupOf = (tokenSha256: string, subscription: Subscription): Group => ({
  ...{ tokenSha256, subscriptionId: subscription.id, seen: seenOf(subscription) },
  listeners: new Set(),
})
