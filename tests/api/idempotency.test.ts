// Idempotency-Key: the same call again is answered as before, and done once.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { ADMIN_KEY, type Json, type Kalends } from '../harness.ts'

const KEYS = '/v1/partners/harbour/keys'
const UPLOADS = '/v1/partners/harbour/calendars/regatta/uploads?publish=true'
const FILE = '날짜,제목\n2026-05-01,개막\n'

interface Sending {
  key: string
  body?: BodyInit
  as?: string
}

async function sent(kalends: Kalends, path: string, { key, body = FILE, as = ADMIN_KEY }: Sending) {
  const response = await kalends.request(path, {
    ...{ method: 'POST', body },
    headers: {
      ...{ authorization: `Bearer ${as}`, 'idempotency-key': key },
      ...(body instanceof FormData
        ? {}
        : { 'content-type': path === KEYS ? 'application/json' : 'text/csv' }),
    },
  })
  const text = await response.text()
  const replayed = response.headers.get('idempotent-replayed')
  return { status: response.status, text, body: JSON.parse(text) as Json, replayed, response }
}

const label = (name: string) => JSON.stringify({ label: name })
const keysOf = async (kalends: Kalends) => (await kalends.admin('GET', KEYS)).body.keys as Json[]
const uploadsOf = async (kalends: Kalends) =>
  (await kalends.admin('GET', UPLOADS.replace(/\?.*/, ''))).body.uploads as Json[]

test('the same upload again is one upload, and the same answer', async () => {
  const kalends = await harness()
  const one = await sent(kalends, UPLOADS, { key: 'season-1' })
  expect([one.status, one.replayed, one.body.status]).toEqual([201, null, 'published'])
  kalends.clock.now = '2026-04-02T00:00:00Z'
  const two = await sent(kalends, UPLOADS, { key: 'season-1' })
  expect([two.status, two.replayed, two.text]).toEqual([201, 'true', one.text])
  expect(two.response.headers.get('content-type')).toBe(one.response.headers.get('content-type'))
  expect(await uploadsOf(kalends)).toHaveLength(1)
  expect((await sent(kalends, UPLOADS, { key: 'season-2' })).body.id).not.toBe(one.body.id)
})

test('a form is the same form, whatever lines a client puts between its parts', async () => {
  const kalends = await harness()
  const form = () => {
    const made = new FormData()
    made.set('file', new File([FILE], 'season.csv'))
    return made
  }
  const one = await sent(kalends, UPLOADS, { key: 'a', body: form() })
  const two = await sent(kalends, UPLOADS, { key: 'a', body: form() })
  expect([one.status, two.status, two.replayed, two.text]).toEqual([201, 201, 'true', one.text])
})

test('a refused upload is refused again in the same words, and kept once', async () => {
  const kalends = await harness()
  const bad = { key: 'bad', body: '날짜,제목\n어제쯤,개막\n' }
  const [one, two] = [await sent(kalends, UPLOADS, bad), await sent(kalends, UPLOADS, bad)]
  expect([one.status, two.status, two.text, two.replayed]).toEqual([422, 422, one.text, 'true'])
  expect(await uploadsOf(kalends)).toHaveLength(1)
})

test('a key is made once and shown again; nothing of it lies in the database in clear', async () => {
  const kalends = await harness()
  const given = { key: 'first-key', body: label('자동화') }
  const [one, two] = [await sent(kalends, KEYS, given), await sent(kalends, KEYS, given)]
  expect([one.status, two.status, two.body, two.replayed]).toEqual([201, 201, one.body, 'true'])
  expect(await keysOf(kalends)).toHaveLength(1)
  const rows = await kalends.ports.db.query<Json>({ sql: 'SELECT * FROM idempotency', params: [] })
  expect(rows).toHaveLength(1)
  const stored = JSON.stringify(rows)
  for (const secret of ['first-key', one.body.key, one.body.key.split('_')[2], '자동화'])
    expect(stored).not.toContain(secret)
  expect(atob(rows[0].answer)).not.toContain('kal_')
})

