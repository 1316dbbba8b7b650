// The reminder app's screens as a person uses them: on a phone in Korean, at a desk in English and in
// the dark, with the keyboard alone. The engine is in memory here; with a server it is tried elsewhere.

import type { Page } from 'playwright-core'
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

const text = (page: Page) => page.locator('main').innerText()
test.for(APP_KINDS)(
  'every screen is good to look at and says what is so (%s)',
  async ([language, kind], { browser }) => {
    const words = WORDS[language]
    const page = await screensAlone(browser, kind)
    const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
    const good = async () => {
      await expectGoodLooks(page, kind)
      expect(await page.evaluate(SMALL_TARGETS)).toEqual([])
    }
    const to = async (hash: string, heading: string) => {
      await page.evaluate(`location.hash = '${hash}'`)
      await arrivedAt(page, heading)
    }

    // Nothing is followed yet: a search at once, or a link.
    await page.getByRole('searchbox').fill('학사')
    await page.getByText(words.add.found(1)).waitFor()
    await good()
    await page.getByLabel(words.add.linkLabel).fill('고양이')
    await press(words.add.open)
    await page.getByText('링크를 찾을 수 없습니다').waitFor()
    await page.getByLabel(words.add.linkLabel).fill(LINK)
    await press(words.add.open)

    await arrivedAt(page, words.week.title)
    const week = await text(page)
    expect(week).toContain(words.when.tbd)
    expect(week).not.toMatch(/\b00:00\b/)
    for (const mark of ['cancelled', 'postponed', 'soldOut', 'tentative'] as const)
      expect(week).toContain(words.marks[mark])
    expect(week).toContain(`${words.week.reason}: 우천`)
    expect(week).toContain('10:05')
    expect(week).toMatch(/19:05/)
    expect(week).toContain('7시까지 3루 쪽 매점 앞')
    expect(week).not.toContain('응원단 오디션')
    expect(await page.locator('.now-line').innerText()).toContain('16:42')
    expect(await page.locator('s').innerText()).toBe('오터스 vs 오르카스')
    await good()
    await press(words.week.hidden(1))
    expect(await text(page)).toContain('응원단 오디션')

    await page.getByRole('link', { name: GAME }).click()
    await arrivedAt(page, GAME)
    await page.getByText('14:00 → 18:30').waitFor()
    await good()
    await page.getByLabel(words.event.memo).fill('우산')
    await press(words.event.save)
    await page.getByText(words.event.memoSaved).waitFor()
    await good()
    await press(words.undo)
    await page.getByText(words.undone).waitFor()
    expect(await page.getByLabel(words.event.memo).inputValue()).toBe('7시까지 3루 쪽 매점 앞')
    await press(words.event.alarmsNone)
    await page.getByRole('button', { name: words.event.evening, pressed: false }).click()
    expect(await page.evaluate('engine.event("game", null).then((event) => event.alarms)')).toEqual(
      [1350],
    )
    await page.getByLabel(words.event.own).fill('45')
    await press(words.addOne)
    await page.getByRole('button', { name: words.event.minutes(45), pressed: true }).waitFor()
    await press(words.event.hide)
    await page.getByText(words.event.hidden).waitFor()
    await press(words.event.show)
    await press(words.close)

    await page.getByRole('link', { name: words.event.reportLink }).click()
    await arrivedAt(page, words.event.report.title)
    const { report } = words.event
    expect(await page.getByLabel(report.start).inputValue()).toBe('18:30')
    await press(report.send)
    await page.getByText(report.wrong.same).waitFor()
    await good()
    await page.getByLabel(report.start).fill('17:00')
    await page.getByLabel(report.source).fill('https://otters.example/news/7')
    await press(report.send)
    await arrivedAt(page, report.thanks)
    expect(await page.getByRole('link', { name: report.receipt }).getAttribute('href')).toContain(
      '/my/reports/r1',
    )
    expect(await page.evaluate('engine.reports')).toEqual([
      {
        ...{ uid: 'game', recurrenceId: null, kind: 'time', note: '' },
        suggested: { start: '2026-11-27T17:00', end: '2026-11-27T21:30' },
        source: 'https://otters.example/news/7',
      },
    ])
    await good()

    await to(`#/event/class?r=${encodeURIComponent('2026-12-02T19:00:00')}`, '알고리즘 스터디')
    await press(words.event.hideDay)
    await page.getByText(words.event.skipped).waitFor()
    await press(words.event.showDay)
    await to('#/event/rained', '오터스 vs 오르카스')
    expect(await text(page)).toContain(words.event.status.cancelled)
    await good()

    await to('#/calendars', words.calendars.title)
    await good()
    await press(words.calendars.unfollowLabel('학사 일정'))
    await page.getByText(words.calendars.unfollowed('학사 일정')).waitFor()
    await press(words.undo)
    await page.getByRole('heading', { name: '학사 일정' }).waitFor()
    await page.getByRole('link', { name: words.calendars.add }).click()
    await arrivedAt(page, words.add.title)
    await press(words.add.followLabel('느루마트 휴무일'))
    await page.getByText(words.add.following('느루마트 휴무일')).waitFor()
    await good()

    await to('#/changes', words.changes.title)
    expect(await page.locator('.pair').first().innerText()).toContain('18:30')
    await good()
    await to('#/settings', words.settings.title)
    expect(await page.locator('.tabs .count').count()).toBe(0)
    expect(await text(page)).toMatch(
      language === 'ko' ? /7시간 전에 새로 고쳤고, 변경 1건이/ : /7 hours ago, and one change is/,
    )
    const { rules, push, forget } = words.settings
    await page
      .getByRole('button', { name: rules.minute(10), pressed: false })
      .first()
      .click()
    await page.getByText(words.settings.saved).waitFor()
    await page.getByRole('checkbox', { name: rules.quiet }).click()
    expect(await page.evaluate('engine.rules()')).toMatchObject({ minutes: [10, 30], quiet: null })
    await press(rules.removeDay(`${rules.day(1)} 20:00`))
    expect(await page.evaluate('engine.rules()')).toMatchObject({ daysBefore: [] })
    await press(push.enable)
    await page.getByText(push.on).waitFor()
    await become(page, { online: false, waiting: 2, push: 'denied' })
    await page.getByText(words.status.waiting(2)).waitFor()
    expect(await text(page)).toContain(push.denied)
    await good()
    await press(forget.button)
    await page.getByRole('dialog').waitFor()
    await good()
    await press(forget.no)
    await page.getByRole('radio', { name: language === 'ko' ? 'English' : '한국어' }).check()
    const others = WORDS[language === 'ko' ? 'en' : 'ko']
    await page.getByRole('heading', { level: 1, name: others.settings.title }).waitFor()
    expect(await page.evaluate('document.documentElement.lang')).toBe(others.locale)

    await become(page, { subscription: 'ended', online: true })
    await page.getByRole('heading', { level: 1, name: others.welcome.ended }).waitFor()
    await page.getByText(others.setbacks.kept(2)).waitFor()
    await good()
  },
)

