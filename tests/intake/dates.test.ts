import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DateContext, orderOf, readDate } from '../../src/intake/dates.ts'
import { csv, factsOf, found, read } from './reading.ts'

const NOW: DateContext = { order: null, year: null, today: '2026-04-01' }

/** The date, or the code of what is wrong, with its readings. */
function told(text: string, context: Partial<DateContext> = {}): string {
  const read = readDate(text, { ...NOW, ...context })
  if ('date' in read) return read.date
  return 'readings' in read ? `${read.code} ${read.readings.join(' / ')}` : read.code
}

test.each([
  '2026-04-01',
  '2026-4-1',
  '2026.4.1',
  '2026.04.01.',
  '2026. 4. 1.',
  '2026/04/01',
  '20260401',
  '2026년 4월 1일',
  '2026년4월1일',
  '2026년 4월 1일(수)',
  '2026년 4월 1일 수요일',
  '2026-04-01 (Wed)',
  '2026-04-01 Wed',
  'Wed, 1 Apr 2026',
  'Wednesday, April 1, 2026',
  '1 April 2026',
  '1st April 2026',
  '01-Apr-2026',
  'Apr 1, 2026',
  'April 1 2026',
  '4월 1일(수)',
  '4월 1일 수요일',
  '4/1(수)',
  '4.1 (수)',
  ' 2026-04-01 ',
])('%s is 1 April 2026', (text) => {
  expect(told(text)).toBe('2026-04-01')
})

test.each([
  ['2026-02-30', 'date.invalid'],
  ['2025-02-29', 'date.invalid'],
  ['2026-13-01', 'date.invalid'],
  ['2026-00-10', 'date.invalid'],
  ['2026-04-00', 'date.invalid'],
  ['20260431', 'date.invalid'],
  ['31/04/2026', 'date.invalid'],
  ['4월 31일(수)', 'date.invalid'],
  ['내일', 'date.invalid'],
  ['now', 'date.invalid'],
  ['미정', 'date.invalid'],
  ['', 'date.invalid'],
  ['2026-04', 'date.invalid'],
  ['٢٠٢٦-٠٤-٠١', 'date.invalid'],
  ['1 Foo 2026', 'date.invalid'],
  ['1 marraskuu 2026', 'date.invalid'],
  ['May Day 2026', 'date.invalid'],
  [`2026-04-01${' '.repeat(100)}x`, 'date.invalid'],
  ['1969-12-31', 'date.out_of_range'],
  ['2201-01-01', 'date.out_of_range'],
  ['0001-01-01', 'date.out_of_range'],
  ['-2026-04-01', 'date.out_of_range'],
  ['12026-04-01', 'date.out_of_range'],
  ['46113', 'date.serial'],
  ['1775001600000', 'date.serial'],
  ['2026-04-01(목)', 'date.weekday_mismatch'],
  ['Thu, 1 Apr 2026', 'date.weekday_mismatch'],
  ['4월 1일(월)', 'date.weekday_mismatch'],
])('%s: %s', (text, code) => {
  expect(told(text)).toBe(code)
})

test('the first and the last day that are read', () => {
  expect(told('1970-01-01')).toBe('1970-01-01')
  expect(told('2200-12-31')).toBe('2200-12-31')
})

test('what reads in two ways is asked about, with both readings', () => {
  expect(told('05/06/2026')).toBe('date.ambiguous 2026-06-05 / 2026-05-06')
  expect(told('05.06.2026')).toBe('date.ambiguous 2026-06-05 / 2026-05-06')
  expect(told('05. 06. 2026')).toBe('date.ambiguous 2026-06-05 / 2026-05-06')
  expect(told('26.04.05')).toBe('date.ambiguous 2005-04-26 / 2026-04-05')
})

test('what reads in one way is read', () => {
  expect(told('25/06/2026')).toBe('2026-06-25')
  expect(told('06/25/2026')).toBe('2026-06-25')
  expect(told('05/05/2026')).toBe('2026-05-05')
})

test('the partner’s answer settles it, and makes the other order wrong', () => {
  expect(told('05/06/2026', { order: 'DMY' })).toBe('2026-06-05')
  expect(told('05/06/2026', { order: 'MDY' })).toBe('2026-05-06')
  expect(told('26.04.05', { order: 'YMD' })).toBe('2026-04-05')
  expect(told('25/06/2026', { order: 'MDY' })).toBe('date.invalid')
})

test('a weekday tells which of two readings is meant', () => {
  expect(told('05/06/2026(금)')).toBe('2026-06-05')
  expect(told('Wed 05/06/2026')).toBe('2026-05-06')
  expect(told('05/06/2026(월)')).toBe('date.weekday_mismatch')
  expect(told('26.04.01(수)')).toBe('2026-04-01')
})

