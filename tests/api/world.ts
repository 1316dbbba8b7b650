// Two partners with the same things, and for each call of the API an example of it.

import { expect } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'
import { png } from '../images/made.ts'
import type { Operation } from './description.ts'

export interface Side {
  partner: string
  calendar: string
  /** An owner's of this partner. */
  key: string
  editor: string
  viewer: string
  keyId: string
  invitation: string
  upload: string
  source: string
  uid: string
  report: string
  otherReport: string
  receipt: string
  /** Of a personal feed of its calendar. */
  token: string
  /** A browser that it rings in. */
  channel: string
  /** A group of stores, and the event that repeats for it. */
  group: string
  series: string
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
const SOURCE = 'https://harbour.example.com/schedule.csv'
const THIRD = '날짜,제목\n2026-05-03,셋째 날\n'

export async function world(): Promise<World> {
  const kalends = await harness({ bare: true })
  kalends.ports.fetch = async ({ url }) => {
    const body = new TextEncoder().encode(THIRD)
    return { url, status: 200, header: () => null, body }
  }
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
  const keyOf = async (role: string) =>
    (await kalends.admin('POST', `${path}/keys`, { label: `담당자 (${role})`, role })).body.key
  const [editor, viewer] = [await keyOf('editor'), await keyOf('viewer')]
  const invited = await kalends.admin('POST', `${path}/invitations`, { label: '담당자의 손님' })
  await kalends.admin('PUT', `${path}/audiences/members`, { name: '회원' })
  await kalends.admin('PUT', `${path}/audiences/${partner}-only`, { name: '후원자' })
  const address = `${partner}/${calendar}`
  await kalends.upload(address, FIRST)
  const second = await kalends.upload(address, SECOND)
  expect(second.body).toMatchObject({ status: 'published', revision: 2 })
  const last = { name: 'last', before: '2026-01-01' }
  await kalends.admin('POST', `${path}/calendars/${calendar}/seasons`, last)
  const groups = `${path}/calendars/${calendar}/groups/south`
  await kalends.admin('PUT', groups, { stores: [{ name: '남문점' }] })
  const closing = { title: '휴점', start: '2026-05-10', rrule: 'FREQ=MONTHLY;BYDAY=2SU' }
  const series = await kalends.admin('POST', `${groups}/events`, closing)
  const review = await kalends.upload(address, THIRD, { publish: 'false', mode: 'merge' })
  const { changes } = review.body
  expect(changes).toHaveLength(1)
  const uid = second.body.changes[0].uid
  const source = await kalends.admin('POST', `${path}/calendars/${calendar}/sources`, {
    url: SOURCE,
  })
  const reports = await reportsOf(kalends, address, uid)
  const subscribed = await kalends.admin('POST', '/v1/subscriptions', {
    ...{ calendars: [address], reminders: { minutes: [30] } },
  })
  await kalends.request(`${path}/audiences/members/keys`, {
    ...{ method: 'POST', body: 'MEMBER-0001', headers: { authorization: `Bearer ${editor}` } },
  })
  const opened = { partner, key: 'MEMBER-0001' }
  const personal = `/v1/subscriptions/${subscribed.body.token}`
  expect((await kalends.admin('PUT', `${personal}/audiences`, opened)).status).toBe(200)
  const channel = await kalends.admin('POST', `${personal}/push`, CHANNEL)
  expect(channel.status).toBe(201)
  return {
    ...{ token: subscribed.body.token, channel: channel.body.id },
    ...{ group: 'south', series: series.body.events[0].uid },
    ...{ ...reports, partner, calendar, key: made.key, editor, viewer, keyId: made.id },
    ...{ upload: review.body.id, uid, source: source.body.id, invitation: invited.body.id },
  }
}

/** As a browser gives it; the keys are of RFC 8291’s example. */
const CHANNEL = {
  endpoint: 'https://updates.push.services.mozilla.com/wpush/v2/example',
  keys: {
    p256dh:
      'BCVxsr7N_eNgVRqvHtD0zTZsEc6-VV-JvLexhqUzORcxaOzi6-AYWXvTBHm4bjyPjs7Vd8pZGH6SRpkNtoIAiw4',
    auth: 'BTBZMqHH6r4Tts7J_aSIgg',
  },
}

/** Two open entries of the queue, and the receipt of the first. */
async function reportsOf(kalends: Kalends, address: string, uid: string) {
  const reported = async (start: string) => {
    const report = { calendar: address, uid, kind: 'time', suggestion: { start } }
    return (await kalends.admin('POST', '/v1/reports', report)).body.receipt as string
  }
  const receipt = await reported('2026-05-01T20:00')
  await reported('2026-05-01T21:00')
  const queue = await kalends.admin('GET', `/v1/partners/${address.split('/')[0]}/reports`)
  const [otherReport, report] = queue.body.reports.map((each: Json) => each.id)
  return { report, otherReport, receipt }
}

const MISSING = {
  ...{ calendar: 'harbour/regatta', kind: 'missing' },
  suggestion: { title: '빠진 경기', start: '2026-05-05T14:00' },
}

/** Bodies by call; a call with a body that has none here fails every test of the table. */
type Body = object | string | Uint8Array<ArrayBuffer>
const BODIES: Record<string, Body | ((side: Side) => object)> = {
  'PUT /v1/partners/{partner}': { name: '새 이름' },
  'PATCH /v1/partners/{partner}': { color: '#c8102e' },
  'PUT /v1/partners/{partner}/logo': png() as Uint8Array<ArrayBuffer>,
  'PUT /v1/partners/{partner}/calendars/{calendar}': { name: '새 이름' },
  'POST /v1/partners/{partner}/calendars/{calendar}/sources': { url: SOURCE },
  'PATCH /v1/partners/{partner}/calendars/{calendar}/sources/{id}': { every: 120 },
  'POST /v1/partners/{partner}/keys': { label: '새 키' },
  'PATCH /v1/partners/{partner}/keys/{id}': { role: 'viewer' },
  'POST /v1/partners/{partner}/invitations': { label: '새 사람' },
  'POST /v1/partners/{partner}/calendars/{calendar}/uploads': THIRD,
  'POST /v1/partners/{partner}/calendars/{calendar}/events': {
    title: '새 일정',
    start: '2026-05-09',
  },
  'PATCH /v1/partners/{partner}/calendars/{calendar}/events/{uid}': { soldOut: true },
  'POST /v1/partners/{partner}/calendars/{calendar}/seasons': { name: 'this' },
  'PUT /v1/partners/{partner}/audiences/{audience}': { name: '회원' },
  'POST /v1/partners/{partner}/audiences/{audience}/keys': 'MEMBER-0001\nMEMBER-0002\n',
  'PUT /v1/partners/{partner}/calendars/{calendar}/groups/{group}': {
    stores: [{ name: '북문점' }],
  },
  'POST /v1/partners/{partner}/calendars/{calendar}/groups/{group}/events': {
    title: '휴점',
    start: '2026-05-11',
  },
  'POST /v1/partners/{partner}/calendars/{calendar}/groups/{group}/happenings': ({ series }) => ({
    ...{ uid: series, date: '2026-06-14' },
  }),
  'PATCH /v1/uploads/{id}': { mode: 'merge' },
  'POST /v1/reports': MISSING,
  'POST /v1/subscriptions/{token}/reports': MISSING,
  'POST /v1/partners/{partner}/reports/{id}/acceptance': { status: 'cancelled' },
  'POST /v1/partners/{partner}/reports/{id}/rejection': { reason: 'already_right' },
  'POST /v1/partners/{partner}/reports/{id}/merger': ({ otherReport: into }) => ({ into }),
  'POST /v1/subscriptions': { calendars: ['harbour/regatta'], filters: { weekdays: ['weekend'] } },
  'PATCH /v1/subscriptions/{token}': { prefix: '⛵', split: 'category' },
  'PUT /v1/subscriptions/{token}/audiences': ({ partner }) => ({ partner, key: 'MEMBER-0001' }),
  'POST /v1/subscriptions/{token}/push': CHANNEL,
  'PUT /v1/subscriptions/{token}/overlay/{uid}': { memo: '표는 지갑에' },
  'PATCH /v1/subscriptions/{token}/overlay/{uid}': { hidden: true },
}

/** Options that must be given. */
const OPTIONS: Record<string, (side: Side) => string> = {
  'GET /v1/doctor': () => `?url=${encodeURIComponent(SOURCE)}`,
  'GET /v1/subscriptions/{token}/reminders': () => '?from=2026-04-15&to=2026-06-15',
  'GET /v1/events': ({ partner, calendar }) => `?calendar=${partner}/${calendar}`,
}

const idFor = (path: string, side: Side): string => {
  if (path.includes('/keys/')) return side.keyId
  if (path.includes('/sources/')) return side.source
  if (path.includes('/push/')) return side.channel
  if (path.includes('/reports/')) return side.report
  return path.includes('/invitations/') ? side.invitation : side.upload
}

/** The call made of one partner's things, with a key if one is given. */
export function exampleOf(operation: Operation, side: Side, key?: string): [string, RequestInit] {
  const { name, method, path, description } = operation
  const values: Record<string, string> = {
    ...{ partner: side.partner, calendar: side.calendar, uid: side.uid, revision: '1' },
    ...{ token: side.token, part: 'uncategorised', team: 'LG' },
    id: idFor(path, side),
    ...{ name: 'last', group: side.group, receipt: side.receipt, audience: 'members' },
  }
  const filled = path.replace(/\{(\w+)\}/g, (_, parameter: string) => {
    const value = values[parameter]
    if (value === undefined) throw new Error(`tests/api/world.ts has no {${parameter}} of ${name}`)
    return value
  })
  const headers: Record<string, string> = key ? { authorization: `Bearer ${key}` } : {}
  const given = BODIES[name]
  const body = typeof given === 'function' ? given(side) : given
  if (description.requestBody && body === undefined)
    throw new Error(`tests/api/world.ts has no body for ${name}`)
  const isJson = typeof body === 'object' && !(body instanceof Uint8Array)
  if (isJson) headers['content-type'] = 'application/json'
  return [
    `${filled}${OPTIONS[name]?.(side) ?? ''}`,
    {
      method,
      headers,
      ...(body ? { body: isJson ? JSON.stringify(body) : (body as BodyInit) } : {}),
    },
  ]
}

/** All that belongs to a partner, as the operator and the public see it. */
export async function everythingOf({ kalends, other }: World): Promise<Json> {
  const { partner, calendar } = other
  const path = `/v1/partners/${partner}`
  const told = await Promise.all(
    [
      ...[
        path,
        `${path}/keys`,
        `${path}/invitations`,
        `${path}/audiences`,
        `${path}/calendars`,
        `${path}/reports`,
        `${path}/calendars/${calendar}/sources`,
        `/v1/uploads/${other.upload}`,
      ],
      ...[path, `${path}/keys`, `${path}/calendars`, `/v1/uploads/${other.upload}`],
      `${path}/calendars/${calendar}/sources`,
      ...[`${path}/calendars/${calendar}/uploads`, `${path}/calendars/${calendar}/revisions`],
      ...[`/v1/calendars/${partner}/${calendar}/changes`],
    ].map((address) => kalends.admin('GET', address)),
  )
  return { told, feed: await kalends.feed(`${partner}/${calendar}`) }
}
