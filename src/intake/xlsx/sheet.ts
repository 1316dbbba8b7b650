// A sheet's part to its cells, by the numbers that rows and columns are called by.

import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_ROWS } from '../limits.ts'
import type { Book } from './book.ts'
import type { Cell, Grid } from './grid.ts'
import { mergeOf } from './merges.ts'
import { shownNumber } from './numbers.ts'
import { columnNamed } from './references.ts'
import { Refusal, unreadable } from './refusal.ts'
import { type Fault, type Gathered, gatheredIn, type StringCell, texts } from './strings.ts'
import { type Attributes, isTrue, type Listener, readPart } from './xml.ts'
import type { Zip } from './zip.ts'

const LAST_ROW = 1_048_576
const LAST_COLUMN = 16_384
const MAX_MERGES = 100_000

interface Present {
  row: number
  place: number
  type: string
  style: number
  hasFormula: boolean
  value: Gathered | null
  inline: Cell | null
}

export function readSheet(zip: Zip, part: string, book: Book): Grid {
  const grid: Grid = {
    ...{ rows: new Map(), merges: [], hiddenRows: new Set(), hiddenColumns: new Set() },
  }
  readPart(zip, part, listenerFor(grid, part, book))
  return { ...grid, rows: new Map([...grid.rows].sort(([a], [b]) => a - b)) }
}

/** Where the reading stands: in which row, at which place, in which cell. */
interface Position {
  row: number
  place: number
  cell: Present | null
}

function listenerFor(grid: Grid, part: string, book: Book): Listener {
  const at: Position = { row: 0, place: -1, cell: null }
  const starts = startsFor(at, grid, part)
  const take = (text: StringCell) => {
    if (at.cell) at.cell.inline = text
  }
  const inline = texts('is', take, MAX_CELL_CHARS)
  let inValue = false
  return {
    open(name, attributes) {
      if (Object.hasOwn(starts, name)) starts[name]?.(attributes)
      inValue = name === 'v'
      if (at.cell) inline.open(name, attributes)
    },
    text(text) {
      if (inValue) at.cell?.value?.add(text)
      else if (at.cell) inline.text(text)
    },
    close(tag) {
      inValue = false
      if (!at.cell) return
      inline.close(tag)
      if (tag !== 'c') return
      keep(grid, at.cell, book)
      at.cell = null
    },
  }
}

type Starts = Record<string, (attributes: Attributes) => void>

function startsFor(at: Position, grid: Grid, part: string): Starts {
  return {
    row({ r, hidden }) {
      at.row = r === undefined ? at.row + 1 : Number(r)
      if (!(Number.isInteger(at.row) && at.row >= 1 && at.row <= LAST_ROW)) throw unreadable(part)
      at.place = -1
      if (isTrue(hidden)) grid.hiddenRows.add(at.row)
    },
    c({ r, t = 'n', s = '0' }) {
      at.place = r === undefined ? at.place + 1 : placeOf(r, at.row, part)
      const { row, place } = at
      const empty = { hasFormula: false, value: null, inline: null }
      at.cell = { row, place, type: t, style: Number(s), ...empty }
    },
    f() {
      if (at.cell) at.cell.hasFormula = true
    },
    v() {
      if (at.cell) at.cell.value = gatheredIn(MAX_CELL_CHARS)
    },
    col: (attributes) => hideColumns(grid, attributes),
    mergeCell({ ref = '' }) {
      if (grid.merges.length >= MAX_MERGES) throw unreadable(part)
      grid.merges.push(mergeOf(ref, part))
    },
  }
}

function keep(grid: Grid, cell: Present, book: Book): void {
  const value = contentOf(cell, book)
  if (value === null || value === '') return
  const { row, place } = cell
  if (place >= MAX_COLUMNS)
    throw new Refusal('file.too_many_columns', { row, params: { limit: MAX_COLUMNS } })
  const cells = grid.rows.get(row) ?? []
  if (cells.length === 0 && grid.rows.size > MAX_ROWS)
    throw new Refusal('file.too_many_rows', { row, params: { limit: MAX_ROWS } })
  cells[place] = value
  grid.rows.set(row, cells)
}

/** Null: there is nothing in it. */
function contentOf({ type, style, hasFormula, value, inline }: Present, book: Book): Cell | null {
  if (type === 'inlineStr') return inline
  const text = value?.cell() ?? ''
  if (typeof text === 'object') return text
  if (type === 'str') return value === null && hasFormula ? { code: 'cell.formula_uncached' } : text
  if (text === '') return hasFormula ? { code: 'cell.formula_uncached' } : null
  if (type === 'e') return { code: 'cell.error', value: text }
  if (type === 'b') return isTrue(text)
  if (type === 's') return book.strings[Number(text)] ?? { ...BEYOND_STRINGS, value: text }
  const shown = book.formats[style] ?? 'number'
  if (type === 'd') return shown === 'date' ? text.slice(0, ISO_DAY_CHARS) : text
  const number = Number(text)
  return Number.isFinite(number) ? shownNumber(number, shown, book.is1904) : text
}

const ISO_DAY_CHARS = 10
const BEYOND_STRINGS: Fault = { code: 'file.unreadable', params: { part: 'sharedStrings' } }

/** Columns' ranges are numbers that anybody can write: only those that may be read are looked at. */
function hideColumns(grid: Grid, { min, max, hidden }: Attributes): void {
  if (!isTrue(hidden)) return
  const last = Math.min(Number(max), MAX_COLUMNS)
  for (let column = Math.max(1, Math.floor(Number(min))); column <= last; column += 1)
    grid.hiddenColumns.add(column - 1)
}

/** `C2` → 2. */
function placeOf(reference: string, row: number, part: string): number {
  const [, letters = '', digits] = /^([A-Z]{1,3})(\d{1,7})$/.exec(reference) ?? []
  const column = columnNamed(letters)
  if (Number(digits) !== row || column > LAST_COLUMN) throw unreadable(part)
  return column - 1
}
