// What was, and who did it, in a real browser: history, a day long ago, the way back, a season's end,
// a publication at a set time, the audit log.

import { expect } from 'vitest'
import { harbour, signedInAt } from './harbour.ts'
import { expectGoodLooks, KINDS, press } from './kinds.ts'
import { test } from './page.ts'

const CALENDAR = '/console/calendars/regatta'
const UPLOADS = '/v1/partners/harbour/calendars/regatta/uploads?filename=season.csv&mode=merge'

const octets = (text: string) => new TextEncoder().encode(text)

test.for(KINDS)(
  'history is looked through, a revision restored, a season closed, a publication set (%s)',
  async ([, kind], { browser }) => {
    const here = await harbour()
    const page = await signedInAt(browser, here, kind)
    const at = async (path: string) => {
      await page.goto(`${here.url}${path}`)
      await expectGoodLooks(page, kind)
    }
    const feed = async () => await (await fetch(`${here.url}/feeds/harbour/regatta.ics`)).text()
    const give = (text: string, publish = true) =>
      here.call('POST', `${UPLOADS}&publish=${publish}`, octets(text))
    await give('날짜,제목\n2020-05-01,옛 경주\n2099-05-01,먼 경주\n')
    await give('날짜,제목\n2099-05-02,두번째 경주\n')

    await at(`${CALENDAR}/history`)
    expect(await page.locator('tbody tr').count()).toBe(3)
    const today = new Date().toISOString().slice(0, 10)
    await page.locator('input[name=on]').fill('2099-01-01')
    await press(page, `form[action="${CALENDAR}/history"] button`)
    await expectGoodLooks(page, kind)
    expect(await page.locator('main').textContent()).toContain('두번째 경주')
    await at(`${CALENDAR}/history?on=2019-01-01`)
    expect(await page.locator('main').textContent()).not.toContain('경주')

    await at(`${CALENDAR}/history/1`)
    await page.locator('input[name=reason]').fill('잘못 올림')
    await press(page, 'form[action$="/history/1/restoration"] button')
    expect(await feed()).not.toContain('두번째 경주')

    await at(`${CALENDAR}/seasons`)
    await page.locator('input[name=name]').fill('old')
    await page.locator('input[name=before]').fill(today)
    await press(page, `form[action="${CALENDAR}/seasons"] button`)
    await expectGoodLooks(page, kind)
    expect(await page.locator('a[href$="/seasons/old.ics"]').count()).toBe(1)

    const { id } = await give('날짜,제목\n2099-05-03,셋째 경주\n', false)
    await at(`/console/uploads/${id}`)
    await page.locator('input[name=when][value=later]').check()
    await page.locator('input[name=at]').fill(`${new Date().getFullYear() + 1}-01-01T10:00:01`)
    await press(page, 'form[action$="/publication"] button')
    await expectGoodLooks(page, kind)
    expect(await page.locator('.status.ready').last().textContent()).toMatch(/10:00:01/)
    await press(page, 'form[action$="/unscheduled"] button')
    expect(await page.locator('form[action$="/unscheduled"]').count()).toBe(0)
    await press(page, 'form[action$="/discarded"] button')
    expect(await page.locator('.tag.discarded').count()).toBe(1)

    await at('/console/audit')
    const told = await page.locator('.log > li').allTextContents()
    expect(told.some((text) => text.includes('잘못 올림') && text.includes('김 대리'))).toBe(true)
    await press(page, '.log a[href*="event="]')
    await expectGoodLooks(page, kind)
    expect(await page.locator('.log > li').count()).toBeGreaterThan(0)
  },
)
