// The same thing changed on two devices: the later stays; and edits whose answers were lost.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { deviceOn, following, joining, YEAR } from './devices.ts'

const REGATTA = 'harbour/regatta'

async function two() {
  const kalends = await harness()
  await kalends.upload(REGATTA, '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  const phone = await following(kalends)
  const tablet = await joining(phone, kalends)
  const [event] = await phone.engine.happenings(...YEAR)
  const uid = event?.uid ?? ''
  const at = (clock: string) => {
    kalends.clock.now = `2026-04-02T${clock}:00Z`
  }
  const memos = async () => {
    for (const { engine } of [phone, tablet, phone]) await engine.sync()
    return Promise.all(
      [phone, tablet].map(async ({ engine }) => (await engine.event(uid, null))?.memo),
    )
  }
  return { kalends, phone, tablet, uid, at, memos }
}

test('the later of two stays, whichever is sent first; another field is nobody’s loss', async () => {
  const { phone, tablet, uid, at, memos } = await two()
  phone.at.online = false
  at('10:00')
  await phone.engine.memo(uid, 'of ten, offline')
  at('11:00')
  await tablet.engine.memo(uid, 'of eleven')
  await tablet.engine.alarms(uid, [30])
  await tablet.engine.sync()
  phone.at.online = true
  expect(await memos()).toEqual(['of eleven', 'of eleven'])
  tablet.at.online = false
  at('12:00')
  await tablet.engine.alarms(uid, [60])
  at('13:00')
  await phone.engine.memo(uid, 'of thirteen')
  await phone.engine.sync()
  tablet.at.online = true
  expect(await memos()).toEqual(['of thirteen', 'of thirteen'])
  expect(await phone.engine.event(uid, null)).toMatchObject({ alarms: [60], memo: 'of thirteen' })
})

test('sent, unanswered, and done otherwise meanwhile: still one’s own, whatever else changed', async () => {
  const { kalends, phone, tablet, uid, at, memos } = await two()
  let isLost = true
  const third = deviceOn(kalends, async (request, send) => {
    const answer = await send()
    if (request.method !== 'PATCH' || !isLost) return answer
    isLost = false
    third.at.online = false
    throw new TypeError('lost')
  })
  await third.engine.start()
  await third.engine.openLink((await phone.engine.links())?.manageUrl ?? '')
  await third.engine.sync()
  at('10:00')
  await third.engine.memo(uid, 'first')
  await third.engine.sync()
  expect(third.engine.state).toMatchObject({ waiting: 1, online: false })
  at('10:01')
  await third.engine.memo(uid, 'second')
  at('10:02')
  await tablet.engine.alarms(uid, [30])
  await tablet.engine.sync()
  third.at.online = true
  await third.engine.sync()
  expect(third.engine.state).toMatchObject({ waiting: 0, online: true })
  expect(await memos()).toEqual(['second', 'second'])
})

test('own edits are known without reading the overlay again; somebody else’s are read once', async () => {
  const { phone, tablet, uid, at } = await two()
  const asked = () => phone.calls.splice(0).filter((call) => /^GET \S+\/overlay$/.test(call)).length
  await phone.engine.sync()
  asked()
  for (const memo of ['a', 'b', 'c']) {
    await phone.engine.memo(uid, memo)
    await phone.engine.alarms(uid, [memo.length])
    await phone.engine.sync()
  }
  await phone.engine.hide(uid, true)
  await phone.engine.hide(uid, false)
  await phone.engine.sync()
  await phone.engine.sync()
  expect(asked()).toBe(0)
  at('11:00')
  await tablet.engine.memo(uid, 'of the tablet')
  await tablet.engine.sync()
  await phone.engine.sync()
  await phone.engine.sync()
  expect(asked()).toBe(1)
  expect((await phone.engine.event(uid, null))?.memo).toBe('of the tablet')
})

test('what somebody wrote in the middle of one’s own sync is read in it', async () => {
  const { kalends, phone, tablet, uid, at } = await two()
  let middle: Promise<void> | null = null
  const third = deviceOn(kalends, async (request, send) => {
    if (request.method === 'PATCH') middle ??= tablet.engine.sync()
    await middle
    return send()
  })
  await third.engine.start()
  await third.engine.openLink((await phone.engine.links())?.manageUrl ?? '')
  await third.engine.sync()
  tablet.at.online = false
  await tablet.engine.alarms(uid, [30])
  tablet.at.online = true
  third.at.online = false
  at('11:00')
  await third.engine.changeRules({ ...(await third.engine.rules()), minutes: [60] })
  await third.engine.hide(uid, true)
  third.at.online = true
  third.calls.length = 0
  await third.engine.sync()
  expect(third.calls).toContain('GET /v1/subscriptions/{token}/overlay')
  expect(await third.engine.event(uid, null)).toMatchObject({ alarms: [30], hidden: true })
})

test('rules change one by one: two devices lose neither', async () => {
  const { phone, tablet, memos, at } = await two()
  const before = await phone.engine.rules()
  expect(before).toEqual({
    ...{ minutes: [], daysBefore: [], allDay: [], tickets: [], quiet: null, changes: true },
  })
  at('10:00')
  phone.at.online = false
  await phone.engine.changeRules({ ...before, minutes: [60, 10] })
  await tablet.engine.changeRules({ ...before, quiet: { from: '23:00', to: '07:00' } })
  await tablet.engine.sync()
  phone.at.online = true
  await memos()
  const after = { ...before, minutes: [60, 10], quiet: { from: '23:00', to: '07:00' } }
  expect([await phone.engine.rules(), await tablet.engine.rules()]).toEqual([after, after])
  const [event] = await tablet.engine.happenings(...YEAR)
  expect(event?.alarms).toEqual([60, 10])
})

test('reminders of one event, chosen elsewhere, keep the rest when their minutes change here', async () => {
  const { kalends, phone, uid } = await two()
  const { manageUrl = '' } = (await phone.engine.links()) ?? {}
  const path = `/v1/subscriptions/${manageUrl.split('/').at(-1)}/overlay/${uid}`
  const tickets = { minutes: [30], tickets: [0] }
  const headers = { 'content-type': 'application/json' }
  const body = JSON.stringify({ reminders: tickets })
  await kalends.request(path, { method: 'PATCH', headers, body })
  await phone.engine.sync()
  expect((await phone.engine.event(uid, null))?.alarms).toEqual([30])
  await phone.engine.alarms(uid, [10])
  await phone.engine.sync()
  expect((await phone.engine.event(uid, null))?.alarms).toEqual([10])
  const { overlays } = (await (await kalends.request(path.slice(0, -uid.length - 1))).json()) as {
    overlays: { reminders: object }[]
  }
  expect(overlays[0]?.reminders).toMatchObject({ minutes: [10], tickets: [0] })
})

test('a first calendar makes one subscription, though its answer is lost and the app is closed', async () => {
  const kalends = await harness()
  await kalends.upload(REGATTA, '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  const made: string[] = []
  const phone = deviceOn(kalends, async (request, send) => {
    const answer = await send()
    if (request.method !== 'POST') return answer
    made.push(((await answer.clone().json()) as { token: string }).token)
    if (made.length < 3) throw new TypeError('lost')
    return answer
  })
  phone.at.online = false
  await phone.engine.start()
  await phone.engine.follow(REGATTA)
  expect(phone.engine.state).toMatchObject({ subscription: 'here', waiting: 1 })
  phone.at.online = true
  await phone.engine.sync()
  await phone.reopen()
  await phone.engine.sync()
  expect(phone.engine.state).toMatchObject({ subscription: 'here', waiting: 0 })
  expect(new Set(made).size).toBe(1)
  expect(await phone.engine.happenings(...YEAR)).toHaveLength(1)
})

test('a first calendar that is none, chosen offline: said, and begun anew', async () => {
  const phone = deviceOn(await harness())
  phone.at.online = false
  await phone.engine.start()
  await phone.engine.openLink('https://kalends.example/no/body')
  expect(phone.engine.state).toMatchObject({ subscription: 'here', waiting: 1 })
  phone.at.online = true
  await phone.engine.sync()
  expect(phone.engine.state).toMatchObject({ subscription: 'none', waiting: 0 })
  expect(phone.engine.state.problem).toMatch(/no\/body|no calendar|nobody/i)
})

test('a device that has a link keeps it: another one is refused, with what to do', async () => {
  const { kalends, phone } = await two()
  const other = await following(kalends)
  const { manageUrl = '' } = (await other.engine.links()) ?? {}
  await expect(phone.engine.openLink(manageUrl)).rejects.toThrow(/another link already/)
  await phone.engine.openLink(`${(await phone.engine.links())?.feedUrl}`)
  await expect(phone.engine.openLink('https://kalends.example/no/body')).rejects.toThrow(/no/)
})
