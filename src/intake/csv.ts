// CSV text to a table, with the row numbers a spreadsheet shows.

import Papa from 'papaparse'
import type { Finding } from './finding.ts'
import { undefused } from './formulas.ts'
import { quoted } from './given.ts'
import { MAX_COLUMNS, MAX_ROWS } from './limits.ts'
import type { Reading, ReadingContext } from './row.ts'
import { readTable, type Table } from './table.ts'
import type { TableRow } from './table-row.ts'

export const readCsv = (text: string, context: ReadingContext): Reading =>
  readTable(csvTable(text), context)

const DELIMITERS = [',', ';', '\t', '|']
const SEPARATOR_LINE = /^sep=(.)\n/i

/** Blank rows are looked past, but not without end. */
const MAX_RECORDS = MAX_ROWS * 2

export function csvTable(raw: string): Table {
  const text = raw.replace(/\r\n?/g, '\n')
  const separator = SEPARATOR_LINE.exec(text)
  const findings: Finding[] = separator
    ? [{ code: 'csv.delimiter', severity: 'warning', row: 1, value: separator[0].trim() }]
    : []
  const body = separator ? text.slice(separator[0].length) : text
  const delimiter = separator?.[1] ?? detectDelimiter(body)
  // Spreadsheets follow the separator's line and do not show it.
  const firstRow = 1
  const wide = tooWideFinding(body, delimiter, firstRow)
  if (wide) return tableOf([], [wide])
  const { data, errors, meta } = Papa.parse<string[]>(body, {
    delimiter,
    newline: '\n',
    preview: MAX_RECORDS,
  })
  if (meta.truncated) return TOO_MANY_ROWS
  const quotes = quoteFindings(errors, firstRow)
  const rows = data
    .map((cells, place): TableRow => {
      const row = place + firstRow
      const quote = quotes.get(row)
      return { row, cells: cells.map(undefused), findings: quote ? [quote] : [] }
    })
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''))
  if (rows.length === 0) return tableOf([], [{ code: 'file.empty', severity: 'error' }])
  // The header is none of them.
  return rows.length - 1 > MAX_ROWS ? TOO_MANY_ROWS : tableOf(rows, findings)
}

const tableOf = (rows: TableRow[], findings: Finding[]): Table => ({
  ...{ format: 'csv', heads: rows, findings, sheets: [], sheet: null },
  below: (header) =>
    rows
      .filter(({ row }) => row > header.row)
      .map((row) => {
        const ragged = raggedFindings(row.row, row.cells, header.cells.length)
        return row.findings.length > 0 ? row : { ...row, findings: ragged }
      }),
})

/** The one that the first line with any has most of, outside quotes: above it stand titles. */
function detectDelimiter(text: string): string {
  const line = firstLines(text).find((each) => DELIMITERS.some((mark) => each.includes(mark))) ?? ''
  let best = ','
  let most = 0
  for (const delimiter of DELIMITERS) {
    const count = line.split(delimiter).length - 1
    if (count > most) [best, most] = [delimiter, count]
  }
  return best
}

const MAX_HEADER_CHARS = 100_000

const firstLines = (text: string): string[] =>
  text
    .slice(0, MAX_HEADER_CHARS)
    .replace(/"[^"]*"/g, '')
    .split('\n')

/** Looked at before parsing: eight megabytes of commas would be eight million cells. */
function tooWideFinding(text: string, delimiter: string, firstRow: number): Finding | null {
  let columns: number | null = null
  let row = firstRow
  let place = 0
  while (place < text.length) {
    const record = measured(text, place, delimiter)
    if (record.cells > MAX_COLUMNS) {
      const value = quoted(text.slice(record.limitAt, record.end))
      const limit = { limit: MAX_COLUMNS }
      return columns === null
        ? { code: 'file.too_many_columns', severity: 'error', row, params: limit }
        : raggedFinding(row, value, { cells: record.cells, columns })
    }
    if (!record.blank) columns ??= record.cells
    place = record.end + 1
    row += 1
  }
  return null
}

interface Measured {
  cells: number
  blank: boolean
  /** Behind the last cell that may be. */
  limitAt: number
  end: number
}

/** The record that begins at a place, without taking it apart. */
function measured(text: string, begin: number, delimiter: string): Measured {
  const found: Measured = { cells: 1, blank: true, limitAt: begin, end: begin }
  let atStart = true
  for (; found.end < text.length && text[found.end] !== '\n'; found.end += 1) {
    const character = text[found.end]
    if (character === delimiter) {
      found.cells += 1
      if (found.cells === MAX_COLUMNS + 1) found.limitAt = found.end + 1
      atStart = true
    } else {
      if (atStart && character === '"') found.end = closingQuote(text, found.end)
      atStart = false
      if (character !== ' ') found.blank = false
    }
  }
  return found
}

/** `""` is a quotation mark inside; the text's end, where none closes. */
function closingQuote(text: string, opening: number): number {
  let place = text.indexOf('"', opening + 1)
  while (place >= 0 && text[place + 1] === '"') place = text.indexOf('"', place + 2)
  return place < 0 ? text.length : place
}

const TOO_MANY_ROWS: Table = tableOf(
  [],
  [
    {
      ...{ code: 'file.too_many_rows', severity: 'error', row: MAX_ROWS + 1 },
      params: { limit: MAX_ROWS },
    },
  ],
)

/** The first of each row: what follows it is its doing. */
function quoteFindings(errors: readonly Papa.ParseError[], firstRow: number): Map<number, Finding> {
  const findings = new Map<number, Finding>()
  for (const { type, code, row: place = 0 } of errors) {
    const row = place + firstRow
    if (type !== 'Quotes' || findings.has(row)) continue
    const told = code === 'MissingQuotes' ? 'csv.unclosed_quote' : 'csv.quote'
    findings.set(row, { code: told, severity: 'error', row })
  }
  return findings
}

function raggedFindings(row: number, cells: readonly string[], columns: number): Finding[] {
  const beyond = cells.slice(columns).filter((cell) => cell.trim() !== '')
  if (beyond.length === 0) return []
  return [raggedFinding(row, quoted(beyond.join(' ')), { cells: cells.length, columns })]
}

const raggedFinding = (
  row: number,
  value: string,
  params: { cells: number; columns: number },
): Finding => ({ code: 'row.ragged', severity: 'error', row, value, params })
