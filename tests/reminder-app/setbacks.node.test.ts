// What does not stay is told where it was done, until its owner answers: refused, overtaken, replaced; and
// what has to wait is not sent for ever, nor does it keep the news back.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { deviceOn, following, joining, type Network, YEAR } from './devices.ts'

const REGATTA = 'harbour/regatta'
const FILE = '날짜,시간,제목\n2026-05-01,18:30,개막\n'

async function world(network?: Network) {
  const kalends = await harness()
  await kalends.upload(REGATTA, FILE)
  const tablet = await following(kalends)
  const phone = deviceOn(kalends, network)
  await phone.engine.start()
  await phone.engine.openLink((await tablet.engine.links())?.manageUrl ?? '')
  await phone.engine.sync()
  const [event] = await phone.engine.happenings(...YEAR)
  const at = (clock: string) => {
    kalends.clock.now = `2026-04-02T${clock}:00Z`
  }
  return { kalends, phone, tablet, uid: event?.uid ?? '', at }
}

const refusing = (status: number, code: string, headers = {}): Network => {
  return async (request, send) =>
    request.method === 'PATCH'
      ? Response.json(
          { code, status, title: '', detail: `because of ${code}` },
          { status, headers },
        )
      : send()
}

test('both offline: the first to arrive stands, the other is told there, and one press puts it in place', async () => {
  const { kalends, phone, tablet, uid, at } = await world()
  phone.at.online = false
  tablet.at.online = false
  at('10:00')
  await phone.engine.memo(uid, 'of ten')
  at('11:00')
  await tablet.engine.memo(uid, 'of eleven')
  at('12:00')
  phone.at.online = true
  await phone.engine.sync()
  tablet.at.online = true
  await tablet.engine.sync()
  expect((await tablet.engine.event(uid, null))?.memo).toBe('of ten')
  const [told] = await tablet.engine.setbacks()
  const of = { kind: 'memo', uid, value: 'of eleven' }
  expect(told).toMatchObject({ why: 'overtaken', title: '개막', of, message: null })
  expect((await tablet.reopen()).state.setbacks).toBe(1)
  await tablet.engine.answerSetback(told?.id ?? '', true)
  await tablet.engine.sync()
  expect(tablet.engine.state).toMatchObject({ setbacks: 0, waiting: 0 })
  await phone.engine.sync()
  expect((await phone.engine.event(uid, null))?.memo).toBe('of eleven')
  expect(await phone.engine.setbacks()).toEqual([])
  expect((await joining(phone, kalends)).engine.state.setbacks).toBe(0)
})

test('what another device had written before is told by the one that replaced it', async () => {
  const { phone, tablet, uid, at } = await world()
  phone.at.online = false
  at('10:00')
  await tablet.engine.memo(uid, 'of ten')
  await tablet.engine.sync()
  at('11:00')
  await phone.engine.memo(uid, 'of eleven')
  phone.at.online = true
  await phone.engine.sync()
  expect(await phone.engine.setbacks()).toMatchObject([
    { why: 'replaced', of: { kind: 'memo', uid, value: 'of ten' } },
  ])
  // Written anew by somebody who sees both: answered.
  await phone.engine.memo(uid, 'of ten and of eleven')
  expect(phone.engine.state.setbacks).toBe(0)
})

test('replaced though the answer was lost: told all the same, once it is known to have arrived', async () => {
  let isLost = false
  const { phone, tablet, uid, at } = await world(async (request, send) => {
    const answer = await send()
    if (isLost && request.method === 'PATCH') throw new TypeError('lost')
    return answer
  })
  phone.at.online = false
  at('10:00')
  await tablet.engine.memo(uid, 'of ten')
  await tablet.engine.sync()
  at('11:00')
  await phone.engine.memo(uid, 'of eleven')
  phone.at.online = true
  isLost = true
  await phone.engine.sync()
  expect(phone.engine.state).toMatchObject({ waiting: 1, setbacks: 0 })
  isLost = false
  await phone.engine.sync()
  expect(phone.engine.state).toMatchObject({ waiting: 0, setbacks: 1 })
  expect(await phone.engine.setbacks()).toMatchObject([
    { why: 'replaced', of: { value: 'of ten' } },
  ])
})

