// A phone with the reminder app open: its worker, what a push service hands it, what it shows.

import type { Browser, BrowserContext, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'

export const WAIT_MS = 20_000

export interface Device {
  context: BrowserContext
  page: Page
}

/** `prepared`: what is to be so before a page is loaded. */
export async function deviceOf(
  browser: Browser,
  url: string,
  prepared = async (_: BrowserContext) => {},
): Promise<Device> {
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'Asia/Seoul' })
  onTestFinished(() => context.close())
  await context.grantPermissions(['notifications'], { origin: url })
  context.setDefaultTimeout(WAIT_MS)
  await prepared(context)
  const page = await context.newPage()
  page.on('pageerror', (error) => console.error(error))
  await page.goto(`${url}/app`)
  return { context, page }
}

export const isControlled = `navigator.serviceWorker.ready.then(() => navigator.serviceWorker.controller !== null)`

/** Through the DevTools protocol, as the push service would. */
export async function pusher({ context, page }: Device) {
  const session = await context.newCDPSession(page)
  const registration = new Promise<string>((resolve) => {
    session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
      const own = registrations.find(({ scopeURL }) => scopeURL.endsWith('/app'))
      if (own) resolve(own.registrationId)
    })
  })
  await session.send('ServiceWorker.enable')
  const registrationId = await registration
  const { origin } = new URL(page.url())
  return (data: object | string) =>
    session.send('ServiceWorker.deliverPushMessage', {
      ...{ origin, registrationId },
      data: typeof data === 'string' ? data : JSON.stringify(data),
    })
}

/** Title, body, tag and language of each notification. */
export const shown = (page: Page): Promise<[string, string, string, string][]> =>
  page.evaluate(`navigator.serviceWorker.ready.then(async (registration) =>
    (await registration.getNotifications()).map(({ title, body, tag, lang }) => [title, body, tag, lang]))`)

/** What the store has of the subscription, whatever the screens show. */
export const keptLink = (page: Page): Promise<string> =>
  page.evaluate(`new Promise((resolve, reject) => {
    const opening = indexedDB.open('kalends')
    opening.onerror = reject
    opening.onsuccess = () => {
      const asked = opening.result.transaction('kept').objectStore('kept').get('choices')
      asked.onsuccess = () => { opening.result.close(); resolve(asked.result.manageUrl) }
    }
  })`)
