import {
  type Browser,
  type BrowserContextOptions,
  devices,
  type Page,
  type Request,
} from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { axeFinds } from './axe.ts'
import { expectNoSidewaysScrolling, expectOutline, faintTexts } from './looks.ts'
import { test } from './page.ts'
import { type Site, site } from './server.ts'

const show = (id: string, days: number, time: string, title: string, more = {}) => ({
  ...{ external_id: id, start_date: inDays(days), start_time: time, title, venue: '대극장' },
  ...{ address: '부산 해운대구 1', region: '부산', ticket_url: `https://tickets.example/${id}` },
  ...more,
})

/** Today and after it, for a server whose clock is the real one. */
const inDays = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const hamlet = (days: number, more = {}) =>
  show('hamlet', days, '19:30', '햄릿', { title_en: 'Hamlet', category: '연극', ...more })

/** A theatre whose Hamlet moved, whose Lear is cancelled, and of whose choir there is no end. */
async function theatre(): Promise<Site & { uids: string[] }> {
  const here = await site()
  const told = { timezone: 'Asia/Seoul', locale: 'ko', color: '#7a1f5c' }
  await here.call('PUT', '/v1/partners/theatre', { ...told, name: '달맞이 극장' })
  await here.call('PUT', '/v1/partners/theatre/calendars/plays', {
    ...{ name: '공연 일정', color: '#1f6f8b', translations: { en: { name: 'Plays' } } },
  })
  const choir = show('choir', 0, '10:00', '합창', { rrule: 'FREQ=DAILY', category: '음악' })
  for (const events of [
    [hamlet(2), show('lear', 3, '19:30', '리어왕'), choir],
    [
      hamlet(4, { reason: '무대 점검' }),
      show('lear', 3, '19:30', '리어왕', { status: '취소', reason: '독감' }),
      choir,
    ],
  ])
    await here.call(
      'POST',
      '/v1/partners/theatre/calendars/plays/uploads?publish=true&confirm=true',
      new TextEncoder().encode(JSON.stringify({ events })),
    )
  const { changes } = await here.call('GET', '/v1/calendars/theatre/plays/changes')
  return { ...here, uids: changes.map(({ event }: { event: { uid: string } }) => event.uid) }
}

const SIZES: Record<string, BrowserContextOptions> = {
  phone: devices['iPhone 13'] as BrowserContextOptions,
  desk: { viewport: { width: 1280, height: 900 } },
}
const LOCALES = { ko: 'ko-KR', en: 'en-GB' }

async function opened(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  onTestFinished(() => context.close())
  return context.newPage()
}

const CASES = [
  { size: 'phone', language: 'ko', scheme: 'light' },
  { size: 'phone', language: 'en', scheme: 'dark' },
  { size: 'desk', language: 'ko', scheme: 'dark' },
  { size: 'desk', language: 'en', scheme: 'light' },
] as const

/** All that is folded, unfolded. */
const UNFOLD = "for (const one of document.querySelectorAll('details')) one.open = true"

test('a time of another zone has the reader’s own beside it; one of theirs has nothing', async ({
  browser,
}) => {
  const { url, uids } = await theatre()
  const timeIn = async (timezoneId: string) => {
    const page = await opened(browser, { locale: 'en-GB', timezoneId })
    await page.goto(`${url}/theatre/plays/${uids[0]}`)
    return page.locator('dd time').first().innerText()
  }
  expect(await timeIn('Asia/Seoul')).toMatch(/10:00$/)
  expect(await timeIn('America/New_York')).toMatch(/10:00 your time \w+ \d+ 2[01]:00$/)
  expect(await timeIn('Pacific/Auckland')).toMatch(/10:00 your time 1[34]:00$/)
})

test.for(CASES)(
  '$size, $language, $scheme: every page can be read by everybody',
  async ({ size, language, scheme }, { browser }) => {
    const { url, uids } = await theatre()
    const locale = LOCALES[language]
    const page = await opened(browser, { ...SIZES[size], locale, colorScheme: scheme })
    for (const path of [
      ...['/', '/theatre', '/theatre/plays', '/theatre/plays?view=month', '/nobody'],
      ...uids.map((uid) => `/theatre/plays/${uid}`),
    ]) {
      await page.goto(`${url}${path}`)
      await page.evaluate(UNFOLD)
      expect([path, await axeFinds(page)]).toEqual([path, []])
      expect([path, await faintTexts(page)]).toEqual([path, []])
      await expectOutline(page)
    }
  },
)

test('no page scrolls sideways, at no width, opened up or not', async ({ page }) => {
  const { url, uids } = await theatre()
  for (const path of ['/theatre/plays', '/theatre/plays?view=month', `/theatre/plays/${uids[0]}`]) {
    await page.goto(`${url}${path}`)
    await expectNoSidewaysScrolling(page)
    await page.evaluate(UNFOLD)
    await expectNoSidewaysScrolling(page)
  }
})