test('another device writes between this one’s reading and its sending: looked at before, and told', async () => {
  let between: (() => Promise<void>) | null = null
  const { phone, tablet, uid } = await world(async (request, send) => {
    const [meanwhile] = [request.method === 'PATCH' ? between : null]
    if (meanwhile) between = null
    await meanwhile?.()
    return send()
  })
  between = async () => {
    await tablet.engine.memo(uid, 'of the tablet')
    await tablet.engine.sync()
  }
  await phone.engine.memo(uid, 'of the phone')
  await phone.engine.sync()
  const [told, ...others] = await phone.engine.setbacks()
  const texts = [told?.of.value, (await phone.engine.event(uid, null))?.memo]
  expect([texts.sort(), others]).toEqual([['of the phone', 'of the tablet'], []])
  expect(phone.engine.state).toMatchObject({ waiting: 0, problem: null })
})

test.for([413, 404, 409, 422])('refused with %i: told, undone, sent no more', async (status) => {
  const { phone, uid } = await world(refusing(status, 'over_limit'))
  await phone.engine.memo(uid, '표는 지갑에')
  await phone.engine.sync()
  const calls = phone.calls.length
  await phone.engine.sync()
  expect(phone.calls.slice(calls).filter((call) => call.startsWith('PATCH'))).toEqual([])
  expect(phone.engine.state).toMatchObject({ waiting: 0, setbacks: 1 })
  expect(await phone.engine.setbacks()).toMatchObject([
    { why: 'refused', of: { value: '표는 지갑에' }, message: 'because of over_limit' },
  ])
  expect((await phone.engine.event(uid, null))?.memo).toBeNull()
  await phone.engine.answerSetback((await phone.engine.setbacks())[0]?.id ?? '', false)
  expect([phone.engine.state.setbacks, phone.engine.state.waiting]).toEqual([0, 0])
})

test('too many for now: said, kept, sent when the server said so; the news comes meanwhile', async () => {
  let network = refusing(429, 'too_many_attempts', { 'Retry-After': '600' })
  const { kalends, phone, uid, at } = await world((request, send) => network(request, send))
  at('10:00')
  await phone.engine.memo(uid, '우산')
  await kalends.upload(REGATTA, FILE.replace('18:30', '19:00'))
  await phone.engine.sync()
  expect(phone.engine.state).toMatchObject({
    ...{ waiting: 1, setbacks: 0, problem: 'because of too_many_attempts' },
  })
  const [event] = await phone.engine.happenings(...YEAR)
  expect(event).toMatchObject({ start: '2026-05-01T19:00:00', memo: '우산' })
  const sent = () => phone.calls.filter((call) => call.startsWith('PATCH')).length
  const before = sent()
  network = (_, send) => send()
  at('10:09')
  await phone.engine.sync()
  expect([sent(), phone.engine.state.waiting]).toEqual([before, 1])
  at('10:10')
  await phone.engine.sync()
  expect(phone.engine.state).toMatchObject({ waiting: 0, problem: null })
})

test('an edit at which the server always fails is its owner’s after five tries; the next one is sent', async () => {
  const failing = refusing(500, 'internal_error')
  const { phone, uid } = await world(async (request, send) => {
    const isMemo = /"memo"/.test(await request.clone().text())
    return isMemo ? failing(request, send) : send()
  })
  phone.at.online = false
  await phone.engine.memo(uid, '우산')
  await phone.engine.alarms(uid, [30])
  phone.at.online = true
  for (let tries = 1; tries < 5; tries += 1) {
    await phone.engine.sync()
    expect(phone.engine.state).toMatchObject({ waiting: 2, setbacks: 0 })
  }
  await phone.engine.sync()
  expect(phone.engine.state).toMatchObject({ waiting: 0, setbacks: 1, problem: null })
  expect(await phone.engine.setbacks()).toMatchObject([
    { why: 'refused', of: { value: '우산' }, message: expect.stringMatching(/keeps failing/) },
  ])
  expect(await phone.engine.event(uid, null)).toMatchObject({ memo: null, alarms: [30] })
})
