// The reminder app over a real server, from an empty phone to a report: what is done on its screens
// arrives, and what changes there is told.

import { expect, onTestFinished } from 'vitest'
import { WORDS } from '../../src/reminder-app/screens/words.ts'
import type { Json } from '../harness.ts'
import { expectGoodLooks } from './kinds.ts'
import { test } from './page.ts'
import { type Site, site } from './server.ts'

const words = WORDS.ko
const PHONE = { viewport: { width: 390, height: 844 }, locale: 'ko-KR', timezoneId: 'Asia/Seoul' }

/** So many days from today in Seoul. */
const day = (days: number): string =>
  new Date(Date.now() + 9 * 3_600_000 + days * 86_400_000).toISOString().slice(0, 10)

const rows = (time: string, status: string) => `external_id,종류,날짜,시간,제목,상태,경기장,반복
g1,game,${day(2)},${time},개막전,확정,물안개 구장,
g2,game,${day(3)},18:30,둘째 날,${status},물안개 구장,
e1,event,${day(4)},미정,팬 사인회,확정,시청 광장,
s1,event,${day(1)},20:00,공개 훈련,확정,,FREQ=DAILY;COUNT=3
`

const publish = ({ call }: Site, csv: string) =>
  call(
    'POST',
    '/v1/partners/otters/calendars/season/uploads?publish=true&confirm=true',
    new TextEncoder().encode(csv),
  )

async function club(): Promise<Site> {
  const here = await site('http://127.0.0.1')
  const zone = { timezone: 'Asia/Seoul', locale: 'ko' }
  await here.call('PUT', '/v1/partners/otters', { name: '춘천 오터스', ...zone })
  await here.call('PUT', '/v1/partners/otters/calendars/season', { name: '오터스 시즌' })
  await publish(here, rows('18:30', '확정'))
  return here
}

test('from an empty phone to a report', { timeout: 60_000 }, async ({ browser }) => {
  const here = await club()
  const context = await browser.newContext(PHONE)
  onTestFinished(() => context.close())
  context.setDefaultTimeout(15_000)
  const page = await context.newPage()
  const trouble: string[] = []
  page.on('pageerror', ({ message }) => trouble.push(message))
  const press = (name: string) => page.getByRole('button', { name, exact: true }).first().click()
  const link = (name: string) => page.getByRole('link', { name, exact: true }).first()
  const subscription = async () => {
    const { manageUrl } = await page.evaluate<{ manageUrl: string }>(KEPT_CHOICES)
    return `/v1/subscriptions/${manageUrl.split('/').at(-1)}`
  }
  /** Of each event, as the server has it. */
  const laidOver = async () => {
    const { changes } = await here.call('GET', `${await subscription()}/changes`)
    return changes.map(({ event }: Json) => {
      const { hidden, memo, alarms, skipped } = event.mine
      return { hidden, memo, alarms, skipped }
    })
  }

  await page.goto(`${here.url}/app`)
  await page.getByRole('searchbox').fill('ㅇㅌㅅ')
  await press(words.add.followLabel('오터스 시즌'))
  await link('개막전').waitFor()
  await expectGoodLooks(page, PHONE)
  expect(await page.locator('main').innerText()).toContain(words.when.tbd)
  expect(await page.getByRole('link', { name: '공개 훈련' }).count()).toBe(3)

  await link('공개 훈련').click()
  await press(words.event.hideDay)
  await page.getByText(words.event.skipped).waitFor()
  await press(words.close)
  await page.evaluate('history.back()')
  await press(words.week.hidden(1))
  expect(await page.locator('.put-away').count()).toBe(1)

  await link('개막전').click()
  await page.getByLabel(words.event.memo).fill('우산')
  await press(words.event.save)
  await press(words.event.evening)
  await page.getByText(words.event.alarmsSaved(words.event.evening)).waitFor()
  await page.goto(`${here.url}/app#/settings`)
  await page.getByRole('checkbox', { name: words.settings.rules.quiet }).click()
  await page.getByText(words.settings.saved).waitFor()
  await expectGoodLooks(page, PHONE)
  await expect.poll(laidOver).toContainEqual({
    ...{ hidden: false, memo: '우산', alarms: [22.5 * 60], skipped: [] },
  })
  await expect
    .poll(async () => (await here.call('GET', await subscription())).reminders?.quiet)
    .toEqual({ from: '23:00', to: '07:00' })
  await page.getByText(words.settings.phone.none).waitFor()

  await publish(here, rows('14:00', '우천취소'))
  await press(words.status.sync)
  await page.goto(`${here.url}/app#/`)
  await link(words.week.changes(2)).click()
  await page.getByText('14:00').waitFor()
  const told = await page.locator('main').innerText()
  expect(told).toContain(words.changes.what.moved)
  expect(told).toContain(words.changes.what.cancelled)
  await expectGoodLooks(page, PHONE)

  await link('개막전').click()
  await page.getByText('18:30 → 14:00').waitFor()
  expect(await page.locator('.tabs .count').count()).toBe(0)
  await link(words.event.reportLink).click()
  await page.getByLabel(words.event.report.start).fill('15:00')
  await press(words.event.report.send)
  const receipt = await link(words.event.report.receipt).getAttribute('href')
  expect((await fetch(`${here.url}${new URL(receipt ?? '').pathname}`)).status).toBe(200)
  expect(trouble).toEqual([])
})

/** What the store has of the subscription, whatever the screens show. */
const KEPT_CHOICES = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('kalends')
  opening.onerror = reject
  opening.onsuccess = () => {
    const asked = opening.result.transaction('kept').objectStore('kept').get('choices')
    asked.onsuccess = () => { opening.result.close(); resolve(asked.result) }
  }
})`