test('a date without a year is asked about, unless its weekday tells the year', () => {
  expect(told('4월 1일')).toBe('date.year_missing 2025-04-01 / 2026-04-01 / 2027-04-01')
  expect(told('4/1')).toBe('date.year_missing 2025-04-01 / 2026-04-01 / 2027-04-01')
  expect(told('4월 1일(화)')).toBe('2025-04-01')
  expect(told('4월 1일(수)')).toBe('2026-04-01')
  expect(told('4월 1일(목)')).toBe('2027-04-01')
  expect(told('2월 29일')).toBe('date.invalid')
  expect(told('2월 29일(화)', { today: '2028-01-01' })).toBe('2028-02-29')
})

test('the partner’s answer of a year settles it; the weekday must still be right', () => {
  expect(told('4월 1일', { year: 2026 })).toBe('2026-04-01')
  expect(told('4/1(수)', { year: 2026 })).toBe('2026-04-01')
  expect(told('4/1(목)', { year: 2026 })).toBe('date.weekday_mismatch')
  expect(told('4/1', { year: 2026, order: 'DMY' })).toBe('2026-01-04')
})

test('4/1 is April in Korea; with an English weekday it may be January, and is asked about', () => {
  expect(told('3/4(목)')).toBe('2027-03-04')
  expect(told('Thu 3/4')).toBe('date.ambiguous 2027-03-04 / 2025-04-03')
  expect(told('Fri 5/6')).toBe('2026-06-05')
  expect(told('Thu 3/4', { order: 'DMY' })).toBe('2025-04-03')
  expect(told('Thu 3/4', { order: 'MDY' })).toBe('2027-03-04')
})

test('one date of a column that reads in one order tells how the file writes its dates', () => {
  expect(orderOf(['05/06/2026', '25/06/2026'])).toBe('DMY')
  expect(orderOf(['05/06/2026', '06/25/2026'])).toBe('MDY')
  expect(orderOf(['05/06/2026', '25/06/2026(목)'])).toBe('DMY')
  expect(orderOf(['05/06/2026(금)', '07/06/2026'])).toBe('DMY')
  expect(orderOf(['05/06/2026', '2026-06-25'])).toBe(null)
  expect(orderOf(['05/06/2026', '07/06/2026'])).toBe(null)
  expect(orderOf(['25/06/2026', '06/25/2026', '05/06/2026'])).toBe(null)
  expect(orderOf([])).toBe(null)
})

test('the whole file is looked at: ends, ticket openings, exceptions and JSON as well', () => {
  const header = ['날짜', '종료일', '제목', '예매오픈']
  const file = csv(header, ['05/06/2026', '25/06/2026', 'a', '01/06/2026'])
  expect(factsOf(file)).toEqual([
    expect.objectContaining({
      ...{ start: '2026-06-05', end: '2026-06-25', ticketOpensAt: '2026-06-01' },
    }),
  ])
  const tickets = csv(header, ['05/06/2026', '', 'a', '25/05/2026'])
  expect(factsOf(tickets)[0]?.start).toBe('2026-06-05')
  const exceptions = csv(
    ['날짜', '제목', 'rrule', '제외일'],
    ['05/06/2026', 'a', 'FREQ=WEEKLY', '12/06/2026; 19/06/2026'],
  )
  expect(factsOf(exceptions)[0]).toMatchObject({
    ...{ start: '2026-06-05', exdates: ['2026-06-12', '2026-06-19'] },
  })
  const events = [
    { title: 'a', start: '05/06/2026 18:30' },
    { title: 'b', start: '07/06/2026', ticketOpensAt: '25/05/2026 10:00' },
  ]
  expect(factsOf({ events }).map(({ start }) => start)).toEqual([
    ...['2026-06-05T18:30:00', '2026-06-07'],
  ])
})

test('a slip of the day never makes another order of it', () => {
  expect(told('31/04/2026')).toBe('date.invalid')
  expect(told('26.04.31')).toBe('date.ambiguous 2031-04-26')
  expect(told('26.04.31', { order: 'YMD' })).toBe('date.invalid')
  expect(told('26.04.31(토)')).toBe('date.ambiguous 2031-04-26')
  expect(orderOf(['26.04.05', '26.04.31'])).toBe(null)
  expect(orderOf(['26.04.05', '26.05.32'])).toBe(null)
  expect(orderOf(['01-05-26', '01-15-26'])).toBe('MDY')
})

