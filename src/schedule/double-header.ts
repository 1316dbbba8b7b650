// The same teams on one day at different times: numbered by time, unless the file numbers them.

import { dateOf, type EventState } from './event.ts'
import type { Row } from './row.ts'
import { subjectOf } from './subject.ts'

/** The rows, those of unnumbered double-headers with their numbers. */
export function withGameNumbers(rows: readonly Row[]): Row[] {
  const numbers = numbered(rows)
  return rows.map((row) => {
    const gameNo = numbers.get(row)
    return gameNo === undefined ? row : { ...row, facts: { ...row.facts, gameNo } }
  })
}

/**
 * The rows with the numbers that tell which game is which. One given by time does where the day has
 * as many games as it had, so that both were delayed; where a game came or went, their times tell.
 */
export function withTellingNumbers(
  rows: readonly Row[],
  numbered: readonly Row[],
  events: readonly EventState[],
): Row[] {
  const given = numbered.filter((row, place) => row !== rows[place])
  if (given.length === 0) return [...rows]
  const standing = events.filter(
    ({ removed, withdrawn, facts }) => !removed && !withdrawn && facts.gameNo !== null,
  )
  const [now, before] = [gamesByDay(given), gamesByDay(standing)]
  return rows.map((row, place) => {
    const day = dayOf(row)
    return now.get(day) === before.get(day) ? (numbered[place] ?? row) : row
  })
}

function gamesByDay(games: readonly Played[]): Map<string, number> {
  const days = new Map<string, number>()
  for (const game of games) days.set(dayOf(game), (days.get(dayOf(game)) ?? 0) + 1)
  return days
}

type Played = Pick<Row, 'facts'> | Pick<EventState, 'facts'>

/** Whatever kind is said: a file need not say any. */
const dayOf = ({ facts: { title, home, away, start } }: Played): string =>
  `${subjectOf({ title, home, away })}\n${dateOf(start ?? '')}`

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
