// Real refresh intervals, and whom a calendar reaches, on a phone and at a desk.

import { expect, onTestFinished } from 'vitest'
import { axeFinds } from './axe.ts'
import { harbour, signedInAt } from './harbour.ts'
import { expectNoSidewaysScrolling, expectOutline, faintTexts } from './looks.ts'
import { test } from './page.ts'

const MEASURED = [
  ['google', 1, 18_000, 60],
  ['apple-ios', 1, 3_600, 400],
  ['nextcloud', 0, 86_400, 25],
] as const

const KINDS = [
  ['phone', 'ko-KR', { width: 390, height: 800 }, '5.5시간', '2명 이상이 구독하고 있습니다.'],
  ['desk', 'en-GB', { width: 1280, height: 900 }, '5.5 h', 'At least 2 people are subscribed.'],
] as const

/** A Mac and Google have come, and intervals were measured. */
async function visited() {
  const here = await harbour()
  const month = here.ports.now().slice(0, 7)
  await here.ports.db.batch(
    MEASURED.map((row) => ({
      sql: 'INSERT INTO client_intervals VALUES (?, ?, ?, ?, ?)',
      params: [month, ...row],
    })),
  )
  for (const agent of ['Google-Calendar-Importer', 'macOS/13.4 (22F66) dataaccessd/1.0'])
    await fetch(`${here.url}/feeds/harbour/regatta.ics`, { headers: { 'user-agent': agent } })
  await here.ports.fetches.flush()
  return here
}

for (const [kind, locale, viewport, google, people] of KINDS)
  test(`${kind}, ${locale}: read, in light and in dark`, async ({ browser }) => {
    const here = await visited()
    const look = async (page: Awaited<ReturnType<typeof signedInAt>>, path: string) => {
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme })
        await page.goto(here.url + path)
        expect([path, await axeFinds(page)]).toEqual([path, []])
        expect([path, await faintTexts(page)]).toEqual([path, []])
      }
      await expectOutline(page)
      await expectNoSidewaysScrolling(page)
      return page.locator('main').innerText()
    }
    const context = await browser.newContext({ locale, viewport, javaScriptEnabled: true })
    onTestFinished(() => context.close())
    const text = await look(await context.newPage(), '/doctor/clients')
    expect(text).toContain(google)
    const page = await signedInAt(browser, here, { locale, viewport })
    const calendar = await look(page, '/console/calendars/regatta')
    expect(calendar).toContain(people)
    expect(calendar).toContain('Apple Calendar (Mac)')
    await look(page, '/console/calendars/regatta/history')
  })
