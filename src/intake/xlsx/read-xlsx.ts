// A workbook to rows of a schedule.

import type { Finding } from '../finding.ts'
import { gathered } from '../gathered.ts'
import { type Header, headerOf, isWhole } from '../header.ts'
import type { SheetRows } from '../layout.ts'
import type { Reading, ReadingContext } from '../row.ts'
import { readTable, type Table } from '../table.ts'
import type { TableRow } from '../table-row.ts'
import { type Book, openBook, type Sheet } from './book.ts'
import { bareRow, rowUnder } from './cells.ts'
import { type Grid, textOf } from './grid.ts'
import { hidden, leaveOutHidden } from './hidden.ts'
import { emptyBelowHeader, fillDown, mergeFindings } from './merges.ts'
import { Refusal } from './refusal.ts'
import { readSheet } from './sheet.ts'
import { ALL_SHEETS, together, underOneHeader } from './together.ts'
import { openZip, type Zip } from './zip.ts'

export function readXlsx(bytes: Uint8Array, context: ReadingContext): Reading {
  try {
    const zip = openZip(bytes)
    return readTable(tableIn(zip, openBook(zip), context), context)
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return gathered('xlsx', { rowCount: 0, read: [], findings: [error.finding] })
  }
}

interface Opened {
  sheet: Sheet
  grid: Grid
  header: Header
  /** Whether a schedule can be read in it. */
  isSchedule: boolean
}

function tableIn(zip: Zip, book: Book, context: ReadingContext): Table {
  const { sheet, grid, findings, alike = [], parts } = chosen(zip, book, context)
  const header = headerOf(headsOf(grid, context), context)
  findings.push(...leaveOutHidden(grid, header))
  emptyBelowHeader(grid, header.row)
  findings.push(...mergeFindings(grid, header))
  const heads = headsOf(grid, context)
  if (heads.length === 0) findings.push({ code: 'file.empty', severity: 'error' })
  return {
    ...{ format: 'xlsx', heads, findings },
    ...{
      sheets: book.sheets.map(({ name }) => name),
      sheet: parts ? ALL_SHEETS : (sheet?.name ?? null),
    },
    ...(alike.length > 1 ? { alike } : {}),
    ...(parts ? { parts } : {}),
    below: (header) =>
      [...grid.rows].flatMap(([row, cells]) =>
        row > header.row ? [rowUnder(header, { row, cells, is1904: book.is1904 })] : [],
      ),
  }
}

/** A header is looked for in no more of them. */
const FIRST_ROWS = 25

/** The first rows, and the one that a person names. */
function headsOf({ rows }: Grid, { headerRow }: ReadingContext): TableRow[] {
  const heads: TableRow[] = []
  for (const [row, cells] of rows) {
    if (heads.length >= FIRST_ROWS) break
    heads.push(bareRow(row, cells))
  }
  const named = headerRow === undefined ? undefined : rows.get(headerRow)
  if (headerRow !== undefined && named) heads.push(bareRow(headerRow, named))
  return heads
}

interface Chosen {
  sheet: Sheet | null
  grid: Grid
  findings: Finding[]
  /** Sheets under the same header. */
  alike?: string[]
  parts?: SheetRows[]
}

/** The sheet that a person names; else the first that reads as a schedule, which is asked about. */
function chosen(zip: Zip, book: Book, context: ReadingContext): Chosen {
  const named = book.sheets.find(({ name }) => name === context.sheet)
  const sheets = named ? besides(zip, book, context) : openedAll(zip, book, context)
  const schedules = sheets.filter(({ sheet, isSchedule }) => isSchedule && !sheet.isHidden)
  const concealed = sheets.filter(({ sheet, isSchedule }) => isSchedule && sheet.isHidden)
  if (named) return { ...namedOf(zip, book, named, context), alike: alikeTo(named, schedules) }
  if (context.sheet === ALL_SHEETS && schedules[0]) return allOf(schedules)
  const first = schedules[0] ?? sheets.find(({ sheet, grid }) => !sheet.isHidden && isFilled(grid))
  const names = schedules.map(({ sheet }) => sheet.name)
  const findings: Finding[] = concealed.map(({ sheet }) =>
    hidden(sheet.name, schedules.length === 0 ? 'error' : 'warning'),
  )
  if (first && names.length > 1)
    findings.push({
      ...{ code: 'xlsx.sheets', severity: 'question', value: first.sheet.name },
      params: { sheets: names.join(', ').slice(0, MAX_NAMES_CHARS) },
    })
  const others = sheets.filter((one) => one !== first && !one.isSchedule && !one.sheet.isHidden)
  findings.push(...others.filter(holdsDates).map(({ sheet }) => unread(sheet.name)))
  return {
    ...{ sheet: first?.sheet ?? null, grid: first?.grid ?? EMPTY, findings },
    alike: first ? alikeTo(first.sheet, schedules) : [],
  }
}

