// What anybody may do without a key, within a quota: calls are counted, and told how many more may come.

import type { Context } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { limiterFor, WINDOW_MINUTES } from './limiter.ts'
import { addressBlock } from './visitor.ts'

/** From one block of addresses within an hour. */
export const REPORTS_PER_BLOCK = 10
/** A class of students makes theirs in one lesson. */
export const SUBSCRIPTIONS_PER_BLOCK = 600
/** Right keys and wrong ones: a family types its cards, a machine guesses. */
export const MEMBER_KEYS_PER_BLOCK = 60

/** Browsers registered, and tests sent. */
export const PUSHES_PER_BLOCK = 120

/** Throws `too_many_pushes` at the bound. */
export async function countPush(ports: Ports, c: Context): Promise<void> {
  const { allowed, minutes } = await count(ports, c, 'pushes', PUSHES_PER_BLOCK)
  if (!allowed) throw new Problem('too_many_pushes', { minutes })
}

/** Throws `too_many_reports` at the bound. */
export async function countReport(ports: Ports, c: Context): Promise<void> {
  const { allowed, minutes } = await count(ports, c, 'reports', REPORTS_PER_BLOCK)
  if (!allowed) throw new Problem('too_many_reports', { minutes })
}

/** Throws `too_many_subscriptions` at the bound. */
export async function countSubscription(ports: Ports, c: Context): Promise<void> {
  const { allowed, minutes } = await count(ports, c, 'subscriptions', SUBSCRIPTIONS_PER_BLOCK)
  if (!allowed) throw new Problem('too_many_subscriptions', { minutes })
}

/** Throws `too_many_attempts` at the bound. */
export async function countMemberKey(ports: Ports, c: Context): Promise<void> {
  const { allowed, minutes } = await count(ports, c, 'member-keys', MEMBER_KEYS_PER_BLOCK)
  if (!allowed) throw new Problem('too_many_attempts', { minutes })
}

async function count(ports: Ports, c: Context, name: string, most: number) {
  const taken = await limiterFor(ports, name, most).take(addressBlock(c, ports.config))
  const { allowed, remaining, seconds } = taken
  c.header('RateLimit-Policy', `"${name}";q=${most};w=${WINDOW_MINUTES * 60}`)
  c.header('RateLimit', `"${name}";r=${remaining};t=${seconds}`)
  return { allowed, minutes: Math.ceil(seconds / 60) }
}
