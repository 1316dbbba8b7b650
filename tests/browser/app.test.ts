// The reminder app in a real browser: installable, started offline, in step after many changes, edited
// offline and online on two devices, and a push that becomes a notification once.

import { expect } from 'vitest'
import { test } from './page.ts'
import { type Device, deviceOf, isControlled, keptLink, pusher, shown, WAIT_MS } from './phone.ts'
import { type Site, site } from './server.ts'

const GAMES = 500

/** So many days from today, in the calendar's zone. */
const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Three a day from tomorrow on. */
const season = (hour: number): string =>
  `external_id,date,time,title\n${Array.from(
    { length: GAMES },
    (_, at) => `g${at},${day(1 + Math.floor(at / 3))},${hour + (at % 3)}:30,Game ${at}`,
  ).join('\n')}\n`

async function club(): Promise<Site> {
  const here = await site('http://127.0.0.1')
  const zone = { timezone: 'Asia/Seoul', locale: 'en' }
  await here.call('PUT', '/v1/partners/otters', { name: 'Otters', ...zone })
  await here.call('PUT', '/v1/partners/otters/calendars/season', { name: 'Season' })
  await publish(here, 18)
  return here
}

const publish = ({ call }: Site, hour: number) =>
  call(
    'POST',
    '/v1/partners/otters/calendars/season/uploads?publish=true&confirm=true',
    new TextEncoder().encode(season(hour)),
  )

/** As somebody does it: looked for, followed, and its week looked at. */
async function follow({ page }: Device): Promise<void> {
  await page.getByRole('searchbox').fill('season')
  await page.getByRole('button', { name: 'Follow Season' }).click()
  await page.goto(`${page.url().split('#')[0]}#/?from=${day(7)}`)
  await page.getByText('Game 20', { exact: true }).waitFor()
}

test('it starts offline, is in step after 500 changes, and two devices that edit converge', async ({
  browser,
}) => {
  const here = await club()
  const phone = await deviceOf(browser, here.url)
  await follow(phone)
  await expect.poll(() => phone.page.evaluate(isControlled), { timeout: WAIT_MS }).toBe(true)

  await phone.context.setOffline(true)
  await phone.page.reload()
  await phone.page.getByText('Game 20', { exact: true }).waitFor()
  const times = phone.page.locator('li.row time')
  expect(await times.first().textContent()).toContain('18:30')
  await phone.page.getByRole('link', { name: 'Game 20', exact: true }).click()
  await phone.page.locator('textarea').fill('Bring the tickets')
  await phone.page.locator('form:has(textarea) button[type=submit]').click()
  await publish(here, 19)

  const before = Date.now()
  await phone.context.setOffline(false)
  await phone.page.goto(`${here.url}/app#/?from=${day(7)}`)
  await expect.poll(() => times.first().textContent(), { timeout: WAIT_MS }).toContain('19:30')
  expect(Date.now() - before).toBeLessThan(WAIT_MS)

  const tablet = await deviceOf(browser, here.url)
  const link = await keptLink(phone.page)
  await tablet.page.goto(`${here.url}/app#open=${encodeURIComponent(link)}`)
  await tablet.page.getByRole('button', { name: 'Open', exact: true }).click()
  await tablet.page.getByText('The link is open.').waitFor()
  await tablet.page.goto(`${here.url}/app#/?from=${day(7)}`)
  await tablet.page.getByText('Bring the tickets').waitFor()

  // Nobody does anything on the tablet: the stream tells it.
  await publish(here, 20)
  const hours = tablet.page.locator('li.row time')
  await expect.poll(() => hours.first().textContent(), { timeout: WAIT_MS }).toContain('20:30')
  await phone.page.getByRole('link', { name: 'Game 20', exact: true }).click()
  await phone.page.getByRole('button', { name: 'Hide', exact: false }).first().click()
  await tablet.page.getByText('Game 20', { exact: true }).waitFor({ state: 'detached' })
}, 90_000)

test('a push is one notification: once for each key, in its own words, never too late', async ({
  browser,
}) => {
  const here = await club()
  const phone = await deviceOf(browser, here.url)
  await follow(phone)
  await expect.poll(() => phone.page.evaluate(isControlled), { timeout: WAIT_MS }).toBe(true)
  const push = await pusher(phone)
  const reminder = {
    ...{ type: 'reminder', key: 'uid r 30', at: '2030-05-01T09:00:00Z', tag: 'uid' },
    ...{ title: '개막전', body: '30분 뒤 물안개 구장', language: 'ko', expiresAt: null },
    ...{ url: '/app#/event/uid', uid: 'uid', recurrenceId: null },
  }
  const first = ['개막전', '30분 뒤 물안개 구장', 'uid', 'ko']
  await push(reminder)
  await expect.poll(() => shown(phone.page), { timeout: WAIT_MS }).toEqual([first])
  await phone.page.evaluate(`navigator.serviceWorker.ready.then(async (registration) => {
    for (const each of await registration.getNotifications()) each.close()
  })`)
  await push(reminder)
  await push({ ...reminder, key: 'late', expiresAt: '2020-01-01T00:00:00Z' })
  await push('no JSON')
  await push({ ...reminder, key: 'uid r 10', body: '10분 뒤', tag: 'other' })
  await expect
    .poll(() => shown(phone.page), { timeout: WAIT_MS })
    .toEqual([['개막전', '10분 뒤', 'other', 'ko']])
}, 60_000)
