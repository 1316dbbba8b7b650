// check, upload and apply, as a person at a terminal sees them.

import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import stringWidth from 'string-width'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { CLUB, SEASON, written } from './folders.ts'
import { kalends, temporary } from './process.ts'

const KOREAN = { LC_ALL: 'ko_KR.UTF-8' }

/** Applied once; each test has a copy of its own. */
const APPLIED = mkdtempSync(join(tmpdir(), 'kalends-'))
afterAll(() => rmSync(APPLIED, { recursive: true }))

beforeAll(async () => {
  const mine = written(join(APPLIED, 'mine'), CLUB)
  expect(await kalends(['apply', mine], { DATA_DIR: join(APPLIED, 'data') })).toEqual({
    ...{ status: 0, err: '' },
    out: '✓ club/season\n1 calendar published.\n',
  })
})

/** A folder with a club and its season published. */
function club() {
  const folder = written(temporary(), { 'season.csv': SEASON })
  cpSync(APPLIED, folder, { recursive: true })
  return { folder, env: { DATA_DIR: join(folder, 'data') } }
}

test('check names every mistake by row and column, in the language of the terminal', async () => {
  const folder = written(temporary(), {
    'bad.csv':
      '날짜,시간,제목\n2027-02-30,14:00,개막\n2027-04-04,25:99,둘째\n2027-04-05,14:00,셋째\n',
  })
  const env = { DATA_DIR: join(folder, 'data') }
  const [english, korean] = await Promise.all([
    kalends(['check', 'bad.csv'], env),
    kalends(['check', 'bad.csv'], { ...env, ...KOREAN }),
  ])
  expect([english.status, korean.status]).toEqual([1, 1])
  expect(english.out.split('\n')).toEqual([
    expect.stringMatching(/^error {2}row 2 {2}날짜 {2}“2027-02-30” is no date\. /),
    expect.stringMatching(/^error {2}row 3 {2}시간 {2}“25:99” is no time\. /),
    'new 0, changed 0, moved 0, cancelled 0, removed 0, unchanged 0, refused 2',
    'Refused: nothing of the file is published.',
    '',
  ])
  expect(korean.out.split('\n')).toEqual([
    expect.stringMatching(/^오류 {2}2행 {2}날짜 {2}‘2027-02-30’ 값은 날짜가 아닙니다\. /),
    expect.stringMatching(/^오류 {2}3행 {2}시간 {2}‘25:99’ 값은 시각이 아닙니다\. /),
    '새 일정 0, 변경 0, 이동 0, 취소 0, 삭제 0, 그대로 0, 거절 2',
    '거절됨: 파일의 어떤 내용도 게시되지 않았습니다.',
    '',
  ])
})

test('check of a good file says that nothing stands against it, and keeps nothing', async () => {
  const folder = written(temporary(), { 'season.csv': SEASON })
  const { status, out, err } = await kalends(['check', 'season.csv'], {
    DATA_DIR: join(folder, 'data'),
  })
  expect({ status, err }).toEqual({ status: 0, err: '' })
  expect(out).toContain('+ new  row 4  2027-04-10 18:30  이웃 구단 vs 우리 구단\n')
  expect(out.trim().split('\n').at(-1)).toBe('Nothing stands against it.')
})

test('a question leaves check with 0 and says that an upload would wait', async () => {
  const folder = written(temporary(), { 'doubtful.csv': '날짜,제목\n05/06/2027,개막\n' })
  const env = { DATA_DIR: join(folder, 'data') }
  const [asked, answered] = await Promise.all([
    kalends(['check', 'doubtful.csv'], env),
    kalends(['check', 'doubtful.csv', '--date-order', 'DMY'], env),
  ])
  expect(asked.status).toBe(0)
  expect(asked.out).toMatch(/^question {2}row 2 {2}날짜 {2}“05\/06\/2027” can be /)
  expect(asked.out).toContain('an upload would wait for their answers')
  expect(answered.out).toContain('+ new  row 2  2027-06-05')
})

test('upload: a review, a publication, and nothing to change', async () => {
  const { folder, env } = club()
  written(folder, { 'season.csv': SEASON.replace('04-04,14:00', '04-05,15:00') })
  const args = ['upload', 'club/season', 'season.csv']
  const review = await kalends(args, env)
  expect(review.status).toBe(0)
  expect(review.err).toMatch(/^Uploading season\.csv \(1 kB\) …\n\d+\.\d s\n$/)
  expect(review.out).toContain('→ moved  row 3  2027-04-05 15:00  우리 구단 vs 먼 구단')
  expect(review.out).toContain('Kept for review.')
  const published = await kalends([...args, '--publish', '--mode', 'replace'], env)
  expect(published.out).toContain('Published as revision 2.')
  const again = await kalends([...args, '--publish', '--mode', 'replace'], env)
  expect(again).toMatchObject({ status: 0, out: expect.stringContaining('still revision 2') })
})

test('a refused upload ends with 1, and the calendar stays as it was', async () => {
  const { folder, env } = club()
  written(folder, { 'season.csv': SEASON.replace('2027-04-04', '2027-04-31') })
  const { status, out } = await kalends(['upload', 'club/season', 'season.csv', '--publish'], env)
  expect(status).toBe(1)
  expect(out).toMatch(/^error {2}row 3 {2}날짜 {2}“2027-04-31”/)
  const { err } = await kalends(['upload', 'club/nothing', 'season.csv'], env)
  expect(err).toContain('Not found: There is no calendar “club/nothing”.')
})

