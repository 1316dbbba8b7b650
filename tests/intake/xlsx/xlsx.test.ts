import { expect, test } from 'vitest'
import { factsOf, factsOfOne, found, read, utf8 } from '../reading.ts'
import { DATE, DIGITS, MOMENT, TIME, workbook } from './workbook.ts'

test('a workbook is read as a person sees it', () => {
  const rows = [
    ['2026 시즌 일정'],
    null,
    ['날짜', '시간', '제목', '종일', '경기번호ID', '메모2'],
    [{ value: 46113, style: DATE }, { value: 0.7708333333, style: TIME }, '개막', false, 7, 1.5],
    [{ value: 46114.4166666667, style: MOMENT }, null, '둘째', null, { value: 8, style: DIGITS }],
    [46115, null, '셋째', true, '0009'],
  ]
  const file = workbook({ name: '일정', rows })
  const reading = read(file)
  expect(found(reading)).toEqual([
    'warning header.unknown 3 메모2 메모2',
    'warning header.below 3 2026 시즌 일정',
  ])
  expect(reading.table).toMatchObject({ sheets: ['일정'], sheet: '일정', headerRow: 3 })
  expect(reading.table?.headers[0]).toEqual({
    ...{ header: '날짜', column: 'start_date' },
    samples: ['2026-04-01', '2026-04-02 10:00', '2026-04-03'],
  })
  expect(factsOf(file)).toMatchObject([
    { start: '2026-04-01T18:30:00', title: '개막', externalId: '7', extra: { 메모2: '1.5' } },
    { start: '2026-04-02T10:00:00', title: '둘째', externalId: '0008' },
    { start: '2026-04-03', title: '셋째', externalId: '0009', allDay: true },
  ])
})

const HEADER = ['날짜', '제목', '장소']
const of = (...rows: Parameters<typeof workbook>[0]['rows']) =>
  workbook({ rows: [HEADER, ...rows] })

test('a number is a date under a date alone', () => {
  expect(factsOfOne(of([46113, 46113, 2026]))).toMatchObject({
    ...{ start: '2026-04-01', title: '46113', location: { name: '2026' } },
  })
})

test('a merged date is the date of each of its rows, which is said once a column', () => {
  const file = workbook({
    rows: [HEADER, ['2026-04-01', 'a'], [null, 'b'], ['2026-04-02', 'c'], [null, 'd'], null],
    merges: ['A2:A3', 'A4:A6'],
  })
  const reading = read(file)
  expect(found(reading)).toEqual(['warning xlsx.merged 2 날짜 2026-04-01'])
  expect(reading.findings[0]?.params).toEqual({ cells: 'A2:A3, A4:A6' })
  expect(reading.rows.map(({ facts }) => facts.start)).toEqual([
    ...['2026-04-01', '2026-04-01', '2026-04-02', '2026-04-02'],
  ])
})

test('a header of two rows is read by its second', () => {
  const file = workbook({
    rows: [
      ['날짜', '경기', null],
      [null, '홈', '원정'],
      ['2026-04-01', 'A', 'B'],
    ],
    merges: ['A1:A2', 'B1:C1'],
  })
  expect(factsOfOne(file)).toMatchObject({ start: '2026-04-01', home: 'A', away: 'B' })
})

test('a title merged over three columns is no venue', () => {
  const file = workbook({ rows: [HEADER, ['2026-04-01', '긴 제목', null]], merges: ['B2:C2'] })
  expect(factsOfOne(file).location).toEqual({ name: null })
})

const SCHEDULE = (title: string) => [HEADER, ['2026-04-01', title]]

test('the sheet that reads as a schedule is found; of several one is asked about', () => {
  const notes = { name: '안내', rows: [['여기는 안내입니다'], ['문의', '02-000-0000']] }
  const march = { name: '3월', rows: SCHEDULE('a') }
  const april = { name: '4월', rows: SCHEDULE('b') }
  expect(read(workbook(notes, march)).table?.sheet).toBe('3월')
  expect(found(read(workbook(notes, march)))).toEqual([])
  const several = workbook(notes, march, april)
  expect(found(read(several))).toEqual(['question xlsx.sheets 3월'])
  expect(read(several).table?.sheets).toEqual(['안내', '3월', '4월'])
  expect(factsOfOne(several, { sheet: '4월' }).title).toBe('b')
})

