// What happens by itself, a little at each tick. The runtimes give the ticks.

import { endFetchDays } from './ledger/days.ts'
import { dueDeliveries } from './partners/notices/outbox.ts'
import { dueFetches } from './partners/sources/pull.ts'
import { publishDue } from './partners/upload/due.ts'
import type { Ports } from './ports.ts'
import { ringDue } from './push/dispatch.ts'
import { reviewHeld } from './push/held.ts'
import { tellNews } from './push/news.ts'
import { planDue } from './push/plan.ts'
import { vapidOf } from './push/vapid.ts'
import type { Step } from './storage/due.ts'
import { dueReminders } from './subscriptions/reminders.ts'

/** Slow servers wait in these; each has 30 seconds. */
const FETCHES_AT_ONCE = 16
const DELIVERIES_AT_ONCE = 16

/** What one tick may push. On Node the next is a second later, and begins none while one is under way. */
export interface Pace {
  /** Slices of a publication's followers. */
  slices: number
  tellingMs: number
  plans: number
  planningMs: number
  pushes: number
}

export const UNHURRIED: Pace = {
  ...{ slices: 100, tellingMs: 400, plans: 5_000, planningMs: 600 },
  pushes: Number.MAX_SAFE_INTEGER,
}
/** One invocation of a Worker makes 1,000 calls at most, of its database and of others. */
export const ONE_INVOCATION: Pace = {
  ...{ slices: 20, tellingMs: 10_000, plans: 40, planningMs: 20_000 },
  pushes: 300,
}

export interface Tick {
  /** When what waits for other people's servers has ended too. */
  ended: Promise<unknown>
}

/** Does what is due; work that the tick before began and has not ended is not begun twice. */
export function ticker(ports: Ports, pace = UNHURRIED): () => Promise<Tick> {
  const fetches = inSlots(ports, 'fetches', FETCHES_AT_ONCE, dueFetches)
  const deliveries = inSlots(ports, 'notices', DELIVERIES_AT_ONCE, dueDeliveries)
  const pushes = inSlots(ports, 'pushes', 1, async () => [() => ringDue(ports, pace.pushes)])
  const plan = { plans: pace.plans, milliseconds: pace.planningMs }
  const news = { slices: pace.slices, milliseconds: pace.tellingMs }
  return async () => {
    await logged(ports, 'publications', () => publishDue(ports))
    await logged(ports, 'fetch ledger', () => endFetchDays(ports))
    await logged(ports, 'key for pushing', () => vapidOf(ports))
    await logged(ports, 'changes to push', () => tellNews(ports, news))
    await logged(ports, 'changes that wait', () => reviewHeld(ports))
    await logged(ports, 'reminders to plan', () => planDue(ports, dueReminders, plan))
    const begun = [await fetches(), await deliveries(), await pushes()]
    return { ended: Promise.all(begun.flat()) }
  }
}

type Begin = (ports: Ports, limit: number) => Promise<(() => Promise<unknown>)[]>

/** Begins as many as there is room for, and answers what is under way. */
function inSlots(ports: Ports, what: Step, slots: number, due: Begin) {
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
async function logged<T>(ports: Ports, what: Step, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work()
  } catch (error) {
    ports.log.error(`what was due failed: ${what}`, { error: String(error) })
    return null
  }
}
