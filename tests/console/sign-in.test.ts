// Signing in and out: what a session is, how long it holds, and what ends it.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { sha256 } from '../../src/storage/digest.ts'
import { ALL_KEYS } from '../../src/storage/sessions.ts'
import { ADMIN_KEY, type Json } from '../harness.ts'
import { browserAt, cookiesSetBy, operatorAt, signedInAt } from './console.ts'

const COOKIE = '__Host-kalends'
const statusAt = async (browser: ReturnType<typeof browserAt>, path = '/console') =>
  (await browser.get(path)).status

test('a key signs in, and the first page lists the partner’s calendars', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const page = await browser.page('/console')
  expect(page).toContain('레가타')
  expect(page).toContain('href="/console/calendars/regatta"')
  expect(page).toContain('아직 게시하지 않았습니다')
  expect(page).toContain('김 대리')
})

test('what lies ahead, when it was last published and what waits is on the first page', async () => {
  const kalends = await harness()
  const rows = '날짜,제목\n2026-03-01,지난 경기\n2026-05-01,개막\n2026-05-02,둘째 날\n'
  await kalends.upload('harbour/regatta', rows)
  await kalends.upload('harbour/regatta', `${rows}2026-05-03,셋째 날\n`, { publish: 'false' })
  const { browser } = await signedInAt(kalends)
  const page = await browser.page('/console')
  expect(page).toContain('<dd>2건</dd>')
  expect(page).toContain('2026. 4. 1.')
  expect(page).toContain('검토를 기다리는 업로드 1건')
})

test('the cookie is for this host, over TLS, and no script reads it; its hash is stored', async () => {
  const kalends = await harness()
  const browser = browserAt(kalends)
  const answer = await browser.post('/console/sign-in', { key: ADMIN_KEY, partner: 'harbour' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console'])
  const [line = ''] = cookiesSetBy(answer)
  expect(line).toMatch(
    /^__Host-kalends=[a-z0-9]{44}; Max-Age=2592000; Path=\/; HttpOnly; Secure; SameSite=Lax$/,
  )
  const rows = await kalends.ports.db.query<Json>({ sql: 'SELECT * FROM sessions', params: [] })
  const id = browser.cookies.get(COOKIE) ?? ''
  expect(rows).toEqual([expect.objectContaining({ id_sha256: await sha256(id), key_id: 'admin' })])
  expect(JSON.stringify(rows)).not.toContain(id)
})

test('a session id chosen by somebody else is none, and signing in makes another', async () => {
  const kalends = await harness()
  const browser = browserAt(kalends)
  const chosen = 'a'.repeat(44)
  browser.cookies.set(COOKIE, chosen)
  const page = await browser.get('/console/sign-in')
  expect([page.status, cookiesSetBy(page)]).toEqual([200, []])
  await browser.post('/console/sign-in', { key: ADMIN_KEY, partner: 'harbour' })
  const first = browser.cookies.get(COOKIE)
  expect(first).not.toBe(chosen)
  await browser.page('/console')
  await browser.post('/console/sign-in', { key: ADMIN_KEY, partner: 'harbour' })
  expect(browser.cookies.get(COOKIE)).not.toBe(first)
  const old = browserAt(kalends)
  old.cookies.set(COOKIE, first ?? '')
  expect(await statusAt(old)).toBe(303)
})

test('without a session every page leads to the sign-in', async () => {
  const kalends = await harness()
  const answer = await browserAt(kalends).get('/console')
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/console/sign-in'])
})

test('signing out ends the session on the server too; everywhere ends all of the key', async () => {
  const kalends = await harness()
  const { browser, key } = await signedInAt(kalends)
  const kept = browserAt(kalends)
  kept.cookies.set(COOKIE, browser.cookies.get(COOKIE) ?? '')
  await browser.post('/console/sign-out')
  expect([browser.cookies.has(COOKIE), await statusAt(kept)]).toEqual([false, 303])

  const [desk, phone] = [browserAt(kalends), browserAt(kalends)]
  for (const each of [desk, phone]) await each.post('/console/sign-in', { key })
  const others = (await signedInAt(kalends)).browser
  await phone.page('/console')
  await phone.post('/console/sign-out-everywhere')
  expect([await statusAt(desk), await statusAt(phone), await statusAt(others)]).toEqual([
    ...[303, 303, 200],
  ])
})

test('a session ends after twelve hours without use, and after thirty days in any case', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  kalends.clock.now = '2026-04-01T11:59:59Z'
  expect(await statusAt(browser)).toBe(200)
  kalends.clock.now = '2026-04-01T23:59:58Z'
  expect(await statusAt(browser)).toBe(200)
  kalends.clock.now = '2026-04-02T11:59:58Z'
  expect(await statusAt(browser)).toBe(303)

  const busy = (await signedInAt(kalends)).browser
  let [hours, status] = [0, 200]
  const begun = Date.parse(kalends.clock.now)
  while (status === 200 && hours < 1000) {
    hours += 11
    kalends.clock.now = `${new Date(begun + hours * 3_600_000).toISOString().slice(0, 19)}Z`
    status = await statusAt(busy)
  }
  expect(hours).toBe(11 * Math.ceil((30 * 24) / 11))
})

test('being looked at writes a session down once an hour at most', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  let written = 0
  const { batch } = kalends.ports.db
  kalends.ports.db.batch = (statements) => {
    written += 1
    return batch.call(kalends.ports.db, statements)
  }
  kalends.clock.now = '2026-04-01T00:59:59Z'
  for (let time = 0; time < 3; time += 1) await browser.page('/console')
  expect(written).toBe(0)
  kalends.clock.now = '2026-04-01T01:00:00Z'
  for (let time = 0; time < 3; time += 1) await browser.page('/console')
  expect(written).toBe(1)
})

