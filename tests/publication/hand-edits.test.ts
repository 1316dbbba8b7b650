import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json, Kalends } from '../harness.ts'

const FILE =
  '날짜,시간,홈,원정,장소\n2026-05-01,18:30,곰,범,한강\n2026-05-02,18:30,매,닻,한강\n2026-05-03,,곰,매,한강\n'
const EVENTS = '/v1/partners/harbour/calendars/regatta/events'

async function season(): Promise<{ kalends: Kalends; uids: string[] }> {
  const kalends = await harness()
  const { body } = await kalends.upload('harbour/regatta', FILE)
  expect(body).toMatchObject({ status: 'published', summary: { new: 3 } })
  return { kalends, uids: body.changes.map(({ uid }: { uid: string }) => uid) }
}

const edit = (kalends: Kalends, uid: string | undefined, body: object, query = '') =>
  kalends.admin('PATCH', `${EVENTS}/${uid}${query}`, body)

test('a rain-out in one call: cancelled with its reason, in the feed at once', async () => {
  const { kalends, uids } = await season()
  const { status, body } = await edit(kalends, uids[0], { status: '우천취소' }, '?reason=비')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    revision: 2,
    event: {
      facts: { status: 'cancelled', reason: '우천취소' },
      ...{ sequence: 1, locked: ['reason', 'status'] },
    },
  })
  expect(await kalends.feed('harbour/regatta')).toContain('[취소] 곰 vs 범')
  const history = await kalends.admin('GET', '/v1/partners/harbour/calendars/regatta/revisions')
  expect(history.body.revisions[0]).toMatchObject({
    ...{ kind: 'edit', author: 'operator', reason: '비', summary: { cancelled: 1 } },
  })
})

test('what was done by hand survives the next file, which is told so', async () => {
  const { kalends, uids } = await season()
  await edit(kalends, uids[0], { start: '2026-05-09T14:00' })
  await edit(kalends, uids[1], { home: '매들', location: { name: '남강' } })
  await edit(kalends, uids[2], { start_time: '17:00' })
  const again = await kalends.upload('harbour/regatta', FILE)
  expect(again.body).toMatchObject({
    ...{ status: 'published', changes: [], summary: { unchanged: 3 } },
    conflicts: [
      { uid: uids[0], row: 2, field: 'start', kept: '2026-05-09T14:00:00' },
      { uid: uids[1], row: 3, field: 'home', kept: '매들', offered: '매' },
      { uid: uids[1], row: 3, field: 'location.name', kept: '남강', offered: '한강' },
      { uid: uids[1], row: 3, field: 'title', kept: '매들 vs 닻', offered: '매 vs 닻' },
      { uid: uids[2], row: 4, field: 'start', kept: '2026-05-03T17:00:00', offered: '2026-05-03' },
    ],
  })
  const [finding] = again.body.findings
  expect(finding).toMatchObject({ code: 'field.locked', severity: 'warning', row: 2 })
  expect(finding.message).toContain('2026-05-09T14:00:00')
})

test('in review the file may be right after all', async () => {
  const { kalends, uids } = await season()
  await edit(kalends, uids[0], { start: '2026-05-09T14:00' })
  const review = await kalends.upload('harbour/regatta', FILE, { publish: 'false' })
  const path = `/v1/uploads/${review.body.id}`
  const answered = await kalends.admin('PATCH', path, { takeFile: [`${uids[0]}/start`] })
  expect(answered.body).toMatchObject({ conflicts: [], changes: [{ uid: uids[0], type: 'moved' }] })
  await kalends.admin('POST', `${path}/publication`)
  const { body } = await kalends.admin('GET', `${EVENTS}/${uids[0]}`)
  expect(body.event).toMatchObject({ locked: [], facts: { start: '2026-05-01T18:30:00' } })
  expect(body.history).toMatchObject([
    { revision: 3, kind: 'upload', uploadId: review.body.id },
    { revision: 2, kind: 'edit', fields: [{ field: 'start', to: '2026-05-09T14:00:00' }] },
    { revision: 1, kind: 'upload', fields: [] },
  ])
})

test('a field that is unlocked is the files’ again', async () => {
  const { kalends, uids } = await season()
  await edit(kalends, uids[0], { title: '개막전', soldOut: true })
  const unlocked = await edit(kalends, uids[0], { unlock: ['title'] })
  expect(unlocked.body.event).toMatchObject({ locked: ['soldOut'], facts: { title: '개막전' } })
  const { body } = await kalends.upload('harbour/regatta', FILE)
  expect(body.changes).toMatchObject([{ uid: uids[0], fields: [{ field: 'title' }] }])
})

test('an event made by hand stays whatever a replacing file lacks; one taken out stays out', async () => {
  const { kalends, uids } = await season()
  const added = await kalends.admin('POST', EVENTS, { title: '팬 미팅', start: '2026-05-05 15:00' })
  expect(added).toMatchObject({ status: 201, body: { event: { facts: { allDay: false } } } })
  expect(await kalends.admin('DELETE', `${EVENTS}/${uids[1]}`)).toMatchObject({
    ...{ status: 200, body: { event: { removed: true, locked: ['removed'] } } },
  })
  const again = await kalends.upload('harbour/regatta', FILE)
  expect(again.body).toMatchObject({
    ...{ status: 'published', changes: [] },
    conflicts: [{ uid: uids[1], row: 3, field: 'removed', kept: true, offered: false }],
  })
  const feed = await kalends.feed('harbour/regatta')
  expect(feed).toContain('팬 미팅')
  expect(feed).not.toContain('매 vs 닻')
})

