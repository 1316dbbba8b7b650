// What went wrong with a call, as one kind of error: a stable code, a status, words for a person.

import type { components } from './api.ts'

type Told = components['schemas']['Problem']

/** The server's codes, and two of its own: nobody answered, or it was not Kalends who did. */
export type ProblemCode = Told['code'] | 'unreachable' | 'unexpected_answer'

export class KalendsProblem extends Error {
  override readonly name = 'KalendsProblem'
  readonly code: ProblemCode
  /** Of the HTTP answer; 0 where there was none: offline, or too slow. */
  readonly status: number
  /** A few words; `message` has the whole sentence. Both in the language that was asked for. */
  readonly title: string
  /** Seconds, when the server says how long to wait. */
  readonly retryAfter: number | null
  /** What else the server says of it: `place`, `found`, `wanted`, … */
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    told: Pick<Told, 'code' | 'status' | 'title' | 'detail'> | Own,
    { retryAfter = null, ...rest }: { retryAfter?: number | null; cause?: unknown } = {},
  ) {
    const { code, status, title, detail, type: _, ...details } = told as Told
    super(detail, rest)
    this.code = code
    this.status = status
    this.title = title
    this.details = details
    this.retryAfter = retryAfter
  }
}

interface Own {
  code: 'unreachable' | 'unexpected_answer'
  status: number
  title: string
  detail: string
}

export function unreachable(url: string, cause: unknown): KalendsProblem {
  const { host } = new URL(url)
  const detail = `${host} did not answer: ${cause instanceof Error ? cause.message : String(cause)}`
  return new KalendsProblem(
    { code: 'unreachable', status: 0, title: 'No answer', detail },
    { cause },
  )
}

export function unexpected(status: number, detail: string): KalendsProblem {
  return new KalendsProblem({
    ...{ code: 'unexpected_answer', status, title: 'Not an answer of Kalends', detail },
  })
}

/** Of an answer that is not a success; `told` is its body as far as it could be read. */
export function problemOf(response: Response, told: unknown): KalendsProblem {
  const { status } = response
  const known = typeof told === 'object' && told !== null && 'code' in told && 'detail' in told
  if (!known) return unexpected(status, `${status} without a problem: ${String(told).slice(0, 80)}`)
  return new KalendsProblem({ ...(told as Told), status }, { retryAfter: retryAfterOf(response) })
}

/** Seconds, from either of the header's forms. */
export function retryAfterOf(response: Response): number | null {
  const given = response.headers.get('Retry-After')
  if (!given) return null
  if (/^\d+$/.test(given)) return Number(given)
  const at = Date.parse(given)
  return Number.isNaN(at) ? null : Math.max(0, Math.ceil((at - Date.now()) / 1000))
}
