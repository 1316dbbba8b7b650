// A table of text to rows of a schedule.

import { type Column, type Field, readColumns } from './columns.ts'
import { type ReadRow, readRow } from './facts.ts'
import type { Finding } from './finding.ts'
import { gathered } from './gathered.ts'
import { type Given, quoted, splitList } from './given.ts'
import { MAX_CELL_CHARS } from './limits.ts'
import { orderIn } from './moments.ts'
import type { Reading, ReadingContext } from './row.ts'
import { readTable, type TableRow } from './table.ts'

export function readCsv(text: string, context: ReadingContext): Reading {
  const table = readTable(text)
  if (table.header.length === 0)
    return gathered('csv', { rowCount: 0, read: [], findings: table.findings })
  const { columns, findings: headerFindings } = readColumns(table.header)
  const findings = [...table.findings, ...headerFindings, ...namelessFindings(table)]
  if (headerFindings.some(({ severity }) => severity === 'error'))
    return gathered('csv', { rowCount: table.rows.length, read: [], findings })
  if (table.rows.length === 0) findings.push({ code: 'file.no_rows', severity: 'error' })
  const shape = shapeOf(columns)
  const order = context.dateOrder ?? orderIn(givensOf(table.rows, shape))
  const rowContext = { ...context, order, year: context.year ?? null }
  const read = table.rows.map((row): ReadRow => {
    const faults = [...row.findings, ...tooLong(row, columns)]
    if (faults.length > 0) return { row: null, findings: faults }
    return readRow(givenOf(row, shape), rowContext)
  })
  return gathered('csv', { rowCount: table.rows.length, read, findings })
}

/** Values under no name would be lost without a word. */
function namelessFindings({ header, rows }: { header: string[]; rows: TableRow[] }): Finding[] {
  return header.flatMap((name, place): Finding[] => {
    const filled = name.trim() === '' ? rows.find(({ cells }) => cells[place]?.trim()) : undefined
    if (!filled) return []
    const value = quoted(filled.cells[place] ?? '')
    const letter = letterOf(place)
    return [{ code: 'header.nameless', severity: 'warning', row: 1, column: letter, value }]
  })
}

/** As a spreadsheet names its columns: A … Z, AA … */
const letterOf = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : letterOf(Math.floor(place / 26) - 1) + letterOf(place % 26)

const tooLong = ({ row, cells }: TableRow, columns: readonly Column[]): Finding[] =>
  columns.flatMap(({ header, place }): Finding[] => {
    const cell = cells[place] ?? ''
    if (cell.length <= MAX_CELL_CHARS) return []
    const params = { length: cell.length, limit: MAX_CELL_CHARS }
    const where = { row, column: header, value: quoted(cell) }
    return [{ code: 'field.too_long', severity: 'error', ...where, params }]
  })

/** Where in a row each field stands. */
interface Shape {
  places: Map<Field, number>
  translated: { column: Column; field: 'title' | 'description' | 'location'; language: string }[]
  unknown: { name: string; place: number }[]
  header(field: Field): string
}

function shapeOf(columns: readonly Column[]): Shape {
  const fields = columns.flatMap((column) =>
    'field' in column.meaning ? [{ column, field: column.meaning.field }] : [],
  )
  const headers = new Map(fields.map(({ column, field }) => [field, column.header]))
  return {
    places: new Map(fields.map(({ column, field }) => [field, column.place])),
    translated: columns.flatMap((column) => {
      if (!('translated' in column.meaning)) return []
      const { translated, language } = column.meaning
      return [{ column, field: translated === 'venue' ? 'location' : translated, language }]
    }),
    unknown: unknownIn(columns),
    header: (field) => headers.get(field) ?? field,
  }
}

/** Of two with one name, the second is told by its letter: both are kept. */
const unknownIn = (columns: readonly Column[]): Shape['unknown'] =>
  columns
    .filter(({ meaning }) => 'unknown' in meaning)
    .map(({ header, place }, at, all) => {
      const again = all.findIndex((other) => other.header === header) < at
      return { name: again ? `${header} (${letterOf(place)})` : header, place }
    })

function* givensOf(rows: readonly TableRow[], shape: Shape): Generator<Given> {
  for (const row of rows) yield givenOf(row, shape)
}

function givenOf({ row, cells }: TableRow, shape: Shape): Given {
  const cell = (place: number) => cells[place] ?? ''
  const text = (field: Field) => {
    const place = shape.places.get(field)
    return place === undefined ? undefined : cell(place)
  }
  return {
    row,
    text,
    list: (field) => {
      const items = text(field)
      return items === undefined ? undefined : splitList(items)
    },
    translations: shape.translated.map(({ column, field, language }) => ({
      ...{ field, language, text: cell(column.place), where: { row, column: column.header } },
    })),
    links: undefined,
    extra: Object.fromEntries(shape.unknown.map(({ name, place }) => [name, cell(place)])),
    where: (field) => ({ row, column: shape.header(field) }),
  }
}
