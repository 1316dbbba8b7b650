// A personal feed by its choices: what is in it, and how it looks.

import { expect, test } from 'vitest'
import { MAX_EVENTS_AHEAD } from '../../src/subscriptions/assemble.ts'
import { MAX_EVENTS_READ } from '../../src/subscriptions/choose.ts'
import { readFeed } from '../icalendar/reading.ts'
import {
  choose,
  eventOf,
  eventsIn,
  OVER,
  overlay,
  poll,
  read,
  SEASON,
  send,
  subscribed,
  summaries,
  told,
} from './subscribed.ts'

test('without a choice everything is in it, as it was published, and nothing rings', async () => {
  const here = await subscribed()
  expect(await summaries(here)).toEqual([
    ...['시범경기', '개막전', '둘째 날', '[취소] 어린이날', '팬 감사제'],
  ])
  const text = await (await poll(here)).text()
  readFeed(text)
  expect(text).not.toContain('VALARM')
  expect(text).toContain('X-WR-CALNAME:레가타\r\n')
})

test('each event ends with one manage link and one report link', async () => {
  const here = await subscribed()
  const { kalends, token, uids } = here
  const lines = await eventOf(here, uids.g1)
  expect(told(lines, 'DESCRIPTION')).toBe(
    `이 일정 관리: https://kalends.example/my/${token}/${uids.g1}\\n` +
      `틀린 정보 알리기: https://kalends.example/harbour/regatta/${uids.g1}/report?r=1`,
  )
  // An event that changes is reported as it is now, also after the calendar was renamed.
  await kalends.upload(OVER, 'external_id,날짜,시간,제목\ng1,2026-05-01,19:00,개막전\n', {
    mode: 'merge',
  })
  await kalends.admin('PUT', `/v1/partners/harbour/calendars/regatta`, {
    ...{ name: '레가타', calendar: 'races' },
  })
  expect(told(await eventOf(here, uids.g1), 'DESCRIPTION')).toContain(
    `harbour/regatta/${uids.g1}/report?r=2`,
  )
  const { calendars } = await read(kalends, `/v1/subscriptions/${token}`)
  expect(calendars).toEqual(['harbour/races'])
})

const FILTERS: [string, object, string[]][] = [
  ['a category', { categories: ['행사'] }, ['g4']],
  ['two categories', { categories: ['행사', '원정경기'] }, ['g2', 'g4']],
  ['a team', { teams: ['두산'] }, ['g1', 'g2']],
  ['a team at home', { teams: ['두산'], homeAway: 'home' }, ['g2']],
  ['home games of the team that plays the most', { homeAway: 'home' }, ['g1', 'g3', 'g5']],
  ['its games away', { homeAway: 'away' }, ['g2']],
  ['a weekday', { weekdays: ['fri'] }, ['g1', 'g5']],
  ['the weekend', { weekdays: ['weekend'] }, ['g2', 'g4']],
  ['days by number and by rule', { weekdays: [6, 'TU'] }, ['g2', 'g3', 'g4']],
  ['a category on a day', { categories: ['홈경기'], weekdays: ['tue'] }, ['g3']],
]

test.each(FILTERS)('a filter lets through what it names: %s', async (_, filters, expected) => {
  const here = await subscribed({ filters })
  const found = (await eventsIn(here)).map((lines) => told(lines, 'UID'))
  expect([...found].sort()).toEqual(expected.map((id) => here.uids[id]).sort())
  const { events } = await read(here.kalends, `/v1/subscriptions/${here.token}/events`)
  expect(events.map(({ uid }: { uid: string }) => uid).sort()).toEqual([...found].sort())
})

test('a filter that matches nothing is one event that explains it, never everything', async () => {
  const here = await subscribed({ filters: { tags: ['없는 태그'] } })
  expect(await summaries(here)).toEqual(['레가타: 고른 조건에 맞는 일정이 없습니다'])
  await choose(here, { filters: { tags: [] } })
  expect(await summaries(here)).toHaveLength(5)
})

test('nothing to come is told so, unless somebody chose what to see', async () => {
  const here = await subscribed({}, SEASON.split('\n').slice(0, 2).join('\n'))
  await overlay(here, here.uids.g1, { hidden: true })
  const filtered = ['레가타: 고른 조건에 맞는 일정이 없습니다']
  expect(await summaries(here)).toEqual(filtered)
  await overlay(here, here.uids.g1, { hidden: false })
  await here.kalends.admin('DELETE', '/v1/partners/harbour/calendars/regatta')
  expect(await summaries(here)).toEqual(['레가타: 지금은 일정이 없습니다'])
  await choose(here, { filters: { homeAway: 'home' } })
  expect(await summaries(here)).toEqual(filtered)
})

