import { expect, test } from 'vitest'
import { harness } from '#harness'
import { workbook } from '../intake/xlsx/workbook.ts'
import { type Browser, signedInAt } from './console.ts'

const SEASON = `날짜,시간,홈,원정,경기장,상태
2026-04-02,08:30,하버,등대,하버구장,예정
2026-04-13,18:30,하버,등대,하버구장,예정
2026-04-24,14:00,하버,부두,하버구장,예정
`
const BAD = '날짜,시간,제목\n2026-13-05,18:30,개막\n2026-05-06,18:30,<b>둘째</b> 날\n'
const CALENDAR = '/console/calendars/regatta'

/** Gives a file as the page's form does; answers where the browser is led. */
async function give(browser: Browser, file: string, { mode = 'merge', pasted = false } = {}) {
  await browser.page(CALENDAR)
  const form = new FormData()
  form.set('csrf', browser.token)
  form.set('mode', mode)
  if (pasted) form.set('pasted', file)
  else form.set('file', new File([file], '일정.csv', { type: 'text/csv' }))
  const body = new Response(form)
  const response = await browser.send(`${CALENDAR}/uploads`, body)
  return response.headers.get('location') ?? ''
}

test('a file is given, reviewed and published; the history says who', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends, 'editor')
  const review = await give(browser, SEASON)
  expect(review).toMatch(/^\/console\/uploads\/\w+$/)
  const page = await browser.page(review)
  expect(page).toContain('일정.csv')
  expect(page).toContain('하버 vs 등대')
  expect(page).toMatch(/<strong>3<\/strong>\s*새 일정/)
  expect((await kalends.feed('harbour/regatta')).match(/BEGIN:VEVENT/g)).toHaveLength(1)
  await browser.post(`${review}/publication`, { when: 'now', reason: '시즌 시작' })
  expect((await kalends.feed('harbour/regatta')).match(/BEGIN:VEVENT/g)).toHaveLength(3)
  const history = await browser.page(`${CALENDAR}/history`)
  expect(history).toContain('김 대리')
  expect(history).toContain('시즌 시작')
})

test('what was copied from a spreadsheet is pasted as it is', async () => {
  const { browser } = await signedInAt(await harness())
  const review = await give(browser, SEASON.replaceAll(',', '\t'), { pasted: true })
  expect(await browser.page(review)).toMatch(/<strong>3<\/strong>\s*새 일정/)
})

test('neither a file nor a paste is said, not published as nothing', async () => {
  const { browser } = await signedInAt(await harness())
  await browser.page(CALENDAR)
  const response = await browser.post(`${CALENDAR}/uploads`, { pasted: '  ' })
  expect(response.status).toBe(400)
  const page = await response.text()
  expect(page).toContain('파일이 없습니다')
  expect(page).toContain(`action="${CALENDAR}/uploads"`)
})

test('a wrong cell is shown with its value, put right in place, and the text stays text', async () => {
  const { browser } = await signedInAt(await harness())
  const review = await give(browser, BAD)
  const page = await browser.page(review)
  expect(page).toContain('name="cell:2:날짜" value="2026-13-05"')
  await browser.post(`${review}/answers`, { 'cell:2:날짜': '2026-05-05', do: 'check' })
  const again = await browser.page(review)
  expect(again).toMatch(/<strong>2<\/strong>\s*새 일정/)
  expect(again).toContain('&lt;b&gt;둘째&lt;/b&gt; 날')
})

test('a cell that is needed and blank is filled in place', async () => {
  const { browser } = await signedInAt(await harness())
  const blank = '날짜,시간,제목\n2026-05-05,18:30,\n2026-05-06,18:30,둘째 날\n'
  const review = await give(browser, blank)
  expect(await browser.page(review)).toContain('name="cell:2:제목" value=""')
  await browser.post(`${review}/answers`, { 'cell:2:제목': '첫날', do: 'check' })
  expect(await browser.page(review)).toContain('첫날')
})

test('every wrong row is left out by one button; an error sheet names them', async () => {
  const { browser } = await signedInAt(await harness())
  const review = await give(browser, BAD)
  await browser.page(review)
  const sheet = await (await browser.get(`${review}/wrong-rows.csv`)).text()
  expect(sheet).toContain('"2","날짜","2026-13-05"')
  await browser.post(`${review}/answers`, { do: 'leave-all' })
  expect(await browser.page(review)).toMatch(/<strong>1<\/strong>\s*새 일정/)
})

test('what starts within 24 hours stands on top, old and new beside each other', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const { browser } = await signedInAt(kalends)
  const page = await browser.page(await give(browser, SEASON.replace('08:30', '11:00')))
  expect(page).toContain('24시간 안에 시작하는 일정 1개')
  expect(page).toMatch(/<del><bdi>2026\. 4\. 2\.\(목\) 08:30<\/bdi><\/del>/)
  expect(page).toMatch(/<ins><bdi>2026\. 4\. 2\.\(목\) 11:00<\/bdi><\/ins>/)
})

test('many cancellations want their number typed', async () => {
  const kalends = await harness()
  const days = Array.from({ length: 12 }, (_, day) => `2026-06-${day + 10},18:30,행사 ${day}`)
  await kalends.upload('harbour/regatta', ['날짜,시간,제목', ...days].join('\n'))
  const { browser } = await signedInAt(kalends)
  const review = await give(browser, ['날짜,시간,제목', ...days.slice(6)].join('\n'), {
    mode: 'replace',
  })
  expect(await browser.page(review)).toContain('예정된 일정 6개가 취소됩니다')
  const refused = await browser.post(`${review}/publication`, { when: 'now', typed: '7' })
  expect(refused.status).toBe(409)
  expect(await refused.text()).toContain('아무것도 게시되지 않았습니다')
  await browser.page(review)
  await browser.post(`${review}/publication`, { when: 'now', typed: '6' })
  expect(await browser.page(review)).toContain('게시되었습니다')
})

