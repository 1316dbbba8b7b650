// Publications at a set time: set, taken back, done when the time comes, or told why not.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { publishDue } from '../../src/partners/upload/due.ts'
import { publishUpload } from '../../src/partners/upload/publish-upload.ts'
import { findUpload } from '../../src/storage/uploads.ts'
import type { Kalends } from '../harness.ts'

const FIRST = '날짜,시간,제목\n2026-05-01,18:30,개막\n2026-05-02,18:30,둘째 날\n'
const SECOND = '날짜,시간,제목\n2026-05-01,19:00,개막\n2026-05-02,18:30,둘째 날\n'

/** An upload that waits for its review. */
async function reviewed(kalends: Kalends, file = FIRST, options = {}) {
  const { body } = await kalends.upload('harbour/regatta', file, { publish: 'false', ...options })
  expect(body.status).toBe('ready')
  return `/v1/uploads/${body.id}`
}

const at = (time: string) => `/publication?at=${encodeURIComponent(time)}`

test('an upload is published when its time comes, not before, and once', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const upload = await reviewed(kalends)
  const set = await kalends.admin('POST', `${upload}${at('2026-04-02T10:00:00+09:00')}&reason=개막`)
  expect(set.status).toBe(200)
  expect(set.body).toMatchObject({ status: 'ready', publishAt: '2026-04-02T01:00:00Z' })
  kalends.clock.now = '2026-04-02T00:59:59Z'
  expect(await publishDue(kalends.ports)).toBe(0)
  expect(await kalends.feed('harbour/regatta')).not.toContain('개막')
  kalends.clock.now = '2026-04-02T01:00:00Z'
  expect(await publishDue(kalends.ports)).toBe(1)
  expect(await publishDue(kalends.ports)).toBe(0)
  expect(await kalends.feed('harbour/regatta')).toContain('개막')
  const { body } = await kalends.admin('GET', upload)
  expect(body).toMatchObject({
    ...{ status: 'published', revision: 1, publishedAt: '2026-04-02T01:00:00Z' },
    ...{ publishAt: null, publishNote: null },
  })
  const history = await kalends.admin('GET', '/v1/partners/harbour/calendars/regatta/revisions')
  expect(history.body.revisions[0]).toMatchObject({ author: 'operator', reason: '개막' })
})

test.each([
  ['2026-04-02T10:00:00', '2026-04-02T01:00:00Z'],
  ['2026-04-02T10:00', '2026-04-02T01:00:00Z'],
  ['2026-04-02T10:00:00Z', '2026-04-02T10:00:00Z'],
  ['2026-04-02T10:00:00-0330', '2026-04-02T13:30:00Z'],
  ['2026-04-02T10:00:00 09:00', '2026-04-02T01:00:00Z'],
])('%s of a calendar in Seoul is %s', async (text, publishAt) => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const { body } = await kalends.admin('POST', `${await reviewed(kalends)}${at(text)}`)
  expect(body.publishAt).toBe(publishAt)
})

test.each([
  ['2026-04-01T00:00:00Z', 'past'],
  ['2027-04-03T00:00:00Z', 'far'],
  ['2026-02-30T10:00:00Z', 'unreadable'],
  ['2026-04-02T25:00:00Z', 'unreadable'],
  ['tomorrow', 'unreadable'],
])('%s is refused: %s', async (text, why) => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const upload = await reviewed(kalends)
  const { status, body } = await kalends.admin('POST', `${upload}${at(text)}`)
  expect([status, body.code, body.why]).toEqual([400, 'publication_time', why])
  expect((await kalends.admin('GET', upload)).body.publishAt).toBeNull()
})

