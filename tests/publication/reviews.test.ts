import { expect, test } from 'vitest'
import { harness } from '#harness'

const GOOD = '날짜,시간,제목\n2026-05-01,18:30,개막\n2026-05-02,18:30,둘째 날\n'
const BAD = '날짜,시간,제목\n2026-05-01,18:30,개막\n2026-05-32,18:30,둘째 날\n'
const AMBIGUOUS = '날짜,시간,제목\n05/06/2026,18:30,개막\n'

type Kalends = Awaited<ReturnType<typeof harness>>

/** A file as it lies in review, and what can be done with it. */
async function reviewOf(kalends: Kalends, file: string, mode = 'merge') {
  const { body } = await kalends.upload('harbour/regatta', file, { publish: 'false', mode })
  const path = `/v1/uploads/${body.id}`
  return {
    first: body,
    answer: (answers: object) => kalends.admin('PATCH', path, answers),
    read: async () => (await kalends.admin('GET', path)).body,
    publish: () => kalends.admin('POST', `${path}/publication`),
    discard: () => kalends.admin('DELETE', path),
  }
}

test('a wrong cell is put right in place, the file is read again, and published', async () => {
  const kalends = await harness()
  const review = await reviewOf(kalends, BAD)
  expect(review.first).toMatchObject({ status: 'refused', summary: { refused: 1 } })
  const cell = { row: 3, column: '날짜', value: '2026-05-31' }
  const { status, body } = await review.answer({ cells: [cell] })
  expect(status).toBe(200)
  expect(body).toMatchObject({ status: 'ready', findings: [], summary: { new: 2, refused: 0 } })
  expect(body.answers).toEqual({ cells: [cell] })
  expect((await review.publish()).body).toMatchObject({ status: 'published', revision: 1 })
  expect(await kalends.feed('harbour/regatta')).toContain('20260531T')
})

test('a cell that is put right wrongly says so at the same place', async () => {
  const review = await reviewOf(await harness(), BAD)
  const { body } = await review.answer({ cells: [{ row: 3, column: '날짜', value: '2026-06-31' }] })
  expect(body.status).toBe('refused')
  expect(body.findings).toEqual([
    expect.objectContaining({ row: 3, column: '날짜', value: '2026-06-31', severity: 'error' }),
  ])
})

test('good rows are kept: the bad one is left out, and nothing is withdrawn for it', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', GOOD)
  const review = await reviewOf(kalends, BAD, 'replace')
  const { body } = await review.answer({ leaveOut: [3] })
  expect(body).toMatchObject({ status: 'ready', summary: { rows: 1, cancelled: 0, unchanged: 1 } })
})

test('an ambiguous date is answered in review', async () => {
  const review = await reviewOf(await harness(), AMBIGUOUS)
  expect((await review.publish()).body.code).toBe('questions_open')
  const { body } = await review.answer({ dateOrder: 'DMY' })
  expect(body.changes[0].start).toBe('2026-06-05T18:30:00')
  expect((await review.answer({ dateOrder: 'MDY' })).body.changes[0].start).toMatch(/^2026-05-06/)
})

test('a calendar that moved on is compared again by an empty answer', async () => {
  const kalends = await harness()
  const review = await reviewOf(kalends, GOOD)
  await kalends.upload('harbour/regatta', '날짜,시간,제목\n2026-05-01,18:30,개막\n', {
    mode: 'merge',
  })
  expect((await review.publish()).body.code).toBe('calendar_moved_on')
  expect((await review.answer({})).body).toMatchObject({
    ...{ baseRevision: 1, summary: { new: 1, unchanged: 1 } },
  })
  expect((await review.publish()).body).toMatchObject({ status: 'published', revision: 2 })
})

test('answers from two people at once are all kept', async () => {
  const review = await reviewOf(await harness(), BAD.replace('2026-05-01', '2026-05-33'))
  const cell = (row: number) => ({ cells: [{ row, column: '날짜', value: `2026-05-0${row}` }] })
  await Promise.all([review.answer(cell(2)), review.answer(cell(3))])
  expect(await review.read()).toMatchObject({ status: 'ready', summary: { new: 2 } })
})

