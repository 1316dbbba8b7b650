// How much the doctor does at the same time, for whom, and to whom: it must not be somebody's way
// of calling on another's server again and again.

import { Problem } from '../../problem.ts'

export const MAX_AT_ONCE = 4
export const MAX_AT_ONCE_FOR_ONE = 2
/** Of one host within a minute, whatever its port; each is some fifteen requests. */
export const MAX_PER_HOST = 6
const WINDOW_MS = 60_000
export const WAIT_SECONDS = 60

export interface Gate {
  /** Throws `doctor_busy` instead of waiting. `visitor` is null where nobody can be told apart. */
  through<T>(who: Knock, examine: () => Promise<T>): Promise<T>
  /** Of a host to which another one leads; throws as well. */
  count(host: string, now: string): void
}

export interface Knock {
  visitor: string | null
  host: string
  now: string
}

export function gate(): Gate {
  const running = new Map<string, number>()
  let total = 0
  let recent: { host: string; at: number }[] = []

  function requireFree(host: string, at: number): void {
    recent = recent.filter((one) => one.at > at - WINDOW_MS)
    if (recent.filter((one) => one.host === host).length >= MAX_PER_HOST) throw busy()
  }

  return {
    count(host, now) {
      const at = Date.parse(now)
      requireFree(host, at)
      recent.push({ host, at })
    },
    async through({ visitor, host, now }, examine) {
      const at = Date.parse(now)
      requireFree(host, at)
      const own = visitor === null ? 0 : (running.get(visitor) ?? 0)
      if (total >= MAX_AT_ONCE || own >= MAX_AT_ONCE_FOR_ONE) throw busy()
      recent.push({ host, at })
      total += 1
      if (visitor !== null) running.set(visitor, own + 1)
      try {
        return await examine()
      } finally {
        total -= 1
        const left = (running.get(visitor ?? '') ?? 1) - 1
        if (left > 0 && visitor !== null) running.set(visitor, left)
        else running.delete(visitor ?? '')
      }
    },
  }
}

const busy = () => new Problem('doctor_busy', { seconds: WAIT_SECONDS })
