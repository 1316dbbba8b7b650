// People: invited by a link, given a role, and shut out again.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'
import { browserAt, operatorAt, signedInAt } from './console.ts'

const PATH = '/v1/partners/harbour/invitations'

async function invitedTo(kalends: Kalends, role = 'editor') {
  const { body } = await kalends.admin('POST', PATH, { label: '이 과장', role })
  return { id: body.id as string, path: new URL(body.url).pathname }
}

test('an owner invites in the console; the link makes a key of that name and role, once', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const made = await browser.post('/console/people/invitations', {
    label: '이 과장',
    role: 'editor',
  })
  const link = /value="https:\/\/kalends\.example(\/console\/invitations\/\w+)"/
  const path = link.exec(await made.text())?.[1] ?? ''

  const guest = browserAt(kalends)
  const page = await guest.page(path)
  for (const told of ['김 대리', '이 과장', '편집자', '하버']) expect(page).toContain(told)
  const accepted = await guest.post(path)
  expect([accepted.status, accepted.headers.get('location')]).toEqual([303, '/console'])
  expect(await guest.page('/console')).toContain('이 과장')

  const late = browserAt(kalends)
  for (const answer of [await late.get(path), await late.post(path)]) {
    expect(answer.status).toBe(410)
    expect(await answer.text()).toContain('더 이상 쓸 수 없는 초대입니다')
  }
  expect(late.cookies.size).toBe(0)
  const listed = await kalends.admin('GET', '/v1/partners/harbour/keys')
  expect(listed.body.keys).toContainEqual(
    expect.objectContaining({ label: '이 과장', role: 'editor', signedInOn: '2026-04-01' }),
  )
})

test('the key is shown if asked for, once, and signs in and works in the API', async () => {
  const kalends = await harness()
  const { path } = await invitedTo(kalends)
  const answer = await browserAt(kalends).post(path, { show: 'key' })
  const key = /value="(kal_\w+)"/.exec(await answer.text())?.[1] ?? ''
  expect(answer.headers.get('cache-control')).toBe('private, no-store')
  const again = browserAt(kalends)
  expect((await again.post('/console/sign-in', { key })).status).toBe(303)
  const headers = { authorization: `Bearer ${key}` }
  const uploads = '/v1/partners/harbour/calendars/regatta/uploads'
  expect((await kalends.request(uploads, { headers })).status).toBe(200)
})

test('of two who use a link at the same time, one is let in', async () => {
  const kalends = await harness()
  const { path } = await invitedTo(kalends)
  const browsers = [browserAt(kalends), browserAt(kalends), browserAt(kalends)]
  const statuses = await Promise.all(browsers.map(async (each) => (await each.post(path)).status))
  expect(statuses.sort()).toEqual([303, 410, 410])
  const { body } = await kalends.admin('GET', '/v1/partners/harbour/keys')
  expect(body.keys.filter(({ label }: Json) => label === '이 과장')).toHaveLength(1)
})

test('a link ends after seven days, and when it is withdrawn', async () => {
  const kalends = await harness()
  const [old, withdrawn] = [await invitedTo(kalends), await invitedTo(kalends)]
  const { browser } = await signedInAt(kalends)
  expect(await browser.page('/console/people')).toContain('수락을 기다리는 초대')
  await browser.post(`/console/people/invitations/${withdrawn.id}/withdrawal`)
  const guest = browserAt(kalends)
  expect((await guest.get(withdrawn.path)).status).toBe(410)
  kalends.clock.now = '2026-04-07T23:59:59Z'
  expect((await guest.get(old.path)).status).toBe(200)
  kalends.clock.now = '2026-04-08T00:00:00Z'
  expect((await guest.get(old.path)).status).toBe(410)
  expect((await kalends.admin('GET', PATH)).body.invitations).toEqual([])
  expect((await guest.get('/console/invitations/nothing')).status).toBe(410)
})

test('no token of an invitation is stored', async () => {
  const kalends = await harness()
  const { path } = await invitedTo(kalends)
  const rows = await kalends.ports.db.query({ sql: 'SELECT * FROM invitations', params: [] })
  expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1))
})

test('an owner gives roles and revokes; either ends that person’s sessions, not others’', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const [one, two] = [await signedInAt(kalends, 'viewer'), await signedInAt(kalends, 'viewer')]
  await browser.post(`/console/people/keys/${one.keyId}/role`, { role: 'editor' })
  expect((await one.browser.get('/console')).status).toBe(303)
  expect((await two.browser.get('/console')).status).toBe(200)
  await browser.post(`/console/people/keys/${two.keyId}/revocation`)
  expect((await two.browser.get('/console')).status).toBe(303)
  const { body } = await kalends.admin('GET', '/v1/partners/harbour/keys')
  const found = (id: string) => body.keys.find((key: Json) => key.id === id)
  expect([found(one.keyId).role, found(two.keyId).revokedAt]).toEqual([
    ...['editor', '2026-04-01T00:00:00Z'],
  ])
})

test('the page says who there is; one’s own row has no buttons', async () => {
  const kalends = await harness()
  const { browser, keyId } = await signedInAt(kalends)
  const other = await signedInAt(kalends, 'viewer')
  const page = await browser.page('/console/people')
  expect(page).toContain(`/keys/${other.keyId}/revocation`)
  expect(page).not.toContain(`/keys/${keyId}/revocation`)
  expect(page).toContain('마지막 로그인: 2026-04-01')
})

test('people are the owners’ business', async () => {
  const kalends = await harness()
  const owner = await signedInAt(kalends)
  for (const role of ['editor', 'viewer']) {
    const { browser } = await signedInAt(kalends, role)
    expect(await browser.page('/console')).not.toContain('href="/console/people"')
    const asked = [
      await browser.get('/console/people'),
      await browser.post('/console/people/invitations', { label: '나', role: 'owner' }),
      await browser.post(`/console/people/keys/${owner.keyId}/revocation`),
    ]
    expect(asked.map(({ status }) => status)).toEqual([403, 403, 403])
  }
})

test('the operator invites a partner’s first owner', async () => {
  const kalends = await harness()
  const operator = await operatorAt(kalends)
  const made = await operator.post('/console/people/invitations', {
    label: '첫 사람',
    role: 'owner',
  })
  const path = /(\/console\/invitations\/\w+)"/.exec(await made.text())?.[1] ?? ''
  const owner = browserAt(kalends)
  expect(await owner.page(path)).toContain('운영자')
  await owner.post(path)
  expect((await owner.get('/console/people')).status).toBe(200)
})

test('a form that is not as it should be says what is wrong', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  for (const fields of [
    { label: '', role: 'editor' },
    { label: 'x', role: 'king' },
  ]) {
    const answer = await browser.post('/console/people/invitations', fields)
    expect([answer.status, await answer.text()]).toEqual([
      400,
      expect.stringContaining('요청이 올바르지 않습니다'),
    ])
  }
})
