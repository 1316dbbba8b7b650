// The marketer's five minutes in a real browser: a file, its review, its publication, the way back.

import { writeFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { axeFinds } from './axe.ts'
import { type Harbour, harbour, signedInAt } from './harbour.ts'
import { expectNoSidewaysScrolling, expectOutline, faintTexts } from './looks.ts'
import { test } from './page.ts'

const SEASON = `날짜,시간,홈,원정,경기장,상태
2027-04-02,18:30,하버,등대,하버구장,예정
2027-04-13,18:30,하버,등대,하버구장,예정
2027-04-24,14:00,하버,부두,하버구장,예정
`
const BAD = '날짜,시간,제목\n2027-13-05,18:30,개막\n2027-05-06,18:30,둘째 날\n'
const CALENDAR = '/console/calendars/regatta'

const KINDS: Record<string, BrowserContextOptions> = {
  'desk, Korean': { viewport: { width: 1280, height: 900 }, locale: 'ko-KR' },
  'desk, English, no JavaScript': {
    ...{ viewport: { width: 1280, height: 900 }, locale: 'en-GB', javaScriptEnabled: false },
  },
  'phone, Korean, no JavaScript': {
    ...{ viewport: { width: 390, height: 844 }, locale: 'ko-KR', javaScriptEnabled: false },
  },
  'phone, English': { viewport: { width: 390, height: 844 }, locale: 'en-GB', hasTouch: true },
}

/** Signs in as the marketer does; whatever goes wrong in the page fails the test. */
async function signedIn(browser: Browser, here: Harbour, kind: string) {
  const page = await signedInAt(browser, here, KINDS[kind])
  const wrong: string[] = []
  page.on('pageerror', (error) => wrong.push(error.message))
  page.on('console', (message) => {
    if (message.type() === 'error') wrong.push(message.text())
  })
  onTestFinished(() => expect(wrong).toEqual([]))
  return page
}

async function fileNamed(name: string, text: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kalends-console-'))
  onTestFinished(() => rm(folder, { recursive: true }))
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

async function give(page: Page, url: string, text: string) {
  await page.goto(`${url}${CALENDAR}`)
  await page.locator('input[type=file]').setInputFiles(await fileNamed('season.csv', text))
  await page.locator('form[data-upload] button').click()
  await page.waitForURL('**/console/uploads/*')
}

test.for(Object.keys(KINDS))('%s: from a file to the feed, and back', async (kind, { browser }) => {
  const here = await harbour()
  const page = await signedIn(browser, here, kind)
  await give(page, here.url, SEASON)
  expect(await page.locator('.tiles .new strong').textContent()).toBe('3')
  await page.locator('form[action$="/publication"] button').click()
  await page.waitForURL('**/console/uploads/*')
  expect(await page.locator('.status.published').count()).toBe(1)
  const feed = async () => await (await fetch(`${here.url}/feeds/harbour/regatta.ics`)).text()
  expect(await feed()).toContain('하버 vs 등대')
  await page.locator('form[action$="/restoration"] button').click()
  await page.waitForURL('**/history/*')
  expect(await feed()).not.toContain('하버 vs 등대')
})

test.for(Object.keys(KINDS))('%s: a wrong cell is mended in place', async (kind, { browser }) => {
  const here = await harbour()
  const page = await signedIn(browser, here, kind)
  await give(page, here.url, BAD)
  const cell = page.locator('input[name="cell:2:날짜"]')
  expect(await cell.inputValue()).toBe('2027-13-05')
  await cell.fill('2027-05-05')
  await page.locator('button[value=check]').first().click()
  await page.waitForURL('**/console/uploads/*')
  expect(await page.locator('.tiles .new strong').textContent()).toBe('2')
})

test('a table is pasted, and a file is dropped', async ({ browser }) => {
  const here = await harbour()
  const page = await signedIn(browser, here, 'desk, Korean')
  await page.goto(`${here.url}${CALENDAR}`)
  await page.locator('summary').first().click()
  await page.locator('textarea').fill(SEASON.replaceAll(',', '\t'))
  await page.locator('form[data-upload] button').click()
  await page.waitForURL('**/console/uploads/*')
  expect(await page.locator('.tiles .new strong').textContent()).toBe('3')
  await page.goto(`${here.url}${CALENDAR}`)
  const dropped = await page.evaluateHandle(`(() => {
    const data = new DataTransfer()
    data.items.add(new File([${JSON.stringify(SEASON)}], 'dropped.csv'))
    return data
  })()`)
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: dropped })
  await page.locator('form[data-upload] button').click()
  await page.waitForURL('**/console/uploads/*')
  expect(await page.locator('h1').textContent()).toContain('dropped.csv')
})

test('an unknown header is matched once, and the next file needs no asking', async ({
  browser,
}) => {
  const here = await harbour()
  const page = await signedIn(browser, here, 'desk, Korean')
  const odd = '경기 일정표,,\n경기날,몇시,무슨 경기\n2027-12-25,18:30,성탄 경기\n'
  await give(page, here.url, odd)
  await page.locator('select[name="column:경기날"]').selectOption('start_date')
  await page.locator('select[name="column:몇시"]').selectOption('start_time')
  await page.locator('select[name="column:무슨 경기"]').selectOption('title')
  await page.locator('button[value=match]').click()
  await page.waitForURL('**/console/uploads/*')
  expect(await page.locator('.tiles .new strong').textContent()).toBe('1')
  await page.locator('form[action$="/publication"] button').click()
  await page.waitForURL('**/console/uploads/*')
  await give(page, here.url, odd.replace('2027-12-25', '2027-12-26').replace('성탄', '송년'))
  expect(await page.locator('.tiles .new strong').textContent()).toBe('1')
})

test('rain: one click on a phone', async ({ browser }) => {
  const here = await harbour()
  const page = await signedIn(browser, here, 'phone, Korean, no JavaScript')
  await give(page, here.url, SEASON)
  await page.locator('form[action$="/publication"] button').click()
  await page.goto(`${here.url}${CALENDAR}/events`)
  await page.locator('.changes a').first().click()
  await page.locator('button[value=rain-out]').click()
  const feed = await (await fetch(`${here.url}/feeds/harbour/regatta.ics`)).text()
  expect(feed).toContain('[취소] 하버 vs 등대')
})

test.for(['desk, Korean', 'phone, English'])(
  '%s: axe finds nothing on any page, in light and in dark',
  { timeout: 180_000 },
  async (kind, { browser }) => {
    const here = await harbour()
    const page = await signedIn(browser, here, kind)
    await give(page, here.url, SEASON)
    await page.locator('form[action$="/publication"] button').click()
    await give(page, here.url, SEASON.replace('18:30', '17:00'))
    const changed = page.url()
    await give(page, here.url, BAD)
    const refused = page.url()
    await page.goto(`${here.url}${CALENDAR}/events`)
    const event = await page.locator('.changes a').first().getAttribute('href')
    const pages = [
      ...['/console', '/console/people', '/console/audit', CALENDAR, `${CALENDAR}/history`],
      ...[`${CALENDAR}/history/1`, `${CALENDAR}/history?on=2027-04-02`, `${CALENDAR}/events`],
      ...[`${CALENDAR}/events/new`, `${CALENDAR}/settings`, '/console/new-calendar'],
    ].map((path) => here.url + path)
    for (const url of [...pages, changed, refused, `${here.url}${event}`]) {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(url)
        expect([url, await axeFinds(page)]).toEqual([url, []])
        expect([url, await faintTexts(page)]).toEqual([url, []])
      }
      await expectOutline(page)
      await expectNoSidewaysScrolling(page)
    }
  },
)
