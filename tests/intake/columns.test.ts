import { expect, test } from 'vitest'
import { FIELDS, meaningOf } from '../../src/intake/column-meaning.ts'
import { csv, factsOf, factsOfOne, found, read } from './reading.ts'

/** `home` or `title en`, `ignored`, `unknown`. */
function meant(header: string): string {
  const meaning = meaningOf(header)
  if ('field' in meaning) return meaning.field
  return 'translated' in meaning
    ? `${meaning.translated} ${meaning.language}`
    : (Object.keys(meaning)[0] ?? '')
}

test('every column is known by its own name', () => {
  expect(FIELDS.map(meant)).toEqual(FIELDS)
})

test.each([
  ['날짜', 'start_date'],
  ['경기 날짜', 'start_date'],
  ['경기일자', 'start_date'],
  ['시간', 'start_time'],
  ['일시', 'start'],
  ['종료일', 'end_date'],
  ['홈팀', 'home'],
  ['원정', 'away'],
  ['경기장', 'venue'],
  ['장소', 'venue'],
  ['제목', 'title'],
  ['상태', 'status'],
  ['비고', 'description'],
  ['예매 링크', 'ticket_url'],
  ['Subject', 'title'],
  ['Start Date', 'start_date'],
  ['START_DATE', 'start_date'],
  ['start-date', 'start_date'],
  ['  Start   Date ', 'start_date'],
  ['*DATE', 'start_date'],
  ['#Date', 'start_date'],
  ['Home Team', 'home'],
  ['Visiting team', 'away'],
  ['Game number', 'game_no'],
  ['All Day Event', 'all_day'],
  ['uid', 'external_id'],
  ['Betreff', 'title'],
  ['Beginnt am', 'start_date'],
  ['Endet um', 'end_time'],
  ['Ganztägiges Ereignis', 'all_day'],
  ['Kategorien', 'category'],
  ['Ort', 'venue'],
  ['場所', 'venue'],
  ['Ｓｔａｒｔ　Ｄａｔｅ', 'start_date'],
  ['\ufeff날짜', 'start_date'],
])('%s is %s', (header, field) => {
  expect(meant(header)).toBe(field)
})

test.each([
  ['title_en', 'title en'],
  ['Title EN', 'title en'],
  ['description_ko', 'description ko'],
  ['venue_ja', 'venue ja'],
  ['제목(영문)', 'title en'],
  ['장소 [일본어]', 'venue ja'],
  ['설명（중국어）', 'description zh'],
  ['title_id', 'title id'],
])('%s is the %s', (header, meaning) => {
  expect(meant(header)).toBe(meaning)
})

test.each(['place_id', 'venue_id', 'Event No', 'name no', 'home_en', 'title_english', '__proto__'])(
  '%s is no translation, and not known',
  (header) => {
    expect(meant(header)).toBe('unknown')
  },
)

test('columns stand in any order', () => {
  const [one, other] = [
    csv(['날짜', '시간', '제목', '장소'], ['2026-04-01', '18:30', '개막', '하버홀']),
    csv(['장소', '제목', '시간', '날짜'], ['하버홀', '개막', '18:30', '2026-04-01']),
  ].map((file) => factsOfOne(file))
  expect(one).toEqual(other)
  expect(one).toMatchObject({ title: '개막', start: '2026-04-01T18:30:00' })
})

test('a column that is not in the file is not in the facts; an empty cell clears', () => {
  const file = csv(['날짜', '제목', '장소'], ['2026-04-01', '개막', ''])
  const facts = factsOfOne(file)
  expect(facts).toMatchObject({ location: { name: null } })
  expect(facts).not.toHaveProperty('description')
  expect(facts).not.toHaveProperty('end')
})

test('of two columns of one meaning the first is read, and it is asked which is meant', () => {
  const file = csv(['날짜', '일자', '제목'], ['2026-04-01', '2026-04-02', '개막'])
  const reading = read(file)
  expect(found(reading)).toEqual(['question header.duplicate 1 일자 일자'])
  expect(reading.findings[0]?.params).toEqual({ first: '날짜' })
  expect(reading.rows[0]?.facts).toMatchObject({
    start: '2026-04-01',
    extra: { 일자: '2026-04-02' },
  })
  const second = read(file, { columns: { 일자: 'start_date' } })
  expect(second.rows[0]?.facts.start).toBe('2026-04-02')
  expect(found(second)).toEqual(['warning header.unknown 1 날짜 날짜'])
  expect(found(read(file, { columns: { 일자: '' } }))).toEqual([])
  expect(found(read(file, { columns: { 일자: '?' } }))).toEqual([
    'warning header.unknown 1 일자 일자',
  ])
})

