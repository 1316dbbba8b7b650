// When an event is: dates and times, days and zones, decided or not.

import { expect, test } from 'vitest'
import { csv, factsOf, factsOfOne, found, read } from './reading.ts'

const WHEN = ['start', 'end', 'allDay', 'timeTbd', 'timezone'] as const

/** The slot of the one row: `2026-04-01T18:30:00 to … (all day, TBD, zone)`. */
function slotOf(header: string, row: string, context = {}): string {
  const cells = (line: string) => line.split('|').map((cell) => cell.trim())
  const facts = factsOfOne(csv([...cells(header), 'title'], [...cells(row), 'a']), context)
  const { start, end, allDay, timeTbd, timezone } = facts
  expect(Object.keys(facts)).toEqual(
    expect.arrayContaining([...WHEN].filter((key) => key !== 'end')),
  )
  const marks = [allDay && 'all day', timeTbd && 'TBD', timezone !== 'Asia/Seoul' && timezone]
  const told = marks.filter(Boolean).join(', ')
  return `${start}${end === undefined ? '' : ` to ${end}`}${told && ` (${told})`}`
}

const findingsOf = (header: string, row: string, context = {}): string[] => {
  const cells = (line: string) => line.split('|').map((cell) => cell.trim())
  return found(read(csv([...cells(header), 'title'], [...cells(row), 'a']), context))
}

test('a date and a time, in two columns or in one', () => {
  expect(slotOf('날짜 | 시간', '2026-04-01 | 18:30')).toBe('2026-04-01T18:30:00')
  expect(slotOf('일시', '2026-04-01 18:30')).toBe('2026-04-01T18:30:00')
  expect(slotOf('날짜', '2026.4.1 오후 6:30')).toBe('2026-04-01T18:30:00')
})

test('a start and an end in one cell of the time', () => {
  const seven = '2026-04-01T18:30:00 to 2026-04-01T21:00:00'
  for (const cell of ['18:30~21:00', '18:30 - 21:00', '18:30-21:00', '오후 6:30 ～ 9:00 PM'])
    expect(slotOf('날짜 | 시간', `2026-04-01 | ${cell}`), cell).toBe(seven)
  expect(slotOf('날짜 | 시간', '2026-04-01 | 22:30-02:00')).toBe(
    '2026-04-01T22:30:00 to 2026-04-02T02:00:00',
  )
  expect(findingsOf('날짜 | 시간', '2026-04-01 | 18:30~25:00')).toEqual([
    'error time.invalid 2 시간 18:30~25:00',
  ])
  expect(slotOf('날짜 | 시간 | 종료시간', '2026-04-01 | 18:30 | 21:00')).toBe(seven)
  expect(findingsOf('날짜 | 시간 | 종료시간', '2026-04-01 | 18:30~20:00 | 21:00')).toEqual([
    'error time.invalid 2 시간 18:30~20:00',
  ])
})

test('a range beside the date in one cell is refused, not read as an offset', () => {
  expect(findingsOf('일시', '2026-04-01 10:00-12:00')).toEqual([
    'error time.invalid 2 일시 10:00-12:00',
  ])
})

test('a file without a time column lists days', () => {
  expect(slotOf('날짜', '2026-04-01')).toBe('2026-04-01 (all day)')
})

test('a time to be decided', () => {
  expect(slotOf('날짜 | 시간', '2026-04-01 | 미정')).toBe('2026-04-01 (all day, TBD)')
  expect(slotOf('날짜 | 시간', '2026-04-01 | TBD')).toBe('2026-04-01 (all day, TBD)')
  expect(slotOf('날짜 | 시간', '2026-04-01 | ')).toBe('2026-04-01 (all day, TBD)')
  expect(slotOf('일시', '2026-04-01 미정')).toBe('2026-04-01 (all day, TBD)')
  expect(slotOf('날짜 | 시간미정', '2026-04-01 | 예')).toBe('2026-04-01 (all day, TBD)')
  expect(slotOf('날짜 | 시간 | 시간미정', '2026-04-01 | 18:30 | Y')).toBe(
    '2026-04-01 (all day, TBD)',
  )
})