test('another body, option or address under the same key is refused, and nothing is done', async () => {
  const kalends = await harness()
  await sent(kalends, UPLOADS, { key: 'k' })
  for (const [path, body] of [
    [UPLOADS, `${FILE}2026-05-02,둘째 날\n`],
    [`${UPLOADS}&mode=replace`, FILE],
    [KEYS, label('x')],
  ] as const) {
    const { status, body: told } = await sent(kalends, path, { key: 'k', body })
    expect([path, status, told.code]).toEqual([path, 409, 'idempotency_conflict'])
  }
  expect([(await uploadsOf(kalends)).length, (await keysOf(kalends)).length]).toEqual([1, 0])
})

test('a key is its holder’s own: another partner’s, or another person’s, same word is another', async () => {
  const kalends = await harness()
  const { body: mine } = await kalends.admin('POST', KEYS, { label: '담당자' })
  const [one, two] = [
    await sent(kalends, UPLOADS, { key: 'k' }),
    await sent(kalends, UPLOADS, { key: 'k', as: mine.key }),
  ]
  expect([two.status, two.replayed, two.body.id === one.body.id]).toEqual([201, null, false])
})

test('who may not is told so as ever; a revoked key gets no answer again', async () => {
  const kalends = await harness()
  const { body: mine } = await kalends.admin('POST', KEYS, { label: '담당자' })
  const given = { key: 'k', as: mine.key }
  expect((await sent(kalends, KEYS, { ...given, body: label('x') })).status).toBe(403)
  expect((await sent(kalends, UPLOADS, given)).status).toBe(201)
  await kalends.admin('DELETE', `${KEYS}/${mine.id}`)
  expect((await sent(kalends, UPLOADS, given)).status).toBe(401)
})

test('what was refused before anything was done may be put right under the same key', async () => {
  const kalends = await harness()
  expect((await sent(kalends, KEYS, { key: 'k', body: label('') })).status).toBe(400)
  expect((await sent(kalends, KEYS, { key: 'k', body: label('담당자') })).status).toBe(201)
})

test('sent several times at once, it is done once', async () => {
  const kalends = await harness()
  const sendings = [1, 2, 3, 4].map(() => sent(kalends, KEYS, { key: 'k', body: label('x') }))
  const answers = await Promise.all(sendings)
  const made = answers.filter(({ status }) => status === 201)
  const busy = answers.filter(({ status }) => status === 409)
  expect(made.length + busy.length).toBe(4)
  expect(new Set(made.map(({ text }) => text)).size).toBe(1)
  for (const { body, response } of busy)
    expect([body.code, response.headers.get('retry-after')]).toEqual(['idempotency_busy', '5'])
  expect(await keysOf(kalends)).toHaveLength(1)
  expect((await sent(kalends, KEYS, { key: 'k', body: label('x') })).text).toBe(made[0]?.text)

  const { blobs } = kalends.ports
  const [put, drop, kept] = [blobs.put, blobs.delete, new Set<string>()]
  blobs.put = async (key, bytes) => {
    kept.add(key)
    return put.call(blobs, key, bytes)
  }
  blobs.delete = async (keys) => {
    for (const key of keys) kept.delete(key)
    return drop.call(blobs, keys)
  }
  const uploads = await Promise.all([1, 2, 3].map(() => sent(kalends, UPLOADS, { key: 'u' })))
  expect(await uploadsOf(kalends)).toHaveLength(1)
  // What the others had put aside is gone with them.
  const own = [...kept].filter((key) => key.startsWith('uploads/'))
  expect(new Set(own.map((key) => key.split('/')[1])).size).toBe(1)
  for (const { status } of uploads) expect([201, 409]).toContain(status)
})

/** As if the process had ended between the batch and the answer's being kept. */
async function cutOff(kalends: Kalends, sending: () => Promise<{ status: number }>) {
  const { db } = kalends.ports
  const { batch } = db
  db.batch = async (statements) => {
    if (statements.some(({ sql }) => sql.includes('UPDATE idempotency'))) throw new Error('cut off')
    return batch.call(db, statements)
  }
  const log = kalends.ports.log.error
  kalends.ports.log.error = () => {}
  expect((await sending()).status).toBe(500)
  Object.assign(kalends.ports.log, { error: log })
  db.batch = batch
}

