import { expect, test } from 'vitest'
import { harness } from '#harness'
import { type Browser, signedInAt } from './console.ts'

const SEASON = `날짜,시간,홈,원정,경기장,상태
2026-04-13,18:30,하버,등대,하버구장,예정
2026-04-24,14:00,하버,부두,하버구장,예정
2026-05-05,미정,하버,선창,하버구장,예정
`
const EVENTS = '/console/calendars/regatta/events'

/** A calendar with a season, and an editor before one of its events. */
async function season(away = '등대') {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const { browser } = await signedInAt(kalends, 'editor')
  const list = await browser.page(`${EVENTS}?q=${encodeURIComponent(away)}`)
  const event = /href="([^"]*\/events\/[^"/]+)" aria-label/.exec(list)?.[1] ?? ''
  await browser.page(event)
  const read = async () => {
    const uid = decodeURIComponent(event.split('/').at(-1) ?? '')
    return (await kalends.admin('GET', `/v1/calendars/harbour/regatta/events/${uid}`)).body.event
  }
  return { kalends, browser, list, event, read }
}

/** Everything the event's form shows, as a browser would send it. */
async function formOf(browser: Browser, event: string): Promise<Record<string, string>> {
  const page = await browser.page(event)
  const form = page.slice(page.indexOf('class="stack wide"'))
  const inputs = [...form.matchAll(/<input name="([^"]+)" type="[^"]*" value="([^"]*)"/g)]
  const rows = inputs.map(([, name = '', value = '']): [string, string] => [name, value])
  const status = /<option value="(\w+)" selected>/.exec(form)?.[1] ?? ''
  return { ...Object.fromEntries(rows), status, repeat: 'none' }
}

test('an event is found by what it is called, and not by what it is not', async () => {
  const { list } = await season()
  expect(list).toContain('하버 vs 등대')
  expect(list).not.toContain('하버 vs 부두')
})

test('rained out with one click: cancelled with its reason, locked, and in the history', async () => {
  const { kalends, browser, event, read } = await season()
  await browser.post(`${event}/acts`, { act: 'rain-out' })
  expect(await read()).toMatchObject({ status: 'cancelled', reason: '우천취소' })
  expect(await kalends.feed('harbour/regatta')).toContain('[취소] 하버 vs 등대')
  const page = await browser.page(event)
  expect(page).toContain('손으로 고친 항목')
  const again = await kalends.upload('harbour/regatta', SEASON)
  expect(again.body.conflicts).toMatchObject([{ field: 'status', kept: 'cancelled' }])
  expect(await read()).toMatchObject({ status: 'cancelled' })
})

test('a lock is taken off, and the next file speaks again', async () => {
  const { kalends, browser, event, read } = await season()
  await browser.post(`${event}/acts`, { act: 'postpone', reason: '폭염' })
  expect(await read()).toMatchObject({ status: 'postponed', reason: '폭염' })
  await browser.post(`${event}/acts`, { act: 'unlock', field: 'status' })
  await kalends.upload('harbour/regatta', SEASON)
  expect(await read()).toMatchObject({ status: 'confirmed' })
})

test('conflicts are settled one after the other: what was settled stays so', async () => {
  const { kalends, browser, event, read } = await season()
  await browser.post(`${event}/acts`, { act: 'rain-out' })
  await browser.post(event, { ...(await formOf(browser, event)), venue: '새 구장' })
  const file = SEASON.replace('하버구장', '옛 구장')
  const review = await kalends.upload('harbour/regatta', file, { publish: 'false', mode: 'merge' })
  const uid = decodeURIComponent(event.split('/').at(-1) ?? '')
  expect(review.body.conflicts).toHaveLength(2)
  const page = `/console/uploads/${review.body.id}`
  for (const { field } of review.body.conflicts) {
    await browser.page(page)
    await browser.post(`${page}/answers`, { do: 'check', takeFile: `${uid}/${field}` })
  }
  await browser.page(page)
  await browser.post(`${page}/publication`, { when: 'now' })
  expect(await read()).toMatchObject({ status: 'confirmed', location: { name: '옛 구장' } })
})

