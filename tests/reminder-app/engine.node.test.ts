// The engine of the reminder app over the application itself: from nothing to a calendar, what is
// readable offline, what became different, and what the server refuses.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import { enteredOf, wishOf } from '../../src/reminder-app/screens/report-wish.ts'
import { deviceOn, following, joining, YEAR } from './devices.ts'

const SEASON = `external_id,날짜,시간,제목,상태,경기장,title_en,반복
g1,2026-05-01,18:30,개막전,확정,물안개 구장,Opening game,
g2,2026-05-02,14:00,둘째 날,확정,,,
g3,2026-05-09,,팬 축제,확정,,,
s1,2026-05-04,19:00,훈련,확정,,Training,FREQ=DAILY;COUNT=4
`
const REGATTA = 'harbour/regatta'

async function season(file = SEASON) {
  const kalends = await harness()
  await kalends.upload(REGATTA, file)
  return kalends
}

test('from nothing: found, followed, read again offline and after a restart', async () => {
  const kalends = await season()
  const device = deviceOn(kalends)
  const { engine, at } = device
  await engine.start()
  expect(engine.state).toMatchObject({ subscription: 'none', waiting: 0, push: 'unsupported' })
  expect(await engine.search('레가')).toEqual([
    { calendar: REGATTA, name: '레가타', partnerName: '하버', followed: false },
  ])
  await engine.follow(REGATTA)
  expect(engine.state.subscription).toBe('here')
  await engine.sync()
  expect(engine.state).toMatchObject({ waiting: 0, syncedAt: kalends.clock.now, problem: null })

  at.online = false
  const again = await device.reopen()
  const happenings = await again.happenings(...YEAR)
  expect(happenings.map(({ title, startsAt }) => [title, startsAt])).toEqual([
    ['Opening game', '2026-05-01T09:30:00Z'],
    ['둘째 날', '2026-05-02T05:00:00Z'],
    ...[4, 5, 6, 7].map((day) => ['Training', `2026-05-0${day}T10:00:00Z`]),
    ['팬 축제', '2026-05-08T15:00:00Z'],
  ])
  expect(await again.event(happenings[0]?.uid ?? '', null)).toMatchObject({
    ...{ start: '2026-05-01T18:30:00', location: '물안개 구장', series: false },
    page: `https://kalends.example/${REGATTA}/${happenings[0]?.uid}`,
  })
  expect(await again.calendars()).toMatchObject([
    { name: '레가타', partnerName: '하버', next: { title: 'Opening game' } },
  ])
  expect(await again.differences()).toEqual([])
  expect((await again.links())?.webcalUrl).toMatch(/^webcal:\/\/kalends\.example\/feeds\/my\//)
})

test('followed calendars bear the names of the language that is read, also offline', async () => {
  const kalends = await season()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/regatta', {
    ...{ name: '레가타', translations: { en: { name: 'Regatta' } } },
  })
  const { engine, at } = await following(kalends)
  expect((await engine.calendars()).map(({ name }) => name)).toEqual(['Regatta'])
  at.online = false
  at.language = 'ko'
  expect((await engine.calendars()).map(({ name }) => name)).toEqual(['레가타'])
})

test('a week is what overlaps it, whatever is long', async () => {
  const kalends = await season(
    'external_id,날짜,종료일,시간,제목\nx,2026-05-01,2026-06-20,,긴 전시\ny,2026-05-12,,10:00,하루\n',
  )
  const { engine } = await following(kalends)
  const titles = async (from: string, to: string) =>
    (await engine.happenings(from, to)).map(({ title }) => title)
  expect(await titles('2026-05-11T15:00:00Z', '2026-05-18T15:00:00Z')).toEqual(['긴 전시', '하루'])
  expect(await titles('2026-05-12T01:00:00Z', '2026-05-12T01:30:00Z')).toEqual(['긴 전시', '하루'])
  expect(await titles('2026-06-21T15:00:00Z', '2026-06-28T15:00:00Z')).toEqual([])
})

test('what became different since it was looked at: once for each event, told until it is seen', async () => {
  const kalends = await season()
  const { engine } = await following(kalends)
  kalends.clock.now = '2026-04-02T00:00:00Z'
  const later = SEASON.replace('2026-05-01,18:30', '2026-05-01,19:00')
    .replace('둘째 날,확정', '둘째 날,취소')
    .replace(/s1.*\n/, '')
  await kalends.upload(REGATTA, `${later}g9,2026-06-01,18:30,추가 경기,확정,,,\n`)
  await engine.sync()
  const told = async () =>
    (await engine.differences()).map(({ what, title, before, after }) => [
      ...[what, title, before?.startsAt ?? null, after?.startsAt ?? null],
    ])
  expect((await told()).sort()).toEqual([
    ['cancelled', 'Training', '2026-05-04T10:00:00Z', '2026-05-04T10:00:00Z'],
    ['cancelled', '둘째 날', '2026-05-02T05:00:00Z', '2026-05-02T05:00:00Z'],
    ['moved', 'Opening game', '2026-05-01T09:30:00Z', '2026-05-01T10:00:00Z'],
    ['new', '추가 경기', null, '2026-06-01T09:30:00Z'],
  ])
  await kalends.upload(REGATTA, SEASON, { mode: 'merge' })
  await engine.sync()
  // Back where it was: nothing to tell. Of what was not there before, the news stays.
  expect((await told()).map(([what]) => what)).toEqual(['new'])
  await engine.markSeen()
  expect(await engine.differences()).toEqual([])
})

