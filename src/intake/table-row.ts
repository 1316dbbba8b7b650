// A row of a table as its file has it.

import type { Finding } from './finding.ts'

export interface TableRow {
  /** As a spreadsheet numbers it: newlines inside quotes do not count, blank rows do. */
  row: number
  cells: string[]
  /** Why its cells cannot be trusted. */
  findings: Finding[]
}
