// One event of a link, as it opens from the calendar on a phone.

import { expect, test } from 'vitest'
import { GAMES, person } from './person.ts'

test('the link in an event’s text leads to its page: when, where, what can be done', async () => {
  const { get, link, feed, uidOf } = await person()
  const path = await link()
  const found = /https:\/\/kalends\.example(\/my\/[a-z0-9]{32}\/[a-z0-9]+)/.exec(await feed(path))
  expect((await get(found?.[1] ?? '')).status).toBe(200)
  const { text } = await get(`${path}/${await uidOf('개막전')}`)
  expect(text).toContain('<h1>개막전</h1>')
  expect(text).toContain('Fri 1 May 18:30')
  expect(text).toContain('잠실')
  for (const words of ['Hide this event', 'Hide all games with 두산', 'Report a mistake', 'Memo'])
    expect(text).toContain(words)
  expect(text).not.toContain('Hide all games with LG')
})

test('it needs no cookie: an in-app browser has none', async () => {
  const { kalends, link, uidOf } = await person()
  const path = `${await link()}/${await uidOf('개막전')}`
  const body = 'act=hide'
  const type = { 'content-type': 'application/x-www-form-urlencoded' }
  const hidden = await kalends.request(path, { method: 'POST', body, headers: type })
  const location = hidden.headers.get('location') ?? ''
  const page = await (await kalends.request(location)).text()
  expect(page).toContain('Hidden. It is gone from your phone at its next refresh.')
  expect(page).toContain('You have hidden this event')
  expect(page).toContain('value="show"')
})

test('a memo and an own alarm are kept, shown as text, and taken back', async () => {
  const { get, post, link, uidOf, feed } = await person()
  const [path, uid] = [await link({ alarm: '60' }), await uidOf('개막전')]
  const memo = '표는 <b>지갑</b>에\r\n"1루" 쪽'
  const saved = await post(`${path}/${uid}`, {
    ...{ act: 'note', memo, alarms: 'own', alarm: '30', alarmOwn: '45' },
  })
  const page = await get(saved.location)
  expect(page.text).toContain('Saved. Your phone shows it at its next refresh.')
  expect(page.text).toContain('표는 &lt;b&gt;지갑&lt;/b&gt;에\n&quot;1루&quot; 쪽</textarea>')
  expect(page.text).toMatch(/name="alarm" value="30" checked/)
  expect(page.text).toContain('name="alarmOwn" value="45"')
  const text = await feed(path)
  expect(text).toContain('표는 <b>지갑</b>에\\n"1루" 쪽')
  expect(text).toContain('TRIGGER:-PT45M')
  const list = await get(path)
  expect(list.text).toContain('<span class="memo">표는 &lt;b&gt;지갑&lt;/b&gt;에')
  expect(list.text).toContain('Own alert: 45 min before, 30 min before')
  await post(`${path}/${uid}`, { act: 'note', memo: ' ', alarms: 'link', alarmOwn: '45' })
  expect(await feed(path)).not.toContain('지갑')
  expect(await feed(path)).not.toContain('TRIGGER:-PT45M')
})

test('own alarms without a time: this event does not ring', async () => {
  const { post, link, uidOf, feed, get } = await person()
  const [path, uid] = [await link({ alarm: '60', team: 'KIA' }), await uidOf('셋째 날')]
  expect(await feed(path)).toContain('BEGIN:VALARM')
  await post(`${path}/${uid}`, { act: 'note', memo: '', alarms: 'own' })
  expect(await feed(path)).not.toContain('BEGIN:VALARM')
  expect((await get(path)).text).toContain('Own alert: no alert')
})

test('what is wrong stands at its field; the memo is not lost', async () => {
  const { post, link, uidOf } = await person()
  const path = `${await link()}/${await uidOf('개막전')}`
  const wrong = await post(path, { act: 'note', memo: 'mine', alarms: 'own', alarmOwn: 'soon' })
  expect(wrong.status).toBe(400)
  expect(wrong.text).toContain('<a href="#f-alarmOwn">“soon” cannot be used.')
  expect(wrong.text).toContain('mine</textarea>')
  const long = await post(path, { act: 'note', memo: 'x'.repeat(1001) })
  expect(long.text).toContain('<a href="#f-memo">At most 1000; you have 1001.')
  expect((await post(path, { act: 'explode' })).status).toBe(400)
})

test('of a series the day that was opened, else the next; its place in the series is said', async () => {
  const { get, link, uidOf, kalends } = await person()
  const path = `${await link()}/${await uidOf('훈련')}`
  expect((await get(`${path}?day=2026-05-18`)).text).toContain('Mon 18 May')
  expect((await get(path)).text).toContain('Hide Mon 4 May only')
  kalends.clock.now = '2026-05-12T00:00:00Z'
  expect((await get(path)).text).toContain('Hide Mon 18 May only')
  for (const day of ['2026-05-19', 'x', '9999-99-99'])
    expect((await get(`${path}?day=${day}`)).status).toBe(200)
})

test('a cancelled event says so and why; a removed one can still be brought back', async () => {
  const { get, post, link, uidOf, kalends } = await person()
  const [path, uid] = [await link(), await uidOf('개막전')]
  await kalends.upload('harbour/regatta', GAMES.replace('정규,확정,잠실', '정규,우천취소,잠실'))
  const page = await get(`${path}/${uid}`)
  expect(page.text).toContain('<h1>[취소] 개막전</h1>')
  expect(page.text).toContain('Cancelled')
  await post(`${path}/${uid}`, { act: 'hide' })
  await kalends.upload('harbour/regatta', GAMES.replace('정규,확정,잠실', '정규,삭제,잠실'))
  expect((await get(`${path}/${uid}`)).status).toBe(404)
  expect((await get(path)).text).toContain('Show again')
  const back = await post(`${path}/${uid}`, { act: 'show', back: 'list' })
  expect((await get(back.location)).text).toContain('Nothing is hidden.')
})

test('an event of another calendar is none of this link’s', async () => {
  const { get, post, link } = await person()
  const path = await link()
  expect((await get(`${path}/minted9999999999999999`)).status).toBe(404)
  expect((await post(`${path}/minted9999999999999999`, { act: 'hide' })).status).toBe(404)
})

test('one event’s own reminders are folded away, kept beside its alarms, and told in the list', async () => {
  const { get, post, link, uidOf, feed } = await person()
  const [path, uid] = [await link({ alarm: '60' }), await uidOf('개막전')]
  const before = await feed(path)
  expect((await get(`${path}/${uid}`)).text).toContain('<summary>In the reminder app</summary>')
  const own = { remind: 'own', ring: '10', ringOwn: '45', dayRingDays: '2', dayRingAt: '21:30' }
  const saved = await post(`${path}/${uid}`, { act: 'note', alarms: 'link', ...own })
  const { text } = await get(saved.location)
  expect(text).toContain('value="2 21:30" checked> <bdi>2 days before, 21:30</bdi>')
  expect((await get(path)).text).toContain(
    'In the app: 45 min before · 10 min before · 2 days before, 21:30',
  )
  expect(await feed(path)).toBe(before)
  const wrong = await post(`${path}/${uid}`, { act: 'note', ...own, dayRingDays: 'two' })
  expect(wrong.text).toContain('<a href="#f-dayRingDays">“two” cannot be used. Possible: a number')
  await post(`${path}/${uid}`, { act: 'note', alarms: 'link', remind: 'link' })
  expect((await get(path)).text).not.toContain('In the app')
})
