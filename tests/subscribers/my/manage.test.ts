// The page of one link: what comes, what was hidden and brought back, a new address, the end.

import { expect, test } from 'vitest'
import { MAX_LINKS } from '../../../src/subscribers/my/device.ts'
import { pollAll } from '../../ledger/polls.ts'
import { GAMES, person } from './person.ts'

test('an event hidden is gone from the feed, said to be, and brought back', async () => {
  const { get, post, link, uidOf, feed } = await person()
  const [path, uid] = [await link(), await uidOf('개막전')]
  expect((await get(path)).text).toMatch(/개막전[\s\S]*Hide: 개막전/)
  const hidden = await post(`${path}/${uid}`, { act: 'hide', back: 'list' })
  expect(hidden.status).toBe(303)
  const page = await get(hidden.location)
  expect(page.text).toContain('Hidden. It is gone from your phone at its next refresh.')
  expect(page.text).toContain('<button>Undo</button>')
  expect(page.text).toContain('Show again: 개막전')
  expect(page.text).not.toContain('Hide: 개막전')
  expect(await feed(path)).not.toContain('개막전')
  const shown = await post(`${path}/${uid}`, { act: 'show', back: 'list' })
  expect((await get(shown.location)).text).toContain('It is back')
  expect(await feed(path)).toContain('개막전')
})

test('everything that was chosen is told back, and times say whose clock they are by', async () => {
  const { get, link } = await person()
  const { text } = await get(await link({ language: '' }))
  expect(text).toMatch(/datetime="2026-05-01T18:30:00\+09:00">Fri 1 May 18:30 \(Korean time\)</)
  const path = await link({
    ...{ results: '1', cancelled: 'drop', past: '30', split: '1', language: 'en' },
    ...{ venueTime: '1', timezone: 'Europe/London' },
  })
  const own = (await get(path)).text
  expect(own).toMatch(/datetime="2026-05-01T10:30:00\+01:00">Fri 1 May 10:30</)
  for (const line of [
    ...['Language: English', 'What is cancelled: disappears from the calendar', 'Tell results'],
    ...['Say the local time there as well', 'My time zone: London time'],
    ...['Past events: The last 30 days', 'Make an address for each category as well'],
  ])
    expect(own).toContain(`<li><bdi>${line}</bdi></li>`)
})

test('where only an event is missing, the way on is the link’s own page', async () => {
  const { get, link } = await person()
  const path = await link()
  const nothing = await get(`${path}/nosuch`)
  expect(nothing.status).toBe(404)
  expect(nothing.text).toContain(`<a class="button" href="${path}">`)
  const unknown = await get(`/my/${'a'.repeat(32)}/choices`)
  expect([unknown.status, unknown.text.includes('<a class="button" href="/my">')]).toEqual([
    404,
    true,
  ])
})

test('all games with one opponent are hidden, and brought back', async () => {
  const { get, post, link, feed } = await person()
  const path = await link()
  const hidden = await post(`${path}/teams`, { act: 'hide', team: '두산' })
  const page = await get(hidden.location)
  expect(page.text).toContain('All games with 두산')
  expect(await feed(path)).not.toContain('개막전')
  expect(await feed(path)).toContain('셋째 날')
  expect((await get(`${path}/choices`)).text).toMatch(/name="hiddenTeam" value="두산" checked/)
  await post(`${path}/teams`, { act: 'show', team: '두산' })
  expect(await feed(path)).toContain('개막전')
})

test('one day of a series is hidden, the others stay; then all of it', async () => {
  const { get, post, link, uidOf, feed } = await person()
  const [path, uid] = [await link(), await uidOf('훈련')]
  expect((await get(path)).text).toContain('Hide this day: 훈련')
  const skipped = await post(`${path}/${uid}`, { act: 'skip', day: '2026-05-11', back: 'list' })
  expect((await get(skipped.location)).text).toContain('Show again: 훈련 2026-05-11')
  expect(await feed(path)).toContain('EXDATE')
  const event = await get(`${path}/${uid}?day=2026-05-11`)
  expect(event.text).toContain('You have hidden this day')
  await post(`${path}/${uid}`, { act: 'unskip', day: '2026-05-11' })
  expect(await feed(path)).not.toContain('EXDATE')
  await post(`${path}/${uid}`, { act: 'hide' })
  expect(await feed(path)).not.toContain('훈련')
  const wrong = await post(`${path}/${uid}`, { act: 'skip', day: '2026-05-12' })
  expect([wrong.status, wrong.text.includes('“2026-05-12” cannot be used')]).toEqual([400, true])
})

