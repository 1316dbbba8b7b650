// Cells that a spreadsheet would run as formulas: an apostrophe before them in what we give out,
// taken off again in what we take in.

/** Full width too: Japanese and Korean spreadsheets read those alike. Some skip a NUL in front. */
const FORMULA = /^\0*[=+\-@\t\r＝＋－＠]/
const GUARDED = /^'+\0*[=+\-@\t\r＝＋－＠]/
const NUMBER = /^-?\d{1,15}(?:\.\d{1,20})?$/

/** A plain number is none. What begins so already gets one more, so that the way back is exact. */
export const defused = (cell: string): string =>
  (FORMULA.test(cell) && !NUMBER.test(cell)) || GUARDED.test(cell) ? `'${cell}` : cell

export const undefused = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell)
