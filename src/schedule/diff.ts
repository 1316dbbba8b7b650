// What a file, or a restoration, changes in a schedule. Owns SEQUENCE.

import { withGameNumbers, withTellingNumbers } from './double-header.ts'
import type { EventState, Facts, Slot } from './event.ts'
import { type IdentityQuestion, matchRows } from './identity.ts'
import { hasMoved, laidFacts, movedFrom, newFacts } from './lay.ts'
import type { Row } from './row.ts'

export type Mode = 'merge' | 'replace'
export type ChangeType = 'new' | 'changed' | 'moved' | 'cancelled' | 'removed'

export interface FieldChange {
  field: keyof Facts
  from: unknown
  to: unknown
}

/** One event as the publication will leave it, and how that differs from what is published. */
export interface Change {
  type: ChangeType
  /** The file's row; null where it is the file's silence, or a restoration, that changes it. */
  row: number | null
  /** Whether a subscriber sees any of it. */
  seen: boolean
  fields: FieldChange[]
  after: EventState
}

export interface Difference {
  changes: Change[]
  unchanged: number
  questions: IdentityQuestion[]
  /** Rows that say `removed` of an event the calendar does not have. */
  nothingToRemove: Row[]
  /** Events that a replacing file lacks. */
  withdrawn: number
}

export interface Comparison {
  rows: readonly Row[]
  /** All events of the calendar, removed ones too. */
  events: readonly EventState[]
  mode: Mode
  /** Whether an event is still to come: only such ones are cancelled by a file's silence. */
  isUpcoming: (event: EventState) => boolean
  mintUid: () => string
}

/** Compares a file's rows with the calendar's events; questions are taken by their defaults. */
export function compare({ rows, events, mode, isUpcoming, mintUid }: Comparison): Difference {
  const numbered = withGameNumbers(rows)
  const telling = withTellingNumbers(rows, numbered, events)
  const { known, fresh, leftOver, questions } = matchRows(telling, events)
  const changes: Change[] = []
  telling.forEach((row, place) => {
    const event = known.get(row)
    const said = numbered[place] ?? row
    const change = event ? changeOf(event, said) : newEvent(said, mintUid)
    if (change) changes.push(change)
  })
  const gone = mode === 'replace' ? leftOver.filter((event) => lacks(event, isUpcoming)) : []
  changes.push(...gone.map(withdrawal))
  return {
    changes,
    unchanged:
      known.size - changes.filter(({ row, type }) => row !== null && type !== 'new').length,
    questions,
    nothingToRemove: fresh.filter((row) => row.removed),
    withdrawn: gone.length,
  }
}

const lacks = (event: EventState, isUpcoming: (event: EventState) => boolean): boolean =>
  event.facts.status !== 'cancelled' && event.facts.status !== 'ended' && isUpcoming(event)

function newEvent(row: Row, mintUid: () => string): Change | null {
  if (row.removed) return null
  const facts = newFacts(row)
  const state = { movedFrom: null, withdrawn: false, removed: false, changedAt: '' }
  return {
    type: 'new',
    row: row.row,
    seen: true,
    fields: [],
    after: { uid: mintUid(), facts, sequence: 0, ...state },
  }
}

function changeOf(before: EventState, row: Row): Change | null {
  if (row.removed)
    return before.removed ? null : { ...step(before, { removed: true }), row: row.row }
  const facts = laidFacts(before, row)
  // That it is cancelled is what its withdrawal said already: an export says it again.
  const withdrawn = before.withdrawn && row.status === 'cancelled'
  const change = step(before, {
    ...{ facts, movedFrom: movedFrom(before, facts), withdrawn, removed: false },
  })
  const differs = change.fields.length > 0 || before.removed || before.withdrawn !== withdrawn
  return differs ? { ...change, row: row.row } : null
}

function withdrawal(event: EventState): Change {
  return step(event, { facts: { ...event.facts, status: 'cancelled' }, withdrawn: true })
}

/** What nobody who subscribes ever sees; a change of these alone leaves SEQUENCE as it is. */
const UNSEEN: readonly (keyof Facts)[] = ['externalId', 'extra']

/** An event's next state: the one place where SEQUENCE rises. */
export function step(before: EventState, next: Partial<Omit<EventState, 'uid'>>): Change {
  const facts = next.facts ?? before.facts
  const fields = fieldChanges(before.facts, facts)
  const after: EventState = { ...before, ...next }
  const seen =
    fields.some(({ field }) => !UNSEEN.includes(field)) ||
    after.removed !== before.removed ||
    !sameSlot(after.movedFrom, before.movedFrom)
  after.sequence = before.sequence + (seen ? 1 : 0)
  return { type: typeOf(before, after), row: null, seen, fields, after }
}

function typeOf(before: EventState, after: EventState): ChangeType {
  if (after.removed) return 'removed'
  if (before.removed) return 'new'
  if (after.facts.status === 'cancelled' && before.facts.status !== 'cancelled') return 'cancelled'
  return hasMoved(before.facts, after.facts) ? 'moved' : 'changed'
}

function fieldChanges(before: Facts, after: Facts): FieldChange[] {
  const changes: FieldChange[] = []
  for (const field of Object.keys(after) as (keyof Facts)[]) {
    const [from, to] = [before[field], after[field]]
    if (!same(from, to)) changes.push({ field, from, to })
  }
  return changes
}

const sameSlot = (a: Slot | null, b: Slot | null): boolean => same(a, b)

/** As equal as their JSON, in whatever order; written out, it would cost much of a comparison of 50,000 rows. */
function same(a: unknown, b: unknown): boolean {
  if (a === b) return true
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  const [keys, others] = [Object.keys(a), Object.keys(b)]
  const valueIn = (object: object, key: string) => (object as Record<string, unknown>)[key]
  return (
    keys.length === others.length &&
    keys.every(
      (key, place) =>
        (key === others[place] || Object.hasOwn(b, key)) && same(valueIn(a, key), valueIn(b, key)),
    )
  )
}
