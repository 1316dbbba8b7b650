import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'

test('partners and calendars are found by everybody, without a key', async () => {
  const { request } = await harness()
  const get = async (path: string) => (await request(path)).json()
  const partner = {
    ...{ partner: 'harbour', name: '하버', timezone: 'Asia/Seoul', locale: 'ko' },
    ...{
      description: null,
      translations: {},
      color: null,
      logoUrl: null,
      createdAt: '2026-04-01T00:00:00Z',
    },
  }
  const calendar = {
    ...{ partner: 'harbour', calendar: 'regatta', name: '레가타', description: null },
    ...{ timezone: 'Asia/Seoul', language: 'ko', category: null, color: null },
    ...{ defaultMinutes: 60, translations: {}, revision: 0, deletedAt: null },
    feedUrl: 'https://kalends.example/feeds/harbour/regatta.ics',
    webcalUrl: 'webcal://kalends.example/feeds/harbour/regatta.ics',
    createdAt: '2026-04-01T00:00:00Z',
  }
  expect(await get('/v1/partners')).toEqual({ partners: [partner] })
  expect(await get('/v1/partners/harbour')).toEqual(partner)
  expect(await get('/v1/partners/harbour/calendars')).toEqual({ calendars: [calendar] })
  expect(await get('/v1/calendars/harbour/regatta')).toEqual(calendar)
})

test('links are of PUBLIC_URL, whatever a request calls the host', async () => {
  const { request } = await harness()
  const headers = {
    ...{ host: 'evil.example', 'x-forwarded-host': 'evil.example', 'x-forwarded-proto': 'http' },
    ...{ forwarded: 'host=evil.example', 'x-original-url': '/evil' },
  }
  for (const path of ['/v1/calendars/harbour/regatta', '/v1/openapi.json', '/', '/docs', '/v1/x'])
    expect(await (await request(path, { headers })).text()).not.toContain('evil')
})

/** Follows a list to its end. */
async function everything(kalends: Kalends, path: string, name: string, limit: number) {
  const found: Json[] = []
  const sizes: number[] = []
  let cursor = ''
  do {
    const { body } = await kalends.admin('GET', `${path}?limit=${limit}${cursor}`)
    found.push(...body[name])
    sizes.push(body[name].length)
    cursor = body.next ? `&cursor=${body.next}` : ''
  } while (cursor)
  return { found, sizes }
}

test('lists are in the order of their names, and pages hold each once', async () => {
  const kalends = await harness()
  const names = ['b', 'a-2', 'a', 'z', 'a10', 'm-', '0']
  for (const name of names) {
    await kalends.admin('PUT', `/v1/partners/${name}`, { name })
    await kalends.admin('PUT', `/v1/partners/harbour/calendars/${name}`, { name })
  }
  const partners = [...names, 'harbour'].sort()
  const calendars = [...names, 'regatta'].sort()
  for (const limit of [1, 3, 8, 500]) {
    const all = await everything(kalends, '/v1/partners', 'partners', limit)
    expect(all.found.map(({ partner }) => partner)).toEqual(partners)
    expect(all.sizes.slice(0, -1).every((size) => size === limit)).toBe(true)
    expect(all.sizes.at(-1)).toBeGreaterThan(0)
    const own = await everything(kalends, '/v1/partners/harbour/calendars', 'calendars', limit)
    expect(own.found.map(({ calendar }) => calendar)).toEqual(calendars)
  }
})

test('a deleted calendar is in no list, and still says what became of it', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,제목\n2026-05-01,개막\n')
  await kalends.admin('DELETE', '/v1/partners/harbour/calendars/regatta')
  expect((await kalends.admin('GET', '/v1/partners/harbour/calendars')).body.calendars).toEqual([])
  const { status, body } = await kalends.admin('GET', '/v1/calendars/harbour/regatta')
  expect([status, body.deletedAt]).toEqual([200, expect.stringMatching(/^2026-04-01T/)])
  expect((await kalends.admin('GET', '/v1/calendars/harbour/regatta/events')).body.events).toEqual(
    [],
  )
})

