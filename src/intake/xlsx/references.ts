// Columns as spreadsheets call them.

/** A is 1. */
export const columnNamed = (letters: string): number =>
  [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0)
