// Notifications on and off: what the browser is asked, what the server is told, and what is shown of it.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { PushAddress, PushDevice } from '../../src/reminder-app/engine/device.ts'
import { deviceOn } from './devices.ts'

const REGATTA = 'harbour/regatta'
const addressAt = (place: number): PushAddress => ({
  ...{ endpoint: `https://push.example/${place}`, keys: { p256dh: 'p', auth: 'a' } },
})

async function phone() {
  const kalends = await harness()
  await kalends.upload(REGATTA, '날짜,시간,제목\n2026-05-01,18:30,개막\n')
  const browser = { answer: 'granted' as NotificationPermission, place: 0, asked: false }
  const push: PushDevice = {
    permission: () => (browser.asked ? browser.answer : 'default'),
    async ask() {
      browser.asked = true
      return browser.answer
    },
    present: async () => (browser.place > 0 ? addressAt(browser.place) : null),
    async subscribe(publicKey) {
      expect(publicKey).toBe('the-public-key')
      browser.place += 1
      return addressAt(browser.place)
    },
    async unsubscribe() {
      browser.place = 0
    },
  }
  const told: unknown[] = []
  // As the contract has it; the server's own side has its own tests.
  const device = deviceOn(
    kalends,
    async (request, send) => {
      if (!/\/push(\/|$)/.test(request.url)) return send()
      if (request.method === 'GET')
        return Response.json({ publicKey: 'the-public-key', channels: [] })
      if (request.method === 'DELETE') {
        told.push(`DELETE ${request.url.split('/').at(-1)}`)
        return new Response(null, { status: 204 })
      }
      told.push(await request.json())
      const channel = { id: `c${told.length}`, host: 'push.example', label: null }
      return Response.json({ ...channel, createdAt: '', lastSentAt: null }, { status: 201 })
    },
    push,
  )
  await device.engine.start()
  return { device, browser, told }
}

test('on: asked for, told to the server; after a restart too; another address or language is told', async () => {
  const { device, browser, told } = await phone()
  expect(device.engine.state.push).toBe('off')
  await expect(device.engine.enablePush()).rejects.toThrow(/calendar first/)
  await device.engine.follow(REGATTA)
  await device.engine.sync()
  await device.engine.enablePush()
  expect(device.engine.state.push).toBe('on')
  expect(told).toEqual([{ ...addressAt(1), language: 'en' }])
  expect((await device.reopen()).state.push).toBe('on')
  expect(told).toHaveLength(1)
  browser.place = 7
  device.at.language = 'ko'
  await device.reopen()
  expect(told.at(-1)).toEqual({ ...addressAt(7), language: 'ko' })
  await device.engine.disablePush()
  expect(device.engine.state.push).toBe('off')
  expect([told.at(-1), browser.place]).toEqual(['DELETE c2', 0])
})

test('refused by its owner: said how to allow it, and nothing is told', async () => {
  const { device, browser, told } = await phone()
  await device.engine.follow(REGATTA)
  await device.engine.sync()
  browser.answer = 'denied'
  device.at.language = 'ko'
  await expect(device.engine.enablePush()).rejects.toThrow(/사이트 설정에서 허용/)
  expect([device.engine.state.push, told]).toEqual(['denied', []])
})
