// A table, whatever file it stands in, to rows of a schedule.

import type { Column } from './column-meaning.ts'
import { type ReadRow, readRow } from './facts.ts'
import type { Finding } from './finding.ts'
import { gathered } from './gathered.ts'
import { type Given, quoted } from './given.ts'
import { type Header, headerOf } from './header.ts'
import type { SheetRows, TableLayout } from './layout.ts'
import { letterOf, nameless } from './letters.ts'
import { MAX_CELL_CHARS, MAX_COLUMNS } from './limits.ts'
import { orderIn } from './moments.ts'
import type { Reading, ReadingContext } from './row.ts'
import { givenOf, type Shape, shapeOf } from './shape.ts'
import type { TableRow } from './table-row.ts'

export interface Table {
  format: 'csv' | 'xlsx'
  /** Those that hold anything and may be the header. */
  heads: TableRow[]
  findings: Finding[]
  /** A workbook's, by their names. */
  sheets: string[]
  sheet: string | null
  alike?: string[]
  parts?: SheetRows[]
  /** The rows below the header that hold anything, as its columns have them. */
  below(header: Header): TableRow[]
}

export function readTable(table: Table, context: ReadingContext): Reading {
  const { format } = table
  if (table.heads.length === 0)
    return gathered(format, { rowCount: 0, read: [], findings: table.findings })
  const header = withTitles(headerOf(table.heads, context), context)
  const { columns } = header
  const rows = rowsUnder(table, header, context)
  const findings = [...table.findings, ...faultsIn(table, header), ...header.findings]
  findings.push(...namelessFindings(header, rows))
  const told = { table: layoutOf(table, header, rows) }
  if (findings.some(({ severity }) => severity === 'error'))
    return { ...gathered(format, { rowCount: rows.length, read: [], findings }), ...told }
  if (rows.length === 0) findings.push({ code: 'file.no_rows', severity: 'error' })
  const shape = shapeOf(columns)
  const order = context.dateOrder ?? orderIn(givensOf(rows, shape))
  const rowContext = { ...context, order, year: context.year ?? null }
  const read = rows.map((row): ReadRow => {
    const faults = [...row.findings, ...tooLong(row, columns)]
    if (faults.length === 0) return readRow(givenOf(row, shape), rowContext)
    if (faults.some(({ severity }) => severity === 'error')) return { row: null, findings: faults }
    const { findings, ...rest } = readRow(givenOf(row, shape), rowContext)
    return { ...rest, findings: [...faults, ...findings] }
  })
  askOnce(read, 'team.unknown')
  return { ...gathered(format, { rowCount: rows.length, read, findings }), ...told }
}

/** What is the same of every row. */
function askOnce(read: readonly ReadRow[], code: Finding['code']): void {
  let asked = false
  for (const row of read) {
    const isAsked = row.findings.some((finding) => finding.code === code)
    if (isAsked && asked) row.findings = row.findings.filter((finding) => finding.code !== code)
    asked ||= isAsked
  }
}

/** A title may be put right in review where the file has no column for one: beyond all of its own. */
function withTitles(header: Header, { cells = [] }: ReadingContext): Header {
  const has = header.columns.some(({ meaning }) => 'field' in meaning && meaning.field === 'title')
  if (has || !cells.some(({ column }) => column === 'title')) return header
  const title: Column = { header: 'title', place: MAX_COLUMNS, meaning: { field: 'title' } }
  return { ...header, columns: [...header.columns, title] }
}

function* givensOf(rows: readonly TableRow[], shape: Shape): Generator<Given> {
  for (const row of rows) yield givenOf(row, shape)
}

