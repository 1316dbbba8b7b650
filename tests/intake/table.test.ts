import { expect, test } from 'vitest'
import { csv, factsOf, factsOfOne, found, read } from './reading.ts'

const titles = (file: string) => factsOf(file).map(({ title }) => title)

test.each([
  ['commas', ','],
  ['semicolons', ';'],
  ['tabs', '\t'],
  ['bars', '|'],
])('cells between %s', (_, mark) => {
  const file = [
    ['날짜', '제목', '장소'],
    ['2026-04-01', '개막', '하버홀'],
  ]
    .map((cells) => cells.join(mark))
    .join('\n')
  expect(factsOfOne(file)).toMatchObject({ title: '개막', location: { name: '하버홀' } })
})

test('the separator is the one that the header has most of, outside quotes', () => {
  expect(factsOfOne('날짜;제목;"가, 나, 다, 라"\n2026-04-01;a;x').title).toBe('a')
  expect(factsOfOne('날짜;제목;비고\n2026-04-01;a, b, c, d;x').title).toBe('a, b, c, d')
})

test('a first line sep= names the separator; a spreadsheet does not show it as a row', () => {
  const reading = read('sep=;\n날짜;제목\n2026-04-01;개막\n2026-02-30;폐막\n')
  expect(found(reading)).toEqual([
    'warning csv.delimiter 1 sep=;',
    'error date.invalid 3 날짜 2026-02-30',
  ])
  expect(found(read('sep=\t\n날짜\t제목\n2026-04-01\ta'))).toEqual(['warning csv.delimiter 1 sep='])
})

test.each([
  ['\n', 'as Unix ends them'],
  ['\r\n', 'as Windows ends them'],
  ['\r', 'as old Macs ended them'],
])('lines that end in %j, %s', (end) => {
  const file = ['날짜,제목', '2026-04-01,a', '2026-04-02,b'].join(end)
  expect(titles(file)).toEqual(['a', 'b'])
})

test('a quoted cell holds separators, quotation marks and line breaks', () => {
  const file = csv(['날짜', '제목', '설명'], ['2026-04-01', '"개막", 그리고', '첫 줄\r\n둘째 줄'])
  expect(factsOfOne(file)).toMatchObject({
    ...{ title: '"개막", 그리고', description: '첫 줄\n둘째 줄' },
  })
})

test('rows are numbered as a spreadsheet shows them: blank rows count, broken lines do not', () => {
  const file = '날짜,제목,설명\n2026-04-01,a,"x\ny\nz"\n\n,,\n2026-02-30,b,\n'
  const reading = read(file)
  expect(found(reading)).toEqual(['error date.invalid 5 날짜 2026-02-30'])
  expect(reading).toMatchObject({ rowCount: 2, refusedCount: 1 })
})

test('the header may stand below blank rows', () => {
  expect(found(read('\n,,\n날짜,제목\n2026-02-30,a\n'))).toEqual([
    'error date.invalid 4 날짜 2026-02-30',
  ])
})

test('a header and nothing below it', () => {
  expect(found(read('날짜,제목\n\n\n'))).toEqual(['error file.no_rows'])
})

test('a quotation mark that is never closed is told where it opens, and nothing else is said', () => {
  const reading = read('날짜,제목\n2026-04-01,a\n2026-04-02,"b\n2026-02-30,c\n')
  expect(found(reading)).toEqual(['error csv.unclosed_quote 3'])
  expect(reading).toMatchObject({ rowCount: 2, refusedCount: 1 })
})

test('text behind a closing quotation mark', () => {
  const reading = read('날짜,제목\n2026-04-01,"하버" 개막전\n2026-02-30,"b"\n')
  expect(found(reading)[0]).toBe('error csv.quote 2')
  expect(found(read('날짜,"제목"x\n2026-04-01,a\n'))[0]).toBe('error csv.quote 1')
})

