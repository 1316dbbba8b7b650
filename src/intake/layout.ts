// How a table was read: what a person looks at when a file's columns are not what Kalends took them for.

export interface TableLayout {
  /** A workbook's, hidden ones too; none of a text file. */
  sheets: string[]
  sheet: string | null
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
