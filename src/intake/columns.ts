// The columns of a table: what each is, and what is wrong with them together.

import { doubles, missing, unknowns } from './column-faults.ts'
import { type Column, type Field, meaningOf } from './column-meaning.ts'
import type { Finding } from './finding.ts'
import { placeNamed, toldApart } from './letters.ts'

const UNKNOWN = { unknown: true } as const

const MAX_HEADER_CHARS = 200

/** Columns by what a person says that headers mean, else by their names. */
export function readColumns(
  { row, cells }: { row: number; cells: readonly string[] },
  said: Readonly<Record<string, string>> = {},
): { columns: Column[]; findings: Finding[] } {
  const spelled = spelledIn(cells, said)
  const answered = (header: string) => (Object.hasOwn(said, header) ? said[header] : undefined)
  const taken = new Set(
    spelled.flatMap(({ header }) => {
      const name = answered(header)
      return name ? [JSON.stringify(meaningOf(name))] : []
    }),
  )
  const read = spelled.map(({ header, place, spelling }): Column => {
    const name = answered(header)
    if (name !== undefined)
      return { header, place, meaning: name === '' ? { ignored: true } : meaningOf(name) }
    const meaning = meaningOf(spelling)
    // What a person says is the date is the date, whatever else is called so.
    return { header, place, meaning: taken.has(JSON.stringify(meaning)) ? UNKNOWN : meaning }
  })
  const columns = withOpponents(read)
  const twice = doubles(columns)
  const findings = [...twice, ...unknowns(columns), ...missing(columns)]
  const again = new Set(twice.map(({ column }) => column))
  return {
    // Until a person says which of two is meant, the first is.
    columns: columns.map((each) => (again.has(each.header) ? { ...each, meaning: UNKNOWN } : each)),
    findings: findings.map((finding) => ({ ...finding, row })),
  }
}

/** Beside the home team, an opponent is the visitor. */
function withOpponents(columns: Column[]): Column[] {
  const has = (field: Field) =>
    columns.some(({ meaning }) => 'field' in meaning && meaning.field === field)
  if (!has('home') || has('away')) return columns
  return columns.map((column) =>
    'field' in column.meaning && column.meaning.field === 'opponent'
      ? { ...column, meaning: { field: 'away' } }
      : column,
  )
}

/** Headers, each under a name of its own; a blank one where somebody says what is below it. */
function spelledIn(cells: readonly string[], said: Readonly<Record<string, string>>) {
  const headed = cells
    .map((text, place) => ({ header: text.trim().slice(0, MAX_HEADER_CHARS), place }))
    .filter(({ header }) => header !== '')
  const blank = Object.keys(said).flatMap((name) => {
    const place = placeNamed(name)
    return place === null || cells[place]?.trim() ? [] : [{ header: name, place }]
  })
  const all = [...headed, ...blank].sort((a, b) => a.place - b.place)
  return toldApart(all.map((each) => ({ ...each, spelling: each.header })))
}
