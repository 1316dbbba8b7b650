// Somebody's server of one feed, as a `Fetch`: healthy, but for what a test says of it.

import type { Fetch, Fetched, FetchRequest } from '../../src/ports.ts'
import { Problem } from '../../src/problem.ts'

export const FEED = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Harbour//Regatta//EN
NAME:Regatta
X-WR-CALNAME:Regatta
BEGIN:VEVENT
UID:regatta-1@example.org
DTSTAMP:20260301T000000Z
LAST-MODIFIED:20260301T000000Z
SEQUENCE:1
DTSTART:20260404T090000Z
DTEND:20260404T110000Z
SUMMARY:Opening regatta
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n')

export const ADDRESS = 'https://harbour.example.com/regatta.ics'

export interface Reply {
  status?: number
  headers?: Record<string, string>
  text?: string
  /** No answer at all, and why. */
  failure?: string
}

export interface Asked extends FetchRequest {
  /** From 1, in the order in which they came. */
  number: number
  agent: string
}

/** What the healthy server answers, for a test to change. */
export type Whim = (asked: Asked, healthy: Reply) => Reply

export function server(whim: Whim = (_, healthy) => healthy): Fetch & { asked: Asked[] } {
  const asked: Asked[] = []
  const fetch: Fetch = async (request) => {
    const agent = request.headers?.['User-Agent'] ?? ''
    const one = { ...request, number: asked.length + 1, agent }
    asked.push(one)
    const reply = whim(one, healthy(request))
    if (reply.failure) throw new Problem('not_fetched', { why: reply.failure })
    return fetchedOf(request, reply)
  }
  return Object.assign(fetch, { asked })
}

function healthy({ url, headers = {} }: FetchRequest): Reply {
  if (url.startsWith('http:'))
    return { status: 308, headers: { location: url.replace('http:', 'https:') } }
  if (url.endsWith('/robots.txt')) return { status: 404 }
  const own = { etag: '"one"', 'last-modified': 'Sun, 01 Mar 2026 00:00:00 GMT' }
  const tag = headers['If-None-Match']
  if (tag ? tag === own.etag : headers['If-Modified-Since'] === own['last-modified'])
    return { status: 304, headers: own }
  return { text: FEED, headers: { ...own, 'content-type': 'text/calendar; charset=utf-8' } }
}

function fetchedOf({ url, method }: FetchRequest, reply: Reply): Fetched {
  const headers = new Headers(reply.headers)
  const body = new TextEncoder().encode(method === 'HEAD' ? '' : (reply.text ?? ''))
  return { url, status: reply.status ?? 200, header: (name) => headers.get(name), body }
}

/** The same answer with other headers, or without those that are null. */
export function withHeaders(reply: Reply, headers: Record<string, string | null>): Reply {
  const all = Object.entries({ ...reply.headers, ...headers }).filter(([, value]) => value !== null)
  return { ...reply, headers: Object.fromEntries(all) as Record<string, string> }
}
