// One message to one browser: encrypted, posted, and what its push service said to that.

import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { secondsFrom } from '../schedule/instants.ts'
import type { Claimed } from '../storage/push-claims.ts'
import { octetsIn } from './base64url.ts'
import { encrypted } from './encryption.ts'
import { checkedEndpoint, isNamed } from './endpoints.ts'
import { vapidOf } from './vapid.ts'

/** A push service that does not answer is asked again later. */
export const ANSWER_MS = 10_000
const MAX_ANSWER_OCTETS = 16_384
/** Also for what has begun by now: a browser that is not connected just then gets it still. */
const LEAST_TTL_SECONDS = 60
/** Four weeks: what Google's service takes at most, while a rule may ring thirty days before. */
const MOST_TTL_SECONDS = 2_419_200
/** Seconds until the next try after each. */
export const RETRIES = [5, 15, 60, 300, 900]
/** No push service puts us off for longer: what is due is not due then any more. */
const LONGEST_WAIT_SECONDS = 3_600
/** A change of what begins later than this need not wake anybody. */
const URGENT_MS = 24 * 3_600_000

export type Outcome = (
  | { state: 'sent' | 'gone' }
  | { state: 'refused'; why: string }
  | { state: 'later'; at: string; why: string }
) & {
  /** The push service has not answered at all. */
  silent?: true
}

type Due = Pick<
  Claimed,
  'endpoint' | 'p256dh' | 'auth' | 'message' | 'topic' | 'kind' | 'expiresAt' | 'tries'
>

export async function send(ports: Ports, due: Due): Promise<Outcome> {
  try {
    const endpoint = checkedEndpoint(due.endpoint, ports.config)
    const { status, header } = await ports.fetch({
      ...{ url: endpoint.href, method: 'POST', kept: true },
      named: isNamed(endpoint, ports.config.pushHosts),
      headers: await headersOf(ports, due, endpoint),
      body: bodyOf(due),
      within: { milliseconds: ANSWER_MS, octets: MAX_ANSWER_OCTETS },
    })
    return outcomeOf(status, secondsIn(header('retry-after'), ports.now()), ports.now(), due)
  } catch (error) {
    if (!(error instanceof Problem)) throw error
    const { code, params } = error
    const passes = code === 'not_fetched'
    return passes
      ? { ...later(ports.now(), due, 0, String(params.why)), silent: true }
      : { state: 'refused', why: `${code} ${params.why}` }
  }
}

const LATER = (status: number): boolean => status === 408 || status === 429 || status >= 500

function outcomeOf(status: number, wait: number, now: string, due: Due): Outcome {
  if (status >= 200 && status < 300) return { state: 'sent' }
  if (status === 404 || status === 410) return { state: 'gone' }
  return LATER(status)
    ? later(now, due, wait, `status ${status}`)
    : { state: 'refused', why: `status ${status}` }
}

/** As long as anybody wants to be told of it. */
function later(now: string, { tries, expiresAt }: Due, wait: number, why: string): Outcome {
  const own = RETRIES[Math.min(tries, RETRIES.length) - 1] ?? 0
  const seconds = Math.max(own, Math.min(wait, LONGEST_WAIT_SECONDS))
  const at = secondsFrom(now, seconds)
  return at < expiresAt ? { state: 'later', at, why } : { state: 'refused', why }
}

/** Of `Retry-After`: seconds, or a date. */
function secondsIn(header: string | null, now: string): number {
  if (header === null) return 0
  if (/^\d{1,9}$/.test(header)) return Number(header)
  const at = Date.parse(header)
  return Number.isNaN(at) ? 0 : Math.max(0, (at - Date.parse(now)) / 1000)
}

async function headersOf(ports: Ports, due: Due, { origin }: URL) {
  const left = Date.parse(due.expiresAt) - Date.parse(ports.now())
  const { authorization } = await vapidOf(ports)
  return {
    Authorization: await authorization(origin),
    'Content-Type': 'application/octet-stream',
    'Content-Encoding': 'aes128gcm',
    TTL: String(Math.min(MOST_TTL_SECONDS, Math.max(LEAST_TTL_SECONDS, Math.floor(left / 1000)))),
    Topic: due.topic,
    Urgency: due.kind === 'change' && left > URGENT_MS ? 'normal' : 'high',
  }
}

function bodyOf({ message, p256dh, auth }: Due): Uint8Array {
  const keys = { p256dh: octetsIn(p256dh), auth: octetsIn(auth) }
  if (!keys.p256dh || !keys.auth) throw new Error('a channel’s keys cannot be read')
  return encrypted(new TextEncoder().encode(message), { p256dh: keys.p256dh, auth: keys.auth })
}
