// A feed of ours, uploaded again to the calendar that it is of, changes nothing.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import type { Json } from '../../harness.ts'

const EVENTS: Json[] = [
  { title: '개막전', start: '2026-04-04T14:00:00', end: '2026-04-04T17:00:00' },
  { title: '끝을 모르는 일', start: '2026-04-05T14:00:00' },
  { title: '한 시간', start: '2026-04-05T10:00:00', end: '2026-04-05T11:00:00' },
  { title: '우천', start: '2026-04-06T18:30:00', status: 'cancelled', reason: '비' },
  { title: '미룸', start: '2026-04-07T18:30:00', status: 'postponed' },
  { title: '잠정', start: '2026-04-08T18:30:00', status: 'tentative' },
  { title: '끝남', start: '2026-03-08T18:30:00', status: 'ended', soldOut: true, result: '3:2' },
  { title: '매진 경기', start: '2026-04-09T18:30:00', soldOut: true },
  { title: '시간 모름', start: '2026-04-10', timeTbd: true },
  { title: '취소된 시간 모름', start: '2026-04-11', timeTbd: true, status: 'cancelled' },
  { title: '세일', start: '2026-04-12', end: '2026-04-15', allDay: true, categories: ['세일'] },
  {
    ...{ title: '링크', start: '2026-04-16T10:00:00', description: '글\n\n둘째 단락', lang: 'ko' },
    location: { name: '1관', address: '서울 중구', latitude: 37.5, longitude: 127, region: '서울' },
    links: [
      { label: 'ticket', url: 'https://x.example/t' },
      { label: 'info', url: 'https://x.example/i' },
      { label: '굿즈', url: 'https://x.example/g' },
    ],
    ...{ tags: ['a'], alarms: [30], kind: 'show' },
  },
  { title: 'Paris', start: '2026-05-01T20:00:00', timezone: 'Europe/Paris', lang: 'en' },
  { title: 'a'.repeat(300), start: '2026-05-02', description: 'b'.repeat(9000) },
  { home: '두산', away: 'LG', start: '2026-05-03T14:00:00', gameNo: 1 },
  {
    ...{ title: '정기', start: '2026-10-18T01:30:00', timezone: 'America/New_York' },
    ...{ rrule: 'FREQ=WEEKLY;COUNT=6', exdates: ['2026-11-08T01:30:00'] },
  },
  { title: '휴무', start: '2026-04-12', rrule: 'FREQ=MONTHLY;BYDAY=2SU,4SU' },
]

test('every kind of event comes back as it was', async () => {
  const kalends = await harness({ now: '2026-04-01T00:00:00Z' })
  const first = await kalends.upload('harbour/regatta', { events: EVENTS })
  expect(first.body.findings.filter(({ severity }: Json) => severity === 'error')).toEqual([])
  const feed = await kalends.feed('harbour/regatta')
  for (const mode of ['merge', 'replace']) {
    const again = await kalends.upload('harbour/regatta', feed, { mode, filename: 'a.ics' })
    expect(again.body.changes).toEqual([])
    expect(again.body.summary).toMatchObject({
      new: 0,
      changed: 0,
      moved: 0,
      unchanged: EVENTS.length,
    })
  }
  expect(await kalends.feed('harbour/regatta')).toBe(feed)
})

test('a series with happenings that differ comes back as it was', async () => {
  const kalends = await harness({ now: '2026-03-01T00:00:00Z' })
  const series = [
    ...['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//test//EN', 'BEGIN:VEVENT', 'UID:s'],
    ...['SUMMARY:정기', 'DTSTART;TZID=Asia/Seoul:20260302T180000', 'DURATION:PT2H'],
    ...['RRULE:FREQ=WEEKLY;COUNT=8', 'EXDATE;TZID=Asia/Seoul:20260309T180000', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'UID:s', 'RECURRENCE-ID;TZID=Asia/Seoul:20260316T180000', 'SUMMARY:특집'],
    ...['DTSTART;TZID=Asia/Seoul:20260317T190000', 'DURATION:PT3H', 'LOCATION:별관', 'END:VEVENT'],
    ...['BEGIN:VEVENT', 'UID:s', 'RECURRENCE-ID;TZID=Asia/Seoul:20260323T180000', 'SUMMARY:정기'],
    ...[
      'DTSTART;TZID=Asia/Seoul:20260323T180000',
      'DURATION:PT2H',
      'STATUS:CANCELLED',
      'END:VEVENT',
    ],
    ...['END:VCALENDAR', ''],
  ].join('\r\n')
  expect((await kalends.upload('harbour/regatta', series)).body.summary).toMatchObject({ new: 1 })
  const feed = await kalends.feed('harbour/regatta')
  const again = await kalends.upload('harbour/regatta', feed)
  expect(again.body.changes).toEqual([])
})