test('an empty time is not undecided where the row is of whole days', () => {
  expect(slotOf('날짜 | 시간 | 종일', '2026-04-01 | | 예')).toBe('2026-04-01 (all day)')
  expect(slotOf('날짜 | 종료일 | 시간', '2026-04-01 | 2026-04-03 |')).toBe(
    '2026-04-01 to 2026-04-03 (all day)',
  )
})

test('all day: times in the row are left aside', () => {
  expect(slotOf('날짜 | 시간 | 종일', '2026-04-01 | 18:30 | TRUE')).toBe('2026-04-01 (all day)')
})

test('the last day is part of the event', () => {
  expect(slotOf('시작일 | 종료일', '2026-04-01 | 2026-04-03')).toBe(
    '2026-04-01 to 2026-04-03 (all day)',
  )
  expect(slotOf('시작일 | 종료일', '2026-04-01 | 2026-04-01')).toBe('2026-04-01 to null (all day)')
  expect(slotOf('시작일 | 종료일', '2026-04-01 | ')).toBe('2026-04-01 to null (all day)')
  expect(slotOf('시작일 | 시간 | 종료일', '2026-04-01 | 10:00 | 2026-04-03')).toBe(
    '2026-04-01T10:00:00 to 2026-04-04T00:00:00',
  )
})

test('Outlook ends an all-day event at the next midnight, which is not part of it', () => {
  const header = 'Start Date | Start Time | End Date | End Time | All day event'
  expect(slotOf(header, '2026-04-01 | 12:00:00 AM | 2026-04-02 | 12:00:00 AM | True')).toBe(
    '2026-04-01 to null (all day)',
  )
  expect(slotOf(header, '2026-04-01 | 0:00 | 2026-04-04 | 0:00 | True')).toBe(
    '2026-04-01 to 2026-04-03 (all day)',
  )
  expect(slotOf(header, '2026-04-01 | 0:00 | 2026-04-02 | 0:00 | False')).toBe(
    '2026-04-01T00:00:00 to 2026-04-02T00:00:00',
  )
})

test('an end', () => {
  const both = '날짜 | 시간 | 종료일 | 종료시간'
  expect(slotOf(both, '2026-04-01 | 18:30 | 2026-04-01 | 21:30')).toBe(
    '2026-04-01T18:30:00 to 2026-04-01T21:30:00',
  )
  expect(slotOf('시작 | 종료', '2026-04-01 18:30 | 2026-04-02 02:00')).toBe(
    '2026-04-01T18:30:00 to 2026-04-02T02:00:00',
  )
  expect(slotOf('날짜 | 시간 | 종료시간', '2026-04-01 | 18:30 | ')).toBe(
    '2026-04-01T18:30:00 to null',
  )
  expect(slotOf('날짜 | 시간 | 종료시간', '2026-04-01 | 18:30 | 미정')).toBe(
    '2026-04-01T18:30:00 to null',
  )
})

test('an end time alone that is earlier is in the night after, which is said', () => {
  const [header, row] = ['날짜 | 시간 | 종료시간', '2026-12-31 | 22:00 | 02:00']
  expect(slotOf(header, row)).toBe('2026-12-31T22:00:00 to 2027-01-01T02:00:00')
  expect(findingsOf(header, row)).toEqual(['warning date.next_day 2 종료시간 02:00'])
})

test('24:00 is the next day’s midnight, and is said once', () => {
  expect(slotOf('날짜 | 시간', '2026-04-30 | 24:00')).toBe('2026-05-01T00:00:00')
  const header = '날짜 | 시간 | 종료시간'
  expect(slotOf(header, '2026-04-01 | 18:00 | 24:00')).toBe(
    '2026-04-01T18:00:00 to 2026-04-02T00:00:00',
  )
  expect(slotOf(header, '2026-04-01 | 00:00 | 24:00')).toBe(
    '2026-04-01T00:00:00 to 2026-04-02T00:00:00',
  )
  expect(findingsOf(header, '2026-04-01 | 00:00 | 24:00')).toEqual([
    'warning date.next_day 2 종료시간 24:00',
  ])
})

