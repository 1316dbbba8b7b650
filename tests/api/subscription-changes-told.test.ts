// What an app is told of a personal feed's changes, and when it has to start again.

import { expect, test } from 'vitest'
import { ADMIN_KEY, type Json } from '../harness.ts'
import {
  choose,
  OVER,
  overlay,
  type Subscribed,
  send,
  subscribed,
} from '../subscriptions/subscribed.ts'

const pathOf = ({ token }: Subscribed, options = '') =>
  `/v1/subscriptions/${token}/changes${options}`

const ask = async (here: Subscribed, options = '') => {
  const { status, body } = await send(here.kalends, 'GET', pathOf(here, options))
  expect([status, body.code]).toEqual([200, undefined])
  return body
}

/** By title in the feed, or `-` and the name in the file of what is gone. */
const told = ({ uids }: Subscribed, { changes }: Json): string[] =>
  changes.map(({ type, uid, event }: Json) =>
    type === 'remove'
      ? `-${Object.entries(uids).find(([, known]) => known === uid)?.[0] ?? uid}`
      : event.mine.title,
  )

test('everything at first, then what became different, as its owner sees it', async () => {
  const here = await subscribed({ alarms: [60], language: 'en' })
  const first = await ask(here)
  expect(told(here, first).sort()).toEqual(
    ['[Cancelled] Children’s Day', 'Fan Day', 'Opening Day', 'Preseason', 'Second Day'].sort(),
  )
  const opening = first.changes.find(({ event }: Json) => event.uid === here.uids.g1).event
  expect(opening).toMatchObject({ title: '개막전', start: '2026-05-01T18:30:00', result: null })
  expect(opening.mine).toEqual({
    title: 'Opening Day',
    hidden: false,
    memo: null,
    alarms: [60],
    skipped: [],
  })
  expect(opening).not.toHaveProperty('occurrences')
  expect(await ask(here, `?since=${first.next}`)).toEqual({
    changes: [],
    next: first.next,
    more: false,
  })
  await overlay(here, here.uids.g1, { memo: '우산' })
  await overlay(here, here.uids.g2, { hidden: true })
  const laid = await ask(here, `?since=${first.next}`)
  expect(told(here, laid)).toEqual(['Opening Day', '-g2'])
  expect(laid.changes[0].event.mine.memo).toBe('우산')
  await choose(here, { results: true, hiddenTeams: ['두산'] })
  const chosen = await ask(here, `?since=${laid.next}`)
  expect(told(here, chosen).sort()).toEqual(
    ['-g1', '-g2', 'Fan Day', 'Preseason', '[Cancelled] Children’s Day'].sort(),
  )
  expect(chosen.changes.find(({ event }: Json) => event?.uid === here.uids.g5).event.result).toBe(
    '3:2',
  )
})

test('with hidden=true what is hidden is told as such', async () => {
  const here = await subscribed()
  await overlay(here, here.uids.g1, { hidden: true })
  const { changes, next } = await ask(here, '?hidden=true')
  const hidden = ({ event }: Json) => [event.uid, event.mine.hidden]
  expect(changes.map(hidden)).toContainEqual([here.uids.g1, true])
  await choose(here, { hiddenTeams: ['KIA'] })
  const later = await ask(here, `?hidden=true&since=${next}`)
  expect(later.changes.map(hidden).filter((each: Json) => each[1])).toEqual(
    [
      [here.uids.g1, true],
      [here.uids.g3, true],
    ].sort(),
  )
})

