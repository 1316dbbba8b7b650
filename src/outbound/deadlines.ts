// One signal for all calls that must have ended at about the same time: thousands of timers at once
// cost more than the calls' encryption.

import { setMaxListeners } from 'node:events'

/** Calls that begin within so long of each other end together. */
const TOGETHER_MS = 250

/** Aborts after so many milliseconds, or a quarter of a second less. Whoever is done stops listening. */
export function sharedDeadlines(): (milliseconds: number) => AbortSignal {
  const latest = new Map<number, { madeAt: number; signal: AbortSignal }>()
  return (milliseconds) => {
    const at = performance.now()
    const found = latest.get(milliseconds)
    const isFresh = milliseconds > 4 * TOGETHER_MS && found && at - found.madeAt < TOGETHER_MS
    if (isFresh) return found.signal
    const signal = AbortSignal.timeout(milliseconds)
    setMaxListeners(0, signal)
    latest.set(milliseconds, { madeAt: at, signal })
    return signal
  }
}
