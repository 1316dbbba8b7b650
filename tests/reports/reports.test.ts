// Somebody says that an event is wrong: nothing happens to the feed until a person accepts it.

import { expect, test } from 'vitest'
import { KEPT_DAYS, MAX_OPEN_REPORTS, REPORTS_PER_HOUR } from '../../src/reports/file.ts'
import type { Json } from '../harness.ts'
import { decide, harbour, outcome, queue, report } from './reporting.ts'

const AT_EIGHT = { start: '2026-05-01T20:00' }

test('a wrong time is reported, accepted and published, and its reporter sees it', async () => {
  const { kalends, uids } = await harbour()
  const before = await kalends.feed('harbour/regatta')
  const source = 'https://example.com/notice'
  const given = { uid: uids[0], revision: 1, kind: 'time', suggestion: AT_EIGHT, source }
  const { status, body } = await report(kalends, { ...given, note: '공지를 봤어요' })
  expect([status, body.status]).toEqual([201, 'open'])
  expect(body.receipt.length * 5).toBeGreaterThanOrEqual(128)
  expect(body.receiptUrl).toBe(`https://kalends.example/my/reports/${body.receipt}`)
  expect(await kalends.feed('harbour/regatta')).toBe(before)
  expect(await outcome(kalends, body.receipt)).toMatchObject({
    ...{ status: 'open', uid: uids[0], revision: 1, kind: 'time', note: '공지를 봤어요', source },
    ...{ suggestion: { start: '2026-05-01T20:00:00' }, others: 0, correctedIn: null },
  })
  const [entry] = await queue(kalends)
  expect(entry).toMatchObject({
    ...{ title: '개막', reports: 1, calendar: 'regatta' },
    fields: [{ field: 'start', now: '2026-05-01T18:30:00', suggested: '2026-05-01T20:00:00' }],
  })
  const accepted = await decide(kalends, entry.id, 'acceptance')
  expect(accepted.body).toMatchObject({ revision: 2, event: { uid: uids[0], locked: ['start'] } })
  const after = await kalends.feed('harbour/regatta')
  expect(after).toContain('DTSTART:20260501T110000Z')
  expect(after.match(/UID:/g)).toEqual(before.match(/UID:/g))
  expect(after).not.toContain('공지를')
  expect(await outcome(kalends, body.receipt)).toMatchObject({ status: 'accepted', correctedIn: 2 })
  const { entries } = (await kalends.admin('GET', '/v1/partners/harbour/audit')).body
  expect(entries.map(({ action }: Json) => action)).toEqual(
    expect.arrayContaining(['edit', 'report.accepted']),
  )
})

test('an accepted report about a missing event adds it; later files leave it in place', async () => {
  const { kalends } = await harbour()
  const suggestion = { title: '추가 경기', start: '2026-05-09T14:00', location: '광주' }
  const { body } = await report(kalends, { kind: 'missing', suggestion })
  const [entry] = await queue(kalends)
  const { body: accepted } = await decide(kalends, entry.id, 'acceptance')
  expect(accepted.event.facts).toMatchObject({ title: '추가 경기', location: { name: '광주' } })
  expect(await kalends.feed('harbour/regatta')).toContain('추가 경기')
  expect(await outcome(kalends, body.receipt)).toMatchObject({ status: 'accepted', correctedIn: 2 })
  expect((await queue(kalends, 'accepted'))[0]).toMatchObject({ uid: accepted.event.uid })
})

test('what is right may be said otherwise than it was suggested; what cannot be read decides nothing', async () => {
  const { kalends, uids } = await harbour()
  const { body } = await report(kalends, { uid: uids[0], kind: 'cancelled' })
  const [{ id }] = await queue(kalends)
  const wrong = await decide(kalends, id, 'acceptance', { start: '2026-05-41' })
  expect([wrong.status, wrong.body.event]).toEqual([422, null])
  expect((await outcome(kalends, body.receipt)).status).toBe('open')
  const right = await decide(kalends, id, 'acceptance', { status: 'postponed', reason: '강풍' })
  expect(right.body.event.facts).toMatchObject({ status: 'postponed', reason: '강풍' })
})

test('a day alone moves an event and leaves its time; of a series one day is meant', async () => {
  const { kalends, uids } = await harbour()
  await report(kalends, { uid: uids[0], kind: 'time', suggestion: { start: '2026-05-07' } })
  const [one] = await queue(kalends)
  const moved = await decide(kalends, one.id, 'acceptance')
  expect(moved.body.event.facts).toMatchObject({ start: '2026-05-07T18:30:00' })
  const series = { title: '훈련', start: '2026-06-01T10:00', rrule: 'FREQ=WEEKLY;COUNT=5' }
  const events = '/v1/partners/harbour/calendars/regatta/events'
  const made = await kalends.admin('POST', events, series)
  const day = { happening: '2026-06-08' }
  await report(kalends, { uid: made.body.event.uid, kind: 'cancelled', suggestion: day })
  const [two] = await queue(kalends)
  const { body } = await decide(kalends, two.id, 'acceptance')
  expect(body.event.facts).toMatchObject({
    ...{ status: 'confirmed' },
    overrides: [{ recurrenceId: '2026-06-08T10:00:00', facts: { status: 'cancelled' } }],
  })
})

