// Reporting with nothing but a browser: forms, their mistakes, and the receipt's page.

import { expect, test } from 'vitest'
import { mintName } from '../../src/mint.ts'
import { REPORTS_PER_BLOCK } from '../../src/web/quota.ts'
import { withoutToken } from '../../src/web/secret-paths.ts'
import type { Kalends } from '../harness.ts'
import { pollAll } from '../ledger/polls.ts'
import { decide, harbour, queue, report } from './reporting.ts'

const HERE = { origin: 'https://kalends.example', 'sec-fetch-site': 'same-origin' }

async function page(kalends: Kalends, path: string, headers: Record<string, string> = {}) {
  const response = await kalends.request(path, { headers: { accept: 'text/html', ...headers } })
  return { status: response.status, text: await response.text(), headers: response.headers }
}

async function send(
  kalends: Kalends,
  path: string,
  fields: Record<string, string>,
  headers: Record<string, string> = {},
) {
  const type = { 'content-type': 'application/x-www-form-urlencoded', accept: 'text/html' }
  const body = new URLSearchParams(fields).toString()
  const init = { method: 'POST', headers: { ...type, ...HERE, ...headers }, body }
  const response = await kalends.request(path, init)
  const location = response.headers.get('location') ?? ''
  return {
    status: response.status,
    text: await response.text(),
    location,
    headers: response.headers,
  }
}

const FILLED = { start_date: '2026-05-01', start_time: '18:30', end_time: '' }

test('the form shows what was seen and what is now; what was corrected already is said first', async () => {
  const { kalends, uids } = await harbour()
  const path = `/harbour/regatta/${uids[0]}/report`
  const fresh = await page(kalends, `${path}?r=1`)
  expect(fresh.text).toContain('value="18:30"')
  expect(fresh.text).not.toContain('이미 고쳐졌습니다')
  expect(fresh.headers.get('cache-control')).toBe('private, no-store')
  const event = `/v1/partners/harbour/calendars/regatta/events/${uids[0]}`
  await kalends.admin('PATCH', event, { start: '2026-05-01T20:00' })
  const stale = await page(kalends, `${path}?r=1`)
  expect(stale.text).toContain('이미 고쳐졌습니다')
  expect(stale.text).toMatch(/<del>보신 내용: <bdi>[^<]*18:30/)
  expect(stale.text).toMatch(/<ins><bdi>[^<]*20:00/)
  expect((await page(kalends, `${path}?r=2`)).text).not.toContain('이미 고쳐졌습니다')
  expect((await page(kalends, `${path}?r=nonsense`)).status).toBe(200)
  expect((await page(kalends, `${path}?lang=en`)).text).toContain('Report a wrong event')
  await kalends.admin('DELETE', event)
  expect((await page(kalends, `${path}?r=1`)).text).toContain('이미 캘린더에서 빠졌습니다')
})

test('the form speaks of the event in the reader’s language, the receipt by a named clock', async () => {
  const { kalends, uids } = await harbour()
  await kalends.admin('PATCH', `/v1/partners/harbour/calendars/regatta/events/${uids[0]}`, {
    translations: { en: { title: 'Opening game', location: 'Jamsil' } },
  })
  const path = `/harbour/regatta/${uids[0]}/report`
  const { text } = await page(kalends, `${path}?lang=en`)
  expect(text).toMatch(/<dd><bdi>Opening game<.*<dd><bdi>Jamsil</s)
  // What is sent stays in the words of the schedule.
  expect(text).toContain('value="개막"')
  const { location } = await send(kalends, path, { kind: 'time', ...FILLED, start_time: '20:00' })
  const receipt = (await page(kalends, `${location}?lang=en`)).text
  expect(receipt).toMatch(/Sent: <time datetime="[^"]*\+09:00">[^<]*\(Korean time\)</)
  expect(receipt).toContain('data-copy="address"')
})

