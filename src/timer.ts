// What happens by itself, a little at each tick. The runtimes give the ticks.

import { endFetchDays } from './ledger/days.ts'
import { publishDue } from './partners/due.ts'
import { dueDeliveries } from './partners/outbox.ts'
import { dueFetches } from './partners/pull.ts'
import type { Ports } from './ports.ts'

/** Slow servers wait in these; each has 30 seconds. */
const FETCHES_AT_ONCE = 16
const DELIVERIES_AT_ONCE = 16

export interface Tick {
  /** When what waits for other people's servers has ended too. */
  ended: Promise<unknown>
}

/** Does what is due; work that the tick before began and has not ended is not begun twice. */
export function ticker(ports: Ports): () => Promise<Tick> {
  const fetches = inSlots(ports, 'fetches', FETCHES_AT_ONCE, dueFetches)
  const deliveries = inSlots(ports, 'notices', DELIVERIES_AT_ONCE, dueDeliveries)
  return async () => {
    await logged(ports, 'publications', () => publishDue(ports))
    await logged(ports, 'fetch ledger', () => endFetchDays(ports))
    const begun = [await fetches(), await deliveries()]
    return { ended: Promise.all(begun.flat()) }
  }
}

type Begin = (ports: Ports, limit: number) => Promise<(() => Promise<unknown>)[]>

/** Begins as many as there is room for, and answers what is under way. */
function inSlots(ports: Ports, what: string, slots: number, due: Begin) {
  const running = new Set<Promise<unknown>>()
  return async (): Promise<Promise<unknown>[]> => {
    const room = slots - running.size
    const works = room > 0 ? ((await logged(ports, what, () => due(ports, room))) ?? []) : []
    for (const work of works) {
      const one = logged(ports, what, work).finally(() => running.delete(one))
      running.add(one)
    }
    return [...running]
  }
}

/** What fails is logged: a later tick tries again. */
async function logged<T>(ports: Ports, what: string, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    ports.log.error(`what was due failed: ${what}`, { error: String(error) })
    return null
  }
}
