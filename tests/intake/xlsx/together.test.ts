// A workbook with a sheet a month.

import { expect, test } from 'vitest'
import { sheetRowOf } from '../../../src/intake/layout.ts'
import { found, read } from '../reading.ts'
import { workbook } from './workbook.ts'

const HEADS = ['날짜', '제목']
const months = workbook(
  { name: '4월', rows: [['4월 일정'], HEADS, ['2026-04-01', '개막']] },
  { name: '5월', rows: [HEADS, ['2026-05-01', '노동절'], ['2026-05-32', '없는 날']] },
  {
    name: '연락처',
    rows: [
      ['이름', '전화'],
      ['김', '02'],
    ],
  },
  {
    name: '숙소',
    rows: [
      ['날짜', '제목', '호텔'],
      ['2026-05-02', '숙박', '느루'],
    ],
  },
)

test('sheets under one header can be read together', () => {
  const one = read(months)
  expect(one.rows).toHaveLength(1)
  expect(one.table).toMatchObject({ sheet: '4월', alike: ['4월', '5월'] })
  const all = read(months, { sheet: '*' })
  expect(all.table).toMatchObject({ sheet: '*', headerRow: 2, alike: ['4월', '5월'] })
  expect(all.rows.map(({ facts }) => facts.title)).toEqual(['개막', '노동절'])
  expect(found(all)).toEqual([
    'warning xlsx.unread 숙소',
    'warning header.below 2 4월 일정',
    'error date.invalid 6 날짜 2026-05-32',
  ])
  expect(sheetRowOf(all.table?.parts, 6)).toEqual({ sheet: '5월', row: 3 })
})

test('a cell of any of them is put right, and a row of any left out', () => {
  const cells = [{ row: 6, column: '날짜', value: '2026-05-31' }]
  const mended = read(months, { sheet: '*', cells, leaveOut: [3] })
  expect(mended.rows.map(({ facts }) => facts.title)).toEqual(['노동절', '없는 날'])
  expect(sheetRowOf(undefined, 6)).toBeNull()
})

test('a sheet that is named is read alone, as before', () => {
  expect(read(months, { sheet: '5월' }).rows.map(({ facts }) => facts.title)).toEqual(['노동절'])
})
