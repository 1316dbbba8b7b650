// A personal link from its making to its end, as people do it: phone and desk, both languages, with
// JavaScript and without.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { axeFinds } from './axe.ts'
import { expectNoSidewaysScrolling, expectOutline, faintTexts } from './looks.ts'
import { test } from './page.ts'
import { site } from './server.ts'

const ZONE = { timezone: 'Asia/Seoul' }
const SEASON = { name: '시즌 일정', translations: { en: { name: 'Season' } }, ...ZONE }

/** So many days from today, so that a preview has something to show. */
const day = (days: number): string =>
  new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

const CSV = `external_id,종류,날짜,시간,제목,홈,원정,분류,태그,상태,경기장,반복,title_en
g1,game,${day(20)},18:30,개막전,오터스,크레인스,홈경기,정규,확정,물안개 구장,,Opening game
g2,game,${day(21)},14:00,둘째 날,오터스,크레인스,홈경기,정규,우천취소,물안개 구장,,Second day
g3,game,${day(30)},18:30,먼 경기,오르카스,오터스,원정경기,컵,확정,등대 구장,,Away game
e1,event,${day(31)},,팬 축제,,,행사,,확정,,,Fan day
s1,event,${day(25)},19:00,훈련,,,훈련,,확정,,FREQ=DAILY;COUNT=4,Training
`

async function club() {
  const here = await site('http://127.0.0.1')
  await here.call('PUT', '/v1/partners/otters', { name: '오터스', ...ZONE, locale: 'ko' })
  await here.call('PUT', '/v1/partners/otters/calendars/season', SEASON)
  await here.call(
    'POST',
    '/v1/partners/otters/calendars/season/uploads?publish=true&confirm=true',
    new TextEncoder().encode(CSV),
  )
  return here
}

const PHONE = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true }
const DESK = { viewport: { width: 1280, height: 900 } }
const LOCALES = { ko: 'ko-KR', en: 'en-GB' }

async function pageOf(browser: Browser, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext(options)
  onTestFinished(() => context.close())
  context.setDefaultTimeout(10_000)
  return context.newPage()
}

const WORDS = {
  ko: {
    new: '새로 만들기',
    go: '고른 캘린더로 계속',
    show: '미리 보기',
    all: '앞으로의 일정 5개를 모두 받습니다',
    some: '앞으로의 일정 5개 중 3개를 받습니다',
    make: '링크 만들기',
    made: '링크가 만들어졌습니다.',
    hide: '숨기기: 개막전',
    gone: '다음에 새로 고칠 때 휴대폰에서 사라집니다',
    again: '다시 보기: 개막전',
    save: '저장',
    saved: '저장했습니다.',
    erase: '이 링크 지우기',
    yes: '네, 모두 지우기',
    erased: '링크를 지웠습니다',
  },
  en: {
    new: 'Make a new one',
    go: 'Go on with these',
    show: 'Show the preview',
    all: 'All 5 events ahead',
    some: '3 of 5 events ahead',
    make: 'Make the link',
    made: 'Your link is made.',
    hide: 'Hide: Opening game',
    gone: 'It is gone from your phone at its next refresh',
    again: 'Show again: Opening game',
    save: 'Save',
    saved: 'Saved.',
    erase: 'Erase this link',
    yes: 'Yes, erase everything',
    erased: 'The link is erased',
  },
}

const KINDS = (['ko', 'en'] as const).flatMap((language) =>
  [
    { name: 'a phone', size: PHONE },
    { name: 'a desk', size: DESK },
  ].flatMap((kind) => [true, false].map((scripts) => ({ ...kind, language, scripts }))),
)

