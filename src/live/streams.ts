// Streams that stay open: one look a second for all of them, and only while there are any.

import type { Live, Ports, StreamAsked } from '../ports.ts'
import { Problem } from '../problem.ts'
import { BEAT_EVERY, type Bounds, type Listener, type Listeners, listenersOf } from './listeners.ts'
import { lookAndTell } from './look.ts'
import { farewell, greeting, seenOf } from './message.ts'
import type { Network } from './networks.ts'
import { type Connect, connectBody } from './wire.ts'

export interface StreamOptions extends Bounds {
  /** Calls `tick` once a second until it is told to stop. */
  start: (tick: () => Promise<void>) => () => void
  connect?: Connect
}

export function liveStreams(
  ports: Pick<Ports, 'db' | 'log' | 'now'>,
  options: StreamOptions,
): Live {
  const { start, connect = connectBody } = options
  const listeners = listenersOf(options)
  const look = lookingOf(ports, listeners)
  let stop: (() => void) | null = null
  let closed = false
  let second = 0
  let opened = 0

  const rest = () => {
    if (listeners.count() > 0) return
    stop?.()
    stop = null
  }
  const tick = async () => {
    second += 1
    listeners.beat(second)
    await look()
    rest()
  }
  return {
    open(asked) {
      if (closed) throw new Problem('unavailable', { why: 'stopped' })
      const network = listeners.requireRoom(asked.tokenSha256, asked.block)
      opened += 1
      // Not all at once: those who came together are given their signs of life one after another.
      const beatAt = second + 1 + (opened % BEAT_EVERY)
      const response = join(listeners, asked, { beatAt, network, connect, left: rest })
      stop ??= start(tick)
      return response
    },
    count: listeners.count,
    close() {
      closed = true
      let nth = 0
      for (const { tokenSha256, listeners: all } of [...listeners.groups.values()])
        for (const listener of [...all]) {
          nth += 1
          listeners.leave(tokenSha256, listener)
          listener.wire.write(farewell(nth))
          listener.wire.end()
        }
      rest()
    },
  }
}

interface Joining {
  beatAt: number
  network: Network
  connect: Connect
  left: () => void
}

function join(
  listeners: Listeners,
  asked: StreamAsked,
  { beatAt, network, connect, left }: Joining,
) {
  const { tokenSha256, subscription, lastEventId, head, connection } = asked
  const leave = () => {
    listeners.leave(tokenSha256, listener)
    left()
  }
  const { wire, response } = connect(head, leave, connection)
  const listener: Listener = { wire, network, beatAt }
  listeners.join(tokenSha256, subscription, listener)
  wire.write(greeting(tokenSha256, seenOf(subscription), lastEventId))
  return response
}

/** One look at a time, and none where nothing in the database changed. */
function lookingOf(ports: Pick<Ports, 'db' | 'log' | 'now'>, listeners: Listeners) {
  const { db, log } = ports
  let known: string | null = null
  let looking = false
  let failed = false
  return async () => {
    if (looking) return
    looking = true
    try {
      const generation = db.generation()
      if (generation === null || generation !== known) await lookAndTell(ports, listeners)
      known = generation
      failed = false
    } catch (error) {
      if (!failed) log.error('streams cannot look for changes', { error: String(error) })
      failed = true
    } finally {
      looking = false
    }
  }
}
