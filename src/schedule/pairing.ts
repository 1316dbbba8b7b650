// Pairs rows and events one to one by whatever tells exactly one from the others.

import { dateOf, type EventState } from './event.ts'
import type { Row, SaidFacts } from './row.ts'

/** A value that may tell the events of one group apart; null says nothing. */
export interface Discriminator {
  of(facts: SaidFacts): string | number | null
}

interface Rest {
  rows: Row[]
  events: EventState[]
}

/** Tries the discriminators in turn; what none of them tells apart is returned. */
export function pairUniquely(
  rows: readonly Row[],
  events: readonly EventState[],
  discriminators: readonly Discriminator[],
  pair: (row: Row, event: EventState) => void,
): Rest {
  let rest: Rest = { rows: [...rows], events: [...events] }
  for (const { of } of discriminators) {
    const rowOf = uniques(rest.rows, (row) => of(row.facts))
    const eventOf = uniques(rest.events, (event) => of(event.facts))
    const paired = new Set<Row | EventState>()
    for (const [value, row] of rowOf) {
      const event = eventOf.get(value)
      if (!event || !mayBe(row, event)) continue
      pair(row, event)
      paired.add(row).add(event)
    }
    rest = {
      rows: rest.rows.filter((row) => !paired.has(row)),
      events: rest.events.filter((event) => !paired.has(event)),
    }
  }
  return rest
}

/** Two different ids are two events, whatever else is alike; so are two games of one day. */
export const mayBe = (row: Row, event: EventState): boolean =>
  (!row.facts.externalId || event.facts.externalId === null) && !areTwoGames(row, event)

function areTwoGames({ facts }: Row, event: EventState): boolean {
  const [number, other] = [facts.gameNo ?? null, event.facts.gameNo]
  const sameDay = dateOf(facts.start ?? '') === dateOf(event.facts.start)
  return sameDay && number !== null && other !== null && number !== other
}

function uniques<T>(
  items: readonly T[],
  told: (item: T) => string | number | null,
): Map<string | number, T> {
  const seen = new Map<string | number, T | null>()
  for (const item of items) {
    const value = told(item)
    if (value !== null) seen.set(value, seen.has(value) ? null : item)
  }
  const unique = new Map<string | number, T>()
  for (const [value, item] of seen) if (item !== null) unique.set(value, item)
  return unique
}
