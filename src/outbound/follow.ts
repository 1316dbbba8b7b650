// One call to somebody else's server: within a time, within a size, along few redirections. What
// both runtimes share; they differ in how a single exchange is made.

import type { Fetch, Fetched, FetchRequest } from '../ports.ts'
import { Problem } from '../problem.ts'
import { allowedUrl, readUrl } from './urls.ts'

export interface Budget {
  milliseconds: number
  /** Of a body, when it is decoded. */
  octets: number
}

export const BUDGET: Budget = { milliseconds: 30_000, octets: 10 * 1024 * 1024 }
export const MAX_HOPS = 3
const REDIRECTIONS = [301, 302, 303, 307, 308]

/** An answer whose body has not been read. */
export interface Opened {
  status: number
  header(name: string): string | null
  /** Decoded. */
  body: AsyncIterable<Uint8Array>
  close(): void
}

export type Exchange = (
  url: URL,
  request: FetchRequest,
  limits: { signal: AbortSignal; octets: number },
) => Promise<Opened>

/** Why an exchange failed, where the error tells it. */
export type Reason = 'timeout' | 'truncated' | 'encoding' | 'headers' | 'dns' | 'tls' | 'refused'

export interface Bounds {
  ownHost: string
  budget?: Budget
  /** A signal that aborts after so long; where none is given, each call has its own. */
  deadline?: (milliseconds: number) => AbortSignal
  /** Of a person at his own machine, who may look at what stands there. */
  inside?: boolean
}

export function guarded(
  exchange: Exchange,
  { ownHost, budget = BUDGET, deadline = AbortSignal.timeout, inside = false }: Bounds,
  reasonOf: (error: unknown) => Reason,
): Fetch {
  return async (request) => {
    const { within } = request
    const time = deadline(Math.min(budget.milliseconds, within?.milliseconds ?? Infinity))
    const signal = within?.signal ? AbortSignal.any([time, within.signal]) : time
    const octets = Math.min(budget.octets, within?.octets ?? Infinity)
    try {
      return await follow(exchange, request, { ownHost, inside, signal, octets })
    } catch (error) {
      if (error instanceof Problem) throw error
      throw failed(signal.aborted ? 'timeout' : reasonOf(error), error)
    }
  }
}

export const failed = (why: string, cause?: unknown) =>
  new Problem('not_fetched', { why }, cause === undefined ? {} : { cause })

interface Limits {
  ownHost: string
  inside: boolean
  signal: AbortSignal
  octets: number
}

async function follow(exchange: Exchange, request: FetchRequest, limits: Limits): Promise<Fetched> {
  const inside = limits.inside || request.named === true
  let url = allowedUrl(request.url, limits.ownHost, inside)
  let headers = request.headers ?? {}
  for (let hops = 0; ; hops += 1) {
    const opened = await exchange(url, { ...request, headers }, limits)
    try {
      if (request.method === 'POST') return await taken(opened, url, limits.octets)
      const shown = request.redirects === 'show'
      const next = shown ? null : nextOf(opened, url, limits)
      if (!next) return await read(opened, url, limits.octets)
      if (hops === MAX_HOPS) throw failed('redirections')
      if (next.host !== url.host) headers = withoutSecrets(headers)
      url = next
    } finally {
      opened.close()
    }
  }
}

/**
 * What was posted has arrived once a status says so, whatever becomes of the rest of the answer: to
 * post it again would be to say it twice.
 */
const taken = (opened: Opened, url: URL, limit: number): Promise<Fetched> =>
  read(opened, url, limit).catch(() => ({
    ...{ status: opened.status, header: opened.header },
    ...{ body: new Uint8Array(), url: url.href },
  }))

/** Where a redirection leads; null for every other answer. */
function nextOf({ status, header }: Opened, url: URL, { ownHost, inside }: Limits): URL | null {
  const location = REDIRECTIONS.includes(status) ? header('location') : null
  if (!location) return null
  const target = readUrl(location, url)
  if (!target) throw failed('redirections')
  const next = allowedUrl(target.href, ownHost, inside)
  if (url.protocol === 'https:' && next.protocol === 'http:') throw failed('insecure')
  return next
}

const withoutSecrets = (headers: Record<string, string>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(headers).filter(([name]) => !/^(authorization|cookie)$/i.test(name)),
  )

/** Throws `not_fetched` where the body has more octets than `limit`. */
export async function read(
  opened: Omit<Opened, 'close'>,
  url: URL,
  limit: number,
): Promise<Fetched> {
  const parts: Uint8Array[] = []
  let octets = 0
  for await (const part of opened.body) {
    octets += part.length
    if (octets > limit) throw failed('too_large')
    parts.push(part)
  }
  const body = new Uint8Array(octets)
  let place = 0
  for (const part of parts) {
    body.set(part, place)
    place += part.length
  }
  return { status: opened.status, header: opened.header, body, url: url.href }
}

/** The one coding of a body, or none; several at once are a bomb's way. */
export function codingOf(header: string | null): 'identity' | 'gzip' | 'br' | 'deflate' {
  const coding = (header ?? '').trim().toLowerCase()
  if (coding === '' || coding === 'identity') return 'identity'
  if (coding === 'gzip' || coding === 'x-gzip') return 'gzip'
  if (coding === 'br' || coding === 'deflate') return coding
  throw failed('encoding')
}
