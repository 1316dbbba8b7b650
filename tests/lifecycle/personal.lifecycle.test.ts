// A personal feed as Evolution, Thunderbird, and vdirsyncer with khal show it: what its owner does to
// one event, and what its partner does meanwhile, is there after one refresh.

import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { expect, onTestFinished, test } from 'vitest'
import { createServer } from '../../src/node.ts'
import type { Json } from '../harness.ts'
import {
  choose,
  OVER,
  overlay,
  read,
  type Subscribed,
  send,
  subscribed,
} from '../subscriptions/subscribed.ts'
import {
  isInstalled,
  PROGRAMS,
  type Program,
  type Subscriber,
  subscribe,
  VDIRSYNCER,
} from './subscriber.ts'

const RANGE = ['2026-05-01', '2026-06-01'] as const
const BOUND_MS = 20_000
const HEAD = 'external_id,날짜,시간,제목,상태,rrule'
const schedule = (...rows: string[]) => [HEAD, ...rows].join('\n')
const OPENING = 'a,2026-05-05,18:30,Opening,확정,'
const CONCERT = 'b,2026-05-09,20:00,Concert,확정,'
const DRILL = 's,2026-05-11,19:00,Drill,확정,FREQ=WEEKLY;COUNT=3'

type Step = [string, (here: Subscribed) => Promise<unknown>]

const STEPS: Step[] = [
  ['hide', (here) => overlay(here, here.uids.b, { hidden: true })],
  ['memo', (here) => overlay(here, here.uids.a, { memo: 'row 3, umbrella' })],
  [
    'move',
    (here) =>
      here.kalends.upload(OVER, schedule(OPENING.replace('05-05', '05-06'), CONCERT, DRILL)),
  ],
  [
    'cancel',
    (here) =>
      here.kalends.upload(
        OVER,
        schedule(OPENING.replace('05-05', '05-06').replace('확정', '취소'), CONCERT, DRILL),
      ),
  ],
  ['hide one of a series', (here) => overlay(here, here.uids.s, { skipped: ['2026-05-18'] })],
  [
    'unhide',
    (here) =>
      send(here.kalends, 'DELETE', `/v1/subscriptions/${here.token}/overlay/${here.uids.b}`),
  ],
  ['take the memo back', (here) => overlay(here, here.uids.a, {})],
  ['unhide the one', (here) => overlay(here, here.uids.s, {})],
  ['another look', (here) => choose(here, { prefix: 'sea' })],
  ['fewer days', (here) => choose(here, { filters: { weekdays: ['sat'] } })],
]

const second = (text: string) => new Date(text).toISOString().replace('.000', '')

async function told({ kalends, token }: Subscribed): Promise<string[]> {
  const [from, to] = RANGE
  const { events } = await read(kalends, `/v1/subscriptions/${token}/events?from=${from}&to=${to}`)
  return events
    .map(
      ({ startsAt, endsAt, mine }: Json) => `${second(startsAt)} ${second(endsAt)} ${mine.title}`,
    )
    .sort()
}

/** One refresh, and looks until the program holds what it should, or the bound is reached. */
async function shown(subscriber: Subscriber, expected: string[]): Promise<string[]> {
  let lines = await subscriber.ask('refresh')
  for (
    const until = Date.now() + BOUND_MS;
    Date.now() < until && lines.join() !== expected.join();
  ) {
    await new Promise((resolve) => setTimeout(resolve, 300))
    lines = await subscriber.ask('look')
  }
  return lines
}

async function begin(program: Program) {
  const here = await subscribed({}, schedule(OPENING, CONCERT, DRILL))
  const server = createServer(here.kalends.ports)
  const asked: string[] = []
  server.on('request', ({ method }) => asked.push(`${method}`))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const url = `http://127.0.0.1:${port}/feeds/my/${here.token}.ics`
  const subscriber = await subscribe(program, url, RANGE)
  onTestFinished(() => {
    subscriber.end()
    server.closeAllConnections()
    server.close()
  })
  const first = await told(here)
  expect(await shown(subscriber, first)).toEqual(first)
  return { here, subscriber, asked }
}

for (const program of [...PROGRAMS, VDIRSYNCER])
  test.skipIf(!isInstalled(program)).each([program.name])(
    '§8.70 a personal feed shows what its owner changed after one refresh: %s',
    async () => {
      const { here, subscriber, asked } = await begin(program)
      let before = await told(here)
      for (const [place, [step, act]] of STEPS.entries()) {
        here.kalends.clock.now = `2026-05-01T${String(place + 1).padStart(2, '0')}:00:00Z`
        await act(here)
        const expected = await told(here)
        if (!step.includes('memo')) expect(expected, step).not.toEqual(before)
        asked.length = 0
        expect(await shown(subscriber, expected), step).toEqual(expected)
        expect(asked, step).toEqual(['GET'])
        const texts = (await subscriber.ask('texts')).join('\n')
        if (step === 'memo' || step === 'cancel') expect(texts, step).toContain('row 3, umbrella')
        if (step === 'take the memo back') expect(texts, step).not.toContain('umbrella')
        before = expected
      }
    },
    180_000,
  )
