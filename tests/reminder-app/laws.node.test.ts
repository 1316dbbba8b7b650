// Two devices of one person, whatever happens: edits offline and online, answers that get lost, apps
// that are closed in the middle, schedules that move. In the end both show the same, nothing waits, what one
// device alone changed is as that one left it, and what gave way unseen is told.

import { isDeepStrictEqual } from 'node:util'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Engine } from '../../src/reminder-app/engine.ts'
import type { Kalends } from '../harness.ts'
import { deviceOn, type Network, type TestDevice, YEAR } from './devices.ts'

const REGATTA = 'harbour/regatta'
const season = (hour: number) => `external_id,날짜,시간,제목,반복
g1,2026-05-01,${hour}:30,개막전,
g2,2026-05-02,14:00,둘째 날,
s1,2026-05-04,19:00,훈련,FREQ=DAILY;COUNT=4
`

type Step =
  | { device: 0 | 1; act: 'edit'; event: number; field: Field; value: number }
  | { device: 0 | 1; act: 'sync' | 'reopen' }
  | { device: 0 | 1; act: 'connect'; online: boolean }
  | { device: 0 | 1; act: 'lose'; what: 'request' | 'answer' }
  | { act: 'publish'; hour: number }
type Field = 'hidden' | 'memo' | 'alarms' | 'skipped'

const device = fc.constantFrom(0 as const, 1 as const)
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      ...{ device, act: fc.constant('edit' as const), value: fc.nat(2) },
      // Often the same, so that the two meet.
      event: fc.constantFrom(0, 0, 0, 1),
      field: fc.constantFrom<Field>('memo', 'memo', 'memo', 'alarms', 'hidden', 'skipped'),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ device, act: fc.constantFrom('sync' as const, 'reopen' as const) }),
  },
  fc.record({ device, act: fc.constant('connect' as const), online: fc.boolean() }),
  fc.record({
    ...{ device, act: fc.constant('lose' as const) },
    what: fc.constantFrom('request' as const, 'answer' as const),
  }),
  fc.record({ act: fc.constant('publish' as const), hour: fc.integer({ min: 17, max: 20 }) }),
)

interface World {
  kalends: Kalends
  devices: TestDevice[]
  losing: { next: 'request' | 'answer' | null }[]
  events: { uid: string; recurrenceId: string | null }[]
  /** By what was changed: who did, and to what it was last changed by each. */
  done: Map<string, Map<number, unknown>>
  /** What somebody saw when he changed it, and what was told to have given way. */
  known: Set<string>
}

async function world(): Promise<World> {
  const kalends = await harness()
  await kalends.upload(REGATTA, season(18))
  const losing = [{ next: null }, { next: null }] as World['losing']
  const devices = losing.map((each) => {
    const network: Network = async (request, send) => {
      // Of what is read, the loss of an answer is the loss of the request.
      const next = request.method === 'GET' && each.next === 'answer' ? null : each.next
      if (next) each.next = null
      if (next === 'request') throw new TypeError('lost')
      const answer = await send()
      if (next === 'answer') throw new TypeError('lost')
      return answer
    }
    return deviceOn(kalends, network)
  })
  const [phone, tablet] = devices.map(({ engine }) => engine) as [Engine, Engine]
  await phone.start()
  await phone.follow(REGATTA)
  await phone.sync()
  await tablet.start()
  await tablet.openLink((await phone.links())?.feedUrl ?? '')
  await tablet.sync()
  const happenings = await phone.happenings(...YEAR)
  const events = [happenings[0], happenings[2]].map((each) => ({
    ...{ uid: each?.uid ?? '', recurrenceId: each?.recurrenceId ?? null },
  }))
  return { kalends, devices, losing, events, done: new Map(), known: new Set() }
}

const MEMOS = [null, '표는 지갑에', '우산']
const ALARMS = [null, [30], [60, 10]]

const slotOf = (event: number, field: string): string => `${event} ${field}`
const knownAs = (slot: string, value: unknown): string => `${slot} ${JSON.stringify(value)}`

