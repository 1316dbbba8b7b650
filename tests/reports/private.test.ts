// Members report what only they see; nobody else learns that there is anything to report, nor from a
// receipt what was said.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { withoutToken } from '../../src/web/secret-paths.ts'
import { ADMIN_KEY, type Json } from '../harness.ts'
import { decide, queue } from './reporting.ts'

const FILE = `날짜,시간,제목,장소,공개 대상
2026-05-01,18:30,개막,잠실,
2026-05-02,19:00,회원의 밤,한강 라운지,members
2026-05-03,19:00,후원자 만찬,남산 홀,patrons
`
const HERE = { origin: 'https://kalends.example', 'sec-fetch-site': 'same-origin' }

async function club() {
  const kalends = await harness()
  const audiences = '/v1/partners/harbour/audiences'
  await kalends.admin('PUT', `${audiences}/members`, { name: '회원' })
  await kalends.admin('PUT', `${audiences}/patrons`, { name: '후원자' })
  const { body } = await kalends.upload('harbour/regatta', FILE)
  const [, night = '', dinner = ''] = body.changes.map(({ uid }: Json) => uid as string)
  const authorization = `Bearer ${ADMIN_KEY}`
  await kalends.request(`${audiences}/members/keys`, {
    ...{ method: 'POST', body: 'CARD-0001', headers: { authorization } },
  })
  const subscribe = async () =>
    (await kalends.admin('POST', '/v1/subscriptions', { calendars: ['harbour/regatta'] })).body
      .token as string
  const [member, stranger] = [await subscribe(), await subscribe()]
  const key = { partner: 'harbour', key: 'CARD-0001' }
  await kalends.admin('PUT', `/v1/subscriptions/${member}/audiences`, key)
  /** With a suggestion, a note and a place that are as private as the event. */
  const report = (path: string, uid: string) =>
    kalends.admin('POST', path, {
      ...{ calendar: 'harbour/regatta', uid, kind: 'other' },
      ...{ suggestion: { location: '반포 라운지' }, note: '암구호는 바다' },
    })
  const through = (token: string) => `/v1/subscriptions/${token}/reports`
  const text = async (path: string) => {
    const response = await kalends.request(path, { headers: { accept: 'text/html' } })
    return { status: response.status, text: await response.text() }
  }
  return { kalends, night, dinner, member, stranger, report, through, text }
}

/** What a member must not find said to anybody else. */
const SECRETS = /회원의 밤|한강|반포|암구호|members|회원 전용/

test('a member reports from the event in the feed; the partner sees that it is private', async () => {
  const { kalends, night, member, text } = await club()
  const { text: feed } = await text(`/feeds/my/${member}.ics`)
  const path = `/my/${member}/${night}/report`
  expect(feed.replace(/\r\n /g, '')).toContain(`https://kalends.example${path}?r=1`)
  expect((await text(`/my/${member}/${night}`)).text).toContain(`href="${path}?r=1"`)
  const form = await text(`${path}?r=1`)
  expect([form.status, form.text]).toEqual([200, expect.stringContaining('회원의 밤')])
  expect(form.text).toContain(`action="${path}"`)
  const sent = await kalends.request(path, {
    ...{
      method: 'POST',
      headers: { ...HERE, 'content-type': 'application/x-www-form-urlencoded' },
    },
    body: new URLSearchParams({
      kind: 'other',
      r: '1',
      title: '회원의 낮',
      location: '한강 라운지',
    }),
  })
  const location = sent.headers.get('location') ?? ''
  expect([sent.status, location]).toEqual([303, expect.stringMatching(`^/my/${member}/reports/`)])
  expect((await text(location)).text).toMatch(/회원의 밤[\s\S]*회원의 낮/)
  const [entry] = await queue(kalends)
  expect(entry).toMatchObject({
    ...{ title: '회원의 밤', audience: 'members', revisionSeen: 1 },
    fields: [{ field: 'title', now: '회원의 밤', suggested: '회원의 낮' }],
  })
  await decide(kalends, entry.id, 'acceptance')
  expect((await text(`/feeds/my/${member}.ics`)).text).toContain('회원의 낮')
  expect((await text(location)).text).toContain('덕분에 일정이 고쳐졌습니다')
})