/** What is wrong with other sheets is no matter where one is named. */
function besides(zip: Zip, book: Book, context: ReadingContext): Opened[] {
  if (book.sheets.length === 1) return []
  try {
    return openedAll(zip, book, context)
  } catch (error) {
    if (error instanceof Refusal) return []
    throw error
  }
}

const namedOf = (zip: Zip, book: Book, sheet: Sheet, context: ReadingContext): Chosen => ({
  ...{ sheet, grid: opened(zip, book, sheet, context).grid, findings: [] },
})

function alikeTo(sheet: Sheet, schedules: readonly Opened[]): string[] {
  const own = schedules.find((one) => one.sheet === sheet)
  if (!own) return []
  const alike = schedules.filter(({ header }) => underOneHeader(header, own.header))
  return alike.map((one) => one.sheet.name)
}

/** All sheets under the first one's header; others that read as schedules are said to be unread. */
function allOf(schedules: readonly Opened[]): Chosen {
  const [first] = schedules
  const alike = schedules.filter((one) => first && underOneHeader(one.header, first.header))
  const others = schedules.filter((one) => !alike.includes(one))
  const joined = together(
    alike.map(({ sheet, grid, header }) => ({ name: sheet.name, grid, header })),
  )
  return {
    ...{ sheet: first?.sheet ?? null, grid: joined.grid, parts: joined.parts },
    findings: [...joined.findings, ...others.map(({ sheet }) => unread(sheet.name))],
    alike: alike.map(({ sheet }) => sheet.name),
  }
}

/** A cell that begins as dates do: rows of a schedule whose headers nobody knows, most likely. */
const DATE = /^\s*(?:\d{4}\s*[-./년]\s*\d{1,2}|\d{1,2}\s*월\s*\d)/

const holdsDates = ({ grid }: Opened): boolean =>
  [...grid.rows.values()].some((cells) => cells.some((cell) => DATE.test(textOf(cell))))

const unread = (value: string): Finding => ({ code: 'xlsx.unread', severity: 'warning', value })

const MAX_NAMES_CHARS = 200
const EMPTY: Grid = {
  ...{ rows: new Map(), merges: [], hiddenRows: new Set(), hiddenColumns: new Set() },
}

const isFilled = ({ rows }: Grid): boolean => rows.size > 0

/** A sheet beside the schedule may be larger than one that is read. */
function openedAll(zip: Zip, book: Book, context: ReadingContext): Opened[] {
  let refusal: Refusal | null = null
  const sheets = book.sheets.flatMap((sheet) => {
    try {
      return [opened(zip, book, sheet, context)]
    } catch (error) {
      if (!(error instanceof Refusal) || !TOO_LARGE.has(error.finding.code)) throw error
      refusal ??= error
      return []
    }
  })
  if (refusal && !sheets.some(({ isSchedule }) => isSchedule)) throw refusal
  return sheets
}

const TOO_LARGE = new Set<Finding['code']>(['file.too_many_rows', 'file.too_many_columns'])

function opened(zip: Zip, book: Book, sheet: Sheet, context: ReadingContext): Opened {
  const grid = readSheet(zip, sheet.part, book)
  fillDown(grid, sheet.part)
  const header = headerOf(headsOf(grid, context), context)
  const below = [...grid.rows.keys()].some((row) => row > header.row)
  return { sheet, grid, header, isSchedule: isWhole(header) && below }
}
