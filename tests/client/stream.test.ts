import { expect, test, vi } from 'vitest'
import type { Hint, Streaming } from '../../src/client/src/index.ts'
import { answering, json, problem } from './over.ts'

const said = (event: string, id: number) =>
  `event: ${event}\nid: ${id}\ndata: {"revision":${id},"calendars":[]}\n\n`

/** With what changed since an id. */
const taken = (id: number) => said('ready', id).replace(/^id: .*\n/m, '') + said('change', id)

/** A stream in pieces that fall where they like; it stays open unless it is ended. */
const stream = (pieces: string[], ended = true) =>
  new Response(
    new ReadableStream({
      start(controller) {
        for (const piece of pieces) controller.enqueue(new TextEncoder().encode(piece))
        if (ended) controller.close()
      },
    }),
    { headers: { 'content-type': 'text/event-stream' } },
  )

/** Runs until its answers are used up, and says all that happened. */
async function streamed(
  answers: Parameters<typeof answering>[0],
  streaming: Streaming = {},
  onChange: (hint: Hint | null) => void = () => {},
) {
  const [hints, states, waits] = [[] as (number | null)[], [] as string[], [] as number[]]
  const { client, sent } = answering([...answers, problem('subscription_ended', 410)])
  const { done } = client.subscription('t').stream(
    (hint) => {
      hints.push(hint?.revision ?? null)
      onChange(hint)
    },
    {
      ...{ random: () => 0, onState: (state) => states.push(state) },
      wait: async (milliseconds) => void waits.push(milliseconds),
      ...streaming,
    },
  )
  await done
  return { hints, states, waits, ids: sent.map(({ headers }) => headers.get('last-event-id')) }
}

test('it calls back at the start and for each change, wherever the pieces break', async () => {
  const text = `retry: 4000\n\n: beat\n\n${said('ready', 1)}${said('change', 2)}`
  const { hints, states, ids, waits } = await streamed([stream([...text])])
  expect(hints).toEqual([1, 2])
  expect(states).toEqual(['live', 'waiting', 'ended'])
  expect([ids, waits]).toEqual([[null, '2'], [4000]])
})

test('it goes on from the last change that was handled, and tells a failed one again', async () => {
  let failing = true
  const { hints, ids } = await streamed(
    [stream([taken(6), said('change', 7)]), stream([taken(7)])],
    { lastEventId: '5' },
    (hint) => {
      if (hint?.revision === 7 && failing) {
        failing = false
        throw new Error('offline')
      }
    },
  )
  expect(hints).toEqual([6, 7, 7])
  expect(ids).toEqual(['5', '6', '7'])
})

test('an id of a link that was changed since is none to the server: what came in between is asked for', async () => {
  const answers = [stream([said('ready', 8)]), stream([said('ready', 8)])]
  const { hints, ids } = await streamed(answers, { lastEventId: '5' })
  expect([hints, ids]).toEqual([[8], ['5', '8', '8']])
})

test('a server that is away is asked later and later', async () => {
  const away = () => problem('unavailable', 503, { 'retry-after': '30' })
  const nobody = new TypeError('fetch failed')
  const { waits, hints } = await streamed([nobody, nobody, away, stream([said('ready', 1)])])
  expect(waits).toEqual([5000, 10_000, 30_000, 5000])
  expect(hints).toEqual([1])
})

test('where there is no stream, it asks each minute, and tries again after ten', async () => {
  const { hints, states, waits } = await streamed([problem('not_found', 404)], {}, () => {
    throw new Error('offline')
  })
  expect(hints).toEqual(Array.from({ length: 10 }, () => null))
  expect(waits).toEqual(Array.from({ length: 10 }, () => 60_000))
  expect(states).toEqual(['polling', 'ended'])
})

test('a stream that a proxy keeps back is given up for asking', async () => {
  vi.useFakeTimers()
  const running = streamed([stream([], false)])
  await vi.advanceTimersByTimeAsync(20_000)
  vi.useRealTimers()
  expect((await running).states).toEqual(['polling', 'ended'])
})

test('one that falls silent is opened again', async () => {
  vi.useFakeTimers()
  const running = streamed([stream([said('ready', 1)], false), json({})])
  await vi.advanceTimersByTimeAsync(70_000)
  vi.useRealTimers()
  const { ids, states } = await running
  expect(ids).toEqual([null, '1', '1'])
  expect(states.slice(0, 2)).toEqual(['live', 'waiting'])
})

test('a subscription that ends while it is listened to is not asked for again', async () => {
  const { states, ids } = await streamed([stream([said('ready', 1), said('ended', 2)], false)])
  expect([states, ids]).toEqual([['live', 'ended'], [null]])
})

test('closed, it calls back no more', async () => {
  const { client } = answering([stream([said('ready', 1)], false)])
  const live = client.subscription('t').stream(() => live.close())
  await live.done
})
