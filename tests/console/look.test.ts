// How a partner looks: given through the API or the console, shown on every page, served by us alone.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Kalends } from '../harness.ts'
import { chunk, exif, jpeg, octets, png, segment } from '../images/made.ts'
import { signedInAt } from './console.ts'

const LOGO = '/v1/partners/harbour/logo'
const PARTNER = '/v1/partners/harbour'

async function keyOf(kalends: Kalends, role: string): Promise<Record<string, string>> {
  const { body } = await kalends.admin('POST', `${PARTNER}/keys`, { label: '담당자', role })
  return { authorization: `Bearer ${body.key}` }
}

async function giveLogo(kalends: Kalends, image: Uint8Array, headers?: Record<string, string>) {
  const body = image as Uint8Array<ArrayBuffer>
  const own = headers ?? (await keyOf(kalends, 'owner'))
  const answer = await kalends.request(LOGO, { method: 'PUT', headers: own, body })
  return { status: answer.status, body: (await answer.json()) as Record<string, string> }
}

test('a logo is served as we wrote it, under its fingerprint, to stay', async () => {
  const kalends = await harness()
  const note = [chunk('tEXt', octets('Author\0somebody'))]
  const given = await giveLogo(kalends, png({ extra: note, behind: '<script>' }))
  expect(given.status).toBe(200)
  expect(given.body.logoUrl).toMatch(
    /^https:\/\/kalends\.example\/assets\/logos\/[0-9a-f]{64}\.png$/,
  )
  const path = new URL(given.body.logoUrl ?? '').pathname
  const served = await kalends.request(path)
  expect(Object.fromEntries(served.headers)).toMatchObject({
    ...{ 'content-type': 'image/png', 'x-content-type-options': 'nosniff' },
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': "default-src 'none'; sandbox",
  })
  expect(new Uint8Array(await served.arrayBuffer())).toEqual(png())
  expect((await kalends.admin('GET', PARTNER)).body.logoUrl).toBe(given.body.logoUrl)

  const turned = await giveLogo(kalends, jpeg({ extra: [segment(0xe1, exif(6))] }))
  const photograph = await kalends.request(new URL(turned.body.logoUrl ?? '').pathname)
  expect(photograph.headers.get('content-type')).toBe('image/jpeg')
  expect(await photograph.text()).not.toContain('GPS')
  expect((await kalends.request(path)).status).toBe(404)
  for (const wrong of [path.replace('.png', '.jpg'), '/assets/logos/x.png', '/assets/logos/'])
    expect((await kalends.request(wrong)).status).toBe(404)

  const headers = await keyOf(kalends, 'owner')
  expect((await kalends.request(LOGO, { method: 'DELETE', headers })).status).toBe(204)
  expect((await kalends.admin('GET', PARTNER)).body.logoUrl).toBeNull()
})

test('two partners may show the same logo; one takes it away from itself alone', async () => {
  const kalends = await harness()
  await kalends.admin('PUT', '/v1/partners/pier', { name: 'Pier' })
  const { body } = await giveLogo(kalends, png())
  const headers = { authorization: (await keyOf(kalends, 'owner')).authorization ?? '' }
  expect(
    (await kalends.request('/v1/partners/pier/logo', { method: 'DELETE', headers })).status,
  ).toBe(404)
  const made = await kalends.admin('POST', '/v1/partners/pier/keys', { label: 'Pier' })
  const theirs = { authorization: `Bearer ${made.body.key}` }
  const image = png() as Uint8Array<ArrayBuffer>
  await kalends.request('/v1/partners/pier/logo', { method: 'PUT', headers: theirs, body: image })
  await kalends.request(LOGO, { method: 'DELETE', headers })
  expect((await kalends.request(new URL(body.logoUrl ?? '').pathname)).status).toBe(200)
})

test('what is no logo is refused, in the words of who sent it, and nothing changes', async () => {
  const kalends = await harness()
  const headers = { ...(await keyOf(kalends, 'owner')), 'accept-language': 'ko' }
  const named = { ...headers, 'content-type': 'image/png' }
  const refused: [Uint8Array, number, string, RegExp][] = [
    [octets('<svg xmlns="http://www.w3.org/2000/svg"/>'), 415, 'image_kind', /SVG/],
    [octets('GIF89a'), 415, 'image_kind', /GIF/],
    [octets(''), 415, 'image_kind', /빈 파일/],
    [png().subarray(0, 50), 422, 'image_damaged', /끝부분/],
    [png({ width: 8 }), 422, 'image_measures', /8 × 16/],
    [png({ behind: 'x'.repeat(512 * 1024) }), 413, 'too_large', /524,?288/],
  ]
  for (const [image, status, code, detail] of refused) {
    const answer = await giveLogo(kalends, image, named)
    expect([answer.status, answer.body.code]).toEqual([status, code])
    expect(answer.body.detail).toMatch(detail)
  }
  const whole = png()
  const most = png({ behind: 'x'.repeat(512 * 1024 - whole.length) })
  expect(most).toHaveLength(512 * 1024)
  expect((await giveLogo(kalends, most)).status).toBe(200)
})

