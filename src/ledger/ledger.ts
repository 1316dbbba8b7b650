// The fetch ledger: gathers in memory who fetched what, and writes it a little later in one batch.

import type { FetchLedger, Ports } from '../ports.ts'
import { GuardFailed } from '../storage/database.ts'
import { writeFlush } from '../storage/fetches.ts'
import { buffer } from './buffer.ts'
import { flushOf, type Gathered } from './gathered.ts'
import type { Salts } from './salt.ts'

/** Callers of a feed that are held in memory; of more in one stretch nothing is noted. About 5 MB. */
export const MAX_HELD = 10_000
/** What a crash may lose. */
export const FLUSH_EVERY_MS = 10_000
/** A flush that does not answer is given up: on Workers its request may be gone. */
const GIVEN_UP_AFTER_MS = 60_000

type Needs = Pick<Ports, 'db' | 'now' | 'mint' | 'log'>

/** Written under the same id until it is known to be written. */
interface Batch {
  id: string
  gathered: Gathered[]
  used: number[]
}

export function fetchLedger(ports: Needs, salts: Salts): FetchLedger {
  const gathering = buffer()
  const used = new Set<number>()
  let unwritten: Batch | null = null
  let refused = 0
  const waiting = () => (unwritten?.gathered.length ?? 0) + (unwritten?.used.length ?? 0)

  const write = async (): Promise<void> => {
    if (refused > 0) ports.log.error('fetch ledger full', { refused })
    refused = 0
    if (!unwritten && gathering.size() + used.size > 0) {
      unwritten = { id: ports.mint(), gathered: gathering.take(), used: [...used] }
      used.clear()
    }
    if (!unwritten) return
    const batch = unwritten
    if (await isWritten(ports, salts, batch)) unwritten = unwritten === batch ? null : unwritten
  }
  return {
    note(fetch) {
      if (!gathering.add(fetch, ports.now(), MAX_HELD - waiting())) refused += 1
    },
    noteUse(subscriptionId) {
      // Of who finds no room, the next visit is as good.
      if (used.size < MAX_HELD) used.add(subscriptionId)
    },
    held: () => gathering.size() + used.size + waiting(),
    flush: oneAtATime(ports, write),
  }
}

/** Who asks while one is under way is answered with that one. */
function oneAtATime({ now }: Needs, write: () => Promise<void>): () => Promise<void> {
  let running: { since: number; ended: Promise<void> } | null = null
  return () => {
    const since = Date.parse(now())
    if (running && since - running.since < GIVEN_UP_AFTER_MS) return running.ended
    const mine = { since, ended: Promise.resolve() }
    running = mine
    mine.ended = write().finally(() => {
      if (running === mine) running = null
    })
    return mine.ended
  }
}

async function isWritten(ports: Needs, salts: Salts, batch: Batch): Promise<boolean> {
  const { id, gathered, used } = batch
  const { db, now, log } = ports
  try {
    const flush = await flushOf(gathered, await salts(now().slice(0, 10)))
    await db.batch(writeFlush({ id, at: now(), ...flush, used }))
    return true
  } catch (error) {
    // The answer of an earlier try was lost, not the try.
    if (error instanceof GuardFailed) return true
    log.error('fetch ledger not written', { held: gathered.length, error: String(error) })
    return false
  }
}
