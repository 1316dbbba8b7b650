// What a caller does wrong, and what it is told: in its language, by a stable code, with the place.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { ADMIN_KEY } from '../harness.ts'

const CALENDAR = '/v1/partners/harbour/calendars/regatta'
const JSON_TYPE = { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'application/json' }

async function asked(path: string, init?: RequestInit) {
  const { request } = await harness()
  const response = await request(path, init)
  return { response, headers: response.headers, body: (await response.json()) as object }
}

const put = (path: string, body: string, headers: Record<string, string> = JSON_TYPE) =>
  asked(path, { method: 'PUT', headers, body })

test('a problem is RFC 9457, and its type leads to its explanation', async () => {
  const { request } = await harness()
  const response = await request('/v1/partners/nobody')
  expect([response.status, response.headers.get('content-type')]).toEqual([
    404,
    'application/problem+json; charset=utf-8',
  ])
  const body = (await response.json()) as { type: string }
  expect(body).toEqual({
    type: 'https://kalends.example/docs#problem-not_found',
    ...{ title: 'Not found', status: 404, code: 'not_found' },
    ...{ detail: 'There is no partner “nobody”.', what: 'partner', name: 'nobody' },
  })
  const docs = await (await request('/docs')).text()
  expect(docs).toContain(`id="${body.type.split('#')[1]}"`)
})

test.each([
  ['ko', '찾을 수 없습니다', 'ko'],
  ['ko-KR,ko;q=0.9,en;q=0.8', '찾을 수 없습니다', 'ko'],
  ['en-GB', 'Not found', 'en'],
  ['ja, fr;q=0.5', 'Not found', 'en'],
  ['en;q=0.1, ko;q=0.2', '찾을 수 없습니다', 'ko'],
])('Accept-Language “%s” is answered with “%s”', async (language, title, tag) => {
  const { headers, body } = await asked('/v1/partners/x', {
    headers: { 'accept-language': language },
  })
  expect(body).toMatchObject({ title, code: 'not_found' })
  expect([headers.get('content-language'), headers.get('vary')]).toEqual([tag, 'Accept-Language'])
})

test('values are named as they were found, and the wish is in the reader’s language', async () => {
  const wrong = '{"defaultMinutes":0}'
  const english = await put(CALENDAR, wrong)
  expect(english.body).toMatchObject({
    ...{ code: 'invalid_request', place: '/defaultMinutes', found: '0' },
    wanted: 'Too small: expected number to be >=1',
  })
  const korean = await put(CALENDAR, wrong, { ...JSON_TYPE, 'accept-language': 'ko' })
  expect(korean.body).toMatchObject({
    ...{ place: '/defaultMinutes', found: '0', wanted: expect.stringMatching(/[가-힣]/) },
    detail: expect.stringMatching(/^\/defaultMinutes: 0\. .*[가-힣]/),
  })
})

