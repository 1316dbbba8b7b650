// Apps that keep a copy of one personal feed by its changes, and whether they are in step.

import { expect } from 'vitest'
import { harness } from '#harness'
import { ADMIN_KEY, type Json, type Kalends } from '../harness.ts'

export interface Client {
  hidden: boolean
  copy: Map<string, Json>
  token: string | undefined
}

export interface Scene {
  kalends: Kalends
  token: string
  clients: Client[]
}

export const CALENDARS = ['harbour/regatta', 'harbour/dinghies']

export async function scene(): Promise<Scene> {
  const kalends = await harness()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/dinghies', { name: '딩기' })
  await kalends.admin('PUT', '/v1/partners/harbour/audiences/members', { name: '회원' })
  await keys(kalends, 'add')
  const { body } = await kalends.admin('POST', '/v1/subscriptions', { calendars: CALENDARS })
  const client = (hidden: boolean): Client => ({ hidden, copy: new Map(), token: undefined })
  return { kalends, token: body.token, clients: [client(false), client(true)] }
}

export const keys = ({ request }: Kalends, act: string) =>
  request(`/v1/partners/harbour/audiences/members/keys?act=${act}`, {
    ...{ method: 'POST', body: 'MEMBER-0001' },
    headers: { authorization: `Bearer ${ADMIN_KEY}`, 'content-type': 'text/plain' },
  })

export const pathOf = ({ token }: Scene, rest = '') => `/v1/subscriptions/${token}${rest}`

export async function page(here: Scene, client: Client, limit: number, options = '') {
  const since = client.token === undefined ? '' : `&since=${client.token}`
  const query = `?limit=${limit}&hidden=${client.hidden}${since}${options}`
  const { status, body } = await here.kalends.admin('GET', `${pathOf(here, '/changes')}${query}`)
  expect([status, body.code]).toEqual([200, undefined])
  // Who is told that there is more has been given as much as was asked for: no page is for nothing.
  if (body.more) expect(body.changes).toHaveLength(limit)
  const uids = body.changes.map(({ uid, event }: Json) => uid ?? event.uid)
  expect(new Set(uids).size).toBe(uids.length)
  for (const change of body.changes)
    if (change.type === 'remove') client.copy.delete(change.uid)
    else client.copy.set(change.event.uid, change.event)
  client.token = body.next
  return body
}

/** To the end, while nothing else happens: each event once at most. */
export async function drain(here: Scene, client: Client, limit: number): Promise<string[]> {
  const told: string[] = []
  for (;;) {
    const { changes, more } = await page(here, client, limit)
    for (const change of changes) told.push(change.uid ?? change.event.uid)
    if (!more) break
  }
  expect(new Set(told).size).toBe(told.length)
  return told
}

const sorted = (copy: Map<string, Json>) => [...copy].sort(([a], [b]) => (a < b ? -1 : 1))

export async function expectInStep(here: Scene, client: Client): Promise<void> {
  const fresh: Client = { hidden: client.hidden, copy: new Map(), token: undefined }
  await drain(here, fresh, 500)
  expect(sorted(client.copy)).toEqual(sorted(fresh.copy))
  const path = `${pathOf(here, '/events')}?limit=500&hidden=${client.hidden}`
  const { events } = (await here.kalends.admin('GET', path)).body
  const uids = [...new Set<string>(events.map(({ uid }: Json) => uid))].sort()
  expect([...client.copy.keys()].sort()).toEqual(uids)
}
