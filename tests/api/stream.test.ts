// A personal feed live: what is told to whom and when, how a stream is taken up again, and its bounds.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { createApp } from '../../src/app.ts'
import { BEAT_EVERY, MAX_STREAMS_PER_TOKEN } from '../../src/live/listeners.ts'
import { liveStreams } from '../../src/live/streams.ts'
import { sql } from '../../src/storage/database.ts'
import { ADMIN_KEY, type Json, type Kalends } from '../harness.ts'

const FILE = '날짜,시간,제목\n2026-05-01,18:30,개막\n'

/** Two calendars; a server with streams, whose seconds are the test's; another process beside it. */
async function harbour({ maxStreams = 50, maxPerNetwork = 50 } = {}) {
  const elsewhere = await harness()
  await elsewhere.admin('PUT', '/v1/partners/harbour/calendars/ferries', { name: '배' })
  let tick: (() => Promise<void>) | null = null
  const live = liveStreams(elsewhere.ports, {
    ...{ maxStreams, maxPerNetwork },
    start(given) {
      tick = given
      return () => {
        tick = null
      }
    },
  })
  const app = createApp({ ...elsewhere.ports, live })
  const second = async () => tick?.()
  const runs = () => tick !== null
  const ask = async (token: string, headers: Record<string, string> = {}, method = 'GET') =>
    app.request(`/v1/subscriptions/${token}/stream`, { method, headers })
  const open = async (token: string, lastEventId?: string) =>
    listening(await ask(token, lastEventId === undefined ? {} : { 'last-event-id': lastEventId }))
  return { elsewhere, live, second, runs, ask, open }
}

const subscribed = async (kalends: Kalends, ...calendars: string[]): Promise<string> =>
  (await kalends.admin('POST', '/v1/subscriptions', { calendars })).body.token

interface Event {
  event: string
  id?: string
  retry?: string
  data: Json
}

/** What came since it was asked last; null in the end says that the stream has ended. */
function listening(response: Response) {
  expect(response.status).toBe(200)
  const reader = (response.body as ReadableStream<Uint8Array>).getReader()
  const came: (string | null)[] = []
  const read = async (): Promise<void> => {
    const { done, value } = await reader.read()
    came.push(done ? null : new TextDecoder().decode(value))
    if (!done) await read()
  }
  const ended = read()
  const raw = async () => {
    // Whatever was written has come by the next turn.
    await new Promise((resolve) => setTimeout(resolve, 0))
    return came.splice(0)
  }
  return {
    raw,
    ended,
    leave: () => reader.cancel(),
    events: async () => (await raw()).flatMap((text) => (text === null ? [null] : eventsIn(text))),
  }
}

/** As an EventSource reads it: fields by line, an event at each empty line. */
const eventsIn = (text: string): Event[] =>
  text.split('\n\n').flatMap((block) => {
    const fields = Object.fromEntries(
      block.split('\n').map((line) => [line.split(': ')[0], line.slice(line.indexOf(': ') + 2)]),
    )
    return fields.event ? [{ ...fields, data: JSON.parse(fields.data) } as unknown as Event] : []
  })

test('ready, then a change for whoever follows what another process published, and for nobody else', async () => {
  const { elsewhere, second, open } = await harbour()
  const [both, ferries] = [
    await subscribed(elsewhere, 'harbour/regatta', 'harbour/ferries'),
    await subscribed(elsewhere, 'harbour/ferries'),
  ]
  const [mine, other] = [await open(both), await open(ferries)]
  expect(await mine.events()).toEqual([
    {
      ...{ event: 'ready', id: expect.stringMatching(/^[\w-]+$/), retry: '5000' },
      data: {
        revision: 1,
        calendars: [
          { calendar: 'harbour/regatta', revision: 0 },
          { calendar: 'harbour/ferries', revision: 0 },
        ],
      },
    },
  ])
  expect(await other.events()).toHaveLength(1)
  await elsewhere.upload('harbour/regatta', FILE)
  expect(await mine.events()).toEqual([])
  await second()
  const [change, ...more] = await mine.events()
  expect([more, change]).toEqual([
    [],
    {
      ...{ event: 'change', id: expect.any(String) },
      data: { revision: 1, calendars: [{ calendar: 'harbour/regatta', revision: 1 }] },
    },
  ])
  expect(await other.events()).toEqual([])
  await second()
  expect(await mine.events()).toEqual([])
})

