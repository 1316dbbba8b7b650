// Notifications on and off over the application itself: what the browser is asked, what the server has
// of it, what arrives, and how an address that was lost anywhere is put right.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { PushDevice } from '../../src/reminder-app/engine/device.ts'
import { ticker } from '../../src/timer.ts'
import type { Json } from '../harness.ts'
import { type Browser, browser } from '../push/browser.ts'
import { deviceOn } from './devices.ts'

const HOST = 'https://updates.push.services.mozilla.com/wpush/v2/'
const REGATTA = 'harbour/regatta'

async function phone() {
  const kalends = await harness()
  await kalends.upload(REGATTA, '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  const made: Browser[] = []
  const here = { answer: 'granted' as NotificationPermission, asked: false, key: '' }
  let present: Browser | null = null
  const push: PushDevice = {
    permission: () => (here.asked ? here.answer : 'default'),
    async ask() {
      here.asked = true
      return here.answer
    },
    present: async () => present?.subscription ?? null,
    async subscribe(publicKey) {
      here.key = publicKey
      present = await browser(`${HOST}${made.length + 1}`)
      made.push(present)
      return present.subscription
    },
    async unsubscribe() {
      present = null
    },
  }
  const answers = new Map<string, number>()
  const arrived: [string, Json][] = []
  kalends.ports.fetch = async ({ url, body }) => {
    const at = made.find(({ subscription }) => subscription.endpoint === url)
    const status = answers.get(url) ?? 201
    if (status < 300 && at)
      arrived.push([url.slice(HOST.length), JSON.parse(await at.decrypt(body as Uint8Array))])
    return { status, url, body: new Uint8Array(), header: () => null }
  }
  const tick = ticker(kalends.ports)
  const device = deviceOn(kalends, undefined, push)
  await device.engine.start()
  const subscription = async () => {
    const { manageUrl = '' } = (await device.engine.links()) ?? {}
    return `/v1/subscriptions/${manageUrl.split('/').at(-1)}`
  }
  return {
    ...{ kalends, device, here, arrived, answers, subscription },
    lose: (other: Browser | null = null) => {
      if (other) made.push(other)
      present = other
    },
    tick: async () => (await tick()).ended,
    async there(): Promise<Json> {
      return (await kalends.request(`${await subscription()}/push`)).json()
    },
  }
}

async function ringing() {
  const made = await phone()
  await made.device.engine.follow(REGATTA)
  await made.device.engine.sync()
  await made.device.engine.enablePush()
  return made
}

test('on, tried, in another language, and off: the server has what the screen says', async () => {
  const made = await phone()
  const { device, here, arrived, there, tick } = made
  expect(device.engine.state.push).toBe('off')
  await expect(device.engine.enablePush()).rejects.toThrow(/calendar first/)
  await device.engine.follow(REGATTA)
  await device.engine.sync()
  await device.engine.enablePush()
  expect(device.engine.state.push).toBe('on')
  const { publicKey, channels } = await there()
  expect([here.key, channels]).toMatchObject([publicKey, [{ language: 'en' }]])
  await device.engine.testPush()
  await tick()
  expect(arrived).toMatchObject([['1', { type: 'test', language: 'en', url: '/app' }]])
  device.at.language = 'ko'
  expect((await device.reopen()).state.push).toBe('on')
  expect((await there()).channels).toMatchObject([{ id: channels[0].id, language: 'ko' }])
  await device.engine.disablePush()
  expect(device.engine.state.push).toBe('off')
  expect((await there()).channels).toEqual([])
  await expect(device.engine.testPush()).rejects.toThrow(/켜/)
})

test('an address that the browser changed or lost, or that the server dropped, is put right at the next start', async () => {
  const made = await ringing()
  const { device, arrived, answers, there, tick, lose, kalends } = made
  let minutes = 0
  const tried = async () => {
    kalends.clock.now = `2026-04-01T00:${String(++minutes).padStart(2, '0')}:00Z`
    await device.engine.testPush()
    await tick()
  }
  const hears = async (name: string) => {
    arrived.length = 0
    await tried()
    expect(arrived.map(([at]) => at)).toEqual([name])
    expect((await there()).channels).toHaveLength(1)
  }
  lose(await browser(`${HOST}2`))
  await device.reopen()
  await hears('2')
  lose()
  await device.reopen()
  await hears('3')
  answers.set(`${HOST}3`, 410)
  await tried()
  expect((await there()).channels).toEqual([])
  const calls = device.calls.length
  await device.reopen()
  await hears('4')
  expect(device.calls.slice(calls)).toContain('POST /v1/subscriptions/{token}/push')
})

test('a link that was changed elsewhere: the new one rings here, with what was done meanwhile', async () => {
  const { kalends, device, arrived, subscription, there, tick } = await ringing()
  const [game] = await device.engine.happenings('2026-04-01T00:00:00Z', '2027-01-01T00:00:00Z')
  const before = await subscription()
  const rotated = await kalends.request(`${before}/rotation`, { method: 'POST' })
  const { manageUrl } = (await rotated.json()) as { manageUrl: string }
  device.at.online = false
  await device.engine.memo(game?.uid ?? '', '표는 지갑에')
  device.at.online = true
  // Nobody has told the device yet that its link has ended: the new one is taken all the same.
  await device.engine.openLink(manageUrl)
  await device.engine.sync()
  expect(device.engine.state).toMatchObject({ subscription: 'here', waiting: 0, problem: null })
  await device.engine.testPush()
  await tick()
  expect(arrived.map(([at]) => at)).toEqual(['1'])
  expect(await subscription()).not.toBe(before)
  expect((await there()).channels).toHaveLength(1)
  const laid: Json = await (await kalends.request(`${await subscription()}/overlay`)).json()
  expect(laid.overlays).toMatchObject([{ memo: '표는 지갑에' }])
})

test('refused by its owner: said how to allow it, and nothing is told', async () => {
  const { device, here, there } = await phone()
  await device.engine.follow(REGATTA)
  await device.engine.sync()
  here.answer = 'denied'
  device.at.language = 'ko'
  await expect(device.engine.enablePush()).rejects.toThrow(/사이트 설정에서 허용/)
  expect([device.engine.state.push, (await there()).channels]).toEqual(['denied', []])
})