test('a fan on an iPhone, without JavaScript: one tap subscribes', async ({ browser }) => {
  const { url } = await theatre()
  const iphone = { ...SIZES.phone, locale: 'ko-KR', javaScriptEnabled: false }
  const page = await opened(browser, iphone)
  await page.goto(`${url}/theatre/plays`)
  const subscribe = page.getByRole('link', { name: 'Apple 캘린더에 구독' })
  expect(await subscribe.getAttribute('href')).toBe(
    'webcal://kalends.example/feeds/theatre/plays.ics',
  )
  const box = await subscribe.boundingBox()
  // Without scrolling, under a thumb.
  expect((box?.y ?? 9999) + (box?.height ?? 0)).toBeLessThan(664)
  expect(box?.height ?? 0).toBeGreaterThanOrEqual(44)
  expect(await page.getByRole('button', { name: '복사' }).count()).toBe(0)
  await page.getByText('다른 캘린더 앱').click()
  expect(await page.getByRole('link', { name: 'Google 캘린더에 추가' }).isVisible()).toBe(true)
  await page.getByText('바뀐 일정은 언제 보이나요?').click()
  expect(await page.getByText('4~26시간마다').isVisible()).toBe(true)
})

test('a grandmother with a Samsung is told what her phone cannot do, and what to do', async ({
  browser,
}) => {
  const { url } = await theatre()
  const samsung = { ...devices['Galaxy S24'], locale: 'ko-KR' }
  const page = await opened(browser, samsung)
  await page.goto(`${url}/theatre/plays`)
  const google = page.getByRole('link', { name: 'Google 캘린더에 추가' })
  expect(await google.getAttribute('href')).toContain('https://calendar.google.com/calendar/r?cid=')
  expect(await page.getByText('삼성 캘린더에는 주소로 구독하는 기능이 없습니다.').isVisible()).toBe(
    true,
  )
})

test('from the desk to the phone: the code stands there; the address is copied', async ({
  browser,
}) => {
  const { url } = await theatre()
  const page = await opened(browser, {
    ...{ ...SIZES.desk, locale: 'en-GB', permissions: ['clipboard-read', 'clipboard-write'] },
  })
  await page.goto(`${url}/theatre/plays`)
  expect(await page.getByRole('img', { name: 'QR code of this page’s address' }).isVisible()).toBe(
    true,
  )
  await page.getByRole('button', { name: 'Copy' }).click()
  await page.getByRole('button', { name: 'Copied' }).waitFor()
  expect(await page.evaluate('navigator.clipboard.readText()')).toBe(
    'https://kalends.example/feeds/theatre/plays.ics',
  )
})

test('from the month to a day to an event, and back to the calendar, without JavaScript', async ({
  browser,
}) => {
  const { url } = await theatre()
  const page = await opened(browser, { ...SIZES.phone, locale: 'en-GB', javaScriptEnabled: false })
  await page.goto(`${url}/theatre/plays`)
  await page.getByRole('navigation', { name: 'View' }).getByRole('link', { name: 'Month' }).click()
  await page.waitForURL(/view=month/)
  const day = page.locator('.month td[aria-current] a.day')
  expect(await day.innerText()).toContain('1')
  await day.click()
  expect(await page.locator('section:target').count()).toBe(1)
  await page.locator('section:target a.title').first().click()
  expect(await page.locator('h1').textContent()).toBe('합창')
  expect(await page.getByText('Next dates').isVisible()).toBe(true)
  await page.getByRole('link', { name: 'Plays', exact: true }).click()
  expect(page.url()).toBe(`${url}/theatre/plays`)
})

/** What a slow phone has to fetch: how often it asks, and how many octets it is sent. */
async function weightOf(page: Page, address: string) {
  const requests: Request[] = []
  page.on('requestfinished', (request) => requests.push(request))
  await page.goto(address, { waitUntil: 'networkidle' })
  const sizes = await Promise.all(requests.map((request) => request.sizes()))
  const elsewhere = requests
    .map((one) => one.url())
    .filter((url) => !url.startsWith(new URL(address).origin))
  const octets = sizes.reduce((sum, { responseBodySize }) => sum + responseBodySize, 0)
  return { requests: requests.length, octets, elsewhere }
}

test('light for a slow phone: three answers from here, and nothing from elsewhere', async ({
  browser,
}) => {
  const { url } = await theatre()
  for (const [path, octets] of [
    ['/', 11_000],
    ['/theatre', 11_000],
    ['/theatre/plays', 20_000],
  ] as const) {
    const page = await opened(browser, SIZES.phone as BrowserContextOptions)
    const weight = await weightOf(page, `${url}${path}`)
    expect([path, weight.elsewhere]).toEqual([path, []])
    expect(weight.requests).toBe(3)
    expect(weight.octets).toBeLessThan(octets)
    expect(weight.octets).toBeGreaterThan(1000)
  }
})
