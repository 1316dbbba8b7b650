// The call on Node: the very addresses that are looked at are the ones connected to, so that a name
// cannot lead elsewhere in between.

import { lookup as systemLookup } from 'node:dns/promises'
import http, { type ClientRequest, type IncomingMessage } from 'node:http'
import https from 'node:https'
import type { LookupFunction } from 'node:net'
import { pipeline, type Readable } from 'node:stream'
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib'
import type { Fetch, FetchRequest } from '../ports.ts'
import { Problem } from '../problem.ts'
import { isPublicAddress } from './addresses.ts'
import { sharedDeadlines } from './deadlines.ts'
import {
  type Budget,
  codingOf,
  type Exchange,
  guarded,
  type Opened,
  type Reason,
} from './follow.ts'

export interface Address {
  address: string
  family: number
}

export interface NodeFetchOptions {
  /** Our own name: nothing is fetched from ourselves. */
  ownHost: string
  budget?: Budget
  /** Of a person at his own machine: what stands there, and in its network, may be called too. */
  inside?: boolean
  /** All addresses of a name. */
  resolve?: (name: string) => Promise<Address[]>
  /** For tests, whose servers are this machine. Names alone: a literal address never gets so far. */
  mayReach?: (address: string) => boolean
  /** For tests, whose certificates nobody signed. */
  ca?: string
}

/** Connections that are kept, to one host. */
const MOST_KEPT = 256

const systemResolve = (name: string): Promise<Address[]> => systemLookup(name, { all: true })

export function nodeFetch(options: NodeFetchOptions): Fetch {
  const { resolve = systemResolve, inside = false, ca } = options
  const mayReach = options.mayReach ?? (inside ? () => true : isPublicAddress)
  const lookup = guardedLookup(resolve, mayReach)
  const named = guardedLookup(resolve, () => true)
  const keeping = new https.Agent({ keepAlive: true, maxSockets: MOST_KEPT })
  const exchange: Exchange = (url, request, { signal, octets }) =>
    new Promise((opened, failed) => {
      const { method = 'GET', kept = false, body } = request
      const { request: ask } = url.protocol === 'https:' ? https : http
      const settings = {
        ...{ method, headers: headersOf(request) },
        lookup: request.named ? named : lookup,
        // Unless it is kept, a connection of its own, which ends with it.
        agent: kept && url.protocol === 'https:' ? keeping : false,
        ...(ca ? { ca } : {}),
      } satisfies https.RequestOptions
      const attempt = () => {
        const asked = until(signal, ask(url, settings))
        // The other side had ended the connection that we kept; nothing was asked yet.
        asked.on('error', (error) => (isStale(asked, error) ? attempt() : failed(error)))
        asked.on('response', (answer: IncomingMessage) => {
          answer.on('error', () => {})
          const close = () => void ((kept && answer.complete) || asked.destroy())
          try {
            opened(openedOf(answer, { method, octets, close }))
          } catch (error) {
            asked.destroy()
            failed(error)
          }
        })
        asked.end(body)
      }
      attempt()
    })
  return guarded(exchange, { ...options, deadline: sharedDeadlines() }, reasonOf)
}

/** What `http` does with a signal costs as much again as the request. */
function until(signal: AbortSignal, asked: ClientRequest): ClientRequest {
  const end = () => asked.destroy(signal.reason)
  if (signal.aborted) end()
  signal.addEventListener('abort', end)
  return asked.on('close', () => signal.removeEventListener('abort', end))
}

const isStale = ({ reusedSocket, res }: StaleSigns, { code }: NodeJS.ErrnoException): boolean =>
  reusedSocket && !res && (code === 'ECONNRESET' || code === 'EPIPE')

interface StaleSigns {
  reusedSocket: boolean
  res?: unknown
}

/** One address that may not be reached, and the name is not called: which of them is used is chance. */
function guardedLookup(
  resolve: NonNullable<NodeFetchOptions['resolve']>,
  mayReach: (address: string) => boolean,
): LookupFunction {
  return (name, options, callback) => {
    const found = resolve(name).then((addresses) => {
      const [first] = addresses
      if (!first) throw Object.assign(new Error(`no address of ${name}`), { code: 'ENOTFOUND' })
      const inside = addresses.find(({ address }) => !mayReach(address))
      if (inside) throw new Problem('url_not_allowed', { value: name, why: 'inside' })
      return { first, addresses }
    })
    found.then(
      ({ first, addresses }) =>
        options.all ? callback(null, addresses) : callback(null, first.address, first.family),
      (error: NodeJS.ErrnoException) => callback(error, [], 0),
    )
  }
}

const headersOf = ({ headers, body }: FetchRequest): Record<string, string | number> => ({
  'User-Agent': 'Kalends',
  'Accept-Encoding': 'gzip, br',
  ...(body === undefined ? {} : { 'Content-Length': Buffer.byteLength(body) }),
  ...headers,
})

interface Opening {
  method: string
  octets: number
  close: () => void
}

function openedOf(answer: IncomingMessage, { method, octets, close }: Opening): Opened {
  const header = (name: string) => {
    const value = answer.headers[name.toLowerCase()]
    return (Array.isArray(value) ? value.join(', ') : value) ?? null
  }
  const bodiless = method === 'HEAD' || answer.statusCode === 304
  const coding = bodiless ? 'identity' : codingOf(header('content-encoding'))
  const body = coding === 'identity' ? answer : decoded(answer, DECODERS[coding](), octets)
  return { status: answer.statusCode ?? 0, header, body, close }
}

const DECODERS = { gzip: createGunzip, br: createBrotliDecompress, deflate: createInflate }

function decoded(answer: IncomingMessage, decoder: NodeJS.ReadWriteStream, octets: number) {
  // Much that decodes to little is bounded as well.
  const bounded = async function* (source: AsyncIterable<Uint8Array>) {
    let sent = 0
    for await (const part of source) {
      sent += part.length
      if (sent > octets) throw new Problem('not_fetched', { why: 'too_large' })
      yield part
    }
  }
  // Whoever reads the last of them gets the error.
  pipeline(answer, bounded, decoder, () => {})
  return decoder as unknown as Readable
}

const REASONS: readonly [RegExp, Reason][] = [
  [/^(ECONNRESET|Z_BUF_ERROR|ERR_STREAM_PREMATURE_CLOSE)$/, 'truncated'],
  [/^(Z_|ERR_BROTLI|ERR__ERROR|ERR_PADDING)/, 'encoding'],
  [/^HPE_/, 'headers'],
  [/^(ENOTFOUND|EAI_)/, 'dns'],
  [/CERT|^ERR_TLS|^ERR_SSL|SELF_SIGNED|UNABLE_TO_/, 'tls'],
]

function reasonOf(error: unknown): Reason {
  const { code = '' } = error as NodeJS.ErrnoException
  return REASONS.find(([pattern]) => pattern.test(code))?.[1] ?? 'refused'
}
