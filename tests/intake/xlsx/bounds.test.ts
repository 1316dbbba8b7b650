// Each budget of docs/decisions/0014-xlsx.md, at it and beyond it.

import { expect, test } from 'vitest'
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS } from '../../../src/intake/limits.ts'
import { readFile } from '../../../src/intake/read.ts'
import { MAX_XML_DEPTH } from '../../../src/intake/xlsx/xml.ts'
import { MAX_DECODED_MB, MAX_ENTRIES } from '../../../src/intake/xlsx/zip.ts'
import { found, read, SEOUL } from '../reading.ts'
import { partsOf, workbook, zipped } from './workbook.ts'

const SCHEDULE = {
  rows: [
    ['날짜', '제목'],
    ['2026-04-01', '개막'],
  ],
}
const PARTS = partsOf(SCHEDULE)
const SHEET = 'xl/worksheets/0.xml'

const withSheet = (change: (xml: string) => string) =>
  found(read(zipped({ ...PARTS, [SHEET]: change(PARTS[SHEET] ?? '') })))

test('parts of a workbook', () => {
  const padded = (count: number) => {
    const more = Array.from({ length: count - Object.keys(PARTS).length }, (_, at) => [
      `x${at}`,
      '',
    ])
    return found(read(zipped({ ...PARTS, ...Object.fromEntries(more) })))
  }
  expect(padded(MAX_ENTRIES)).toEqual([])
  expect(padded(MAX_ENTRIES + 1)).toEqual(['error zip.bomb'])
})

test('what a small file unpacks to', () => {
  const blanks = (megabytes: number) =>
    withSheet((xml) =>
      xml.replace('<sheetData>', `${' '.repeat(megabytes * 1024 * 1024)}<sheetData>`),
    )
  // As compressible as blanks are, what is small is no bomb.
  expect(blanks(3)).toEqual([])
  expect(blanks(5)).toEqual(['error zip.bomb'])
  expect(MAX_DECODED_MB).toBe(64)
})

test('depth of XML', () => {
  const deep = (levels: number) =>
    withSheet((xml) =>
      xml.replace('<sheetData>', `${'<x>'.repeat(levels)}${'</x>'.repeat(levels)}<sheetData>`),
    )
  expect(deep(MAX_XML_DEPTH - 1)).toEqual([])
  expect(deep(MAX_XML_DEPTH)).toEqual(['error file.unreadable'])
})

test('letters of a cell', () => {
  const long = (length: number) =>
    found(
      read(
        workbook({
          rows: [
            ['날짜', '설명'],
            ['2026-04-01', 'x'.repeat(length)],
          ],
        }),
      ),
    )
  expect(long(MAX_CELL_CHARS)).not.toContainEqual(expect.stringContaining('too_long'))
  const columns = { 설명: 'title' }
  const file = workbook({
    rows: [
      ['날짜', '설명'],
      ['2026-04-01', 'x'.repeat(MAX_CELL_CHARS + 1)],
    ],
  })
  expect(found(read(file, { columns }))[0]).toContain('error field.too_long 2 설명')
})

test('columns of a sheet', () => {
  const cell = (place: number) => {
    const [tens, ones] = [Math.floor(place / 26), place % 26]
    const letters = `${tens === 0 ? '' : String.fromCharCode(64 + tens)}${String.fromCharCode(65 + ones)}`
    return withSheet((xml) =>
      xml.replace('</row>', `<c r="${letters}1" t="inlineStr"><is><t>비고2</t></is></c></row>`),
    )
  }
  expect(cell(MAX_COLUMNS - 1)).toEqual(['warning header.unknown 1 비고2 비고2'])
  expect(cell(MAX_COLUMNS)).toEqual(['error file.too_many_columns 1'])
})

test('rows of a sheet', () => {
  const rows = (count: number) => {
    const one = (_: unknown, at: number) => `<row r="${at + 2}"><c><v>1</v></c></row>`
    const many = Array.from({ length: count }, one).join('')
    const xml = PARTS[SHEET]?.replace(/<row r="2">.*<\/row>/, many) ?? ''
    const { rowCount, findings } = readFile(zipped({ ...PARTS, [SHEET]: xml }), null, SEOUL)
    return [rowCount, findings[0]?.code]
  }
  expect(rows(MAX_ROWS)).toEqual([MAX_ROWS, 'field.required'])
  expect(rows(MAX_ROWS + 1)).toEqual([0, 'file.too_many_rows'])
})

test('merges that nobody makes', () => {
  const merged = (ref: string) =>
    withSheet((xml) => xml.replace('</mergeCells>', `<mergeCell ref="${ref}"/></mergeCells>`))
  expect(merged('D3:E9')).toEqual([])
  expect(merged('A1:XFD1048576')).toEqual(['error file.unreadable'])
  expect(merged('D3:?')).toEqual(['error file.unreadable'])
})

test('a document type, another encoding, a reference that leads outside', () => {
  expect(withSheet((xml) => `<!DOCTYPE x>${xml}`)).toEqual(['error xml.doctype'])
  expect(withSheet((xml) => `<?xml version="1.0" encoding="EUC-KR"?>${xml}`)).toEqual([
    'error encoding.unsupported',
  ])
  const related = 'xl/_rels/workbook.xml.rels'
  const outside = PARTS[related]?.replace('worksheets/0.xml', '../../../etc/passwd') ?? ''
  expect(found(read(zipped({ ...PARTS, [related]: outside })))).toEqual(['error file.unreadable'])
})
