// CSV text to rows of cells, with the row numbers a spreadsheet shows.

import Papa from 'papaparse'
import type { Finding } from './finding.ts'
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts'

export interface Table {
  header: string[]
  rows: TableRow[]
  findings: Finding[]
}

export interface TableRow {
  /** The header is row 1; newlines inside quotes do not count, blank rows do. */
  row: number
  cells: string[]
}

const DELIMITERS = [',', ';', '\t', '|']
const SEPARATOR_LINE = /^sep=(.)\n/i

/** Blank rows are looked past, but not without end. */
const MAX_RECORDS = MAX_ROWS * 2

export function readTable(raw: string): Table {
  const text = raw.replace(/\r\n?/g, '\n')
  const separator = SEPARATOR_LINE.exec(text)
  const findings: Finding[] = separator
    ? [{ code: 'csv.delimiter', severity: 'warning', row: 1, value: separator[0].trim() }]
    : []
  const start = separator ? separator[0].length : 0
  const delimiter = separator?.[1] ?? detectDelimiter(text)
  if (tooWide(text, start, delimiter)) return refused('file.too_many_columns', 1)
  const parsed = Papa.parse<string[]>(text.slice(start), {
    delimiter,
    newline: '\n',
    preview: MAX_RECORDS,
  })
  const records = parsed.data
    .map((cells, place): TableRow => ({ row: place + (separator ? 2 : 1), cells }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  const [header, ...rows] = records
  findings.push(...parsed.errors.flatMap((error) => quoteFinding(error, separator ? 2 : 1)))
  if (!header)
    return { header: [], rows: [], findings: [{ code: 'file.empty', severity: 'error' }] }
  if (rows.length > MAX_ROWS) return refused('file.too_many_rows', MAX_ROWS + 1)
  findings.push(...rows.flatMap((row) => raggedFinding(row, header.cells.length)))
  return { header: header.cells, rows, findings }
}

/** The one that the first line has most of, outside quotes. */
function detectDelimiter(text: string): string {
  const line = firstLine(text)
  let best = ','
  let most = 0
  for (const delimiter of DELIMITERS) {
    const count = line.split(delimiter).length - 1
    if (count > most) [best, most] = [delimiter, count]
  }
  return best
}

const MAX_HEADER_CHARS = 100_000

const firstLine = (text: string): string => {
  const line = /^\n*([^\n]*)/.exec(text.slice(0, MAX_HEADER_CHARS))?.[1] ?? ''
  return line.replace(/"[^"]*"/g, '')
}

/** Looked at before parsing: eight megabytes of commas would be eight million cells. */
function tooWide(text: string, start: number, delimiter: string): boolean {
  let count = 0
  for (let place = start; place < text.length && text[place] !== '\n'; place += 1)
    if (text[place] === delimiter) count += 1
  return count >= MAX_COLUMNS
}

function refused(code: 'file.too_many_columns' | 'file.too_many_rows', row: number): Table {
  const limit = code === 'file.too_many_rows' ? MAX_ROWS : MAX_COLUMNS
  return { header: [], rows: [], findings: [{ code, severity: 'error', row, params: { limit } }] }
}

function quoteFinding({ type, code, row = 0 }: Papa.ParseError, firstRow: number): Finding[] {
  if (type !== 'Quotes') return []
  const unclosed = code === 'MissingQuotes'
  return [
    { code: unclosed ? 'csv.unclosed_quote' : 'csv.quote', severity: 'error', row: row + firstRow },
  ]
}

function raggedFinding({ row, cells }: TableRow, columns: number): Finding[] {
  const beyond = cells.slice(columns).filter((cell) => cell.trim() !== '')
  if (beyond.length === 0) return []
  const params = { cells: cells.length, columns }
  return [{ code: 'row.ragged', severity: 'error', row, value: beyond.join(' '), params }]
}
