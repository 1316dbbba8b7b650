// The manners of the API: other origins, tags and 304, quotas, calls sent again, calls that will go away.

import { createRoute, OpenAPIHono, z } from '@hono/zod-openapi'
import { beforeAll, describe, expect, test } from 'vitest'
import { harness } from '#harness'
import { deprecation, deprecationHeaders } from '../../src/web/deprecation.ts'
import { limiterFor } from '../../src/web/limiter.ts'
import {
  MEMBER_KEYS_PER_BLOCK,
  REPORTS_PER_BLOCK,
  SUBSCRIPTIONS_PER_BLOCK,
} from '../../src/web/quota.ts'
import { browserAt } from '../console/console.ts'
import { ADMIN_KEY, type Json } from '../harness.ts'
import { describedBy, operationsIn } from './description.ts'
import { exampleOf, type World, world } from './world.ts'

const ORIGIN = 'https://app.example'

describe('in one world', () => {
  let here: World
  let document: Json
  beforeAll(async () => {
    here = await world()
    document = await describedBy(here.kalends)
  })
  const calls = () => operationsIn(document).filter(({ path }) => path.startsWith('/v1/'))

  test('a page of another origin may call what needs no key, with every header, and writes nothing else', async () => {
    for (const operation of calls()) {
      const [path] = exampleOf(operation, here.mine)
      const asked = 'content-type,idempotency-key,if-none-match,last-event-id,accept-language'
      const preflight = await here.kalends.request(path, {
        method: 'OPTIONS',
        headers: {
          ...{ origin: ORIGIN, 'access-control-request-method': operation.method },
          'access-control-request-headers': asked,
        },
      })
      const allowed = preflight.headers.get('access-control-allow-methods')?.split(',')
      const may = operation.method === 'GET' || !operation.needsKey
      expect([operation.name, allowed?.includes(operation.method)]).toEqual([operation.name, may])
      expect([preflight.status, Object.fromEntries(preflight.headers)]).toMatchObject([
        204,
        {
          ...{ 'access-control-allow-origin': '*', 'access-control-allow-headers': asked },
          'access-control-max-age': '86400',
        },
      ])
      expect(preflight.headers.get('access-control-allow-credentials')).toBeNull()
    }
  })

  test('everything that is read has a tag, and is not sent again to whoever has it; HEAD alike', async () => {
    const reads = calls().filter(
      ({ method, path }) => method === 'GET' && !path.endsWith('/stream'),
    )
    expect(reads.length).toBeGreaterThan(30)
    for (const operation of reads) {
      const [path, { headers = {} }] = exampleOf(operation, here.mine, ADMIN_KEY)
      const ask = (method: string, tag?: string) =>
        here.kalends.request(path, {
          method,
          headers: { ...headers, ...(tag ? { 'if-none-match': tag } : {}) } as HeadersInit,
        })
      const [full, head] = [await ask('GET'), await ask('HEAD')]
      const tag = full.headers.get('etag') ?? ''
      expect([operation.name, tag]).toEqual([operation.name, expect.stringMatching(/^"\w{32}"$/)])
      expect([operation.name, head.status, head.headers.get('etag')]).toEqual([
        ...[operation.name, 200, tag],
      ])
      for (const method of ['GET', 'HEAD']) {
        const unchanged = await ask(method, `"other", W/${tag}`)
        expect([operation.name, unchanged.status, await unchanged.text()]).toEqual([
          ...[operation.name, 304, ''],
        ])
        expect(unchanged.headers.get('etag')).toBe(tag)
        for (const name of ['cache-control', 'access-control-allow-origin', 'vary'])
          expect([name, unchanged.headers.get(name)]).toEqual([name, full.headers.get(name)])
      }
      expect((await ask('GET', '"other"')).status).toBe(200)
    }
  })

  test('a tag is another once the answer is, and an error has none', async () => {
    const { kalends, mine } = here
    const path = `/v1/subscriptions/${mine.token}`
    const tagOf = async () => (await kalends.request(path)).headers.get('etag')
    const before = await tagOf()
    await kalends.admin('PATCH', path, { prefix: '⛵' })
    expect(await tagOf()).not.toBe(before)
    const unknown = await kalends.request(`/v1/subscriptions/${'x'.repeat(32)}`)
    expect([unknown.status, unknown.headers.get('etag')]).toEqual([404, null])
  })

  test('no call of /v1 knows a cookie: who is signed in at the console is nobody here', async () => {
    const { kalends, mine } = here
    const browser = browserAt(kalends)
    await browser.page('/console')
    await browser.post('/console/sign-in', { key: mine.key })
    expect(browser.cookies.size).toBeGreaterThan(0)
    for (const operation of calls().filter(({ needsKey }) => needsKey)) {
      const [path, init] = exampleOf(operation, mine)
      const cookie = [...browser.cookies].map((pair) => pair.join('=')).join('; ')
      const headers = { ...init.headers, origin: ORIGIN, cookie }
      const response = await kalends.request(path, { ...init, headers })
      expect([operation.name, response.status]).toEqual([operation.name, 401])
      expect(response.headers.get('set-cookie')).toBeNull()
    }
  })
})

