import { expect, test } from 'vitest'
import { harness } from '#harness'

const SEASON = `날짜,시간,홈,원정,경기장,상태
2026-04-02,18:30,하버,등대,하버구장,예정
2026-04-03,18:30,하버,등대,하버구장,예정
2026-04-04,14:00,하버,부두,하버구장,예정
`
const line = (date: string, away: string) => `${date},18:30,하버,${away},하버구장,예정`

test('an upload is published, and the same file again changes nothing', async () => {
  const kalends = await harness()
  const first = await kalends.upload('harbour/regatta', SEASON)
  expect(first.status).toBe(201)
  expect(first.body).toMatchObject({
    ...{ status: 'published', revision: 1, baseRevision: 0 },
    summary: { rows: 3, new: 3, changed: 0, moved: 0, cancelled: 0, unchanged: 0, refused: 0 },
  })
  const feed = await kalends.feed('harbour/regatta')
  kalends.clock.now = '2026-04-02T00:00:00Z'
  const again = await kalends.upload('harbour/regatta', SEASON)
  expect(again.body).toMatchObject({ status: 'published', revision: 1, summary: { unchanged: 3 } })
  expect(await kalends.feed('harbour/regatta')).toBe(feed)
})

test('one bad row, and nothing of the file is published: the feed stays byte for byte', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const feed = await kalends.feed('harbour/regatta')
  const bad = `${SEASON}2026-02-30,18:30,하버,등대,하버구장,예정\n2026-04-09,25:99,하버,부두,하버구장,예정\n`
  const { status, body } = await kalends.upload('harbour/regatta', bad)
  expect(status).toBe(422)
  expect(body).toMatchObject({ status: 'refused', revision: 1, summary: { refused: 2 } })
  expect(body.findings).toEqual([
    expect.objectContaining({ row: 5, column: '날짜', value: '2026-02-30', severity: 'error' }),
    expect.objectContaining({ row: 6, column: '시간', value: '25:99', severity: 'error' }),
  ])
  expect(body.findings[0].message).toContain('2026-02-30')
  expect(await kalends.feed('harbour/regatta')).toBe(feed)
})

test('findings come in the language asked for, else in the partner’s', async () => {
  const kalends = await harness()
  const post = async (language?: string) => {
    const response = await kalends.request('/v1/partners/harbour/calendars/regatta/uploads', {
      method: 'POST',
      headers: {
        authorization: `Bearer ${kalends.ports.config.adminKey}`,
        ...(language ? { 'accept-language': language } : {}),
      },
      body: '날짜,제목\n2026-02-30,개막\n',
    })
    return ((await response.json()) as { findings: { message: string }[] }).findings[0]?.message
  }
  expect(await post()).toMatch(/[가-힣]/)
  expect(await post('en-GB,en;q=0.9')).not.toMatch(/[가-힣]/)
})

test('what was reviewed is what is published', async () => {
  const kalends = await harness()
  const { status, body } = await kalends.upload('harbour/regatta', SEASON, { publish: 'false' })
  expect([status, body.status, body.revision]).toEqual([201, 'ready', 0])
  expect(body.changes).toHaveLength(3)
  const published = await kalends.admin('POST', `/v1/uploads/${body.id}/publication`)
  expect(published).toMatchObject({ status: 200, body: { status: 'published', revision: 1 } })
  expect(published.body.changes).toEqual(body.changes)
  const events = await kalends.admin('GET', '/v1/calendars/harbour/regatta/events')
  const uids = events.body.events.map(({ uid }: { uid: string }) => uid)
  expect(uids.sort()).toEqual(body.changes.map(({ uid }: { uid: string }) => uid).sort())
  expect((await kalends.admin('POST', `/v1/uploads/${body.id}/publication`)).body.code).toBe(
    'upload_not_ready',
  )
})

