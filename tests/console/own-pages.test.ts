// What changes something comes from a page of this console, or not at all.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { browserAt, ORIGIN, operatorAt, SAME_ORIGIN, signedInAt } from './console.ts'

const STATE_CHANGING = ['/console/sign-out-everywhere', '/console/sign-out', '/console/partners']

test('no token, another’s token, a foreign origin or none at all: 403, and nothing is done', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const other = (await signedInAt(kalends)).browser
  const form = { 'content-type': 'application/x-www-form-urlencoded' }
  for (const path of [...STATE_CHANGING, '/console/no-such-page']) {
    const attempts = [
      [{ csrf: '' }, SAME_ORIGIN],
      [{ csrf: other.token }, SAME_ORIGIN],
      [{}, { ...form }],
      [{}, { origin: 'https://evil.example' }],
      [{}, { origin: 'null' }],
      [{}, { origin: 'https://evil.example', 'sec-fetch-site': 'same-origin' }],
      [{}, { origin: ORIGIN, 'sec-fetch-site': 'same-site' }],
      [{}, { 'sec-fetch-site': 'cross-site' }],
      [{}, { 'sec-fetch-site': 'none' }],
      [{}, { ...SAME_ORIGIN, 'content-type': 'text/plain' }],
      [{}, { ...SAME_ORIGIN, 'content-type': 'text/plain;charset=UTF-8' }],
    ] as [Record<string, string>, Record<string, string>][]
    for (const [fields, headers] of attempts) {
      const { status } = await browser.post(path, fields, headers)
      expect([path, fields, headers, status]).toEqual([path, fields, headers, 403])
    }
  }
  expect((await browser.get('/console')).status).toBe(200)
  expect((await browser.post('/console/sign-out-everywhere')).status).toBe(303)
})

test('signing in from another site’s form is refused too', async () => {
  const kalends = await harness()
  const { key } = await signedInAt(kalends)
  const browser = browserAt(kalends)
  const headers = { origin: 'https://evil.example', 'sec-fetch-site': 'cross-site' }
  expect((await browser.post('/console/sign-in', { key }, headers)).status).toBe(403)
  expect(browser.cookies.size).toBe(0)
})

test('a form with a file carries its token as a field, and the page gets the whole form', async () => {
  const kalends = await harness()
  const browser = await operatorAt(kalends)
  const form = new FormData()
  form.set('csrf', browser.token)
  form.set('partner', 'harbour')
  const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
  const answer = await kalends.request('/console/partners', {
    ...{ method: 'POST', body: form, headers: { ...SAME_ORIGIN, cookie } },
  })
  expect(answer.status).toBe(303)
})

test('what is too large for a form is not read', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const large = { much: 'x'.repeat(300 * 1024) }
  expect((await browser.post('/console/sign-out', large)).status).toBe(413)
})

test('no page of the console is kept by a cache, framed, or told to other sites', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  for (const path of ['/console', '/console/sign-in', '/console/nothing/here']) {
    const { headers } = await browser.get(path)
    if (path === '/console/sign-in') continue
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'")
    expect(headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(headers.get('referrer-policy')).toBe('same-origin')
  }
  const signIn = await browserAt(kalends).get('/console/sign-in')
  expect(signIn.headers.get('cache-control')).toBe('private, no-store')
})