test('a doubtful date holds its row back; the others are read', () => {
  const reading = read(
    csv(['날짜', '제목'], ['2026-04-01', 'a'], ['05/06/2026', 'b'], ['4/1', 'c']),
  )
  expect(found(reading)).toEqual([
    'question date.ambiguous 3 날짜 05/06/2026',
    'question date.year_missing 4 날짜 4/1',
  ])
  expect(reading.rows.map(({ facts }) => facts.title)).toEqual(['a'])
  expect(reading.refusedCount).toBe(0)
})

// Properties

const pad = (value: number) => String(value).padStart(2, '0')
const MONTHS =
  'January February March April May June July August September October November December'.split(' ')
const KOREAN_DAYS = '일월화수목금토'
const ENGLISH_DAYS = 'Sunday Monday Tuesday Wednesday Thursday Friday Saturday'.split(' ')

/** Every form in which a date with its year may be written. */
function formsOf(year: number, month: number, day: number): [string, DateContext['order']][] {
  const weekday = new Date(Date.UTC(year, month - 1, day)).getUTCDay()
  const [korean, english] = [KOREAN_DAYS.charAt(weekday), ENGLISH_DAYS[weekday] ?? '']
  const name = MONTHS[month - 1] ?? ''
  const plain = [
    ...[`${year}-${pad(month)}-${pad(day)}`, `${year}-${month}-${day}`],
    ...[
      `${year}.${month}.${day}`,
      `${year}. ${month}. ${day}.`,
      `${year}/${pad(month)}/${pad(day)}`,
    ],
    ...[`${year}${pad(month)}${pad(day)}`, `${year}년 ${month}월 ${day}일`],
    ...[
      `${year}년 ${pad(month)}월 ${pad(day)}일(${korean})`,
      `${year}-${month}-${day} ${korean}요일`,
    ],
    ...[`${day} ${name} ${year}`, `${name} ${day}, ${year}`, `${day}-${name.slice(0, 3)}-${year}`],
    ...[`${english}, ${name} ${day}, ${year}`, `${english.slice(0, 3)} ${day} ${name} ${year}`],
  ]
  return [
    ...plain.map((text): [string, null] => [text, null]),
    [`${pad(day)}/${pad(month)}/${year}`, 'DMY'],
    [`${day}.${month}.${year}`, 'DMY'],
    [`${month}/${day}/${year}`, 'MDY'],
  ]
}

const anyDate = fc
  .date({
    ...{ min: new Date('1970-01-01'), max: new Date('2200-12-31T23:59:59Z'), noInvalidDate: true },
  })
  .map((date) => date.toISOString().slice(0, 10))

test('every real date, in every form, is read as itself', () => {
  fc.assert(
    fc.property(anyDate, (date) => {
      const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
      for (const [text, order] of formsOf(year, month, day))
        expect([text, told(text, { order })]).toEqual([text, date])
    }),
    { numRuns: 300 },
  )
})

const isReal = (date: string): boolean => {
  const time = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(date)
}

test('no date that does not exist is ever accepted', () => {
  const numbers = fc.tuple(
    ...[fc.integer({ min: 1970, max: 2200 }), fc.integer({ min: 0, max: 14 })],
    fc.integer({ min: 0, max: 33 }),
  )
  fc.assert(
    fc.property(numbers, ([year = 0, month = 0, day = 0]) => {
      const iso = `${year}-${pad(month)}-${pad(day)}`
      const wanted = isReal(iso) ? iso : 'date.invalid'
      expect(told(iso)).toBe(wanted)
      expect(told(`${year}${pad(month)}${pad(day)}`)).toBe(wanted)
      expect(told(`${year}년 ${month}월 ${day}일`)).toBe(wanted)
      expect(told(`${day}/${month}/${year}`, { order: 'DMY' })).toBe(wanted)
      expect(told(`${month}월 ${day}일`, { year })).toBe(wanted)
    }),
    { numRuns: 500 },
  )
})

test('whatever is written, what is accepted is a real date between 1970 and 2200', () => {
  const piece = fc.constantFrom(...'0123456789-/. 년월일(수)', 'Apr', 'Sat', 'May ', 'th', ',')
  const order = fc.constantFrom('DMY', 'MDY', 'YMD', null)
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 16 }), order, (pieces, order) => {
      const read = readDate(pieces.join(''), { ...NOW, order })
      if (!('date' in read)) return
      expect(isReal(read.date)).toBe(true)
      expect(read.date >= '1970-01-01' && read.date <= '2200-12-31').toBe(true)
    }),
    { numRuns: 3000 },
  )
})
