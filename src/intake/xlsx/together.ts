// A sheet a month: those under one header, read as if they stood one below the other.

import type { Finding } from '../finding.ts'
import type { Header } from '../header.ts'
import type { SheetRows } from '../layout.ts'
import { MAX_ROWS } from '../limits.ts'
import type { Grid } from './grid.ts'
import { leaveOutHidden } from './hidden.ts'
import { emptyBelowHeader } from './merges.ts'
import { Refusal } from './refusal.ts'

/** What `sheet` says of all sheets together; no sheet may be called so. */
export const ALL_SHEETS = '*'

export interface Headed {
  name: string
  grid: Grid
  header: Header
}

export const underOneHeader = (a: Header, b: Header): boolean => namesIn(a) === namesIn(b)

const namesIn = ({ columns }: Header): string =>
  JSON.stringify(columns.map(({ header, place }) => [header, place]))

export interface Together {
  grid: Grid
  parts: SheetRows[]
  findings: Finding[]
}

/** The first keeps its rows' numbers; those of the others go on after its last. */
export function together(sheets: readonly Headed[]): Together {
  const grid: Grid = {
    ...{ rows: new Map(), merges: [], hiddenRows: new Set(), hiddenColumns: new Set() },
  }
  const parts: SheetRows[] = []
  const findings: Finding[] = []
  for (const { name, grid: own, header } of sheets) {
    const before = parts.at(-1)?.to ?? 0
    const last = [...own.rows.keys()].at(-1) ?? 0
    findings.push(...leaveOutHidden(own, header))
    emptyBelowHeader(own, header.row)
    const isRead = (row: number) => row > header.row || before === 0
    for (const [row, cells] of own.rows) if (isRead(row)) grid.rows.set(before + row, cells)
    for (const merge of own.merges.filter(({ top }) => isRead(top)))
      grid.merges.push({ ...merge, top: before + merge.top, bottom: before + merge.bottom })
    parts.push({ sheet: name, from: before + 1, to: before + last })
  }
  if (grid.rows.size > MAX_ROWS)
    throw new Refusal('file.too_many_rows', { params: { limit: MAX_ROWS } })
  return { grid, parts, findings }
}
