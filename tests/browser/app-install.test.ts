// The app is put on a device: what the browser makes of its manifest, its offer taken by a button, and the
// words where there is no offer.

import type { BrowserContextOptions } from 'playwright-core'
import { expect, onTestFinished } from 'vitest'
import { WORDS } from '../../src/reminder-app/screens/words.ts'
import { expectGoodLooks } from './kinds.ts'
import { test } from './page.ts'
import { isControlled, WAIT_MS } from './phone.ts'
import { APP_KINDS, become, screensAlone } from './screens-alone.ts'
import { site } from './server.ts'

test.for([
  ['ko-KR', 'Kalends 일정 알림'],
  ['en-GB', 'Kalends reminders'],
])(
  'the browser finds nothing that keeps it from being installed (%s)',
  async ([locale, name], { browser }) => {
    const here = await site('http://127.0.0.1')
    const context = await browser.newContext({ locale: locale ?? '' })
    onTestFinished(() => context.close())
    const page = await context.newPage()
    await page.goto(`${here.url}/app`)
    await expect.poll(() => page.evaluate(isControlled), { timeout: WAIT_MS }).toBe(true)
    const tools = await context.newCDPSession(page)
    const { installabilityErrors } = await tools.send('Page.getInstallabilityErrors')
    // Playwright's contexts are incognito windows, where nothing is installed.
    expect(installabilityErrors.filter(({ errorId }) => errorId !== 'in-incognito')).toEqual([])
    const { errors, data, url } = await tools.send('Page.getAppManifest')
    expect(errors).toEqual([])
    const manifest = JSON.parse(data ?? '')
    expect(manifest).toMatchObject({
      ...{ id: '/app', scope: '/app', start_url: '/app', display: 'standalone', name },
      ...{ lang: locale?.slice(0, 2), theme_color: '#0b57d0', background_color: '#ffffff' },
    })
    expect(url).toContain(`lang=${locale?.slice(0, 2)}`)
    for (const { src, sizes, purpose } of manifest.icons) {
      const side = await page.evaluate<number>(
        `fetch('${src}').then((icon) => icon.blob()).then(createImageBitmap).then(({ width }) => width)`,
      )
      expect([`${side}x${side}`, /^(any|maskable)$/.test(purpose)]).toEqual([sizes, true])
    }
  },
)

const OFFER = `(() => {
  const offer = new Event('beforeinstallprompt', { cancelable: true })
  offer.prompt = async () => { globalThis.prompted = true }
  dispatchEvent(offer)
  return offer.defaultPrevented
})()`
const AN_IPHONE =
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_4 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Mobile/15E148 Safari/604.1'

test.for(APP_KINDS)(
  'an offer is a button; an iPhone is told how (%s)',
  async ([language, kind], { browser }) => {
    const { settings } = WORDS[language]
    const at = async (more: BrowserContextOptions = {}) => {
      const page = await screensAlone(browser, { ...kind, ...more })
      await page.evaluate(
        "engine.follow('otters/season').then(() => { location.hash = '#/settings' })",
      )
      await page.getByRole('heading', { level: 1, name: settings.title }).waitFor()
      return page
    }
    const page = await at()
    const button = page.getByRole('button', { name: settings.install.button, exact: true })
    expect(await button.count()).toBe(0)
    expect(await page.evaluate(OFFER)).toBe(true)
    await button.waitFor()
    await expectGoodLooks(page, kind)
    await button.click()
    await button.waitFor({ state: 'detached' })
    expect(await page.evaluate('prompted')).toBe(true)

    const phone = await at({ userAgent: AN_IPHONE })
    await become(phone, { push: 'unsupported' })
    await phone.getByText(settings.push.iphone).waitFor()
    expect(await phone.locator('main ol').first().innerText()).toContain(settings.install.iphone[1])
    await expectGoodLooks(phone, kind)
  },
)