test('a quotation mark inside a cell without quotes is a letter', () => {
  expect(titles('날짜,제목\n2026-04-01,27" 모니터\n')).toEqual(['27" 모니터'])
})

test('a cell beyond the header: its row, its text, and how many cells there are', () => {
  const reading = read('날짜,제목\n2026-04-01,개막, 하버홀에서\n2026-04-02,폐막\n')
  expect(found(reading)).toEqual(['error row.ragged 2  하버홀에서'])
  expect(reading.findings[0]?.params).toEqual({ cells: 3, columns: 2 })
  expect(reading).toMatchObject({ rowCount: 2, refusedCount: 1 })
})

test('empty cells beyond the header, and missing ones before its end, are nothing', () => {
  expect(titles('날짜,제목,장소\n2026-04-01,a,,,,\n2026-04-02,b\n')).toEqual(['a', 'b'])
})

test('every wrong row is named at once', () => {
  const file = csv(
    ['날짜', '시간', '제목', '상태'],
    ['2026-02-30', '18:30', 'a', ''],
    ['2026-04-02', '25:00', '', ''],
    ['2026-04-03', '18:30', 'c', '휴무'],
  )
  const reading = read(file)
  expect(found(reading)).toEqual([
    'error date.invalid 2 날짜 2026-02-30',
    'error field.required 3 제목',
    'error time.invalid 3 시간 25:00',
    'error status.unknown 4 상태 휴무',
  ])
  expect(reading).toMatchObject({ rows: [], rowCount: 3, refusedCount: 3 })
})

test('a value that a finding repeats cannot command a terminal', () => {
  const reading = read(csv(['날짜', '제목'], ['2026\u001b[31m\u202e', 'a']))
  expect(reading.findings[0]?.value).toBe('2026·[31m·')
  const long = read(csv(['날짜', '제목'], ['9'.repeat(1000), 'a']))
  expect(long.findings[0]?.value).toHaveLength(200)
})

test('the very same row twice is one row, which is said', () => {
  const row = ['2026-04-01', '개막', '하버홀']
  const reading = read(csv(['날짜', '제목', '장소'], row, ['2026-04-02', '폐막', ''], row))
  expect(found(reading)).toEqual(['warning row.duplicate 4 개막'])
  expect(reading.findings[0]?.params).toEqual({ first: 2 })
  expect(reading).toMatchObject({ rowCount: 3, refusedCount: 0 })
  expect(reading.rows).toHaveLength(2)
})

test('one id twice is an error at the column that holds it', () => {
  const reading = read(csv(['번호', '경기번호ID', '날짜', '제목'], ['1', 'g1', '2026-04-01', 'a']))
  expect(found(reading)).toEqual(['warning header.unknown 1 번호 번호'])
  const twice = csv(
    ['일정번호', '날짜', '제목'],
    ['g1', '2026-04-01', 'a'],
    ['g1', '2026-04-02', 'b'],
  )
  expect(found(read(twice))).toEqual(['error uid.duplicate 3 일정번호 g1'])
  expect(read(twice)).toMatchObject({ rowCount: 2, refusedCount: 1 })
})

test('ids are the same however their letters are composed', () => {
  const ids = ['caf\u00e9', 'cafe\u0301'].map((id, at) => [id, `2026-04-0${at + 1}`, 'a'])
  expect(found(read(csv(['uid', 'date', 'title'], ...ids)))).toContain(
    'error uid.duplicate 3 uid caf\u00e9',
  )
})

test('odd ids are kept letter by letter, and said', () => {
  const ids = ['../../etc/passwd', "'; DROP TABLE", 'constructor', '=1+1', 'a/b?c=d']
  const reading = read(
    csv(['uid', 'date', 'title'], ...ids.map((id, at) => [id, `2026-04-0${at + 1}`, 'a'])),
  )
  expect(found(reading)).toEqual(ids.map((id, at) => `warning uid.invalid ${at + 2} uid ${id}`))
  expect(reading.rows.map(({ facts }) => facts.externalId)).toEqual(ids)
})
