// Who may do what, for every call that the API describes: a new one is held to this the day it is
// added, and fails here until tests/api/world.ts has an example of it. That the operator may make
// every call is seen in openapi.test.ts.

import { expect, test } from 'vitest'
import { ADMIN_KEY } from '../harness.ts'
import { describedBy, type Operation, operationsIn } from './description.ts'
import { everythingOf, exampleOf, type Side, type World, world } from './world.ts'

/** Of the calls that need a key, those for which a partner's does not do. */
const OPERATOR_ONLY = ['PUT /v1/partners/{partner}', 'POST /v1/partners/{partner}/keys']

/** The least role a call needs: reading is anybody's of the partner; people and looks are the owners'. */
const neededFor = ({ method, path }: Operation): 'owner' | 'editor' | 'viewer' => {
  if (/\/(keys|invitations|logo)(\/|$)/.test(path) && !path.includes('/audiences/')) return 'owner'
  if (path === '/v1/partners/{partner}') return 'owner'
  if (method === 'DELETE' && path.endsWith('/calendars/{calendar}')) return 'owner'
  return method === 'GET' && !path.endsWith('/audit') ? 'viewer' : 'editor'
}
const ROLES = ['owner', 'editor', 'viewer'] as const

const SLOW = 60_000

async function answerTo({ kalends }: World, operation: Operation, side: Side, key?: string) {
  const response = await kalends.request(...exampleOf(operation, side, key))
  const text = await response.text()
  const code = /"code":"(\w+)"/.exec(text)?.[1]
  return { status: response.status, code, text }
}

/** What changes something comes last, and finds everything as it was. */
const inOrder = (operations: Operation[]) => [
  ...operations.filter(({ method }) => method === 'GET'),
  ...operations.filter(({ method }) => method !== 'GET'),
]

const good = (status: number) => status >= 200 && status < 300

test(
  'without a key, with a revoked one or one that never was, what needs a key is 401',
  async () => {
    const here = await world()
    const [before, operations] = [
      await everythingOf(here),
      operationsIn(await describedBy(here.kalends)).filter(({ needsKey }) => needsKey),
    ]
    expect(operations.length).toBeGreaterThan(10)
    const strangers = [
      ...[undefined, here.revoked, `${here.other.key}x`, here.other.key.slice(0, -1)],
      ...['admin', `kal_admin_${'a'.repeat(44)}`, 'x'.repeat(5000), `kal_${here.other.keyId}_`],
    ]
    for (const operation of operations)
      for (const key of strangers) {
        const { status, code } = await answerTo(here, operation, here.other, key)
        expect([operation.name, key, status, code]).toEqual([
          ...[operation.name, key, 401, 'unauthorized'],
        ])
      }
    expect(await everythingOf(here)).toEqual(before)
  },
  SLOW,
)

test(
  'with another partner’s key nothing is found, nothing learnt and nothing changed',
  async () => {
    const here = await world()
    const { mine, other } = here
    const before = await everythingOf(here)
    const unknown: Side = {
      ...{
        partner: 'nobody',
        calendar: 'nothing',
        keyId: 'nothing',
        upload: 'nothing',
        source: 'nothing',
        uid: 'none',
        report: 'nothing',
        otherReport: 'nothing',
        receipt: 'nothing',
        token: 'none',
        channel: 'nothing',
        group: 'nothing',
        series: 'none',
      },
      ...{ key: '', editor: '', viewer: '', invitation: 'nothing' },
    }
    for (const operation of operationsIn(await describedBy(here.kalends))) {
      if (!operation.needsKey) continue
      const found = await answerTo(here, operation, other, mine.key)
      const expected = OPERATOR_ONLY.includes(operation.name) ? [403, 404] : [404]
      expect([operation.name, expected.includes(found.status)]).toEqual([operation.name, true])
      const none = await answerTo(here, operation, unknown, mine.key)
      expect([operation.name, none.status, none.code]).toEqual([
        ...[operation.name, found.status, found.code],
      ])
      for (const secret of [other.key, other.uid, '담당자'])
        expect([operation.name, found.text.includes(secret)]).toEqual([operation.name, false])
    }
    expect(await everythingOf(here)).toEqual(before)
  },
  SLOW,
)

test.each(ROLES)(
  'with its own key of a role a partner may do what the role may: %s',
  async (role) => {
    let here = await world()
    const keyOf = ({ mine }: World) => (role === 'owner' ? mine.key : mine[role])
    const may = ({ name, ...operation }: Operation) =>
      !OPERATOR_ONLY.includes(name) &&
      ROLES.indexOf(role) <= ROLES.indexOf(neededFor({ name, ...operation }))
    for (const operation of inOrder(operationsIn(await describedBy(here.kalends)))) {
      if (!operation.needsKey) continue
      const allowed = may(operation)
      if (operation.method !== 'GET' && allowed) here = await world()
      const { status, code } = await answerTo(here, operation, here.mine, keyOf(here))
      if (allowed) expect([operation.name, good(status)]).toEqual([operation.name, true])
      else expect([operation.name, status, code]).toEqual([operation.name, 403, 'forbidden'])
    }
  },
  SLOW,
)

test(
  'reading is open to everybody, and the same for everybody',
  async () => {
    const here = await world()
    const { mine, other, revoked } = here
    for (const operation of operationsIn(await describedBy(here.kalends))) {
      if (operation.needsKey || operation.method !== 'GET') continue
      const open = await answerTo(here, operation, other)
      expect([operation.name, open.status]).toEqual([operation.name, 200])
      for (const key of [mine.key, other.key, revoked, 'nonsense', ADMIN_KEY])
        expect(await answerTo(here, operation, other, key)).toEqual(open)
    }
  },
  SLOW,
)

test('a key in the address is no key', async () => {
  const { kalends, mine } = await world()
  for (const option of ['key', 'access_token', 'authorization']) {
    const path = `/v1/partners/harbour/calendars/regatta/uploads?${option}=${mine.key}`
    expect((await kalends.request(path)).status).toBe(400)
    expect((await kalends.request(`/v1/uploads/${mine.upload}?${option}=${mine.key}`)).status).toBe(
      401,
    )
  }
})

test('a cursor of another partner’s list shows nothing of it', async () => {
  const { kalends, mine, other } = await world()
  const uploads = ({ partner, calendar }: Side) =>
    `/v1/partners/${partner}/calendars/${calendar}/uploads?limit=1`
  const theirs = await kalends.admin('GET', uploads(other))
  const headers = { authorization: `Bearer ${mine.key}` }
  const path = `${uploads(mine)}&cursor=${theirs.body.next}`
  const { uploads: shown } = (await (await kalends.request(path, { headers })).json()) as {
    uploads: { partner: string }[]
  }
  expect(shown.every(({ partner }) => partner === mine.partner)).toBe(true)
})

test('publishing and restoring by another partner’s key is not found, even with a true id', async () => {
  const here = await world()
  const { kalends, mine, other } = here
  const before = await everythingOf(here)
  const headers = { authorization: `Bearer ${mine.key}` }
  const paths = [
    `/v1/uploads/${other.upload}/publication?confirm=true`,
    `/v1/partners/${mine.partner}/calendars/${other.calendar}/revisions/1/restoration`,
    `/v1/partners/${other.partner}/calendars/${other.calendar}/revisions/1/restoration`,
    `/v1/partners/${mine.partner}/calendars/${other.calendar}/uploads`,
  ]
  for (const path of paths)
    expect((await kalends.request(path, { method: 'POST', headers, body: 'x' })).status).toBe(404)
  expect(await everythingOf(here)).toEqual(before)
})
