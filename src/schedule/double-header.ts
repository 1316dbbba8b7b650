// The same teams on one day at different times: numbered by time, unless the file numbers them.

import { dateOf } from './event.ts'
import { subjectOf } from './identity.ts'
import type { Row } from './row.ts'

/** The rows, those of unnumbered double-headers with their numbers. */
export function withGameNumbers(rows: readonly Row[]): Row[] {
  const numbers = numbered(rows)
  return rows.map((row) => {
    const gameNo = numbers.get(row)
    return gameNo === undefined ? row : { ...row, facts: { ...row.facts, gameNo } }
  })
}

function numbered(rows: readonly Row[]): Map<Row, number> {
  const days = new Map<string, Row[]>()
  for (const row of rows) {
    if (row.removed || row.facts.allDay || !row.facts.start) continue
    const day = `${subjectOf(row.facts)}\n${dateOf(row.facts.start)}`
    const games = days.get(day)
    if (games) games.push(row)
    else days.set(day, [row])
  }
  const numbers = new Map<Row, number>()
  for (const games of days.values()) {
    if (games.length < 2 || games.some(({ facts }) => facts.gameNo != null)) continue
    const times = [...new Set(games.map(({ facts }) => facts.start ?? ''))].sort()
    if (times.length < games.length) continue
    for (const row of games) numbers.set(row, times.indexOf(row.facts.start ?? '') + 1)
  }
  return numbers
}