test('an owner changes name, texts and colour; no editor does, and nobody the time zone', async () => {
  const kalends = await harness()
  const patch = async (role: string, body: object) => {
    const headers = { ...(await keyOf(kalends, role)), 'content-type': 'application/json' }
    return kalends.request(PARTNER, { method: 'PATCH', headers, body: JSON.stringify(body) })
  }
  const look = { name: '하버 요트', color: '#C8102E', translations: { en: { name: 'Harbour' } } }
  expect((await patch('owner', look)).status).toBe(200)
  expect((await patch('editor', { name: 'x' })).status).toBe(403)
  expect((await patch('owner', { timezone: 'Asia/Tokyo' })).status).toBe(400)
  expect((await patch('owner', { color: 'red' })).status).toBe(400)
  const { body } = await kalends.admin('GET', PARTNER)
  expect(body).toMatchObject({ ...look, timezone: 'Asia/Seoul', locale: 'ko', logoUrl: null })
  // What the operator does not speak of stays.
  await kalends.admin('PUT', PARTNER, { name: '하버' })
  expect((await kalends.admin('GET', PARTNER)).body).toMatchObject({
    name: '하버',
    color: '#C8102E',
  })
})

test('the console and the first page show the colour and the logo', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  expect(await browser.page('/console')).toContain('href="/console/settings"')
  expect(await browser.page('/console/settings')).toContain('아직 로고가 없습니다')
  const fields = { name: '하버 & 요트', color: '#c8102e', useColor: 'yes', otherLanguage: 'en' }
  const saved = await browser.post('/console/settings', { ...fields, otherName: 'Harbour' })
  expect(saved.headers.get('location')).toBe('/console/settings?done=saved')
  for (const path of ['/console', '/']) {
    const page = await browser.page(path)
    expect(page).toContain('fill="#c8102e"')
    expect(page).not.toContain('style=')
  }
  const form = new FormData()
  form.set('csrf', browser.token)
  form.set('file', new File([png() as Uint8Array<ArrayBuffer>], 'logo.png'))
  const sent = await browser.send('/console/settings/logo', new Response(form))
  expect([sent.status, sent.headers.get('location')]).toEqual([303, '/console/settings?done=saved'])
  const { body } = await kalends.admin('GET', PARTNER)
  expect(body).toMatchObject({ name: '하버 & 요트', translations: { en: { name: 'Harbour' } } })
  const path = new URL(body.logoUrl).pathname
  for (const page of ['/console', '/console/settings', '/'])
    expect(await browser.page(page)).toContain(`src="${path}"`)

  await browser.post('/console/settings/logo/removal')
  expect(await browser.page('/')).not.toContain('/assets/logos/')
  const { name: _, ...nameless } = fields
  const refused = await browser.post('/console/settings', nameless)
  expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('1자부터')])
})

test('a wrong file is told of at its field; only an owner sees the page', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'owner', 'en')
  await browser.page('/console/settings')
  const send = async (file: string) => {
    const form = new FormData()
    form.set('csrf', browser.token)
    form.set('file', new File([file], 'logo.png', { type: 'image/png' }))
    return browser.send('/console/settings/logo', new Response(form))
  }
  for (const [file, told] of [
    ['<svg></svg>', 'SVG'],
    ['', 'Choose a file.'],
    ['x'.repeat(513 * 1024), 'larger than 512 kB'],
  ] as const) {
    const answer = await send(file)
    expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining(told)])
  }
  const { browser: editor } = await signedInAt(kalends, 'editor')
  expect((await editor.get('/console/settings')).status).toBe(403)
  expect((await editor.post('/console/settings/logo/removal')).status).toBe(403)
})

test('two owners at once: what one changed the other’s form does not change back', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const page = await browser.page('/console/settings')
  const shown = /name="shown" value="([^"]*)"/.exec(page)?.[1]?.replaceAll('&amp;', '&') ?? ''
  await kalends.request(PARTNER, {
    method: 'PATCH',
    headers: { ...(await keyOf(kalends, 'owner')), 'content-type': 'application/json' },
    body: JSON.stringify({ color: '#c8102e', description: '배가 드나듭니다.' }),
  })
  const saved = await browser.post('/console/settings', { name: '새 하버', shown })
  expect(saved.status).toBe(303)
  expect((await kalends.admin('GET', PARTNER)).body).toMatchObject({
    ...{ name: '새 하버', color: '#c8102e', description: '배가 드나듭니다.' },
  })
})