test('a form becomes a report with a receipt; only what differs is suggested', async () => {
  const { kalends, uids } = await harbour()
  const path = `/harbour/regatta/${uids[0]}/report`
  const source = 'https://example.com/공지'
  const fields = { kind: 'time', r: '1', ...FILLED, start_time: '20:00', note: '한 줄\r\n두 줄' }
  const { status, location } = await send(kalends, path, { ...fields, source })
  expect([status, location]).toEqual([303, expect.stringMatching(/^\/my\/reports\/[a-z0-9]{44}$/)])
  const [entry] = await queue(kalends)
  expect(entry).toMatchObject({
    ...{ suggestion: { start: '2026-05-01T20:00:00' }, revisionSeen: 1, note: '한 줄\n두 줄' },
    source: 'https://example.com/%EA%B3%B5%EC%A7%80',
  })
  const receipt = await page(kalends, location)
  expect(receipt.text).toContain('확인을 기다리고 있습니다')
  expect(receipt.text).toContain(`https://kalends.example${location}`)
  expect(receipt.headers.get('x-robots-tag')).toBe('noindex')
  await decide(kalends, entry.id, 'acceptance')
  const done = await page(kalends, `${location}?lang=en`)
  expect(done.text).toContain('thanks to you')
  expect(done.text).toContain('when their calendar apps next refresh')
})

test('the receipt tells how many have the correction, once they do', async () => {
  const { kalends, uids } = await harbour()
  const fields = { kind: 'cancelled', status: 'cancelled', ...FILLED }
  const { location } = await send(kalends, `/harbour/regatta/${uids[0]}/report`, fields)
  const [{ id }] = await queue(kalends)
  const pollAt = (hour: number, homes: number[]) => {
    kalends.clock.now = `2026-04-01T0${hour}:00:00Z`
    return pollAll(
      kalends,
      homes.map((home) => ({ home })),
    )
  }
  for (const hour of [1, 2]) await pollAt(hour, [1, 2, 3])
  await decide(kalends, id, 'acceptance')
  expect((await page(kalends, location)).text).toContain('다음에 새로 고칠 때')
  for (const hour of [3, 4]) await pollAt(hour, [1, 2])
  expect((await page(kalends, location)).text).toContain('구독자 3명 가운데 2명의')
})

test('a missing event is reported from the calendar’s page', async () => {
  const { kalends } = await harbour()
  const path = '/harbour/regatta/report'
  expect((await page(kalends, path)).text).toContain('빠진 일정 제보')
  const fields = { title: '추가 경기', start_date: '2026-05-09', start_time: '', location: '광주' }
  expect((await send(kalends, path, fields)).status).toBe(303)
  expect((await queue(kalends))[0]).toMatchObject({
    ...{ kind: 'missing', uid: null, title: '추가 경기' },
    suggestion: { start: '2026-05-09', title: '추가 경기', location: '광주' },
  })
})

test('an end that is earlier on the clock is on the next day', async () => {
  const { kalends } = await harbour()
  const fields = { title: '밤샘', start_date: '2026-05-09', start_time: '22:00', end_time: '02:00' }
  await send(kalends, '/harbour/regatta/report', fields)
  expect((await queue(kalends))[0].suggestion).toMatchObject({ end: '2026-05-10T02:00:00' })
})

const MISTAKES: [string, Record<string, string>, string, string][] = [
  ['nothing chosen', { ...FILLED }, 'kind', '하나를 골라'],
  ['nothing differs', { kind: 'time', ...FILLED }, 'start_date', '맞는 날짜나 시간'],
  ['no such day', { kind: 'time', ...FILLED, start_date: '2026-02-30' }, 'start_date', '다시 확인'],
  ['nothing told', { kind: 'other', title: '개막', location: '잠실' }, 'note', '무엇이 틀렸는지'],
  ['no link', { kind: 'cancelled', source: 'javascript:alert(1)' }, 'source', 'https://'],
]

