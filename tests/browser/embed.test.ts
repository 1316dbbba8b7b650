// A calendar on somebody else's page, whose policy allows what the documentation says and no more.

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { axeFinds } from './axe.ts'
import { expectNoSidewaysScrolling } from './looks.ts'
import { test } from './page.ts'
import { type Site, site } from './server.ts'

const YEAR = new Date().getUTCFullYear() + 1
const TITLE = '개막전 <img src=x onerror=alert(1)>'

async function kalends(): Promise<Site> {
  const here = await site('http://127.0.0.1')
  const seoul = { timezone: 'Asia/Seoul', locale: 'ko' }
  await here.call('PUT', '/v1/partners/harbour', { name: '하버', ...seoul })
  await here.call('PUT', '/v1/partners/harbour/calendars/regatta', {
    ...{ name: '레가타', color: '#1f6f8b' },
    translations: { en: { name: 'Regatta' } },
  })
  await here.call('PUT', '/v1/partners/harbour/calendars/empty', { name: '빈 달력' })
  await here.call(
    'POST',
    '/v1/partners/harbour/calendars/regatta/uploads?publish=true',
    new TextEncoder().encode(
      JSON.stringify({
        events: [
          {
            ...{ externalId: '1', title: TITLE, start: `${YEAR}-05-01T18:30` },
            ...{
              location: { name: '선착장' },
              translations: { en: { title: 'Opening', location: 'Pier' } },
            },
          },
          {
            externalId: '2',
            title: '취소된 날',
            start: `${YEAR}-05-02T18:30`,
            status: 'cancelled',
          },
          {
            externalId: '3',
            title: '축제',
            start: `${YEAR}-05-05`,
            end: `${YEAR}-05-07`,
            allDay: true,
          },
          { externalId: '4', title: '추후 공지', start: `${YEAR}-05-09`, timeTbd: true },
          {
            externalId: '5',
            title: '이틀',
            start: `${YEAR}-12-20`,
            end: `${YEAR}-12-21`,
            allDay: true,
          },
        ],
      }),
    ),
  )
  return here
}

/** A page of another origin. `policy` is what `/embed` tells partners to allow. */
async function foreign(body: string, language: string, policy: string): Promise<string> {
  const server = createServer((_, answer) => {
    answer.writeHead(200, {
      'Content-Type': 'text/html; charset=utf-8',
      'Content-Security-Policy': `default-src 'none'; img-src data:; ${policy}`,
    })
    answer.end(`<!doctype html><html lang="${language}"><head><title>Club</title>
<meta name="viewport" content="width=device-width"><link rel="icon" href="data:,"></head>
<body><main><h1>Club</h1>${body}</main></body></html>`)
  }).listen(0, 'localhost')
  onTestFinished(() => void server.close())
  await new Promise((ready) => server.once('listening', ready))
  return `http://localhost:${(server.address() as AddressInfo).port}/`
}

const policyFor = (url: string) => `script-src ${url}; connect-src ${url}; frame-src ${url}`
const scriptOf = (url: string) => `<script src="${url}/embed/kalends.js" async></script>`

interface Opened {
  page: Page
  complaints: string[]
  cookies(): Promise<unknown[]>
}

async function opened(
  browser: Browser,
  address: string,
  options: BrowserContextOptions = {},
): Promise<Opened> {
  const context = await browser.newContext({ timezoneId: 'Asia/Seoul', ...options })
  onTestFinished(() => context.close())
  const page = await context.newPage()
  const complaints: string[] = []
  page.on('console', (message) => complaints.push(message.text()))
  page.on('pageerror', (error) => complaints.push(String(error)))
  page.on('dialog', (dialog) => {
    complaints.push(dialog.message())
    void dialog.dismiss()
  })
  await page.goto(address)
  return { page, complaints, cookies: () => context.cookies() }
}

const KINDS = {
  phone: { viewport: { width: 390, height: 800 } },
  desktop: { viewport: { width: 1280, height: 900 } },
}
const SAID = {
  ko: {
    events: [
      [/5월 1일.*오후 6:30/, TITLE, '선착장'],
      [/5월 2일/, '취소 취소된 날'],
      [/5월 5일.*7일/, '축제'],
      [/5월 9일.*시간 미정/, '추후 공지'],
      [/12월 20일.*21일/, '이틀'],
    ],
    ...{ name: '레가타', google: 'Google 캘린더에 추가: 레가타' },
  },
  en: {
    events: [
      [/1 May.*18:30/, 'Opening', 'Pier'],
      [/2 May/, 'Cancelled 취소된 날'],
      [/5–.*7 May|5 May.*7 May/, '축제'],
      [/9 May.*time to be decided/, '추후 공지'],
      [/20–.*21 Dec|20 Dec.*21 Dec/, '이틀'],
    ],
    ...{ name: 'Regatta', google: 'Add to Google Calendar: Regatta' },
  },
} as const