test('a header that stands twice is told by its letter, in what is read and in what is put right', () => {
  const file = csv(['날짜', '제목', '담당', '담당'], ['2026-04-01', '개막', '김', '이'])
  const cells = [{ row: 2, column: '담당 (D)', value: '박' }]
  expect(read(file, { cells }).rows[0]?.facts.extra).toEqual({ 담당: '김', '담당 (D)': '박' })
  expect(read(file, { columns: { '담당 (D)': 'venue' } }).rows[0]?.facts).toMatchObject({
    ...{ extra: { 담당: '김' }, location: { name: '이' } },
  })
})

test('a column without a header can be said to be one, by its letter', () => {
  const file = csv(['날짜', '', '', '시간'], ['2026-04-01', '개막', '느루 광장', '18:30'])
  expect(read(file).table?.headers).toEqual([
    { header: '날짜', column: 'start_date', samples: ['2026-04-01'] },
    { header: '(B)', column: '', samples: ['개막'] },
    { header: '(C)', column: '', samples: ['느루 광장'] },
    { header: '시간', column: 'start_time', samples: ['18:30'] },
  ])
  const answered = read(file, { columns: { '(B)': 'title' } })
  expect(answered.rows[0]?.facts.title).toBe('개막')
  expect(found(answered)).toEqual(['warning header.nameless 1 C 느루 광장'])
})

test('a column that is not known is kept beside the event, and said', () => {
  const reading = read(csv(['날짜', '제목', '담당자'], ['2026-04-01', '개막', '김하버']))
  expect(found(reading)).toEqual(['warning header.unknown 1 담당자 담당자'])
  expect(reading.rows[0]?.facts.extra).toEqual({ 담당자: '김하버' })
})

test('of two unknown columns with one name neither is lost', () => {
  const [facts] = factsOf(csv(['날짜', '제목', '담당', '담당'], ['2026-04-01', '개막', '가', '나']))
  expect(facts?.extra).toEqual({ 담당: '가', '담당 (D)': '나' })
})

test('names that objects already have are names like others', () => {
  const names = ['__proto__', 'constructor', 'toString']
  const [facts] = factsOf(csv(['날짜', '제목', ...names], ['2026-04-01', '개막', '가', '나', '다']))
  expect(Object.entries(facts?.extra ?? {})).toEqual([
    ['__proto__', '가'],
    ['constructor', '나'],
    ['toString', '다'],
  ])
  expect(Object.getPrototypeOf({})).toBe(Object.prototype)
})

test('what calendars export and a schedule has no use for is left aside without a word', () => {
  const extra = ['Private', 'Reminder on/off', 'Show time as', 'Vertraulichkeit', 'Erinnerung am']
  const reading = read(
    csv(['Subject', 'Start Date', ...extra], ['a', '2026-04-01', '1', '2', '3', '4', '5']),
  )
  expect(found(reading)).toEqual([])
  expect(reading.rows[0]?.facts).not.toHaveProperty('extra')
})

test('values under no name are said once, by the letter of their column', () => {
  const reading = read(
    csv(['날짜', '제목', '', ''], ['2026-04-01', 'a', '', ''], ['2026-04-02', 'b', '', '비밀']),
  )
  expect(found(reading)).toEqual(['warning header.nameless 1 D 비밀'])
  const far = read(
    csv(['날짜', '제목', ...Array(25).fill('')], ['2026-04-01', 'a', ...'x'.repeat(25)]),
  )
  expect(far.findings.at(-1)?.column).toBe('AA')
})

test('without a date, or without a title or two teams, there is nothing to read', () => {
  expect(found(read(csv(['장소'], ['하버홀'])))).toEqual([
    'error header.missing 1 start',
    'error header.missing 1 title',
  ])
  expect(found(read(csv(['날짜', '홈'], ['2026-04-01', '하버'])))).toEqual([
    'error header.missing 1 title',
  ])
})

test('two teams are a title', () => {
  const file = csv(['날짜', '홈', '원정'], ['2026-04-01', '하버', '등대'])
  expect(factsOfOne(file)).toMatchObject({ title: '하버 vs 등대', home: '하버', away: '등대' })
  const one = csv(['날짜', '홈', '원정'], ['2026-04-01', '하버', ''])
  expect(found(read(one))).toEqual(['error field.required 2 title'])
})

test('translations lie beside the text they translate', () => {
  const file = csv(
    ['날짜', '제목', 'title_en', '장소(영문)', 'description_en'],
    ['2026-04-01', '개막', 'Opening', 'Harbour Hall', 'first\r\nsecond'],
  )
  expect(factsOfOne(file)).toMatchObject({
    title: '개막',
    translations: {
      en: { title: 'Opening', location: 'Harbour Hall', description: 'first\nsecond' },
    },
  })
})
