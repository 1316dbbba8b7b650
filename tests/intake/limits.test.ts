// Each bound, at it and one beyond.

import { expect, test } from 'vitest'
import { harness } from '#harness'
import {
  MAX_ALARM_MINUTES,
  MAX_ALARMS,
  MAX_CELL_CHARS,
  MAX_COLUMNS,
  MAX_COMBINING_MARKS,
  MAX_EXDATES,
  MAX_JSON_DEPTH,
  MAX_NAME_CHARS,
  MAX_RANGE_DAYS,
  MAX_ROWS,
  MAX_UPLOAD_BYTES,
} from '../../src/intake/limits.ts'
import { MAX_LINKS, MAX_URL_CHARS } from '../../src/intake/links.ts'
import { addDays } from '../../src/schedule/zones.ts'
import { csv, found, read } from './reading.ts'

/** A busy machine takes its time over 50,000 rows. */
const PATIENCE = 60_000

const one = (header: string, cell: string | number) =>
  csv(['date', 'title', header], ['2026-04-01', 'a', cell])

/** What is found at the limit and one beyond, when a finding without its value is enough. */
const atAndBeyond = (limit: number, file: (size: number) => string | object) =>
  [limit, limit + 1].map((size) =>
    read(file(size)).findings.map(({ code, row, column, pointer, params }) => ({
      ...{ code, place: pointer ?? `${row} ${column}`, params },
    })),
  )

test(
  'rows of a table',
  () => {
    const rows = (count: number) =>
      `date,title\n${Array.from({ length: count }, (_, at) => `2026-04-01,${at}\n`).join('')}`
    const most = read(rows(MAX_ROWS))
    expect([most.rows.length, most.findings]).toEqual([MAX_ROWS, []])
    const beyond = read(rows(MAX_ROWS + 1))
    expect(found(beyond)).toEqual([`error file.too_many_rows ${MAX_ROWS + 1}`])
    expect(beyond.rows).toEqual([])
  },
  PATIENCE,
)

test('blank rows are looked past, but a row behind very many of them is not lost silently', () => {
  const file = (blank: number) => `date,title\n${'\n'.repeat(blank)}2026-04-01,a\n`
  expect(read(file(MAX_ROWS)).rows).toHaveLength(1)
  expect(found(read(file(MAX_ROWS * 2)))).toEqual([`error file.too_many_rows ${MAX_ROWS + 1}`])
})

test(
  'events of a JSON file',
  () => {
    const file = (count: number) => ({
      events: Array.from({ length: count }, (_, at) => ({ title: `${at}`, start: '2026-04-01' })),
    })
    expect(read(file(MAX_ROWS)).rows).toHaveLength(MAX_ROWS)
    expect(found(read(file(MAX_ROWS + 1)))).toEqual(['error file.too_many_rows /events'])
  },
  PATIENCE,
)

test('columns', () => {
  const file = (count: number) =>
    csv(
      ['date', 'title', ...Array.from({ length: count - 2 }, (_, at) => `x${at}`)],
      ['2026-04-01', 'a'],
    )
  expect(read(file(MAX_COLUMNS)).rows).toHaveLength(1)
  expect(found(read(file(MAX_COLUMNS + 1)))).toEqual(['error file.too_many_columns 1'])
  expect(found(read(`\n,\n${file(MAX_COLUMNS + 1)}`))).toEqual(['error file.too_many_columns 3'])
})

test('a row as wide as no table is told before it is taken apart', () => {
  const file = `date,title\n2026-04-01,"a,\n,"\n2026-04-02,b${','.repeat(MAX_COLUMNS)}x\n`
  const reading = read(file)
  expect(found(reading)).toEqual(['error row.ragged 3 ,x'])
  expect(reading.findings[0]?.params).toEqual({ cells: MAX_COLUMNS + 2, columns: 2 })
  const quoted = csv(
    ['date', 'title', 'description'],
    ['2026-04-01', 'a', ',"'.repeat(MAX_COLUMNS)],
  )
  expect(found(read(quoted))).toEqual([])
})

test('characters of a cell', () => {
  const place = '2 description'
  const params = { length: MAX_CELL_CHARS + 1, limit: MAX_CELL_CHARS }
  expect(atAndBeyond(MAX_CELL_CHARS, (size) => one('description', 'a'.repeat(size)))).toEqual([
    ...[[], [{ code: 'field.too_long', place, params }]],
  ])
  const json = (size: number) => ({
    events: [{ title: 'a', start: '2026-04-01', description: 'a'.repeat(size) }],
  })
  expect(atAndBeyond(MAX_CELL_CHARS, json)).toEqual([
    ...[[], [{ code: 'field.too_long', place: '/events/0/description', params }]],
  ])
})

test('a cell too long for every row is told of unknown columns too', () => {
  expect(found(read(one('x', 'a'.repeat(MAX_CELL_CHARS + 1))))[1]).toMatch(
    /^error field.too_long 2 x/,
  )
})

