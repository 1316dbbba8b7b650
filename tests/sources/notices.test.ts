// Who is told of a source, of what, and how often.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { RETRIES } from '../../src/partners/notices/outbox.ts'
import { signedHeaders } from '../../src/partners/notices/webhook.ts'
import type { Fetch, FetchRequest } from '../../src/ports.ts'
import { Problem } from '../../src/problem.ts'
import type { Kalends } from '../harness.ts'
import { elsewhere, source, tick } from './server.ts'

const HOOK = 'https://hooks.example.com/kalends'
const ONE = '날짜,제목\n2026-05-01,개막\n'
const BROKEN = '날짜,제목\n2026-02-30,없는 날\n'
const AWAY = new Problem('not_fetched', { why: 'dns' })

/** A source whose notices go to a webhook; what is posted there is kept. */
async function hooked(now = '2026-04-01T00:00:00Z') {
  const kalends = await harness({ now })
  const there = elsewhere(kalends, ONE)
  const posted: FetchRequest[] = []
  const hook = { status: 204, headers: {} as Record<string, string> }
  const schedule = kalends.ports.fetch
  const fetch: Fetch = async (request) => {
    if (request.url !== HOOK) return schedule(request)
    posted.push(request)
    return {
      ...{ url: HOOK, status: hook.status, body: new Uint8Array() },
      header: (name) => hook.headers[name] ?? null,
    }
  }
  kalends.ports.fetch = fetch
  const made = await source(kalends, { notice: { webhook: HOOK } })
  const fetched = async (answers: typeof there.answers) => {
    there.answers = answers
    await made.pull()
    await tick(kalends)
  }
  const told = () => posted.map(({ body }) => JSON.parse(String(body ?? '')))
  return { ...{ kalends, posted, hook, fetched, told }, ...made }
}

test('nobody is told of what goes well', async () => {
  const { fetched, posted } = await hooked()
  await fetched(ONE)
  await fetched(`${ONE}2026-05-02,둘째 날\n`)
  expect(posted).toEqual([])
})

test('a failure is told when it lasts, once, and so is its end', async () => {
  const { fetched, told } = await hooked()
  await fetched(AWAY)
  expect(told()).toEqual([])
  for (const _ of [1, 2, 3]) await fetched(AWAY)
  expect(told().map(({ type }) => type)).toEqual(['source.failing'])
  await fetched(ONE)
  await fetched(ONE)
  expect(told().map(({ type }) => type)).toEqual(['source.failing', 'source.ok'])
})

test('a notice says which source, of what, and why', async () => {
  const { fetched, told, made } = await hooked()
  await fetched(BROKEN)
  expect(told()).toEqual([
    {
      ...{ type: 'source.waiting', timestamp: '2026-04-01T00:00:00Z' },
      data: {
        ...{ partner: 'harbour', calendar: 'regatta', source: made.body.id, url: made.body.url },
        ...{ state: 'waiting', upload: expect.any(String), problem: null },
      },
    },
  ])
})

test('a notice is signed as Standard Webhooks wants it', async () => {
  const { fetched, posted, made } = await hooked()
  await fetched(BROKEN)
  const { headers = {}, body = '', method } = posted[0] ?? {}
  expect(method).toBe('POST')
  expect(headers['webhook-id']).toMatch(/^msg_/)
  const message = { id: headers['webhook-id'] ?? '', timestamp: 1775001600, body: String(body) }
  expect(headers).toEqual(await signedHeaders(made.body.webhookSecret, message))
})

test('the signature is that of the specification’s example', async () => {
  const headers = await signedHeaders('whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw', {
    ...{ id: 'msg_p5jXN8AQM9LWM0D4loKWxJek', timestamp: 1614265330 },
    body: '{"test": 2432232314}',
  })
  expect(headers['webhook-signature']).toBe('v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=')
})

/** Moves the clock on, to when the next try is due and no further. */
async function later(kalends: Kalends, seconds: number) {
  const now = new Date(Date.parse(kalends.clock.now) + seconds * 1000)
  await tick(kalends, `${now.toISOString().slice(0, 19)}Z`)
}

test('one that is not taken is tried again under the same id, and given up in the end', async () => {
  const { fetched, posted, hook, kalends, read } = await hooked()
  hook.status = 500
  await fetched(BROKEN)
  for (const seconds of RETRIES) await later(kalends, seconds)
  await later(kalends, 7 * 86_400)
  expect(posted).toHaveLength(RETRIES.length + 1)
  expect(new Set(posted.map(({ headers }) => headers?.['webhook-id'])).size).toBe(1)
  const times = posted.map(({ headers }) => Number(headers?.['webhook-timestamp']))
  expect(times.slice(1).map((time, at) => time - (times[at] ?? 0))).toEqual(RETRIES)
  expect((await read()).noticeProblem).toMatchObject({ code: 'http_status' })
})

test('a redirection is no success', async () => {
  const { fetched, posted, hook, kalends } = await hooked()
  hook.status = 302
  await fetched(BROKEN)
  hook.status = 200
  await later(kalends, RETRIES[0] ?? 0)
  await later(kalends, 86_400)
  expect(posted).toHaveLength(2)
})

test('Retry-After of the receiver is kept', async () => {
  const { fetched, posted, hook, kalends } = await hooked()
  Object.assign(hook, { status: 503, headers: { 'retry-after': '600' } })
  await fetched(BROKEN)
  await later(kalends, 599)
  expect(posted).toHaveLength(1)
  await later(kalends, 1)
  expect(posted).toHaveLength(2)
})

test('a receiver that is gone is not called again, and the source says so', async () => {
  const { fetched, posted, hook, kalends, read } = await hooked()
  hook.status = 410
  await fetched(BROKEN)
  await later(kalends, 86_400)
  expect(posted).toHaveLength(1)
  expect(await read()).toMatchObject({ notice: null, noticeProblem: { code: 'http_status' } })
})

test('a letter goes to an address, in the partner’s language, where mail can be sent', async () => {
  const kalends = await harness()
  const letters: { to: string; subject: string; text: string }[] = []
  kalends.ports.mail = async (letter) => void letters.push(letter)
  elsewhere(kalends, BROKEN)
  const { pull } = await source(kalends, { notice: { email: 'harbour@example.com' } })
  const { upload } = await pull()
  await tick(kalends)
  await tick(kalends)
  expect(letters).toEqual([
    {
      ...{ to: 'harbour@example.com', subject: '‘레가타’ 새 일정을 확인해 주세요' },
      text: expect.stringContaining(`https://kalends.example/console/regatta/uploads/${upload}`),
    },
  ])
})

test('a letter that could not be sent is tried again', async () => {
  const kalends = await harness()
  let tries = 0
  kalends.ports.log.error = () => {}
  kalends.ports.mail = async () => {
    tries += 1
    if (tries === 1) throw new Error('450 try later')
  }
  elsewhere(kalends, BROKEN)
  const { pull } = await source(kalends, { notice: { email: 'harbour@example.com' } })
  await pull()
  await tick(kalends)
  await later(kalends, RETRIES[0] ?? 0)
  await later(kalends, 86_400)
  expect(tries).toBe(2)
})

test('a source that is removed is not spoken of any more', async () => {
  const { posted, kalends, path, pull } = await hooked()
  elsewhere(kalends, BROKEN)
  await pull()
  await kalends.admin('DELETE', path)
  await tick(kalends)
  expect(posted).toEqual([])
})
