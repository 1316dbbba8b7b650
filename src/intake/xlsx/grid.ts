// The cells of a sheet, by the numbers that rows and columns are called by.

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
