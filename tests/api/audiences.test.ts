import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import { ADMIN_KEY, type Json, type Kalends } from '../harness.ts'

const PATH = '/v1/partners/harbour/audiences'
const REGATTA = '/v1/partners/harbour/calendars/regatta'
const CHANGES = '/v1/calendars/harbour/regatta/changes'

const csv = (...lines: string[]) => ['날짜,시간,제목,공개 대상', ...lines].join('\n')
const OPEN = '2026-05-01,18:30,개막,'
const DINNER = '2026-05-02,19:00,회원의 밤,members'

async function withMembers(): Promise<Kalends> {
  const kalends = await harness()
  const { status } = await kalends.admin('PUT', `${PATH}/members`, {
    ...{ name: '시즌권 회원', translations: { en: { name: 'Season members' } } },
  })
  expect(status).toBe(201)
  return kalends
}

const keys = async (kalends: Kalends, text: string, query = '') => {
  const response = await kalends.request(`${PATH}/members/keys${query}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'text/plain' },
    body: text,
  })
  return { status: response.status, body: (await response.json()) as Json }
}

test('an audience is made, named anew, listed with its counts, and removed', async () => {
  const kalends = await withMembers()
  await kalends.admin('PUT', `${PATH}/members`, { name: '회원' })
  await kalends.upload('harbour/regatta', csv(OPEN, DINNER))
  await keys(kalends, 'CARD-0001\nCARD-0002\n')
  const { body } = await kalends.admin('GET', PATH)
  expect(body.audiences).toEqual([
    {
      ...{ audience: 'members', name: '회원', translations: {}, keys: 2, subscriptions: 0 },
      ...{ ahead: 1, createdAt: '2026-04-01T00:00:00Z' },
    },
  ])
  const used = await kalends.admin('DELETE', `${PATH}/members`)
  expect([used.status, used.body.code]).toEqual([409, 'audience_in_use'])
  await kalends.upload('harbour/regatta', csv(OPEN, '2026-05-02,19:00,회원의 밤,'), {
    confirm: 'true',
  })
  expect((await kalends.admin('DELETE', `${PATH}/members`)).status).toBe(204)
  expect((await kalends.admin('GET', PATH)).body.audiences).toEqual([])
})

test('keys are added, replaced, removed and run out; they are kept as hashes alone', async () => {
  const kalends = await withMembers()
  const count = async () => (await kalends.admin('GET', PATH)).body.audiences[0].keys
  expect((await keys(kalends, 'card 0001\r\nCARD-0002\n\n')).body.keys).toBe(2)
  // The same key, however it is typed, and as a hash that was made elsewhere.
  const hash = '7e0b7ed9d9fd8a3d2d9a2a3a0a0b0c0d0e0f00112233445566778899aabbccdd'
  expect((await keys(kalends, `CARD0001\n${hash.toUpperCase()}`)).body.keys).toBe(3)
  expect((await keys(kalends, `card-0001\n${hash}`, '?act=remove')).body.keys).toBe(1)
  expect((await keys(kalends, 'NEW-0001', '?act=replace&expires=2026-04-30')).body.keys).toBe(1)
  kalends.clock.now = '2026-04-30T14:59:59Z'
  expect(await count()).toBe(1)
  kalends.clock.now = '2026-04-30T15:00:00Z'
  expect(await count()).toBe(0)
  const rows = await kalends.ports.db.query<Json>({
    sql: 'SELECT sha256 FROM audience_keys',
    params: [],
  })
  expect(rows).toEqual([{ sha256: expect.stringMatching(/^[0-9a-f]{64}$/) }])
  expect((await kalends.admin('DELETE', `${PATH}/members/keys`)).status).toBe(204)
})

test.each([
  ['CARD-0001\nabc\n', '', 400, 'audience_key_invalid'],
  ['', '', 400, 'nothing_given'],
  ['CARD-0001', '?expires=2026-02-30', 400, 'invalid_request'],
  ['CARD-0001', '?act=keep', 400, 'invalid_request'],
  ['CARD-0001', '?until=2026-05-01', 400, 'unknown_option'],
  [Array.from({ length: 100_001 }, (_, n) => `CARD${n}`).join('\n'), '', 409, 'too_many'],
])('keys that cannot be are refused, and nothing is changed', async (text, query, status, code) => {
  const kalends = await withMembers()
  const answer = await keys(kalends, text, query)
  expect([answer.status, answer.body.code]).toEqual([status, code])
  expect((await kalends.admin('GET', PATH)).body.audiences[0].keys).toBe(0)
})

test.each([
  ['members', 'members'],
  ['시즌권  회원', 'members'],
  ['SEASON members', 'members'],
  ['', null],
])('a file calls an audience by its short name or by its names: %s', async (word, audience) => {
  const kalends = await withMembers()
  const { body } = await kalends.upload(
    'harbour/regatta',
    csv(`2026-05-02,19:00,회원의 밤,${word}`),
  )
  const { uid } = body.changes[0]
  const { body: told } = await kalends.admin('GET', `${REGATTA}/events/${uid}`)
  expect(told.event.facts.audience).toBe(audience)
})

test('a word that is no audience is an error at its cell, never a public event', async () => {
  const kalends = await withMembers()
  const { status, body } = await kalends.upload(
    'harbour/regatta',
    csv(OPEN, '2026-05-02,19:00,회원의 밤,memebrs'),
  )
  expect([status, body.status]).toEqual([422, 'refused'])
  expect(body.findings).toEqual([
    expect.objectContaining({
      ...{ code: 'audience.unknown', row: 3, column: '공개 대상', value: 'memebrs' },
      message: expect.stringContaining('members'),
    }),
  ])
})

test('a file that opens private events asks first; one without the column leaves them as they are', async () => {
  const kalends = await withMembers()
  await kalends.upload('harbour/regatta', csv(OPEN, DINNER))
  const without = '날짜,시간,제목\n2026-05-01,18:30,개막\n2026-05-02,20:00,회원의 밤\n'
  const later = await kalends.upload('harbour/regatta', without)
  expect(later.body).toMatchObject({ status: 'published', summary: { changed: 0, moved: 1 } })
  expect(await kalends.feed('harbour/regatta')).not.toContain('회원의 밤')
  const blank = csv(OPEN, '2026-05-02,20:00,회원의 밤,')
  const asked = await kalends.upload('harbour/regatta', blank)
  expect(asked.body).toMatchObject({
    ...{ status: 'ready', findings: [{ code: 'guard.opens', severity: 'question' }] },
  })
  await kalends.upload('harbour/regatta', blank, { confirm: 'true' })
  expect(await kalends.feed('harbour/regatta')).toContain('회원의 밤')
})

test('to everybody, an event that becomes private is gone, and comes back when it is public again', async () => {
  const kalends = await withMembers()
  const { body } = await kalends.upload('harbour/regatta', csv(OPEN, '2026-05-02,19:00,잔치,'))
  const uid = body.changes.find((each: Json) => each.title === '잔치')?.uid ?? body.changes[1].uid
  const edit = (said: object) => kalends.admin('PATCH', `${REGATTA}/events/${uid}`, said)
  const first = (await kalends.admin('GET', CHANGES)).body
  await edit({ audience: 'members' })
  await edit({ title: '비밀 잔치' })
  const gone = (await kalends.admin('GET', `${CHANGES}?since=${first.next}`)).body
  expect(gone.changes).toEqual([{ type: 'remove', uid }])
  // What happens to it as a private event is no news.
  await edit({ title: '아주 비밀스러운 잔치' })
  const quiet = (await kalends.admin('GET', `${CHANGES}?since=${gone.next}`)).body
  expect(quiet).toEqual({ changes: [], next: gone.next, more: false })
  const one = (await kalends.admin('GET', `/v1/calendars/harbour/regatta/events/${uid}`)).body
  expect(one).toMatchObject({ removed: true, event: { title: '잔치', audience: null } })
  expect(JSON.stringify(one)).not.toContain('비밀')
  await edit({ audience: null, title: '모두의 잔치' })
  const back = (await kalends.admin('GET', `${CHANGES}?since=${gone.next}`)).body
  expect(back.changes).toEqual([
    { type: 'upsert', event: expect.objectContaining({ uid, title: '모두의 잔치' }) },
  ])
})

const day = fc.record({
  day: fc.integer({ min: 1, max: 12 }),
  hour: fc.integer({ min: 9, max: 21 }),
  audience: fc.constantFrom('', 'members'),
})
const season = fc.uniqueArray(day, { selector: (each) => each.day, maxLength: 8 })

test('for any series of publications, following changes gives what is public, and tells nothing else', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(season, fc.constantFrom('merge', 'replace')), {
        minLength: 1,
        maxLength: 5,
      }),
      async (publications) => {
        const kalends = await withMembers()
        const copies: { copy: Map<string, Json>; token: string | undefined }[] = []
        const publicOnce = new Set<string>()
        const told = new Set<string>()
        const follow = async (copy: Map<string, Json>, since: string | undefined) => {
          const query = since ? `?limit=500&since=${since}` : '?limit=500'
          const { body } = await kalends.admin('GET', `${CHANGES}${query}`)
          for (const change of body.changes) {
            told.add(change.uid ?? change.event.uid)
            if (change.type === 'remove') copy.delete(change.uid)
            else copy.set(change.event.uid, change.event)
          }
          return body.next
        }
        for (const [days, mode] of publications) {
          const copy = new Map<string, Json>()
          copies.push({ copy, token: await follow(copy, undefined) })
          const lines = days.map(
            (each) =>
              `2026-05-${String(each.day).padStart(2, '0')},${each.hour}:00,${each.day}번,${each.audience}`,
          )
          await kalends.upload('harbour/regatta', csv(...lines), { mode, confirm: 'true' })
          const now = await kalends.admin('GET', '/v1/calendars/harbour/regatta/events?limit=500')
          for (const { uid } of now.body.events) publicOnce.add(uid)
        }
        const { body } = await kalends.admin(
          'GET',
          '/v1/calendars/harbour/regatta/events?limit=500',
        )
        const wanted = body.events.map((event: Json) => event.uid).sort()
        for (const { copy, token } of copies) {
          await follow(copy, token)
          expect([...copy.keys()].sort()).toEqual(wanted)
        }
        expect([...told].filter((uid) => !publicOnce.has(uid))).toEqual([])
      },
    ),
    { seed: 20261127, numRuns: 12 },
  )
})