test('a review of a calendar that moved on is 409, and nothing happens', async () => {
  const kalends = await harness()
  const review = await kalends.upload('harbour/regatta', SEASON, { publish: 'false' })
  await kalends.upload('harbour/regatta', `${SEASON}${line('2026-04-11', '등대')}\n`)
  const feed = await kalends.feed('harbour/regatta')
  const stale = await kalends.admin('POST', `/v1/uploads/${review.body.id}/publication`)
  expect(stale).toMatchObject({ status: 409, body: { code: 'calendar_moved_on', base: 0, now: 1 } })
  expect(await kalends.feed('harbour/regatta')).toBe(feed)
})

test('twenty files at once: each is published whole, in some order', async () => {
  const kalends = await harness()
  const one = (day: number) =>
    `날짜,제목\n2026-05-${String(day).padStart(2, '0')},${day}일의 행사\n`
  const days = Array.from({ length: 20 }, (_, place) => place + 1)
  const answers = await Promise.all(
    days.map((day) => kalends.upload('harbour/regatta', one(day), { mode: 'merge' })),
  )
  expect(answers.map(({ body }) => body.status)).toEqual(days.map(() => 'published'))
  expect(new Set(answers.map(({ body }) => body.revision)).size).toBe(days.length)
  const { body } = await kalends.admin('GET', '/v1/calendars/harbour/regatta/events')
  expect(body.events).toHaveLength(days.length)
})

test('a replacement that cancels more than a fifth of what is ahead asks first', async () => {
  const kalends = await harness()
  const days = Array.from({ length: 28 }, (_, place) => String(place + 1).padStart(2, '0'))
  const file = (from: number) =>
    ['날짜,제목', ...days.slice(from).map((day) => `2026-05-${day},${day}일의 행사`)].join('\n')
  await kalends.upload('harbour/regatta', file(0))
  const few = await kalends.upload('harbour/regatta', file(5))
  expect(few.body).toMatchObject({ status: 'published', summary: { cancelled: 5 } })
  const many = await kalends.upload('harbour/regatta', file(12))
  expect(many).toMatchObject({ status: 201, body: { status: 'ready', revision: 2 } })
  expect(many.body.findings).toEqual([
    expect.objectContaining({ code: 'guard.cancels_many', severity: 'question' }),
  ])
  const unanswered = await kalends.admin('POST', `/v1/uploads/${many.body.id}/publication`)
  expect(unanswered).toMatchObject({ status: 409, body: { code: 'questions_open', count: 1 } })
  const answered = await kalends.upload('harbour/regatta', file(12), { confirm: 'true' })
  expect(answered.body).toMatchObject({ status: 'published', summary: { cancelled: 7 } })
})

test('a replacement that leaves nothing ahead asks first, however small the calendar', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', '날짜,제목\n2026-05-01,개막\n2026-05-02,폐막\n')
  const { body } = await kalends.upload('harbour/regatta', '날짜,제목\n2026-03-01,지난 행사\n')
  expect(body.status).toBe('ready')
  expect(body.findings).toEqual([expect.objectContaining({ code: 'guard.empties' })])
})

test('a row that may be either of two games is asked about; confirm takes it for a new one', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const moved = `날짜,시간,홈,원정\n2026-09-30,18:30,하버,등대\n`
  const asked = await kalends.upload('harbour/regatta', moved, { mode: 'merge' })
  expect(asked.body.status).toBe('ready')
  expect(asked.body.findings[0]).toMatchObject({
    ...{ code: 'identity.ambiguous', severity: 'question', row: 2 },
    message: expect.stringContaining('2026-04-02 18:30'),
  })
  const taken = await kalends.upload('harbour/regatta', moved, { mode: 'merge', confirm: 'true' })
  expect(taken.body).toMatchObject({ status: 'published', summary: { new: 1, moved: 0 } })
})