test('choices change behind the same address, from a form that knows the present ones', async () => {
  const { get, post, link, feed } = await person()
  const path = await link({ team: 'LG', prefix: '⚾', alarm: '60' })
  const form = await get(`${path}/choices`)
  expect(form.text).toMatch(/value="LG" checked/)
  expect(form.text).toContain('name="prefix" value="⚾"')
  expect(form.text).toContain(`data-preview="${path}/preview"`)
  const wrong = await post(`${path}/choices`, { calendar: 'harbour/regatta', alarmOwn: 'x' })
  expect(wrong.status).toBe(400)
  const saved = await post(`${path}/choices`, { calendar: 'harbour/regatta', kind: 'event' })
  expect((await get(saved.location)).text).toContain('Changed.')
  const text = await feed(path)
  expect(text).toContain('팬 축제')
  expect(text).not.toContain('개막전')
  const preview = await get(`${path}/preview?calendar=harbour/regatta&kind=game`)
  expect(preview.text).toContain('3 of 5 events ahead')
})

test('what the form would not ask by itself stays when it is saved', async () => {
  const { get, post, link, kalends } = await person()
  const path = await link()
  const api = path.replace('/my/', '/v1/subscriptions/')
  await kalends.upload('harbour/regatta', '날짜,제목\n2026-05-10,팬 축제\n')
  const chosen = { language: 'fr', timezone: 'Europe/Oslo', eveningBefore: '20:30' }
  const headers = { 'content-type': 'application/json' }
  await kalends.request(api, { method: 'PATCH', headers, body: JSON.stringify(chosen) })
  const { text } = await get(`${path}/choices`)
  const selects = text.matchAll(/<select [^>]*name="(\w+)"[\s\S]*?<\/select>/g)
  const sent = [...selects].map(([all, name = '']) => [
    name,
    /value="([^"]*)" selected/.exec(all)?.[1] ?? '',
  ])
  await post(`${path}/choices`, { ...Object.fromEntries(sent), calendar: 'harbour/regatta' })
  expect(await (await kalends.request(api)).json()).toMatchObject(chosen)
})

test('a link is named, and one for each category stands beside it where wished', async () => {
  const { get, post, link, kalends } = await person()
  const path = await link({ split: '1' })
  const named = await post(`${path}/label`, { label: '<b>야구</b>' })
  const page = await get(named.location)
  expect(page.text).toContain('<h1>&lt;b&gt;야구&lt;/b&gt;</h1>')
  const parts = [...page.text.matchAll(/<code>https:\/\/kalends\.example(\/feeds\/my\/[^<]+)/g)]
  expect(parts).toHaveLength(4)
  for (const [, part = ''] of parts) expect((await kalends.request(part)).status).toBe(200)
  await post(`${path}/label`, { label: ' ' })
  expect((await get(path)).text).toContain('<h1>레가타</h1>')
  expect((await post(`${path}/label`, { label: 'x'.repeat(101) })).status).toBe(400)
})

test('a new address ends the old one, on this device too', async () => {
  const { get, post, link, uidOf, feed } = await person()
  const [path, uid] = [await link(), await uidOf('개막전')]
  await post(`${path}/${uid}`, { act: 'note', memo: '표는 지갑에', alarms: 'link' })
  expect((await get(`${path}/rotate`)).text).toContain('Make a new address?')
  const before = await feed(path)
  const { location } = await post(`${path}/rotate`, {})
  const next = location.replace('?did=rotated', '')
  expect(next).not.toBe(path)
  expect((await get(location)).text).toContain('the old one has ended')
  expect(await feed(next)).toContain('표는 지갑에')
  expect(await feed(path)).not.toEqual(before)
  const old = await get(path)
  expect([old.status, old.text.includes('This link has ended')]).toEqual([410, true])
  const home = await get('/my')
  expect(home.text).toContain(next)
  expect(home.text).not.toContain(path)
})

test('erasing asks first, then leaves nothing', async () => {
  const { get, post, link, feed } = await person()
  const path = await link()
  const asked = await get(`${path}/erase`)
  expect(asked.text).toContain('Erase this link?')
  expect((await get(path)).status).toBe(200)
  const gone = await post(`${path}/erase`, {})
  expect([gone.status, gone.text.includes('The link is erased')]).toEqual([200, true])
  expect((await get(path)).status).toBe(410)
  expect(await feed(path)).not.toContain('개막전')
  expect((await get('/my')).text).not.toContain(path)
})

test('what it holds is taken along as a file', async () => {
  const { get, link, kalends } = await person()
  const page = await get(await link({ team: 'LG' }))
  const address = /href="([^"]+\/export)" download/.exec(page.text)?.[1] ?? ''
  const file = await (await kalends.request(address)).json()
  expect(JSON.stringify(file)).toContain('"teams":["LG"]')
})

