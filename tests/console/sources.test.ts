// Sources in the console: in a marketer's words, with what is wrong and since when.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { Problem } from '../../src/problem.ts'
import { elsewhere, SOURCES, URL } from '../sources/server.ts'
import { signedInAt } from './console.ts'

const PATH = '/console/calendars/regatta/sources'
const FIELDS = { url: URL, mode: 'merge', every: '60', email: '', webhook: '' }
const FILE = '날짜,제목\n2026-05-01,개막\n'

test('a Google sheet’s link is pasted as copied; what it holds is fetched and published', async () => {
  const kalends = await harness()
  const server = elsewhere(kalends, FILE)
  const { browser } = await signedInAt(kalends, 'editor')
  expect(await browser.page(PATH)).toContain('아직 가져오는 곳이 없습니다')
  const url = 'https://docs.google.com/spreadsheets/d/1aB_c-9/edit#gid=12'
  const added = await browser.post(PATH, { ...FIELDS, url, every: '180' })
  expect(added.headers.get('location')).toBe(`${PATH}?done=added`)
  const page = await browser.page(`${PATH}?done=added`)
  expect(page).toContain('곧 처음으로 가져옵니다')
  expect(page).toContain('3시간마다')
  const { body } = await kalends.admin('GET', SOURCES)
  const [source] = body.sources
  expect(source.url).toContain('/1aB_c-9/export?format=csv&gid=12')

  const pulled = await browser.post(`${PATH}/${source.id}/pull`)
  expect(pulled.headers.get('location')).toBe(`${PATH}?done=pulled`)
  expect(server.asked).toHaveLength(1)
  expect(await browser.page(PATH)).toContain('<span class="tag ok">정상</span>')
  expect(await kalends.feed('harbour/regatta')).toContain('개막')
})

test('what waits for review is a link away, and what fails says what, how often and since when', async () => {
  const kalends = await harness()
  const server = elsewhere(kalends, '날짜,제목\n2026-13-45,개막\n')
  const { body } = await kalends.admin('POST', SOURCES, { url: URL })
  const { browser } = await signedInAt(kalends, 'editor')
  await browser.page(PATH)
  await browser.post(`${PATH}/${body.id}/pull`)
  const waiting = await browser.page(PATH)
  expect(waiting).toContain('<span class="tag waiting">검토 대기</span>')
  const review = /href="(\/console\/uploads\/\w+)">가져온 파일 검토하기/.exec(waiting)?.[1] ?? ''
  expect((await browser.get(review)).status).toBe(200)

  server.answers = { status: 404 }
  kalends.clock.now = '2026-04-01T01:00:00Z'
  await browser.post(`${PATH}/${body.id}/pull`)
  server.answers = new Problem('not_fetched', { why: 'time' })
  kalends.clock.now = '2026-04-01T03:00:00Z'
  await browser.post(`${PATH}/${body.id}/pull`)
  const failing = await browser.page(PATH)
  expect(failing).toContain('<span class="tag failing">가져오지 못함</span>')
  expect(failing).toContain('연달아 2번 실패했습니다')
  expect(failing).toContain('<time datetime="2026-04-01T01:00:00Z">')

  server.answers = FILE
  kalends.clock.now = '2026-04-01T04:00:00Z'
  await browser.post(`${PATH}/${body.id}/pull`)
  const mended = await browser.page(PATH)
  expect(mended).not.toContain('연달아')
  server.answers = { status: 500 }
  kalends.clock.now = '2026-04-01T09:00:00Z'
  await browser.post(`${PATH}/${body.id}/pull`)
  expect(await browser.page(PATH)).toContain('<time datetime="2026-04-01T09:00:00Z">')
})

test('a source is changed and removed; what it brought stays', async () => {
  const kalends = await harness()
  elsewhere(kalends, FILE)
  const { body } = await kalends.admin('POST', SOURCES, { url: URL, every: 45 })
  const { browser } = await signedInAt(kalends, 'editor')
  const page = await browser.page(PATH)
  expect(page).toContain('<option value="45" selected>45분마다</option>')
  await browser.post(`${PATH}/${body.id}/pull`)
  const changed = await browser.post(`${PATH}/${body.id}`, { ...FIELDS, mode: 'replace' })
  expect(changed.headers.get('location')).toBe(`${PATH}?done=saved`)
  const { body: now } = await kalends.admin('GET', `${SOURCES}/${body.id}`)
  expect(now).toMatchObject({ mode: 'replace', every: 60, url: URL })
  await browser.post(`${PATH}/${body.id}/removal`)
  expect((await kalends.admin('GET', SOURCES)).body.sources).toEqual([])
  expect(await kalends.feed('harbour/regatta')).toContain('개막')
})

test('the secret of a webhook is shown once', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'editor', 'en')
  await browser.page(PATH)
  const answer = await browser.post(PATH, { ...FIELDS, webhook: 'https://hooks.example.com/k' })
  const [, secret = ''] = /value="(whsec_[^"]+)"/.exec(await answer.text()) ?? []
  expect(secret).not.toBe('')
  const page = await browser.page(PATH)
  expect(page).toContain('https://hooks.example.com/k')
  expect(page).not.toContain(secret)
})

test.each([
  [{ url: 'http://localhost/a.csv' }, 'url-new', '내부 네트워크'],
  [{ url: '' }, 'url-new', '주소를 적어 주세요'],
  [{ url: '내 파일.xlsx' }, 'url-new', '웹 주소로 읽을 수 없습니다'],
  [{ webhook: 'http://10.0.0.1/hook' }, 'webhook-new', '내부 네트워크'],
  [{ every: '1' }, 'every-new', '15분부터 7일까지'],
  [{ email: 'me@example.com' }, 'email-new', '메일을 보내지 않으므로'],
  [{ email: 'me' }, 'email-new', '메일 주소가 아닙니다'],
])('%j is told of at its field, and what was entered is kept', async (wrong, field, told) => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'editor')
  await browser.page(PATH)
  const given = { ...FIELDS, mode: 'replace', ...wrong }
  const answer = await browser.post(PATH, given)
  const page = await answer.text()
  expect(answer.status).toBe(422)
  const said = new RegExp(`id="${field}-wrong">([^<]*)<`).exec(page)?.[1]
  expect(said).toContain(told)
  expect(page).toContain(`value="${given.url}"`)
  expect(page).toContain('value="replace" checked')
  expect((await kalends.admin('GET', SOURCES)).body.sources).toEqual([])
})

test('a viewer sees the sources and touches none; another partner’s are not found', async () => {
  const kalends = await harness()
  const { body } = await kalends.admin('POST', SOURCES, { url: URL })
  const { browser } = await signedInAt(kalends, 'viewer')
  const page = await browser.page(PATH)
  expect(page).toContain(URL)
  expect(page).not.toContain('<button form=')
  const paths = ['', `/${body.id}`, `/${body.id}/pull`, `/${body.id}/removal`]
  for (const path of paths)
    expect([path, (await browser.post(PATH + path, FIELDS)).status]).toEqual([path, 403])

  await kalends.admin('PUT', '/v1/partners/pier', { name: 'Pier' })
  await kalends.admin('PUT', '/v1/partners/pier/calendars/ferries', {})
  const theirs = await kalends.admin('POST', '/v1/partners/pier/calendars/ferries/sources', {
    url: URL,
  })
  const { browser: editor } = await signedInAt(kalends, 'editor')
  for (const path of ['', '/pull', '/removal'])
    expect((await editor.post(`${PATH}/${theirs.body.id}${path}`, FIELDS)).status).toBe(404)
})
