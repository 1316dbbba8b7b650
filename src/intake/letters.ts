// What a table's columns are called by: their letter, and a name that no other has.

/** As a spreadsheet names its columns: A … Z, AA … */
export const letterOf = (place: number): string =>
  place < 26
    ? String.fromCharCode(65 + place)
    : letterOf(Math.floor(place / 26) - 1) + letterOf(place % 26)

/** A column without a header, by its letter; nobody's header is spelled so. */
export const nameless = (place: number): string => `(${letterOf(place)})`

/** The place of a column that `nameless` named; null for any other name. */
export function placeNamed(name: string): number | null {
  const [, letters] = /^\(([A-Z]{1,3})\)$/.exec(name) ?? []
  if (!letters) return null
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
}

/** Of two with one name, the second is told by its letter. */
export function toldApart<C extends { header: string; place: number }>(columns: readonly C[]): C[] {
  const seen = new Set<string>()
  return columns.map((column) => {
    const again = seen.has(column.header)
    seen.add(column.header)
    return again ? { ...column, header: `${column.header} ${nameless(column.place)}` } : column
  })
}
