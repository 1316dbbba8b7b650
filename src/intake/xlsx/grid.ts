// The cells of a sheet, by the numbers that rows and columns are called by.

import { plain } from './numbers.ts'
import type { Fault } from './strings.ts'

/** Numbers wait for the column they stand under; texts and dates are as they will be read. */
export type Cell = string | number | boolean | Fault

/** Rows from 1, places from 0, ends included. */
export interface Merge {
  ref: string
  top: number
  bottom: number
  left: number
  right: number
}

export interface Grid {
  /** Rows with something in them; places without a cell are empty. */
  rows: Map<number, Cell[]>
  merges: Merge[]
  hiddenRows: Set<number>
  hiddenColumns: Set<number>
}

/** As far as it can be said before its column is known. */
export function textOf(cell: Cell | undefined): string {
  if (typeof cell === 'number') return plain(cell)
  if (typeof cell === 'boolean') return cell ? 'TRUE' : 'FALSE'
  return typeof cell === 'string' ? cell : ''
}