test('the look: prefix, language, alarms, the evening before, results, drop', async () => {
  const here = await subscribed()
  const { uids } = here
  const sequences = (await eventsIn(here)).map((lines) => Number(told(lines, 'SEQUENCE')))
  await choose(here, {
    ...{ prefix: '⚾', language: 'en', alarms: [10, 60], eveningBefore: '20:00' },
    ...{ results: true, cancelled: 'drop' },
  })
  const g1 = await eventOf(here, uids.g1)
  expect(told(g1, 'SUMMARY')).toBe('⚾ Opening Day')
  expect(told(g1, 'LOCATION')).toBe('Jamsil')
  expect(g1?.filter((line) => /^TRIGGER/.test(line))).toEqual(['TRIGGER:-PT60M', 'TRIGGER:-PT10M'])
  expect(told(g1, 'DESCRIPTION')).toContain('Manage this event: ')
  expect((await eventOf(here, uids.g4))?.filter((line) => /^TRIGGER/.test(line))).toEqual([
    'TRIGGER:-PT240M',
  ])
  const g3 = await eventOf(here, uids.g3)
  expect(told(g3, 'SUMMARY')).toBe('⚾ [Cancelled] Children’s Day')
  expect(told(g3, 'STATUS')).toBe('CANCELLED')
  expect(g3).not.toContain('BEGIN:VALARM')
  expect(told(await eventOf(here, uids.g5), 'DESCRIPTION')).toMatch(/^Result: 3:2\\n\\n/)
  expect((await eventsIn(here)).map((lines) => Number(told(lines, 'SEQUENCE')))).toEqual(
    sequences.map((sequence) => sequence + 1),
  )
  readFeed(await (await poll(here)).text())
})

test('results stay out unless asked for, in the feed and in JSON', async () => {
  const here = await subscribed()
  const path = `/v1/subscriptions/${here.token}/events`
  expect(await (await poll(here)).text()).not.toContain('3:2')
  expect(JSON.stringify(await read(here.kalends, path))).not.toContain('3:2')
  await choose(here, { results: true })
  expect(JSON.stringify(await read(here.kalends, path))).toContain('3:2')
})

test('the venue’s time stands beside mine where the zones differ', async () => {
  const here = await subscribed({ timezone: 'Europe/Paris', venueTime: true })
  expect(told(await eventOf(here, here.uids.g1), 'DESCRIPTION')).toMatch(
    /^현지 시각: 5\/1 18:30 \(Asia\/Seoul\)\\n\\n/,
  )
  await choose(here, { timezone: 'KST' })
  expect(told(await eventOf(here, here.uids.g1), 'DESCRIPTION')).not.toContain('현지 시각')
})

test('the past reaches back from the latest change, not from the clock', async () => {
  const here = await subscribed({ pastDays: 7 })
  expect(await summaries(here)).not.toContain('시범경기')
  const before = await (await poll(here)).text()
  here.kalends.clock.now = '2030-01-01T00:00:00Z'
  expect(await (await poll(here)).text()).toBe(before)
  here.kalends.clock.now = '2026-04-02T00:00:00Z'
  await choose(here, { pastDays: 20 })
  expect(await summaries(here)).toContain('시범경기')
})

test('one link a category, made from its name alone, and each event in one of them', async () => {
  const here = await subscribed({ split: 'category' })
  const feeds: { category: string; feedUrl: string }[] = here.made.feeds
  expect(feeds.map(({ category }) => category)).toEqual(['원정경기', '행사', '홈경기'])
  const all: (string | undefined)[] = []
  for (const { category, feedUrl } of feeds) {
    expect(feedUrl.length).toBeLessThan(256)
    const part = feedUrl.slice(feedUrl.lastIndexOf('/') + 1, -'.ics'.length)
    const found = await summaries(here, part)
    all.push(...found)
    const text = await (await poll(here, {}, part)).text()
    expect(text).toContain(`X-WR-CALNAME:레가타 · ${category}\r\n`)
  }
  expect(all.sort()).toEqual((await summaries(here)).sort())
  expect(await summaries(here, 'fishing')).toEqual([
    '레가타 · fishing: 고른 조건에 맞는 일정이 없습니다',
  ])
})

test('several calendars in one; a deleted one drops out quietly', async () => {
  const here = await subscribed({ label: '우리 집' })
  const { kalends } = here
  await kalends.admin('PUT', '/v1/partners/harbour/calendars/ferries', { name: '여객선' })
  await kalends.upload('harbour/ferries', '날짜,제목\n2026-05-03,첫 배\n')
  await choose(here, { calendars: [OVER, 'harbour/ferries'] })
  expect(await summaries(here)).toContain('첫 배')
  await kalends.admin('DELETE', '/v1/partners/harbour/calendars/ferries')
  expect(await summaries(here)).not.toContain('첫 배')
  expect(await summaries(here)).toHaveLength(5)
  expect(await (await poll(here)).text()).toContain('X-WR-CALNAME:우리 집\r\n')
})

