// A table as CSV, which no spreadsheet runs a formula of.

import { defused } from '../intake/formulas.ts'

export interface CsvTable {
  headers: readonly string[]
  rows(): Iterable<readonly string[]>
}

/** Begins with a byte order mark: without it Excel takes Korean for CP949. */
export function* csvOf({ headers, rows }: CsvTable): Generator<string> {
  yield `\ufeff${lineOf(headers)}`
  for (const cells of rows()) yield lineOf(cells)
}

const lineOf = (cells: readonly string[]): string =>
  `${cells.map((cell) => quoted(defused(cell))).join(',')}\r\n`

const quoted = (cell: string): string =>
  /[",;|\t\r\n]|^\s|\s$/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell
