// Making a link: calendars, choices, what they would bring; with forms alone.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { GAMES, person } from './person.ts'

test('without a calendar one is asked which, and finds them by words', async () => {
  const { get, kalends } = await person()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/closings', { name: 'Closing days' })
  const all = await get('/my/new')
  expect(all.text).toContain('value="harbour/regatta"')
  expect(all.text).toContain('value="harbour/closings"')
  const found = await get('/my/new?q=closing&pick=1')
  expect(found.text).toContain('value="harbour/closings"')
  expect(found.text).not.toContain('value="harbour/regatta"')
  expect((await get('/my/new?q=zzz&pick=1')).text).toContain('No calendar matches “zzz”')
  expect((await get('/my/new?go=1')).text).toContain('Choose at least one.')
})

test('only what is in the calendars is asked, and the preview says how many of how many', async () => {
  const { get, kalends } = await person()
  const page = await get('/my/new?calendar=harbour/regatta')
  for (const value of ['LG', '두산', 'KIA', '홈경기', '행사', '정규'])
    expect(page.text.includes(`value="${value}"`)).toBe(value !== '정규')
  expect(page.text).toContain('All 5 events ahead')
  const fewer = await get('/my/new?calendar=harbour/regatta&team=KIA&prefix=%E2%9A%BE&show=1')
  expect(fewer.text).toContain('1 of 5 events ahead')
  expect(fewer.text).toContain('⚾ 셋째 날')
  expect(fewer.text).toMatch(/value="KIA" checked/)
  kalends.clock.now = '2027-01-01T00:00:00Z'
  const over = await get('/my/new?calendar=harbour/regatta')
  expect(over.text).toContain('There are no events ahead')
  expect(over.text).toContain('value="KIA"')
})

test('Enter in a field shows the preview: it neither leaves the form nor makes a link', async () => {
  const { text } = await (await person()).get('/my/new?calendar=harbour/regatta')
  const form = text.slice(text.indexOf('class="builder"'))
  expect(/<button[^>]*>/.exec(form)?.[0]).toMatch(/name="show".*formmethod="get".*tabindex="-1"/)
  // Further calendars are offered beside the chosen ones, before the filters and what is said of them.
  expect(form).toMatch(/name="calendar".*name="pick".*A list without a tick.*name="team"/s)
})

test('categories that only say the kind again are not asked for', async () => {
  const { get, kalends } = await person()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/races', { name: 'Races' })
  const races = (last: string) =>
    `종류,날짜,제목,분류\nrace,2026-05-01,결승,Race\npractice,2026-05-02,연습,${last}\n`
  await kalends.upload('harbour/races', races('Practice'))
  const page = async () => (await get('/my/new?calendar=harbour/races')).text
  expect(await page()).toContain('name="kind" value="race"')
  expect(await page()).not.toContain('name="category"')
  expect(await page()).toContain('name="split"')
  await kalends.upload('harbour/races', `${races('Practice')}practice,2026-05-03,연습,Free\n`)
  expect(await page()).toContain('name="category" value="Free"')
})

test('who reads English is offered English titles first, where there are any', async () => {
  const { get, kalends } = await person('en')
  expect((await get('/my/new?calendar=harbour/regatta')).text).toMatch(/value="" selected/)
  await kalends.upload(
    'harbour/regatta',
    GAMES.replace('반복', '반복,title_en').replace('잠실,', '잠실,,Opening game'),
  )
  const page = await get('/my/new?calendar=harbour/regatta')
  expect(page.text).toContain('<option value="en" selected>')
  expect(page.text).toContain('<strong><bdi>Opening game</bdi></strong>')
  const own = await get('/my/new?calendar=harbour/regatta&language=&show=1')
  expect(own.text).toContain('>개막전</bdi>')
})

test('choices that leave nothing say so; the feed then holds one event that explains', async () => {
  const { get, link, feed } = await person()
  const none = await get('/my/new?calendar=harbour/regatta&day=wed')
  expect(none.text).toContain('0 of 5 events ahead')
  expect(none.text).toContain('Nothing fits all of these choices')
  const text = await feed(await link({ day: 'wed' }))
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(text).not.toContain('개막전')
})

test('one form makes the link, and this browser keeps it', async () => {
  const { post, get, feed } = await person()
  const choices = { calendar: 'harbour/regatta', team: 'LG', alarm: ['60', '10'], prefix: '⚾' }
  const made = await post('/my/new', { ...choices, alarmOwn: '45', label: '야구' })
  expect(made.status).toBe(303)
  expect(made.location).toMatch(/^\/my\/[a-z0-9]{32}\?made=1$/)
  const kept = made.headers.get('set-cookie') ?? ''
  for (const word of ['Path=/my;', 'HttpOnly', 'SameSite=Lax', 'Secure'])
    expect(kept).toContain(word)
  const page = await get(made.location)
  expect(page.text).toContain('Your link is made.')
  expect(page.text).toContain('webcal://kalends.example/feeds/my/')
  expect(page.text).toContain('https://calendar.google.com/calendar/r?cid=webcal')
  expect((await get('/my')).text).toContain('<bdi>야구</bdi>')
  const text = await feed(made.location.replace('?made=1', ''))
  expect(text).toContain('SUMMARY:⚾ 개막전')
  expect(text).toContain('TRIGGER:-PT45M')
  expect(text).not.toContain('팬 축제')
})

test('what is wrong stands at its field, and everything else stays filled in', async () => {
  const { post } = await person()
  const wrong = await post('/my/new', {
    ...{ calendar: 'harbour/regatta', team: 'LG', alarmOwn: 'soon', label: '야구' },
  })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain('<a href="#f-alarmOwn">“soon” cannot be used.')
  expect(wrong.text).toMatch(/name="alarmOwn" value="soon"[^>]*aria-invalid="true"/)
  expect(wrong.text).toMatch(/value="LG" checked/)
  expect(wrong.text).toContain('value="야구"')
  const long = await post('/my/new', { calendar: 'harbour/regatta', prefix: 'x'.repeat(33) })
  expect(long.text).toContain('<a href="#f-prefix">At most 32; you have 33.')
  const many = await post('/my/new', { calendar: 'harbour/regatta', alarmOwn: '1 2 3 4 5 6' })
  expect(many.text).toContain('At most 5; you have 6.')
  const without = await post('/my/new', { team: 'LG' })
  expect([without.status, without.text.includes('Choose at least one calendar.')]).toEqual([
    400,
    true,
  ])
})

test.for([
  ['timezone', 'Mars/X'],
  ['timezone', "Asia/Seoul'"],
  ['language', 'korean'],
  ['evening', '25:00'],
  ['past', '99999'],
  ['past', '-1'],
  ['label', 'x'.repeat(101)],
  ['kind', 'x'.repeat(201)],
])(
  '%s “%s” that no form of ours offers is refused at its field',
  async ([name = '', value = '']) => {
    const { post, get } = await person()
    const form = { calendar: 'harbour/regatta', [name]: value }
    const wrong = await post('/my/new', form)
    expect([wrong.status, wrong.text.includes(`<a href="#f-${name}">`)]).toEqual([400, true])
    const preview = await get(`/my/preview?${new URLSearchParams(form)}`)
    expect([preview.status, preview.text.includes('class="error"')]).toEqual([200, true])
  },
)

test('the preview alone is what a script asks for', async () => {
  const { get } = await person('ko')
  const part = await get('/my/preview?calendar=harbour/regatta&category=홈경기')
  expect(part.text).toContain('<output id="count">앞으로의 일정 5개 중 2개를 받습니다</output>')
  expect(part.text).toContain('<section id="preview"')
  expect(part.text).not.toContain('<html')
  const wrong = await get('/my/preview?calendar=harbour/regatta&alarmOwn=x')
  expect([wrong.status, wrong.text.includes('‘x’은(는) 쓸 수 없습니다')]).toEqual([200, true])
})

test('adding a calendar carries along what was chosen', async () => {
  const { get } = await person()
  const page = await get('/my/new?calendar=harbour/regatta&team=LG&prefix=%22%3E&pick=1')
  expect(page.text).toContain('<input type="hidden" name="team" value="LG">')
  expect(page.text).toContain('<input type="hidden" name="prefix" value="&quot;&gt;">')
  expect(page.text).toMatch(/value="harbour\/regatta" checked/)
})

test('another site’s form, another kind of body and an endless one are refused', async () => {
  const { post, cookie, kalends } = await person()
  const form = { calendar: 'harbour/regatta' }
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { origin: 'https://elsewhere.example' },
    { origin: 'null' },
  ]
  for (const headers of foreign) expect((await post('/my/new', form, headers)).status).toBe(403)
  expect(cookie).toBe('')
  expect((await post('/my/new', form, { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await post('/my/new', { ...form, label: 'x'.repeat(600_000) })).status).toBe(413)
  const program = await kalends.request('/my/new', {
    ...{ method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
    body: 'calendar=harbour%2Fregatta',
  })
  expect(program.status).toBe(303)
})

test('a calendar that there is not is told so', async () => {
  const { get } = await person()
  expect((await get('/my/new?calendar=harbour/nowhere')).status).toBe(404)
  expect((await get('/my/new?calendar=nonsense')).text).toContain('“nonsense” is not possible')
})

test('none of it is kept by caches or found by search engines; no other site learns the address', async () => {
  const { get, link } = await person()
  for (const path of ['/my', '/my/new', await link()]) {
    const { headers, text } = await get(path)
    expect(headers.get('cache-control')).toBe('private, no-store')
    expect(headers.get('x-robots-tag')).toContain('noindex')
    expect(headers.get('referrer-policy')).toBe('same-origin')
    expect(headers.get('content-security-policy')).toContain("script-src 'self'")
    expect(headers.get('content-security-policy')).not.toContain('unsafe')
    expect(text).toContain('<meta name="robots" content="noindex">')
  }
})

test('an empty server has nothing to choose from, and says so', async () => {
  const { request } = await harness({ bare: true })
  const page = await request('/my/new', { headers: { 'accept-language': 'en' } })
  expect(await page.text()).toContain('There are no calendars here yet.')
})

test('reminders are a folded part of the form; what was chosen stands open, and is told on the link’s page', async () => {
  const { get, link } = await person()
  const first = await get('/my/new?calendar=harbour/regatta')
  expect(first.text).toContain('<summary>Be reminded by the reminder app as well</summary>')
  const path = await link({
    ...{ remind: 'own', ring: '30', allDayRing: '1 20:00', ticketRing: '0', tellChanges: '1' },
    ...{ quietFrom: '23:00', quietTo: '07:00' },
  })
  const told = 'In the app: 30 min before · the day before, 20:00 · when tickets open'
  const page = await get(path)
  expect(page.text).toContain(`${told} · quiet 23:00–07:00`)
  expect(page.text).toContain(
    '<strong><bdi>개막전</bdi></strong><span class="soft"><bdi>Today 18:30',
  )
  const form = await get(`${path}/choices`)
  expect(form.text).toContain('<section class="reminders">')
  expect(form.text).toMatch(/name="quietFrom" value="23:00"/)
})
