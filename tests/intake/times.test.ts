import fc from 'fast-check'
import { expect, test } from 'vitest'
import { splitMoment } from '../../src/intake/moments.ts'
import { readStatus, readYesNo } from '../../src/intake/statuses.ts'
import { readTime, splitOffset } from '../../src/intake/times.ts'

/** `18:30:00`, `+18:30:00` on the next day, `tbd`, or the code of what is wrong. */
function told(text: string): string {
  const read = readTime(text)
  if ('tbd' in read) return 'tbd'
  return 'code' in read ? read.code : `${read.nextDay ? '+' : ''}${read.time}`
}

test.each([
  ['18:30', '18:30:00'],
  ['9:05', '09:05:00'],
  ['18:30:15', '18:30:15'],
  ['18:30:00.000', '18:30:00'],
  ['1830', '18:30:00'],
  ['0000', '00:00:00'],
  ['18시', '18:00:00'],
  ['18시 30분', '18:30:00'],
  ['18시30분', '18:30:00'],
  ['오후 6:30', '18:30:00'],
  ['오후6시30분', '18:30:00'],
  ['오전 12:30', '00:30:00'],
  ['오후 12시', '12:00:00'],
  ['6:30 PM', '18:30:00'],
  ['6:30pm', '18:30:00'],
  ['6 p.m.', '18:00:00'],
  ['PM 6:30', '18:30:00'],
  ['12:00 AM', '00:00:00'],
  ['12:00:00 AM', '00:00:00'],
  ['12:00 PM', '12:00:00'],
  ['정오', '12:00:00'],
  ['24:00', '+00:00:00'],
  ['', 'tbd'],
  ['  ', 'tbd'],
  ['미정', 'tbd'],
  ['시간 미정', 'tbd'],
  ['추후 공지', 'tbd'],
  ['TBD', 'tbd'],
  ['t.b.a.', 'tbd'],
  ['To be determined', 'tbd'],
  ['-', 'tbd'],
  ['25:00', 'time.invalid'],
  ['24:01', 'time.invalid'],
  ['18:60', 'time.invalid'],
  ['23:59:60', 'time.invalid'],
  ['13:00 PM', 'time.invalid'],
  ['0:00 AM', 'time.invalid'],
  ['오후 0:30', 'time.invalid'],
  ['18.30', 'time.invalid'],
  ['18', 'time.invalid'],
  ['930', 'time.invalid'],
  ['0.7708333', 'time.invalid'],
  ['18:30 ~ 21:00', 'time.invalid'],
  ['저녁', 'time.invalid'],
  [`18:30${' '.repeat(50)}x`, 'time.invalid'],
])('%j is %s', (text, wanted) => {
  expect(told(text)).toBe(wanted)
})

test('every minute of a day, in every form, is read as itself', () => {
  const minute = fc.record({
    h: fc.integer({ min: 0, max: 23 }),
    m: fc.integer({ min: 0, max: 59 }),
  })
  fc.assert(
    fc.property(minute, ({ h, m }) => {
      const [hh, mm] = [h, m].map((value) => String(value).padStart(2, '0'))
      const [half, twelve] = [h < 12 ? ['오전', 'AM'] : ['오후', 'PM'], h % 12 || 12]
      const forms = [
        ...[`${hh}:${mm}`, `${h}:${mm}`, `${hh}${mm}`, `${h}시 ${m}분`, `${hh}:${mm}:00`],
        ...[
          `${half[0]} ${twelve}:${mm}`,
          `${twelve}:${mm} ${half[1]}`,
          `${half[0]} ${twelve}시 ${m}분`,
        ],
      ]
      for (const form of forms) expect([form, told(form)]).toEqual([form, `${hh}:${mm}:00`])
    }),
  )
})

test.each([
  ['18:30', '18:30', null],
  ['18:30Z', '18:30', 0],
  ['18:30+09:00', '18:30', 540],
  ['18:30:00-0500', '18:30:00', -300],
  ['18:30:00-03:30', '18:30:00', -210],
  ['오후 6:30', '오후 6:30', null],
])('the offset behind %s', (text, time, offset) => {
  expect(splitOffset(text, false)).toEqual({ time, offset })
})

