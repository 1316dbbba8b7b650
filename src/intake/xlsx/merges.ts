// Merged cells: what is written once over several cells is said of each of them.

import type { Cell, Grid, Merge } from './grid.ts'
import { columnNamed } from './references.ts'
import { unreadable } from './refusal.ts'

/** Cells of one merge, and cells that all merges of a sheet fill. */
const MAX_MERGED_CELLS = 1_000_000

export function mergeOf(ref: string, part: string): Merge {
  const found = /^([A-Z]{1,3})(\d{1,7})(?::([A-Z]{1,3})(\d{1,7}))?$/.exec(ref)
  if (!found) throw unreadable(part)
  const [, a = '', first = '', b = a, last = first] = found
  const [left, right] = [columnNamed(a) - 1, columnNamed(b) - 1]
  const merge = { ref, top: Number(first), bottom: Number(last), left, right }
  const area = (merge.bottom - merge.top + 1) * (right - left + 1)
  if (area > MAX_MERGED_CELLS) throw unreadable(ref)
  return merge
}

/**
 * Downwards, so that a header of two rows is whole in its second; only rows that hold something of
 * their own are filled, since one event written over two rows is one.
 */
export function fillDown({ rows, merges }: Grid): void {
  let filled = 0
  for (const { ref, top, bottom, left } of merges) {
    const value = rows.get(top)?.[left]
    if (value === undefined) continue
    filled += bottom - top
    if (filled > MAX_MERGED_CELLS) throw unreadable(ref)
    for (let row = top + 1; row <= bottom; row += 1) setWhereEmpty(rows.get(row), left, value)
  }
}

/** Sideways below the header: a name over two columns names only the first of them. */
export function fillAcross({ rows, merges }: Grid, header: number, width: number): void {
  let filled = 0
  for (const { ref, top, bottom, left, right } of merges) {
    // What begins above or in the header is no event's.
    if (top <= header) {
      for (let row = header + 1; row <= bottom; row += 1) emptyAt(rows, row, left)
      continue
    }
    const last = Math.min(right, width - 1)
    if (last <= left) continue
    filled += (bottom - top + 1) * (last - left)
    if (filled > MAX_MERGED_CELLS) throw unreadable(ref)
    for (let row = top; row <= bottom; row += 1) {
      const cells = rows.get(row)
      const value = cells?.[left]
      if (value === undefined) continue
      for (let place = left + 1; place <= last; place += 1) setWhereEmpty(cells, place, value)
    }
  }
}

function setWhereEmpty(cells: Cell[] | undefined, place: number, value: Cell): void {
  if (cells && cells[place] === undefined) cells[place] = value
}

function emptyAt(rows: Grid['rows'], row: number, place: number): void {
  const cells = rows.get(row)
  if (!cells) return
  delete cells[place]
  if (!cells.some((cell) => cell !== undefined)) rows.delete(row)
}
