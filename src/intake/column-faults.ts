// What is wrong with a header as a whole: two columns of one meaning, names nobody knows, what a schedule needs.

import type { Column, Field } from './column-meaning.ts'
import type { Finding } from './finding.ts'

export function doubles(columns: readonly Column[]): Finding[] {
  const seen = new Map<string, string>()
  return columns.flatMap(({ header, meaning }): Finding[] => {
    if (!('field' in meaning) && !('translated' in meaning)) return []
    const key = JSON.stringify(meaning)
    const first = seen.get(key)
    seen.set(key, first ?? header)
    if (first === undefined) return []
    const place = { column: header, value: header }
    return [{ code: 'header.duplicate', severity: 'question', ...place, params: { first } }]
  })
}

export const unknowns = (columns: readonly Column[]): Finding[] =>
  columns
    .filter(({ meaning }) => 'unknown' in meaning)
    .map(({ header }): Finding => {
      const place = { column: header, value: header }
      return { code: 'header.unknown', severity: 'warning', ...place }
    })

export function missing(columns: readonly Column[]): Finding[] {
  const has = (field: Field) =>
    columns.some(({ meaning }) => 'field' in meaning && meaning.field === field)
  const lacks = (column: Field): Finding => ({
    ...{ code: 'header.missing', severity: 'error', column },
    params: {
      found: columns
        .map(({ header }) => header)
        .join(', ')
        .slice(0, 200),
    },
  })
  return [
    ...(has('start') || has('start_date') ? [] : [lacks('start')]),
    ...(has('title') || has('opponent') || (has('home') && has('away')) ? [] : [lacks('title')]),
  ]
}
