// What a feed's answer is made of, by the numbers of the publisher's checklist in docs/interop.md.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { sha256 } from '../../src/storage/digest.ts'
import { ask, askIn, bytesOf, CODINGS, FEED, SEASON, tagOf, textIn } from './asking.ts'

async function published() {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  return kalends
}

test('§8.53 200, text/calendar in UTF-8, a name for saving, nothing to sniff', async () => {
  const response = await ask(await published())
  expect(response.status).toBe(200)
  expect(Object.fromEntries(response.headers)).toMatchObject({
    'content-type': 'text/calendar; charset=utf-8',
    'content-disposition':
      'inline; filename="regatta.ics"; filename*=UTF-8\'\'%EB%A0%88%EA%B0%80%ED%83%80.ics',
    'x-content-type-options': 'nosniff',
  })
})

test('§8.53 the name for saving holds nothing that a header could not', async () => {
  const kalends = await published()
  const name = `a"b'c(d)*e;f%g\\h, \ud800 한`
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/regatta', { name })
  const response = await ask(kalends)
  expect(response.status).toBe(200)
  expect(response.headers.get('content-disposition')).toMatch(
    /^inline; filename="regatta.ics"; filename\*=UTF-8''(?:[A-Za-z0-9._~!-]|%[0-9A-F]{2})+$/,
  )
})

test('§8.54 HEAD is GET without the body', async () => {
  const kalends = await published()
  for (const coding of CODINGS) {
    const get = await askIn(kalends, coding)
    const head = await kalends.request(FEED, {
      method: 'HEAD',
      headers: coding === 'identity' ? {} : { 'accept-encoding': coding },
    })
    expect([head.status, await head.text()]).toEqual([200, ''])
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
    const fresh = { 'if-none-match': tagOf(get) }
    expect((await kalends.request(FEED, { method: 'HEAD', headers: fresh })).status).toBe(304)
  }
})

test('§8.55 ETag is strong, and the SHA-256 of the very bytes that are sent', async () => {
  const kalends = await published()
  for (const coding of CODINGS) {
    const response = await askIn(kalends, coding)
    expect(tagOf(response), coding).toBe(`"${await sha256(await bytesOf(response))}"`)
  }
})

test('§8.55 Last-Modified is the publication’s instant', async () => {
  const kalends = await harness()
  kalends.clock.now = '2026-04-01T09:30:00Z'
  await kalends.upload('harbour/regatta', SEASON)
  kalends.clock.now = '2026-05-01T00:00:00Z'
  const response = await ask(kalends)
  expect(response.headers.get('last-modified')).toBe('Wed, 01 Apr 2026 09:30:00 GMT')
})

test('§8.57 ETag changes when bytes do, and only then', async () => {
  const kalends = await published()
  const first = tagOf(await ask(kalends))
  await kalends.upload('harbour/regatta', SEASON)
  expect(tagOf(await ask(kalends))).toBe(first)
  await kalends.upload('harbour/regatta', SEASON.replace('개막', '개막식'))
  const second = tagOf(await ask(kalends))
  expect(second).not.toBe(first)
  await kalends.upload('harbour/regatta', SEASON)
  expect([first, second]).not.toContain(tagOf(await ask(kalends)))
})

test('§8.58 gzip, brotli and neither: the same feed under three tags, and Vary says so', async () => {
  const kalends = await published()
  const [texts, tags] = [new Set<string>(), new Set<string>()]
  for (const coding of CODINGS) {
    const response = await askIn(kalends, coding)
    expect(response.headers.get('content-encoding')).toBe(coding === 'identity' ? null : coding)
    expect(response.headers.get('vary')).toContain('Accept-Encoding')
    tags.add(tagOf(response))
    texts.add(await textIn(response))
  }
  expect([tags.size, texts.size]).toEqual([3, 1])
})

test('§8.58 a client that cannot take a coding is never sent it', async () => {
  const kalends = await published()
  const sent = async (accept: string) =>
    (await ask(kalends, { 'accept-encoding': accept })).headers.get('content-encoding')
  expect(await sent('identity')).toBeNull()
  expect(await sent('deflate, zstd')).toBeNull()
  expect(await sent('gzip;q=0, br;q=0')).toBeNull()
  expect(await sent('gzip, deflate, br, zstd')).toBe('br')
  expect(await sent('gzip, deflate')).toBe('gzip')
  expect(await sent('br;q=0.1, gzip;q=0.9')).toBe('gzip')
})

test('§8.59 whatever a client accepts, it is given the calendar; no cookies', async () => {
  const kalends = await published()
  const plain = await textIn(await ask(kalends))
  const accepts = [
    'text/calendar',
    '*/*',
    'text/html',
    'application/json;q=0.1',
    'image/png',
    'x',
    '',
  ]
  for (const accept of accepts) {
    const response = await ask(kalends, { accept })
    expect([response.status, response.headers.get('set-cookie')], accept).toEqual([200, null])
    expect(response.headers.get('content-type'), accept).toBe('text/calendar; charset=utf-8')
    expect(await textIn(response), accept).toBe(plain)
  }
})

test('§8.59 other headers of a request change nothing', async () => {
  const kalends = await published()
  const plain = await ask(kalends)
  const headers = {
    ...{ host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'gopher' },
    ...{ 'accept-language': 'en', 'user-agent': 'Google-Calendar-Importer', cookie: 'a=b' },
    ...{ range: 'bytes=0-9', 'x-original-url': '/admin', prefer: 'subscribe-enhanced-get' },
  }
  const odd = await ask(kalends, headers)
  expect(odd.status).toBe(200)
  expect(Object.fromEntries(odd.headers)).toEqual(Object.fromEntries(plain.headers))
  expect(await odd.text()).toBe(await plain.text())
})

test('§8.60 caches may keep a feed for minutes, and show it while it is renewed or cannot be', async () => {
  const kalends = await published()
  const insistent: Record<string, string> = { 'cache-control': 'no-cache', pragma: 'no-cache' }
  for (const headers of [{}, insistent]) {
    const directives = (await ask(kalends, headers)).headers.get('cache-control')
    expect(directives).toMatch(
      /^public, max-age=\d+, stale-while-revalidate=\d+, stale-if-error=\d+$/,
    )
  }
})

test('§8.61 Content-Length is the length of what is sent', async () => {
  const kalends = await published()
  for (const coding of CODINGS) {
    const response = await askIn(kalends, coding)
    expect(response.headers.get('content-length')).toBe(String((await bytesOf(response)).length))
  }
})
