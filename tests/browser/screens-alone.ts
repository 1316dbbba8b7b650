// The app's screens in a browser over an engine in memory, at one moment in Seoul, for looking at them.

import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { STYLE } from '../../src/reminder-app/built.ts'
import { NOW } from '../reminder-app/example-schedule.ts'

const at = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const PLACE = 'http://localhost/'

async function scriptOf(): Promise<string> {
  const { outputFiles } = await build({
    ...{ entryPoints: [at('../reminder-app/screens-page.tsx')], bundle: true, write: false },
    ...{ jsx: 'automatic', jsxImportSource: 'preact', format: 'iife', tsconfigRaw: '{}' },
  })
  return outputFiles[0]?.text ?? ''
}

/** Nobody follows anything yet; `engine` stands in the page. */
export async function screensAlone(browser: Browser, kind: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ timezoneId: 'Asia/Seoul', ...kind })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(8_000)
  const page = await context.newPage()
  await page.clock.setFixedTime(NOW)
  const script = await scriptOf()
  const bodies: Record<string, [string, string]> = {
    'app.js': ['text/javascript', script],
    'app.css': ['text/css', STYLE],
  }
  await page.route(`${PLACE}**`, (route) => {
    const known = bodies[route.request().url().slice(PLACE.length)]
    const [contentType, body] = known ?? ['text/html; charset=utf-8', HTML]
    return route.fulfill({ contentType, body })
  })
  await page.goto(`${PLACE}app`)
  return page
}

const HTML = `<!doctype html><html lang="ko"><meta charset="utf-8"><title>Kalends</title>
<meta name="viewport" content="width=device-width, initial-scale=1">
<link rel="stylesheet" href="/app.css"><div id="app"></div><script src="/app.js"></script>`

export const APP_KINDS: ['ko' | 'en', BrowserContextOptions][] = [
  ['ko', { viewport: { width: 390, height: 844 }, locale: 'ko-KR', hasTouch: true }],
  ['en', { viewport: { width: 1280, height: 900 }, locale: 'en-GB', colorScheme: 'dark' }],
]

export const LINK = 'https://kalends.example/feeds/my/Zk3q9aT0bWm5XcE8rUyP2n.ics'
export const GAME = '오터스 vs 크레인스'

export const become = (page: Page, state: object) =>
  page.evaluate(`engine.become(${JSON.stringify(state)})`)

/** What a thumb would miss: less than 44 px high. */
export const SMALL_TARGETS = `[...document.querySelectorAll(
  'button, select, textarea, .tabs a, .button, .row .title, label:has(input), input:not([type=radio], [type=checkbox])',
)].filter((each) => each.checkVisibility() && !each.matches('.skip'))
  .map((each) => (each.matches('.title') ? each.closest('.row') : each))
  .filter((each) => each.getBoundingClientRect().height < 44)
  .map((each) => each.outerHTML.slice(0, 120))`

/** The heading has the focus, so that a screen reader says where one is. */
export async function arrivedAt(page: Page, heading: string): Promise<void> {
  await page.getByRole('heading', { level: 1, name: heading, exact: true }).waitFor()
  expect(await page.evaluate('document.activeElement.tagName')).toBe('H1')
  expect(await page.title()).toBe(`${heading} · Kalends`)
}