test('an overlay: hidden, a memo, an alarm of its own; taken back it is as published', async () => {
  const here = await subscribed({ alarms: [60] })
  const { uids, kalends, token } = here
  const sequence = Number(told(await eventOf(here, uids.g1), 'SEQUENCE'))
  await overlay(here, uids.g1, { memo: '표는, 지갑에\n3루', alarms: [5] })
  const laid = await eventOf(here, uids.g1)
  expect(told(laid, 'DESCRIPTION')).toMatch(/^메모: 표는\\, 지갑에\\n3루\\n\\n이 일정 관리/)
  expect(laid?.filter((line) => /^TRIGGER/.test(line))).toEqual(['TRIGGER:-PT5M'])
  expect(Number(told(laid, 'SEQUENCE'))).toBe(sequence + 1)
  await overlay(here, uids.g1, { hidden: true })
  expect(await eventOf(here, uids.g1)).toBeUndefined()
  const path = `/v1/subscriptions/${token}/overlay/${uids.g1}`
  expect((await send(kalends, 'DELETE', path)).status).toBe(204)
  const back = await eventOf(here, uids.g1)
  expect(told(back, 'DESCRIPTION')).not.toContain('메모')
  expect(Number(told(back, 'SEQUENCE'))).toBe(sequence + 3)
})

test('§8.31 a personal feed’s alarms are whole, and ring for nothing that is cancelled or without a time', async () => {
  const rows =
    '2026-05-01,18:30,때가 있음,\n2026-05-02,미정,때가 없음,\n2026-05-03,18:30,취소됨,취소\n'
  const wish = { alarms: [0, 90], eveningBefore: '21:30', prefix: 'a;b' }
  const here = await subscribed(wish, `날짜,시간,제목,상태\n${rows}2026-05-04,18:30,연기됨,연기\n`)
  const [timed, ...others] = await eventsIn(here)
  expect(timed?.slice(timed.indexOf('BEGIN:VALARM'), -1)).toEqual([
    ...[
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:a\\;b 때가 있음',
      'TRIGGER:-PT90M',
      'END:VALARM',
    ],
    ...[
      'BEGIN:VALARM',
      'ACTION:DISPLAY',
      'DESCRIPTION:a\\;b 때가 있음',
      'TRIGGER:PT0S',
      'END:VALARM',
    ],
  ])
  expect(others.flat()).not.toContain('BEGIN:VALARM')
})

test('§8.28 STATUS:CANCELLED only for who chose to drop what is cancelled', async () => {
  const here = await subscribed({ cancelled: 'drop' })
  const statuses = (await eventsIn(here)).map((lines) => told(lines, 'STATUS'))
  expect(statuses.filter((status) => status === 'CANCELLED')).toHaveLength(1)
  await choose(here, { cancelled: 'mark' })
  expect((await eventsIn(here)).map((lines) => told(lines, 'STATUS'))).not.toContain('CANCELLED')
})

test('as much of the past as fits: a thousand events, a million octets, all that is ahead', async () => {
  const many = Array.from({ length: 1300 }, (_, place) => {
    const day = new Date(Date.UTC(2026, 2, 31) - place * 86_400_000).toISOString().slice(0, 10)
    return `p${place},${day},지난 일정 ${place},${'긴 설명 '.repeat(40)}`
  })
  const ahead = ['a,2026-05-01,앞으로 하나,', 'b,2026-05-02,앞으로 둘,']
  const here = await subscribed(
    {},
    `external_id,날짜,제목,설명\n${[...ahead, ...many].join('\n')}\n`,
  )
  const text = await (await poll(here)).text()
  const octets = new TextEncoder().encode(text).length
  expect(octets).toBeLessThanOrEqual(1_000_000)
  expect(octets).toBeGreaterThan(995_000)
  expect(text).toContain('앞으로 둘')
  expect(text).toContain('지난 일정 0')
  expect(text).not.toContain('지난 일정 1299')
})

test('of what is ahead the nearest; calendars of more than can be read are not taken', async () => {
  const here = await subscribed()
  const { db } = here.kalends.ports
  const copies = (from: number, to: number) => ({
    sql: `WITH RECURSIVE n (at) AS (SELECT ? UNION ALL SELECT at + 1 FROM n WHERE at < ?)
      INSERT INTO all_event_versions (partner_id, calendar_id, revision, uid, sequence, removed,
        withdrawn, facts, moved_from, recurring, starts_at, ends_at, changed_at, vevent)
      SELECT partner_id, calendar_id, revision, uid || at, sequence, removed, withdrawn, facts,
        moved_from, recurring, starts_at, ends_at, changed_at, replace(vevent, uid, uid || at)
      FROM all_event_versions, n WHERE uid = ? AND replaced_at IS NULL`,
    params: [from, to, here.uids.g2 ?? ''],
  })
  await db.batch([copies(1, MAX_EVENTS_AHEAD)])
  await overlay(here, here.uids.g3, { memo: '우산' })
  const text = await (await poll(here)).text()
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(MAX_EVENTS_AHEAD)
  expect(text).toContain(here.uids.g1)
  expect(text).not.toContain(here.uids.g4)
  await db.batch([copies(MAX_EVENTS_AHEAD + 1, MAX_EVENTS_READ)])
  const refused = await send(here.kalends, 'POST', '/v1/subscriptions', { calendars: [OVER] })
  expect(refused.body).toMatchObject({ code: 'over_limit', status: 400 })
  expect(refused.body.detail).toContain('calendars.events')
})