for (const size of ['phone', 'desktop'] as const)
  for (const language of ['ko', 'en'] as const)
    test(`${size}, ${language}: the element lists what comes, as text, under a strict policy`, async ({
      browser,
    }) => {
      const { url } = await kalends()
      const body = `${scriptOf(url)}<kalends-calendar calendar="harbour/regatta"><a href="${url}">x</a></kalends-calendar>`
      const address = await foreign(body, language, policyFor(url))
      const { page, complaints, cookies } = await opened(browser, address, KINDS[size])
      const items = page.locator('kalends-calendar li')
      await items.first().waitFor()
      const words = SAID[language]
      expect(await page.locator('kalends-calendar .name').textContent()).toBe(words.name)
      expect(await items.count()).toBe(words.events.length)
      for (const [at, [time, ...texts]] of words.events.entries()) {
        expect(await items.nth(at).locator('time').textContent()).toMatch(time)
        const told = await items.nth(at).locator('div').innerText()
        expect(told.replace(/\s+/g, ' ').trim()).toBe(texts.join(' '))
      }
      expect(await page.locator('kalends-calendar img').count()).toBe(0)
      const google = page.getByRole('link', { name: words.google })
      expect(await google.getAttribute('href')).toBe(
        `https://calendar.google.com/calendar/r?cid=${encodeURIComponent('webcal://127.0.0.1/feeds/harbour/regatta.ics')}`,
      )
      await expectNoSidewaysScrolling(page)
      expect(await axeFinds(page)).toEqual([])
      expect(await cookies()).toEqual([])
      expect(await page.evaluate('localStorage.length + sessionStorage.length')).toBe(0)
      expect(complaints).toEqual([])
    })

test('in the dark it is dark, and can be read', async ({ browser }) => {
  const { url } = await kalends()
  const body = `${scriptOf(url)}<kalends-calendar calendar="harbour/regatta"></kalends-calendar>
<kalends-calendar calendar="harbour/regatta" theme="light" limit="1"></kalends-calendar>`
  const address = await foreign(body, 'en', policyFor(url))
  const { page } = await opened(browser, address, { colorScheme: 'dark' })
  await page.locator('kalends-calendar[theme] li').first().waitFor()
  await page.locator('kalends-calendar:not([theme]) li').first().waitFor()
  const colors = await page.evaluate(`[...document.querySelectorAll('kalends-calendar')].map(
    (one) => getComputedStyle(one.shadowRoot.firstChild).backgroundColor)`)
  expect(colors).toEqual(['rgb(22, 24, 28)', 'rgb(255, 255, 255)'])
  expect(await axeFinds(page)).toEqual([])
})

test('on an iPhone the button is Apple’s own, and nothing else is asked', async ({ browser }) => {
  const { url } = await kalends()
  const body = `${scriptOf(url)}<kalends-calendar view="button" calendar="harbour/regatta"></kalends-calendar>`
  const address = await foreign(body, 'ko', policyFor(url))
  const userAgent = 'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Safari/604.1'
  const { page } = await opened(browser, address, { userAgent, ...KINDS.phone })
  const button = page.locator('kalends-calendar .button')
  await button.waitFor()
  expect(await button.getAttribute('href')).toBe('webcal://127.0.0.1/feeds/harbour/regatta.ics')
  expect(await page.locator('kalends-calendar li').count()).toBe(0)
  expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44)
})

test('nothing planned, nobody’s calendar, and no answer at all each say so', async ({
  browser,
}) => {
  const { url } = await kalends()
  const body = `${scriptOf(url)}<kalends-calendar id="a" calendar="harbour/empty"></kalends-calendar>
<kalends-calendar id="b" calendar="harbour/none"><a href="${url}">Ask the harbour</a></kalends-calendar>
<kalends-calendar id="c" calendar="../v1/partners"></kalends-calendar>
<kalends-calendar id="d" calendar="harbour/regatta" server="http://127.0.0.1:9"></kalends-calendar>`
  const { page } = await opened(browser, await foreign(body, 'en', policyFor(url)))
  const said = (id: string, text: string) =>
    page.locator(`#${id}`).getByText(text, { exact: true }).waitFor()
  // A calendar that has nothing yet still offers its feed.
  await said('a', 'Nothing is planned.')
  await said('b', 'There is no such calendar.')
  expect(await page.getByRole('link', { name: 'Ask the harbour' }).isVisible()).toBe(true)
  await said('c', 'There is no such calendar.')
  await said('d', 'The schedule cannot be loaded just now.')
  expect(await axeFinds(page)).toEqual([])
})

