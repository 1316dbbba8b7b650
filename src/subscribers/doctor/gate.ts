// How much the doctor does at the same time, for whom, and to whom: it must not be somebody's way
// of calling on another's server again and again.

import { Problem } from '../../problem.ts'

export const MAX_AT_ONCE = 4
export const MAX_AT_ONCE_FOR_ONE = 2
/** Of one host within a minute; each is some fifteen requests. */
export const MAX_PER_HOST = 6
const WINDOW_MS = 60_000
export const WAIT_SECONDS = 60

export interface Gate {
  /** Throws `doctor_busy` instead of waiting. `visitor` is null where nobody can be told apart. */
  through<T>(who: Knock, examine: () => Promise<T>): Promise<T>
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
  return {
    async through({ visitor, host, now }, examine) {
      const at = Date.parse(now)
      recent = recent.filter((one) => one.at > at - WINDOW_MS)
      const own = visitor === null ? 0 : (running.get(visitor) ?? 0)
      const asked = recent.filter((one) => one.host === host).length
      if (total >= MAX_AT_ONCE || own >= MAX_AT_ONCE_FOR_ONE || asked >= MAX_PER_HOST)
        throw new Problem('doctor_busy', { seconds: WAIT_SECONDS })
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
