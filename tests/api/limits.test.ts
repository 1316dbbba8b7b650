// Everything that a caller can make large has a bound: this is one step on either side of it.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { ADMIN_KEY, type Kalends } from '../harness.ts'

const LISTS = [
  '/v1/partners?',
  '/v1/partners/harbour/calendars?',
  '/v1/calendars/harbour/regatta/events?',
  '/v1/events?calendar=harbour/regatta&',
  '/v1/calendars/harbour/regatta/changes?',
  '/v1/partners/harbour/calendars/regatta/uploads?',
  '/v1/partners/harbour/calendars/regatta/revisions?',
]

test.each(LISTS)('%s limit is a whole number from 1 to 500', async (path) => {
  const kalends = await harness()
  for (const limit of ['1', '500', '007'])
    expect([limit, (await kalends.admin('GET', `${path}limit=${limit}`)).status]).toEqual([
      limit,
      200,
    ])
  for (const limit of ['0', '501', '-1', '1.5', '1e9', 'many', '', 'Infinity', '1&limit=2']) {
    const { status, body } = await kalends.admin('GET', `${path}limit=${limit}`)
    expect([limit, status, body.code, body.place]).toEqual([
      ...[limit, 400, 'invalid_request', 'query limit'],
    ])
  }
})

test.each(LISTS)('%s a cursor is taken as it was given, or not at all', async (path) => {
  const kalends = await harness()
  const name = path.includes('changes') ? 'since' : 'cursor'
  const cursors = [
    'x',
    'null',
    'W10',
    'e30',
    'bnVsbA',
    '%00',
    '가',
    'A'.repeat(1001),
    'A'.repeat(100_000),
  ]
  for (const cursor of cursors) {
    const { status, body } = await kalends.admin('GET', `${path}${name}=${cursor}`)
    expect([cursor.slice(0, 9), status, body.code]).toEqual([
      cursor.slice(0, 9),
      400,
      'token_invalid',
    ])
    expect(JSON.stringify(body).length).toBeLessThan(1000)
  }
})

const put = async (kalends: Kalends, path: string, body: object) =>
  (await kalends.admin('PUT', path, body)).status

test('a name in an address is 1 to 64 of a-z, 0-9 and -', async () => {
  const kalends = await harness()
  const path = '/v1/partners/harbour/calendars'
  expect(await put(kalends, `${path}/${'a'.repeat(64)}`, { name: 'x' })).toBe(201)
  for (const name of ['a'.repeat(65), 'A', 'a_b', 'a.b', '%20', 'a%2Fb', '가', '..%2F..', '%00'])
    expect([name, await put(kalends, `${path}/${name}`, { name: 'x' })]).toEqual([name, 400])
})

test('texts of settings have their lengths', async () => {
  const kalends = await harness()
  const path = '/v1/partners/harbour/calendars/regatta'
  const fits = [
    { name: '가'.repeat(200) },
    { description: '가'.repeat(2000) },
    { category: 'x'.repeat(64) },
    { defaultMinutes: 1 },
    { defaultMinutes: 10_080 },
    { translations: { en: { name: 'x'.repeat(200), description: 'x'.repeat(2000) } } },
  ]
  for (const body of fits) expect([body, await put(kalends, path, body)]).toEqual([body, 200])
  const beyond = [
    { name: '가'.repeat(201) },
    { description: '가'.repeat(2001) },
    { category: 'x'.repeat(65) },
    { defaultMinutes: 0 },
    { defaultMinutes: 10_081 },
    { defaultMinutes: 60.5 },
    { translations: { en: { name: 'x'.repeat(201) } } },
  ]
  for (const body of beyond) expect([body, await put(kalends, path, body)]).toEqual([body, 400])
})

test('a key’s label is 1 to 100 characters of one line', async () => {
  const kalends = await harness()
  const label = async (text: string) =>
    (await kalends.admin('POST', '/v1/partners/harbour/keys', { label: text })).status
  expect(await label('x'.repeat(100))).toBe(201)
  for (const text of ['x'.repeat(101), '', ' ', 'a\nb', 'a\u001bb'])
    expect(await label(text)).toBe(400)
})

test('one request asks for 50 calendars, and each once', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,제목\n2026-05-01,개막\n')
  const names = Array.from({ length: 49 }, (_, at) => `c${at}`)
  for (const name of names)
    expect(await put(kalends, `/v1/partners/harbour/calendars/${name}`, { name })).toBe(201)
  const ask = (calendars: string[]) =>
    kalends.admin(
      'GET',
      `/v1/events?${calendars.map((name) => `calendar=harbour/${name}`).join('&')}`,
    )
  const all = ['regatta', ...names]
  const fifty = await ask([...all, ...all])
  expect([fifty.status, fifty.body.events.length]).toEqual([200, 1])
  const more = await ask([...all, 'one-more'])
  expect(more).toMatchObject({
    status: 400,
    body: { place: 'query calendar', found: '51 calendars' },
  })
})

test('a JSON body is at most 256 KiB, whatever its length says', async () => {
  const { request } = await harness()
  const send = (octets: number) => {
    const body = new TextEncoder().encode(`{"name":"${'x'.repeat(octets - 11)}"}`)
    expect(body.length).toBe(octets)
    const headers = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' }
    return request('/v1/partners/harbour', { method: 'PUT', headers, body })
  }
  const [fits, beyond] = [await send(256 * 1024), await send(256 * 1024 + 1)]
  expect(await fits.json()).toMatchObject({ code: 'invalid_request', place: '/name' })
  expect(beyond.status).toBe(413)
  expect(await beyond.json()).toMatchObject({ code: 'too_large', limit: 256 * 1024 })
})

test('a file is at most 20 MiB', async () => {
  const kalends = await harness()
  const file = (octets: number) => {
    const bytes = new Uint8Array(octets).fill(0x20)
    bytes.set(new TextEncoder().encode('{"events":[{"title":"개막","start":"2026-05-01"}]}'))
    return bytes
  }
  const fits = await kalends.upload('harbour/regatta', file(20 * 1024 * 1024))
  expect(fits.body).toMatchObject({ status: 'published', summary: { new: 1 } })
  const beyond = await kalends.upload('harbour/regatta', file(20 * 1024 * 1024 + 1))
  expect(beyond).toMatchObject({
    status: 413,
    body: { code: 'too_large', limit: 20 * 1024 * 1024 },
  })
}, 60_000)

test('reasons, file names and ids have their lengths', async () => {
  const kalends = await harness()
  const file = '날짜,제목\n2026-05-01,개막\n'
  const upload = async (options: Record<string, string>) =>
    (await kalends.upload('harbour/regatta', file, options)).status
  expect(await upload({ reason: '가'.repeat(500), filename: `${'x'.repeat(251)}.csv` })).toBe(201)
  expect(await upload({ reason: '가'.repeat(501) })).toBe(400)
  expect(await upload({ filename: `${'x'.repeat(252)}.csv` })).toBe(400)
  expect(await upload({ year: '1969' })).toBe(400)
  expect(await upload({ year: '2201' })).toBe(400)
  const get = async (path: string) => (await kalends.admin('GET', path)).status
  expect(await get(`/v1/uploads/${'x'.repeat(64)}`)).toBe(404)
  expect(await get(`/v1/uploads/${'x'.repeat(65)}`)).toBe(400)
  const event = '/v1/calendars/harbour/regatta/events'
  expect(await get(`${event}/${'x'.repeat(255)}`)).toBe(404)
  expect(await get(`${event}/${'x'.repeat(256)}`)).toBe(400)
})
