// How a table was read: what a person looks at when a file's columns are not what Kalends took them for.

export interface TableLayout {
  /** A workbook's, hidden ones too; none of a text file. */
  sheets: string[]
  sheet: string | null
  /** Sheets under one header, which can be read together; none of one alone. */
  alike?: string[]
  /** Of sheets that are read together, which rows are whose. */
  parts?: SheetRows[]
  headerRow: number
  headers: {
    /** As the file spells it. */
    header: string
    /** The column of docs/columns.md; null where it is kept under its own name. */
    column: string | null
    /** The first few values. */
    samples: string[]
  }[]
}

/** Rows of sheets that are read together are counted on: these are one sheet's. */
export interface SheetRows {
  sheet: string
  from: number
  to: number
}

/** A row as its own sheet numbers it; null where one sheet was read. */
export function sheetRowOf(
  parts: readonly SheetRows[] | undefined,
  row: number,
): { sheet: string; row: number } | null {
  const part = parts?.find(({ from, to }) => row >= from && row <= to)
  return part ? { sheet: part.sheet, row: row - part.from + 1 } : null
}