const SERIES = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//tests//EN
BEGIN:VEVENT
UID:class
DTSTAMP:20260401T000000Z
DTSTART;TZID=Asia/Seoul:20260501T100000
DTEND;TZID=Asia/Seoul:20260501T110000
RRULE:FREQ=DAILY;COUNT=30
SUMMARY:Class
END:VEVENT
BEGIN:VEVENT
UID:class
DTSTAMP:20260401T000000Z
RECURRENCE-ID;TZID=Asia/Seoul:20260502T100000
DTSTART;TZID=Asia/Seoul:20260502T120000
DTEND;TZID=Asia/Seoul:20260502T130000
SUMMARY:Late class
LOCATION:Annexe
END:VEVENT
END:VCALENDAR
`.replaceAll('\n', '\r\n')

test('a series is one entry, with its occurrences where a range is given', async () => {
  const here = await subscribed({ prefix: '📚' }, SERIES)
  const [{ event }] = (await ask(here)).changes
  await overlay(here, event.uid, { skipped: ['2026-05-03'] })
  const range = '&from=2026-05-02&to=2026-05-05'
  const at = (day: string, hour: number) => ({
    ...{ recurrenceId: `2026-05-${day}T10:00:00`, start: `2026-05-${day}T${hour}:00:00` },
    ...{ end: `2026-05-${day}T${hour + 1}:00:00`, startsAt: `2026-05-${day}T${hour}:00:00+09:00` },
    ...{ endsAt: `2026-05-${day}T${hour + 1}:00:00+09:00`, allDay: false, hidden: false },
  })
  const late = {
    ...at('02', 12),
    title: '📚 Late class',
    location: expect.objectContaining({ name: 'Annexe' }),
  }
  const [shown] = (await ask(here, `?hidden=false${range}`)).changes
  expect(shown.event.occurrences).toEqual([late, at('04', 10)])
  expect(shown.event.exdates).toEqual(['2026-05-03T10:00:00'])
  const [all] = (await ask(here, `?hidden=true${range}`)).changes
  expect(all.event.occurrences).toEqual([late, { ...at('03', 10), hidden: true }, at('04', 10)])
  expect(all.event.mine.skipped).toEqual(['2026-05-03'])
  const half = await send(here.kalends, 'GET', pathOf(here, '?from=2026-05-02'))
  expect([half.status, half.body.code]).toEqual([400, 'invalid_request'])
})

/** Its calendar may have a dinner for members, whose key is known. */
async function withDinner() {
  const here = await subscribed()
  const { kalends, token } = here
  await kalends.admin('PUT', '/v1/partners/harbour/audiences/members', { name: '회원' })
  await kalends.request('/v1/partners/harbour/audiences/members/keys', {
    ...{ method: 'POST', body: 'MEMBER-0001', headers: { authorization: `Bearer ${ADMIN_KEY}` } },
  })
  const dinner = (title: string) =>
    kalends.upload(OVER, `날짜,제목,공개 대상\n2026-06-01,${title},members`, { mode: 'merge' })
  return { here, dinner, audiences: `/v1/subscriptions/${token}/audiences` }
}

test('who leaves an audience is told that its events are gone, and nothing of them afterwards', async () => {
  const { here, dinner, audiences } = await withDinner()
  const { kalends } = here
  const { body } = await dinner('만찬')
  const [{ uid }] = body.changes
  const before = await ask(here)
  expect(JSON.stringify(before)).not.toContain(uid)
  await send(kalends, 'PUT', audiences, { partner: 'harbour', key: 'MEMBER-0001' })
  const opened = await ask(here, `?since=${before.next}`)
  expect(told(here, opened)).toContain('만찬')
  await send(kalends, 'DELETE', `${audiences}/harbour/members`)
  const left = await ask(here, `?since=${opened.next}`)
  expect(left.changes.filter((each: Json) => each.type === 'remove')).toEqual([
    { type: 'remove', uid },
  ])
  await dinner('둘째 만찬')
  expect((await ask(here, `?since=${left.next}`)).changes).toEqual([])
  await send(kalends, 'PUT', audiences, { partner: 'harbour', key: 'MEMBER-0001' })
  const again = await ask(here, `?since=${left.next}`)
  await choose(here, { calendars: [OVER] })
  await send(kalends, 'DELETE', `${audiences}/harbour/members`)
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/other', { name: '다른' })
  await choose(here, { calendars: ['harbour/other'] })
  expect(told(here, await ask(here, `?since=${again.next}`))).toContain(`-${uid}`)
})

test('so is who had an audience that its partner removed, though no event was for it by then', async () => {
  const { here, dinner, audiences } = await withDinner()
  const { kalends } = here
  const [{ uid }] = (await dinner('만찬')).body.changes
  await send(kalends, 'PUT', audiences, { partner: 'harbour', key: 'MEMBER-0001' })
  const { next } = await ask(here)
  const path = '/v1/partners/harbour'
  await kalends.admin('DELETE', `${path}/calendars/regatta/events/${uid}`)
  const removed = await kalends.admin('DELETE', `${path}/audiences/members`)
  expect(removed.status).toBe(204)
  expect(told(here, await ask(here, `?since=${next}`))).toContain(`-${uid}`)
})

test('a token of another subscription, flag, future or past is gone; what is no token is refused', async () => {
  const here = await subscribed()
  const later = { clock: '2026-04-02T00:00:00Z' }
  const refused = async (of: Subscribed, since: string, options = '') =>
    (await send(of.kalends, 'GET', pathOf(of, `?since=${since}${options}`))).body.code
  const { next } = await ask(here)
  const other = await send(here.kalends, 'POST', '/v1/subscriptions', { calendars: [OVER] })
  expect(await refused({ ...here, token: other.body.token }, next)).toBe('token_gone')
  expect(await refused(here, next, '&hidden=true')).toBe('token_gone')
  for (const text of ['x', '', 'bnVsbA', `${next}x`, '%00'])
    expect(await refused(here, text)).toBe('token_invalid')
  const turned = await send(here.kalends, 'POST', `/v1/subscriptions/${here.token}/rotation`)
  expect(await refused(here, next)).toBe('subscription_ended')
  const anew = { ...here, token: turned.body.token }
  expect((await ask(anew, `?since=${next}`)).changes).toEqual([])
  await here.kalends.upload(OVER, '날짜,제목\n2026-06-01,새 일정', { mode: 'merge' })
  const future = (await ask(anew, `?since=${next}`)).next
  await here.kalends.admin('PUT', '/v1/partners/harbour/calendars/regatta', {
    ...{ name: '레가타', calendar: 'races' },
  })
  expect(await refused(anew, future)).toBe('token_gone')
  // The same names again, since names are minted in their order: a backup of an hour before.
  const restored = await subscribed()
  expect(restored.token).toBe(here.token)
  expect((await ask(restored, `?since=${next}`)).changes).toEqual([])
  expect(await refused(restored, future)).toBe('token_gone')
  // And the same number again, which is of another publication.
  restored.kalends.clock.now = later.clock
  await restored.kalends.upload(OVER, '날짜,제목\n2026-06-02,다른 일정', { mode: 'merge' })
  await choose(restored, { prefix: '⛵' })
  expect(await refused(restored, future)).toBe('token_gone')
  await restored.kalends.upload(OVER, '날짜,제목\n2026-06-03,셋째 일정', { mode: 'merge' })
  expect(await refused(restored, future)).toBe('token_gone')
})