test('an end before its start, or at it, or years away', () => {
  expect(findingsOf('시작일 | 종료일', '2026-04-03 | 2026-04-01')).toEqual([
    'error range.reversed 2 종료일 2026-04-01',
  ])
  expect(findingsOf('시작 | 종료', '2026-04-01 18:30 | 2026-04-01 17:30')).toEqual([
    'error range.reversed 2 종료 2026-04-01 17:30',
  ])
  expect(findingsOf('시작 | 종료', '2026-04-01 18:30 | 2026-04-01 18:30')).toEqual([
    'warning range.empty 2 종료 2026-04-01 18:30:00',
  ])
  expect(slotOf('시작 | 종료', '2026-04-01 18:30 | 2026-04-01 18:30')).toBe(
    '2026-04-01T18:30:00 to null',
  )
})

test('a row without a date', () => {
  expect(findingsOf('날짜 | 시간', ' | 18:30')).toEqual(['error field.required 2 날짜'])
  expect(findingsOf('일시', '')).toEqual(['error field.required 2 일시'])
})

// Zones

test('a zone of the row’s own, by its name', () => {
  expect(slotOf('일시 | 시간대', '2026-04-01 18:30 | America/New_York')).toBe(
    '2026-04-01T18:30:00 (America/New_York)',
  )
  expect(slotOf('일시 | 시간대', '2026-04-01 18:30 | ')).toBe('2026-04-01T18:30:00')
})

test('KST and GMT+9 are understood, and said; CST is not guessed', () => {
  expect(slotOf('일시 | tz', '2026-04-01 18:30 | KST')).toBe('2026-04-01T18:30:00')
  expect(slotOf('일시 | tz', '2026-04-01 18:30 | GMT+9')).toBe('2026-04-01T18:30:00 (Etc/GMT-9)')
  expect(findingsOf('일시 | tz', '2026-04-01 18:30 | KST')).toEqual(['warning tz.alias 2 tz KST'])
  expect(findingsOf('일시 | tz', '2026-04-01 18:30 | CST')).toEqual(['error tz.ambiguous 2 tz CST'])
  for (const zone of ['Seoul', 'asia/seoul', '../etc', '__proto__', '+25:00', 'Mars/Olympus'])
    expect(findingsOf('일시 | tz', `2026-04-01 18:30 | ${zone}`)).toEqual([
      `error tz.unknown 2 tz ${zone}`,
    ])
})

test('a source in UTC stays in UTC, unless the row names a zone', () => {
  expect(slotOf('start | end', '2026-04-01T09:30:00Z | 2026-04-01T12:30:00Z')).toBe(
    '2026-04-01T09:30:00 to 2026-04-01T12:30:00 (UTC)',
  )
  expect(slotOf('start | tz', '2026-04-01T09:30:00Z | Asia/Seoul')).toBe('2026-04-01T18:30:00')
})

test('an offset is converted into the zone', () => {
  expect(slotOf('start', '2026-04-01T18:30:00+09:00')).toBe('2026-04-01T18:30:00')
  expect(slotOf('start', '2026-04-01T18:30:00-05:00')).toBe('2026-04-02T08:30:00')
  expect(slotOf('start', '2026-04-01T10:00-05:00')).toBe('2026-04-02T00:00:00')
  expect(slotOf('start | end', '2026-04-01 18:30:00+09:00 | 2026-04-01 21:30:00+09:00')).toBe(
    '2026-04-01T18:30:00 to 2026-04-01T21:30:00',
  )
})

test('an offset that is not the named zone’s at that time is a contradiction', () => {
  const zones = 'start | tz'
  expect(slotOf(zones, '2026-07-01T18:30:00-04:00 | America/New_York')).toBe(
    '2026-07-01T18:30:00 (America/New_York)',
  )
  expect(findingsOf(zones, '2026-07-01T18:30:00-05:00 | America/New_York')).toEqual([
    'error tz.conflict 2 start 2026-07-01T18:30:00',
  ])
})

const YORK = { timezone: 'America/New_York' }

test('a time that the clocks skip is the one that RFC 5545 means, and is said', () => {
  expect(slotOf('start', '2026-03-08 02:30', YORK)).toBe('2026-03-08T03:30:00 (America/New_York)')
  expect(findingsOf('start', '2026-03-08 02:30', YORK)).toEqual([
    'warning time.gap 2 start 2026-03-08 02:30:00',
  ])
  expect(slotOf('start | tz', '2026-10-04 02:15 | Australia/Lord_Howe')).toBe(
    '2026-10-04T02:45:00 (Australia/Lord_Howe)',
  )
})

