import { expect, test } from 'vitest'
import { harness } from '#harness'
import { signedInAt } from './console.ts'

const SEASONS = '/console/calendars/regatta/seasons'
const SCHEDULE = '날짜,제목\n2026-03-01,지난 경기\n2026-06-01,다음 경기\n'

test('a season is closed: what is over is a file, the address goes on without it', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SCHEDULE)
  const { browser } = await signedInAt(kalends, 'editor')
  expect(await browser.page(SEASONS)).toContain('보관된 시즌이 없습니다')
  const answer = await browser.post(SEASONS, { name: 'spring-2026', before: '2026-03-31' })
  expect(answer.status).toBe(303)
  const page = await browser.page(SEASONS)
  expect(page).toContain('일정 1개')
  const [, archive = ''] = /href="([^"]*spring-2026\.ics)"/.exec(page) ?? []
  expect(await (await kalends.request(archive)).text()).toContain('지난 경기')
  const feed = await kalends.feed('harbour/regatta')
  expect(feed).not.toContain('지난 경기')
  expect(feed).toContain('다음 경기')
})

test('a name that is taken, or nothing that is over, is said', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SCHEDULE)
  const { browser } = await signedInAt(kalends, 'editor')
  await browser.page(SEASONS)
  const none = await browser.post(SEASONS, { name: 'old', before: '2020-01-01' })
  expect([none.status, await none.text()]).toEqual([409, expect.stringContaining('보관할 것이 없')])
  await browser.post(SEASONS, { name: 'spring', before: '2026-03-31' })
  await kalends.upload('harbour/regatta', '날짜,제목\n2026-03-02,또 지난 경기\n', { mode: 'merge' })
  const taken = await browser.post(SEASONS, { name: 'spring', before: '2026-03-31' })
  expect([taken.status, await taken.text()]).toEqual([409, expect.stringContaining('같은 이름의')])
})
