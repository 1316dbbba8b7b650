// What a server's answers say of it: where it leads, to whom it answers what, how it says so.

import type { Fetched } from '../ports.ts'
import { sameBytes } from './bytes.ts'
import { checkConditions } from './conditions.ts'
import type { Notes } from './notes.ts'
import { isCalendar, type Visit, type Visits } from './visits.ts'

/** Google's, in UTF-16 units. */
const MAX_URL_UNITS = 256
/** From here on compression is worth it. */
const MIN_COMPRESSED_OCTETS = 20_000

export function checkAnswers(visits: Visits, notes: Notes): void {
  checkAddress(visits, notes)
  checkWay(visits, notes)
  const { answer, failure } = visits.first
  if (!answer) {
    notes.whole('unreachable', { why: failure ?? 'other' })
    return
  }
  if (answer.status !== 200) {
    checkStatus(answer.status, visits, notes)
    return
  }
  checkHead(answer, visits.first.url, notes)
  checkEverybody(visits, answer, notes)
  checkCompression(visits, answer, notes)
  checkPlain(visits, notes)
  checkRobots(visits, notes)
  checkConditions(visits, answer, notes)
}

function checkAddress({ url }: Visits, notes: Notes): void {
  const called = url.replace(/^https?:/i, 'webcal:')
  if (called.length > MAX_URL_UNITS)
    notes.whole('url_long', { units: called.length, limit: MAX_URL_UNITS })
  if (!/^[a-z]+:\/\/[\x21-\x7e]*$/i.test(url) || /%[89a-f][0-9a-f]/i.test(url))
    notes.whole('url_characters')
}

function checkWay({ hops, insecure, first }: Visits, notes: Notes): void {
  if (insecure) notes.whole('redirect_insecure')
  else if (/^http:/i.test(first.url)) notes.whole('not_https')
  // From http: to https: everybody must be led.
  const moves = hops.filter(({ url, next }) => next.replace(/^https:/, 'http:') !== url)
  if (moves.length > 1) notes.whole('redirects_many', { count: hops.length, url: first.url })
  const kept = moves.find(({ status }) => status === 301)
  if (kept) notes.whole('redirect_not_kept', { status: kept.status, url: kept.next })
}

function checkStatus(status: number, { insecure }: Visits, notes: Notes): void {
  if (insecure) return
  if (status === 410) notes.whole('gone')
  else if (status >= 500 || status === 429) notes.whole('server_error', { status })
  else notes.whole('not_found', { status })
}

function checkHead(answer: Fetched, url: string, notes: Notes): void {
  const type = answer.header('content-type') ?? ''
  if (!/^text\/calendar\b/i.test(type)) notes.whole('content_type', { found: type.slice(0, 80) })
  const charset = /charset\s*=\s*"?([^";\s]+)/i.exec(type)?.[1]
  if (charset && !/^utf-?8$/i.test(charset)) notes.whole('charset', { found: charset })
  if (!/\.ics$/i.test(new URL(url).pathname)) notes.whole('path_ending')
  if (answer.header('set-cookie')) notes.whole('cookies')
  if (/\bno-store\b/i.test(answer.header('cache-control') ?? '')) notes.whole('cache_control')
  if (!answer.header('etag') && !answer.header('last-modified')) notes.whole('no_validator')
}

function checkEverybody({ first, others }: Visits, answer: Fetched, notes: Notes): void {
  const gets = others.filter(({ way }) => way === 'get')
  const refused = gets.filter((visit) => !isCalendar(visit))
  for (const visit of refused)
    notes.whole('refused_client', { found: saidOf(visit) }, [visit.client])
  const calendars = gets.filter(isCalendar)
  const different = calendars.filter(({ answer: own }) => own && !sameBytes(own.body, answer.body))
  // Where everybody gets something else, it is the time that makes the difference: see conditions.
  if (different.length > 0 && different.length < calendars.length)
    notes.whole(
      'another_answer',
      {},
      different.map(({ client }) => client),
    )
  const head = others.find(({ way }) => way === 'head')
  const type = (visit: Visit) => visit.answer?.header('content-type') ?? ''
  if (head && (head.answer?.status !== 200 || type(head) !== type(first)))
    notes.whole('head_differs', { found: saidOf(head) })
}

/** `HTTP 403 text/html`, or why there was nothing. */
export function saidOf({ answer, failure }: Visit): string {
  if (!answer) return failure || '–'
  const type = (answer.header('content-type') ?? '').split(';')[0]?.trim() ?? ''
  return `HTTP ${answer.status}${type ? ` ${type.slice(0, 60)}` : ''}`
}

function checkCompression({ others }: Visits, answer: Fetched, notes: Notes): void {
  const coding = answer.header('content-encoding')
  if (!coding && answer.body.length > MIN_COMPRESSED_OCTETS)
    notes.whole('not_compressed', { octets: answer.body.length })
  const vary = answer.header('vary') ?? ''
  if (coding && !/accept-encoding|\*/i.test(vary)) notes.whole('vary_missing')
  const plain = others.find(({ client, way }) => client === 'outlook' && way === 'get')
  if (plain?.answer?.header('content-encoding')) notes.whole('compressed_unasked')
}

function checkPlain({ others }: Visits, notes: Notes): void {
  const plain = others.find(({ way }) => way === 'plain')
  if (!plain) return
  const location = plain.answer?.header('location') ?? ''
  const led = plain.answer && plain.answer.status >= 300 && plain.answer.status < 400
  if (led && /^https:/i.test(location)) return
  if (plain.answer?.status === 200) notes.whole('http_open')
  else notes.whole('http_fails', { found: saidOf(plain) })
}

function checkRobots({ first, others }: Visits, notes: Notes): void {
  const robots = others.find(({ way }) => way === 'robots')
  if (!robots?.answer) return
  const { status, body } = robots.answer
  const { pathname } = new URL(first.url)
  // None at all forbids nothing.
  if (status >= 500 || status === 403 || status === 401)
    notes.whole('robots', { found: saidOf(robots) })
  else if (status === 200 && forbids(new TextDecoder().decode(body.subarray(0, 64_000)), pathname))
    notes.whole('robots', { found: 'Disallow' })
}

/** For everybody or for Google: the longest rule that fits the path. */
function forbids(text: string, path: string): boolean {
  let concerned = false
  let naming = false
  let longest = { length: -1, allows: true }
  for (const line of text.split(/[\r\n]+/)) {
    const [, key = '', value = ''] = /^\s*([a-z-]+)\s*:\s*([^#]*)/i.exec(line) ?? []
    const name = key.toLowerCase()
    if (name === 'user-agent') {
      if (!naming) concerned = false
      naming = true
      concerned ||= /^(\*|google)/i.test(value.trim())
    } else if (name === 'allow' || name === 'disallow') {
      naming = false
      const rule = value.trim()
      if (!concerned || rule === '' || !fitsRule(path, rule)) continue
      if (rule.length >= longest.length) longest = { length: rule.length, allows: name === 'allow' }
    }
  }
  return !longest.allows
}

/** `*` in a rule stands for anything; a rule that is not closed by `$` is a beginning. */
function fitsRule(path: string, rule: string): boolean {
  const parts = rule.replace(/\$$/, '').slice(0, 500).split('*')
  let place = 0
  for (const [index, part] of parts.entries()) {
    const found = index === 0 ? (path.startsWith(part) ? 0 : -1) : path.indexOf(part, place)
    if (found < 0) return false
    place = found + part.length
  }
  return !rule.endsWith('$') || place === path.length
}