test('moved, sold out, and a time that becomes known', async () => {
  const { browser, event, read } = await season('선창')
  expect(await read()).toMatchObject({ timeTbd: true, start: '2026-05-05' })
  const to = { start_date: '2026-05-06', start_time: '17:00' }
  await browser.post(`${event}/acts`, { act: 'move', ...to })
  expect(await read()).toMatchObject({ timeTbd: false, start: '2026-05-06T17:00:00' })
  await browser.post(`${event}/acts`, { act: 'sold-out' })
  expect(await read()).toMatchObject({ soldOut: true })
  await browser.post(`${event}/acts`, { act: 'not-sold-out' })
  expect(await read()).toMatchObject({ soldOut: false })
})

test('a form that is sent as it was shown changes nothing and locks nothing', async () => {
  const { kalends, browser, event } = await season()
  const before = (await kalends.admin('GET', '/v1/calendars/harbour/regatta')).body.revision
  const fields = await formOf(browser, event)
  expect(fields).toMatchObject({ start_date: '2026-04-13', start_time: '18:30', home: '하버' })
  await browser.post(event, fields)
  const after = await kalends.admin('GET', '/v1/calendars/harbour/regatta')
  expect(after.body.revision).toBe(before)
})

test('one field of the form, and texts in another language', async () => {
  const { kalends, browser, event, read } = await season()
  const fields = await formOf(browser, event)
  await browser.post(event, { ...fields, venue: '새 구장', title_en: 'Harbour v Lighthouse' })
  expect(await read()).toMatchObject({
    location: { name: '새 구장' },
    translations: { en: { title: 'Harbour v Lighthouse' } },
    start: '2026-04-13T18:30:00',
  })
  const uid = decodeURIComponent(event.split('/').at(-1) ?? '')
  const path = `/v1/partners/harbour/calendars/regatta/events/${uid}`
  const { body } = await kalends.admin('GET', path)
  expect(body.event.locked).toEqual(expect.arrayContaining([expect.stringContaining('location')]))
  expect(body.event.locked).not.toContain('start')
})

test('a wrong form is shown again with what was written and what would be right', async () => {
  const { browser, event, read } = await season()
  const fields = await formOf(browser, event)
  const response = await browser.post(event, { ...fields, start_time: '25:99' })
  expect(response.status).toBe(422)
  const page = await response.text()
  expect(page).toContain('value="25:99"')
  expect(page).toContain('role="alert"')
  expect(await read()).toMatchObject({ start: '2026-04-13T18:30:00' })
})

test('every 2nd and 4th Sunday, and one of them not: a supermarket’s closing days', async () => {
  const { kalends, browser } = await season()
  await browser.page(`${EVENTS}/new`)
  const body = new URLSearchParams([
    ...[
      ['csrf', browser.token],
      ['title', '정기 휴무'],
      ['start_date', '2026-04-12'],
      ['all_day', 'yes'],
    ],
    ...[
      ['repeat', 'monthly-day'],
      ['repeatDay', 'SU'],
      ['repeatOrdinal', '2'],
      ['repeatOrdinal', '4'],
    ],
  ] as [string, string][])
  const made = await browser.send(EVENTS, new Response(body))
  expect(made.status).toBe(303)
  const event = made.headers.get('location') ?? ''
  const days = async () => {
    const path = '/v1/calendars/harbour/regatta/events?from=2026-04-01&to=2026-06-30'
    const { body } = await kalends.admin('GET', path)
    return body.events
      .filter(({ title }: { title: string }) => title === '정기 휴무')
      .map(({ start }: { start: string }) => start)
  }
  expect(await days()).toEqual([
    ...['2026-04-12', '2026-04-26', '2026-05-10', '2026-05-24', '2026-06-14', '2026-06-28'],
  ])
  await browser.page(event)
  await browser.post(`${event}/acts`, { act: 'skip', happening: '2026-05-10' })
  expect(await days()).not.toContain('2026-05-10')
  await browser.page(event)
  const moved = { act: 'move', happening: '2026-05-24', start_date: '2026-05-25' }
  await browser.post(`${event}/acts`, moved)
  expect(await days()).toEqual([
    ...['2026-04-12', '2026-04-26', '2026-05-25', '2026-06-14', '2026-06-28'],
  ])
})

test('a mistake is taken out, and gone', async () => {
  const { kalends, browser, event } = await season()
  await browser.post(`${event}/acts`, { act: 'remove' })
  expect((await browser.get(event)).status).toBe(404)
  expect(await kalends.feed('harbour/regatta')).not.toContain('하버 vs 등대')
})
