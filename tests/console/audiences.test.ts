import { expect, test } from 'vitest'
import { harness } from '#harness'
import { signedInAt } from './console.ts'

const PATH = '/console/audiences'
const EVENTS = '/console/calendars/regatta/events'
const CSV = '날짜,시간,제목,공개 대상\n2026-05-01,18:30,개막,\n2026-05-02,19:00,회원의 밤,members\n'

async function withMembers() {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'editor')
  expect(await browser.page(PATH)).toContain('아직 없습니다')
  const made = await browser.post(PATH, {
    ...{ name: '시즌권 회원', otherName: 'Season members', slug: 'members' },
  })
  expect(made.headers.get('location')).toBe(`${PATH}?done=saved`)
  return { kalends, browser }
}

test('an audience is made, and its numbers are uploaded', async () => {
  const { kalends, browser } = await withMembers()
  expect(await browser.page(PATH)).toContain('시즌권 회원')
  const keys = { keys: 'CARD-0001\r\nCARD-0002\r\n', act: 'add', expires: '2026-12-31' }
  const form = new FormData()
  for (const [name, value] of Object.entries({ ...keys, csrf: browser.token }))
    form.set(name, value)
  form.set('file', new File([], ''))
  const sent = await browser.send(`${PATH}/members/keys`, new Response(form))
  expect(sent.headers.get('location')).toBe(`${PATH}?done=sent`)
  expect(await browser.page(PATH)).toContain('번호 2개')
  const file = new FormData()
  file.set('csrf', browser.token)
  file.set('act', 'replace')
  file.set('file', new File(['CARD-0003\nCARD-0004\nCARD-0005\n'], 'cards.txt'))
  await browser.send(`${PATH}/members/keys`, new Response(file))
  expect(await browser.page(PATH)).toContain('번호 3개')
  const { body } = await kalends.admin('GET', '/v1/partners/harbour/audit')
  expect(JSON.stringify(body)).toContain('audience.changed')
  expect(JSON.stringify(body)).not.toContain('CARD')
})

test('what is wrong is said at its field, and what was typed stays', async () => {
  const { browser } = await withMembers()
  const wrong = await browser.post(`${PATH}/members/keys`, { keys: 'CARD-0001\nab', act: 'add' })
  const page = await wrong.text()
  expect(wrong.status).toBe(422)
  expect(page).toContain('2행은 키로 쓸 수 없습니다')
  expect(page).toContain('CARD-0001\nab</textarea>')
  const named = await browser.post(PATH, { name: '회원', slug: '회원!' })
  expect([named.status, await named.text()]).toEqual([
    422,
    expect.stringContaining('value="회원!"'),
  ])
  const nameless = await browser.post(PATH, { name: '' })
  expect([nameless.status, await nameless.text()]).toEqual([422, expect.stringContaining('이름을')])
  const late = await browser.post(`${PATH}/members/keys`, { keys: 'CARD-0001', expires: '내년' })
  expect([late.status, await late.text()]).toEqual([422, expect.stringContaining('2027-03-31')])
})

test('events say whom they are for; a person opens and closes them by hand', async () => {
  const { kalends, browser } = await withMembers()
  const { body } = await kalends.upload('harbour/regatta', CSV)
  const { uid } = body.changes[1]
  expect(await browser.page(EVENTS)).toContain('비공개 · 시즌권 회원')
  const page = await browser.page(`${EVENTS}/${uid}`)
  expect(page).toContain('<option value="members" selected>시즌권 회원</option>')
  const used = await browser.post(`${PATH}/members/removal`)
  expect([used.status, await used.text()]).toEqual([
    422,
    expect.stringContaining('일정이 있습니다'),
  ])
  await browser.post(`${EVENTS}/${uid}`, { title: '회원의 밤', audience: '' })
  expect(await kalends.feed('harbour/regatta')).toContain('회원의 밤')
  await browser.post(`${EVENTS}/${uid}`, { title: '회원의 밤', audience: 'members' })
  expect(await kalends.feed('harbour/regatta')).not.toContain('회원의 밤')
})

test('review marks private events, and has it typed that they become public', async () => {
  const { kalends, browser } = await withMembers()
  const first = await kalends.upload('harbour/regatta', CSV, { publish: 'false' })
  expect(await browser.page(`/console/uploads/${first.body.id}`)).toContain('비공개 · members')
  await kalends.upload('harbour/regatta', CSV)
  const opening = await kalends.upload('harbour/regatta', CSV.replace('members', ''))
  const page = await browser.page(`/console/uploads/${opening.body.id}`)
  expect(page).toContain('비공개 일정 1개가 누구에게나 공개됩니다')
  expect(page).toContain('공개될 일정 수')
  expect(page.replace(/<[^>]+>/g, '')).toMatch(/공개 대상\s*members\s*→\s*누구나/)
  const path = `/console/uploads/${opening.body.id}/publication`
  expect((await browser.post(path, { when: 'now' })).status).toBe(409)
  expect((await browser.post(path, { when: 'now', typed: '1' })).status).toBe(303)
  expect(await kalends.feed('harbour/regatta')).toContain('회원의 밤')
})

test('viewers see the audiences and change nothing', async () => {
  const { kalends } = await withMembers()
  const { browser } = await signedInAt(kalends, 'viewer')
  const page = await browser.page(PATH)
  expect(page).toContain('시즌권 회원')
  expect(page).not.toContain('번호 올리기')
})