test('revoking a key ends its sessions at once', async () => {
  const kalends = await harness()
  const { browser, keyId } = await signedInAt(kalends)
  await kalends.admin('DELETE', `/v1/partners/harbour/keys/${keyId}`)
  expect(await statusAt(browser)).toBe(303)
})

test('the operator chooses a partner, at sign-in or after, under a new session each time', async () => {
  const kalends = await harness()
  await kalends.admin('PUT', '/v1/partners/pier', { name: 'Pier' })
  const browser = browserAt(kalends)
  await browser.post('/console/sign-in', { key: ADMIN_KEY })
  const first = browser.cookies.get(COOKIE)
  expect(await browser.page('/console')).toContain('파트너 선택')
  await browser.post('/console/partners', { partner: 'pier' })
  expect(browser.cookies.get(COOKIE)).not.toBe(first)
  expect(await browser.page('/console')).toContain('Pier')
  const own = (await signedInAt(kalends)).browser
  expect((await own.post('/console/partners', { partner: 'pier' })).status).toBe(404)
  expect((await own.get('/console/partners')).status).toBe(404)
  expect(await (await operatorAt(kalends)).page('/console')).toContain('레가타')
})

test('a wrong key is told so, and guessing has an end, for a key and for all together', async () => {
  const kalends = await harness()
  const { key } = await signedInAt(kalends)
  const browser = browserAt(kalends)
  const attempt = async (given: string) =>
    (await browser.post('/console/sign-in', { key: given })).status
  expect(await attempt('nonsense')).toBe(401)
  for (let time = 0; time < 10; time += 1) expect(await attempt(`${key}x`)).toBe(401)
  const refused = await browser.post('/console/sign-in', { key })
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '900'])
  expect(await attempt(ADMIN_KEY)).toBe(303)
  kalends.clock.now = '2026-04-01T00:15:00Z'
  expect(await attempt(key)).toBe(303)

  const { db } = kalends.ports
  await db.batch([
    {
      sql: 'UPDATE sign_in_failures SET count = 1000, since = ? WHERE key_id = ?',
      params: [kalends.clock.now, ALL_KEYS],
    },
  ])
  expect(await attempt(ADMIN_KEY)).toBe(429)
  expect(await attempt(key)).toBe(303)
  const rows = await db.query<Json>({ sql: 'SELECT key_id FROM sign_in_failures', params: [] })
  expect(rows.length).toBeLessThanOrEqual(2)
})

test('the language is the browser’s until another is chosen', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'owner', 'en')
  expect(await browser.page('/console')).toContain('<html lang="en">')
  const answer = await browser.post('/console/language', {
    language: 'ko',
    back: '/console/people',
  })
  expect(answer.headers.get('location')).toBe('/console/people')
  expect(await browser.page('/console')).toContain('<html lang="ko">')
  for (const back of ['//evil.example', 'https://evil.example', '/console/../..//evil.example', ''])
    expect(
      (await browser.post('/console/language', { language: 'ko', back })).headers.get('location'),
    ).toMatch(/^\/console$/)
})
