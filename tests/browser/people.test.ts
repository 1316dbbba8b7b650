// Who may do what, in a real browser: an invitation, what an editor sees, a role, sign-out everywhere.

import { expect, onTestFinished } from 'vitest'
import { harbour, signedInAt } from './harbour.ts'
import { expectGoodLooks, KINDS, press } from './kinds.ts'
import { test } from './page.ts'

test.for(KINDS)(
  'a person is invited, comes in, is given another role, and signed out (%s)',
  async ([, kind], { browser }) => {
    const here = await harbour()
    const owner = await signedInAt(browser, here, kind)
    await owner.goto(`${here.url}/console/people`)
    await expectGoodLooks(owner, kind)
    await owner.locator('#label').fill('이 사원')
    await owner.locator('#role').selectOption('editor')
    await press(owner, 'form[action="/console/people/invitations"] .button')
    await expectGoodLooks(owner, kind)
    const link = await owner.locator('#link').inputValue()

    const context = await browser.newContext(kind)
    onTestFinished(() => context.close())
    const guest = await context.newPage()
    await guest.goto(`${here.url}${new URL(link).pathname}`)
    await expectGoodLooks(guest, kind)
    await press(guest, 'form.panel button')
    const key = await guest.locator('#key').inputValue()
    await press(guest, 'a.button')
    await expectGoodLooks(guest, kind)
    expect(await guest.locator('.who').textContent()).toContain('이 사원')
    // An editor changes calendars, not people.
    expect((await guest.goto(`${here.url}/console/people`))?.status()).toBe(403)
    expect((await guest.goto(`${here.url}${new URL(link).pathname}`))?.status()).toBe(410)

    await owner.goto(`${here.url}/console/people`)
    const row = owner.locator('.rows li', { hasText: '이 사원' })
    await row.locator('select').selectOption('viewer')
    await row.locator('form[action$="/role"] button').click()
    await owner.waitForLoadState()
    // Another role ends what was begun under the old one.
    await guest.goto(`${here.url}/console`)
    await guest.locator('input[name=key]').fill(key)
    await press(guest, 'main button')
    await guest.goto(`${here.url}/console/calendars/regatta`)
    await expectGoodLooks(guest, kind)
    expect(await guest.locator('h1').textContent()).toBe('레가타')
    expect(await guest.locator('form[data-upload]').count()).toBe(0)

    const second = await signedInAt(browser, here, kind)
    await owner.goto(`${here.url}/console`)
    await press(owner, 'form[action="/console/sign-out-everywhere"] button')
    await second.goto(`${here.url}/console`)
    expect(new URL(second.url()).pathname).toBe('/console/sign-in')
    await guest.goto(`${here.url}/console`)
    expect(new URL(guest.url()).pathname).toBe('/console')
  },
)
