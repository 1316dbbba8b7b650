// Our own feeds, which nothing may be fetched from over the network: asked for in this process.

import { BUDGET, failed, read } from '../../outbound/follow.ts'
import { readUrl } from '../../outbound/urls.ts'
import type { Fetch, Fetched } from '../../ports.ts'

/** A call of the application, as it would come from outside. */
export type Ask = (request: Request) => Promise<Response>

/** The address with which we would be called; null for somebody else's. */
export function ownUrl(address: string, publicUrl: string): URL | null {
  const url = readUrl(address.trim().replace(/^webcals?:(?=\/\/)/i, 'https:'))
  const own = new URL(publicUrl)
  if (!url || url.hostname !== own.hostname || !url.pathname.startsWith('/feeds/')) return null
  return new URL(`${own.origin}${url.pathname}${url.search}`)
}

/** Within the time and the size of `fetch`, as for anybody else's feed. */
export const ownFetch =
  (ask: Ask): Fetch =>
  async ({ url, method = 'GET', headers = {}, within }) => {
    const accepted = new Headers(headers)
    // DecompressionStream knows gzip on both runtimes, and brotli on neither.
    const codings = accepted.get('accept-encoding')?.replace(/\bbr\b,? ?/, '') ?? ''
    accepted.set('accept-encoding', codings.replace(/, *$/, ''))
    const time = AbortSignal.timeout(
      Math.min(BUDGET.milliseconds, within?.milliseconds ?? Infinity),
    )
    const signal = within?.signal ? AbortSignal.any([time, within.signal]) : time
    const octets = Math.min(BUDGET.octets, within?.octets ?? BUDGET.octets)
    const asked = ask(new Request(url, { method, headers: accepted, signal }))
    return inTime(
      asked.then((response) => fetchedOf(response, url, octets)),
      signal,
    )
  }

/** What runs in this process need not heed the signal: it is left alone. */
function inTime<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  return new Promise((resolve, reject) => {
    const late = () => reject(failed('timeout', signal.reason))
    if (signal.aborted) late()
    signal.addEventListener('abort', late, { once: true })
    work.then(resolve, reject).finally(() => signal.removeEventListener('abort', late))
  })
}

function fetchedOf(response: Response, url: string, octets: number): Promise<Fetched> {
  const zipped = response.headers.get('content-encoding') === 'gzip'
  const stream = response.body
    ? zipped
      ? response.body.pipeThrough(new DecompressionStream('gzip'))
      : response.body
    : []
  const header = (name: string) => response.headers.get(name)
  const body = stream as AsyncIterable<Uint8Array>
  return read({ status: response.status, header, body }, new URL(url), octets)
}