test('a rejection has a reason; decided is decided', async () => {
  const { kalends, uids } = await harbour()
  const { body } = await report(kalends, { uid: uids[0], kind: 'time', suggestion: AT_EIGHT })
  const [{ id }] = await queue(kalends)
  const before = await kalends.feed('harbour/regatta')
  expect((await decide(kalends, id, 'rejection', { reason: '  ' })).status).toBe(400)
  const rejected = await decide(kalends, id, 'rejection', { reason: 'already_right' })
  expect(rejected.body).toMatchObject({ status: 'rejected', decidedBy: 'operator' })
  expect(await outcome(kalends, body.receipt)).toMatchObject({
    ...{ status: 'rejected', reason: 'already_right', correctedIn: null },
  })
  for (const [how, given] of [
    ['acceptance', undefined],
    ['rejection', { reason: 'unclear' }],
  ] as const)
    expect((await decide(kalends, id, how, given)).body.code).toBe('report_decided')
  expect(await kalends.feed('harbour/regatta')).toBe(before)
})

test('where the calendar moved on, or somebody decided meanwhile, nothing is half-applied', async () => {
  const { kalends, uids } = await harbour()
  await report(kalends, { uid: uids[0], kind: 'time', suggestion: AT_EIGHT })
  const [{ id }] = await queue(kalends)
  const late = await decide(kalends, id, 'acceptance?ifRevision=0')
  expect([late.status, late.body.code]).toEqual([409, 'calendar_moved_on'])
  expect((await queue(kalends)).map((each) => each.id)).toEqual([id])
  // The other decision falls between the look at the report and the batch.
  const { db } = kalends.ports
  const batch = db.batch.bind(db)
  let others = 0
  db.batch = async (statements) => {
    if (others === 0 && statements.length > 4) {
      others += 1
      await decide(kalends, id, 'rejection', { reason: 'unclear' })
    }
    return batch(statements)
  }
  const beaten = await decide(kalends, id, 'acceptance')
  expect([others, beaten.status, beaten.body.code]).toEqual([1, 409, 'report_decided'])
  expect(await kalends.feed('harbour/regatta')).not.toContain('DTSTART:20260501T110000Z')
  const { body } = await kalends.admin('GET', '/v1/calendars/harbour/regatta')
  expect(body.revision).toBe(1)
})

test('what was corrected already was corrected by its own revision, not by those since', async () => {
  const { kalends, uids } = await harbour()
  const { body } = await report(kalends, { uid: uids[0], kind: 'time', suggestion: AT_EIGHT })
  const path = '/v1/partners/harbour/calendars/regatta/events'
  await kalends.admin('PATCH', `${path}/${uids[0]}`, AT_EIGHT)
  await kalends.admin('PATCH', `${path}/${uids[1]}`, { title: '다른 날' })
  const [{ id }] = await queue(kalends)
  expect((await decide(kalends, id, 'acceptance')).status).toBe(200)
  expect((await outcome(kalends, body.receipt)).correctedIn).toBe(2)
})

test('what was corrected already may be accepted without a revision', async () => {
  const { kalends, uids } = await harbour()
  const { body } = await report(kalends, { uid: uids[0], kind: 'time', suggestion: AT_EIGHT })
  const path = `/v1/partners/harbour/calendars/regatta/events/${uids[0]}`
  await kalends.admin('PATCH', path, AT_EIGHT)
  const [{ id, fields }] = await queue(kalends)
  expect(fields).toEqual([])
  expect((await decide(kalends, id, 'acceptance')).body.revision).toBe(2)
  expect(await outcome(kalends, body.receipt)).toMatchObject({ status: 'accepted', correctedIn: 2 })
})

