// What one process has in hand: rows by push service, in turns, and how many each service may hold.

import type { Claimed } from '../storage/push-claims.ts'

/** Sent at once. */
export const SLOTS = 64
/** Of these: for a push service that has not answered yet, and left to others by one that has. */
export const SHARE = SLOTS / 4
/** Pushes without any answer, after which a push service is left alone for a while. */
const SILENT_AFTER = SHARE

export interface Held {
  due: Claimed
  claim: string
  /** When it is another's to take. */
  until: string
  origin: string
}

interface Service {
  waiting: Held[]
  busy: number
  hasAnswered: boolean
  /** Since its last answer. */
  unanswered: number
}

export function emptyHand() {
  const services = new Map<string, Service>()
  const serviceAt = (origin: string): Service => {
    const found = services.get(origin)
    if (found) return found
    const made = { waiting: [], busy: 0, hasAnswered: false, unanswered: 0 }
    services.set(origin, made)
    return made
  }
  const isSilent = ({ unanswered }: Service) => unanswered >= SILENT_AFTER
  return {
    add(rows: readonly Held[]) {
      for (const row of rows) serviceAt(row.origin).waiting.push(row)
    },
    /** The next that may begin; its push service goes to the end of the row. */
    next(): Held | null {
      for (const [origin, service] of services) {
        const most = service.hasAnswered ? SLOTS - SHARE : SHARE
        const row = service.busy < most ? service.waiting.shift() : undefined
        if (!row) continue
        services.delete(origin)
        services.set(origin, service)
        service.busy += 1
        return row
      }
      return null
    },
    ended: ({ origin }: Held) => {
      serviceAt(origin).busy -= 1
    },
    /** Answers what is not to be begun now: a service that says nothing would hold it for long. */
    heard({ origin }: Held, isAnswer: boolean): Held[] {
      const service = serviceAt(origin)
      service.hasAnswered = isAnswer
      service.unanswered = isAnswer ? 0 : service.unanswered + 1
      return isSilent(service) ? service.waiting.splice(0) : []
    },
    hasWaiting: (): boolean => [...services.values()].some(({ waiting }) => waiting.length > 0),
    /** Of these there is enough in hand. */
    blocked: (): string[] =>
      [...services].flatMap(([origin, each]) =>
        each.waiting.length > 0 || isSilent(each) ? origin : [],
      ),
    rest: (): Held[] => [...services.values()].flatMap(({ waiting }) => waiting.splice(0)),
  }
}
