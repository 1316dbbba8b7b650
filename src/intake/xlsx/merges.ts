// Merged cells: what is written once over several rows is said of each of them.

import type { Finding } from '../finding.ts'
import { quoted } from '../given.ts'
import type { Header } from '../header.ts'
import { MAX_QUOTED_CHARS } from '../limits.ts'
import { type Cell, type Grid, type Merge, textOf } from './grid.ts'
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
  if (area > MAX_MERGED_CELLS) throw unreadable(part)
  return merge
}

/**
 * Downwards, so that a header of two rows is whole in its second; only rows that hold something of
 * their own are filled, since one event written over two rows is one. Not sideways: a long title
 * over three columns is no venue.
 */
export function fillDown({ rows, merges }: Grid, part: string): void {
  let filled = 0
  for (const { top, bottom, left } of merges) {
    const value = rows.get(top)?.[left]
    if (value === undefined) continue
    filled += bottom - top
    if (filled > MAX_MERGED_CELLS) throw unreadable(part)
    for (let row = top + 1; row <= bottom; row += 1) setWhereEmpty(rows.get(row), left, value)
  }
}

function setWhereEmpty(cells: Cell[] | undefined, place: number, value: Cell): void {
  if (cells && cells[place] === undefined) cells[place] = value
}

/** What begins above or in the header is no event's. */
export function emptyBelowHeader({ rows, merges }: Grid, header: number): void {
  for (const { top, bottom, left } of merges) {
    if (top > header) continue
    for (let row = header + 1; row <= bottom; row += 1) {
      const cells = rows.get(row)
      if (!cells) continue
      delete cells[left]
      if (!cells.some((cell) => cell !== undefined)) rows.delete(row)
    }
  }
}

/** Each column once, with all of its merges that more than one row took a value from. */
export function mergeFindings({ rows, merges }: Grid, { row: header, columns }: Header): Finding[] {
  return columns.flatMap(({ header: column, place }): Finding[] => {
    const filled = merges.filter(
      ({ top, bottom, left }) => left === place && top > header && fills(rows, top, bottom, place),
    )
    const [first] = filled
    if (!first) return []
    const value = quoted(textOf(rows.get(first.top)?.[place]))
    const cells = filled.map(({ ref }) => ref).join(', ')
    const params = { cells: cells.slice(0, MAX_QUOTED_CHARS) }
    return [{ code: 'xlsx.merged', severity: 'warning', row: first.top, column, value, params }]
  })
}

function fills(rows: Grid['rows'], top: number, bottom: number, place: number): boolean {
  if (rows.get(top)?.[place] === undefined) return false
  for (let row = top + 1; row <= bottom; row += 1) if (rows.has(row)) return true
  return false
}
