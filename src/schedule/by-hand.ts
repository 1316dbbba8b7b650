// What a person does to one event by hand; whatever it changes is locked against later files.

import { type Change, step } from './diff.ts'
import { type EventState, type Facts, type Location, type Override, untouched } from './event.ts'
import { asFiled, faceIn, filedAs } from './face.ts'
import { laidFacts, movedFrom, newFacts } from './lay.ts'
import { at, lockOf, REMOVED, startsMoved, withoutLocks, withStartsMoved } from './locks.ts'
import { overriddenFacts } from './occurrences.ts'
import type { Row } from './row.ts'
import { same } from './same.ts'

/** An event that no file knows: what is said of it holds, and no file's silence cancels it. */
export function addedByHand(row: Row, uid: string): Change {
  const facts = newFacts(row)
  const said = Object.keys(row.facts) as (keyof Facts)[]
  const parts = said.flatMap((field) => partsOf(field, facts[field]))
  return {
    ...{ type: 'new', row: null, seen: true, fields: [] },
    after: {
      ...{ uid, facts, sequence: 0, movedFrom: null, withdrawn: false, removed: false },
      ...{ changedAt: '', ...untouched(), locked: tidied(['status', ...parts]) },
    },
  }
}

/** `row` says only what is to be changed, and is of the event's own zone and form. */
export function editedByHand(before: EventState, row: Row, unlock: readonly string[]): Change {
  const laid = laidFacts({ ...before, withdrawn: false }, row)
  const starts = [...laid.exdates, ...laid.overrides.map(({ recurrenceId }) => recurrenceId)]
  return heldChange(before, withStartsMoved(laid, startsMoved(laid, starts)), unlock)
}

/** Only these may differ in a happening of a series. */
export const OF_HAPPENINGS = [
  ...(['status', 'soldOut', 'title', 'description', 'start', 'end'] as const),
  ...(['location', 'categories', 'reason', 'links'] as const),
]

/** One happening of a series, by the start that its rule makes. */
export function happeningByHand(before: EventState, recurrenceId: string, row: Row): Change {
  const { overrides, ...series } = before.facts
  const bare = overriddenFacts(before.facts, { recurrenceId, facts: {} })
  const known = overrides.find((override) => override.recurrenceId === recurrenceId)
  const now = overriddenFacts(before.facts, known ?? { recurrenceId, facts: {} })
  const after = laidFacts({ ...before, facts: now, withdrawn: false }, row)
  const others = overrides.filter((override) => override !== known)
  const differing = OF_HAPPENINGS.filter((field) => !same(bare[field], after[field]))
  const facts = Object.fromEntries(differing.map((field) => [field, after[field]]))
  const all: Override[] = differing.length > 0 ? [...others, { recurrenceId, facts }] : others
  return heldChange(before, { ...series, overrides: inOrder(all) }, [])
}

/** Takes one happening out of a series. */
export function happeningTakenOut(before: EventState, recurrenceId: string): Change {
  const { exdates, overrides } = before.facts
  return heldChange(
    before,
    {
      ...before.facts,
      exdates: [...new Set([...exdates, recurrenceId])].sort(),
      overrides: overrides.filter((override) => override.recurrenceId !== recurrenceId),
    },
    [],
  )
}

/** It was a mistake: out of the schedule, and no file brings it back. */
export const removedByHand = (before: EventState): Change =>
  step(before, { removed: true, locked: tidied([...before.locked, REMOVED]) })

const inOrder = (overrides: readonly Override[]): Override[] =>
  [...overrides].sort((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1))

function heldChange(before: EventState, facts: Facts, unlock: readonly string[]): Change {
  const locked = tidied([...withoutLocks(before.locked, unlock), ...differing(before.facts, facts)])
  const filed = filedAs(faceIn(asFiled(before).facts), facts)
  const withdrawn = before.withdrawn && facts.status === 'cancelled'
  return step(before, { facts, movedFrom: movedFrom(before, facts), withdrawn, locked, filed })
}

const tidied = (locks: readonly string[]): string[] => [...new Set(locks.map(lockOf))].sort()

/** The fields, or parts of them, in which two differ. */
function differing(before: Facts, after: Facts): string[] {
  return (Object.keys(after) as (keyof Facts)[]).flatMap((field) => {
    if (same(before[field], after[field])) return []
    const names = [...partsOf(field, before[field]), ...partsOf(field, after[field])]
    const parts = [...new Set(names)].filter(
      (name) => name === field || !same(at(before, name), at(after, name)),
    )
    // A whole that became nothing is said of each of its parts.
    return parts.length > 0 ? parts : [field]
  })
}

/** A place, a translation and a happening are locked part by part. */
function partsOf(field: keyof Facts, value: unknown): string[] {
  if (field === 'location')
    return Object.keys((value as Location | null) ?? {}).map((part) => `location.${part}`)
  if (field === 'translations')
    return Object.entries(value as Facts['translations']).flatMap(([language, texts]) =>
      Object.keys(texts).map((part) => `translations.${language}.${part}`),
    )
  if (field === 'overrides')
    return (value as Override[]).map(({ recurrenceId }) => `overrides.${recurrenceId}`)
  return [field]
}
