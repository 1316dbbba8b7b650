// What a server's manners do to subscribers: a healthy one, with one whim at a time.

import { expect, test } from 'vitest'
import { CLIENTS } from '../../src/doctor/clients.ts'
import type { DefectCode } from '../../src/doctor/defects.ts'
import { examineAddress } from '../../src/doctor/examine.ts'
import { MAX_FEED_OCTETS, MAX_HOPS } from '../../src/doctor/visits.ts'
import { ANSWER_EN } from '../../src/doctor/words-answer-en.ts'
import { ANSWER_KO } from '../../src/doctor/words-answer-ko.ts'
import { ADDRESS, type Asked, FEED, type Reply, server, type Whim, withHeaders } from './server.ts'

const signal = new AbortController().signal
const examine = (whim?: Whim, address = ADDRESS) =>
  examineAddress(address, { fetch: server(whim), signal })
const codesOf = async (whim?: Whim, address?: string) =>
  (await examine(whim, address)).defects.map(({ code }) => code)

const isFeed = ({ url }: Asked) => /^https:.*\.ics/.test(url)
/** The whim at the feed itself alone. */
const atFeed =
  (change: (reply: Reply, asked: Asked) => Reply): Whim =>
  (asked, reply) =>
    isFeed(asked) && reply.status !== 304 ? change(reply, asked) : reply
const page: Reply = { text: '<html>', headers: { 'content-type': 'text/html' } }
const moved = (status: number, location: string): Reply => ({ status, headers: { location } })

test('a healthy server has nothing wrong with it, and every program reads its feed', async () => {
  const { health, defects, verdicts, anatomy } = await examine()
  expect(defects).toEqual([])
  expect(health).toBe('healthy')
  expect(anatomy).toMatchObject({ events: 1 })
  expect(verdicts.map(({ client, state }) => [client, state])).toEqual(
    CLIENTS.map((client) => [client, 'well']),
  )
})

test('each program asks as it does: its name, its Accept, HEAD before, what it remembers after', async () => {
  const fetch = server()
  await examineAddress(ADDRESS, { fetch, signal })
  const of = (agent: RegExp) => fetch.asked.filter((one) => agent.test(one.agent) && isFeed(one))
  expect(of(/^Google/)[0]?.headers).not.toHaveProperty('Accept')
  expect(of(/Thunderbird/).map(({ method }) => method)).toEqual(['GET', 'HEAD', 'GET'])
  expect(of(/Thunderbird/)[2]?.headers).toMatchObject({ 'If-None-Match': '"one"' })
  expect(of(/Thunderbird/)[2]?.headers).not.toHaveProperty('If-Modified-Since')
  expect(of(/^ICSx5/).at(-1)?.headers).toMatchObject({
    'If-None-Match': '"one"',
    'If-Modified-Since': 'Sun, 01 Mar 2026 00:00:00 GMT',
  })
  expect(of(/Exchange/)[0]?.headers).toMatchObject({ 'Accept-Encoding': 'identity' })
  expect(fetch.asked.length).toBeLessThanOrEqual(15)
  expect(fetch.asked.every(({ within }) => within?.octets === MAX_FEED_OCTETS)).toBe(true)
})

const large = FEED.replace('SUMMARY:', `COMMENT:${'x\r\n '.repeat(8000)}\r\nSUMMARY:`)

