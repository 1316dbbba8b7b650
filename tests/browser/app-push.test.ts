// Notifications from the switch in the settings to the tap on one: everything is real but the browser's
// own push service, which a headless Chromium has not: its place is taken by a local receiver, that
// decrypts what the server sends, and the DevTools protocol, that hands the same to the worker.

import type { BrowserContext, Page } from 'playwright-core'
import { expect } from 'vitest'
import { nodeFetch } from '../../src/outbound/node-fetch.ts'
import { WORDS } from '../../src/reminder-app/screens/words.ts'
import { ticker } from '../../src/timer.ts'
import type { Json } from '../harness.ts'
import { test } from './page.ts'
import { deviceOf, isControlled, keptLink, pusher, shown, WAIT_MS } from './phone.ts'
import { pushReceiver, type Receiver } from './push-receiver.ts'
import { site } from './server.ts'

const words = WORDS.en
const { push } = words.settings
const tomorrow = new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)
const game = (status: string) =>
  new TextEncoder().encode(
    `external_id,date,time,title,status\ng1,${tomorrow},18:30,Opener,${status}\n`,
  )

/** Chromium looks at the key, and then finds nobody to register with: there the receiver's address comes in. */
const PUSH_MANAGER = `(() => {
  const { subscribe } = PushManager.prototype
  const subscriptionOf = (address) => address && {
    ...address,
    toJSON: () => address,
    unsubscribe: async () => { localStorage.removeItem('pushed'); return true },
  }
  PushManager.prototype.getSubscription = async () =>
    subscriptionOf(JSON.parse(localStorage.getItem('pushed')))
  PushManager.prototype.subscribe = async function (options) {
    const trouble = await subscribe.call(this, options).catch((error) => error)
    if (trouble.name !== 'AbortError') throw trouble
    const address = await anotherAddress(options.applicationServerKey)
    localStorage.setItem('pushed', JSON.stringify(address))
    return subscriptionOf(address)
  }
})()`

async function club({ host, ca }: Receiver) {
  const here = await site('http://127.0.0.1', { pushHosts: [host] })
  here.ports.fetch = nodeFetch({ ownHost: 'kalends.example', ca })
  const tick = ticker(here.ports)
  const zone = { timezone: 'Asia/Seoul', locale: 'en' }
  await here.call('PUT', '/v1/partners/otters', { name: 'Otters', ...zone })
  await here.call('PUT', '/v1/partners/otters/calendars/season', { name: 'Season' })
  const uploads = '/v1/partners/otters/calendars/season/uploads?publish=true&confirm=true'
  const publish = (status: string) => here.call('POST', uploads, game(status))
  await publish('confirmed')
  return { here, publish, ticked: async () => (await tick()).ended }
}

/** A tap: no protocol makes one, so the worker is given the event with its notification. */
const TAP = `self.registration.getNotifications().then(async (all) => {
  const notification = all.find(({ data }) => data.url.includes('/event/'))
  const event = new NotificationEvent('notificationclick', { notification })
  let work
  event.waitUntil = (promise) => { work = promise }
  self.dispatchEvent(event)
  // Without a finger on the screen a window may not be focused; the rest of it is done before.
  await work.catch(() => {})
})`

const changedTo = (address: object) => `(async () => {
  const event = new ExtendableEvent('pushsubscriptionchange')
  event.newSubscription = { toJSON: () => (${JSON.stringify(address)}) }
  let work
  event.waitUntil = (promise) => { work = promise }
  self.dispatchEvent(event)
  await work
})()`

const press = (page: Page, name: string) => page.getByRole('button', { name, exact: true }).click()

test('switched on, tried, rung by a change and tapped, over a changed link and address, off', async ({
  browser,
  skip,
}) => {
  const receiver = await pushReceiver()
  if (!receiver) return skip('this machine has no openssl')
  const { here, publish, ticked } = await club(receiver)
  const { arrivals } = receiver
  const keys: string[] = []
  const prepared = async (context: BrowserContext) => {
    await context.exposeFunction('anotherAddress', (key: string) => {
      keys.push(key)
      return receiver.address()
    })
    await context.addInitScript(PUSH_MANAGER)
  }
  const phone = await deviceOf(browser, here.url, prepared)
  const { page, context } = phone
  await page.getByRole('searchbox').fill('season')
  await press(page, words.add.followLabel('Season'))
  await page.getByText('Opener', { exact: true }).waitFor()
  await expect.poll(() => page.evaluate(isControlled), { timeout: WAIT_MS }).toBe(true)
  const deliver = await pusher(phone)
  const there = async (): Promise<Json> =>
    here.call('GET', `/v1/subscriptions/${(await keptLink(page)).split('/').at(-1)}/push`)
  /** What came since, to the one address, handed on to the worker as it was sent. */
  const arrived = async (address: string) => {
    await ticked()
    const [arrival, ...others] = arrivals.splice(0)
    expect([arrival?.at, arrival?.signer, others]).toEqual([address, keys[0], []])
    await deliver(arrival?.text ?? '')
    return arrival?.payload
  }
  const tried = async (address: string) => {
    await press(page, push.test)
    await page.getByText(push.tested).waitFor()
    return arrived(address)
  }

  await page.goto(`${here.url}/app#/settings`)
  await press(page, push.enable)
  await page.getByText(push.on).waitFor()
  expect(await there()).toMatchObject({ publicKey: keys[0], channels: [{ language: 'en' }] })
  expect(await tried('/push/1')).toMatchObject({ type: 'test', language: 'en' })
  const own = ['Kalends', 'Notifications reach this device.', 'test', 'en']
  await expect.poll(() => shown(page), { timeout: WAIT_MS }).toEqual([own])

  await publish('cancelled')
  const change = await arrived('/push/1')
  expect(change).toMatchObject({ type: 'change', language: 'en' })
  const told = [change?.title, change?.body, change?.tag, 'en']
  expect(told.join(' ')).toMatch(/Opener.*cancelled|cancelled.*Opener/i)
  await expect.poll(() => shown(page), { timeout: WAIT_MS }).toContainEqual(told)
  const [worker] = context.serviceWorkers()
  await worker?.evaluate(TAP)
  await page.getByRole('heading', { level: 1, name: 'Opener' }).waitFor()
  expect(await shown(page)).toEqual([own])

  const rotation = `/v1/subscriptions/${(await keptLink(page)).split('/').at(-1)}/rotation`
  const { manageUrl } = await here.call('POST', rotation)
  await page.getByRole('heading', { level: 1, name: words.welcome.ended }).waitFor()
  await page.getByLabel(words.add.linkLabel).fill(manageUrl)
  await press(page, words.add.open)
  await page.getByRole('heading', { level: 1, name: words.week.title }).waitFor()
  await expect.poll(async () => (await there()).channels.length, { timeout: WAIT_MS }).toBe(1)
  await page.goto(`${here.url}/app#/settings`)
  await tried('/push/1')

  await worker?.evaluate(changedTo(await receiver.address()))
  expect((await there()).channels).toHaveLength(1)
  await page.evaluate(`localStorage.removeItem('pushed')`)
  await page.reload()
  await expect.poll(() => keys.length, { timeout: WAIT_MS }).toBe(2)
  await tried('/push/3')
  await press(page, push.disable)
  await page.getByText(push.off).waitFor()
  await expect.poll(async () => (await there()).channels).toEqual([])
  expect(await page.evaluate(`localStorage.getItem('pushed')`)).toBeNull()
}, 60_000)
