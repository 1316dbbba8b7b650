// A schedule as a workbook: dates are dates, times are times, and the rest is text.

import type { Field } from '../intake/column-meaning.ts'
import { type Cell, workbookOf } from './workbook.ts'

/** Rows of text, and what each column holds where it is one of ours. */
export interface TextTable {
  headers: readonly string[]
  fields: readonly (Field | null)[]
  rows(): Iterable<readonly string[]>
}

const DATES = new Set<Field>(['start_date', 'end_date'])
const TIMES = new Set<Field>(['start_time', 'end_time'])
const NUMBERS = new Set<Field>(['game_no', 'latitude', 'longitude'])

export function xlsxOf(name: string, { headers, fields, rows }: TextTable): Uint8Array {
  const widths = headers.map(widthOf)
  let count = 0
  for (const cells of rows()) {
    if (count === MEASURED_ROWS) break
    count += 1
    for (const [at, cell] of cells.entries()) widths[at] = Math.max(widths[at] ?? 0, widthOf(cell))
  }
  const sheet = {
    ...{ name: sheetName(name), headers, widths },
    *rows() {
      for (const cells of rows()) yield cells.map((cell, at) => cellOf(cell, fields[at] ?? null))
    },
  }
  return workbookOf([sheet])
}

const MEASURED_ROWS = 200
const [MIN_WIDTH, MAX_WIDTH] = [9, 48]

/** Hangul is twice as wide as a digit. */
export function widthOf(text: string): number {
  const [line = ''] = text.split('\n', 1)
  const wide = line.slice(0, MAX_WIDTH).replace(/[^\u1100-\uffff]/g, '').length
  return Math.min(MAX_WIDTH, Math.max(MIN_WIDTH, line.length + wide + 2))
}

const MAX_SHEET_NAME_CHARS = 31

const sheetName = (name: string): string =>
  name
    .replace(/[[\]:*?/\\\p{Cc}]/gu, ' ')
    .slice(0, MAX_SHEET_NAME_CHARS)
    .replace(/^[' ]+|[' ]+$/g, '') || 'Kalends'

const DAY_MS = 86_400_000
/** Day 0 of spreadsheets, as it is from March 1900 on. */
const EPOCH_MS = Date.UTC(1899, 11, 30)

export function cellOf(text: string, field: Field | null): Cell {
  if (field === null || text === '') return text
  if (DATES.has(field) && /^\d{4}-\d\d-\d\d$/.test(text))
    return { number: (Date.parse(`${text}T00:00:00Z`) - EPOCH_MS) / DAY_MS, style: 'date' }
  const time = TIMES.has(field) ? /^(\d\d):(\d\d)(?::(\d\d))?$/.exec(text) : null
  if (time) {
    const [hours = 0, minutes = 0, seconds = 0] = time.slice(1).map((part) => Number(part ?? 0))
    const number = (hours * 3600 + minutes * 60 + seconds) / 86_400
    return { number, style: time[3] ? 'seconds' : 'time' }
  }
  const number = NUMBERS.has(field) ? Number(text) : Number.NaN
  return String(number) === text ? { number, style: 'plain' } : text
}
