// The queue under strain: a push service that says nothing, and a clock that jumps while some are sent.

import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { Problem } from '../../src/problem.ts'
import { ringDue } from '../../src/push/dispatch.ts'
import { ticker } from '../../src/timer.ts'
import { send } from '../subscriptions/subscribed.ts'
import { type Pushed, pushed } from './pushed.ts'

const GOOGLE = 'https://fcm.googleapis.com/fcm/send/'

/** So many more browsers like one that is there, at another push service or the same. */
async function likeIt({ kalends: { ports } }: Pushed, start: string, count: number) {
  const places = Array.from({ length: count }, (_, nth) => `${start}${nth}`)
  const [row] = await ports.db.query<Record<string, string>>({
    sql: 'SELECT * FROM push_channels LIMIT 1',
    params: [],
  })
  const columns = Object.keys(row ?? {}).filter((column) => column !== 'id')
  const values = columns.map((column) => (/^(name|endpoint)$/.test(column) ? 'value' : column))
  await ports.db.batch([
    {
      sql: `INSERT INTO push_channels (${columns}) SELECT ${values} FROM json_each(?),
        (SELECT * FROM push_channels LIMIT 1)`,
      params: [JSON.stringify(places)],
    },
    { sql: 'UPDATE push_plans SET wanted = wanted + 1', params: [] },
  ])
}

test('a push service that never answers keeps a quarter of the slots, and nobody else waiting', async () => {
  const here = await pushed()
  const { kalends, token } = here
  const { ports, clock } = kalends
  clock.now = '2026-04-30T12:00:00Z'
  ports.log.info = () => {}
  const { body: phone } = await here.add('phone')
  await likeIt(here, GOOGLE, 100)
  await likeIt(here, 'https://updates.push.services.mozilla.com/', 199)
  await here.tick()
  let [sent, asked] = [0, 0]
  const giveUp: (() => void)[] = []
  const answer = (url: string) => ({ status: 201, url, body: new Uint8Array(), header: () => null })
  let isSilent = true
  ports.fetch = async ({ url }) => {
    if (url.startsWith(GOOGLE)) asked += 1
    else sent += 1
    if (isSilent && url.startsWith(GOOGLE))
      await new Promise((_, failed) => {
        giveUp.push(() => failed(new Problem('not_fetched', { why: 'timeout' })))
      })
    return answer(url)
  }
  clock.now = '2026-05-01T09:00:00Z'
  const { ended } = await ticker(ports)()
  await vi.waitFor(() => expect([sent, asked]).toEqual([200, 16]), 5_000)
  // Nor does what becomes due meanwhile wait.
  await send(kalends, 'POST', `/v1/subscriptions/${token}/push/${phone.id}/test`)
  await vi.waitFor(() => expect(sent).toBe(201), 5_000)
  for (const each of giveUp) each()
  await ended
  expect(asked).toBe(16)
  isSilent = false
  expect(await ringDue(ports, 1_000)).toBe(0)
  clock.now = '2026-05-01T09:01:00Z'
  expect(await ringDue(ports, 1_000)).toBe(100)
  expect([sent, asked]).toEqual([201, 116])
})

test('whenever the clock jumps while some are sent, each rings once', async () => {
  const days = { reminders: { daysBefore: [{ days: 1, at: '20:00' }] } }
  const jumps = fc.array(fc.constantFrom(0, 0, 20, 50, 70), { minLength: 20, maxLength: 60 })
  await fc.assert(
    fc.asyncProperty(jumps, async (seconds) => {
      const here = await pushed(days)
      const { ports, clock } = here.kalends
      clock.now = '2026-05-01T10:00:00Z'
      for (const name of ['a', 'b', 'c', 'd']) await here.add(name)
      await here.tick()
      const later = (by = 0) => {
        clock.now = `${new Date(Date.parse(clock.now) + by * 1000).toISOString().slice(0, 19)}Z`
        return clock.now
      }
      clock.now = '2026-05-01T11:00:00Z'
      const left = [...seconds]
      ports.now = () => later(left.shift())
      await ringDue(ports, 100)
      ports.now = () => clock.now
      for (const _ of [1, 2]) {
        later(61)
        await ringDue(ports, 100)
      }
      expect(here.arrivals.map(({ browser }) => browser).sort()).toEqual(['a', 'b', 'c', 'd'])
    }),
    { numRuns: 8 },
  )
})