test.each(MISTAKES)(
  'a mistake is told, and what was entered is kept: %s',
  async (_, fields, name, words) => {
    const { kalends, uids } = await harbour()
    const told = { ...fields, note: fields.kind === 'cancelled' ? '<b>메모</b>' : '' }
    const { status, text } = await send(kalends, `/harbour/regatta/${uids[0]}/report`, told)
    expect([status, text.includes(words)]).toEqual([422, true])
    if (name !== 'kind') expect(text).toMatch(new RegExp(`name="${name}"[^>]*aria-invalid`))
    if (fields.start_date) expect(text).toContain(`value="${fields.start_date}"`)
    expect(text).not.toContain('<b>메모')
    expect(await queue(kalends)).toEqual([])
  },
)

test('a program that fills in every field is refused, and another site’s form too', async () => {
  const { kalends, uids } = await harbour()
  const path = `/harbour/regatta/${uids[0]}/report`
  const fields = { kind: 'cancelled', ...FILLED }
  expect((await send(kalends, path, { ...fields, homepage: 'https://spam' })).status).toBe(422)
  const foreign: Record<string, string>[] = [
    { 'sec-fetch-site': 'cross-site' },
    { 'sec-fetch-site': 'same-site' },
    { 'sec-fetch-site': '', origin: 'https://evil.example' },
  ]
  for (const headers of foreign)
    expect((await send(kalends, path, fields, headers)).status).toBe(403)
  expect(await queue(kalends)).toEqual([])
})

test('from one network so many an hour, by form and API together; the form says when again', async () => {
  const { kalends, uids } = await harbour()
  const path = `/harbour/regatta/${uids[0]}/report`
  const from = (last: number) => ({ 'cf-connecting-ip': `203.0.113.${last}` })
  const fields = (at: number) => ({
    kind: 'other',
    note: `말 ${at}`,
    title: '개막',
    location: '잠실',
  })
  for (let at = 0; at < REPORTS_PER_BLOCK; at += 1)
    expect((await send(kalends, path, fields(at), from(at))).status).toBe(303)
  const refused = await send(kalends, path, fields(99), from(99))
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([429, '3600'])
  expect(refused.headers.get('ratelimit')).toBe('"reports";r=0;t=3600')
  expect(refused.text).toContain('60분 뒤에')
  expect(refused.text).toContain('말 99')
  const english = await send(kalends, `${path}?lang=en`, fields(99), from(99))
  expect(english.text).toContain('Try again in 60 minutes')
  const elsewhere = { 'cf-connecting-ip': '198.51.100.7' }
  expect((await send(kalends, path, fields(99), elsewhere)).status).toBe(303)
  kalends.clock.now = '2026-04-01T01:00:00Z'
  expect((await send(kalends, path, fields(100), from(1))).status).toBe(303)
})

test('what is refused uses nothing up', async () => {
  const { kalends, uids } = await harbour()
  const here = { 'cf-connecting-ip': '203.0.113.7' }
  const wrong = [
    { uid: uids[0], kind: 'cancelled', revision: 7 },
    { uid: 'nobody@example.com', kind: 'cancelled' },
  ]
  for (let at = 0; at < REPORTS_PER_BLOCK; at += 1)
    for (const given of wrong)
      expect([400, 404]).toContain((await report(kalends, given, here)).status)
  const taken = await report(kalends, { uid: uids[0], kind: 'cancelled' }, here)
  expect([taken.status, taken.headers.get('ratelimit')]).toEqual([
    201,
    `"reports";r=${REPORTS_PER_BLOCK - 1};t=3600`,
  ])
})

test('addresses that are none, and a UID that no event can have', async () => {
  const { kalends } = await harbour()
  const none = ['/harbour/regatta/none/report', '/harbour/none/report', '/nobody/regatta/report']
  for (const path of [...none, '/my/reports/none', `/my/reports/${'a'.repeat(44)}`, '/v1/x/report'])
    expect([path, (await page(kalends, path)).status]).toEqual([path, 404])
  expect(mintName().length).toBeGreaterThan('report'.length)
})

test('a receipt is a secret: logs and messages have its address without it', () => {
  const receipt = mintName() + mintName()
  for (const path of ['/my/reports/', '/v1/reports/'])
    expect(withoutToken(`${path}${receipt}`)).toBe(`${path}…`)
})
