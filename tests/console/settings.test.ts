// A calendar's settings in the console: the same as through the API, and what is wrong said at its field.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { proposedSlug } from '../../src/partners/console/calendar/proposed-slug.ts'
import { signedInAt } from './console.ts'

const PATH = '/console/calendars/regatta'
const FIELDS = {
  ...{
    name: '레가타 2026',
    description: '항구의\r\n봄 경기',
    timezone: 'Asia/Tokyo',
    language: 'ko',
  },
  ...{ category: '요트', color: '#c8102e', useColor: 'yes', defaultMinutes: '90' },
  ...{ otherLanguage: 'en', otherName: 'Regatta 2026', otherDescription: '' },
}
const CALENDAR = '/v1/calendars/harbour/regatta'

test('what the page says is what the API then says, and a new revision', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'editor')
  const ja = { name: 'レガッタ' }
  const api = '/v1/partners/harbour/calendars/regatta'
  await kalends.admin('PUT', api, { translations: { en: { description: 'old' }, ja } })
  const page = await browser.page(`${PATH}/settings`)
  expect(page).toContain('value="레가타"')
  expect(page).toContain('<option value="Asia/Seoul" label="')
  expect(page).not.toContain('name="typed"')

  const saved = await browser.post(`${PATH}/settings`, FIELDS)
  expect(saved.headers.get('location')).toBe(`${PATH}/settings?done=saved`)
  const { body } = await kalends.admin('GET', CALENDAR)
  expect(body).toMatchObject({
    ...{ name: '레가타 2026', description: '항구의\n봄 경기', timezone: 'Asia/Tokyo' },
    ...{ category: '요트', color: '#c8102e', defaultMinutes: 90, revision: 2 },
    translations: { en: { name: 'Regatta 2026' }, ja },
  })
  expect(await browser.page(`${PATH}/settings?done=saved`)).toContain('저장했습니다')

  const { useColor: _, ...plain } = FIELDS
  await browser.post(`${PATH}/settings`, { ...plain, category: ' ', otherName: '' })
  const { body: emptied } = await kalends.admin('GET', CALENDAR)
  expect(emptied).toMatchObject({ color: null, category: null, translations: { ja } })
})

test('what cannot be is said at its field, with what was entered still there', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'editor', 'en')
  const answer = await browser.post(`${PATH}/settings`, {
    ...{ ...FIELDS, name: '', timezone: 'Seoul/<b>', defaultMinutes: '1.5', color: 'red' },
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('role="alert"')
  expect(page).toContain('One line of 1 to 200 characters.')
  expect(page).toContain('value="Seoul/&lt;b&gt;"')
  expect(page).toContain('aria-describedby="timezone-hint timezone-wrong" aria-invalid="true"')
  expect(page).toContain('A whole number of minutes')
  expect(page).toContain('Not a colour')
  expect(page).toContain('value="요트"')
  expect((await kalends.admin('GET', CALENDAR)).body).toMatchObject({ name: '레가타', revision: 0 })
})

test('another address: the old one leads on; a name that is taken changes nothing', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'editor')
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/ferry', {})
  for (const [calendar, told] of [
    ['ferry', '쓰고 있거나 쓴 적이'],
    ['레가타', '레가타'],
    ['console', 'console'],
    ['', 'aria-invalid'],
  ] as const) {
    const refused = await browser.post(`${PATH}/address`, { calendar })
    expect([calendar, refused.status]).toEqual([calendar, 422])
    const page = await refused.text()
    expect(page).toContain(`name="calendar" aria-describedby="calendar-hint calendar-wrong"`)
    expect(page).toContain(told)
  }
  const moved = await browser.post(`${PATH}/address`, { calendar: 'sailing' })
  expect(moved.headers.get('location')).toBe('/console/calendars/sailing/settings?done=moved')
  expect((await kalends.request('/feeds/harbour/regatta.ics')).status).toBe(308)
  expect(await browser.page(`${PATH}/settings`)).toContain('harbour/sailing.ics')
})