test('what its owner does is no news, on no device: hidden, left, followed', async () => {
  const kalends = await season()
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/ferries', { name: '페리' })
  await kalends.upload('harbour/ferries', '날짜,시간,제목\n2026-05-03,09:00,첫 배\n')
  const phone = await following(kalends)
  const tablet = await joining(phone, kalends)
  const [first] = await phone.engine.happenings(...YEAR)
  await phone.engine.hide(first?.uid ?? '', true)
  await phone.engine.follow('harbour/ferries')
  for (const { engine } of [phone, tablet]) await engine.sync()
  expect((await tablet.engine.calendars()).map(({ name }) => name)).toEqual(['레가타', '페리'])
  expect((await tablet.engine.happenings(...YEAR)).map(({ title }) => title)).toContain('첫 배')
  await tablet.engine.unfollow(REGATTA)
  expect((await tablet.engine.happenings(...YEAR)).map(({ title }) => title)).toEqual(['첫 배'])
  for (const { engine } of [tablet, phone, tablet]) {
    await engine.sync()
    expect(await engine.differences()).toEqual([])
  }
  expect((await phone.engine.calendars()).map(({ name }) => name)).toEqual(['페리'])
})

test('done offline: there at once, sent in order when there is a connection', async () => {
  const kalends = await season()
  const phone = await following(kalends)
  const { engine, at } = phone
  const [game, , training] = await engine.happenings(...YEAR)
  const uid = game?.uid ?? ''
  at.online = false
  await engine.memo(uid, ' 표는 지갑에 ')
  await engine.alarms(uid, [10, 60, 10])
  await engine.hide(uid, true)
  await engine.hide(uid, false)
  await engine.skip(training?.uid ?? '', training?.recurrenceId ?? '', true)
  expect(engine.state).toMatchObject({ waiting: 4, online: false })
  const shown = await engine.event(uid, null)
  expect(shown).toMatchObject({ memo: '표는 지갑에', alarms: [60, 10], hidden: false })
  expect(await engine.happenings(...YEAR)).toHaveLength(6)
  expect(await engine.happenings(...YEAR, true)).toHaveLength(7)

  // The series as a whole is not hidden, though its next day is.
  expect(await engine.event(training?.uid ?? '', null)).toMatchObject({ hidden: false })

  const again = await phone.reopen()
  expect(await again.event(uid, null)).toEqual(shown)
  at.online = true
  await again.sync()
  expect(again.state).toMatchObject({ waiting: 0, online: true, problem: null })
  expect(await again.event(uid, null)).toEqual(shown)
  const tablet = await joining(phone, kalends)
  expect(await tablet.engine.happenings(...YEAR, true)).toEqual(
    await again.happenings(...YEAR, true),
  )
})

test('what the server refuses is told, in both languages, and undone', async () => {
  const kalends = await season()
  const phone = await following(kalends)
  const { engine, at } = phone
  const [game] = await engine.happenings(...YEAR)
  at.online = false
  at.language = 'ko'
  await engine.memo(game?.uid ?? '', 'x'.repeat(1001))
  await engine.alarms(game?.uid ?? '', [30])
  at.online = true
  await engine.sync()
  expect(engine.state).toMatchObject({
    waiting: 0,
    problem: expect.stringMatching(/되돌렸습니다.*1000|1,000/),
  })
  expect(await engine.event(game?.uid ?? '', null)).toMatchObject({ memo: null, alarms: [30] })
  at.language = 'en'
  await engine.unfollow(REGATTA)
  await engine.sync()
  expect(engine.state.problem).toMatch(/last calendar/)
  expect(await engine.calendars()).toHaveLength(1)
})

