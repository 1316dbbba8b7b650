// The feed doctor as people use it: an address typed, a report read, on a phone and at a desk.

import { expect, onTestFinished } from 'vitest'
import { axeFinds } from './axe.ts'
import { expectNoSidewaysScrolling, expectOutline } from './looks.ts'
import { test } from './page.ts'
import { site } from './server.ts'

/** A site over http, whose own feeds it may look at: with one thing to complain of. */
async function here() {
  const found = await site('http://127.0.0.1')
  await found.call('PUT', '/v1/partners/harbour', { name: '하버', timezone: 'Asia/Seoul' })
  await found.call('PUT', '/v1/partners/harbour/calendars/regatta', { name: '레가타' })
  return { ...found, feed: 'http://127.0.0.1/feeds/harbour/regatta.ics' }
}

const SIZES = [
  ['phone', { viewport: { width: 390, height: 800 } }],
  ['desktop', { viewport: { width: 1280, height: 900 } }],
] as const

for (const [size, kind] of SIZES)
  for (const [locale, words] of [
    [
      'ko-KR',
      { act: '진단하기', title: '피드 진단', works: '쓸 수 있지만', remedy: 'https:로 제공' },
    ],
    [
      'en-GB',
      { act: 'Examine', title: 'Feed doctor', works: 'This feed works', remedy: 'Serve it' },
    ],
  ] as const)
    for (const colorScheme of ['light', 'dark'] as const)
      test(`${size}, ${locale}, ${colorScheme}: typed, sent, read`, async ({ browser }) => {
        const { url, feed } = await here()
        const context = await browser.newContext({
          ...kind,
          ...{ locale, colorScheme, javaScriptEnabled: true },
        })
        onTestFinished(() => context.close())
        const page = await context.newPage()
        const strangers: string[] = []
        page.on('request', (request) => {
          if (!request.url().startsWith(url)) strangers.push(request.url())
        })
        await page.goto(`${url}/doctor`)
        expect(await page.locator('h1').textContent()).toBe(words.title)
        expect(await axeFinds(page)).toEqual([])
        await page.locator('input[name=url]').fill(feed)
        await page.getByRole('button', { name: words.act }).click()
        await page.locator('.health').waitFor()
        expect(await page.locator('.health').textContent()).toContain(words.works)
        expect(await page.locator('.programs > li').count()).toBe(7)
        expect(await page.locator('.finding').first().textContent()).toContain(words.remedy)
        expect(await page.locator('input[name=url]').inputValue()).toBe(feed)
        await expectNoSidewaysScrolling(page)
        await expectOutline(page)
        expect(await axeFinds(page)).toEqual([])
        expect(strangers).toEqual([])
      })

test('without JavaScript, what is refused says why, and keeps what was typed', async ({
  browser,
}) => {
  const { url } = await here()
  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'en-GB' })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  await page.goto(`${url}/doctor`)
  await page.locator('input[name=url]').fill('http://10.0.0.1/a.ics')
  await page.keyboard.press('Enter')
  await page.getByRole('alert').waitFor()
  expect(await page.getByRole('alert').textContent()).toContain('only public addresses')
  expect(await page.locator('input[name=url]').inputValue()).toBe('http://10.0.0.1/a.ics')
})
