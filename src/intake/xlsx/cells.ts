// Cells of a sheet as the columns they stand under have them.

import type { Column, Field } from '../column-meaning.ts'
import type { Finding } from '../finding.ts'
import type { Header } from '../header.ts'
import { letterOf } from '../letters.ts'
import type { TableRow } from '../table-row.ts'
import { type Cell, textOf } from './grid.ts'
import { numberUnder } from './numbers.ts'
import type { Fault } from './strings.ts'

/** Texts alone: what a header is looked for in. */
export const bareRow = (row: number, cells: readonly Cell[]): TableRow => ({
  ...{ row, cells: Array.from(cells, textOf) },
  findings: cells.flatMap((cell, place) =>
    typeof cell === 'object' ? [faultAt(cell, 'error', row, letterOf(place))] : [],
  ),
})

export function rowUnder(
  header: Header,
  { row, cells, is1904 }: { row: number; cells: readonly Cell[]; is1904: boolean },
): TableRow {
  const texts: string[] = []
  for (let place = 0; place < cells.length; place += 1) texts.push(textOf(cells[place]))
  const findings: Finding[] = []
  for (const column of header.columns) {
    const cell = cells[column.place]
    if (cell === undefined || typeof cell === 'string') continue
    const field = 'field' in column.meaning ? column.meaning.field : undefined
    if (typeof cell === 'number') texts[column.place] = numberUnder(field, cell, is1904)
    else {
      const fault = faultUnder(column, row, cell)
      if (fault) findings.push(fault)
    }
  }
  return { row, cells: texts, findings }
}

const YES_OR_NO = new Set<Field>(['all_day', 'sold_out', 'time_tbd'])

function faultUnder(
  { header, meaning }: Column,
  row: number,
  cell: boolean | Fault,
): Finding | null {
  if ('ignored' in meaning) return null
  if (typeof cell === 'object') {
    // What cannot be read in a column that nobody needs is left blank, and said.
    const spare = 'unknown' in meaning && cell.code.startsWith('cell.')
    return faultAt(cell, spare ? 'warning' : 'error', row, header)
  }
  const wanted = 'field' in meaning ? YES_OR_NO.has(meaning.field) : 'unknown' in meaning
  return wanted ? null : faultAt({ code: 'cell.type', value: textOf(cell) }, 'error', row, header)
}

const faultAt = (
  { code, value, params }: Fault,
  severity: Finding['severity'],
  row: number,
  column: string,
): Finding => ({
  ...{ code, severity, row, column },
  ...(value === undefined ? {} : { value }),
  ...(params ? { params } : {}),
})
