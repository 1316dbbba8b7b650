// `test` with a `page` of a real Chromium in it; skipped where there is none.

import { type Browser, chromium, type Page } from 'playwright-core'
import { test as base } from 'vitest'
import { findChromium } from './chromium.ts'

const executablePath = findChromium()

const withPage = base.extend<{ browser: Browser; page: Page }>({
  browser: [
    // biome-ignore lint/correctness/noEmptyPattern: vitest reads a fixture's needs from its pattern
    async ({}, use) => {
      const browser = await chromium.launch({
        executablePath: executablePath ?? '',
        chromiumSandbox: process.getuid?.() !== 0,
        args: ['--disable-quic', '--disable-sync'],
      })
      await use(browser)
      await browser.close()
    },
    { scope: 'file' },
  ],
  page: async ({ browser }, use) => {
    const context = await browser.newContext({ serviceWorkers: 'allow' })
    await use(await context.newPage())
    await context.close()
  },
})

export const test = executablePath ? withPage : withPage.skip
