// One examination for whoever asks over the web: bounded, and remembered for a minute.

import type { Context } from 'hono'
import { type Examination, examineAddress } from '../../doctor/examine.ts'
import { TOTAL_MS } from '../../doctor/visits.ts'
import { allowedUrl } from '../../outbound/urls.ts'
import type { Ports } from '../../ports.ts'
import { addressBlock } from '../../web/visitor.ts'
import { type Gate, gate } from './gate.ts'
import { type Ask, ownFetch, ownUrl } from './own-fetch.ts'

/** A page that is loaded again asks nobody again. */
export const REMEMBERED_MS = 60_000
export const MAX_REMEMBERED = 50

export type Consult = (c: Context, address: string) => Promise<Examination>

/** Throws `url_not_allowed` and `doctor_busy`. */
export function consultation(ports: Ports, ask: Ask): Consult {
  const { config, now } = ports
  const door = gate()
  const remembered = new Map<string, { at: number; examination: Examination }>()
  return async (c, address) => {
    const own = ownUrl(address, config.publicUrl)
    const { href, hostname: host } = own ?? allowedUrl(address, new URL(config.publicUrl).hostname)
    const at = Date.parse(now())
    const known = remembered.get(href)
    if (known && known.at > at - REMEMBERED_MS) return known.examination
    const visitor = addressBlock(c, config)
    const examination = await door.through({ visitor, host, now: now() }, () => {
      const signal = AbortSignal.timeout(TOTAL_MS)
      if (own) return examineAddress(href, { fetch: ownFetch(ask), signal, without: ['plain'] })
      return examineAddress(href, { fetch: counting(ports, door, host), signal })
    })
    remembered.delete(href)
    remembered.set(href, { at, examination })
    for (const [oldest] of remembered)
      if (remembered.size > MAX_REMEMBERED) remembered.delete(oldest)
    return examination
  }
}

/** Each further host that it is led to counts as asked too. */
function counting({ fetch, now }: Ports, door: Gate, first: string): Ports['fetch'] {
  const known = new Set([first])
  return async (request) => {
    const { hostname } = new URL(request.url)
    if (!known.has(hostname)) door.count(hostname, now())
    known.add(hostname)
    return fetch(request)
  }
}
