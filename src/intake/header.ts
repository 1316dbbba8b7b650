// Which row of a table holds its headers: titles and notes may stand above it.

import type { Column } from './column-meaning.ts'
import { readColumns } from './columns.ts'
import type { Finding } from './finding.ts'
import { quoted } from './given.ts'
import type { ReadingContext } from './row.ts'
import type { TableRow } from './table-row.ts'

export interface Header {
  row: number
  cells: readonly string[]
  columns: Column[]
  findings: Finding[]
}

/** Of the rows that hold anything. */
const SEARCHED_ROWS = 20

type Answered = Pick<ReadingContext, 'headerRow' | 'columns'>

/** The row that a person names; else the first, unless one below it reads better. */
export function headerOf(rows: readonly TableRow[], { headerRow, columns }: Answered): Header {
  if (headerRow !== undefined) {
    const named = rows.find(({ row }) => row === headerRow)
    return read(named ?? { row: headerRow, cells: [] }, columns)
  }
  const looked = rows.slice(0, SEARCHED_ROWS).map((row) => read(row, columns))
  const [first] = looked
  if (!first || isWhole(first)) return first ?? read({ row: 1, cells: [] }, columns)
  const found = best(looked.filter(isWhole)) ?? partly(looked, first) ?? belowTitle(looked, first)
  return found ? { ...found, findings: [...found.findings, ...above(found, first)] } : first
}

/** Whether a table below these headers can be read. */
export const isWhole = ({ findings }: Header): boolean =>
  findings.every(({ code }) => code !== 'header.missing')

function read({ row, cells }: Pick<TableRow, 'row' | 'cells'>, said: Answered['columns']): Header {
  return { row, cells, ...readColumns({ row, cells }, said) }
}

const known = ({ columns }: Header): number =>
  new Set(columns.flatMap(({ meaning }) => ('unknown' in meaning ? [] : [JSON.stringify(meaning)])))
    .size

/** With the most names that are known; of equals the first. */
const best = (headers: readonly Header[]): Header | undefined =>
  headers.reduce<Header | undefined>(
    (found, each) => (found && known(found) >= known(each) ? found : each),
    undefined,
  )

/** Something is missing in it, yet it is a row of names. */
function partly(headers: readonly Header[], first: Header): Header | undefined {
  const found = best(headers)
  if (!found || known(found) <= Math.max(1, known(first))) return undefined
  return known(found) * 2 >= found.columns.length ? found : undefined
}

/** Names that nobody knows stand below a title that stands alone. */
function belowTitle(headers: readonly Header[], first: Header): Header | undefined {
  if (first.columns.length !== 1) return undefined
  const widest = Math.max(...headers.map(({ columns }) => columns.length))
  return headers.find(({ columns }) => columns.length > 1 && columns.length * 2 > widest)
}

const above = ({ row }: Header, first: Header): Finding[] =>
  row === first.row
    ? []
    : [
        {
          ...{ code: 'header.below', severity: 'warning', row },
          value: quoted(first.columns.map(({ header }) => header).join(' ')),
        },
      ]