test('the keyboard alone reaches everything', async ({ browser }) => {
  const [language, kind] = [
    'en',
    { locale: 'en-GB', viewport: { width: 390, height: 700 } },
  ] as const
  const words = WORDS[language]
  const page = await screensAlone(browser, kind)
  const focused = () =>
    page.evaluate<string>(
      '(({ ariaLabel, labels, innerText }) => ariaLabel ?? labels?.[0]?.innerText ?? innerText)(document.activeElement)',
    )
  const tabTo = async (name: string) => {
    for (let presses = 0; presses < 60; presses += 1) {
      if ((await focused()).trim() === name) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`Tab never comes to ${name}`)
  }

  await tabTo(words.skip)
  await page.keyboard.press('Enter')
  expect(await focused()).toBe(words.welcome.title)
  await tabTo(words.add.linkLabel)
  await page.keyboard.type(LINK)
  await page.keyboard.press('Enter')
  await arrivedAt(page, words.week.title)

  await page.keyboard.press('ArrowRight')
  await page.getByText('4 Dec – 10 Dec').waitFor()
  // Not beyond what the device keeps: there an empty week would be a guess.
  for (let weeks = 0; weeks < 8; weeks += 1) await page.keyboard.press('ArrowLeft')
  await page.getByText('30 Oct – 5 Nov').waitFor()
  await page.getByRole('button', { name: words.week.earlier, disabled: true }).waitFor()
  await tabTo(words.week.thisWeek)
  await page.keyboard.press('Enter')
  await page.getByText('27 Nov – 3 Dec').waitFor()
  await tabTo(GAME)
  const left = await page.evaluate<number>('scrollY')
  await page.keyboard.press('Enter')
  await arrivedAt(page, GAME)
  await tabTo(words.event.memo)
  await page.keyboard.type('!')
  await page.keyboard.press('ArrowRight')
  await tabTo(words.back)
  await page.keyboard.press('Enter')
  // Leaving saves what was written, and the week stands where it was left.
  await arrivedAt(page, words.week.title)
  await page.getByText(words.event.memoSaved).waitFor()
  expect(await page.evaluate('scrollY')).toBe(left)

  await tabTo('Settings')
  await page.keyboard.press('Enter')
  await arrivedAt(page, words.settings.title)
  await tabTo(words.settings.forget.button)
  await page.keyboard.press('Enter')
  await tabTo(words.settings.forget.yes)
  await page.keyboard.press('Escape')
  expect(await focused()).toBe(words.settings.forget.button)
  await page.keyboard.press('Enter')
  await tabTo(words.settings.forget.yes)
  await page.keyboard.press('Enter')
  await arrivedAt(page, words.welcome.title)
})
