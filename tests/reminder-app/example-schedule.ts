// What somebody who follows three calendars has on their device: one of everything a screen may show.

import type { EventDetail, FoundCalendar, HistoryEntry } from '../../src/reminder-app/engine.ts'

const HOUR = 3_600_000
const MIDNIGHT = { 'Asia/Seoul': '+09:00', 'America/Chicago': '-06:00' } as const

/** A Friday afternoon in Seoul. */
export const NOW = '2026-11-27T07:42:00Z'

type Zone = keyof typeof MIDNIGHT

/** A timed event of so many hours, at its own zone's wall. */
export function timed(
  uid: string,
  title: string,
  start: string,
  more: Partial<EventDetail> = {},
  hours = 3,
): EventDetail {
  const zone = (more.timezone ?? 'Asia/Seoul') as Zone
  const begins = Date.parse(`${start}:00${MIDNIGHT[zone]}`)
  const local = (instant: number) =>
    new Date(instant + (begins - Date.parse(`${start}:00${MIDNIGHT[zone]}`)) + offset(zone))
      .toISOString()
      .slice(0, 19)
  return {
    ...PLAIN,
    ...{ uid, title, start: `${start}:00`, end: local(begins + hours * HOUR), timezone: zone },
    startsAt: new Date(begins).toISOString(),
    endsAt: new Date(begins + hours * HOUR).toISOString(),
    ...more,
  }
}

const offset = (zone: Zone) =>
  (MIDNIGHT[zone][0] === '-' ? -1 : 1) * Number(MIDNIGHT[zone].slice(1, 3)) * HOUR

/** All-day from one date to another, both inclusive. */
export function daily(
  uid: string,
  title: string,
  [start, end]: [string, string],
  more: Partial<EventDetail> = {},
): EventDetail {
  return {
    ...{ ...PLAIN, uid, title, start, end, allDay: true },
    startsAt: new Date(`${start}T00:00:00+09:00`).toISOString(),
    endsAt: new Date(Date.parse(`${end}T00:00:00+09:00`) + 24 * HOUR).toISOString(),
    ...more,
  }
}

const PLAIN: Omit<EventDetail, 'uid' | 'title' | 'start' | 'startsAt' | 'endsAt'> = {
  ...{ recurrenceId: null, calendar: 'otters/season', status: 'confirmed', end: null },
  ...{ allDay: false, timeTbd: false, soldOut: false, timezone: 'Asia/Seoul', location: null },
  ...{ hidden: false, memo: null, alarms: [30], description: null, address: null, reason: null },
  ...{ result: null, links: [], ticketOpensAt: null, series: false, revision: 3 },
  page: '/otters/season/e1',
}

const STADIUM = { location: '물안개 구장', address: '강원 춘천시 스포츠타운길 124' }
const SCHOOL = { calendar: 'mirinae/academic' }
const SHOP = { calendar: 'mulbit/sales' }

export const EVENTS: EventDetail[] = [
  daily('sale', '겨울 맞이 물빛서랍 할인', ['2026-11-20', '2026-12-06'], SHOP),
  timed(
    'seminar',
    '데이터베이스 공개 강의',
    '2026-11-27T10:00',
    { ...SCHOOL, location: '2강의동 204호' },
    2,
  ),
  timed('practice', '오터스 공개 훈련', '2026-11-27T15:30', STADIUM, 2),
  timed('game', '오터스 vs 크레인스', '2026-11-27T18:30', {
    ...{ ...STADIUM, memo: '7시까지 3루 쪽 매점 앞', alarms: [60, 10], revision: 12 },
    links: [
      { label: 'ticket', url: 'https://tickets.example/otters/1127' },
      { label: '중계', url: 'https://tv.example/otters' },
    ],
    ticketOpensAt: '2026-11-20T02:00:00Z',
    description: '우천 시 다음 날 14:00에 열립니다.\n유니폼을 입고 오시면 응원 수건을 드립니다.',
  }),
  timed('rained', '오터스 vs 오르카스', '2026-11-28T14:00', {
    ...{ ...STADIUM, status: 'cancelled', reason: '우천', revision: 9 },
  }),
  daily('fans', '팬 감사 축제', ['2026-11-28', '2026-11-28'], {
    soldOut: true,
    location: '시청 광장',
  }),
  timed('chicago', 'Otters at Lakeside', '2026-11-28T19:05', {
    ...{ timezone: 'America/Chicago', location: 'Lakeside Park', status: 'tentative' },
  }),
  daily('tbd', '시범 경기', ['2026-12-02', '2026-12-02'], { timeTbd: true }),
  timed('late', '오터스 vs 두루미즈', '2026-12-02T18:30', { status: 'postponed', reason: '폭설' }),
  ...['2026-11-30', '2026-12-02'].map((day) =>
    timed(
      'class',
      '알고리즘 스터디',
      `${day}T19:00`,
      { ...SCHOOL, series: true, recurrenceId: `${day}T19:00:00` },
      1.5,
    ),
  ),
  timed('hidden', '응원단 오디션', '2026-12-01T17:00', { hidden: true }),
]

export const CALENDARS: Omit<FoundCalendar, 'followed'>[] = [
  { calendar: 'otters/season', name: '오터스 시즌 일정', partnerName: '춘천 오터스' },
  { calendar: 'mirinae/academic', name: '학사 일정', partnerName: '미리내대학교' },
  { calendar: 'mulbit/sales', name: '할인과 이벤트', partnerName: '물빛서랍' },
  { calendar: 'neuru/holidays', name: '느루마트 휴무일', partnerName: '느루마트' },
]

export const HISTORY: HistoryEntry[] = [
  {
    ...{ revision: 12, at: '2026-11-24T03:10:00Z', what: 'moved', reason: '방송 중계' },
    fields: [
      { field: 'start', before: '2026-11-27T14:00:00', after: '2026-11-27T18:30:00' },
      { field: 'end', before: '2026-11-27T17:00:00', after: '2026-11-27T21:30:00' },
    ],
  },
  {
    ...{ revision: 8, at: '2026-11-03T03:10:00Z', what: 'changed', reason: null },
    fields: [
      { field: 'location', before: '등대 구장', after: '물안개 구장' },
      { field: 'description', before: null, after: '우천 시 다음 날' },
      { field: 'ticketOpensAt', before: null, after: '2026-11-20T02:00:00Z' },
    ],
  },
  { revision: 2, at: '2026-10-01T00:00:00Z', what: 'new', reason: null, fields: [] },
]
