import { expect, test } from 'vitest'
import { harness } from '#harness'

const FIRST = '날짜,시간,제목\n2026-05-01,18:30,개막\n2026-05-02,18:30,둘째 날\n'
const SECOND =
  '날짜,시간,제목\n2026-05-01,19:00,개막\n2026-05-02,18:30,둘째 날\n2026-05-03,,셋째 날\n'

interface Told {
  uid: string
  title: string
  start: string
  sequence: number
}

async function seasonOf(kalends: Awaited<ReturnType<typeof harness>>) {
  const { body } = await kalends.admin('GET', '/v1/calendars/harbour/regatta/events')
  return body.events.map(({ uid, title, start, sequence }: Told) => ({
    uid,
    title,
    start,
    sequence,
  }))
}

test('going back revives the same UIDs, raises SEQUENCE, and takes out what came since', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', FIRST)
  const before = await seasonOf(kalends)
  await kalends.upload('harbour/regatta', SECOND)
  const path = '/v1/partners/harbour/calendars/regatta/revisions'
  const restored = await kalends.admin('POST', `${path}/1/restoration?reason=잘못%20올림`)
  expect(restored).toMatchObject({
    status: 201,
    body: { revision: 3, restored: 1, reason: '잘못 올림', summary: { moved: 1, removed: 1 } },
  })
  const after = await seasonOf(kalends)
  expect(after).toEqual([{ ...before[0], sequence: 2 }, before[1]])
  const feed = await kalends.feed('harbour/regatta')
  expect(feed).not.toContain('셋째 날')
  expect(feed).toContain('DTSTART:20260501T093000Z')
})

test('a restoration can itself be undone', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', FIRST)
  await kalends.upload('harbour/regatta', SECOND)
  const path = '/v1/partners/harbour/calendars/regatta/revisions'
  const second = await seasonOf(kalends)
  await kalends.admin('POST', `${path}/1/restoration`)
  await kalends.admin('POST', `${path}/2/restoration`)
  const again = await seasonOf(kalends)
  const without = (events: Told[]) => events.map(({ sequence: _, ...event }) => event)
  expect(without(again)).toEqual(without(second))
})

test('revision 0 is the calendar before its first upload', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', FIRST)
  const path = '/v1/partners/harbour/calendars/regatta/revisions'
  await kalends.admin('POST', `${path}/0/restoration`)
  expect(await seasonOf(kalends)).toEqual([])
  expect((await kalends.feed('harbour/regatta')).match(/BEGIN:VEVENT/g)).toHaveLength(1)
})

test('the present and the future cannot be restored', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', FIRST)
  const path = '/v1/partners/harbour/calendars/regatta/revisions'
  for (const revision of [1, 7]) {
    const { status, body } = await kalends.admin('POST', `${path}/${revision}/restoration`)
    expect([status, body.code]).toEqual([409, 'revision_not_earlier'])
  }
})

test('the history names author, reason and what each revision did', async () => {
  const kalends = await harness()
  const key = (await kalends.admin('POST', '/v1/partners/harbour/keys', { label: '김 대리' })).body
    .key
  await kalends.request(
    '/v1/partners/harbour/calendars/regatta/uploads?publish=true&reason=시즌 개막',
    { method: 'POST', headers: { authorization: `Bearer ${key}` }, body: FIRST },
  )
  const { body } = await kalends.admin('GET', '/v1/partners/harbour/calendars/regatta/revisions')
  expect(body.revisions).toEqual([
    expect.objectContaining({
      ...{ revision: 1, kind: 'upload', author: '김 대리', reason: '시즌 개막' },
      summary: expect.objectContaining({ new: 2 }),
    }),
    expect.objectContaining({ revision: 0, kind: 'creation' }),
  ])
})