test('a sheet of dates under headers that nobody knows is not passed over in silence', () => {
  const march = {
    name: '3월',
    rows: [
      ['언제', '무엇'],
      ['2026-03-01', 'a'],
    ],
  }
  const april = { name: '4월', rows: SCHEDULE('b') }
  expect(found(read(workbook(march, april)))).toEqual(['warning xlsx.unread 3월'])
  expect(read(workbook(march, april)).table?.sheet).toBe('4월')
})

test('what is hidden is left out and said, but for ids', () => {
  const rows = [
    ['ID', ...HEADER, '담당'],
    ...['a', 'b', 'c', 'd'].map((each) => [each, '2026-04-01', each, '홀', '김']),
  ]
  const reading = read(workbook({ rows, hiddenColumns: [1, 4, 5], hiddenRows: [3, 4] }))
  expect(found(reading)).toEqual(['warning xlsx.hidden D:E, 3:4'])
  expect(reading.rows.map(({ facts }) => facts.externalId)).toEqual(['a', 'd'])
  expect(reading.rows[0]?.facts).not.toHaveProperty('location')
})

test('a schedule on a hidden sheet alone is refused, unless a person names the sheet', () => {
  const file = workbook({ rows: [['메모']] }, { name: '비공개', hidden: true, rows: SCHEDULE('a') })
  expect(found(read(file))).toContain('error xlsx.hidden 비공개')
  expect(factsOfOne(file, { sheet: '비공개' }).title).toBe('a')
  const beside = workbook(
    { rows: SCHEDULE('b') },
    { name: '옛', hidden: true, rows: SCHEDULE('a') },
  )
  expect(found(read(beside))).toEqual(['warning xlsx.hidden 옛'])
})

test('cells without a value that can be used', () => {
  const rows = [
    [...HEADER, '비고2'],
    ['2026-04-01', { xml: '<c t="e"><v>#REF!</v></c>' }],
    ['2026-04-01', { xml: '<c><f>A1</f></c>' }],
    ['2026-04-01', true],
    ['2026-04-01', 'a', '홀', { xml: '<c t="e"><v>#N/A</v></c>' }],
    ['2026-04-01', { xml: '<c t="str"><f>A1</f><v>b</v></c>' }],
  ]
  const reading = read(workbook({ rows }))
  expect(found(reading)).toEqual([
    'warning header.unknown 1 비고2 비고2',
    'error cell.error 2 제목 #REF!',
    'error cell.formula_uncached 3 제목',
    'error cell.type 4 제목 TRUE',
    'warning cell.error 5 비고2 #N/A',
  ])
  expect(reading.rows.map(({ facts }) => facts.title)).toEqual(['a', 'b'])
  const cells = [2, 3, 4].map((row) => ({ row, column: '제목', value: `${row}` }))
  expect(factsOf(workbook({ rows }), { cells }).map(({ title }) => title)).toEqual([
    ...['2', '3', '4', 'a', 'b'],
  ])
})

test('matched columns of a workbook have the types of what they are said to be', () => {
  const file = workbook({
    rows: [
      ['Wann', 'Was'],
      [46113, 'x'],
    ],
  })
  expect(found(read(file))).toContain('error header.missing 1 start')
  expect(factsOfOne(file, { columns: { Wann: 'start_date', Was: 'title' } })).toMatchObject({
    ...{ start: '2026-04-01', title: 'x' },
  })
})

test('a workbook is told by its bytes and its name', () => {
  const file = of(['2026-04-01', 'a'])
  const unnamed = read(file, {}, null)
  expect(unnamed).toMatchObject({ format: 'xlsx', rowCount: 1 })
  expect(found(read(file, {}, 'a.csv'))).toEqual(['error file.type_mismatch XLSX'])
  expect(found(read(utf8('날짜,제목\n2026-04-01,a'), {}, 'a.xlsx'))).toEqual([
    'error file.type_mismatch text',
  ])
  const old = Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1)
  expect(found(read(old, {}, 'a.xlsx'))).toEqual(['error file.encrypted'])
  expect(found(read(old, {}, 'a.xls'))).toEqual(['error file.unsupported XLS'])
})

test('what is cut off, or not a workbook, says so', () => {
  const file = of(['2026-04-01', 'a'])
  expect(found(read(file.slice(0, -30), {}, 'a.xlsx'))).toEqual(['error file.unreadable'])
  expect(found(read(workbook({ rows: [] }), {}, 'a.xlsx'))).toEqual(['error file.empty'])
})