test('what does not exist is named in the answer', async () => {
  const kalends = await harness()
  const wanted = {
    '/v1/partners/nobody': 'There is no partner “nobody”.',
    '/v1/partners/nobody/calendars': 'There is no partner “nobody”.',
    '/v1/calendars/harbour/nothing': 'There is no calendar “harbour/nothing”.',
    '/v1/calendars/nobody/regatta': 'There is no calendar “nobody/regatta”.',
    '/v1/calendars/harbour/regatta/events/none': 'There is no event “none”.',
    '/v1/nothing': 'There is no address “/v1/nothing”.',
  }
  for (const [path, detail] of Object.entries(wanted))
    expect(await kalends.admin('GET', path)).toMatchObject({
      ...{ status: 404, body: { code: 'not_found', detail } },
    })
})

test('an event tells its life: every version, with when and why, the latest first', async () => {
  const kalends = await harness()
  const publish = (row: string, reason: string) =>
    kalends.upload('harbour/regatta', `고유번호,날짜,시간,제목,상태,장소,설명\n${row}\n`, {
      reason,
    })
  const first = await publish('R1,2026-05-01,18:30,개막,예정,,', '첫 게시')
  const { uid } = first.body.changes[0]
  kalends.clock.now = '2026-04-10T00:00:00Z'
  await publish('R1,2026-05-02,18:30,개막,예정,새 부두,늦게 연다', '비')
  kalends.clock.now = '2026-04-20T00:00:00Z'
  await publish('R1,2026-05-02,18:30,개막,삭제,새 부두,늦게 연다', '잘못 올림')
  const { status, body } = await kalends.admin('GET', `/v1/calendars/harbour/regatta/events/${uid}`)
  expect(status).toBe(200)
  expect(body.removed).toBe(true)
  expect(body.event).toMatchObject({ uid, start: '2026-05-02T18:30:00', revision: 3 })
  expect(
    body.history.map(({ revision, at, removed, start }: Json) => [revision, at, removed, start]),
  ).toEqual([
    [3, '2026-04-20T00:00:00Z', true, '2026-05-02T18:30:00'],
    [2, '2026-04-10T00:00:00Z', false, '2026-05-02T18:30:00'],
    [1, '2026-04-01T00:00:01Z', false, '2026-05-01T18:30:00'],
  ])
  expect(body.history.map(({ fields }: Json) => fields)).toEqual([
    [],
    [
      { field: 'start', from: '2026-05-01T18:30:00', to: '2026-05-02T18:30:00' },
      { field: 'location', from: null, to: '새 부두' },
      { field: 'description', from: null, to: null },
    ],
    [],
  ])
})

test('settings that are left out stay; null takes one away', async () => {
  const kalends = await harness()
  const path = '/v1/partners/harbour/calendars/regatta'
  const settings = {
    ...{ description: '요트\n경주', color: '#1F6F8B', category: 'sports', defaultMinutes: 180 },
    translations: { en: { name: 'Regatta', description: 'Yachts' } },
  }
  const set = await kalends.admin('PUT', path, settings)
  expect(set).toMatchObject({ status: 200, body: { name: '레가타', ...settings } })
  const renamed = await kalends.admin('PUT', path, { name: '새 레가타' })
  expect(renamed.body).toMatchObject({ ...settings, name: '새 레가타' })
  const cleared = await kalends.admin('PUT', path, { color: null, description: null })
  expect(cleared.body).toMatchObject({ color: null, description: null, category: 'sports' })
  const partner = await kalends.admin('PUT', '/v1/partners/harbour', {
    name: '하버',
    description: 'x',
  })
  expect(partner).toMatchObject({ status: 200, body: { timezone: 'Asia/Seoul', locale: 'ko' } })
})

test('ten who make the same calendar at once make one', async () => {
  const kalends = await harness()
  const make = () =>
    kalends.admin('PUT', '/v1/partners/harbour/calendars/dinghies', { name: '딩기' })
  const answers = await Promise.all(Array.from({ length: 10 }, make))
  expect(answers.map(({ status }) => status).sort()).toEqual([...Array(9).fill(200), 201])
  expect(answers.every(({ body }) => body.revision === 0)).toBe(true)
})