test.for(KINDS)(
  'in $language, on $name, scripts: $scripts: made, changed, erased',
  async ({ size, language, scripts }, { browser }) => {
    const { url } = await club()
    const words = WORDS[language]
    const options = { ...size, locale: LOCALES[language], javaScriptEnabled: scripts }
    const page = await pageOf(browser, options)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
    await page.goto(`${url}/my`)
    await page.getByRole('link', { name: words.new }).click()
    await page.locator('input[name=calendar]').check()
    await press(words.go)
    expect(await page.locator('#preview .count').textContent()).toBe(words.all)

    await page.locator('input[name=team][value="오터스"]').check()
    if (!scripts) await press(words.show)
    await page.locator('#preview .count', { hasText: words.some }).waitFor()
    expect(await page.locator('#count').textContent()).toBe(words.some)
    expect(await page.locator('input[name=team][value="오터스"]').isChecked()).toBe(true)
    expect(await page.getByRole('button', { name: words.show }).isVisible()).toBe(!scripts)
    await press(words.make)
    await page.getByText(words.made).waitFor()
    expect(await page.locator('a[href^="webcal:"]').first().isVisible()).toBe(true)

    await press(words.hide)
    await page.getByText(words.gone).waitFor()
    expect(await page.getByRole('button', { name: words.again }).isVisible()).toBe(true)
    await page.locator('.rows .what a').first().click()
    await page.locator('textarea[name=memo]').fill('<b>표</b>는 지갑에')
    await press(words.save)
    await page.getByText(words.saved).waitFor()
    expect(await page.locator('textarea[name=memo]').inputValue()).toBe('<b>표</b>는 지갑에')

    await page.goto(`${url}/my`)
    await page.locator('.rows .what a').click()
    await page.getByText('<b>표</b>는 지갑에').waitFor()
    await page.getByRole('link', { name: words.erase }).click()
    await press(words.yes)
    await page.getByRole('heading', { name: words.erased }).waitFor()
  },
)

/** The pages of a link with one event hidden and one noted. */
async function linkPages(page: Page, url: string): Promise<string[]> {
  await page.goto(`${url}/my/new?calendar=otters/season&split=1&alarm=60`)
  await page.locator('.finish button.main').click()
  await page.waitForURL(/made/)
  const made = page.url()
  const path = made.replace(/\?.*$/, '')
  await page.locator('.rows form button').first().click()
  await page.waitForURL(/did=hidden/)
  const hidden = page.url()
  const event = await page.locator('.rows .what a').first().getAttribute('href')
  const fields = 'calendar=otters/season&alarmOwn=soon'
  const ringing = 'calendar=otters/season&remind=own&ring=30&dayRing=2+21:30&quietFrom=23:00'
  const builders = ['', '?calendar=otters/season', `?${fields}`, `?${ringing}`].map(
    (query) => `/my/new${query}`,
  )
  return [
    ...[`${url}/my`, ...builders.map((each) => url + each), made, hidden],
    ...[`${url}${event}`, `${path}/choices`, `${path}/rotate`, `${url}/my/${'a'.repeat(32)}`],
  ]
}

test.for(['light', 'dark'] as const)(
  '%s: everybody can read and use every page',
  { timeout: 60_000 },
  async (colorScheme, { browser }) => {
    const { url } = await club()
    const page = await pageOf(browser, { ...PHONE, locale: 'ko-KR', colorScheme })
    for (const address of await linkPages(page, url)) {
      await page.goto(address)
      expect([address, await axeFinds(page), await faintTexts(page)]).toEqual([address, [], []])
      await expectOutline(page)
    }
  },
)

test('nothing stands out of the window; a thumb finds every button', async ({ browser }) => {
  const { url } = await club()
  const page = await pageOf(browser, { locale: 'en-GB' })
  for (const address of await linkPages(page, url)) {
    await page.goto(address)
    await expectNoSidewaysScrolling(page)
    await page.setViewportSize(PHONE.viewport)
    const targets = await page.locator('.my button:visible, .my label:has(input):visible').all()
    for (const target of targets)
      expect((await target.boundingBox())?.height ?? 0).toBeGreaterThanOrEqual(44)
  }
})

test('own alarms and reminders show when they are asked for; nothing runs or loads from elsewhere', async ({
  browser,
}) => {
  const { url } = await club()
  const page = await pageOf(browser, { ...PHONE, locale: 'en-GB' })
  const strange: string[] = []
  page.on('console', (message) => strange.push(message.text()))
  page.on('request', (request) => {
    if (!request.url().startsWith(url)) strange.push(request.url())
  })
  const pages = await linkPages(page, url)
  await page.goto(pages.find((address) => /\/my\/[a-z2-7]{32}\/[a-z2-7]{22}$/.test(address)) ?? '')
  const own = page.locator('input[name=alarmOwn]')
  expect(await own.isVisible()).toBe(false)
  await page.locator('input[name=alarms][value=own]').check()
  expect(await own.isVisible()).toBe(true)
  await page.locator('summary', { hasText: 'In the reminder app' }).click()
  const ring = page.locator('input[name=ring][value="10"]')
  expect(await ring.isVisible()).toBe(false)
  await page.locator('input[name=remind][value=own]').check()
  await ring.check()
  await page.locator('button[value=note]').click()
  await page.getByText('Saved.').waitFor()
  expect(await ring.isChecked()).toBe(true)
  expect(strange).toEqual([])
})
