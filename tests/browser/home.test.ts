import type { Browser, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { expectNoSidewaysScrolling, expectOutline, faintTexts } from './looks.ts'
import { test } from './page.ts'
import { site } from './server.ts'

const CLUB = {
  ...{ name: '춘천 오터스', timezone: 'Asia/Seoul', locale: 'ko', description: '가상의 구단' },
  translations: { en: { name: 'Chuncheon Otters', description: 'A fictional club' } },
}
const SEASON = {
  ...{ name: '시즌 일정', category: 'sports', description: '모든 경기' },
  translations: { en: { name: 'Season', description: 'Every game' } },
}

/** A home page with a club, and a shop that speaks Korean only. */
async function home() {
  const here = await site()
  await here.call('PUT', '/v1/partners/otters', CLUB)
  await here.call('PUT', '/v1/partners/otters/calendars/season', SEASON)
  await here.call('PUT', '/v1/partners/shop', { name: '물빛서랍', locale: 'ko' })
  await here.call('PUT', '/v1/partners/shop/calendars/sales', { name: '세일' })
  return here
}

/** A page without JavaScript, which none of ours needs. */
async function plainPage(browser: Browser, options = {}): Promise<Page> {
  const context = await browser.newContext({ javaScriptEnabled: false, ...options })
  onTestFinished(() => context.close())
  return context.newPage()
}

const cards = (page: Page) => page.locator('.cards h3 a')

test('in Korean: every calendar with its name, and who gives it', async ({ browser }) => {
  const { url } = await home()
  const page = await plainPage(browser, { locale: 'ko-KR' })
  const response = await page.goto(url)
  expect(response?.status()).toBe(200)
  expect(await page.title()).toBe('Kalends · 구독 캘린더')
  expect(await page.locator('html').getAttribute('lang')).toBe('ko')
  expect(await cards(page).allTextContents()).toEqual([
    ...['시즌 일정', '세일', '춘천 오터스', '물빛서랍'],
  ])
  expect(await page.getByText('모든 경기').isVisible()).toBe(true)
  await page.getByRole('link', { name: '시즌 일정' }).click()
  expect(page.url()).toBe(`${url}/otters/season`)
  expect(await page.locator('h1').textContent()).toBe('시즌 일정')
})

test('in English: translated where the partner did, and marked as Korean where not', async ({
  browser,
}) => {
  const { url } = await home()
  const page = await plainPage(browser, { locale: 'en-GB' })
  await page.goto(url)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await cards(page).allTextContents()).toEqual([
    ...['Season', '세일', 'Chuncheon Otters', '물빛서랍'],
  ])
  expect(await cards(page).nth(0).getAttribute('lang')).toBeNull()
  expect(await cards(page).nth(1).getAttribute('lang')).toBe('ko')
})

test('found by its first consonants, by the keyboard alone, in the language that was chosen', async ({
  browser,
}) => {
  const { url } = await home()
  const page = await plainPage(browser, { locale: 'ko-KR' })
  await page.goto(url)
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByLabel('Find a calendar').fill('ㅊㅊ')
  await page.keyboard.press('Enter')
  await page.waitForURL(/q=/)
  expect(await page.locator('html').getAttribute('lang')).toBe('en')
  expect(await cards(page).allTextContents()).toEqual(['Season'])
  await page.getByLabel('Category').selectOption('sports')
  await page.getByRole('button', { name: 'Search' }).click()
  expect(await cards(page).allTextContents()).toEqual(['Season'])
})

test('who speaks neither is answered in Korean; an empty server says so', async ({ browser }) => {
  const { url } = await site()
  const page = await plainPage(browser, { locale: 'fr-FR' })
  await page.goto(url)
  expect(await page.locator('html').getAttribute('lang')).toBe('ko')
  expect(await page.getByText('아직 캘린더가 없습니다.').isVisible()).toBe(true)
})

test('a phone shows all of it, without scrolling sideways, even with endless words', async ({
  page,
}) => {
  const { url, call } = await home()
  const long = 'w'.repeat(150)
  await call('PUT', '/v1/partners/long', { name: long, description: `${long}${long}` })
  await call('PUT', '/v1/partners/long/calendars/c', { name: '가'.repeat(200), description: long })
  for (const path of ['/', '/long', '/long/c']) {
    await page.goto(`${url}${path}`)
    await expectNoSidewaysScrolling(page)
  }
})