test('of a time that comes twice the first is taken, and said', () => {
  expect(slotOf('start', '2026-11-01 01:30', YORK)).toBe('2026-11-01T01:30:00 (America/New_York)')
  expect(findingsOf('start', '2026-11-01 01:30', YORK)).toEqual([
    'warning time.fold 2 start 2026-11-01 01:30:00',
  ])
})

test('the second of the two is kept in UTC, where it is one of its kind', () => {
  expect(slotOf('start', '2026-11-01T01:30:00-04:00', YORK)).toBe(
    '2026-11-01T01:30:00 (America/New_York)',
  )
  expect(slotOf('start', '2026-11-01T01:30:00-05:00', YORK)).toBe('2026-11-01T06:30:00 (UTC)')
  expect(slotOf('start | end', '2026-11-01T00:30:00-04:00 | 2026-11-01T01:30:00-05:00', YORK)).toBe(
    '2026-11-01T04:30:00 to 2026-11-01T06:30:00 (UTC)',
  )
  expect(slotOf('start | end', '2026-11-01T01:30:00-05:00 | 2026-11-01 03:00', YORK)).toBe(
    '2026-11-01T06:30:00 to 2026-11-01T08:00:00 (UTC)',
  )
})

// Recurrence

test('a rule, and the dates that it makes and the schedule takes back', () => {
  const file = csv(
    ['날짜', '제목', 'rrule', '제외일'],
    ['2026-04-12', '휴점', 'freq=monthly;byday=2su,4su', '2026-05-10, 2026-04-26'],
  )
  expect(factsOfOne(file)).toMatchObject({
    ...{ rrule: 'FREQ=MONTHLY;BYDAY=2SU,4SU', exdates: ['2026-04-26', '2026-05-10'] },
  })
})

test('an empty rule is no rule', () => {
  const file = csv(['날짜', '제목', '반복'], ['2026-04-12', '휴점', ''])
  expect(factsOfOne(file)).toMatchObject({ rrule: null, exdates: [] })
})

test('an exception that the rule does not make is said; one that is no date is an error', () => {
  const file = (exceptions: string) =>
    csv(['날짜', '제목', 'rrule', 'exdates'], ['2026-04-12', 'a', 'FREQ=WEEKLY', exceptions])
  expect(found(read(file('2026-04-20')))).toEqual([
    'warning exdate.not_an_occurrence 2 exdates 2026-04-20',
  ])
  expect(found(read(file('2026-04-31')))).toEqual(['error date.invalid 2 exdates 2026-04-31'])
  expect(found(read(file('05/06/2026')))).toEqual(['question date.ambiguous 2 exdates 05/06/2026'])
})

test('a rule that is none, or none that all calendars read alike', () => {
  const file = (rule: string, start = '2026-04-12') =>
    csv(['시작', '제목', 'rrule'], [start, 'a', rule])
  expect(found(read(file('every sunday')))[0]).toMatch(/^error rrule.invalid 2 rrule/)
  expect(found(read(file('FREQ=WEEKLY;BYSETPOS=1;BYDAY=SU')))[0]).toMatch(
    /^error rrule.unsupported/,
  )
})

test('a series with a time keeps it; UNTIL becomes an instant, an exdate may be a date alone', () => {
  const file = csv(
    ['시작', '제목', 'rrule', '제외일'],
    ['2026-04-13 18:30', 'a', 'FREQ=WEEKLY;BYDAY=MO;UNTIL=20260504', '2026-04-20'],
  )
  expect(factsOf(file)[0]).toMatchObject({
    ...{ start: '2026-04-13T18:30:00', rrule: 'FREQ=WEEKLY;UNTIL=20260504T093000Z;BYDAY=MO' },
    exdates: ['2026-04-20T18:30:00'],
  })
})

test('several rows, each in its own way', () => {
  const file = csv(
    ['날짜', '시간', '제목'],
    ['2026-04-01', '18:30', 'a'],
    ['4월 2일(목)', '오후 2시', 'b'],
    ['20260403', '미정', 'c'],
  )
  expect(factsOf(file).map(({ start }) => start)).toEqual([
    ...['2026-04-01T18:30:00', '2026-04-02T14:00:00', '2026-04-03'],
  ])
})
