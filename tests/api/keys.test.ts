import { expect, test } from 'vitest'
import { harness } from '#harness'
import { sha256 } from '../../src/storage/digest.ts'
import { ADMIN_KEY, type Json, type Kalends } from '../harness.ts'

const PATH = '/v1/partners/harbour/keys'
const UPLOADS = '/v1/partners/harbour/calendars/regatta/uploads'

const made = async (kalends: Kalends, label = '담당자') =>
  (await kalends.admin('POST', PATH, { label })).body

const statusWith = async (kalends: Kalends, authorization: string) =>
  (await kalends.request(UPLOADS, { headers: { authorization } })).status

test('a key is shown once, and what is stored of it is its hash', async () => {
  const kalends = await harness()
  const { id, key } = await made(kalends)
  expect(key).toMatch(new RegExp(`^kal_${id}_[a-z0-9]{40,}$`))
  const listed = await kalends.admin('GET', PATH)
  expect(listed.body).toEqual({
    keys: [
      {
        id,
        label: '담당자',
        role: 'owner',
        createdAt: '2026-04-01T00:00:00Z',
        signedInOn: null,
        revokedAt: null,
      },
    ],
  })
  const rows = await kalends.ports.db.query<Json>({ sql: 'SELECT * FROM keys', params: [] })
  expect(rows).toEqual([expect.objectContaining({ id, secret_sha256: await sha256(key) })])
  const secret = key.split('_')[2]
  expect(JSON.stringify(rows)).not.toContain(secret)
  expect(await statusWith(kalends, `Bearer ${key}`)).toBe(200)
})

test('two keys of the same label are two keys', async () => {
  const kalends = await harness()
  const [one, two] = [await made(kalends), await made(kalends)]
  expect(one.id).not.toBe(two.id)
  expect(one.key).not.toBe(two.key)
  expect((await kalends.admin('GET', PATH)).body.keys).toHaveLength(2)
})

test('a revoked key ends at once, stays listed, and the others go on', async () => {
  const kalends = await harness()
  const [one, two] = [await made(kalends), await made(kalends)]
  kalends.clock.now = '2026-04-02T00:00:00Z'
  expect((await kalends.admin('DELETE', `${PATH}/${one.id}`)).status).toBe(204)
  expect(await statusWith(kalends, `Bearer ${one.key}`)).toBe(401)
  expect(await statusWith(kalends, `Bearer ${two.key}`)).toBe(200)
  kalends.clock.now = '2026-04-03T00:00:00Z'
  expect((await kalends.admin('DELETE', `${PATH}/${one.id}`)).status).toBe(204)
  const { body } = await kalends.admin('GET', PATH)
  expect(body.keys.find(({ id }: Json) => id === one.id).revokedAt).toBe('2026-04-02T00:00:00Z')
})

test('what a key publishes is signed with its label', async () => {
  const kalends = await harness()
  const { key } = await made(kalends, '김 대리')
  const answer = await kalends.request(`${UPLOADS}?publish=true`, {
    ...{ method: 'POST', headers: { authorization: `Bearer ${key}` } },
    body: '날짜,제목\n2026-05-01,개막\n',
  })
  expect(await answer.json()).toMatchObject({ author: '김 대리', status: 'published' })
})

test('the header is read as the standard has it, and a secret in any other form is none', async () => {
  const kalends = await harness()
  const { key, id } = await made(kalends)
  for (const good of [`Bearer ${key}`, `bearer ${key}`, `BEARER   ${key}`, `Bearer ${ADMIN_KEY}`])
    expect([good, await statusWith(kalends, good)]).toEqual([good, 200])
  const bad = [
    ...[key, `Basic ${key}`, `Bearer${key}`, `Bearer ${key} ${key}`, `Bearer ${key.toUpperCase()}`],
    ...[`Bearer ${key.slice(0, -1)}`, `Bearer ${key}a`, `Bearer kal_${id}_`, 'Bearer', 'Bearer '],
    ...[`Bearer kal_admin_${'a'.repeat(44)}`, `Bearer ${await sha256(key)}`, `Bearer ${id}`],
  ]
  for (const each of bad) expect([each, await statusWith(kalends, each)]).toEqual([each, 401])
})

test('401 says how to ask, and repeats no secret', async () => {
  const kalends = await harness()
  const headers = { authorization: 'Bearer kal_minted123456_secretsecretsecretsecret' }
  const response = await kalends.request(UPLOADS, { headers })
  expect(response.headers.get('www-authenticate')).toBe('Bearer realm="kalends"')
  const text = await response.text()
  expect(JSON.parse(text)).toMatchObject({ status: 401, code: 'unauthorized' })
  expect(text).not.toContain('secretsecret')
})

test('a key of another partner is not there to be revoked', async () => {
  const kalends = await harness()
  const { id, key } = await made(kalends)
  await kalends.admin('PUT', '/v1/partners/pier', { name: 'Pier' })
  const { status, body } = await kalends.admin('DELETE', `/v1/partners/pier/keys/${id}`)
  expect([status, body.code]).toEqual([404, 'not_found'])
  expect((await kalends.admin('DELETE', `${PATH}/admin`)).status).toBe(404)
  expect(await statusWith(kalends, `Bearer ${key}`)).toBe(200)
})