test('a plan that somebody changed meanwhile is shown again, not published', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const review = await give(browser, SEASON)
  const [, plan = ''] = /name="plan" value="([^"]+)"/.exec(await browser.page(review)) ?? []
  await browser.post(`${review}/answers`, { 'cell:2:경기장': '다른 구장' })
  await browser.post(`${review}/publication`, { when: 'now', plan })
  expect(await browser.page(review)).toContain('아직 아무것도 게시되지 않았습니다')
  const [, now = ''] = /name="plan" value="([^"]+)"/.exec(await browser.page(review)) ?? []
  await browser.post(`${review}/publication`, { when: 'now', plan: now })
  expect(await kalends.feed('harbour/regatta')).toContain('다른 구장')
})

test('a publication is set for a time to the second, and taken back', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const review = await give(browser, SEASON)
  await browser.page(review)
  const at = { when: 'later', at: '2026-04-01T18:00:05' }
  expect((await browser.post(`${review}/publication`, at)).status).toBe(303)
  expect(await browser.page(review)).toContain('18:00:05에 게시됩니다')
  await browser.post(`${review}/unscheduled`)
  expect(await browser.page(review)).not.toContain('에 게시됩니다')
})

test('a published file is undone from its own page', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const feed = (await kalends.feed('harbour/regatta')).match(/DTSTART[^\r]*/g)
  const { browser } = await signedInAt(kalends)
  const review = await give(browser, SEASON.replace('14:00', '17:00'))
  await browser.page(review)
  await browser.post(`${review}/publication`, { when: 'now' })
  expect((await kalends.feed('harbour/regatta')).match(/DTSTART[^\r]*/g)).not.toEqual(feed)
  const page = await browser.page(review)
  const undo = /action="([^"]*restoration)"/.exec(page)?.[1] ?? ''
  await browser.post(undo)
  expect((await kalends.feed('harbour/regatta')).match(/DTSTART[^\r]*/g)).toEqual(feed)
})

test('what subscribers saw on a day is what was in force when it ended', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  kalends.clock.now = '2026-04-05T00:00:00Z'
  await kalends.upload('harbour/regatta', SEASON.replace('하버구장', '등대구장'))
  const { browser } = await signedInAt(kalends)
  expect(await browser.page(`${CALENDAR}/history?on=2026-04-02`)).toContain('1번 개정판')
  expect(await browser.page(`${CALENDAR}/history?on=2026-04-05`)).toContain('2번 개정판')
  expect(await browser.page(`${CALENDAR}/history?on=2026-03-05`)).toContain('없었습니다')
  expect((await browser.get(`${CALENDAR}/history?on=2026-02-31x`)).status).toBe(400)
})

test('a viewer sees everything and changes nothing', async () => {
  const kalends = await harness()
  const editor = await signedInAt(kalends, 'editor')
  const review = await give(editor.browser, SEASON)
  const { browser } = await signedInAt(kalends, 'viewer')
  const page = await browser.page(review)
  expect(page).toContain('하버 vs 등대')
  expect(page).not.toContain(`${review}/publication`)
  expect((await browser.post(`${review}/publication`, { when: 'now' })).status).toBe(403)
  expect((await browser.post(`${review}/discarded`)).status).toBe(403)
})

test('in English, the whole of it', async () => {
  const { browser } = await signedInAt(await harness(), 'owner', 'en')
  const page = await browser.page(await give(browser, BAD))
  expect(page).toContain('What is right')
  expect(
    page.replace(
      /일정\.csv|날짜|시간|제목|둘째|날|개막|김 대리|하버|레가타|한국어|4월 1일\(수\)/g,
      '',
    ),
  ).not.toMatch(/[가-힣]/)
})

test('a workbook with a sheet a month is read as a whole, and every row says its sheet', async () => {
  const kalends = await harness()
  const { browser } = await signedInAt(kalends)
  const heads = ['날짜', '제목']
  const book = workbook(
    { name: '4월', rows: [heads, ['2026-04-11', '봄 축제']] },
    { name: '5월', rows: [heads, ['2026-05-01', '노동절'], ['2026-05-32', '없는 날']] },
  )
  const { body } = await kalends.upload('harbour/regatta', book, { publish: 'false' })
  const page = `/console/uploads/${body.id}`
  expect(await browser.page(page)).toContain('<option value="*">제목 줄이 같은 시트 2개 함께')
  await browser.post(`${page}/answers`, { do: 'match', sheet: '*' })
  const asked = await browser.page(page)
  expect(asked).toMatch(/읽을 시트: <bdi>4월, 5월<\/bdi>/)
  expect(asked).toContain('>5월 3</td>')
  const told = await kalends.admin('GET', `/v1/uploads/${body.id}`)
  expect(told.body.findings).toMatchObject([{ row: 5, sheet: '5월', sheetRow: 3 }])
  await browser.post(`${page}/answers`, { do: 'check', 'cell:5:날짜': '2026-05-31' })
  const mended = await browser.page(page)
  expect(mended).toMatch(/봄 축제[\s\S]*4월 2행[\s\S]*노동절[\s\S]*5월 2행/)
})
