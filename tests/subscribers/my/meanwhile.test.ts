// Two devices and one link: a form that was open for long undoes nothing that was saved meanwhile.

import { expect, test } from 'vitest'
import { person } from './person.ts'

const sinceIn = (page: string): string => /name="since" value="([^"]*)"/.exec(page)?.[1] ?? ''

test('an old form of choices saves nothing, shows both, and keeps what was filled in', async () => {
  const { get, post, link } = await person()
  const path = await link({ team: 'LG' })
  const since = sinceIn((await get(`${path}/choices`)).text)
  const old = { calendar: 'harbour/regatta', team: 'LG', cancelled: 'mark', since }
  await post(`${path}/choices`, { ...old, prefix: '⚾', day: ['sat'] })
  const refused = await post(`${path}/choices`, { ...old, label: '우리 집' })
  expect(refused.status).toBe(409)
  for (const words of [
    ...['changed on another device', 'saved now: ⚾', 'in this form: none', 'saved now: Sat'],
    ...['value="우리 집"', `href="${path}/choices"`],
  ])
    expect(refused.text).toContain(words)
  expect((await get(`${path}/choices`)).text).toContain('value="⚾"')
  // Who has seen it decides.
  const again = { ...old, since: sinceIn(refused.text), label: '우리 집' }
  expect((await post(`${path}/choices`, again)).status).toBe(303)
  expect((await get(`${path}/choices`)).text).not.toContain('value="⚾"')
})

test('what says the same as is saved, and what was laid over an event, stand in no form’s way', async () => {
  const { get, post, link, uidOf } = await person('ko')
  const path = await link()
  const since = sinceIn((await get(`${path}/choices`)).text)
  const form = { calendar: 'harbour/regatta', prefix: '⚾', cancelled: 'mark', since }
  await post(`${path}/${await uidOf('개막전')}`, { act: 'hide' })
  expect((await post(`${path}/choices`, form)).status).toBe(303)
  // As the calendar's alerts: what stands in the fields of reminders does not count.
  const again = { ...form, remind: 'link', ring: '10', tellChanges: '1' }
  expect((await post(`${path}/choices`, again)).status).toBe(303)
  const shown = await get(`${path}/choices?${new URLSearchParams({ ...form, prefix: '' })}`)
  expect(sinceIn(shown.text)).toBe(since)
})

test('an old memo undoes no new one; an old name that nobody touched no new name', async () => {
  const { get, post, link, uidOf, feed } = await person('ko')
  const path = await link()
  const page = `${path}/${await uidOf('개막전')}`
  const since = sinceIn((await get(page)).text)
  const note = (memo: string, mark = since) =>
    post(page, { act: 'note', memo, alarms: 'link', since: mark })
  await note('1루 쪽')
  const refused = await note('우산')
  expect(refused.status).toBe(409)
  expect(refused.text).toMatch(/지금 저장된 것: 1루 쪽[\s\S]*\n우산<\/textarea>/)
  expect(await feed(path)).toContain('1루 쪽')
  expect((await note('우산', sinceIn(refused.text))).status).toBe(303)
  expect(await feed(path)).toContain('메모: 우산')
  await post(`${path}/label`, { before: '', label: '새 이름' })
  await post(`${path}/label`, { before: '', label: '' })
  expect((await get(path)).text).toContain('새 이름')
})

test('of forms sent in the same moment one is saved; what each does to another thing, all do', async () => {
  const { get, post, link, uidOf, feed } = await person('ko')
  const path = await link()
  const page = `${path}/${await uidOf('개막전')}`
  const memos = ['1루 쪽', '우산', '표는 지갑에']
  const prefixes = ['⚾', '🧢', '🏟️']
  const since = sinceIn((await get(page)).text)
  const noting = { act: 'note', alarms: 'link', since }
  const choosing = { calendar: 'harbour/regatta', cancelled: 'mark' }
  const began = sinceIn((await get(`${path}/choices`)).text)
  const statuses = (answers: { status: number }[]) => answers.map(({ status }) => status)
  const noted = statuses(await Promise.all(memos.map((memo) => post(page, { ...noting, memo }))))
  const chosen = statuses(
    await Promise.all(
      prefixes.map((prefix) => post(`${path}/choices`, { ...choosing, prefix, since: began })),
    ),
  )
  for (const each of [noted, chosen]) expect(each.toSorted()).toEqual([303, 409, 409])
  const text = await feed(path)
  expect(text).toContain(`메모: ${memos[noted.indexOf(303)]}`)
  expect(text).toContain(`SUMMARY:${prefixes[chosen.indexOf(303)]} `)
  const latest = sinceIn((await get(page)).text)
  const both = [
    { ...noting, memo: '새 메모', since: latest },
    { act: 'hide' },
    { ...noting, memo: '새 메모', since: latest },
  ]
  expect(statuses(await Promise.all(both.map((act) => post(page, act))))).toEqual([303, 303, 303])
  expect((await get(page)).text).toMatch(/숨긴 일정입니다[\s\S]*새 메모<\/textarea>/)
})
