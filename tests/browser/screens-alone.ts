// The app's screens in a browser over an engine in memory, at one moment in Seoul, for looking at them.

import { fileURLToPath } from 'node:url'
import { build } from 'esbuild'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { onTestFinished } from 'vitest'
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
