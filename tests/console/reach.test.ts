// Whom a change reaches: on the calendar's page, in review, in the history, and as JSON.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Kalends } from '../harness.ts'
import { GOOGLE, homes, pollAll, SEASON } from '../ledger/polls.ts'
import { signedInAt } from './console.ts'

const CALENDAR = '/console/calendars/regatta'
const PATH = '/v1/partners/harbour/calendars/regatta'

/** Ten phones and Google; then a change, which eight of the phones have fetched. */
async function reached(): Promise<Kalends> {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  for (const hour of ['01', '03']) {
    kalends.clock.now = `2026-04-01T${hour}:00:00Z`
    await pollAll(kalends, [...homes(10), { agent: GOOGLE }])
  }
  await kalends.upload('harbour/regatta', SEASON.replace('18:30,개막', '19:00,개막'))
  kalends.clock.now = '2026-04-01T05:00:00Z'
  await pollAll(kalends, homes(8))
  return kalends
}

test('the calendar’s page says how many are subscribed, through what, and how many have it', async () => {
  const { browser } = await signedInAt(await reached())
  const page = await browser.page(CALENDAR)
  expect(page).toContain('11명 이상이 구독하고 있습니다.')
  expect(page).toContain('80%가 받음 (10명 중 8명)')
  expect(page).toMatch(/Google Calendar<\/th><td>1명 이상<\/td>\s*<td>[^<]*<\/td>\s*<td>1</)
  expect(page).toMatch(/Apple Calendar \(iPhone, iPad\)<\/th><td>10명<\/td>/)
})

test('a review says whom its publication reaches; the history, who has each revision', async () => {
  const kalends = await reached()
  const { browser } = await signedInAt(kalends, 'owner', 'en')
  const { body } = await kalends.upload('harbour/regatta', '날짜,제목\n2026-05-09,셋째 날\n', {
    ...{ publish: 'false', mode: 'merge' },
  })
  expect(await browser.page(`/console/uploads/${body.id}`)).toContain(
    'At least 11 people are subscribed.',
  )
  const history = await browser.page(`${CALENDAR}/history`)
  expect(history).toContain('80 % (8/10)')
  expect(history).toContain('100 % (10/10)')
})

test('before anybody came, nothing is claimed', async () => {
  const { browser } = await signedInAt(await harness())
  expect(await browser.page(CALENDAR)).toContain('아직 확인된 구독자가 없습니다.')
})

test('the same as JSON, for who may read the partner', async () => {
  const kalends = await reached()
  const { status, body } = await kalends.admin('GET', `${PATH}/reach`)
  expect(status).toBe(200)
  expect(body).toMatchObject({
    ...{ partner: 'harbour', calendar: 'regatta', revision: 2, at: '2026-04-01T05:00:00Z' },
    ...{ subscribers: 11, atLeast: true, personal: 0, devices: 10, services: ['google'] },
    families: [
      { family: 'google', fetchedAt: '2026-04-01T03:00:00Z', revision: 1, fetches: 2 },
      { family: 'apple-ios', fetchedAt: '2026-04-01T05:00:00Z', revision: 2, fetches: 28 },
    ],
    revisions: [
      { revision: 2, have: 8, of: 10, percent: 80 },
      { revision: 1, have: 10, of: 10, percent: 100 },
      { revision: 0, percent: 100 },
    ],
  })
  expect((await kalends.request(`${PATH}/reach`)).status).toBe(401)
})