/** Without those that a person leaves out, and with the cells that one put right. */
function rowsUnder(table: Table, header: Header, context: ReadingContext): TableRow[] {
  const leftOut = new Set(context.leaveOut)
  const below = table.below(header).filter(({ row }) => !leftOut.has(row))
  if (!context.cells) return below
  const rows = new Map(below.map((each) => [each.row, each]))
  for (const { row, column, value } of context.cells) {
    const place = header.columns.find(({ header }) => header === column)?.place
    const found = rows.get(row)
    if (place === undefined || !found) continue
    const cells = Array.from(found.cells, (cell) => cell ?? '')
    while (cells.length <= place) cells.push('')
    cells[place] = value
    const findings = found.findings.filter((finding) => finding.column !== column)
    rows.set(row, { row, cells, findings })
  }
  return [...rows.values()]
}

/** A header whose quotes are broken is no header. */
const faultsIn = ({ heads }: Table, header: Header): Finding[] =>
  heads.find(({ row }) => row === header.row)?.findings ?? []

/** Values under no name would be lost without a word. */
function namelessFindings(header: Header, rows: readonly TableRow[]): Finding[] {
  const { row, cells, columns } = header
  const named = new Set(columns.map(({ place }) => place))
  return cells.flatMap((_, place): Finding[] => {
    const filled = named.has(place) ? undefined : rows.find(({ cells }) => cells[place]?.trim())
    if (!filled) return []
    const value = quoted(filled.cells[place] ?? '')
    return [{ code: 'header.nameless', severity: 'warning', row, column: letterOf(place), value }]
  })
}

function tooLong({ row, cells }: TableRow, columns: readonly Column[]): Finding[] {
  if (cells.every((cell) => cell.length <= MAX_CELL_CHARS)) return []
  return columns.flatMap(({ header, place }): Finding[] => {
    const cell = cells[place] ?? ''
    if (cell.length <= MAX_CELL_CHARS) return []
    const params = { length: cell.length, limit: MAX_CELL_CHARS }
    const where = { row, column: header, value: quoted(cell) }
    return [{ code: 'field.too_long', severity: 'error', ...where, params }]
  })
}

const SAMPLES = 3
const MAX_SAMPLE_CHARS = 60

function layoutOf(table: Table, header: Header, rows: readonly TableRow[]): TableLayout {
  const samplesAt = (place: number) => {
    const samples: string[] = []
    for (const { cells } of rows) {
      const cell = cells[place]?.trim()
      if (cell) samples.push(quoted(cell.slice(0, MAX_SAMPLE_CHARS)))
      if (samples.length === SAMPLES) break
    }
    return samples
  }
  const own = header.columns.filter(({ place }) => place < MAX_COLUMNS)
  const named = own.map(({ header, place, meaning }) => ({
    ...{ place, header, column: nameOf(meaning) },
  }))
  const others = namelessPlaces(header, rows).map((place) => ({
    ...{ place, header: nameless(place), column: '' },
  }))
  const columns = [...named, ...others].sort((a, b) => a.place - b.place)
  return {
    ...{ sheets: table.sheets, sheet: table.sheet, headerRow: header.row },
    ...(table.alike ? { alike: table.alike } : {}),
    ...(table.parts ? { parts: table.parts } : {}),
    headers: columns.map(({ place, ...told }) => ({ ...told, samples: samplesAt(place) })),
  }
}

/** Where rows hold something under no name. */
function namelessPlaces({ columns }: Header, rows: readonly TableRow[]): number[] {
  const named = new Set(columns.map(({ place }) => place))
  const places = new Set<number>()
  for (const { cells } of rows)
    for (const [place, cell] of cells.entries())
      if (cell && !named.has(place) && !places.has(place) && cell.trim()) places.add(place)
  return [...places].filter((place) => place < MAX_COLUMNS)
}

/** As `columns` of an answer would say it; null is kept under its own name. */
function nameOf(meaning: Column['meaning']): string | null {
  if ('field' in meaning) return meaning.field
  if ('translated' in meaning) return `${meaning.translated}_${meaning.language}`
  return 'ignored' in meaning ? '' : null
}