test('a thumb finds what can be pressed, a keyboard reaches it, and sees where it is', async ({
  page,
}) => {
  const { url } = await home()
  await page.setViewportSize({ width: 390, height: 800 })
  await page.goto(url)
  const pressed = page.locator('.top a, .search input, .search select, .search button, .cards > li')
  const boxes = await Promise.all((await pressed.all()).map((one) => one.boundingBox()))
  expect(boxes.length).toBeGreaterThan(8)
  expect(Math.min(...boxes.map((box) => box?.height ?? 0))).toBeGreaterThanOrEqual(44)
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').getAttribute('href')).toBe('#main')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.locator(':focus').getAttribute('name')).toBe('q')
  expect(await page.evaluate('getComputedStyle(document.activeElement).outlineWidth')).toBe('3px')
})

test.for(['light', 'dark'] as const)(
  '%s: everything can be read, in order',
  async (scheme, { page }) => {
    const { url } = await home()
    await page.emulateMedia({ colorScheme: scheme })
    await page.goto(url)
    await expectOutline(page)
    expect(await faintTexts(page)).toEqual([])
    const background = await page.evaluate('getComputedStyle(document.body).backgroundColor')
    expect(background).toBe(scheme === 'dark' ? 'rgb(22, 24, 28)' : 'rgb(255, 255, 255)')
  },
)

const HOSTILE = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "'><svg/onload=alert(1)>",
  '</title><script>alert(1)</script>',
  '</h3></li></ul><iframe srcdoc="<script>parent.alert(1)</script>">',
  '&lt;b&gt;&#x3C;script&#x3E;',
  'javascript:alert(1)',
  '{{constructor.constructor("alert(1)")()}}',
  '<a href="javascript:alert(1)">press</a>',
  '<style>body{display:none}</style>',
  '" onmouseover="alert(1)" x="',
  '\u202egnp.exe\u2028x',
]

test('whatever a partner is called, it is text', async ({ page }) => {
  const here = await site()
  for (const [at, text] of HOSTILE.entries()) {
    const translations = { en: { name: text, description: text } }
    const told = { name: text, description: text, translations }
    await here.call('PUT', `/v1/partners/p${at + 10}`, told)
    await here.call('PUT', `/v1/partners/p${at + 10}/calendars/c`, told)
  }
  const alarms: string[] = []
  page.on('dialog', async (dialog) => {
    alarms.push(dialog.message())
    await dialog.dismiss()
  })
  page.on('console', (message) => alarms.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(here.url)) alarms.push(request.url())
  })
  await page.goto(here.url)
  expect(await cards(page).allTextContents()).toEqual([...HOSTILE, ...HOSTILE])
  expect(
    await page
      .locator('script:not([src="/assets/public.js"]), iframe, img, svg, style, [onmouseover], b')
      .count(),
  ).toBe(0)
  const links = await page
    .locator('a')
    .evaluateAll((all) => all.map((link) => link.getAttribute('href')))
  expect(links.filter((href) => !/^[/#]/.test(href ?? ''))).toEqual([])
  for (const [at] of HOSTILE.entries()) {
    await page.goto(`${here.url}/p${at + 10}/c`)
    expect(await page.locator('h1').textContent()).toBe(HOSTILE[at])
    expect(await page.locator('iframe, img, style, [onmouseover], b').count()).toBe(0)
  }
  expect(alarms).toEqual([])
})

test('nothing may run, frame or load from elsewhere, and the page names no referrer', async ({
  page,
}) => {
  const { url } = await home()
  const response = await page.goto(url)
  const headers = response?.headers() ?? {}
  expect(headers['content-security-policy']).toContain("default-src 'none'")
  expect(headers['content-security-policy']).toContain("frame-ancestors 'none'")
  expect(headers['content-security-policy']).toMatch(/script-src 'self'(;|$)/)
  expect(headers['content-security-policy']).not.toContain('unsafe')
  expect(headers).toMatchObject({
    'referrer-policy': 'no-referrer',
    'x-content-type-options': 'nosniff',
    vary: 'Accept-Language, Accept-Encoding',
  })
})