test('lists of a JSON file are as long as a cell may be', () => {
  // Behind each but the last stand a comma and a blank.
  const items = Array<string>(MAX_CELL_CHARS / 4 - 1).fill('ab')
  const file = (beyond: number) => ({
    events: [{ title: 'a', start: '2026-04-01', tags: [...items, 'a'.repeat(4 + beyond)] }],
  })
  const params = { length: MAX_CELL_CHARS + 1, limit: MAX_CELL_CHARS }
  expect(read(file(0)).findings).toEqual([])
  expect(read(file(1)).findings).toMatchObject([
    { code: 'field.too_long', pointer: '/events/0/tags', params },
  ])
})

test.each(['home', 'away', 'kind', 'region', 'result', 'external_id', 'category', 'tags'])(
  'characters of a name: %s',
  (column) => {
    const params = { length: MAX_NAME_CHARS + 1, limit: MAX_NAME_CHARS }
    expect(atAndBeyond(MAX_NAME_CHARS, (size) => one(column, 'a'.repeat(size)))).toEqual([
      ...[[], [{ code: 'field.too_long', place: `2 ${column}`, params }]],
    ])
  },
)

test('characters of a link, how many there are, and of a label', () => {
  const url = (size: number) => `https://x.example/${'a'.repeat(size - 18)}`
  const params = { length: MAX_URL_CHARS + 1, limit: MAX_URL_CHARS }
  expect(atAndBeyond(MAX_URL_CHARS, (size) => one('url', url(size)))).toEqual([
    ...[[], [{ code: 'field.too_long', place: '2 url', params }]],
  ])
  const labelled = (labels: string[]) => ({
    events: [
      {
        ...{ title: 'a', start: '2026-04-01' },
        links: labels.map((label) => ({ label, url: 'https://x.example' })),
      },
    ],
  })
  const many = (size: number) => labelled(Array.from({ length: size }, (_, at) => `${at}`))
  expect(atAndBeyond(MAX_LINKS, many).map(([finding]) => finding?.place)).toEqual([
    ...[undefined, '/events/0/links'],
  ])
  const long = (size: number) => labelled(['a'.repeat(size)])
  expect(atAndBeyond(MAX_NAME_CHARS, long).map(([finding]) => finding?.place)).toEqual([
    ...[undefined, '/events/0/links/0/label'],
  ])
})

test('days of an event', () => {
  const params = { days: MAX_RANGE_DAYS + 1, limit: MAX_RANGE_DAYS }
  const days = (size: number) => one('end_date', addDays('2026-04-01', size))
  expect(atAndBeyond(MAX_RANGE_DAYS, days)).toEqual([
    ...[[], [{ code: 'range.too_long', place: '2 end_date', params }]],
  ])
})

test('dates taken out of a rule', () => {
  const file = (size: number) => {
    const dates = Array.from({ length: size }, (_, at) => addDays('2026-04-01', at))
    const cells = ['2026-04-01', 'a', 'FREQ=DAILY', dates.join(',')]
    return csv(['date', 'title', 'rrule', 'exdates'], cells)
  }
  const params = { length: MAX_EXDATES + 1, limit: MAX_EXDATES }
  expect(atAndBeyond(MAX_EXDATES, file)).toEqual([
    ...[[], [{ code: 'field.too_long', place: '2 exdates', params }]],
  ])
})

test('alarms, and how early they may be', () => {
  const several = (size: number) =>
    one('alarm', Array.from({ length: size }, (_, at) => at).join(','))
  expect(atAndBeyond(MAX_ALARMS, several).map(([finding]) => finding?.code)).toEqual([
    ...[undefined, 'field.invalid'],
  ])
  expect(
    atAndBeyond(MAX_ALARM_MINUTES, (size) => one('alarm', size)).map(([finding]) => finding?.code),
  ).toEqual([undefined, 'field.invalid'])
})

test('marks on one letter', () => {
  const marks = (size: number) => one('venue', `e${'\u0301'.repeat(size)}`)
  expect(atAndBeyond(MAX_COMBINING_MARKS, marks).map(([finding]) => finding?.code)).toEqual([
    ...[undefined, 'field.invisible_char'],
  ])
})

test('brackets inside brackets', () => {
  const nested = (depth: number) => `{"events":${'['.repeat(depth - 1)}${']'.repeat(depth - 1)}}`
  expect(found(read(nested(MAX_JSON_DEPTH)))[0]).toMatch(/^error json.type \/events\/0/)
  expect(found(read(nested(MAX_JSON_DEPTH + 1)))).toEqual(['error json.depth'])
  expect(found(read(nested(1_000_000)))).toEqual(['error json.depth'])
  const brackets = { events: [{ title: '['.repeat(200), start: '2026-04-01' }] }
  expect(read(brackets).rows).toHaveLength(1)
})

test(
  'bytes of a file',
  async () => {
    const kalends = await harness()
    const file = (size: number) => new Uint8Array(size).fill(0x20)
    const most = await kalends.upload('harbour/regatta', file(MAX_UPLOAD_BYTES))
    expect([most.status, most.body.findings[0].code]).toEqual([422, 'file.empty'])
    const beyond = await kalends.upload('harbour/regatta', file(MAX_UPLOAD_BYTES + 1))
    expect([beyond.status, beyond.body.code]).toEqual([413, 'too_large'])
  },
  PATIENCE,
)
