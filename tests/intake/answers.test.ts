import { expect, test } from 'vitest'
import { csv, factsOf, factsOfOne, found, read } from './reading.ts'

const titles = (...given: Parameters<typeof factsOf>) => factsOf(...given).map(({ title }) => title)

const BELOW_TITLES = csv(
  ['2026 시즌 일정', '', ''],
  ['', '', ''],
  ['문의: 02-000-0000', '', ''],
  ['날짜', '제목', '담당'],
  ['2026-04-01', '개막', '김'],
  ['2026-02-30', '폐막', '이'],
)

test('the header is found below titles, and rows keep the numbers that the file gives them', () => {
  const reading = read(BELOW_TITLES)
  expect(found(reading)).toEqual([
    'warning header.unknown 4 담당 담당',
    'warning header.below 4 2026 시즌 일정',
    'error date.invalid 6 날짜 2026-02-30',
  ])
  expect(reading).toMatchObject({ rowCount: 2, refusedCount: 1, table: { headerRow: 4 } })
})

test('a first row that is a header stays the header, however good another would be', () => {
  const file = csv(['날짜', '제목'], ['2026-04-01', '개막'], ['날짜', '제목', '시간', '장소'])
  expect(read(file).table?.headerRow).toBe(1)
})

test('titles above a table that is separated by semicolons', () => {
  expect(titles('2026 시즌\n\n날짜;제목\n2026-04-01;개막\n')).toEqual(['개막'])
})

test('a person names the header row', () => {
  const file = csv(['날짜', '제목'], ['2025-04-01', '옛'], ['일자', '행사'], ['2026-04-01', '새'])
  expect(titles(file, { headerRow: 3 })).toEqual(['새'])
  expect(found(read(file, { headerRow: 9 }))).toEqual([
    'error header.missing 9 start',
    'error header.missing 9 title',
  ])
})

const FOREIGN = csv(
  ['Spieltag', 'Begegnung', 'Halle', 'intern'],
  ['2026-04-01', 'A – B', 'Nord', 'x'],
  ['2026-04-02', 'C – D', '', 'y'],
)

test('headers that nobody knows are shown with samples, for a person to match', () => {
  expect(read(FOREIGN).table).toEqual({
    ...{ sheets: [], sheet: null, headerRow: 1 },
    headers: [
      { header: 'Spieltag', column: null, samples: ['2026-04-01', '2026-04-02'] },
      { header: 'Begegnung', column: null, samples: ['A – B', 'C – D'] },
      { header: 'Halle', column: null, samples: ['Nord'] },
      { header: 'intern', column: null, samples: ['x', 'y'] },
    ],
  })
})

test('matched columns are read as what they are said to be, or left out', () => {
  const columns = { Spieltag: 'start_date', Begegnung: 'title', Halle: 'venue', intern: '' }
  const reading = read(FOREIGN, { columns })
  expect(found(reading)).toEqual([])
  expect(reading.rows[0]?.facts).toMatchObject({ title: 'A – B', location: { name: 'Nord' } })
  expect(reading.rows[0]?.facts.extra).toBeUndefined()
  expect(reading.table?.headers.map(({ column }) => column)).toEqual([
    ...['start_date', 'title', 'venue', ''],
  ])
})

test('what a person says is the title is the title, whatever else is called so', () => {
  const file = csv(['날짜', '제목', '진짜 제목'], ['2026-04-01', '부제', '개막'])
  const facts = factsOfOne(file, { columns: { '진짜 제목': 'title' } })
  expect(facts).toMatchObject({ title: '개막', extra: { 제목: '부제' } })
  expect(factsOfOne(file, { columns: { '진짜 제목': 'title_en' } })).toMatchObject({
    ...{ title: '부제', translations: { en: { title: '개막' } } },
  })
})

test('a matching that speaks of other headers, or of none of ours, changes nothing', () => {
  const columns = { elsewhere: 'title', constructor: 'title' }
  expect(titles(csv(['날짜', '제목'], ['2026-04-01', '개막']), { columns })).toEqual(['개막'])
})

const WRONG = csv(['날짜', '제목'], ['2026-02-30', '개막'], ['2026-04-02', '폐막'])

test('a cell put right in review is read instead of the file’s', () => {
  const cells = [{ row: 2, column: '날짜', value: '2026-03-30' }]
  expect(factsOf(WRONG, { cells })[0]).toMatchObject({ start: '2026-03-30' })
  // Rows and columns that the file does not have are nobody's.
  const beside = [
    { ...cells[0], row: 7 },
    { row: 2, column: '장소', value: '여기' },
  ]
  expect(found(read(WRONG, { cells: beside as typeof cells }))).toEqual([
    'error date.invalid 2 날짜 2026-02-30',
  ])
})

test('a row left out is neither read nor refused', () => {
  const reading = read(WRONG, { leaveOut: [2] })
  expect(found(reading)).toEqual([])
  expect(reading).toMatchObject({ rowCount: 1, refusedCount: 0 })
  expect(reading.rows.map(({ row }) => row)).toEqual([3])
  expect(found(read(WRONG, { leaveOut: [2, 3] }))).toEqual(['error file.no_rows'])
})

test('in JSON an event is left out by its place', () => {
  const events = [
    { title: 'a', start: '2026-02-30' },
    { title: 'b', start: '2026-04-01' },
  ]
  const reading = read({ events }, { leaveOut: [1] })
  expect(found(reading)).toEqual([])
  expect(reading).toMatchObject({ rowCount: 1, refusedCount: 0 })
})

test('in iCalendar an event is left out by any of its lines', () => {
  const event = (uid: string, start: string) => [
    'BEGIN:VEVENT',
    `UID:${uid}`,
    'SUMMARY:x',
    `DTSTART;VALUE=DATE:${start}`,
    'END:VEVENT',
  ]
  const lines = ['BEGIN:VCALENDAR', 'VERSION:2.0', ...event('a', '20260230')]
  const file = [...lines, ...event('b', '20260401'), 'END:VCALENDAR', ''].join('\r\n')
  expect(read(file).refusedCount).toBe(1)
  const reading = read(file, { leaveOut: [6] })
  expect(reading).toMatchObject({ rowCount: 1, refusedCount: 0 })
  expect(reading.rows.map(({ facts }) => facts.externalId)).toEqual(['b'])
})

test('a title can be given where the file has no column for one', () => {
  const games = csv(
    ['날짜', '홈', '원정'],
    ['2026-04-01', '베어스', '트윈스'],
    ['2026-04-02', '', ''],
  )
  expect(found(read(games))).toEqual(['error field.required 3 title'])
  const cells = [{ row: 3, column: 'title', value: '올스타전' }]
  expect(titles(games, { cells })).toEqual(['베어스 vs 트윈스', '올스타전'])
  expect(read(games, { cells }).table?.headers.map(({ header }) => header)).toEqual([
    ...['날짜', '홈', '원정'],
  ])
})
