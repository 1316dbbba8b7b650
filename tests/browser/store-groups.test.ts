// A chain's marketer closes stores group by group, in a real browser.

import type { Page } from 'playwright-core'
import { expect } from 'vitest'
import { harbour, signedInAt } from './harbour.ts'
import { expectGoodLooks, KINDS } from './kinds.ts'
import { test } from './page.ts'

test.for(KINDS)(
  'stores are grouped, closed by a rule, given an exception, and moved (%s)',
  async ([, kind], { browser }) => {
    const here = await harbour()
    const page = await signedInAt(browser, here, kind)
    const looks = () => expectGoodLooks(page, kind)
    const groups = '/console/calendars/regatta/groups'
    const send = async (form: string, button = 'button') => {
      await page.locator(`form[action="${form}"] ${button}`).first().click()
      await page.waitForLoadState()
      await looks()
    }
    const make = async (name: string, stores: string) => {
      await page.goto(`${here.url}${groups}`)
      await page.locator('#name').fill(name)
      await page.locator('#stores').fill(stores)
      await send(groups)
    }
    await page.goto(`${here.url}/console/calendars/regatta/events`)
    await page.locator(`a[href="${groups}"]`).click()
    await looks()
    await make('north', '북문점\t느루로 1\n산성점')
    await make('south', '남문점')
    await page.goto(`${here.url}${groups}/north`)
    const form = `form[action="${groups}/north/events"]`
    await page.locator(`${form} input[name=title]`).fill('휴점')
    await page.locator(`${form} input[name=start_date]`).fill('2027-03-01')
    await send(`${groups}/north/events`, '.button')
    await said(page, '2027-03-14')

    const except = `${groups}/north/happenings`
    await page.locator(`details:has(form[action="${except}"]) summary`).click()
    await send(except, 'button[value=skip]')
    await said(page, '2027-03-28')

    await page.goto(`${here.url}${groups}/south`)
    await page.locator('#stores').fill('남문점\n산성점')
    await send(`${groups}/south`)
    expect(await page.locator('.done').textContent()).toContain('1')
    await page.goto(`${here.url}${groups}/north`)
    expect(await page.locator('#stores').inputValue()).toBe('북문점 | 느루로 1')
    await page.locator('#name').fill('south')
    await send(`${groups}/north`)
    expect(await page.locator('#name-wrong').textContent()).toContain('south')
  },
)

/** The first date that can be chosen. */
async function said(page: Page, date: string): Promise<void> {
  expect(await page.locator('select[name=date] option').first().getAttribute('value')).toBe(date)
}