test('what its page changes, it shows', async ({ browser }) => {
  const { url } = await kalends()
  const body = `${scriptOf(url)}<kalends-calendar calendar="harbour/none"></kalends-calendar>`
  const { page } = await opened(browser, await foreign(body, 'ko', policyFor(url)))
  await page.getByText('이런 캘린더가 없습니다.').waitFor()
  await page.evaluate(`{
    const here = document.querySelector('kalends-calendar')
    for (const [name, value] of Object.entries({ calendar: 'harbour/regatta', lang: 'en', limit: '2' }))
      here.setAttribute(name, value)
  }`)
  await page.getByText('Opening').waitFor()
  expect(await page.locator('kalends-calendar li').count()).toBe(2)
})

test('elsewhere on the clock, the time is said with its zone', async ({ browser }) => {
  const { url } = await kalends()
  const body = `${scriptOf(url)}<kalends-calendar calendar="harbour/regatta" limit="1"></kalends-calendar>`
  const address = await foreign(body, 'en', policyFor(url))
  const { page } = await opened(browser, address, { timezoneId: 'Europe/London' })
  const time = page.locator('kalends-calendar time')
  await time.waitFor()
  expect(await time.textContent()).toMatch(/18:30 .*(GMT\+9|KST)/)
})

for (const size of ['phone', 'desktop'] as const)
  for (const language of ['ko', 'en'] as const)
    test(`${size}, ${language}: the frame needs no script`, async ({ browser }) => {
      const { url } = await kalends()
      const body = `<iframe title="Regatta" width="100%" height="500" src="${url}/embed/harbour/regatta?lang=${language}&limit=2"></iframe>`
      const address = await foreign(body, language, `frame-src ${url}`)
      const { page, complaints } = await opened(browser, address, {
        ...KINDS[size],
        javaScriptEnabled: false,
      })
      const frame = page.frameLocator('iframe')
      await frame.locator('li').first().waitFor()
      expect(await frame.locator('li').count()).toBe(2)
      expect(await frame.locator('h1').textContent()).toBe(SAID[language].name)
      expect(await frame.locator('li .title').first().getAttribute('href')).toMatch(
        /^http:\/\/127\.0\.0\.1\/harbour\/regatta\//,
      )
      expect(complaints).toEqual([])
    })

for (const colorScheme of ['light', 'dark'] as const)
  test(`${colorScheme}: the frame by itself, with its list and without`, async ({ browser }) => {
    const { url } = await kalends()
    for (const view of ['list', 'button']) {
      const address = `${url}/embed/harbour/regatta?view=${view}`
      const { page, complaints } = await opened(browser, address, { colorScheme, ...KINDS.phone })
      expect(await page.locator('li').count()).toBe(view === 'list' ? 5 : 0)
      expect(await axeFinds(page)).toEqual([])
      await expectNoSidewaysScrolling(page)
      expect(complaints).toEqual([])
    }
  })

for (const language of ['ko', 'en'] as const)
  test(`${language}: a partner chooses, sees and copies`, async ({ browser }) => {
    const { url } = await kalends()
    const { page, complaints } = await opened(browser, `${url}/embed?lang=${language}`, KINDS.phone)
    expect(await axeFinds(page)).toEqual([])
    await page.locator('input[name=calendar]').fill('harbour/regatta')
    await page.locator('input[name=limit]').fill('2')
    await page.locator('select[name=theme]').selectOption('light')
    await page.locator('main button.button').click()
    await page.locator('kalends-calendar li').first().waitFor()
    expect(await page.locator('kalends-calendar li').count()).toBe(2)
    const snippet = await page.locator('#element').inputValue()
    expect(snippet).toContain('<script src="http://127.0.0.1/embed/kalends.js" async></script>')
    expect(snippet).toContain('calendar="harbour/regatta" limit="2" theme="light"')
    expect(await page.locator('#frame').inputValue()).toContain(
      'src="http://127.0.0.1/embed/harbour/regatta?limit=2&amp;theme=light"',
    )
    await expectNoSidewaysScrolling(page)
    expect(await axeFinds(page)).toEqual([])
    expect(complaints).toEqual([])
  })
