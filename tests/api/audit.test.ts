// Who changed which field when, and from which upload.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { operatorAt, signedInAt } from '../console/console.ts'
import type { Json, Kalends } from '../harness.ts'

const PATH = '/v1/partners/harbour/audit'
const KEYS = '/v1/partners/harbour/keys'
const FIRST = '날짜,시간,제목,장소\n2026-05-01,18:30,개막,1부두\n2026-05-02,18:30,둘째 날,1부두\n'
const SECOND = FIRST.replace('18:30,개막,1부두', '19:00,개막,2부두')

async function publish(kalends: Kalends, key: string, file: string, filename: string) {
  const query = new URLSearchParams({ publish: 'true', mode: 'replace', filename })
  const path = `/v1/partners/harbour/calendars/regatta/uploads?${query}`
  const headers = { authorization: `Bearer ${key}` }
  return (await (
    await kalends.request(path, { method: 'POST', headers, body: file })
  ).json()) as Json
}

test('who changed which field, when, and from which upload', async () => {
  const kalends = await harness()
  const { key } = await signedInAt(kalends, 'editor')
  await publish(kalends, key, FIRST, 'first.csv')
  kalends.clock.now = '2026-04-02T09:00:00Z'
  const { id, changes } = await publish(kalends, key, SECOND, '일정 (2).csv')
  const { status, body } = await kalends.admin('GET', PATH)
  expect(status).toBe(200)
  expect(body.entries[0]).toEqual({
    ...{ at: '2026-04-02T09:00:00Z', author: '김 대리', action: 'upload', calendar: 'regatta' },
    ...{
      revision: 2,
      uploadId: id,
      filename: '일정 (2).csv',
      reason: null,
      about: {},
      more: false,
    },
    changes: [
      expect.objectContaining({
        ...{ uid: changes[0].uid, title: '개막' },
        fields: expect.arrayContaining([
          { field: 'start', from: '2026-05-01T18:30:00', to: '2026-05-01T19:00:00' },
          expect.objectContaining({ field: 'location' }),
        ]),
      }),
    ],
  })
  expect(body.entries.map(({ action }: Json) => action).sort()).toEqual([
    ...['creation', 'key.made', 'upload', 'upload'],
  ])
})

test('one event’s changes alone, and one calendar’s alone', async () => {
  const kalends = await harness()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/other', { name: '다른 것' })
  const first = await kalends.upload('harbour/regatta', FIRST)
  await kalends.upload('harbour/regatta', SECOND)
  const uidOf = (title: string) => first.body.changes.find((one: Json) => one.title === title).uid
  const listed = async (query: string) =>
    (await kalends.admin('GET', `${PATH}?${query}`)).body.entries as Json[]
  const still = await listed(`event=${uidOf('둘째 날')}`)
  expect(still.map(({ revision }) => revision)).toEqual([1])
  const moved = await listed(`event=${uidOf('개막')}`)
  expect(moved.map(({ revision, changes }) => [revision, changes.length])).toEqual([
    ...[[2, 1]],
    [1, 1],
  ])
  expect((await listed('calendar=other')).map(({ action }) => action)).toEqual(['creation'])
  expect((await kalends.admin('GET', `${PATH}?calendar=nothing`)).status).toBe(404)
})

test('keys, invitations, roles and settings are in it, with what they were and are', async () => {
  const kalends = await harness()
  const made = await kalends.admin('POST', KEYS, { label: '박 사원', role: 'viewer' })
  await kalends.admin('PATCH', `${KEYS}/${made.body.id}`, { role: 'editor' })
  await kalends.admin('DELETE', `${KEYS}/${made.body.id}`)
  const path = '/v1/partners/harbour/invitations'
  const invited = await kalends.admin('POST', path, { label: '최 사원' })
  await kalends.admin('DELETE', `${path}/${invited.body.id}`)
  await kalends.admin('PUT', '/v1/partners/harbour', { name: '새 하버' })
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/regatta', {
    ...{ name: '새 레가타', calendar: 'sails' },
  })
  const { entries } = (await kalends.admin('GET', PATH)).body
  const told = (action: string) => entries.find((entry: Json) => entry.action === action)
  expect(told('key.made').about).toMatchObject({ label: '박 사원', role: 'viewer' })
  expect(told('key.role').about).toMatchObject({ from: 'viewer', to: 'editor' })
  expect(told('key.revoked').about).toMatchObject({ label: '박 사원' })
  expect(told('invitation.made').about).toMatchObject({ label: '최 사원', role: 'editor' })
  expect(told('invitation.withdrawn')).toMatchObject({ author: 'operator' })
  expect(told('address.changed').about.fields).toEqual([
    { field: 'calendar', from: 'regatta', to: 'sails' },
  ])
  const settings = entries.filter(({ action }: Json) => action === 'settings.changed')
  expect(settings.flatMap(({ about }: Json) => about.fields)).toEqual(
    expect.arrayContaining([
      { field: 'name', from: '하버', to: '새 하버' },
      { field: 'name', from: '레가타', to: '새 레가타' },
    ]),
  )
  expect(JSON.stringify(entries)).not.toContain(made.body.key.split('_')[2])
  expect(JSON.stringify(entries)).not.toContain(invited.body.url.split('/').at(-1))
})

test('page after page, nothing twice and nothing left out, also within one second', async () => {
  const kalends = await harness()
  for (let number = 0; number < 5; number += 1)
    await kalends.admin('POST', KEYS, { label: `키 ${number}` })
  await kalends.upload('harbour/regatta', FIRST)
  const all = (await kalends.admin('GET', PATH)).body.entries
  const paged: Json[] = []
  let next: string | undefined = ''
  while (next !== undefined) {
    const query: string = next ? `limit=2&cursor=${next}` : 'limit=2'
    const { body } = await kalends.admin('GET', `${PATH}?${query}`)
    paged.push(...body.entries)
    next = body.next
  }
  expect(all).toHaveLength(7)
  expect(paged).toEqual(all)
})

test('of a large publication the first twenty are told', async () => {
  const kalends = await harness()
  const rows = Array.from(
    { length: 21 },
    (_, day) => `2026-05-${String(day + 1).padStart(2, '0')},${day}일`,
  )
  await kalends.upload('harbour/regatta', `날짜,제목\n${rows.join('\n')}\n`)
  const [entry] = (await kalends.admin('GET', PATH)).body.entries
  expect([entry.changes.length, entry.more]).toEqual([20, true])
})

test('the console’s page says the same, in the reader’s language, and links to file and event', async () => {
  const kalends = await harness()
  const { browser, key } = await signedInAt(kalends, 'editor', 'en')
  await publish(kalends, key, FIRST, 'first.csv')
  const { id, changes } = await publish(kalends, key, SECOND, 'second.csv')
  const page = await browser.page('/console/audit')
  for (const told of [
    '김 대리',
    'published a file',
    'second.csv',
    'Start',
    `/console/uploads/${id}`,
  ])
    expect(page).toContain(told)
  const { uid } = changes[0]
  const one = await browser.page(`/console/audit?calendar=regatta&event=${encodeURIComponent(uid)}`)
  expect(one).toContain('Only this event')
  expect(one).not.toContain('made a key')
  const viewer = (await signedInAt(kalends, 'viewer')).browser
  expect((await viewer.get('/console/audit')).status).toBe(403)
  expect(await (await operatorAt(kalends)).page('/console/audit')).toContain('변경 기록')
})
