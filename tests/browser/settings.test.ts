// What an owner sets, in a real browser: a calendar, how the partner looks, where a schedule is
// fetched from.

import { expect } from 'vitest'
import { png } from '../images/made.ts'
import { harbour, signedInAt } from './harbour.ts'
import { expectGoodLooks, KINDS } from './kinds.ts'
import { test } from './page.ts'

test.for(KINDS)(
  'an owner sets a calendar up, and how the partner looks (%s)',
  async ([, kind], { browser }) => {
    const here = await harbour()
    const page = await signedInAt(browser, here, kind)
    const at = async (path: string) => {
      await page.goto(`${here.url}${path}`)
      await expectGoodLooks(page, kind)
    }
    const send = async (form: string) => {
      await page.locator(`form[action="${form}"] button`).last().click()
      await page.waitForLoadState()
    }

    await at('/console/new-calendar')
    await page.locator('#name').fill('등대 축제')
    await send('/console/new-calendar')
    expect(page.url()).toBe(`${here.url}/console/calendars/deungdae-chukje`)

    const settings = '/console/calendars/deungdae-chukje/settings'
    await at(settings)
    await page.locator('#timezone').fill('서울')
    await page.locator('#category').fill('축제')
    await send(settings)
    await expectGoodLooks(page, kind)
    expect(await page.locator('#timezone-wrong').isVisible()).toBe(true)
    expect(await page.locator('#category').inputValue()).toBe('축제')
    await page.locator('#timezone').fill('Asia/Tokyo')
    await send(settings)
    expect(await page.locator('.done').isVisible()).toBe(true)
    expect(await page.locator('#timezone').inputValue()).toBe('Asia/Tokyo')

    await at('/console/settings')
    const logo = { name: 'logo.png', mimeType: 'image/png', buffer: Buffer.from(png()) }
    await page.locator('input[type=file]').setInputFiles(logo)
    await send('/console/settings/logo')
    await expectGoodLooks(page, kind)
    for (const path of ['/console', '/']) {
      await at(path)
      const width = await page.evaluate<number>("document.querySelector('img.logo').naturalWidth")
      expect([path, width]).toEqual([path, 16])
    }
  },
)

test.for(KINDS)(
  'a source is added, and told where it is wrong (%s)',
  async ([, kind], { browser }) => {
    const here = await harbour()
    const page = await signedInAt(browser, here, kind)
    const path = '/console/calendars/regatta/sources'
    await page.goto(`${here.url}${path}`)
    await expectGoodLooks(page, kind)
    const add = async (url: string) => {
      await page.locator('#url-new').fill(url)
      await page.locator(`form[action="${path}"] button`).click()
      await page.waitForLoadState()
      await expectGoodLooks(page, kind)
    }
    await add('http://localhost/schedule.csv')
    expect(await page.locator('#url-new-wrong').isVisible()).toBe(true)
    expect(await page.locator('#url-new').inputValue()).toBe('http://localhost/schedule.csv')
    await add('https://docs.google.com/spreadsheets/d/1aB_c-9/edit#gid=12')
    expect(await page.locator('.source h2').textContent()).toContain('export?format=csv&gid=12')
  },
)
