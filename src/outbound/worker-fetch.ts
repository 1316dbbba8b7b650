// The call on Cloudflare Workers, where no name can be looked up before: its network does not lead
// inside, and the flag `global_fetch_strictly_public` keeps it from leading back to our own origin.

import type { Fetch } from '../ports.ts'
import { type Budget, codingOf, type Exchange, guarded } from './follow.ts'

export interface WorkerFetchOptions {
  ownHost: string
  budget?: Budget
  /** The runtime's own, unless a test stands in for it. */
  fetch?: typeof fetch
}

export function workerFetch(options: WorkerFetchOptions): Fetch {
  const call = options.fetch ?? ((input, init) => fetch(input, init))
  const exchange: Exchange = async (url, { method = 'GET', headers = {}, body }, { signal }) => {
    const response = await call(url.href, {
      ...{ method, signal, redirect: 'manual' },
      headers: { 'User-Agent': 'Kalends', ...headers },
      ...(body === undefined ? {} : { body }),
    })
    // Cloudflare's network asks for compression, whatever we ask for.
    const plain = headers['Accept-Encoding'] === 'identity'
    const header = (name: string) =>
      plain && name.toLowerCase() === 'content-encoding' ? null : response.headers.get(name)
    // The runtime has undone a single coding; several at once it leaves as they are.
    codingOf(response.headers.get('content-encoding'))
    return {
      ...{ status: response.status, header },
      body: (response.body ?? []) as AsyncIterable<Uint8Array>,
      close: () => void response.body?.cancel().catch(() => {}),
    }
  }
  return guarded(exchange, options, (error) =>
    /reset|closed|eof/i.test(String(error)) ? 'truncated' : 'refused',
  )
}