test('headers that were matched once are known in the next file', async () => {
  const kalends = await harness()
  const strange = (day: number) => `언제,몇 시,무엇을\n2026-05-0${day},18:30,개막 ${day}\n`
  const review = await reviewOf(kalends, strange(1))
  expect(review.first).toMatchObject({ status: 'refused' })
  const columns = { 언제: 'start_date', '몇 시': 'start_time', 무엇을: 'title' }
  expect((await review.answer({ columns })).body).toMatchObject({
    ...{ status: 'ready', summary: { new: 1 } },
  })
  await review.publish()
  const next = await reviewOf(kalends, strange(2))
  expect(next.first).toMatchObject({ status: 'ready', summary: { new: 1 } })
})

test('what was thrown away stays in the list and is published no more', async () => {
  const kalends = await harness()
  const review = await reviewOf(kalends, GOOD)
  expect((await review.discard()).body.status).toBe('discarded')
  expect((await review.publish()).body).toMatchObject({ code: 'upload_not_ready' })
  expect((await review.answer({})).status).toBe(409)
  expect((await review.read()).status).toBe('discarded')
  const published = await kalends.upload('harbour/regatta', GOOD)
  expect(await kalends.admin('DELETE', `/v1/uploads/${published.body.id}`)).toMatchObject({
    ...{ status: 409, body: { code: 'upload_not_ready' } },
  })
})

test('a hundred questions never hide that most of the schedule would be cancelled', async () => {
  const kalends = await harness()
  const days = Array.from({ length: 120 }, (_, day) =>
    new Date(Date.UTC(2026, 5, 1 + day)).toISOString().slice(0, 10),
  )
  const rows = (times: string[], venue: string) =>
    days.flatMap((day, at) => times.map((time) => `${day},${time},행사 ${at},${venue}`))
  const table = (all: string[]) => ['날짜,시간,제목,장소', ...all].join('\n')
  await kalends.upload('harbour/regatta', table(rows(['10:00', '15:00'], '하나')))
  const { first } = await reviewOf(kalends, table(rows(['18:00'], '둘')), 'replace')
  expect(first.findings[0].code).toMatch(/^guard\./)
})

test('what is said of a file has a bound', async () => {
  const review = await reviewOf(await harness(), GOOD)
  const cells = (from: number) =>
    Array.from({ length: 100 }, (_, at) => ({
      row: from + at,
      column: '비고',
      value: 'x'.repeat(2200),
    }))
  expect((await review.answer({ cells: cells(1) })).status).toBe(200)
  expect(await review.answer({ cells: cells(101) })).toMatchObject({
    ...{ status: 413, body: { code: 'too_large' } },
  })
})

test('a publication may name what was looked at, and is refused when somebody answered since', async () => {
  const kalends = await harness()
  const file = '날짜,제목\n2026-06-01,하나\n2026-06-02,둘\n'
  const { body } = await kalends.upload('harbour/regatta', file, { publish: 'false' })
  await kalends.admin('PATCH', `/v1/uploads/${body.id}`, { leaveOut: [3] })
  const publishAs = (plan: string) =>
    kalends.admin('POST', `/v1/uploads/${body.id}/publication?plan=${plan}`)
  expect((await publishAs(body.plan)).body).toMatchObject({ status: 409, code: 'plan_changed' })
  const { body: now } = await kalends.admin('GET', `/v1/uploads/${body.id}`)
  expect((await publishAs(now.plan)).body).toMatchObject({ status: 'published', revision: 1 })
})

test('whose games they are is answered once, and known of the next file', async () => {
  const kalends = await harness()
  const games = (...dates: string[]) =>
    ['날짜,상대팀,홈/원정', ...dates.map((date) => `${date},트윈스,원정`)].join('\n')
  const { body } = await kalends.upload('harbour/regatta', games('2026-06-01'))
  expect(body).toMatchObject({ status: 'ready', findings: [{ code: 'team.unknown' }] })
  const path = `/v1/uploads/${body.id}`
  const answered = await kalends.admin('PATCH', path, { team: '베어스' })
  expect(answered.body.changes).toMatchObject([{ title: '트윈스 vs 베어스' }])
  expect((await kalends.admin('POST', `${path}/publication`)).status).toBe(200)
  const next = await kalends.upload('harbour/regatta', games('2026-06-01', '2026-06-02'))
  expect(next.body).toMatchObject({ status: 'published', summary: { new: 1, unchanged: 1 } })
})
