// The two ways in which every page is looked at: between them a phone and a desk, Korean and English,
// with and without JavaScript, light and dark.

import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFinds } from './axe.ts'
import { expectNoSidewaysScrolling, expectOutline, faintTexts } from './looks.ts'

export const KINDS: [string, BrowserContextOptions][] = [
  [
    'phone, Korean, no JavaScript',
    { viewport: { width: 390, height: 844 }, locale: 'ko-KR', javaScriptEnabled: false },
  ],
  [
    'desk, English, dark',
    { viewport: { width: 1280, height: 900 }, locale: 'en-GB', colorScheme: 'dark' },
  ],
]

/** axe needs JavaScript. */
export async function expectGoodLooks(page: Page, kind: BrowserContextOptions): Promise<void> {
  await expectNoSidewaysScrolling(page)
  await expectOutline(page)
  expect(await faintTexts(page)).toEqual([])
  if (kind.javaScriptEnabled !== false) expect(await axeFinds(page)).toEqual([])
}

/** Presses the button of a form as a person does, and waits for the page that answers. */
export async function press(page: Page, button: string): Promise<void> {
  await page.locator(button).first().click()
  await page.waitForLoadState()
}