test('a subscription that ended elsewhere is told; then another one may come', async () => {
  const kalends = await season()
  const phone = await following(kalends)
  const { manageUrl = '' } = (await phone.engine.links()) ?? {}
  const token = manageUrl.split('/').at(-1)
  const rotated = await kalends.request(`/v1/subscriptions/${token}/rotation`, { method: 'POST' })
  await phone.engine.sync()
  expect(phone.engine.state).toMatchObject({ subscription: 'ended', problem: null })
  expect(await phone.engine.happenings(...YEAR)).toHaveLength(7)
  await expect(phone.engine.openLink(manageUrl)).rejects.toThrow(/has ended/)
  const { feedUrl } = (await rotated.json()) as { feedUrl: string }
  await phone.engine.openLink(feedUrl)
  await phone.engine.sync()
  expect(phone.engine.state.subscription).toBe('here')
  expect(await phone.engine.happenings(...YEAR)).toHaveLength(7)

  await kalends.admin('PUT', '/v1/partners/harbour/calendars/ferries', { name: '페리' })
  await kalends.upload('harbour/ferries', '날짜,시간,제목\n2026-05-03,09:00,첫 배\n')
  const other = await following(kalends, 'harbour/ferries')
  const present = ((await phone.engine.links())?.manageUrl ?? '').split('/').at(-1)
  await kalends.request(`/v1/subscriptions/${present}`, { method: 'DELETE' })
  const [game] = await phone.engine.happenings(...YEAR)
  phone.at.online = false
  await phone.engine.memo(game?.uid ?? '', 'of the link that ended')
  phone.at.online = true
  await phone.engine.sync()
  await phone.engine.openLink((await other.engine.links())?.webcalUrl ?? '')
  await phone.engine.sync()
  expect((await phone.engine.happenings(...YEAR)).map(({ title }) => title)).toEqual(['첫 배'])
  expect(phone.engine.state).toMatchObject({ waiting: 0, problem: expect.stringMatching(/undone/) })
  await phone.engine.forget()
  expect(phone.engine.state.subscription).toBe('none')
  expect(await phone.engine.happenings(...YEAR)).toEqual([])
})

test('the horizon moves on: all is told anew, nothing is news, what is long over goes', async () => {
  const kalends = await season()
  const { engine, calls } = await following(kalends)
  kalends.clock.now = '2026-05-25T00:00:00Z'
  await kalends.upload(REGATTA, '날짜,시간,제목\n2027-06-30,18:30,내년 경기\n', { mode: 'merge' })
  await engine.sync()
  expect((await engine.happenings('2027-01-01T00:00:00Z', '2028-01-01T00:00:00Z')).length).toBe(0)
  calls.length = 0
  kalends.clock.now = '2026-08-01T00:00:00Z'
  await engine.sync()
  expect(calls.filter((call) => call.includes('/changes'))).toEqual([
    expect.not.stringContaining('since='),
  ])
  const kept = await engine.happenings('2020-01-01T00:00:00Z', '2030-01-01T00:00:00Z')
  expect(kept.map(({ title }) => title)).toEqual(['내년 경기'])
  expect(await engine.differences()).toEqual([])
})

test('the history of an event, and again offline', async () => {
  const kalends = await season()
  const { engine, at } = await following(kalends)
  const [game] = await engine.happenings(...YEAR)
  const moved = SEASON.replace('18:30,개막전', '19:00,개막전').replace('물안개 구장', '새 구장')
  await kalends.upload(REGATTA, moved)
  await engine.sync()
  const history = await engine.history(game?.uid ?? '')
  expect(history).toMatchObject([
    {
      what: 'moved',
      fields: [
        { field: 'start', before: '2026-05-01T18:30:00', after: '2026-05-01T19:00:00' },
        { field: 'location', before: '물안개 구장', after: '새 구장' },
      ],
    },
    { what: 'new', fields: [] },
  ])
  at.online = false
  expect(await engine.history(game?.uid ?? '')).toEqual(history)
  expect(await engine.history('never-read')).toBeNull()
})

test('a report is filed with what was seen, and needs a connection', async () => {
  const kalends = await season()
  const { engine, at } = await following(kalends)
  const [game] = await engine.happenings(...YEAR)
  const wish = {
    ...{ uid: game?.uid ?? '', recurrenceId: null, kind: 'time' as const, note: '', source: null },
    suggested: { start: '2026-05-01T17:00' },
  }
  expect((await engine.report(wish)).page).toMatch(/^https:\/\/kalends\.example\//)
  const event = await engine.event(game?.uid ?? '', null)
  const entered = event && { ...enteredOf(event), kind: 'postponed' as const }
  const { wish: postponed } = (entered && wishOf(entered, event)) ?? {}
  const { receipt } = await engine.report(postponed ?? wish)
  expect(await (await kalends.request(`/v1/reports/${receipt}`)).json()).toMatchObject({
    ...{ kind: 'cancelled', suggestion: { status: 'postponed' }, uid: game?.uid },
  })
  at.online = false
  await expect(engine.report(wish)).rejects.toThrow(/connection/)
})
