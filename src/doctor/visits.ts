// Fetches a feed as each program would: first along every redirection, then all of them, then again
// with what they remember.

import type { Fetch, Fetched, FetchRequest } from '../ports.ts'
import { Problem } from '../problem.ts'
import { CLIENTS, type Client, MANNERS } from './clients.ts'

/** Of one examination, all its fetches together. */
export const TOTAL_MS = 20_000
/** Of one answer, decoded; what is larger is of no use to anybody. */
export const MAX_FEED_OCTETS = 3 * 1024 * 1024
export const MAX_HOPS = 5
/** Of one server, at the same time. */
const MAX_AT_ONCE = 4

export type Way = 'first' | 'get' | 'head' | 'again' | 'stranger' | 'plain' | 'robots'

export interface Visit {
  client: Client
  way: Way
  url: string
  /** What it said it had, where it did. */
  condition: Readonly<Record<string, string>>
  answer: Fetched | null
  /** Why there is no answer: see `Reason`, and `inside`. */
  failure: string | null
}

export interface Hop {
  status: number
  url: string
  next: string
}

export interface Visits {
  url: string
  hops: Hop[]
  /** Whether it was led away from https:. */
  insecure: boolean
  first: Visit
  others: Visit[]
}

interface Going {
  fetch: Fetch
  signal: AbortSignal
  without?: readonly Way[]
}

/** Throws `url_not_allowed` for the address itself; whatever else fails is told in its visit. */
export async function visitsTo(address: string, going: Going): Promise<Visits> {
  const asked = await followed(address, 'google', going)
  const found = isCalendar(asked.first) ? asked : await followed(address, 'apple', going)
  const { first } = found
  // Nobody gets it: what Google was told is as good as any.
  if (!isCalendar(first)) return { ...asked, others: [] }
  const gets = CLIENTS.filter((client) => client !== first.client).map(
    (client) => () => visit({ client, way: 'get', url: first.url }, going),
  )
  const around = [...aroundTo(first.url, going)]
  const others = await severalAtOnce([...gets, ...around])
  const again = await severalAtOnce(returning([first, ...others], going))
  return { ...found, others: [...others, ...again] }
}

export function isCalendar({ answer }: Visit): boolean {
  if (answer?.status !== 200) return false
  return /BEGIN:VCALENDAR/i.test(new TextDecoder().decode(answer.body.subarray(0, 4096)))
}

async function followed(
  address: string,
  client: Client,
  going: Going,
): Promise<Omit<Visits, 'others'>> {
  const hops: Hop[] = []
  let url = address
  for (;;) {
    const first = await visit({ client, way: 'first', url }, going, hops.length === 0)
    const found = { url: address, hops, insecure: false, first }
    const next = nextOf(first)
    if (!next || hops.length === MAX_HOPS) return found
    hops.push({ status: first.answer?.status ?? 0, url, next })
    if (/^https:/i.test(first.url) && /^http:/i.test(next)) return { ...found, insecure: true }
    url = next
  }
}

function nextOf({ answer }: Visit): string | null {
  const location = answer && [301, 302, 303, 307, 308].includes(answer.status)
  const target = location ? answer.header('location') : null
  try {
    return target && answer ? new URL(target, answer.url).href : null
  } catch {
    return null
  }
}

type Errand = Pick<Visit, 'client' | 'way' | 'url'> & { condition?: Visit['condition'] }

async function visit(
  { client, way, url, condition = {} }: Errand,
  { fetch, signal }: Going,
  own = false,
): Promise<Visit> {
  const request: FetchRequest = {
    ...{ url, method: way === 'head' ? 'HEAD' : 'GET', redirects: 'show' },
    headers: { ...MANNERS[client].headers, ...condition },
    within: { signal, octets: MAX_FEED_OCTETS },
  }
  try {
    const answer = await fetch(request)
    return { client, way, url: answer.url, condition, answer, failure: null }
  } catch (error) {
    if (!(error instanceof Problem) || error.code === 'doctor_busy') throw error
    if (own && error.code === 'url_not_allowed') throw error
    return { client, way, url, condition, answer: null, failure: String(error.params.why ?? '') }
  }
}

/** What else some of them look at: with HEAD, without TLS, and at robots.txt. */
function aroundTo(url: string, going: Going): (() => Promise<Visit>)[] {
  const secure = new URL(url)
  const errands: Errand[] = [
    { client: 'thunderbird', way: 'head', url },
    { client: 'google', way: 'robots', url: new URL('/robots.txt', url).href },
  ]
  if (secure.protocol === 'https:' && secure.port === '')
    errands.push({ client: 'icsx5', way: 'plain', url: url.replace(/^https:/, 'http:') })
  return errands
    .filter(({ way }) => !going.without?.includes(way))
    .map((errand) => () => visit(errand, going))
}

/** A tag that nobody gave. */
const STRANGE = '"kalends-doctor"'

function returning(visits: readonly Visit[], going: Going): (() => Promise<Visit>)[] {
  const again = (['thunderbird', 'icsx5'] as const).flatMap((client) => {
    const before = visits.find((one) => one.client === client && one.way === 'get')
    const condition = before ? rememberedOf(before) : {}
    if (!before || Object.keys(condition).length === 0) return []
    return [{ client, way: 'again' as const, url: before.url, condition }]
  })
  const tagged = visits.find(({ client, way }) => client === 'evolution' && way === 'get')
  const errands: Errand[] = [...again]
  if (tagged?.answer?.header('etag')) {
    const condition = { 'If-None-Match': STRANGE }
    errands.push({ client: 'evolution', way: 'stranger', url: tagged.url, condition })
  }
  return errands.map((errand) => () => visit(errand, going))
}

function rememberedOf({ client, answer }: Visit): Record<string, string> {
  const { remembers } = MANNERS[client]
  const [etag, modified] = [answer?.header('etag'), answer?.header('last-modified')]
  return {
    ...(etag && remembers.includes('etag') ? { 'If-None-Match': etag } : {}),
    ...(modified && remembers.includes('modified') ? { 'If-Modified-Since': modified } : {}),
  }
}

async function severalAtOnce<T>(errands: readonly (() => Promise<T>)[]): Promise<T[]> {
  const done: T[] = []
  const waiting = [...errands.entries()]
  const walk = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) done[next[0]] = await next[1]()
  }
  await Promise.all(Array.from({ length: MAX_AT_ONCE }, walk))
  return done
}