const FROM = { 'cf-connecting-ip': '203.0.113.7', 'content-type': 'application/json' }

test('a quota is told with every answer, and with the refusal when it is used up', async () => {
  const { kalends, mine } = await world()
  const address = `${mine.partner}/${mine.calendar}`
  const personal = `/v1/subscriptions/${mine.token}`
  const quotas = [
    ['reports', REPORTS_PER_BLOCK, 'POST', '/v1/reports', report(address, '20:00')],
    [
      'subscriptions',
      SUBSCRIPTIONS_PER_BLOCK,
      'POST',
      '/v1/subscriptions',
      { calendars: [address] },
    ],
    [
      ...(['member-keys', MEMBER_KEYS_PER_BLOCK, 'PUT', `${personal}/audiences`] as const),
      { partner: mine.partner, key: 'MEMBER-0001' },
    ],
  ] as const
  for (const [name, most, method, path, body] of quotas) {
    const ask = () =>
      kalends.request(path, {
        method,
        headers: { ...FROM, origin: ORIGIN },
        body: JSON.stringify(body),
      })
    const policy = `"${name}";q=${most};w=3600`
    const taken = await ask()
    expect([name, taken.status < 300, taken.headers.get('ratelimit')]).toEqual([
      ...[name, true, `"${name}";r=${most - 1};t=3600`],
    ])
    expect(taken.headers.get('ratelimit-policy')).toBe(policy)
    const limiter = limiterFor(kalends.ports, name, most)
    while ((await limiter.take('203.0.113.0/24')).allowed);
    const refused = await ask()
    expect([refused.status, Object.fromEntries(refused.headers)]).toMatchObject([
      429,
      {
        ...{ ratelimit: `"${name}";r=0;t=3600`, 'ratelimit-policy': policy, 'retry-after': '3600' },
        'access-control-allow-origin': '*',
        'access-control-expose-headers': expect.stringMatching(/Retry-After,RateLimit,/),
      },
    ])
  }
})

const report = (calendar: string, at: string) => ({
  ...{ calendar, kind: 'missing' },
  suggestion: { title: '빠진 경기', start: `2026-05-05T${at}` },
})

test('without an API key too, a call sent again is done once, by a key that nobody guesses', async () => {
  const kalends = await harness()
  const key = 'c4f0b2de-one-of-a-kind'
  const send = async (path: string, body: object, given: string) => {
    const headers = { ...FROM, 'idempotency-key': given }
    const response = await kalends.request(path, {
      ...{ method: 'POST', headers, body: JSON.stringify(body) },
    })
    const replayed = response.headers.get('idempotent-replayed')
    return { status: response.status, replayed, body: (await response.json()) as Json }
  }
  const calls = {
    '/v1/subscriptions': { calendars: ['harbour/regatta'] },
    '/v1/reports': report('harbour/regatta', '20:00'),
  }
  for (const [path, body] of Object.entries(calls)) {
    const [one, two] = [await send(path, body, key + path), await send(path, body, key + path)]
    expect([one.status, one.replayed]).toEqual([201, null])
    expect(two).toEqual({ ...one, replayed: 'true' })
    expect((await send(path, { ...body, calendar: 'x/y' }, key + path)).body.code).toBe(
      'idempotency_conflict',
    )
    expect((await send(path, body, 'short')).body).toMatchObject({
      ...{ status: 400, code: 'invalid_request', place: 'header Idempotency-Key' },
    })
  }
  for (const table of ['subscriptions', 'reports'])
    expect(
      await kalends.ports.db.query({ sql: `SELECT count(*) AS n FROM ${table}`, params: [] }),
    ).toEqual([{ n: 1 }])
})

test('a call that will go away says since when, until when and where to read on; a year before', async () => {
  const app = new OpenAPIHono()
  app.use('/v1/*', deprecationHeaders(app, 'https://kalends.example/docs'))
  const answer = {
    200: { description: 'It', content: { 'application/json': { schema: z.any() } } },
  }
  const route = (path: string, more: object) =>
    createRoute({ ...{ method: 'get', path, responses: answer }, ...more })
  app.openapi(route('/v1/old/{id}', deprecation('2026-12-01', '2027-12-01')), (c) => c.json({}))
  app.openapi(route('/v1/new/{id}', {}), (c) => c.json({}))
  for (const method of ['GET', 'HEAD']) {
    const { headers } = await app.request('/v1/old/7', { method })
    expect(Object.fromEntries(headers)).toMatchObject({
      deprecation: '@1796083200',
      sunset: 'Wed, 01 Dec 2027 00:00:00 GMT',
      link: '<https://kalends.example/docs>; rel="deprecation"; type="text/html"',
    })
  }
  expect((await app.request('/v1/new/7')).headers.get('deprecation')).toBeNull()
  const { paths } = app.getOpenAPI31Document({ openapi: '3.1.0', info: { title: '', version: '' } })
  expect(paths?.['/v1/old/{id}']?.get).toMatchObject({ deprecated: true, 'x-sunset': '2027-12-01' })
  expect(() => deprecation('2026-12-01', '2027-11-30')).toThrow('364 days')
})