test('an owner deletes a calendar by typing its name; an editor does not', async () => {
  const kalends = await harness()
  const editor = (await signedInAt(kalends, 'editor')).browser
  expect((await editor.post(`${PATH}/deletion`, { typed: 'regatta' })).status).toBe(403)

  const { browser } = await signedInAt(kalends)
  expect(await browser.page(`${PATH}/settings`)).toContain('name="typed"')
  const wrong = await browser.post(`${PATH}/deletion`, { typed: 'regata' })
  expect([wrong.status, (await wrong.text()).includes('value="regata"')]).toEqual([422, true])
  expect((await kalends.admin('GET', CALENDAR)).body.deletedAt).toBeNull()

  const done = await browser.post(`${PATH}/deletion`, { typed: 'regatta', reason: '시즌 종료' })
  expect(done.headers.get('location')).toBe('/console')
  expect((await kalends.admin('GET', CALENDAR)).body.deletedAt).toMatch(/^2026-04-01/)
  expect((await browser.get(`${PATH}/settings`)).status).toBe(404)
})

test('a viewer sees the settings and changes none', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'viewer')
  const page = await browser.page(`${PATH}/settings`)
  expect(page).toContain('disabled')
  expect(page).not.toContain('<button class="button">')
  for (const path of [`${PATH}/settings`, `${PATH}/address`, '/console/new-calendar'])
    expect((await browser.post(path, FIELDS)).status).toBe(403)
  expect((await browser.get('/console/new-calendar')).status).toBe(403)
  expect(await browser.page('/console')).not.toContain('/console/new-calendar')
})

test('a new calendar needs a name; its address follows from it', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'editor')
  expect(await browser.page('/console')).toContain('href="/console/new-calendar"')
  expect(await browser.page('/console/new-calendar')).toContain('value="Asia/Seoul"')
  const given = { name: '한빛 베어스', timezone: 'Asia/Seoul', language: 'ko', calendar: '' }
  for (const slug of ['hanbit-beeoseu', 'hanbit-beeoseu-2']) {
    const made = await browser.post('/console/new-calendar', given)
    expect(made.headers.get('location')).toBe(`/console/calendars/${slug}`)
  }
  const { body } = await kalends.admin('GET', '/v1/calendars/harbour/hanbit-beeoseu-2')
  expect(body).toMatchObject({ name: '한빛 베어스', timezone: 'Asia/Seoul', revision: 0 })

  const taken = await browser.post('/console/new-calendar', { ...given, calendar: 'regatta' })
  const page = await taken.text()
  expect(taken.status).toBe(422)
  expect(page).toContain('value="한빛 베어스"')
  expect(page).toContain('calendar-wrong')
  const nameless = await browser.post('/console/new-calendar', { ...given, name: '' })
  expect([nameless.status, await nameless.text()]).toEqual([
    422,
    expect.stringContaining('1자부터'),
  ])
})

test.each([
  ['2026 한빛 베어스', '2026-hanbit-beeoseu'],
  ['서울 불꽃축제', 'seoul-bulkkotchukje'],
  ['Café “Été” / Summer', 'cafe-ete-summer'],
  ['한', 'han'],
  ['東京', null],
  ['!!!', null],
])('%s is proposed as %s', (name, slug) => {
  expect(proposedSlug(name)).toBe(slug)
})

test('a calendar may have any name that an address can hold', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  for (const calendar of ['new', 'people', 'uploads']) {
    await browser.page('/console/new-calendar')
    const fields = { name: calendar, calendar, timezone: 'Asia/Seoul', language: 'ko' }
    const made = await browser.post('/console/new-calendar', fields)
    expect([calendar, made.status]).toEqual([calendar, 303])
    expect(await browser.page(`/console/calendars/${calendar}`)).toContain('읽고 검토하기')
  }
})
