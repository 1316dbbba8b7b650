// Our own feeds, which nothing may be fetched from over the network: asked for in this process.

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

export const ownFetch =
  (ask: Ask): Fetch =>
  async ({ url, method = 'GET', headers = {} }) => {
    const accepted = new Headers(headers)
    // DecompressionStream knows gzip on both runtimes, and brotli on neither.
    const codings = accepted.get('accept-encoding')?.replace(/\bbr\b,? ?/, '') ?? ''
    accepted.set('accept-encoding', codings.replace(/, *$/, ''))
    const response = await ask(new Request(url, { method, headers: accepted }))
    return fetchedOf(response, url)
  }

async function fetchedOf(response: Response, url: string): Promise<Fetched> {
  const zipped = response.headers.get('content-encoding') === 'gzip'
  const stream = response.body
    ? zipped
      ? response.body.pipeThrough(new DecompressionStream('gzip'))
      : response.body
    : null
  const body = new Uint8Array(await new Response(stream).arrayBuffer())
  return { url, status: response.status, header: (name) => response.headers.get(name), body }
}
