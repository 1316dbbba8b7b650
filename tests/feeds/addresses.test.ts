// Which addresses are feeds, and what became of those that no longer are.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { poll, subscribed } from '../subscriptions/subscribed.ts'
import { ask, FEED, SEASON, tagOf } from './asking.ts'

const PATH = '/v1/partners/harbour/calendars/regatta'

async function published() {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  return kalends
}

test('§8.63 an unknown feed is 404 and says so', async () => {
  const kalends = await published()
  const paths = ['harbour/none.ics', 'none/regatta.ics', 'harbour/regatta', 'harbour/regatta.ICS']
  for (const path of [...paths, 'harbour/regatta.ics/x', 'harbour/%00.ics', "harbour/';--.ics"]) {
    const response = await kalends.request(`/feeds/${path}`)
    expect(response.status, path).toBe(404)
    expect(response.headers.get('content-type'), path).toContain('application/problem+json')
    expect(await response.json(), path).toMatchObject({ code: 'not_found', status: 404 })
  }
})

test('tracking parameters give the same bytes under the same tag', async () => {
  const kalends = await published()
  const plain = await ask(kalends)
  const text = await plain.text()
  for (const query of [
    'utm_source=x',
    'utm_campaign=%3Cscript%3E&fbclid=1',
    'gclid=',
    'UTM_Medium=a',
    '',
  ]) {
    const response = await ask(kalends, {}, `${FEED}?${query}`)
    expect([response.status, tagOf(response), await response.text()], query).toEqual([
      ...[200, tagOf(plain), text],
    ])
  }
})

test('any other option is 400, never “everything”', async () => {
  const kalends = await published()
  for (const query of [
    'team=otters',
    'utm=1',
    'alarm=10',
    'utm_source=x&category=home',
    'x',
    '__proto__=1',
  ]) {
    const response = await ask(kalends, {}, `${FEED}?${query}`)
    expect(response.status, query).toBe(400)
    expect(response.headers.get('content-type')).toContain('application/problem+json')
    expect(await response.json()).toMatchObject({ code: 'unknown_option', status: 400 })
  }
  const tag = tagOf(await ask(kalends))
  expect((await ask(kalends, { 'if-none-match': tag }, `${FEED}?team=x`)).status).toBe(400)
})

test('§8.62 a renamed feed is 308 to its one present address, also after a second renaming', async () => {
  const kalends = await published()
  await ask(kalends)
  await kalends.admin('PUT', PATH, { calendar: 'regatta-2026' })
  await kalends.admin('PUT', `${PATH}-2026`, { calendar: 'regatta-2027' })
  for (const old of ['regatta', 'regatta-2026']) {
    const response = await kalends.request(`/feeds/harbour/${old}.ics?utm_source=x`)
    expect([response.status, response.headers.get('location')], old).toEqual([
      ...[308, 'https://kalends.example/feeds/harbour/regatta-2027.ics'],
    ])
    // A calendar may take its old name back: no cache may lead in a circle for ever.
    expect(response.headers.get('cache-control')).toBe('public, max-age=300')
  }
  const moved = await kalends.request('/feeds/harbour/regatta-2027.ics')
  expect(moved.headers.get('content-disposition')).toContain('filename="regatta-2027.ics"')
})

test('§8.62 renaming changes no byte: subscribers keep their events and their tag', async () => {
  const kalends = await published()
  const before = tagOf(await ask(kalends))
  await kalends.admin('PUT', PATH, { calendar: 'regatta-2026' })
  expect(tagOf(await kalends.request('/feeds/harbour/regatta-2026.ics'))).toBe(before)
})

test('§8.63 a deleted feed stays 200: it explains itself, then is tiny; never 404 or 410', async () => {
  const kalends = await published()
  const full = await ask(kalends)
  await kalends.admin('DELETE', PATH)
  const tombstone = await ask(kalends, { 'if-none-match': tagOf(full) })
  expect(tombstone.status).toBe(200)
  expect(await tombstone.text()).toContain('이 캘린더는 종료되었습니다')
  const { expireDeleted } = await import('../../src/publication/calendars.ts')
  kalends.clock.now = '2026-05-20T00:00:00Z'
  expect(await expireDeleted(kalends.ports)).toBe(0)
  kalends.clock.now = '2027-01-01T00:00:00Z'
  expect(await expireDeleted(kalends.ports)).toBe(1)
  const tiny = await ask(kalends)
  expect(tiny.status).toBe(200)
  expect((await tiny.text()).length).toBeLessThan(600)
})

test('§8.64 robots may read every feed, since Google asks; a personal one tells them not to list it', async () => {
  const response = await (await harness()).request('/robots.txt')
  expect(response.status).toBe(200)
  const text = await response.text()
  expect(text.split('\n')).toEqual(expect.arrayContaining(['User-agent: *', 'Allow: /']))
  expect(text).not.toContain('Disallow: /feeds')
  expect((await poll(await subscribed())).headers.get('x-robots-tag')).toBe('noindex')
})

test('§8.65 the longest address is plain ASCII, and short enough for Google', async () => {
  const kalends = await harness()
  const [partner, calendar] = ['p'.repeat(64), 'c'.repeat(64)]
  await kalends.admin('PUT', `/v1/partners/${partner}`, {
    name: 'x',
    timezone: 'UTC',
    locale: 'en',
  })
  const { body } = await kalends.admin('PUT', `/v1/partners/${partner}/calendars/${calendar}`, {
    name: 'x',
  })
  expect(body.feedUrl).toMatch(/^https:\/\/[A-Za-z0-9._~/-]+\.ics$/)
  expect(body.feedUrl.replace('https', 'webcal').length).toBeLessThanOrEqual(256 - 70)
  expect((await kalends.request(new URL(body.feedUrl).pathname)).status).toBe(200)
  const longer = await kalends.admin('PUT', `/v1/partners/${partner}x`, { name: 'x' })
  expect(longer.body.code).toBe('name_invalid')
})

test('a feed is read, and nothing else: other methods are 405', async () => {
  const kalends = await published()
  for (const method of ['POST', 'PUT', 'DELETE', 'PROPFIND']) {
    const response = await kalends.request(FEED, { method })
    expect(response.status, method).toBe(405)
  }
})

test('pages elsewhere may read a feed', async () => {
  const response = await ask(await published(), { origin: 'https://elsewhere.example' })
  expect(response.headers.get('access-control-allow-origin')).toBe('*')
  expect(response.headers.get('access-control-expose-headers')).toContain('ETag')
})
