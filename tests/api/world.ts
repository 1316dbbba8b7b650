// Two partners with the same things, and for each call of the API an example of it.

import { expect } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'
import type { Operation } from './description.ts'

export interface Side {
  partner: string
  calendar: string
  /** Of this partner. */
  key: string
  keyId: string
  upload: string
  uid: string
}

export interface World {
  kalends: Kalends
  mine: Side
  other: Side
  revoked: string
}

const FIRST =
  '날짜,시간,제목\n2025-05-01,18:30,작년\n2026-03-01,18:30,지난달\n2026-05-01,18:30,개막\n2026-05-02,18:30,둘째 날\n'
const SECOND = '날짜,시간,제목\n2026-05-01,19:00,개막\n2026-05-02,18:30,둘째 날\n'
const THIRD = '날짜,제목\n2026-05-03,셋째 날\n'

export async function world(): Promise<World> {
  const kalends = await harness({ bare: true })
  const mine = await sideOf(kalends, 'harbour', 'regatta')
  const other = await sideOf(kalends, 'pier', 'ferries')
  const { body } = await kalends.admin('POST', '/v1/partners/harbour/keys', { label: '옛 키' })
  await kalends.admin('DELETE', `/v1/partners/harbour/keys/${body.id}`)
  return { kalends, mine, other, revoked: body.key }
}

async function sideOf(kalends: Kalends, partner: string, calendar: string): Promise<Side> {
  const path = `/v1/partners/${partner}`
  await kalends.admin('PUT', path, { name: partner, timezone: 'Asia/Seoul', locale: 'ko' })
  await kalends.admin('PUT', `${path}/calendars/${calendar}`, { name: calendar })
  const { body: made } = await kalends.admin('POST', `${path}/keys`, { label: '담당자' })
  const address = `${partner}/${calendar}`
  await kalends.upload(address, FIRST)
  const second = await kalends.upload(address, SECOND)
  expect(second.body).toMatchObject({ status: 'published', revision: 2 })
  const last = { name: 'last', before: '2026-01-01' }
  await kalends.admin('POST', `${path}/calendars/${calendar}/seasons`, last)
  const review = await kalends.upload(address, THIRD, { publish: 'false', mode: 'merge' })
  const { changes } = review.body
  expect(changes).toHaveLength(1)
  const uid = second.body.changes[0].uid
  return { partner, calendar, key: made.key, keyId: made.id, upload: review.body.id, uid }
}

/** Bodies by call; a call with a body that has none here fails every test of the table. */
const BODIES: Record<string, object | string> = {
  'PUT /v1/partners/{partner}': { name: '새 이름' },
  'PUT /v1/partners/{partner}/calendars/{calendar}': { name: '새 이름' },
  'POST /v1/partners/{partner}/keys': { label: '새 키' },
  'POST /v1/partners/{partner}/calendars/{calendar}/uploads': THIRD,
  'POST /v1/partners/{partner}/calendars/{calendar}/events': {
    title: '새 일정',
    start: '2026-05-09',
  },
  'PATCH /v1/partners/{partner}/calendars/{calendar}/events/{uid}': { soldOut: true },
  'POST /v1/partners/{partner}/calendars/{calendar}/seasons': { name: 'this' },
  'PATCH /v1/uploads/{id}': { mode: 'merge' },
}

/** Options that must be given. */
const OPTIONS: Record<string, (side: Side) => string> = {
  'GET /v1/events': ({ partner, calendar }) => `?calendar=${partner}/${calendar}`,
}

/** The call made of one partner's things, with a key if one is given. */
export function exampleOf(operation: Operation, side: Side, key?: string): [string, RequestInit] {
  const { name, method, path, description } = operation
  const values: Record<string, string> = {
    ...{ partner: side.partner, calendar: side.calendar, uid: side.uid, revision: '1' },
    name: 'last',
    id: path.includes('/keys/') ? side.keyId : side.upload,
  }
  const filled = path.replace(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = values[parameter]
    if (value === undefined) throw new Error(`tests/api/world.ts has no {${parameter}} of ${name}`)
    return value
  })
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
  const body = BODIES[name]
  if (description.requestBody && body === undefined)
    throw new Error(`tests/api/world.ts has no body for ${name}`)
  if (typeof body === 'object') headers['content-type'] = 'application/json'
  return [
    `${filled}${OPTIONS[name]?.(side) ?? ''}`,
    {
      method,
      headers,
      ...(body ? { body: typeof body === 'object' ? JSON.stringify(body) : body } : {}),
    },
  ]
}

/** All that belongs to a partner, as the operator and the public see it. */
export async function everythingOf({ kalends, other }: World): Promise<Json> {
  const { partner, calendar } = other
  const path = `/v1/partners/${partner}`
  const told = await Promise.all(
    [
      ...[path, `${path}/keys`, `${path}/calendars`, `/v1/uploads/${other.upload}`],
      ...[`${path}/calendars/${calendar}/uploads`, `${path}/calendars/${calendar}/revisions`],
      ...[`/v1/calendars/${partner}/${calendar}/changes`],
    ].map((address) => kalends.admin('GET', address)),
  )
  return { told, feed: await kalends.feed(`${partner}/${calendar}`) }
}
