// Sources that mint new ids on every export: their ids tell nothing, what they list does.

import type { EventState } from './event.ts'
import type { Row } from './row.ts'

/** Of the rows, how many must be known by title and start before all of their ids are doubted. */
const KNOWN_PERCENT = 50

/**
 * Whether none of the file's ids is known to a calendar whose events all have ids, and yet what it
 * lists is the calendar's. Next month's schedule has new ids too, and is another one; and in a table
 * ids are a person's words.
 */
export function mintsIds(rows: readonly Row[], events: readonly EventState[]): boolean {
  const present = events.filter(({ removed }) => !removed)
  if (rows.length === 0 || present.length === 0) return false
  if (rows.some(({ facts, tellsOf }) => !tellsOf || !facts.externalId)) return false
  if (present.some(({ facts }) => facts.externalId === null)) return false
  const ids = new Set(events.flatMap(({ uid, facts }) => [uid, facts.externalId]))
  if (rows.some(({ facts }) => ids.has(facts.externalId ?? null))) return false
  const known = new Set(present.map(({ facts }) => keyOf(facts)))
  const found = rows.filter(({ facts }) => known.has(keyOf(facts))).length
  return found * 100 >= rows.length * KNOWN_PERCENT
}

const keyOf = ({ title, start }: { title?: string; start?: string }): string =>
  `${title?.normalize('NFC').trim().toLowerCase()}\n${start}`

/** Copies without ids, each with what it is a copy of. */
export const idless = <T extends Row | EventState>(all: readonly T[]): Map<T, T> =>
  new Map(all.map((one) => [{ ...one, facts: { ...one.facts, externalId: null } }, one]))
