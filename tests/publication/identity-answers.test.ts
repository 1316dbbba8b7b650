import { expect, test } from 'vitest'
import { harness } from '#harness'

const LEAGUE = 'id,날짜,시간,홈,원정\nA-1,2026-05-01,18:30,LG,두산\nA-2,2026-05-02,18:30,LG,한화\n'
const CLUB =
  'id,날짜,시간,홈,원정\n77,2026-05-01,19:00,LG 트윈스,두산\n78,2026-05-09,14:00,LG 트윈스,삼성\n'
const ADDRESS = 'harbour/regatta'
const EVENTS = '/v1/partners/harbour/calendars/regatta/events'

async function asked() {
  const kalends = await harness()
  const league = await kalends.upload(ADDRESS, LEAGUE)
  const [{ uid }] = league.body.changes
  const { body } = await kalends.upload(ADDRESS, CLUB, { mode: 'merge' })
  return { kalends, uid, body, path: `/v1/uploads/${body.id}` }
}

test('the same game from another source is asked about, with what a page needs to ask', async () => {
  const { uid, body } = await asked()
  expect(body).toMatchObject({
    status: 'ready',
    findings: [
      {
        ...{ code: 'identity.duplicate', severity: 'question', row: 2 },
        question: {
          rows: [2],
          candidates: [{ uid, title: 'LG vs 두산', start: '2026-05-01T18:30:00' }],
          proposed: uid,
        },
      },
    ],
  })
})

test('taken as the same it keeps UID and id, and the next file asks no more', async () => {
  const { kalends, uid, path } = await asked()
  const published = await kalends.admin('POST', `${path}/publication?confirm=true`)
  expect(published.body).toMatchObject({ status: 'published', summary: { new: 1, moved: 1 } })
  const { body } = await kalends.admin('GET', `${EVENTS}/${uid}`)
  expect(body.event).toMatchObject({ aliases: ['77'], facts: { externalId: 'A-1' } })
  const again = await kalends.upload(ADDRESS, CLUB, { mode: 'merge' })
  expect(again.body).toMatchObject({ status: 'published', findings: [], changes: [] })
  const league = await kalends.upload(ADDRESS, LEAGUE, { mode: 'merge' })
  expect(league.body).toMatchObject({ status: 'published', findings: [], summary: { moved: 1 } })
})

test('answered as another one it is new, and nothing is asked any more', async () => {
  const { kalends, path } = await asked()
  const answered = await kalends.admin('PATCH', path, { same: [{ row: 2, uid: null }] })
  expect(answered.body).toMatchObject({ status: 'ready', findings: [], summary: { new: 2 } })
})

test('an answer that names an event is taken', async () => {
  const { kalends, uid, path } = await asked()
  const { body } = await kalends.admin('PATCH', path, { same: [{ row: 2, uid }] })
  expect(body).toMatchObject({ findings: [], changes: [{ uid, type: 'moved' }, { type: 'new' }] })
})

test('an answer that names no event, or one that is taken, counts as none', async () => {
  const { kalends, uid, path } = await asked()
  const unknown = await kalends.admin('PATCH', path, { same: [{ row: 2, uid: 'nobody' }] })
  expect(unknown.body.findings).toMatchObject([
    { code: 'identity.duplicate' },
    { code: 'identity.answer', row: 2, message: expect.stringContaining('nobody') },
  ])
  const both = [2, 3].map((row) => ({ row, uid }))
  const taken = await kalends.admin('PATCH', path, { same: both })
  expect(taken.body.findings).toMatchObject([{ code: 'identity.answer', row: 3 }])
})

test('rows that may be several events are told apart by an answer', async () => {
  const kalends = await harness()
  const table = (...times: string[]) =>
    `날짜,시간,제목\n${times.map((time) => `2026-05-01,${time},공연\n`).join('')}`
  const first = await kalends.upload(ADDRESS, table('14:00', '19:00'))
  const [, evening] = first.body.changes
  const { body } = await kalends.upload(ADDRESS, table('20:00'), { mode: 'merge' })
  expect(body.findings).toMatchObject([
    {
      code: 'identity.ambiguous',
      question: { rows: [2], candidates: [{}, { uid: evening.uid }], proposed: null },
    },
  ])
  const path = `/v1/uploads/${body.id}`
  const same = [{ row: 2, uid: evening.uid }]
  expect((await kalends.admin('PATCH', path, { same })).body).toMatchObject({
    ...{ findings: [], changes: [{ uid: evening.uid, type: 'moved' }] },
  })
})
