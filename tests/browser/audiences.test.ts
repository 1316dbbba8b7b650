// Private events in a real browser: the partner gives the numbers, a member types one, and sees.

import type { BrowserContextOptions, Page } from 'playwright-core'
import { expect } from 'vitest'
import { axeFinds } from './axe.ts'
import { harbour, signedInAt } from './harbour.ts'
import { expectNoSidewaysScrolling, expectOutline, faintTexts } from './looks.ts'
import { test } from './page.ts'

const KINDS: [string, BrowserContextOptions][] = [
  [
    'phone, Korean, no JavaScript',
    { viewport: { width: 390, height: 844 }, locale: 'ko-KR', javaScriptEnabled: false },
  ],
  [
    'desk, English, dark',
    { viewport: { width: 1280, height: 900 }, locale: 'en-GB', colorScheme: 'dark' },
  ],
]

test.for(KINDS)('from the numbers to a member’s calendar (%s)', async ([, kind], { browser }) => {
  const here = await harbour()
  const page = await signedInAt(browser, here, kind)
  const javaScript = kind.javaScriptEnabled !== false
  const goodLooks = async (shown: Page) => {
    await expectNoSidewaysScrolling(shown)
    await expectOutline(shown)
    expect(await faintTexts(shown)).toEqual([])
    if (javaScript) expect(await axeFinds(shown)).toEqual([])
  }

  await page.goto(`${here.url}/console/audiences`)
  await goodLooks(page)
  await page.locator('#name').fill('회원')
  await page.locator('#slug').fill('members')
  await page.locator('form[action="/console/audiences"] button').click()
  await page.locator('main details summary').first().click()
  await page.locator('#keys-members').fill('CARD-0001\nx')
  const keys = 'form[action="/console/audiences/members/keys"] button'
  await page.locator(keys).click()
  await goodLooks(page)
  expect(await page.locator('#keys-members-wrong').isVisible()).toBe(true)
  await page.locator('#keys-members').fill('CARD-0001\nCARD-0002')
  await page.locator(keys).click()
  expect(await page.locator('.done').isVisible()).toBe(true)

  await page.goto(`${here.url}/console/calendars/regatta/events/new`)
  await page.locator('input[name=title]').fill('회원의 밤')
  await page.locator('input[name=start_date]').fill('2099-05-02')
  await page.locator('select[name=audience]').selectOption('members')
  await page.locator('form.wide button').click()
  await goodLooks(page)
  await page.goto(`${here.url}/console/calendars/regatta/events`)
  await goodLooks(page)
  expect(await page.locator('.tag.private').count()).toBe(1)

  const wish = { calendars: ['harbour/regatta'] }
  const { token } = await here.call('POST', '/v1/subscriptions', wish)
  await page.goto(`${here.url}/my/${token}`)
  await goodLooks(page)
  await page.locator(`a[href^="/my/${token}/members"]`).click()
  await page.locator('#key').fill('CARD-0003')
  await page.locator('button.main').click()
  await goodLooks(page)
  expect(await page.locator('#key-wrong').isVisible()).toBe(true)
  await page.locator('#key').fill('card 0001')
  await page.locator('button.main').click()
  await page.waitForURL(/did=opened/)
  await goodLooks(page)
  await page.goto(`${here.url}/my/${token}`)
  await goodLooks(page)
  expect(await page.locator('main').innerText()).toContain('회원')
  const feeds = [`/feeds/my/${token}.ics`, '/feeds/harbour/regatta.ics']
  const [mine, everybodys] = await Promise.all(
    feeds.map(async (path) => (await fetch(`${here.url}${path}`)).text()),
  )
  expect(mine).toContain('회원의 밤')
  expect(everybodys).not.toContain('회원의 밤')
})