test('its language is the link’s, whoever opens it; the address may name another', async () => {
  const korean = await person('ko')
  const path = await korean.link()
  const asked = { headers: { 'accept-language': 'en' } }
  const page = await (await korean.kalends.request(path, asked)).text()
  expect(page).toContain('<html lang="ko">')
  expect((await korean.get(`${path}?lang=en`)).text).toContain('<html lang="en">')
  const moved = await korean.post(`${path}/label?lang=en`, { label: 'a' })
  expect(moved.location).toBe(`${path}?did=named&lang=en`)
})

test('a link that there never was, or half of one, is told so with a way on', async () => {
  const { get } = await person()
  const unknown = await get(`/my/${'a'.repeat(32)}`)
  expect([unknown.status, unknown.text.includes('This link cannot be found')]).toEqual([404, true])
  expect((await get('/my/abc')).status).toBe(404)
})

test('looking changes nothing', async () => {
  const { get, link, uidOf, kalends } = await person()
  const [path, uid] = [await link(), await uidOf('개막전')]
  const tag = async () => (await kalends.request(`/feeds${path}.ics`)).headers.get('etag')
  const before = await tag()
  for (const place of [
    '',
    '/choices',
    '/rotate',
    '/erase',
    `/${uid}?act=hide`,
    `/${uid}?did=hidden`,
  ])
    expect((await get(`${path}${place}`)).status).toBe(200)
  expect(await tag()).toBe(before)
  for (const place of ['/teams', '/label', '/keep']) {
    const { status } = await kalends.request(`${path}${place}`)
    expect([place, status]).toEqual([place, 404])
  }
})

test('another site can neither hide nor erase', async () => {
  const { post, link, uidOf, get } = await person()
  const [path, uid] = [await link(), await uidOf('개막전')]
  const foreign = { 'sec-fetch-site': 'cross-site', origin: 'https://elsewhere.example' }
  for (const place of [`/${uid}`, '/teams', '/label', '/rotate', '/erase', '/choices', '/keep'])
    expect((await post(`${path}${place}`, { act: 'hide', team: '두산' }, foreign)).status).toBe(403)
  expect((await get(path)).text).toContain('Hide: 개막전')
})

test('a link from elsewhere is opened by its address, and kept on this device', async () => {
  const [maker, other] = [await person(), await person()]
  const path = await maker.link()
  const request = maker.kalends.request
  const body = new URLSearchParams({ link: `webcal://kalends.example/feeds${path}.ics` })
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const opened = await request('/my', { method: 'POST', body: String(body), headers: type })
  expect(opened.headers.get('location')).toBe(path)
  expect(opened.headers.get('set-cookie')).toContain(path.slice('/my/'.length))
  const wrong = await other.post('/my', { link: '"><script>' })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain('We cannot find that link.')
  expect(wrong.text).toContain('value="&quot;&gt;&lt;script&gt;"')
})

test(`a device keeps ${MAX_LINKS} links, the oldest leaves; what is no token is no link`, async () => {
  const here = await person()
  const paths: string[] = []
  for (let made = 0; made <= MAX_LINKS; made += 1) paths.push(await here.link())
  const home = (await here.get('/my')).text
  const shown = paths.filter((path) => home.includes(`href="${path}"`))
  expect(shown).toEqual(paths.slice(1))
  expect(here.cookie.length).toBeLessThan(1000)
  const forged = await here.get('/my', { cookie: 'kalends-links=<script>.../../x' })
  expect([forged.status, forged.text.includes('<script>')]).toEqual([200, false])
  expect(forged.text).toContain('No link has been made on this device yet.')
  const gone = await here.post('/my/forget', { token: paths[1]?.slice('/my/'.length) ?? '' })
  expect(gone.location).toBe('/my')
  expect((await here.get('/my')).text).not.toContain(`href="${paths[1]}"`)
})

test('how old the phone’s calendar is, and what is not in it yet', async () => {
  const { get, post, link, uidOf, kalends } = await person()
  const [path, uid] = [await link(), await uidOf('개막전')]
  expect((await get(path)).text).toContain('No calendar app has fetched this link yet.')
  await pollAll(kalends, [{ path: `/feeds${path}.ics` }])
  kalends.clock.now = '2026-04-01T07:00:00Z'
  await post(`${path}/${uid}`, { act: 'hide' })
  expect((await get(path)).text).toContain('7 hours old: what you chose since is not in it yet')
  await kalends.upload('harbour/regatta', GAMES.replace('2026-05-09,18:30', '2026-05-09,19:30'))
  expect((await get(path)).text).toContain('7 hours old: one change is not in it yet')
  const ko = (await get(`${path}?lang=ko`)).text
  expect(ko).toContain('<bdi>Apple 캘린더 (iPhone, iPad)</bdi></strong> · 7시간 전에 받음')
})