test('doubtful dates have no default: confirm does not publish them, dateOrder answers them', async () => {
  const kalends = await harness()
  const file = '날짜,제목\n05/06/2026,행사\n'
  const asked = await kalends.upload('harbour/regatta', file, { confirm: 'true' })
  expect(asked).toMatchObject({ status: 201, body: { status: 'ready' } })
  expect(asked.body.findings[0]).toMatchObject({ code: 'date.ambiguous', severity: 'question' })
  const answered = await kalends.upload('harbour/regatta', file, { dateOrder: 'DMY' })
  expect(answered.body.status).toBe('published')
  const { body } = await kalends.admin('GET', '/v1/calendars/harbour/regatta/events')
  expect(body.events[0].start).toBe('2026-06-05')
})

test('JSON uploads speak the names of Event', async () => {
  const kalends = await harness()
  const events = [{ title: '개막식', start: '2026-04-10T18:30:00', location: { name: '하버홀' } }]
  const { body } = await kalends.upload('harbour/regatta', { events })
  expect(body).toMatchObject({ status: 'published', format: 'json', summary: { new: 1 } })
  const unknown = await kalends.upload('harbour/regatta', { events: [{ titel: '개막식' }] })
  expect(unknown.status).toBe(422)
  expect(unknown.body.findings[0].pointer).toBe('/events/0/titel')
})

test('a multipart form is as good as a raw body', async () => {
  const kalends = await harness()
  const form = new FormData()
  form.set('file', new File([SEASON], '시즌.csv'))
  const response = await kalends.request(
    '/v1/partners/harbour/calendars/regatta/uploads?publish=true',
    {
      method: 'POST',
      headers: { authorization: `Bearer ${kalends.ports.config.adminKey}` },
      body: form,
    },
  )
  expect(response.status).toBe(201)
  expect(await response.json()).toMatchObject({ filename: '시즌.csv', summary: { new: 3 } })
})

test('a body over the limit is refused before it is read', async () => {
  const kalends = await harness()
  const { status, body } = await kalends.upload(
    'harbour/regatta',
    new Uint8Array(20 * 1024 * 1024 + 1),
  )
  expect([status, body.code]).toEqual([413, 'too_large'])
})

test('while a date is asked about, nothing is taken to be missing', async () => {
  const kalends = await harness()
  await kalends.upload('harbour/regatta', SEASON)
  const unclear = '날짜,시간,홈,원정\n2026-04-02,18:30,하버,등대\n05/06/2026,18:30,하버,부두\n'
  const { body } = await kalends.upload('harbour/regatta', unclear, { confirm: 'true' })
  expect(body).toMatchObject({ status: 'ready', summary: { cancelled: 0 } })
})

test('a body of settings has a limit of its own', async () => {
  const kalends = await harness()
  const { status, body } = await kalends.admin('PUT', '/v1/partners/harbour', {
    name: '가'.repeat(300_000),
  })
  expect([status, body.code]).toEqual([413, 'too_large'])
})

test('a file overtaken while it was published is compared again, and reviewed as compared last', async () => {
  const kalends = await harness()
  const games = (...dates: string[]) =>
    ['날짜,시간,홈,원정', ...dates.map((date) => `${date},18:30,하버,등대`)].join('\n')
  await kalends.upload('harbour/regatta', games('2026-05-01'), { mode: 'merge' })
  const { db } = kalends.ports
  const batch = db.batch
  // Another game comes in just before the move of the first is written.
  db.batch = async (statements) => {
    db.batch = batch
    await kalends.upload('harbour/regatta', games('2026-05-01', '2026-05-02'), { mode: 'merge' })
    return batch(statements)
  }
  const overtaken = await kalends.upload('harbour/regatta', games('2026-09-30'), { mode: 'merge' })
  expect(overtaken.body).toMatchObject({ status: 'ready', summary: { new: 1, moved: 0 } })
  const path = `/v1/uploads/${overtaken.body.id}`
  expect((await kalends.admin('GET', path)).body.changes).toMatchObject([{ type: 'new' }])
  await kalends.admin('POST', `${path}/publication?confirm=true`)
  const { body } = await kalends.admin('GET', '/v1/calendars/harbour/regatta/events')
  expect(body.events.map(({ start }: { start: string }) => start.slice(0, 10))).toContain(
    '2026-09-30',
  )
})
