// What a file leaves open, answered in a real browser: sheets, wrong rows as a sheet, a game that is
// there already, a field set by hand; and a rule in plain words.

import { expect } from 'vitest'
import { workbook } from '../intake/xlsx/workbook.ts'
import { harbour, signedInAt } from './harbour.ts'
import { expectGoodLooks, KINDS, press } from './kinds.ts'
import { test } from './page.ts'

const CALENDAR = '/console/calendars/regatta'
const UPLOADS = '/v1/partners/harbour/calendars/regatta/uploads?mode=merge'
const octets = (text: string) => new TextEncoder().encode(text)

test.for(KINDS)(
  'a workbook’s sheets are chosen, its wrong rows taken home (%s)',
  async ([, kind], { browser }) => {
    const here = await harbour()
    const page = await signedInAt(browser, here, kind)
    const heads = ['날짜', '제목']
    const book = workbook(
      { name: '4월', rows: [heads, ['2099-04-11', '봄 축제']] },
      { name: '5월', rows: [heads, ['2099-05-01', '노동절'], ['2099-05-32', '없는 날']] },
    )
    await page.goto(`${here.url}${CALENDAR}`)
    await page.locator('input[type=file]').setInputFiles({
      ...{ name: '일정.xlsx', buffer: Buffer.from(book) },
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    })
    await page.locator('form[data-upload] button').click()
    await page.waitForURL('**/console/uploads/*')
    await expectGoodLooks(page, kind)
    await page.locator('.matching summary').click()
    await page.locator('select[name=sheet]').selectOption('*')
    await press(page, 'button[value=match]')
    await expectGoodLooks(page, kind)
    expect(await page.locator('.mend td').first().textContent()).toBe('5월 3')
    const download = page.waitForEvent('download')
    await page.locator('a[href$="/wrong-rows.csv"]').click()
    expect((await download).suggestedFilename()).toBe('wrong-rows.csv')
    await press(page, 'button[value=leave-all]')
    expect(await page.locator('.tiles .new strong').textContent()).toBe('2')
  },
)

test.for(KINDS)(
  'a game that is there already is one event; what was set by hand is asked about (%s)',
  async ([, kind], { browser }) => {
    const here = await harbour()
    const page = await signedInAt(browser, here, kind)
    const first = 'id,date,time,home,away\nA1,2099-05-01,18:30,Bears,Twins\n'
    await here.call('POST', `${UPLOADS}&publish=true`, octets(first))
    const second = 'id,date,time,home,away\nB7,2099-05-01,19:00,Bears,Twins\n'
    const asked = await here.call('POST', UPLOADS, octets(second))
    await page.goto(`${here.url}/console/uploads/${asked.id}`)
    await expectGoodLooks(page, kind)
    await page.locator('input[name="same:2"]').first().check()
    await press(page, 'section[aria-labelledby=questions] button')
    await expectGoodLooks(page, kind)
    expect(await page.locator('.tiles .new strong').textContent()).toBe('0')
    await press(page, 'form[action$="/publication"] button')

    await page.goto(`${here.url}${CALENDAR}/events`)
    await press(page, '.changes a')
    await expectGoodLooks(page, kind)
    await page.locator('input[name=venue]').fill('하버구장')
    await press(page, 'form.wide .button')
    expect(await page.locator('section[aria-labelledby=locked] li').count()).toBe(1)
    const other = first.replace('away', 'away,venue').replace('Twins', 'Twins,부두구장')
    const conflict = await here.call('POST', UPLOADS, octets(other))
    await page.goto(`${here.url}/console/uploads/${conflict.id}`)
    await expectGoodLooks(page, kind)
    await page.locator('input[name=takeFile]').check()
    await press(page, 'section[aria-labelledby=conflicts] button')
    expect(await page.locator('section[aria-labelledby=conflicts]').count()).toBe(0)
    expect(await page.locator('.fields ins').allTextContents()).toContain('부두구장')
  },
)

test.for(KINDS)(
  'an event that repeats is made in plain words, and one date of it skipped (%s)',
  async ([, kind], { browser }) => {
    const here = await harbour()
    const page = await signedInAt(browser, here, kind)
    await page.goto(`${here.url}${CALENDAR}/events/new`)
    await expectGoodLooks(page, kind)
    await page.locator('input[name=title]').fill('정기 휴무')
    await page.locator('input[name=start_date]').fill('2099-03-08')
    await page.locator('details.rare > summary').click()
    await expectGoodLooks(page, kind)
    await page.locator('select[name=repeat]').selectOption('monthly-day')
    for (const nth of ['2', '4'])
      await page.locator(`input[name=repeatOrdinal][value="${nth}"]`).check()
    await page.locator('input[name=repeatDay][value=SU]').check()
    await page.locator('input[name=all_day]').check()
    await press(page, 'form.wide .button')
    await expectGoodLooks(page, kind)
    const skip = page.locator('form', { has: page.locator('button[value=skip]') })
    await skip.locator('input[name=happening]').fill('2099-03-22')
    await press(page, 'button[value=skip]')
    const feed = await (await fetch(`${here.url}/feeds/harbour/regatta.ics`)).text()
    expect(feed).toMatch(/RRULE:FREQ=MONTHLY;BYDAY=2SU,4SU/)
    expect(feed).toMatch(/EXDATE;VALUE=DATE:20990322/)
  },
)