test('columns stand below each other in Korean, where a letter is two places wide', async () => {
  const { folder, env } = club()
  const file = `날짜,시간,제목,경기장
2027-05-01,14:00,짧은 제목,시민구장
2027-05-02,14:00,Ein langer lateinischer Titel,x
2027-05-03,14:00,아주 긴 제목이라서 한 줄에 다 들어가지 않고 잘려야 하는 행사의 제목입니다 정말로 깁니다,y
`
  written(folder, { 'more.csv': file })
  const first = await kalends(['upload', 'club/season', 'more.csv', '--publish'], env)
  expect(first.status).toBe(0)
  written(folder, { 'more.csv': file.replaceAll('14:00', '15:00') })
  const { out } = await kalends(['upload', 'club/season', 'more.csv'], { ...env, ...KOREAN })
  const lines = out.split('\n').filter((line) => line.startsWith('→ 이동'))
  expect(lines).toHaveLength(3)
  const places = lines.map((line) => stringWidth(line.slice(0, line.indexOf('시작: '))))
  expect(new Set(places).size).toBe(1)
  expect(lines[2]).toContain('…')
  expect(lines[0]).toContain('시작: 2027-05-01T14:00:00 → 2027-05-01T15:00:00')
})

test('a large file is announced, and what is not shown is counted', async () => {
  const rows = Array.from({ length: 8000 }, (_, at) => {
    const day = new Date(Date.UTC(2027, 0, 1 + Math.floor(at / 20))).toISOString().slice(0, 10)
    return `${day},${8 + (at % 12)}:00,${at}번째 행사와 그 이름`
  })
  const folder = written(temporary(), { 'large.csv': ['날짜,시간,제목', ...rows].join('\n') })
  const { status, out, err } = await kalends(['check', 'large.csv'], {
    DATA_DIR: join(folder, 'data'),
  })
  expect(status).toBe(0)
  expect(err).toMatch(/^Checking large\.csv \(\d+ kB\) …\n\d+\.\d s\n$/)
  expect(out.match(/^\+ new /gm)).toHaveLength(60)
  expect(out).toContain('\n… and 7940 more\nnew 8000, ')
})

test('more mistakes than are shown are counted', async () => {
  const rows = Array.from({ length: 150 }, (_, at) => `2027-13-01,${at}번 행사`)
  const folder = written(temporary(), { 'bad.csv': ['날짜,제목', ...rows].join('\n') })
  const { out } = await kalends(['check', 'bad.csv'], { DATA_DIR: join(folder, 'data') })
  expect(out.match(/^error /gm)).toHaveLength(100)
  expect(out).toContain('Rows with errors: 150 in all')
})

const NIGHTS = `BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//club//nights//EN
BEGIN:VEVENT
UID:nights@club
DTSTAMP:20261101T000000Z
DTSTART;TZID=Europe/Lisbon:20270106T190000
DTEND;TZID=Europe/Lisbon:20270106T203000
RRULE:FREQ=WEEKLY;COUNT=8
SUMMARY:Noite de cerâmica
END:VEVENT
END:VCALENDAR
`

test('apply says what is wrong with one folder, and applies the others', async () => {
  const folder = temporary()
  const mine = written(join(folder, 'mine'), {
    ...CLUB,
    'club/broken/calendar.json': '{"name": ',
    'club/empty/calendar.json': { name: '빈 캘린더' },
    'club/faulty/calendar.json': { name: '잘못된 일정' },
    'club/faulty/schedule.csv': '날짜,제목\n2027-02-30,개막\n',
    'club/nights/calendar.json': { name: '저녁 강좌' },
    'club/nights/schedule.ics': NIGHTS,
    'club/placed/calendar.json': { name: '옮길 일정', placedFrom: '2027-01-01' },
    'club/placed/schedule.ics': NIGHTS,
    'other/partner.json': { name: '' },
  })
  const env = { DATA_DIR: join(folder, 'data') }
  const { status, out, err } = await kalends(['apply', mine], env)
  expect(status).toBe(1)
  const marks = out.split('\n').filter((line) => /^[✓✕] \S+$/.test(line))
  expect(marks).toEqual([
    '✕ club/broken',
    '✕ club/empty',
    '✕ club/faulty',
    '✓ club/nights',
    '✕ club/placed',
    '✓ club/season',
    '✕ other',
  ])
  expect(out).toContain('2 calendars published.')
  expect(err).toContain('“placedFrom” moves the dates of schedule.csv')
  expect(out).toMatch(/^error {2}row 2 {2}날짜/m)
  expect(err).toContain(join(mine, 'club/broken/calendar.json'))
  expect(err).toContain(`${join(mine, 'club/empty')} has no schedule.csv`)
  expect(err).toContain('/name: ""')
})

test('applying the same folder again publishes nothing new', async () => {
  const { folder, env } = club()
  const again = await kalends(['apply', join(folder, 'mine')], env)
  expect(again.out).toContain('✓ club/season')
  const review = await kalends(['upload', 'club/season', 'season.csv', '--publish'], env)
  expect(review.out).toContain('still revision 1')
})