test('other choices are a change, and from then on its calendars are those that are listened for', async () => {
  const { elsewhere, second, open } = await harbour()
  const token = await subscribed(elsewhere, 'harbour/regatta')
  const [one, two] = [await open(token), await open(token)]
  await one.events()
  await two.events()
  await elsewhere.admin('PATCH', `/v1/subscriptions/${token}`, { calendars: ['harbour/ferries'] })
  await second()
  const [chosen] = await one.events()
  expect(chosen?.data).toEqual({
    revision: 2,
    calendars: [{ calendar: 'harbour/ferries', revision: 0 }],
  })
  expect(await two.events()).toEqual([chosen])
  await elsewhere.upload('harbour/regatta', FILE)
  await second()
  expect(await one.events()).toEqual([])
  await elsewhere.upload('harbour/ferries', FILE)
  await second()
  expect((await one.events())[0]?.data.calendars).toEqual([
    { calendar: 'harbour/ferries', revision: 1 },
  ])
})

test('whoever comes back is told at once what changed meanwhile, by its own id alone', async () => {
  const { elsewhere, open } = await harbour()
  const token = await subscribed(elsewhere, 'harbour/regatta', 'harbour/ferries')
  const first = await open(token)
  const id = (await first.events())[0]?.id ?? ''
  expect((await (await open(token, id)).events()).map((each) => each?.event)).toEqual(['ready'])
  await elsewhere.upload('harbour/ferries', FILE)
  const [ready, change] = await (await open(token, id)).events()
  expect(ready).toMatchObject({ event: 'ready' })
  expect(ready).not.toHaveProperty('id')
  expect(change).toMatchObject({
    ...{ event: 'change', id: expect.any(String) },
    data: { revision: 1, calendars: [{ calendar: 'harbour/ferries', revision: 1 }] },
  })
  const others = await subscribed(elsewhere, 'harbour/regatta')
  const theirs = (await (await open(others)).events())[0]?.id ?? ''
  for (const none of [theirs, '', '1', 'x\tdata: 1', '{}', id.slice(1), 'a'.repeat(5000)])
    expect((await (await open(token, none)).events()).map((each) => each?.event)).toEqual(['ready'])
})

test.each(['rotated', 'erased'])(
  'a link that is %s ends its streams, and says why',
  async (how) => {
    const { elsewhere, second, open, ask, live } = await harbour()
    const token = await subscribed(elsewhere, 'harbour/regatta')
    const stream = await open(token)
    await stream.events()
    const path = `/v1/subscriptions/${token}`
    if (how === 'erased') await elsewhere.admin('DELETE', path)
    else await elsewhere.admin('POST', `${path}/rotation`)
    await second()
    await stream.ended
    expect(await stream.events()).toEqual([
      { event: 'ended', data: { endedAt: expect.stringMatching(/^2026-04-01T00:00:\d\dZ$/) } },
      null,
    ])
    expect(live.count()).toBe(0)
    expect((await ask(token)).status).toBe(410)
  },
)

test('signs of life come every 25 seconds, and seconds are counted only while somebody listens', async () => {
  const { elsewhere, second, open, runs } = await harbour()
  const token = await subscribed(elsewhere, 'harbour/regatta')
  expect(runs()).toBe(false)
  const streams = [await open(token), await open(token), await open(token)]
  for (const stream of streams) await stream.raw()
  for (let passed = 0; passed < 2 * BEAT_EVERY; passed += 1) await second()
  for (const stream of streams) expect(await stream.raw()).toEqual([': beat\n\n', ': beat\n\n'])
  for (const stream of streams) await stream.leave()
  expect(runs()).toBe(false)
  const again = await open(token)
  expect(runs()).toBe(true)
  await again.leave()
})

test('more streams than are kept are refused in words, and one that closes makes room', async () => {
  const { elsewhere, ask, open } = await harbour({ maxStreams: MAX_STREAMS_PER_TOKEN + 1 })
  const [token, other] = [
    await subscribed(elsewhere, 'harbour/regatta'),
    await subscribed(elsewhere, 'harbour/regatta'),
  ]
  const streams = []
  for (let nth = 0; nth < MAX_STREAMS_PER_TOKEN; nth += 1) streams.push(await open(token))
  const refused = async (token: string, language: string) => {
    const response = await ask(token, { 'accept-language': language })
    const { code, title } = (await response.json()) as Json
    return [response.status, response.headers.get('retry-after'), code, title]
  }
  expect(await refused(token, 'ko')).toEqual([
    ...[429, '60', 'too_many_streams', '이 링크로 열린 스트림이 너무 많습니다'],
  ])
  await open(other)
  expect(await refused(other, 'en')).toEqual([503, '60', 'streams_full', 'No stream is free'])
  await streams[0]?.leave()
  await open(other)
})

