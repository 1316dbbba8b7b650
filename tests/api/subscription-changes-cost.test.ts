// What following a personal feed's changes costs: queries, octets, events looked at.

import { expect, test } from 'vitest'
import { engine, harness } from '#harness'
import { scheduleCsv } from '../../bench/schedule.ts'
import { mintName } from '../../src/mint.ts'
import { MAX_HAPPENINGS_A_PAGE, MAX_ROWS_A_PAGE } from '../../src/subscriptions/sync-page.ts'
import type { Json, Kalends } from '../harness.ts'
import {
  choose,
  OVER,
  overlay,
  read,
  type Subscribed,
  send,
  subscribed,
} from '../subscriptions/subscribed.ts'

const pathOf = ({ token }: Subscribed, options = '') =>
  `/v1/subscriptions/${token}/changes${options}`

test('what is unchanged is 304 after one query; nothing is written', async () => {
  const here = await subscribed()
  const { next } = await read(here.kalends, pathOf(here))
  const { ports } = here.kalends
  const { query } = ports.db
  let queries = 0
  ports.db.query = (statement) => {
    queries += 1
    return query(statement)
  }
  ports.db.batch = async () => expect.unreachable('a poll wrote')
  const poll = (headers: Record<string, string>) =>
    here.kalends.request(pathOf(here, `?since=${next}`), { headers })
  const first = await poll({ 'accept-encoding': 'gzip' })
  const tag = first.headers.get('etag') ?? ''
  expect([first.status, tag, first.headers.get('content-encoding')]).toEqual([
    200,
    expect.stringMatching(/^W\/"\w{32}"$/),
    'gzip',
  ])
  for (const known of [tag, tag.slice(2), `"x", ${tag}`]) {
    queries = 0
    const second = await poll({ 'if-none-match': known })
    expect([second.status, await second.text(), queries]).toEqual([304, '', 1])
    expect(second.headers.get('etag')).toBe(tag.slice(2))
  }
})

test('a tag is good until something is published or chosen', async () => {
  const here = await subscribed()
  const path = pathOf(here)
  const status = async (headers: Record<string, string> = {}) => {
    const answer = await here.kalends.request(path, { headers })
    return [answer.status, answer.headers.get('etag') ?? ''] as const
  }
  let [, tag] = await status()
  for (const act of [
    () => here.kalends.upload(OVER, '날짜,제목\n2026-06-01,새 일정', { mode: 'merge' }),
    () => overlay(here, here.uids.g1, { memo: '우산' }),
    () => choose(here, { prefix: '⛵' }),
  ]) {
    expect((await status({ 'if-none-match': tag }))[0]).toBe(304)
    await act()
    const [after, next] = await status({ 'if-none-match': tag })
    expect(after).toBe(200)
    tag = next
  }
})

test.skipIf(engine === 'workers')(
  '1,000 events are under 60 kB; a page looks at so many, and no more',
  async () => {
    const kalends: Kalends = await harness()
    kalends.ports.mint = mintName
    const bytes = async (token: string, options: string) => {
      const path = `/v1/subscriptions/${token}/changes?limit=1000${options}`
      const answer = await kalends.request(path, { headers: { 'accept-encoding': 'gzip' } })
      const zipped = new Uint8Array(await answer.arrayBuffer())
      const stream = new Response(zipped).body?.pipeThrough(new DecompressionStream('gzip'))
      return { octets: zipped.length, body: (await new Response(stream).json()) as Json }
    }
    await kalends.upload(OVER, scheduleCsv(1000))
    const made = async (wish: object) =>
      (await send(kalends, 'POST', '/v1/subscriptions', { calendars: [OVER], ...wish })).body.token
    const token = await made({ alarms: [30], prefix: '⚾' })
    const season = await bytes(token, '')
    expect([season.body.changes.length, season.body.more]).toEqual([1000, false])
    expect(season.octets).toBeLessThan(60_000)
    // Daily series, each with a year of occurrences: a page ends where there are too many.
    const daily = Array.from({ length: 20 }, (_, place) => `2026-05-01,s${place},FREQ=DAILY`)
    await kalends.upload(OVER, `날짜,제목,rrule\n${daily.join('\n')}`, { mode: 'merge' })
    const year = await bytes(token, `&since=${season.body.next}&from=2026-05-01&to=2027-05-01`)
    expect([year.body.changes.length, year.body.more]).toEqual([
      Math.ceil(MAX_HAPPENINGS_A_PAGE / 365),
      true,
    ])
    await kalends.upload(OVER, scheduleCsv(MAX_ROWS_A_PAGE + 100))
    const none = await made({ filters: { categories: ['없음'] } })
    const page = await bytes(none, '')
    expect([page.body.changes, page.body.more]).toEqual([[], true])
    expect((await bytes(none, `&since=${page.body.next}`)).body).toMatchObject({
      changes: [],
      more: false,
    })
  },
)
