// How a request is sent: with who asks and in which language, again when that helps, and never for ever.

import { retryAfterOf, unreachable } from './problem.ts'
import { remembering } from './remembered.ts'
import { eitherOf } from './signals.ts'

export interface Sending {
  /** The partner's or operator's key, for calls that need one. */
  key?: string
  /** Of problems and other words; the browser's own unless given. */
  language?: string
  /** `globalThis.fetch` unless given. */
  fetch?: (request: Request, init?: RequestInit) => Promise<Response>
  /** How often it is sent again at most; 3 unless given, 0 for never. */
  retries?: number
  /** Of one try; 30 unless given. */
  timeoutSeconds?: number
  /** So long it waits at most before it tries again; told to wait longer it gives up. 60 unless given. */
  patienceSeconds?: number
  /** How many answers are kept for conditional requests; 32 unless given, 0 for none. */
  remember?: number
  /** For tests. */
  wait?: (milliseconds: number, signal: AbortSignal) => Promise<void>
  random?: () => number
}

export type Send = (request: Request) => Promise<Response>

const FIRST_PAUSE_MS = 500
const LONGEST_PAUSE_MS = 10_000
const PASSES = [429, 502, 503, 504]

export function sender(options: Sending): Send {
  const own = (request: Request, init?: RequestInit) => fetch(request, init)
  const plainly = options.fetch ?? own
  const once: Send = async (request) => {
    const timed = AbortSignal.timeout((options.timeoutSeconds ?? 30) * 1000)
    const signal = eitherOf(request.signal, timed)
    try {
      return await plainly(request.clone() as Request, { signal })
    } catch (error) {
      request.signal.throwIfAborted()
      throw unreachable(request.url, error)
    }
  }
  const patiently: Send = (request) => again(once, request, options)
  const send = remembering(patiently, options.remember ?? 32)
  return (request) => send(introduced(request, options))
}

export function introduced(request: Request, { key, language }: Sending): Request {
  const { headers, method } = request
  if (key && !headers.has('Authorization')) headers.set('Authorization', `Bearer ${key}`)
  if (language && !headers.has('Accept-Language')) headers.set('Accept-Language', language)
  if (method === 'POST' && !headers.has('Idempotency-Key'))
    headers.set('Idempotency-Key', idempotencyKey())
  return request
}

/** 128 random bits. Kept by whoever queues a call, so that sending it tomorrow does it once. */
export function idempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

async function again(send: Send, request: Request, options: Sending): Promise<Response> {
  for (let tried = 0; ; tried++) {
    const outcome = await send(request).catch((error: unknown) => ({ error }))
    const answer = 'error' in outcome ? null : outcome
    const pause =
      tried < (options.retries ?? 3) ? pauseAfter(answer, request, tried, options) : null
    if (pause === null) {
      if ('error' in outcome) throw outcome.error
      return outcome
    }
    await answer?.body?.cancel()
    await (options.wait ?? wait)(pause, request.signal)
  }
}

/**
 * How long until it is worth sending again; null when it is not. Nothing is done twice by it: a POST
 * has its key, and the other methods may be sent again as they are.
 */
function pauseAfter(
  answer: Response | null,
  { signal }: Request,
  tried: number,
  { random = Math.random, patienceSeconds = 60 }: Sending,
): number | null {
  if (signal.aborted) return null
  const told = answer && retryAfterOf(answer)
  if (answer && !PASSES.includes(answer.status) && !(answer.status === 409 && told !== null))
    return null
  if (told !== null) return told > patienceSeconds ? null : (told + random()) * 1000
  return Math.min(LONGEST_PAUSE_MS, FIRST_PAUSE_MS * 2 ** tried) * (0.5 + random() / 2)
}

export function wait(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal.removeEventListener('abort', stop)
      resolve()
    }, milliseconds)
    if (signal.aborted) stop()
    else signal.addEventListener('abort', stop, { once: true })
  })
}