async function take(here: World, step: Step): Promise<void> {
  await taken(here, step)
  for (const { engine } of here.devices)
    for (const { of } of await engine.setbacks()) {
      const event = here.events.findIndex(({ uid }) => 'uid' in of && of.uid === uid)
      here.known.add(knownAs(slotOf(event, of.kind), of.value))
    }
}

async function taken(here: World, step: Step): Promise<void> {
  const { kalends, devices, losing, events, done, known } = here
  kalends.clock.now = `${new Date(Date.parse(kalends.clock.now) + 60_000).toISOString().slice(0, 19)}Z`
  if (step.act === 'publish') {
    await kalends.upload(REGATTA, season(step.hour))
    return
  }
  const device = devices[step.device] as TestDevice
  const { engine, at } = device
  if (step.act === 'sync') await engine.sync()
  if (step.act === 'reopen') await device.reopen()
  if (step.act === 'connect') at.online = step.online
  if (step.act === 'lose') (losing[step.device] as World['losing'][0]).next = step.what
  if (step.act !== 'edit') return
  const { uid, recurrenceId } = events[step.event] ?? { uid: '', recurrenceId: null }
  const isSeries = recurrenceId !== null
  if (step.field === 'skipped' && !isSeries) return
  const values = {
    memo: MEMOS,
    alarms: ALARMS,
    hidden: [false, true, true],
    skipped: [true, false, true],
  }
  const value = values[step.field][step.value]
  const seen = await engine.event(uid, step.field === 'hidden' ? null : recurrenceId)
  const shown = step.field === 'skipped' ? seen?.hidden : seen?.[step.field]
  known.add(knownAs(slotOf(step.event, step.field), shown))
  if (step.field === 'hidden') await engine.hide(uid, value === true)
  if (step.field === 'memo') await engine.memo(uid, value as string | null)
  if (step.field === 'alarms') await engine.alarms(uid, value as number[] | null)
  if (step.field === 'skipped') await engine.skip(uid, recurrenceId ?? '', value === true)
  const slot = slotOf(step.event, step.field)
  done.set(slot, (done.get(slot) ?? new Map()).set(step.device, value))
}

/** What the server has of an event, by the fields of an edit. */
async function laidAt(
  { kalends, devices, events }: World,
  event: number,
): Promise<Record<Field, unknown>> {
  const { manageUrl = '' } = (await devices[0]?.engine.links()) ?? {}
  const path = `/v1/subscriptions/${manageUrl.split('/').at(-1)}/overlay`
  const { overlays } = (await (await kalends.request(path)).json()) as {
    overlays: {
      uid: string
      hidden: boolean
      memo: string | null
      alarms: number[]
      skipped: string[]
    }[]
  }
  const laid = overlays.find(({ uid }) => uid === events[event]?.uid)
  const { hidden = false, memo = null, alarms = null, skipped = [] } = laid ?? {}
  const day = events[event]?.recurrenceId?.slice(0, 10) ?? ''
  return { hidden, memo, alarms, skipped: skipped.includes(day) }
}

test('two devices converge; what one alone changed is as it left it, what gave way is told', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 8, maxLength: 24 }), async (steps) => {
      const here = await world()
      for (const { at } of here.devices) at.online = false
      for (const each of steps) await take(here, each)
      for (const { at } of here.devices) at.online = true
      for (const each of here.losing) each.next = null
      for (const at of [0, 1, 0, 1]) await take(here, { device: at as 0 | 1, act: 'sync' })
      const [phone, tablet] = await Promise.all(
        here.devices.map(async ({ engine }) => {
          expect(engine.state).toMatchObject({ waiting: 0, problem: null, subscription: 'here' })
          return engine.happenings(...YEAR, true)
        }),
      )
      expect(phone).toEqual(tablet)
      for (const [slot, by] of here.done) {
        const [event, field] = slot.split(' ') as [string, Field]
        const value = (await laidAt(here, Number(event)))[field]
        expect([slot, [...by.values()]]).toEqual([slot, expect.arrayContaining([value])])
        const gone = [...by.values()].filter((each) => each && !isDeepStrictEqual(each, value))
        for (const each of gone) expect([...here.known]).toContain(knownAs(slot, each))
      }
    }),
    { numRuns: 10 },
  )
})
