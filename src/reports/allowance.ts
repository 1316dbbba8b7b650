// A caller's reports are counted, and told how many more may come.

import type { Context } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { addressBlock } from '../web/visitor.ts'
import { limiterFor, REPORTS_PER_BLOCK, WINDOW_MINUTES } from './limiter.ts'

/** Throws `too_many_reports` at the bound. */
export async function countReport(ports: Ports, c: Context): Promise<void> {
  const taken = await limiterFor(ports).take(addressBlock(c, ports.config))
  const { allowed, remaining, seconds } = taken
  c.header('RateLimit-Policy', `"reports";q=${REPORTS_PER_BLOCK};w=${WINDOW_MINUTES * 60}`)
  c.header('RateLimit', `"reports";r=${remaining};t=${seconds}`)
  if (!allowed) throw new Problem('too_many_reports', { minutes: Math.ceil(seconds / 60) })
}
