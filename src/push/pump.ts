// Many are sent at once, and whoever's push service is slow holds back nobody else.

import type { Ports } from '../ports.ts'
import { secondsFrom } from '../schedule/instants.ts'
import { claimDue, claimed, giveBackDue, settleDue } from '../storage/push-claims.ts'
import { fetchedChanges } from './fetched.ts'
import { emptyHand, type Held, SLOTS } from './hand.ts'
import { lateInQuiet } from './late.ts'
import { marking } from './marking.ts'
import { send } from './send.ts'

/** A claim that is not marked by then is another's to take: its process is gone. */
export const LEASE_SECONDS = 60
/** Nothing is begun with less of the lease left: it might end with another's. */
const LEAST_LEASE_SECONDS = 15
const CLAIMED_AT_ONCE = 512
/** No try is put off for longer: see send.ts. */
const LONGEST_WAIT_SECONDS = 3_700
/** What waits for a push service that does not answer is looked at again so much later. */
const SILENT_SECONDS = 60
/** While some are on their way, others may become due. */
const LOOK_AGAIN_MS = 1_000

/** Answers how many were sent. */
export async function pump(ports: Ports, limit: number): Promise<number> {
  const { begin, fill, hand, state, end } = pumping(ports, limit)
  let lookAt = 0
  /** When the hand is empty the queue need not be: it gave something, or was asked for others. */
  let hasMore = false
  for (;;) {
    for (let row = startable(); row; row = startable()) begin(row)
    const isTime = performance.now() >= lookAt || (hasMore && !hand.hasWaiting())
    const mayLook = state.busy < state.slots && isTime
    if (mayLook) {
      const hadWaiting = hand.hasWaiting()
      const count = await fill()
      if (count === 0) lookAt = performance.now() + LOOK_AGAIN_MS
      hasMore = count > 0 || hadWaiting
      continue
    }
    if (state.busy === 0) break
    await state.bell.heard(LOOK_AGAIN_MS)
  }
  return end()

  function startable() {
    return state.busy < state.slots ? hand.next() : null
  }
}

function pumping(ports: Ports, limit: number) {
  const hand = emptyHand()
  /** Claimed by this pump, and what became of them is not written yet. */
  const ids = new Set<number>()
  const marks = marking(ports, (id) => ids.delete(id))
  const state = { busy: 0, slots: SLOTS, bell: bell(), failed: null as unknown, left: limit }
  const back = (row: Held, at: string) => marks.take(row.claim, row.due, { state: 'back', at })

  const one = async (row: Held) => {
    if (isTooLong(row, ports.now())) return back(row, earlier(ports.now(), row))
    const outcome = await send(ports, row.due)
    const later = secondsFrom(ports.now(), SILENT_SECONDS)
    for (const other of hand.heard(row, !outcome.silent)) await back(other, later)
    await marks.take(row.claim, row.due, outcome)
  }
  const fail = (error: unknown, slots: number) => {
    state.failed ??= error
    state.slots -= slots
  }
  return {
    state,
    hand,
    begin(row: Held) {
      state.busy += 1
      one(row)
        // Nobody knows what became of it: its lease will tell.
        .catch((error) => fail(error, 1))
        .finally(() => {
          state.busy -= 1
          hand.ended(row)
          state.bell.ring()
        })
    },
    async fill(): Promise<number> {
      const room = Math.min(state.left, CLAIMED_AT_ONCE)
      if (room === 0) return 0
      const except = { ids: [...ids], origins: hand.blocked() }
      const found = await claim(ports, room, except).catch((error) => fail(error, SLOTS))
      if (!found) return 0
      for (const { due } of found.rows) ids.add(due.id)
      hand.add(found.rows)
      state.left -= found.rows.length
      return found.count
    },
    /** What was not begun is another's at once. */
    async end(): Promise<number> {
      for (const row of hand.rest()) await back(row, earlier(ports.now(), row))
      await marks.end()
      if (state.failed !== null) throw state.failed
      return marks.sent()
    },
  }
}

const isTooLong = ({ until }: Held, now: string): boolean =>
  secondsFrom(now, LEAST_LEASE_SECONDS) >= until

/** Its time goes on from when its lease ends: no later, however far the clock has jumped. */
const earlier = (now: string, { until }: Held): string => (now < until ? now : until)

/** The next of what is due. */
async function claim(
  ports: Ports,
  limit: number,
  except: { ids: readonly number[]; origins: readonly string[] },
): Promise<{ count: number; rows: Held[] }> {
  const { db, now, mint } = ports
  const [name, until] = [mint(), secondsFrom(now(), LEASE_SECONDS)]
  const longest = secondsFrom(now(), LONGEST_WAIT_SECONDS)
  await db.batch([claimDue(name, { now: now(), longest, until, limit, except })])
  const found = await claimed(db, name)
  const known = await fetchedChanges(ports, found)
  if (known.size > 0) await db.batch([settleDue(name, [...known], 'known')])
  const quiet = await lateInQuiet(ports, found)
  if (quiet.length > 0) await db.batch([giveBackDue(name, quiet)])
  const others = new Set([...known, ...quiet.map(({ id }) => id)])
  const rows = found.flatMap((due): Held[] =>
    others.has(due.id) ? [] : [{ due, claim: name, until, origin: new URL(due.endpoint).origin }],
  )
  return { count: found.length, rows }
}

/** Wakes whoever waits, once; or time does. */
function bell() {
  let ring = () => {}
  return {
    ring: () => ring(),
    heard: (milliseconds: number) =>
      new Promise<void>((woken) => {
        const timer = setTimeout(woken, milliseconds)
        ring = () => {
          clearTimeout(timer)
          woken()
        }
      }),
  }
}