test('of one network no more than its share is kept, whichever link it comes by', async () => {
  const { elsewhere, ask, live } = await harbour({ maxPerNetwork: 2 })
  const tokens = [
    await subscribed(elsewhere, 'harbour/regatta'),
    await subscribed(elsewhere, 'harbour/ferries'),
  ]
  const from = (address: string, nth = 0) =>
    ask(tokens[nth % 2] ?? '', { 'cf-connecting-ip': address, 'accept-language': 'ko' })
  const own = listening(await from('203.0.113.7'))
  listening(await from('203.0.113.200', 1))
  const refused = await from('203.0.113.8', 1)
  const { code, title } = (await refused.json()) as Json
  expect([refused.status, refused.headers.get('retry-after'), code, title]).toEqual([
    ...[429, '60', 'network_streams_full', '이 네트워크에서 열린 스트림이 너무 많습니다'],
  ])
  listening(await from('198.51.100.7'))
  for (let nth = 0; nth < 3; nth += 1) listening(await from('', nth))
  await own.leave()
  listening(await from('203.0.113.9'))
  expect([(await from('203.0.113.9')).status, live.count()]).toEqual([429, 6])
})

test('who does not read is cut off before much waits for them; whoever else listens is not', async () => {
  const { elsewhere, second, open, ask, live } = await harbour()
  const token = await subscribed(elsewhere, 'harbour/regatta')
  const [slow, quick] = [await ask(token), await open(token)]
  for (let times = 0; live.count() > 1 && times < 1000; times += 1) {
    await elsewhere.ports.db.batch([sql`UPDATE subscriptions SET revision = revision + 1`])
    await second()
    await quick.raw()
  }
  expect(live.count()).toBe(1)
  await expect(slow.text()).rejects.toThrow()
})

test('the answer is an event stream that nobody keeps or holds back; HEAD opens none', async () => {
  const { elsewhere, ask, live } = await harbour()
  const token = await subscribed(elsewhere, 'harbour/regatta')
  const wanted = {
    'content-type': 'text/event-stream; charset=utf-8',
    'cache-control': 'no-store',
    'x-accel-buffering': 'no',
    'access-control-allow-origin': '*',
    'referrer-policy': 'no-referrer',
  }
  const head = await ask(token, {}, 'HEAD')
  expect([head.status, await head.text(), live.count()]).toEqual([200, '', 0])
  const stream = await ask(token, { 'accept-encoding': 'gzip' })
  for (const { headers } of [head, stream])
    expect(Object.fromEntries(headers)).toMatchObject(wanted)
  expect(stream.headers.get('content-encoding')).toBeNull()
  const unknown = await ask('x'.repeat(32))
  expect([unknown.status, unknown.headers.get('content-type')?.split(';')[0]]).toEqual([
    ...[404, 'application/problem+json'],
  ])
})

test('a server that stops ends all streams, spreads who comes back, and opens no more', async () => {
  const { elsewhere, live, open, ask, runs } = await harbour()
  const token = await subscribed(elsewhere, 'harbour/regatta')
  const streams = [await open(token), await open(token)]
  for (const stream of streams) await stream.raw()
  live.close()
  const told = await Promise.all(streams.map((stream) => stream.ended.then(stream.raw)))
  expect(told).toEqual([
    [expect.stringMatching(/^retry: \d+\n\n$/), null],
    [expect.stringMatching(/^retry: \d+\n\n$/), null],
  ])
  expect(told[0]?.[0]).not.toBe(told[1]?.[0])
  expect([live.count(), runs(), (await ask(token)).status]).toEqual([0, false, 503])
})

test('where nothing can stay open: one event, and the way back is the polling', async () => {
  const kalends = await harness()
  const token = await subscribed(kalends, 'harbour/regatta')
  const ask = async (id?: string) => {
    const headers: Record<string, string> = id ? { 'last-event-id': id } : {}
    const response = await kalends.request(`/v1/subscriptions/${token}/stream`, { headers })
    const text = await response.text()
    expect(text).toMatch(/^retry: 60000\n/)
    return eventsIn(text)
  }
  const [ready] = await ask()
  expect(await ask(ready?.id)).toMatchObject([{ event: 'ready', id: ready?.id }])
  await kalends.upload('harbour/regatta', FILE)
  const [change, ...more] = await ask(ready?.id)
  expect([change, more]).toMatchObject([{ event: 'change', data: { revision: 1 } }, []])
  expect(await ask(change?.id)).toMatchObject([{ event: 'ready' }])
})

