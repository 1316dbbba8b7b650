// Somebody at the stadium reports from a phone; a partner's editor accepts at a desk.

import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { axeFinds } from './axe.ts'
import { harbour, signedInAt } from './harbour.ts'
import { expectNoSidewaysScrolling } from './looks.ts'
import { test } from './page.ts'

const PHONE = { viewport: { width: 360, height: 740 }, hasTouch: true }
const FILE = '날짜,시간,제목,장소\n2027-05-01,18:30,개막전,잠실\n2027-05-02,18:30,둘째 날,잠실\n'
const SHOTS = process.env.KALENDS_SHOTS

async function shot(page: Page, name: string): Promise<void> {
  if (SHOTS) await page.screenshot({ path: `${SHOTS}/${name}.png`, fullPage: true })
}

async function published() {
  const here = await harbour()
  const path = '/v1/partners/harbour/calendars/regatta'
  const bytes = new TextEncoder().encode(FILE)
  const upload = await here.call('POST', `${path}/uploads?publish=true`, bytes)
  return { ...here, uid: upload.changes[0].uid as string, path }
}

async function phone(browser: Browser, options: BrowserContextOptions = {}): Promise<Page> {
  const context = await browser.newContext({ ...PHONE, javaScriptEnabled: false, ...options })
  onTestFinished(() => context.close())
  context.setDefaultTimeout(5000)
  return context.newPage()
}

test('a wrong time: from the event’s page on a phone, to the console, to the receipt', async ({
  browser,
}) => {
  const here = await published()
  const page = await phone(browser, { locale: 'ko-KR' })
  await page.goto(`${here.url}/harbour/regatta/${here.uid}`)
  await page.locator('a[href*="/report"]').click()
  expect(await page.locator('h1').textContent()).toBe('잘못된 일정 제보')
  await page.getByLabel('날짜나 시간이 달라요').check()
  // What does not belong to the choice is not there, without any script.
  expect(await page.getByLabel('취소됐어요', { exact: true }).isVisible()).toBe(false)
  await shot(page, 'report-form')
  await page.getByRole('button', { name: '제보 보내기' }).click()
  expect(await page.getByRole('alert').textContent()).toContain('맞는 날짜나 시간')
  await page.getByLabel('맞는 시작 시간').fill('20:00')
  await page.getByLabel(/더 하실 말씀/).fill('전광판에 8시라고 나왔어요')
  await page.getByRole('button', { name: '제보 보내기' }).click()
  await page.waitForURL(/\/my\/reports\//)
  const receipt = page.url()
  expect(await page.locator('.standing').textContent()).toBe('확인을 기다리고 있습니다.')
  await shot(page, 'report-receipt')

  const desk = await signedInAt(browser, here, { locale: 'ko-KR' })
  await desk.getByRole('link', { name: '제보 1' }).click()
  await shot(desk, 'report-queue')
  await desk.getByRole('link', { name: '개막전' }).click()
  const rows = await desk.locator('tbody tr').allTextContents()
  expect(rows.join()).toMatch(/시작.*18:30.*20:00/s)
  expect(await desk.getByText('전광판에 8시라고 나왔어요').isVisible()).toBe(true)
  await shot(desk, 'report-entry')
  await desk.getByRole('button', { name: '반영하고 게시' }).click()
  expect(await desk.locator('.done').first().textContent()).toContain('2번 개정판')
  await page.goto(receipt)
  expect(await page.locator('.standing').textContent()).toContain('반영했습니다')
  await shot(page, 'report-accepted')
  const told = await here.call('GET', `/v1/calendars/harbour/regatta/events/${here.uid}`)
  expect(told.event.start).toBe('2027-05-01T20:00:00')
})

test('in English: a missing event, rejected with a reason', async ({ browser }) => {
  const here = await published()
  const page = await phone(browser, { locale: 'en-GB' })
  await page.goto(`${here.url}/harbour/regatta/report`)
  await page.getByLabel(/^Title/).fill('Extra race')
  await page.getByLabel('Date', { exact: true }).fill('2027-05-09')
  await page.getByRole('button', { name: 'Send the report' }).click()
  await page.waitForURL(/\/my\/reports\//)
  const desk = await signedInAt(browser, here, { locale: 'en-GB' })
  await desk.goto(`${here.url}/console/reports`)
  await desk.getByRole('link', { name: 'Extra race' }).click()
  await desk.getByLabel('Not confirmed officially').check()
  await desk.getByRole('button', { name: 'Do not take over' }).click()
  expect(await desk.getByText('Nothing to decide.').isVisible()).toBe(true)
  await page.reload()
  expect(await page.locator('main').textContent()).toContain('No official announcement')
})

test.for(['light', 'dark'] as const)(
  'axe finds nothing, and nothing is too wide: %s',
  async (colorScheme, { browser }) => {
    const here = await published()
    const report = { calendar: 'harbour/regatta', uid: here.uid, revision: 1 }
    const said = { kind: 'time', suggestion: { start: '2027-05-01T20:00' }, note: '가'.repeat(300) }
    const { receipt } = await here.call('POST', '/v1/reports', { ...report, ...said })
    await here.call('POST', '/v1/reports', { ...report, kind: 'cancelled' })
    const page = await phone(browser, { javaScriptEnabled: true, colorScheme, locale: 'ko-KR' })
    await here.call('PATCH', `${here.path}/events/${here.uid}`, {
      soldOut: true,
      start: '2027-05-01T19:00',
    })
    const form = `/harbour/regatta/${here.uid}/report?r=1`
    for (const path of [form, '/harbour/regatta/report', `/my/reports/${receipt}`]) {
      await page.goto(`${here.url}${path}`)
      await shot(page, `${colorScheme}-${path.replace(/\W+/g, '-').slice(0, 40)}`)
      expect([path, await axeFinds(page)]).toEqual([path, []])
      await expectNoSidewaysScrolling(page)
    }
    const desk = await signedInAt(browser, here, { colorScheme, locale: 'ko-KR' })
    const { reports } = await here.call('GET', '/v1/partners/harbour/reports')
    for (const path of ['/console/reports', `/console/reports/${reports[1].id}`]) {
      await desk.goto(`${here.url}${path}`)
      expect([path, await axeFinds(desk)]).toEqual([path, []])
      await expectNoSidewaysScrolling(desk)
      await shot(desk, `${colorScheme}-console-${path.length > 20 ? 'entry' : 'queue'}`)
    }
  },
)