test('cut off before its answer was kept, an upload is told anew, and not done again', async () => {
  const kalends = await harness()
  await cutOff(kalends, () => sent(kalends, UPLOADS, { key: 'u' }))
  const { status, body, replayed } = await sent(kalends, UPLOADS, { key: 'u' })
  expect([status, replayed, body.status, body.changes.length]).toEqual([
    ...[201, 'true', 'published', 1],
  ])
  expect(await uploadsOf(kalends)).toHaveLength(1)

  const bad = { key: 'bad', body: '날짜,제목\n어제쯤,개막\n' }
  await cutOff(kalends, () => sent(kalends, UPLOADS, bad))
  expect((await sent(kalends, UPLOADS, bad)).status).toBe(422)
})

test('cut off before its answer was kept, a publication is told anew', async () => {
  const kalends = await harness()
  const { body } = await sent(kalends, UPLOADS.replace('true', 'false'), { key: 'u' })
  const path = `/v1/uploads/${body.id}/publication`
  await cutOff(kalends, () => sent(kalends, path, { key: 'p', body: '' }))
  const told = await sent(kalends, path, { key: 'p', body: '' })
  expect([told.status, told.body.status, told.body.revision]).toEqual([200, 'published', 1])
})

test('cut off before its answer was kept, a made key is not made again; it is said to be lost', async () => {
  const kalends = await harness()
  const given = { key: 'k', body: label('x') }
  await cutOff(kalends, () => sent(kalends, KEYS, given))
  expect((await sent(kalends, KEYS, given)).body.code).toBe('idempotency_busy')
  kalends.clock.now = '2026-04-01T00:02:00Z'
  const { status, body } = await sent(kalends, KEYS, given)
  expect([status, body.code]).toEqual([409, 'idempotency_lost'])
  expect(await keysOf(kalends)).toHaveLength(1)
})

test('after 48 hours it is forgotten, and cleared away a few at a time', async () => {
  const kalends = await harness()
  const given = { key: 'k', body: label('x') }
  const one = await sent(kalends, KEYS, given)
  const { db } = kalends.ports
  const old = Array.from({ length: 80 }, (_, place) => ({
    sql: `INSERT INTO idempotency VALUES (?, '', '[]', NULL, '2026-03-01T00:00:00Z')`,
    params: [`old${place}`],
  }))
  await db.batch(old)
  kalends.clock.now = '2026-04-02T23:59:59Z'
  expect((await sent(kalends, KEYS, given)).text).toBe(one.text)
  kalends.clock.now = '2026-04-03T00:00:00Z'
  const two = await sent(kalends, KEYS, given)
  expect([two.status, two.replayed, two.body.key === one.body.key]).toEqual([201, null, false])
  const count = () => db.query<Json>({ sql: 'SELECT COUNT(*) AS n FROM idempotency', params: [] })
  expect(await count()).toEqual([{ n: 31 }])
  await sent(kalends, KEYS, { ...given, key: 'k2' })
  expect(await count()).toEqual([{ n: 2 }])
})

test.each([
  ['nothing', ''],
  ['256 characters', 'k'.repeat(256)],
])('%s is no Idempotency-Key', async (_name, key) => {
  const { status, body } = await sent(await harness(), UPLOADS, { key })
  expect([status, body.code, body.place]).toEqual([
    ...[400, 'invalid_request', 'header Idempotency-Key'],
  ])
})

test('255 characters are one', async () => {
  const kalends = await harness()
  expect((await sent(kalends, UPLOADS, { key: 'k'.repeat(255) })).status).toBe(201)
})

test('a body too large is refused before it is held', async () => {
  const kalends = await harness()
  const body = label('x'.repeat(300 * 1024))
  expect((await sent(kalends, KEYS, { key: 'k', body })).status).toBe(413)
})
