// What a workbook hides is not read, and said so.

import type { Finding } from '../finding.ts'
import type { Header } from '../header.ts'
import { letterOf } from '../letters.ts'
import { MAX_QUOTED_CHARS } from '../limits.ts'
import type { Grid } from './grid.ts'

/** Ids are hidden because they are nobody's business but ours. */
export function leaveOutHidden(grid: Grid, header: Header): Finding[] {
  const columns = header.columns.filter(
    ({ place, meaning }) =>
      grid.hiddenColumns.has(place) &&
      !('field' in meaning && meaning.field === 'external_id') &&
      !('ignored' in meaning),
  )
  const places = columns.map(({ place }) => place)
  for (const cells of grid.rows.values()) for (const place of places) delete cells[place]
  const rows = [...grid.rows.keys()].filter((row) => row > header.row && grid.hiddenRows.has(row))
  for (const row of rows) grid.rows.delete(row)
  const said = [
    ...runs(places).map(([a, b]) => `${letterOf(a)}:${letterOf(b)}`),
    ...runs(rows).map(([a, b]) => `${a}:${b}`),
  ]
  return said.length === 0 ? [] : [hidden(said.join(', '), 'warning')]
}

export const hidden = (value: string, severity: Finding['severity']): Finding => ({
  ...{ code: 'xlsx.hidden', severity, value: value.slice(0, MAX_QUOTED_CHARS) },
})

/** Numbers that follow each other, as their first and last. */
function runs(numbers: readonly number[]): [number, number][] {
  const found: [number, number][] = []
  for (const number of numbers) {
    const last = found.at(-1)
    if (last && last[1] === number - 1) last[1] = number
    else found.push([number, number])
  }
  return found
}
