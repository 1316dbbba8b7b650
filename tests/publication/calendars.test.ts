import { expect, test } from 'vitest'
import { harness } from '#harness'

const FILE = '날짜,제목\n2026-05-01,개막\n'
const PATH = '/v1/partners/harbour/calendars'

test('a calendar that has published nothing is one explaining event', async () => {
  const kalends = await harness()
  const feed = await kalends.feed('harbour/regatta')
  expect(feed.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(feed).toContain('레가타')
})

test('a renamed calendar answers its old addresses with 308, for ever', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', FILE)
  const renamed = await kalends.admin('PUT', `${PATH}/regatta`, { calendar: 'regatta-2026' })
  expect(renamed).toMatchObject({ status: 200, body: { calendar: 'regatta-2026' } })
  const redirects: Record<string, string> = {
    '/feeds/harbour/regatta.ics': '/feeds/harbour/regatta-2026.ics',
    '/v1/calendars/harbour/regatta/events?from=2026-04-01':
      '/v1/calendars/harbour/regatta-2026/events?from=2026-04-01',
    '/v1/calendars/harbour/regatta': '/v1/calendars/harbour/regatta-2026',
  }
  for (const [from, to] of Object.entries(redirects)) {
    const response = await kalends.request(from)
    expect([response.status, response.headers.get('location')]).toEqual([
      308,
      `https://kalends.example${to}`,
    ])
  }
  expect(await kalends.feed('harbour/regatta-2026')).toContain('SUMMARY:개막')
})

test('a name that once belonged to a calendar is never given to another', async () => {
  const kalends = await harness()
  await kalends.admin('PUT', `${PATH}/regatta`, { calendar: 'regatta-2026' })
  await kalends.admin('PUT', `${PATH}/dinghies`, { name: '딩기' })
  const taken = await kalends.admin('PUT', `${PATH}/dinghies`, { calendar: 'regatta' })
  expect(taken).toMatchObject({ status: 409, body: { code: 'name_taken' } })
  expect((await kalends.admin('PUT', `${PATH}/regatta`, { name: '새 캘린더' })).status).toBe(308)
})

test('a calendar may take its own old name back', async () => {
  const kalends = await harness()
  await kalends.admin('PUT', `${PATH}/regatta`, { calendar: 'regatta-2026' })
  const back = await kalends.admin('PUT', `${PATH}/regatta-2026`, { calendar: 'regatta' })
  expect(back.body.calendar).toBe('regatta')
  expect((await kalends.request('/feeds/harbour/regatta.ics')).status).toBe(200)
  expect((await kalends.request('/feeds/harbour/regatta-2026.ics')).status).toBe(308)
})

test('a deleted calendar says so for weeks, then keeps a tiny feed, and never errs', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', FILE)
  expect((await kalends.admin('DELETE', `${PATH}/regatta`)).status).toBe(204)
  const tombstone = await kalends.feed('harbour/regatta')
  expect(tombstone.match(/BEGIN:VEVENT/g)).toHaveLength(1)
  expect(tombstone).not.toContain('개막')
  const changes = await kalends.admin('GET', '/v1/calendars/harbour/regatta/changes')
  expect(changes.body.changes).toEqual([{ type: 'remove', uid: expect.any(String) }])
  const late = await kalends.upload('harbour/regatta', FILE)
  expect([late.status, late.body.code]).toEqual([409, 'calendar_deleted'])
  expect((await kalends.admin('GET', PATH)).body.calendars).toEqual([])

  const { expireDeleted } = await import('../../src/publication/calendars.ts')
  expect(await expireDeleted(kalends.ports)).toBe(0)
  kalends.clock.now = '2026-06-01T00:00:00Z'
  expect(await expireDeleted(kalends.ports)).toBe(1)
  expect(await expireDeleted(kalends.ports)).toBe(0)
  const tiny = await kalends.feed('harbour/regatta')
  expect(tiny).toContain('REFRESH-INTERVAL;VALUE=DURATION:P')
  expect(tiny.length).toBeLessThan(tombstone.length)
})

test('settings that a feed shows make a revision; the events that they change say so', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,시간,제목,상태\n2026-05-01,18:30,개막,취소\n')
  expect(await kalends.feed('harbour/regatta')).toContain('SUMMARY:[취소] 개막')
  const { body } = await kalends.admin('PUT', `${PATH}/regatta`, { language: 'en' })
  expect(body).toMatchObject({ revision: 2, language: 'en' })
  expect(await kalends.feed('harbour/regatta')).toContain('SUMMARY:[Cancelled] 개막')
  expect(await kalends.feed('harbour/regatta')).toContain('SEQUENCE:1')
  const same = await kalends.admin('PUT', `${PATH}/regatta`, { language: 'en' })
  expect(same.body.revision).toBe(2)
})

test('names that Kalends needs itself, or that cannot stand in an address, are refused', async () => {
  const kalends = await harness()
  const names = { console: 'name_reserved', Harbour: 'name_invalid', 하버: 'name_invalid' }
  for (const [name, code] of Object.entries(names)) {
    const { status, body } = await kalends.admin('PUT', `/v1/partners/${name}`, { name: 'x' })
    expect([status, body.code]).toEqual([400, code])
  }
})
