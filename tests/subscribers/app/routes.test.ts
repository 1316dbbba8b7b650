// What `/app` answers: a page that holds the app, useful without script, and from nobody else.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json } from '../../harness.ts'

test.each([
  ['ko', 'ko-KR,ko;q=0.9', '내 캘린더'],
  ['en', 'en-GB', 'My calendars'],
])('the page in %s: words and a way without script, nothing from elsewhere', async (...asked) => {
  const [language, accepted, mine] = asked
  const { request } = await harness({ bare: true })
  const answer = await request('/app', { headers: { 'accept-language': accepted } })
  const text = await answer.text()
  expect(answer.status).toBe(200)
  expect(text).toContain(`<html lang="${language}" data-server="https://kalends.example">`)
  expect(text).toContain(`<a href="/my">${mine}</a>`)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'; script-src 'self'")
  expect(policy).not.toMatch(/unsafe|https?:/)
  expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
  const links = [...text.matchAll(/(?:src|href)="([^"]+)"/g)].map(([, link = '']) => link)
  for (const link of links) {
    expect(link).toMatch(/^\//)
    expect((await request(link)).status).toBe(200)
  }
  const etag = answer.headers.get('etag') ?? ''
  const again = { headers: { 'accept-language': accepted, 'if-none-match': etag } }
  expect((await request('/app', again)).status).toBe(304)
})

test('the script lasts for ever under its hash, the worker is asked for each time', async () => {
  const { request } = await harness({ bare: true })
  const page = await (await request('/app')).text()
  const script = await request(/src="([^"]+)"/.exec(page)?.[1] ?? '')
  expect(script.headers.get('cache-control')).toContain('immutable')
  const worker = await request('/app/worker.js')
  expect(worker.headers.get('cache-control')).toBe('no-cache')
  expect(worker.headers.get('service-worker-allowed')).toBe('/app')
  expect(worker.headers.get('content-type')).toMatch(/^text\/javascript/)
  expect((await request('/app/app.000000000000.js')).status).toBe(404)
})

test('the manifest: installable, with names in both languages and icons that are what they say', async () => {
  const { request } = await harness({ bare: true })
  const [ko, en]: Json[] = await Promise.all(
    ['ko', 'en'].map(async (language) =>
      (await request(`/app/manifest.webmanifest?lang=${language}`)).json(),
    ),
  )
  expect([ko.name, en.name]).toEqual(['Kalends 일정 알림', 'Kalends reminders'])
  expect(ko).toMatchObject({ start_url: '/app', display: 'standalone', scope: '/app' })
  expect(ko.protocol_handlers.map((each: { url: string }) => each.url)).toEqual([
    '/app#open=%s',
    '/app#open=%s',
  ])
  for (const { src, sizes, purpose } of ko.icons) {
    const bytes = new Uint8Array(await (await request(src)).arrayBuffer())
    const view = new DataView(bytes.buffer)
    expect(`${view.getUint32(16)}x${view.getUint32(20)}`).toBe(sizes)
    expect(['any', 'maskable']).toContain(purpose)
  }
})