test('who may not see an event is answered as if there were none, whichever way is tried', async () => {
  const { kalends, night, dinner, member, stranger, report, through, text } = await club()
  const api = async (path: string, uid: string) => {
    const { status, body } = await report(path, uid)
    return JSON.stringify([status, body])
  }
  const page = async (path: string, uid: string) =>
    JSON.stringify(await text(`${path}/${uid}/report?r=1`))
  const tried: [typeof api, string, string][] = [
    [api, through(member), dinner],
    [page, `/my/${member}`, dinner],
    [api, through(stranger), night],
    [page, `/my/${stranger}`, night],
    [api, '/v1/reports', night],
    [page, '/harbour/regatta', night],
  ]
  for (const [ask, path, hidden] of tried) {
    const unknown = `x${hidden.slice(1)}`
    const answer = await ask(path, hidden)
    expect(answer).toContain('404')
    expect(answer.replaceAll(hidden, 'UID')).toBe(
      (await ask(path, unknown)).replaceAll(unknown, 'UID'),
    )
  }
  expect(await queue(kalends)).toEqual([])
})

test('revisions are counted as everybody counts them: one for members alone has no number of its own', async () => {
  const { kalends, member, stranger, text } = await club()
  await kalends.upload('harbour/regatta', FILE.replace('19:00,회원', '20:00,회원'))
  const { body } = await kalends.admin(
    'GET',
    '/v1/calendars/harbour/regatta/events?from=2026-04-01',
  )
  const [{ uid }] = body.events
  const form = (r: number) => text(`/harbour/regatta/${uid}/report?r=${r}`)
  const field = async (r: number) => /name="r" value="(.*?)"/.exec((await form(r)).text)?.[1]
  expect(await Promise.all([1, 2, 3].map(field))).toEqual(['1', '', ''])
  const status = async (path: string, revision: number) => {
    const seen = { calendar: 'harbour/regatta', uid, kind: 'cancelled', revision }
    return (await kalends.admin('POST', path, seen)).status
  }
  for (const whose of ['', `/subscriptions/${stranger}`, `/subscriptions/${member}`]) {
    expect(await status(`/v1${whose}/reports`, 2)).toBe(400)
    expect(await status(`/v1${whose}/reports`, 1)).toBe(201)
  }
})

test('a receipt of a private event tells a stranger what was decided and nothing else', async () => {
  const { kalends, night, member, stranger, report, through, text } = await club()
  const { body } = await report(through(member), night)
  const { receipt, receiptUrl } = body
  expect(receiptUrl).toBe(`https://kalends.example/my/${member}/reports/${receipt}`)
  const [{ id }] = await queue(kalends)
  await decide(kalends, id, 'rejection', { reason: '암구호는 바꿀 수 없습니다' })
  const withheld = {
    ...{ status: 'rejected', withheld: true, calendar: 'harbour/regatta', uid: null, kind: null },
    ...{ revision: null, suggestion: {}, note: null, source: null, reason: null, others: 0 },
    ...{ correctedIn: null, reached: null },
  }
  for (const path of [`/v1/reports/${receipt}`, `${through(stranger)}/${receipt}`])
    expect((await kalends.admin('GET', path)).body).toMatchObject(withheld)
  for (const path of [`/my/reports/${receipt}`, `/my/${stranger}/reports/${receipt}`]) {
    const page = await text(path)
    expect([page.status, page.text]).toEqual([200, expect.stringContaining('반영하지 않았습니다')])
    expect(page.text).not.toMatch(SECRETS)
    expect(page.text).not.toContain(night)
  }
  const own = (await kalends.admin('GET', `${through(member)}/${receipt}`)).body
  expect(own).toMatchObject({ withheld: false, uid: night, note: '암구호는 바다' })
  expect(own.reason).toContain('암구호')
  // Once the card is gone, so is what was seen with it.
  await kalends.admin('DELETE', '/v1/partners/harbour/audiences/members/keys')
  expect((await kalends.admin('GET', `${through(member)}/${receipt}`)).body).toMatchObject(withheld)
  const { body: again } = await report(through(member), night)
  expect(again.code).toBe('not_found')
  expect(withoutToken(`/my/${member}/reports/${receipt}`)).toBe('/my/…/reports/…')
  expect(withoutToken(`${through(member)}/${receipt}`)).toBe('/v1/subscriptions/…/reports/…')
})

test('what members say is no part of what others said before the event was theirs', async () => {
  const { kalends, member, report, through } = await club()
  const { body } = await kalends.admin(
    'GET',
    '/v1/calendars/harbour/regatta/events?from=2026-04-01',
  )
  const [{ uid }] = body.events
  const before = (await report('/v1/reports', uid)).body.receipt
  await kalends.upload('harbour/regatta', FILE.replace('잠실,', '잠실,members'))
  expect((await report(through(member), uid)).status).toBe(201)
  const told = (await kalends.admin('GET', `/v1/reports/${before}`)).body
  expect(told).toMatchObject({ withheld: false, note: '암구호는 바다', others: 0 })
  expect((await queue(kalends)).map(({ audience }) => audience)).toEqual(['members', 'members'])
})
