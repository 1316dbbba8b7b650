// What a person said of one file in review: kept beside the file, given again to every reading.

/** Everything is optional; what is absent is as the file has it. */
export interface Answers {
  /** The name of a workbook's sheet. */
  sheet?: string
  /** The row, as a spreadsheet numbers it, that holds the headers. */
  headerRow?: number
  /** Headers as the file spells them, and the columns they are; `''` leaves a column out. */
  columns?: Record<string, string>
  /** Cells put right in review, by row and header. */
  cells?: Cell[]
  /** Rows that are not read at all. */
  leaveOut?: number[]
  /** Whose calendar it is, where the file names only opponents. */
  team?: string
  dateOrder?: 'DMY' | 'MDY' | 'YMD'
  year?: number
  /** Rows, and the UIDs of the events they are; null: an event of its own. */
  same?: { row: number; uid: string | null }[]
  /** Fields locked by hand in which the file is right after all: `uid/field`. */
  takeFile?: string[]
}

export interface Cell {
  row: number
  column: string
  value: string
}

/** Later answers over earlier ones: a cell, a column and a row are answered one by one. */
export function withAnswers(earlier: Answers, later: Answers): Answers {
  const merged: Answers = { ...earlier, ...later }
  if (later.columns) merged.columns = { ...earlier.columns, ...later.columns }
  if (later.cells)
    merged.cells = lastOf([...(earlier.cells ?? []), ...later.cells], ({ row, column }) =>
      JSON.stringify([row, column]),
    )
  if (later.same)
    merged.same = lastOf([...(earlier.same ?? []), ...later.same], ({ row }) => String(row))
  // Another sheet or header row has other rows and columns: what was said of those means nothing.
  if (later.sheet !== undefined || later.headerRow !== undefined)
    for (const name of ['cells', 'leaveOut', 'same'] as const)
      if (later[name] === undefined) delete merged[name]
  return merged
}

function lastOf<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  return [...new Map(items.map((item): [string, T] => [keyOf(item), item])).values()]
}
