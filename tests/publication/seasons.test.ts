import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Kalends } from '../harness.ts'

const ADDRESS = 'harbour/regatta'
const SEASONS = '/v1/partners/harbour/calendars/regatta/seasons'
const LAST =
  'id,날짜,시간,홈,원정\nA-1,2025-05-01,18:30,곰,범\nA-2,2025-06-01,18:30,범,곰\nA-3,2026-05-01,18:30,곰,매\n'

async function rolled(): Promise<{ kalends: Kalends; feedBefore: string }> {
  const kalends = await harness()
  await kalends.upload(ADDRESS, LAST)
  const feedBefore = await kalends.feed(ADDRESS)
  const { status, body } = await kalends.admin('POST', SEASONS, { name: '2025' })
  expect([status, body]).toMatchObject([
    201,
    {
      ...{ name: '2025', before: '2026-04-01', revision: 2, events: 2, formats: ['ics', 'csv'] },
      icsUrl: 'https://kalends.example/feeds/harbour/regatta/seasons/2025.ics',
    },
  ])
  return { kalends, feedBefore }
}

test('what is over leaves the feed and lies in an archive; the address stays', async () => {
  const { kalends } = await rolled()
  const feed = await kalends.feed(ADDRESS)
  expect(feed).not.toContain('곰 vs 범')
  expect(feed).toContain('곰 vs 매')
  const archive = await kalends.request('/feeds/harbour/regatta/seasons/2025.ics')
  const text = await archive.text()
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(text).toContain('SUMMARY:범 vs 곰')
  expect(archive.headers.get('content-type')).toBe('text/calendar; charset=utf-8')
  const etag = archive.headers.get('etag') ?? ''
  const again = await kalends.request('/feeds/harbour/regatta/seasons/2025.ics', {
    headers: { 'if-none-match': etag },
  })
  expect(again.status).toBe(304)
  const { body } = await kalends.admin('GET', SEASONS)
  expect(body.seasons).toMatchObject([{ name: '2025', events: 2, author: 'operator' }])
})

test('an archive never changes, whatever becomes of the calendar', async () => {
  const { kalends } = await rolled()
  const path = '/feeds/harbour/regatta/seasons/2025.ics'
  const before = await (await kalends.request(path)).text()
  await kalends.admin('POST', '/v1/partners/harbour/calendars/regatta/revisions/1/restoration')
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/regatta', { name: '새 이름' })
  expect(await (await kalends.request(path)).text()).toBe(before)
})

test('next season’s game is a new event, not last season’s moved', async () => {
  const { kalends } = await rolled()
  const next = '날짜,시간,홈,원정\n2026-05-01,18:30,곰,매\n2026-05-08,18:30,곰,범\n'
  const { body } = await kalends.upload(ADDRESS, next)
  expect(body).toMatchObject({ status: 'published', summary: { new: 1, moved: 0, unchanged: 1 } })
})

test('a file that still lists last season leaves it archived, by id and without', async () => {
  const { kalends } = await rolled()
  const byId = await kalends.upload(ADDRESS, LAST)
  expect(byId.body).toMatchObject({ status: 'published', changes: [], summary: { unchanged: 3 } })
  const withoutIds = LAST.replace('id,', '').replace(/A-\d,/g, '')
  expect((await kalends.upload(ADDRESS, withoutIds)).body).toMatchObject({ changes: [] })
})

test('an id that comes back on another day brings its event back', async () => {
  const { kalends } = await rolled()
  const file = LAST.replace('2025-06-01', '2026-06-01')
  const { body } = await kalends.upload(ADDRESS, file)
  expect(body).toMatchObject({ status: 'published', summary: { new: 1 } })
  expect(await kalends.feed(ADDRESS)).toContain('범 vs 곰')
})

test('an id given to another game in a new season is another event, for good', async () => {
  const { kalends } = await rolled()
  const archived = await (await kalends.request('/feeds/harbour/regatta/seasons/2025.ics')).text()
  const file = LAST.split('\n')[0]?.concat('\n', 'A-1,2026-09-01,18:30,여우,너구리\n') ?? ''
  const { body } = await kalends.upload(ADDRESS, file, { mode: 'merge' })
  expect(body).toMatchObject({ status: 'published', summary: { new: 1 } })
  expect(archived).not.toContain(body.changes[0].uid)
  const moved = await kalends.upload(ADDRESS, file.replace('09-01', '09-02'), { mode: 'merge' })
  expect(moved.body.changes).toMatchObject([{ type: 'moved', uid: body.changes[0].uid }])
})

test('a restoration brings the events back, and another puts them away again', async () => {
  const { kalends, feedBefore } = await rolled()
  const revisions = '/v1/partners/harbour/calendars/regatta/revisions'
  await kalends.admin('POST', `${revisions}/1/restoration`)
  const uids = (feed: string) => feed.match(/^UID:.*$/gm)
  expect(uids(await kalends.feed(ADDRESS))).toEqual(uids(feedBefore))
  await kalends.admin('POST', `${revisions}/2/restoration`)
  expect((await kalends.upload(ADDRESS, LAST)).body).toMatchObject({ changes: [] })
})

test('a series that goes on stays', async () => {
  const kalends = await harness()
  const weekly = { title: '요가', start: '2025-05-05T10:00', rrule: 'FREQ=WEEKLY' }
  await kalends.upload(ADDRESS, { events: [weekly, { title: '개막', start: '2025-05-01' }] })
  const { body } = await kalends.admin('POST', SEASONS, { name: '2025', before: '2026-01-01' })
  expect(body).toMatchObject({ events: 1 })
  expect(await kalends.feed(ADDRESS)).toContain('SUMMARY:요가')
})

test('nothing to archive, a name used already, a day to come: refused with the reason', async () => {
  const { kalends } = await rolled()
  const post = (body: object, query = '') => kalends.admin('POST', `${SEASONS}${query}`, body)
  expect(await post({ name: '2026' })).toMatchObject({
    ...{ status: 409, body: { code: 'nothing_to_archive', before: '2026-04-01' } },
  })
  expect(await post({ name: '2025' })).toMatchObject({
    ...{ status: 409, body: { code: 'season_taken' } },
  })
  expect((await post({ name: '2026', before: '2026-12-31' })).body.code).toBe('invalid_request')
  expect((await post({ name: 'Ünlü' })).body.code).toBe('name_invalid')
  expect((await post({ name: '2026' }, '?ifRevision=1')).body.code).toBe('calendar_moved_on')
  const none = await kalends.request('/feeds/harbour/regatta/seasons/1999.ics')
  expect(none.status).toBe(404)
})

test('the archive as a table is read back as the season it was', async () => {
  const { kalends } = await rolled()
  const response = await kalends.request(`${SEASONS}/2025?format=csv`, {
    headers: { authorization: 'Bearer an-operator-key-for-tests-of-40-chars-ok' },
  })
  const table = await response.text()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/past', { name: '지난 시즌' })
  expect((await kalends.upload('harbour/past', table)).body).toMatchObject({
    ...{ status: 'published', summary: { new: 2 } },
  })
})