const published = (slug: string) => sql`
  UPDATE calendars SET revision = revision + 1, told_revision = revision + 1,
    told_number = told_number + 1 WHERE slug = ${slug}`

test('whatever changes in whatever order, whoever listens and whoever comes back know the same', async () => {
  const { elsewhere, second, open } = await harbour({ maxStreams: 100 })
  const token = await subscribed(elsewhere, 'harbour/regatta', 'harbour/ferries')
  const acts = {
    regatta: published('regatta'),
    ferries: published('ferries'),
    chosen: sql`UPDATE subscriptions SET revision = revision + 1`,
  }
  type Act = keyof typeof acts | 'second'
  const act = fc.constantFrom<Act>('regatta', 'ferries', 'chosen', 'second')
  await fc.assert(
    fc.asyncProperty(fc.array(act, { maxLength: 6 }), async (happened) => {
      const stays = await open(token)
      let known = (await stays.events()).at(-1)?.id
      const before = known
      for (const each of happened) {
        if (each === 'second') await second()
        else await elsewhere.ports.db.batch([acts[each]])
      }
      await second()
      known = (await stays.events()).at(-1)?.id ?? known
      const back = await open(token, before)
      const told = await back.events()
      const changed = happened.some((each) => each !== 'second')
      expect(told.map((each) => each?.event)).toEqual(changed ? ['ready', 'change'] : ['ready'])
      expect(told.at(-1)?.id).toBe(known)
      await Promise.all([stays.leave(), back.leave()])
    }),
    { numRuns: 20 },
  )
})

test('what is for members alone rings in no stream but theirs, neither live nor on coming back', async () => {
  const { elsewhere, second, open } = await harbour()
  await elsewhere.admin('PUT', '/v1/partners/harbour/audiences/members', { name: '회원' })
  await elsewhere.request('/v1/partners/harbour/audiences/members/keys', {
    ...{ method: 'POST', body: 'CARD-0001' },
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'text/plain' },
  })
  const publish = async (...lines: string[]) => {
    const file = ['날짜,제목,공개 대상', ...lines].join('\n')
    expect((await elsewhere.upload('harbour/regatta', file)).body.status).toBe('published')
    await second()
  }
  await publish('2026-05-01,개막,')
  const token = await subscribed(elsewhere, 'harbour/regatta')
  const member = await subscribed(elsewhere, 'harbour/regatta')
  const [other, late] = [await open(token), await open(member)]
  const id = (await other.events())[0]?.id ?? ''
  const at = async (stream: typeof other) =>
    (await stream.events()).map((each) => [each?.event, each?.data.calendars[0]?.revision])
  expect(await at(late)).toEqual([['ready', 1]])
  const given = { partner: 'harbour', key: 'CARD-0001' }
  await elsewhere.admin('PUT', `/v1/subscriptions/${member}/audiences`, given)
  await second()
  expect(await at(late)).toEqual([['change', undefined]])
  await publish('2026-05-01,개막,', '2026-05-02,만찬,members')
  expect([await at(other), await at(late)]).toEqual([[], [['change', 2]]])
  const [again, ...more] = await (await open(token, id)).events()
  expect([again?.id, again?.event, more]).toEqual([id, 'ready', []])
  expect(await at(await open(member))).toEqual([['ready', 2]])
  // Other choices read the calendars anew: each stands where it stood.
  for (const each of [token, member])
    await elsewhere.admin('PATCH', `/v1/subscriptions/${each}`, { prefix: '⛵' })
  await second()
  expect([await at(other), await at(late)]).toEqual([
    [['change', undefined]],
    [['change', undefined]],
  ])
  await publish('2026-05-01,개막전,', '2026-05-02,만찬,members')
  expect((await other.events()).map((each) => each?.event)).toEqual(['change'])
  await elsewhere.admin('DELETE', `/v1/subscriptions/${member}/audiences/harbour/members`)
  await late.events()
  await publish('2026-05-01,개막전,', '2026-05-02,만찬과 춤,members')
  expect((await late.events()).map((each) => each?.data)).toMatchObject([
    // As everybody counts from now on: what was for members alone is left out.
    { revision: 4, calendars: [{ calendar: 'harbour/regatta', revision: 2 }] },
  ])
  await publish('2026-05-01,개막전,', '2026-05-02,만찬,members')
  expect(await at(late)).toEqual([])
})
