// How often one place does what nobody needs a key for. Addresses are not kept: what is counted is a
// hash with a salt that is new each day and never leaves the memory.

import type { Ports } from '../ports.ts'
import { sha256 } from '../storage/digest.ts'

export const WINDOW_MINUTES = 60
/** Blocks counted at a time; of more, those that began longest ago are forgotten. */
export const MAX_BLOCKS = 10_000

export interface Allowance {
  allowed: boolean
  remaining: number
  /** Until it is full again. */
  seconds: number
}

interface Window {
  begunAt: number
  count: number
}

export interface Limiter {
  /** Counts one call; null is somebody of whom no address is known. */
  take(block: string | null): Promise<Allowance>
  /** Blocks counted now. */
  size(): number
}

/** So many calls from one block of addresses, which a household, a school or a carrier may share. */
export function limiterOf({ now, mint }: Pick<Ports, 'now' | 'mint'>, most: number): Limiter {
  const windows = new Map<string, Window>()
  let day = ''
  let salt = ''
  return {
    size: () => windows.size,
    async take(block) {
      if (block === null) return { allowed: true, remaining: most, seconds: 0 }
      const [instant, today] = [Date.parse(now()), now().slice(0, 10)]
      if (day !== today) {
        windows.clear()
        day = today
        salt = mint() + mint()
      }
      const key = await sha256(`${salt} ${block}`)
      const window = windowOf(windows, key, instant)
      const allowed = window.count < most
      if (allowed) window.count += 1
      const seconds = Math.ceil((window.begunAt + WINDOW_MINUTES * 60_000 - instant) / 1000)
      return { allowed, remaining: most - window.count, seconds }
    },
  }
}

function windowOf(windows: Map<string, Window>, key: string, instant: number): Window {
  const known = windows.get(key)
  if (known && instant < known.begunAt + WINDOW_MINUTES * 60_000) return known
  windows.delete(key)
  if (windows.size >= MAX_BLOCKS) {
    const [oldest = ''] = windows.keys()
    windows.delete(oldest)
  }
  const begun = { begunAt: instant, count: 0 }
  windows.set(key, begun)
  return begun
}

/** For each installation one of each name: a call that is answered over ports of its own is counted with the others. */
const limiters = new WeakMap<object, Map<string, Limiter>>()

export function limiterFor(ports: Ports, name: string, most: number): Limiter {
  const own = limiters.get(ports.config) ?? new Map<string, Limiter>()
  limiters.set(ports.config, own)
  const limiter = own.get(name) ?? limiterOf(ports, most)
  own.set(name, limiter)
  return limiter
}
