// What was changed on a device and did not stay, as a person sees and answers it.

import { expect } from 'vitest'
import { WORDS } from '../../src/reminder-app/screens/words.ts'
import { expectGoodLooks } from './kinds.ts'
import { test } from './page.ts'
import {
  APP_KINDS,
  arrivedAt,
  become,
  GAME,
  LINK,
  SMALL_TARGETS,
  screensAlone,
} from './screens-alone.ts'

const LOST = [
  { id: 'a', why: 'overtaken', of: { kind: 'memo', uid: 'game', value: '표는 민지에게' } },
  {
    id: 'b',
    why: 'refused',
    of: { kind: 'rule', name: 'tickets', value: [0] },
    message: '너무 많습니다.',
  },
  { id: 'c', why: 'replaced', of: { kind: 'followed', calendar: 'otters/season', value: true } },
].map((each) => ({ title: each.id === 'a' ? GAME : null, message: null, ...each }))

test.for(APP_KINDS)(
  'what did not stay is told where it was done, and answered (%s)',
  async ([language, kind], { browser }) => {
    const words = WORDS[language]
    const page = await screensAlone(browser, kind)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
    await page.getByLabel(words.add.linkLabel).fill(LINK)
    await press(words.add.open)
    await arrivedAt(page, words.week.title)
    await page.evaluate(`engine.lost = ${JSON.stringify(LOST)}`)
    await become(page, { setbacks: 3 })
    await page.getByRole('link', { name: words.setbacks.see }).click()
    await arrivedAt(page, words.changes.title)
    expect(await page.locator('.setbacks li').count()).toBe(3)
    await expectGoodLooks(page, kind)
    for (const [hash, heading] of [
      ['settings', words.settings.title],
      ['calendars', words.calendars.title],
    ]) {
      await page.evaluate(`location.hash = '#/${hash}'`)
      await arrivedAt(page, heading ?? '')
      expect(await page.locator('.setbacks li').count()).toBe(1)
      await press(words.setbacks.leave)
      await page.locator('.setbacks').waitFor({ state: 'detached' })
    }
    await page.evaluate("location.hash = '#/event/game'")
    await arrivedAt(page, GAME)
    await page.getByText('“표는 민지에게”').waitFor()
    await expectGoodLooks(page, kind)
    expect(await page.evaluate(SMALL_TARGETS)).toEqual([])
    await press(words.setbacks.again.overtaken)
    await page.locator('.setbacks').waitFor({ state: 'detached' })
    const memo = page.getByLabel(words.event.memo)
    expect(await memo.inputValue()).toBe('표는 민지에게')
    // What comes from elsewhere is shown where nobody writes, and beside it where somebody does.
    await page.evaluate("engine.memo('game', '우산')")
    await expect.poll(() => memo.inputValue()).toBe('우산')
    await memo.fill('돗자리')
    await page.evaluate("engine.memo('game', '물')")
    await page.getByText(words.event.memoOther('물')).waitFor()
    expect(await memo.inputValue()).toBe('돗자리')
  },
)