test('a time is taken back, as often as one likes, and nothing happens then', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const upload = await reviewed(kalends)
  await kalends.admin('POST', `${upload}${at('2026-04-02T10:00:00')}`)
  for (const _ of [1, 2]) {
    const { status, body } = await kalends.admin('DELETE', `${upload}/publication`)
    expect([status, body.status, body.publishAt]).toEqual([200, 'ready', null])
  }
  kalends.clock.now = '2026-04-03T00:00:00Z'
  expect(await publishDue(kalends.ports)).toBe(0)
  expect((await kalends.admin('POST', `${upload}/publication`)).body.status).toBe('published')
  expect((await kalends.admin('DELETE', `${upload}/publication`)).status).toBe(409)
})

test('when the calendar moved on meanwhile, nothing is published and the upload says so', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const upload = await reviewed(kalends)
  await kalends.admin('POST', `${upload}${at('2026-04-02T10:00:00')}`)
  await kalends.upload('harbour/regatta', SECOND)
  const feed = await kalends.feed('harbour/regatta')
  kalends.clock.now = '2026-04-03T00:00:00Z'
  const error = kalends.ports.log.error
  kalends.ports.log.error = () => {}
  expect(await publishDue(kalends.ports)).toBe(0)
  kalends.ports.log.error = error
  expect(await kalends.feed('harbour/regatta')).toBe(feed)
  const { body } = await kalends.admin('GET', upload)
  expect(body).toMatchObject({ status: 'ready', publishAt: null })
  expect(body.publishNote).toMatchObject({ code: 'calendar_moved_on' })
  expect(body.publishNote.message).toMatch(/0.*1/)
})

test('what is agreed to when the time is set holds at that time', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  await kalends.upload('harbour/regatta', FIRST)
  const emptying = await reviewed(kalends, '날짜,시간,제목\n2026-03-01,18:30,지난 날\n')
  const { status, body } = await kalends.admin('POST', `${emptying}${at('2026-04-02T10:00:00')}`)
  expect([status, body.code]).toEqual([409, 'questions_open'])
  await kalends.admin('POST', `${emptying}${at('2026-04-02T10:00:00')}&confirm=true`)
  kalends.clock.now = '2026-04-02T01:00:00Z'
  expect(await publishDue(kalends.ports)).toBe(1)
})

test('an upload whose publication never ends is given up, so that the others are published', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const upload = await reviewed(kalends)
  await kalends.admin('POST', `${upload}${at('2026-04-02T10:00:00')}`)
  kalends.clock.now = '2026-04-02T01:00:00Z'
  const { db, log } = kalends.ports
  // A database that is gone in the middle, as for a thread that is stopped there.
  const lost = { ...db, query: () => Promise.reject(new Error('SQLITE_BUSY')) }
  const due = { ...kalends.ports, log: { ...log, error: () => {} } }
  for (const _ of [1, 2, 3]) {
    let asked = 0
    const query: typeof db.query = (statement) =>
      asked++ === 0 ? db.query(statement) : lost.query()
    await expect(publishDue({ ...due, db: { ...db, query } })).rejects.toThrow('SQLITE_BUSY')
  }
  expect(await publishDue(due)).toBe(0)
  const { body } = await kalends.admin('GET', upload)
  expect(body.publishNote.code).toBe('file_too_costly')
})

test('a time taken back while it is being kept publishes nothing', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const path = await reviewed(kalends)
  await kalends.admin('POST', `${path}${at('2026-04-02T10:00:00+09:00')}`)
  const upload = await findUpload(kalends.ports.db, null, path.split('/').at(-1) ?? '')
  await kalends.admin('DELETE', `${path}/publication`)
  if (!upload) throw new Error('no upload')
  const terms = { confirm: false, author: 'operator', reason: null }
  const late = publishUpload(kalends.ports, upload, { ...terms, dueAt: upload.publishAt })
  await expect(late).rejects.toThrow('calendar_moved_on')
  expect((await kalends.admin('GET', path)).body).toMatchObject({ status: 'ready' })
  expect(await kalends.feed('harbour/regatta')).not.toContain('개막')
})