const CASES: [DefectCode, Whim, string?][] = [
  ['content_type', atFeed((it) => withHeaders(it, { 'content-type': 'text/plain' }))],
  ['charset', atFeed((it) => withHeaders(it, { 'content-type': 'text/calendar;charset=euc-kr' }))],
  ['path_ending', (_, it) => it, 'https://harbour.example.com/regatta'],
  ['head_differs', atFeed((it, { method }) => (method === 'HEAD' ? { status: 405 } : it))],
  ['no_validator', atFeed((it) => withHeaders(it, { etag: null, 'last-modified': null }))],
  [
    'condition_ignored',
    (asked, it) =>
      it.status === 304
        ? withHeaders({ text: FEED }, { etag: '"one"', 'content-type': 'text/calendar' })
        : withHeaders(it, isFeed(asked) ? { 'content-type': 'text/calendar' } : {}),
  ],
  ['condition_wrong', (asked, it) => (asked.headers?.['If-None-Match'] ? { status: 304 } : it)],
  [
    'changes_every_time',
    atFeed((it, { number }) => ({
      ...withHeaders(it, { etag: `"${number}"` }),
      text: FEED.replace('DTSTAMP:20260301T000000Z', `DTSTAMP:20260301T0000${10 + number}Z`),
    })),
  ],
  [
    'tag_blind',
    atFeed((it, { agent }) =>
      /Thunderbird/.test(agent) ? { ...it, text: FEED.replace('Opening', 'Closing') } : it,
    ),
  ],
  ['tag_restless', atFeed((it, { number }) => withHeaders(it, { etag: `"${number}"` }))],
  ['stamp_is_now', atFeed((it) => withHeaders(it, { date: 'Sun, 01 Mar 2026 00:00:03 GMT' }))],
  ['not_compressed', atFeed((it) => ({ ...it, text: large }))],
  [
    'compressed_unasked',
    atFeed((it) => withHeaders(it, { 'content-encoding': 'gzip', vary: 'Accept-Encoding' })),
  ],
  [
    'vary_missing',
    atFeed((it, { agent }) =>
      /Exchange/.test(agent) ? it : withHeaders(it, { 'content-encoding': 'gzip' }),
    ),
  ],
  ['refused_client', atFeed((it, { agent }) => (/Exchange/.test(agent) ? { status: 403 } : it))],
  ['refused_client', atFeed((it, { agent }) => (/^Google/.test(agent) ? page : it))],
  [
    'another_answer',
    atFeed((it, { agent }) =>
      /^iOS/.test(agent) ? { ...withHeaders(it, { etag: '"two"' }), text: large } : it,
    ),
  ],
  ['cookies', atFeed((it) => withHeaders(it, { 'set-cookie': 'seen=1' }))],
  ['cache_control', atFeed((it) => withHeaders(it, { 'cache-control': 'private, no-store' }))],
  ['server_error', () => ({ status: 502 })],
  ['not_calendar', () => page],
  ['empty_body', () => ({ headers: { 'content-type': 'text/calendar', etag: '"e"' } })],
  ['unreachable', () => ({ failure: 'dns' })],
  ['http_open', (asked, it) => (asked.url.startsWith('http:') ? { text: FEED } : it)],
  ['http_fails', (asked, it) => (asked.url.startsWith('http:') ? { failure: 'refused' } : it)],
  [
    'not_https',
    (asked, it) =>
      asked.url.startsWith('http:')
        ? { text: FEED, headers: { etag: '"h"', 'content-type': 'text/calendar' } }
        : it,
    'http://harbour.example.com/regatta.ics',
  ],
  [
    'redirects_many',
    ({ url }, it) => {
      if (url.endsWith('/old.ics')) return moved(308, '/older.ics')
      return url.endsWith('/older.ics') ? moved(308, '/regatta.ics') : it
    },
    'https://harbour.example.com/old.ics',
  ],
  [
    'redirect_not_kept',
    ({ url }, it) => (url.endsWith('/old.ics') ? moved(301, '/regatta.ics') : it),
    'https://harbour.example.com/old.ics',
  ],
  [
    'redirect_insecure',
    ({ url }, it) => (url.endsWith('/old.ics') ? moved(308, 'http://harbour.example.com/') : it),
    'https://harbour.example.com/old.ics',
  ],
  ['not_found', () => ({ status: 404 })],
  ['gone', () => ({ status: 410 })],
  [
    'robots',
    ({ url }, it) =>
      url.endsWith('/robots.txt') ? { text: 'User-agent: *\nDisallow: /*.ics$\n' } : it,
  ],
  ['url_long', (_, it) => it, `https://harbour.example.com/${'r'.repeat(230)}.ics`],
  ['url_characters', (_, it) => it, 'https://harbour.example.com/%EC%9A%94%ED%8A%B8.ics'],
]

test.each(CASES)('%s', async (code, whim, address) => {
  expect(await codesOf(whim, address)).toContain(code)
})

test('every defect that an answer can have is among them, or has its golden file', () => {
  const ofFiles = ['cut_short', 'too_many_events', 'too_large']
  const tried = new Set<string>([...CASES.map(([code]) => code), ...ofFiles])
  expect(Object.keys(ANSWER_EN).filter((code) => !tried.has(code))).toEqual([])
})

test('too large a feed', async () => {
  const huge = FEED.replace(
    'SUMMARY:',
    `COMMENT:${`${'x'.repeat(70)}\r\n `.repeat(14_000)}\r\nSUMMARY:`,
  )
  expect(await codesOf(atFeed((it) => ({ ...it, text: huge })))).toContain('too_large')
})

test('who alone is refused is told so, and nobody else', async () => {
  const { verdicts, health } = await examine(
    atFeed((it, { agent }) => (/^Google/.test(agent) ? { status: 403 } : it)),
  )
  const states = Object.fromEntries(verdicts.map(({ client, state }) => [client, state]))
  expect(states).toMatchObject({ google: 'broken', apple: 'well', thunderbird: 'well' })
  expect(health).toBe('breaks')
})

test('robots.txt is read as its own rules say: the longest that fits, for everybody or for Google', async () => {
  const robots = async (text: string) =>
    (await codesOf(({ url }, it) => (url.endsWith('/robots.txt') ? { text } : it))).includes(
      'robots',
    )
  expect(await robots('User-agent: *\nDisallow:\n')).toBe(false)
  expect(await robots('User-agent: *\nDisallow: /\n')).toBe(true)
  expect(await robots('User-agent: *\nDisallow: /\nAllow: /regatta\n')).toBe(false)
  expect(await robots('User-agent: Bingbot\nDisallow: /\n')).toBe(false)
  expect(await robots('User-agent: Googlebot\nDisallow: /*.ics\n')).toBe(true)
  expect(await robots('<html>Disallow: /</html>')).toBe(false)
})

test('the words of what is too large say the bound that there is', () => {
  expect(ANSWER_EN.unreachable[0]).toContain(`larger than ${MAX_FEED_OCTETS / 1024 / 1024} MB`)
  expect(ANSWER_KO.unreachable[0]).toContain(`${MAX_FEED_OCTETS / 1024 / 1024}MB`)
})

test('redirections end, wherever they lead', async () => {
  const fetch = server(({ number }) => moved(302, `/hop-${number}.ics`))
  const { health, way } = await examineAddress(ADDRESS, { fetch, signal })
  expect(way?.hops.length).toBe(MAX_HOPS)
  expect(health).toBe('breaks')
  expect(fetch.asked.length).toBeLessThanOrEqual(2 * (MAX_HOPS + 1))
})

test('a webcal: address is the same feed', async () => {
  expect(await codesOf(undefined, ADDRESS.replace('https:', 'webcal:'))).toEqual([])
})