const BAD: [string, object, string][] = [
  ['no event', { kind: 'time', suggestion: AT_EIGHT }, '/uid'],
  ['nothing said', { uid: 'UID', kind: 'time' }, '/suggestion/start'],
  [
    'no such day',
    { uid: 'UID', kind: 'time', suggestion: { start: '2026-02-30' } },
    '/suggestion/start',
  ],
  [
    'an end before',
    { uid: 'UID', kind: 'time', suggestion: { start: '2026-05-02', end: '2026-05-01' } },
    '/suggestion/end',
  ],
  [
    'a field of another kind',
    { uid: 'UID', kind: 'time', suggestion: { title: '새 제목' } },
    '/suggestion/title',
  ],
  ['no name', { kind: 'missing', suggestion: { start: '2026-05-02' } }, '/suggestion/title'],
  ['no day', { kind: 'missing', suggestion: { title: '빠짐' } }, '/suggestion/start'],
  [
    'a script for a source',
    { uid: 'UID', kind: 'cancelled', source: 'javascript:alert(1)' },
    '/source',
  ],
  [
    'a file for a source',
    { uid: 'UID', kind: 'cancelled', source: 'file:///etc/passwd' },
    '/source',
  ],
  ['a note alone that is blank', { uid: 'UID', kind: 'other', note: ' \u200b ' }, '/note'],
  ['too long a note', { uid: 'UID', kind: 'other', note: 'ㅋ'.repeat(1001) }, '/note'],
  ['a revision to come', { uid: 'UID', kind: 'cancelled', revision: 7 }, '/revision'],
  ['a calendar by half', { uid: 'UID', kind: 'cancelled', calendar: 'harbour' }, '/calendar'],
]

test.each(BAD)('refused, and told where: %s', async (_, given, place) => {
  const { kalends, uids } = await harbour()
  const named = Object.entries(given).map(([key, value]) => [
    key,
    value === 'UID' ? uids[0] : value,
  ])
  const { status, body } = await report(kalends, Object.fromEntries(named))
  expect([status, body.place]).toEqual([400, place])
  expect(await queue(kalends)).toEqual([])
})

test('markup stays text, letter by letter, and reaches no feed', async () => {
  const { kalends, uids } = await harbour()
  const before = await kalends.feed('harbour/regatta')
  const note = '<script>alert(1)</script>\u202e\n& <b>굵게</b>\u0000'
  await report(kalends, { uid: uids[0], kind: 'other', note, suggestion: { title: '<b>개막</b>' } })
  const [entry] = await queue(kalends)
  expect(entry.note).toBe('<script>alert(1)</script>\n& <b>굵게</b>')
  expect(entry.suggestion.title).toBe('<b>개막</b>')
  expect(await kalends.feed('harbour/regatta')).toBe(before)
})

test('a flood of different reports fills one calendar’s queue to its bound, and no other’s', async () => {
  const { kalends, uids } = await harbour()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/other', { name: '다른' })
  const before = await kalends.feed('harbour/regatta')
  const flood = (at: number) => report(kalends, { uid: uids[0], kind: 'other', note: `스팸 ${at}` })
  const answers: number[] = []
  for (let at = 0; at <= MAX_OPEN_REPORTS; at += 1) answers.push((await flood(at)).status)
  expect(answers.filter((status) => status === 201)).toHaveLength(MAX_OPEN_REPORTS)
  const refused = await flood(-1)
  expect([refused.status, refused.body.code]).toEqual([429, 'reports_full'])
  expect(refused.headers.get('retry-after')).toBe('86400')
  // What is in the queue already may be said by more people.
  expect((await flood(3)).status).toBe(201)
  const elsewhere = { calendar: 'harbour/other', kind: 'missing' }
  const missing = { ...elsewhere, suggestion: { title: '빠짐', start: '2026-05-01' } }
  expect((await report(kalends, missing)).status).toBe(201)
  expect(await queue(kalends)).toHaveLength(MAX_OPEN_REPORTS + 1)
  expect(await kalends.feed('harbour/regatta')).toBe(before)
}, 60_000)

test('so many an hour of one calendar, whoever sends them', async () => {
  const { kalends, uids } = await harbour()
  const said = { uid: uids[0], kind: 'time', suggestion: AT_EIGHT }
  for (let at = 0; at < REPORTS_PER_HOUR; at += 1) await report(kalends, said)
  expect((await report(kalends, said)).body.code).toBe('reports_full')
  kalends.clock.now = '2026-04-01T01:00:01Z'
  expect((await report(kalends, said)).status).toBe(201)
}, 60_000)

test('a receipt is forgotten long after its report was decided, an open one never', async () => {
  const { kalends, uids } = await harbour()
  const said = { uid: uids[0], kind: 'time', suggestion: AT_EIGHT }
  const [one, two] = [await report(kalends, said), await report(kalends, said)]
  const open = await report(kalends, { uid: uids[1], kind: 'cancelled' })
  const [, { id }] = await queue(kalends)
  await decide(kalends, id, 'rejection', { reason: 'unclear' })
  kalends.clock.now = new Date(Date.parse('2026-04-01T00:00:01Z') + KEPT_DAYS * 86_400_000)
    .toISOString()
    .replace('.000', '')
  await report(kalends, { uid: uids[2], kind: 'cancelled' })
  const found = [one, two, open].map(({ body }) => outcome(kalends, body.receipt))
  expect((await Promise.all(found)).map(({ status }) => status)).toEqual([404, 404, 'open'])
})