test('10:00-12:00 is from ten to twelve, and no offset; with the T of ISO 8601 it is one', () => {
  for (const text of ['10:00-12:00', '1000-1200', '13:00-14:30'])
    expect(splitOffset(text, false)).toBe(null)
  expect(splitOffset('10:00-05:00', true)).toEqual({ time: '10:00', offset: -300 })
})

test.each(['10:00+25:00', '10:00+14:60', '10:00:00-15:00'])('%s is no offset on earth', (text) => {
  expect(splitOffset(text, false)).toBe(null)
})

test.each([
  ['2026-04-01', '2026-04-01', null],
  ['2026-04-01 18:30', '2026-04-01', '18:30'],
  ['2026-04-01T18:30:00+09:00', '2026-04-01', '18:30:00+09:00'],
  ['2026.4.1 오후 6:30', '2026.4.1', '오후 6:30'],
  ['2026. 4. 1. 18:30', '2026. 4. 1.', '18:30'],
  ['2026년 4월 1일 18시 30분', '2026년 4월 1일', '18시 30분'],
  ['4월 1일(수) 18:30', '4월 1일(수)', '18:30'],
  ['2026-04-01 Wed 18:30', '2026-04-01 Wed', '18:30'],
  ['20260401 1830', '20260401', '1830'],
  ['4/1(수) 1830', '4/1(수)', '1830'],
  ['2026-04-01 미정', '2026-04-01', '미정'],
  ['Apr 1, 2026 6 pm', 'Apr 1, 2026', '6 pm'],
  ['04/25/2026 6:30 PM', '04/25/2026', '6:30 PM'],
  ['1 May 2026', '1 May 2026', null],
  ['April 1, 2026', 'April 1, 2026', null],
  ['April 1 2026', 'April 1 2026', null],
  ['Wed, 1 Apr 2026', 'Wed, 1 Apr 2026', null],
  ['01. 04. 2026', '01. 04. 2026', null],
])('%s is the date %s and the time %s', (text, date, time) => {
  expect(splitMoment(text)).toMatchObject({ date, time })
})

test.each([
  ['', 'confirmed'],
  ['예정', 'confirmed'],
  ['Scheduled', 'confirmed'],
  ['미정', 'tentative'],
  ['TBC', 'tentative'],
  ['연기', 'postponed'],
  ['우천 순연', 'postponed'],
  ['POSTPONED', 'postponed'],
  ['취소', 'cancelled'],
  ['cancelled', 'cancelled'],
  ['canceled', 'cancelled'],
  ['경기 종료', 'ended'],
  ['Final', 'ended'],
  [' final ', 'ended'],
])('the status %j is %s', (text, status) => {
  expect(readStatus(text)).toEqual({ status, soldOut: false, removed: false, reason: null })
})

test('a rain-out is a cancellation that says why', () => {
  expect(readStatus('우천취소')).toMatchObject({ status: 'cancelled', reason: '우천취소' })
  expect(readStatus('우천 취소')).toMatchObject({ status: 'cancelled', reason: '우천 취소' })
  expect(readStatus('Rained Out')).toMatchObject({ status: 'cancelled', reason: 'Rained Out' })
})

test('sold out and removed are no statuses', () => {
  expect(readStatus('매진')).toMatchObject({ status: 'confirmed', soldOut: true })
  expect(readStatus('전석 매진')).toMatchObject({ status: 'confirmed', soldOut: true })
  expect(readStatus('삭제')).toMatchObject({ removed: true })
  expect(readStatus('Deleted')).toMatchObject({ removed: true })
})

test('a word that is no status is none', () => {
  for (const word of ['취소?', 'maybe', '__proto__', 'constructor', '진행 안 함'])
    expect(readStatus(word)).toBe(null)
})

test('yes and no as partners and their programs write them', () => {
  for (const word of ['yes', 'Y', 'TRUE', '1', '예', '네', '참', 'O', '종일', 'Ja', 'Wahr', 'Ein'])
    expect([word, readYesNo(word)]).toEqual([word, true])
  for (const word of ['', ' ', 'no', 'N', 'False', '0', '아니오', '거짓', 'X', '-', 'Nein', 'Aus'])
    expect([word, readYesNo(word)]).toEqual([word, false])
  for (const word of ['maybe', '2', 'constructor'])
    expect([word, readYesNo(word)]).toEqual([word, null])
})
