import { expect, test } from 'vitest'
import { harness } from '#harness'
import { KalendsProblem } from '../../src/client/src/index.ts'
import { ADMIN_KEY } from '../harness.ts'
import { answering, clientOf, json, problem } from './over.ts'

test('from nothing: a calendar is found, subscribed to, and its events laid over', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  const client = clientOf(kalends)
  const { partners } = await client.get('/v1/partners')
  const params = { path: { partner: partners[0]?.partner ?? '' } }
  const { calendars } = await client.get('/v1/partners/{partner}/calendars', { params })
  expect(calendars.map(({ calendar, name }) => [calendar, name])).toEqual([['regatta', '레가타']])

  const body = { calendars: ['harbour/regatta'], alarms: [30] }
  const { token } = await client.post('/v1/subscriptions', { body })
  const mine = client.subscription(token)
  const at = '/v1/subscriptions/{token}/events'
  const agenda = () => client.get(at, { params: { path: { token } } })
  const [event] = (await agenda()).events
  expect(event?.mine).toMatchObject({ title: '개막', alarms: [30] })
  await mine.overlay.put(event?.uid ?? '', { memo: '표는 지갑에' })
  expect((await agenda()).events[0]?.mine.memo).toBe('표는 지갑에')
  expect((await mine.overlay.list()).overlays).toHaveLength(1)
  expect((await mine.choose({ prefix: '⛵' })).prefix).toBe('⛵')
  expect(await mine.erase()).toBeUndefined()
  await expect(mine.choices()).rejects.toMatchObject({ code: 'subscription_ended', status: 410 })
})

test('what goes wrong is one kind of error, in the language that was asked for', async () => {
  const kalends = await harness()
  const asking = (language: string) =>
    clientOf(kalends, { language }).get('/v1/partners/{partner}', {
      params: { path: { partner: 'nobody' } },
    })
  const thrown = await asking('ko').catch((error: unknown) => error)
  expect(thrown).toBeInstanceOf(KalendsProblem)
  expect(thrown).toMatchObject({ code: 'not_found', status: 404 })
  expect((thrown as KalendsProblem).message).toMatch(/[가-힣]/)
  await expect(asking('en')).rejects.toThrow(/nobody/)
  const { error, response } = await clientOf(kalends).raw.GET('/v1/partners/{partner}', {
    params: { path: { partner: 'nobody' } },
  })
  expect([error?.code, response.status]).toEqual(['not_found', 404])
})

test('a proxy’s page is no answer of Kalends; nobody’s is none', async () => {
  const page = () => new Response('<h1>Bad gateway</h1>', { status: 418 })
  const { client } = answering([page, new TypeError('fetch failed')], { retries: 0 })
  await expect(client.get('/v1/partners')).rejects.toMatchObject({
    ...{ code: 'unexpected_answer', status: 418 },
  })
  await expect(client.get('/v1/partners')).rejects.toMatchObject({ code: 'unreachable', status: 0 })
})

test('it is sent again when that helps: at the time that was told, else later and later', async () => {
  const { client, sent, waits } = answering([
    problem('too_many_attempts', 429, { 'retry-after': '7' }),
    new TypeError('fetch failed'),
    problem('unavailable', 503),
    json({ partners: [] }),
  ])
  expect(await client.get('/v1/partners')).toEqual({ partners: [] })
  expect(waits).toEqual([7000, 500, 1000])
  expect(sent).toHaveLength(4)
})

test('and never for ever: not a fourth time, not after too long, not what was wrong', async () => {
  const down = () => problem('unavailable', 503)
  const often = answering([down, down, down, down])
  await expect(often.client.get('/v1/partners')).rejects.toMatchObject({ status: 503 })
  expect(often.sent).toHaveLength(4)
  const long = answering([problem('too_many_reports', 429, { 'retry-after': '3600' })])
  await expect(long.client.get('/v1/partners')).rejects.toMatchObject({ retryAfter: 3600 })
  const wrong = answering([problem('not_found', 404)])
  await expect(wrong.client.get('/v1/partners')).rejects.toMatchObject({ code: 'not_found' })
  expect([wrong.waits, long.waits]).toEqual([[], []])
})

test('a POST carries one key through all its tries, so that it is done once', async () => {
  const { client, sent } = answering([new TypeError('fetch failed'), json({ token: 't' }, 201)])
  await client.post('/v1/subscriptions', { body: { calendars: ['harbour/regatta'] } })
  const keys = sent.map(({ headers }) => headers.get('idempotency-key'))
  expect(keys).toEqual([expect.stringMatching(/^[0-9a-f]{32}$/), keys[0]])

  const kalends = await harness()
  const own = clientOf(kalends, { key: ADMIN_KEY })
  const headers = { 'Idempotency-Key': 'queued-on-a-phone-1' }
  const params = { path: { partner: 'harbour' } }
  const make = () =>
    own.post('/v1/partners/{partner}/keys', { params, body: { label: '새 키' }, headers })
  expect((await make()).id).toBe((await make()).id)
})

test('who asks again sends the tag, and has the same answer without its bytes', async () => {
  const tagged = (body: object) => json(body, 200, { etag: '"1"' })
  const same = () => new Response(null, { status: 304 })
  const page = { partners: [] }
  const { client, sent } = answering([tagged(page), same, json({ partners: [], next: 'x' })])
  expect(await client.get('/v1/partners')).toEqual(page)
  expect(await client.get('/v1/partners')).toEqual(page)
  expect(await client.get('/v1/partners')).toEqual({ ...page, next: 'x' })
  expect(sent.map(({ headers }) => headers.get('if-none-match'))).toEqual([null, '"1"', '"1"'])
})

test('who gives up is not kept waiting', async () => {
  const leaving = new AbortController()
  const { client } = answering([problem('unavailable', 503)], {
    wait: async () => leaving.abort(new Error('left')),
  })
  const { signal } = leaving
  await expect(client.get('/v1/partners', { signal })).rejects.toThrow('left')
})