test('a replacing file that lacks an event whose status was set by hand does not cancel it', async () => {
  const { kalends, uids } = await season()
  await edit(kalends, uids[0], { status: 'postponed' })
  const rest = FILE.split('\n').filter((line) => !line.startsWith('2026-05-01'))
  const { body } = await kalends.upload('harbour/regatta', rest.join('\n'))
  expect(body).toMatchObject({ status: 'published', changes: [] })
})

test('what cannot be read is told as an upload would tell it', async () => {
  const { kalends, uids } = await season()
  const wrong = await edit(kalends, uids[0], { start: '2026-13-01', status: '모름' })
  expect(wrong).toMatchObject({
    status: 422,
    body: {
      ...{ revision: 1, event: null },
      findings: [
        { code: 'status.unknown', pointer: '/status', value: '모름' },
        { code: 'date.invalid', pointer: '/start' },
      ],
    },
  })
  expect((await edit(kalends, uids[0], { 제목: 'x' })).body).toMatchObject({
    code: 'invalid_request',
  })
  const taken = { externalId: uids[1], title: '개막', start: '2026-05-01' }
  const refused = await kalends.admin('POST', EVENTS, taken)
  expect(refused.body.findings).toMatchObject([{ code: 'uid.taken', pointer: '/externalId' }])
})

test('삭제 as a status takes an event out; what is made cannot be removed', async () => {
  const { kalends, uids } = await season()
  const gone = await edit(kalends, uids[0], { status: '삭제' })
  expect(gone).toMatchObject({ status: 200, body: { event: { removed: true } } })
  expect((await edit(kalends, uids[0], { soldOut: true })).status).toBe(404)
  const none = await kalends.admin('POST', EVENTS, {
    title: '없음',
    start: '2026-05-01',
    status: '삭제',
  })
  expect(none).toMatchObject({ status: 422, body: { findings: [{ pointer: '/status' }] } })
})

test('at another revision than the one looked at, nothing is done', async () => {
  const { kalends, uids } = await season()
  await edit(kalends, uids[0], { soldOut: true }, '?ifRevision=1')
  const late = await edit(kalends, uids[1], { soldOut: true }, '?ifRevision=1')
  expect(late).toMatchObject({ status: 409, body: { code: 'calendar_moved_on', base: 1, now: 2 } })
})

test('two edits at the same time are both published', async () => {
  const { kalends, uids } = await season()
  const both = await Promise.all(
    uids.slice(0, 2).map((uid) => edit(kalends, uid, { soldOut: true })),
  )
  expect(both.map(({ body }) => body.revision).sort()).toEqual([2, 3])
})

test('one happening of a series: changed, and another taken out', async () => {
  const kalends = await harness()
  const series = { title: '요가', start: '2026-05-04T10:00', rrule: 'FREQ=WEEKLY;COUNT=4' }
  const { body } = await kalends.upload('harbour/regatta', { events: [series] })
  const [{ uid }] = body.changes
  const changed = await edit(kalends, uid, { recurrenceId: '2026-05-11T10:00', title: '야외 요가' })
  expect(changed.body.event).toMatchObject({ locked: ['overrides.2026-05-11T10:00:00'] })
  const gone = await kalends.admin('DELETE', `${EVENTS}/${uid}?recurrenceId=2026-05-18T10:00:00`)
  expect(gone.body.event).toMatchObject({ facts: { exdates: ['2026-05-18T10:00:00'] } })
  // The file moves the class to the evening; what was said of a day is said of it still.
  const evening = { events: [{ ...series, start: '2026-05-04T19:00' }] }
  expect((await kalends.upload('harbour/regatta', evening)).body).toMatchObject({
    status: 'published',
  })
  const { body: told } = await kalends.admin(
    'GET',
    '/v1/calendars/harbour/regatta/events?from=2026-05-01&to=2026-06-01',
  )
  expect(told.events.map(({ title, start }: Json) => `${start} ${title}`)).toEqual([
    ...['2026-05-04T19:00:00 요가', '2026-05-11T19:00:00 야외 요가', '2026-05-25T19:00:00 요가'],
  ])
  const none = await edit(kalends, uid, { recurrenceId: '2026-05-12T10:00', title: '없음' })
  expect(none.status).toBe(404)
})

test('going back brings back what was locked then', async () => {
  const { kalends, uids } = await season()
  await edit(kalends, uids[0], { title: '개막전' })
  await edit(kalends, uids[0], { soldOut: true })
  const path = '/v1/partners/harbour/calendars/regatta/revisions/2/restoration'
  await kalends.admin('POST', path)
  const { body } = await kalends.admin('GET', `${EVENTS}/${uids[0]}`)
  expect(body.event).toMatchObject({
    locked: ['title'],
    facts: { title: '개막전', soldOut: false },
  })
})
