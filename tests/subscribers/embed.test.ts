// What is embedded elsewhere: its headers, its size, and what each of its pages allows.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { elementSnippet, frameSnippet } from '../../src/subscribers/embed/snippets.ts'
import { signedInAt } from '../console/console.ts'

const MAX_SCRIPT_OCTETS = 8 * 1024

test('the script is small, kept for long, asked for again by its tag, and any site may load it', async () => {
  const { request } = await harness({ bare: true })
  const response = await request('/embed/kalends.js')
  const headers = Object.fromEntries(response.headers)
  expect(headers).toMatchObject({
    'content-type': 'text/javascript; charset=utf-8',
    'cache-control': 'public, max-age=86400, stale-while-revalidate=604800',
    'access-control-allow-origin': '*',
    'cross-origin-resource-policy': 'cross-origin',
    'x-content-type-options': 'nosniff',
  })
  const text = await response.text()
  const zipped = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'))
  const { byteLength } = await new Response(zipped).arrayBuffer()
  expect(byteLength).toBeLessThan(MAX_SCRIPT_OCTETS)
  const etag = headers.etag ?? ''
  const again = await request('/embed/kalends.js', { headers: { 'if-none-match': `W/${etag}` } })
  expect(again.status).toBe(304)
  expect(again.headers.get('etag')).toBe(etag)
  expect(await again.text()).toBe('')
})

test('the script writes no HTML, keeps nothing and sends nothing along', async () => {
  const { request } = await harness({ bare: true })
  const text = await (await request('/embed/kalends.js')).text()
  expect(text).not.toMatch(/innerHTML|outerHTML|insertAdjacent|document\.write|eval\(|Function\(/)
  expect(text).not.toMatch(/cookie|localStorage|sessionStorage|indexedDB|sendBeacon/)
  expect(text).toContain("credentials: 'omit'")
})

test('any site may frame a calendar, and no other page', async () => {
  const { request, upload } = await harness()
  await upload('harbour/regatta', '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  const frame = await request('/embed/harbour/regatta')
  expect(frame.headers.get('content-security-policy')).toBe(
    "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors *",
  )
  expect(frame.headers.get('set-cookie')).toBeNull()
  const text = await frame.text()
  expect(text).toContain('개막')
  expect(text).not.toMatch(/<script|style=/)
  for (const path of ['/embed', '/harbour/regatta', '/doctor'])
    expect((await request(path)).headers.get('content-security-policy')).toContain(
      "frame-ancestors 'none'",
    )
})

test('a frame of a calendar that is not there says so within the frame', async () => {
  const { request } = await harness()
  const frame = await request('/embed/harbour/none', { headers: { 'accept-language': 'ko' } })
  expect(frame.status).toBe(404)
  expect(frame.headers.get('content-security-policy')).toContain('frame-ancestors *')
})

test('a renamed calendar takes its frames along, with their options', async () => {
  const { request, admin } = await harness()
  await admin('PUT', '/v1/partners/harbour/calendars/regatta', { calendar: 'races' })
  const moved = await request('/embed/harbour/regatta?limit=3')
  expect(moved.status).toBe(308)
  expect(moved.headers.get('location')).toBe('https://kalends.example/embed/harbour/races?limit=3')
  const asked = await request('/v1/calendars/harbour/regatta/events?limit=3', {
    headers: { origin: 'https://harbour.example.com' },
  })
  expect(asked.status).toBe(308)
  expect(asked.headers.get('access-control-allow-origin')).toBe('*')
})

test('the page offers what was chosen, and says which calendar there is not', async () => {
  const { request } = await harness()
  const page = await (await request('/embed?calendar=harbour/regatta&limit=3&lang=en')).text()
  expect(page).toContain('calendar=&quot;harbour/regatta&quot; limit=&quot;3&quot;')
  expect(page).toContain('<kalends-calendar calendar="harbour/regatta" limit="3">')
  const pasted = await request('/embed?calendar=https://kalends.example/harbour/regatta')
  expect(pasted.status).toBe(200)
  const none = await request('/embed?calendar=harbour/none&lang=ko')
  expect(none.status).toBe(404)
  expect(await none.text()).toContain('‘harbour/none’ 캘린더가 없습니다.')
})

test('the console leads there with the calendar filled in', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const page = await browser.page('/console/calendars/regatta')
  expect(page).toContain('<a href="/embed?calendar=harbour/regatta">내 사이트에 넣기</a>')
})

test('a name is text within what is copied', () => {
  const choice = { calendar: 'a/b', view: '', limit: null, lang: '', theme: '' } as const
  const name = '"><script>alert(1)</script>'
  for (const snippet of [
    elementSnippet('https://k.example', choice, name),
    frameSnippet('https://k.example', choice, name),
  ])
    expect(snippet).toContain('&lt;script>alert(1)&lt;/script>')
})
