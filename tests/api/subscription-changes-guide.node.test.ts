// The client of docs/sync.md is run as it stands there.

import { readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import type { Json } from '../harness.ts'
import { choose, OVER, read, subscribed } from '../subscriptions/subscribed.ts'

const GUIDE = readFileSync(new URL('../../docs/sync.md', import.meta.url), 'utf8')

test('the guide’s client keeps in step, asks for nothing twice, and starts again when it has to', async () => {
  const here = await subscribed()
  const { kalends, token } = here
  const statuses: number[] = []
  const fetched = async (url: URL, init: RequestInit) => {
    const answer = await kalends.request(`${url.pathname}${url.search}`, init)
    statuses.push(answer.status)
    return answer
  }
  const code = /```js\n([\s\S]*?)```/.exec(GUIDE)?.[1] ?? ''
  const client = new Function('fetch', `${code}\nreturn { sync, copy }`)(fetched)
  const sync = async (): Promise<number[]> => {
    statuses.length = 0
    await client.sync('https://kalends.example', token)
    const { events } = await read(
      kalends,
      `/v1/subscriptions/${token}/events?limit=500&hidden=true`,
    )
    expect([...client.copy.keys()].sort()).toEqual(events.map(({ uid }: Json) => uid).sort())
    return [...statuses]
  }
  expect(await sync()).toEqual([200])
  expect(await sync()).toEqual([200])
  expect(await sync()).toEqual([304])
  await kalends.upload(OVER, '날짜,제목\n2026-06-01,새 일정', { mode: 'merge' })
  await choose(here, { filters: { categories: ['홈경기'] } })
  expect(await sync()).toEqual([200])
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/regatta', {
    ...{ name: '레가타', calendar: 'races' },
  })
  expect(await sync()).toEqual([410, 200])
})