test.each([
  ['{"timezone":"Mars/Olympus"}', '/timezone', '"Mars/Olympus"', /IANA/],
  ['{"timezone":"+09:00"}', '/timezone', '"+09:00"', /IANA/],
  ['{"color":"red"}', '/color', '"red"', /#RRGGBB/],
  ['{"name":"two\\nlines"}', '/name', '"two\\nlines"', /One line/],
  ['{"name":"  "}', '/name', '"  "', /Too small/],
  ['{"name":7}', '/name', '7', /expected string/],
  ['{"language":"fr"}', '/language', '"fr"', /"ko"\|"en"/],
  ['{"translations":{"en":{"title":"x"}}}', '/translations/en/title', '"x"', /^Known: name, /],
  ['{"translations":{"english":{}}}', '/translations/english', '{}', /\S/],
  ['[]', 'body', '[]', /expected object/],
  ['"x"', 'body', '"x"', /expected object/],
  ['null', 'body', 'null', /expected object/],
])('%s is refused at %s', async (text, place, found, wanted) => {
  const { response, body } = await put(CALENDAR, text)
  expect(response.status).toBe(400)
  expect(body).toMatchObject({ code: 'invalid_request', place, found })
  expect((body as { wanted: string }).wanted).toMatch(wanted)
})

/** What a caller might hope to set beside what it may. */
const ASSIGNED = [
  'id',
  'partnerId',
  'revision',
  'createdAt',
  'deletedAt',
  'slug',
  'feedUrl',
  '__proto__',
  'constructor',
]

test.each(ASSIGNED)('nobody sets “%s” by sending it', async (field) => {
  const bodies = {
    [CALENDAR]: `{"name":"x","${field}":"7"}`,
    '/v1/partners/harbour': `{"name":"x","${field}":"7"}`,
  }
  for (const [path, text] of Object.entries(bodies)) {
    const { response, body } = await put(path, text)
    expect([path, response.status, body]).toEqual([
      ...[path, 400],
      expect.objectContaining({ code: 'invalid_request', place: `/${field}`, found: '"7"' }),
    ])
  }
  expect(({} as { polluted?: unknown }).polluted).toBeUndefined()
})

test('a key’s label is all that a key is given', async () => {
  const { response, body } = await asked('/v1/partners/harbour/keys', {
    ...{ method: 'POST', headers: JSON_TYPE, body: '{"label":"x","key":"mine","partnerId":2}' },
  })
  expect([response.status, body]).toEqual([
    400,
    expect.objectContaining({ place: '/key', found: '"mine"', wanted: 'Known: label, role' }),
  ])
})

test.each(['{"name":', '', 'name=x', '{"name":"x"}{}', '\u0000'])(
  'a body that is no JSON is said to be none: %j',
  async (text) => {
    const { response, body } = await put(CALENDAR, text)
    expect(response.status).toBe(400)
    expect(body).toMatchObject({
      code: 'invalid_request',
      place: 'body',
      wanted: 'application/json',
    })
  },
)

test.each(['text/plain', 'application/x-www-form-urlencoded', 'application/xml', 'json'])(
  'a body of type %s is 415, and names what is wanted',
  async (type) => {
    const headers = { ...JSON_TYPE, 'content-type': type }
    const { response, body } = await put(CALENDAR, '{"name":"x"}', headers)
    expect(response.status).toBe(415)
    expect(body).toMatchObject({
      code: 'unsupported_media',
      found: type,
      wanted: 'application/json',
    })
  },
)

test('JSON is JSON with a charset and in capitals too', async () => {
  for (const type of ['application/json; charset=utf-8', 'Application/JSON']) {
    const { response } = await put(CALENDAR, '{"name":"x"}', { ...JSON_TYPE, 'content-type': type })
    expect(response.status).toBe(200)
  }
})

test.each([
  ['/v1/partners', 'limit, cursor'],
  ['/v1/partners/harbour/calendars', 'limit, cursor'],
  ['/v1/calendars/harbour/regatta/events', 'from, to, limit, cursor'],
  ['/v1/events', 'calendar, from, to, limit, cursor'],
  ['/v1/calendars/harbour/regatta/changes', 'since, limit'],
  [`${CALENDAR}/uploads`, 'limit, cursor'],
  [`${CALENDAR}/revisions`, 'limit, cursor'],
])(
  'an option that %s does not know is refused, and those it knows are named',
  async (path, known) => {
    const headers = { authorization: `Bearer ${ADMIN_KEY}` }
    const query = path === '/v1/events' ? 'calendar=harbour/regatta&team=bears' : 'team=bears'
    const { response, body } = await asked(`${path}?${query}`, { headers })
    expect(response.status).toBe(400)
    expect(body).toMatchObject({
      ...{ code: 'unknown_option', name: 'team', known },
      detail: expect.stringContaining(`Known: ${known}.`),
    })
  },
)

test('an upload’s misspelt option publishes nothing', async () => {
  const { response, body } = await asked(`${CALENDAR}/uploads?publsh=true`, {
    ...{ method: 'POST', headers: JSON_TYPE, body: '날짜,제목\n2026-05-01,개막\n' },
  })
  expect(response.status).toBe(400)
  expect(body).toMatchObject({
    known: 'filename, mode, publish, confirm, dateOrder, year, sheet, reason',
  })
})

test.each([
  ['POST', '/v1/partners', 'GET, HEAD'],
  ['DELETE', '/v1/partners/harbour', 'GET, HEAD, PUT, PATCH'],
  ['PATCH', CALENDAR, 'PUT, DELETE'],
  ['GET', '/v1/partners/harbour/keys/abc', 'PATCH, DELETE'],
  ['PUT', '/v1/partners/harbour/keys', 'GET, HEAD, POST'],
  ['GET', '/v1/uploads/abc/publication', 'POST, DELETE'],
  ['POST', '/v1/calendars/harbour/regatta/events', 'GET, HEAD'],
  ['POST', '/feeds/harbour/regatta.ics', 'GET, HEAD'],
  ['POST', '/', 'GET, HEAD'],
  ['DELETE', '/docs', 'GET, HEAD'],
  ['PROPFIND', '/v1/partners', 'GET, HEAD'],
])('%s %s is 405, and says what is possible', async (method, path, allow) => {
  const { response, headers, body } = await asked(path, {
    ...{ method, headers: { accept: 'application/json' } },
  })
  expect([response.status, headers.get('allow')]).toEqual([405, allow])
  expect(body).toMatchObject({ code: 'method_not_allowed', method, allowed: allow })
})

test('an address that is none is 404 with every method', async () => {
  const { request } = await harness()
  for (const method of ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'])
    for (const path of [
      '/v1',
      '/v1/',
      '/v1/partners/',
      '/v1/nothing',
      '/feeds/harbour/regatta',
      '/.env',
    ])
      expect([method, path, (await request(path, { method })).status]).toEqual([
        ...[method, path, 404],
      ])
})

test('HEAD is GET without the body', async () => {
  const { request } = await harness()
  const paths = [
    '/v1/partners',
    '/v1/events?calendar=harbour/regatta',
    '/v1/partners/nobody',
    '/',
    '/healthz',
  ]
  for (const path of paths) {
    const [get, head] = [await request(path), await request(path, { method: 'HEAD' })]
    expect([path, head.status, await head.text()]).toEqual([path, get.status, ''])
    expect(Object.fromEntries(head.headers)).toEqual(Object.fromEntries(get.headers))
  }
})

test('a page of another origin may read, and only read', async () => {
  const { request } = await harness()
  const origin = 'https://app.example'
  const read = await request('/v1/events?calendar=harbour/regatta', { headers: { origin } })
  expect(read.headers.get('access-control-allow-origin')).toBe('*')
  expect(read.headers.get('access-control-allow-credentials')).toBeNull()
  const refused = await request('/v1/partners/nobody', { headers: { origin } })
  expect(refused.headers.get('access-control-allow-origin')).toBe('*')
  const preflight = await request('/v1/events', {
    method: 'OPTIONS',
    headers: {
      ...{ origin, 'access-control-request-method': 'GET' },
      'access-control-request-headers': 'accept-language,cache-control',
    },
  })
  expect([preflight.status, preflight.headers.get('access-control-allow-origin')]).toEqual([
    204,
    '*',
  ])
  expect(preflight.headers.get('access-control-allow-headers')).toBe(
    'accept-language,cache-control',
  )
  expect(preflight.headers.get('access-control-allow-methods')).toBe('GET,HEAD')
})

test('JSON is not taken for a page, and what a key was needed for is kept by no cache', async () => {
  const { request } = await harness()
  const open = await request('/v1/partners')
  expect(open.headers.get('x-content-type-options')).toBe('nosniff')
  expect(open.headers.get('content-type')).toMatch(/^application\/json/)
  const keyed = await request('/v1/partners/harbour/keys', { headers: JSON_TYPE })
  expect([keyed.status, keyed.headers.get('cache-control')]).toEqual([200, 'no-store'])
  const refused = await request('/v1/uploads/x')
  expect([refused.status, refused.headers.get('cache-control')]).toEqual([401, 'no-store'])
})

test('a fault of ours is 500 with a number, and tells nothing else', async () => {
  const { ports } = await harness()
  const { createApp } = await import('../../src/app.ts')
  const logged: unknown[] = []
  const broken = createApp({
    ...ports,
    db: { ...ports.db, query: () => Promise.reject(new Error('secret of the house')) },
    log: { info: () => {}, error: (event, about) => logged.push({ event, ...about }) },
  })
  const response = await broken.request('/v1/partners')
  const text = await response.text()
  expect(response.status).toBe(500)
  expect(text).not.toContain('secret')
  const { id } = JSON.parse(text) as { id: string }
  expect(logged).toEqual([
    expect.objectContaining({ id, error: expect.stringContaining('secret of the house') }),
  ])
})

test('a database that does not answer is 503, to be tried again', async () => {
  const { ports } = await harness()
  const { createApp } = await import('../../src/app.ts')
  const busy = createApp({
    ...ports,
    db: { ...ports.db, query: () => Promise.reject(new Error('SQLITE_BUSY: database is locked')) },
    log: { info: () => {}, error: () => {} },
  })
  for (const path of ['/v1/partners', '/readyz', '/']) {
    const response = await busy.request(path)
    expect([path, response.status, response.headers.get('retry-after')]).toEqual([path, 503, '60'])
  }
  expect((await busy.request('/healthz')).status).toBe(200)
})
