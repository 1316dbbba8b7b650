// A partner `harbour` with a calendar `regatta`, and a browser in which one of its people signed in.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
import { type Site, site } from './server.ts'

export interface Harbour extends Site {
  key: string
}

export async function harbour(): Promise<Harbour> {
  const here = await site('http://127.0.0.1')
  const seoul = { timezone: 'Asia/Seoul', locale: 'ko' }
  await here.call('PUT', '/v1/partners/harbour', { name: '하버', ...seoul })
  await here.call('PUT', '/v1/partners/harbour/calendars/regatta', { name: '레가타' })
  const { key } = await here.call('POST', '/v1/partners/harbour/keys', { label: '김 대리' })
  return { ...here, key }
}

/** Signs in as a person does. */
export async function signedInAt(
  browser: Browser,
  { url, key }: Harbour,
  kind: BrowserContextOptions | undefined,
): Promise<Page> {
  const context = await browser.newContext(kind)
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${url}/console`)
  await page.locator('input[name=key]').fill(key)
  await page.locator('main button').first().click()
  await page.waitForURL(`${url}/console`)
  return page
}
