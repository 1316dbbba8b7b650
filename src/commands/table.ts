// Columns of equal width on a terminal, where Hangul takes two places each.

import stringWidth from 'string-width'

/** Wider cells are cut; the last of a line has all the room there is. */
const MAX_WIDTH = 48

export function aligned(rows: readonly (readonly string[])[]): string[] {
  const shown = rows.map((row) =>
    row.map((cell, column) =>
      column === row.length - 1 ? harmless(cell) : cut(harmless(cell), MAX_WIDTH),
    ),
  )
  const widths = (shown[0] ?? []).map((_, column) =>
    Math.max(...shown.map((row) => stringWidth(row[column] ?? ''))),
  )
  return shown.map((row) =>
    row
      .map(
        (cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell))),
      )
      .join('  ')
      .trimEnd(),
  )
}

/** What a file says must not move the cursor, colour the screen or turn the line around. */
export const harmless = (text: string): string =>
  text.replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '·')

function cut(text: string, width: number): string {
  if (stringWidth(text) <= width) return text
  let kept = ''
  for (const char of text) {
    if (stringWidth(kept + char) > width - 1) break
    kept += char
  }
  return `${kept}…`
}
