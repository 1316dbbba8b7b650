// What a file, or a restoration, changes in a schedule. Owns SEQUENCE.

import { withGameNumbers, withTellingNumbers } from './double-header.ts'
import { dateOf, type EventState, type Facts, type Slot, untouched } from './event.ts'
import { asFiled, faceIn, filedAs } from './face.ts'
import { type IdentityQuestion, matchRows } from './identity.ts'
import { hasMoved, laidFacts, movedFrom, newFacts } from './lay.ts'
import { type Conflict, type Laid, laidUnderLocks, locksLeft, REMOVED } from './locks.ts'
import type { Row } from './row.ts'
import { same } from './same.ts'
import type { AnswerFault } from './sure.ts'

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
  /** What a file says otherwise than a person did by hand, whose word holds. */
  conflicts: Conflict[]
  /** Answers that name no event that the row could be. */
  faults: AnswerFault[]
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
  /** Rows by number, and the UID of the event that each is; null: an event of its own. */
  same?: ReadonlyMap<number, string | null>
  /** `uid/field`: what was said of it by hand gives way to the file. */
  takeFile?: ReadonlySet<string>
}

/** Compares a file's rows with the calendar's events; questions are taken by their defaults. */
export function compare(comparison: Comparison): Difference {
  const { rows, events, mode, isUpcoming, mintUid, takeFile = new Set<string>() } = comparison
  const numbered = withGameNumbers(rows)
  const telling = withTellingNumbers(rows, numbered, events.map(asFiled))
  // What a replacing file lacks is cancelled, unless a person said by hand that it is there.
  const stays = (event: EventState) =>
    mode === 'merge' || locksLeft(event, takeFile).includes('status')
  const matching = matchRows(telling, events, { same: comparison.same, stays })
  const { known, fresh, leftOver, questions, faults } = matching
  const changes: Change[] = []
  const conflicts: Conflict[] = []
  telling.forEach((row, place) => {
    const event = known.get(row)
    const said = numbered[place] ?? row
    const spoken = { row: said, takeFile, conflicts, secondId: matching.secondIds.has(row) }
    const change = event ? changeOf(event, spoken) : newEvent(said, mintUid)
    if (change) changes.push(change)
  })
  const gone =
    mode === 'replace' ? leftOver.filter((event) => lacks(event, isUpcoming, takeFile)) : []
  changes.push(...gone.map(withdrawal))
  return {
    changes,
    unchanged:
      known.size - changes.filter(({ row, type }) => row !== null && type !== 'new').length,
    ...{ questions, conflicts, faults },
    nothingToRemove: fresh.filter((row) => row.removed),
    withdrawn: gone.length,
  }
}

/** Silence overrules nobody who said by hand that the event is there. */
const lacks = (
  event: EventState,
  isUpcoming: (event: EventState) => boolean,
  takeFile: ReadonlySet<string>,
): boolean =>
  event.facts.status !== 'cancelled' &&
  event.facts.status !== 'ended' &&
  !locksLeft(event, takeFile).includes('status') &&
  isUpcoming(event)

function newEvent(row: Row, mintUid: () => string): Change | null {
  if (row.removed) return null
  const facts = newFacts(row)
  const state = { movedFrom: null, withdrawn: false, removed: false, changedAt: '', ...untouched() }
  return {
    type: 'new',
    row: row.row,
    seen: true,
    fields: [],
    after: { uid: mintUid(), facts, sequence: 0, ...state },
  }
}

interface Spoken {
  row: Row
  takeFile: ReadonlySet<string>
  /** Where they are gathered. */
  conflicts: Conflict[]
  /** The row's id is one more of an event that has one. */
  secondId: boolean
}

function changeOf(before: EventState, spoken: Spoken): Change | null {
  const { row, takeFile, conflicts } = spoken
  // A season that is over stays archived, however often an old file lists it.
  if (before.season !== null && isSameDay(before, row)) return null
  const told = contradiction(before, row, locksLeft(before, takeFile))
  if (told) {
    conflicts.push(told)
    return null
  }
  if (row.removed)
    return before.removed ? null : { ...step(before, { removed: true }), row: row.row }
  const laid = laidUnderLocks(before, row, takeFile)
  conflicts.push(...laid.conflicts)
  const { facts, locked, aliases } = { ...laid, ...idsAfter(before, laid.facts, spoken) }
  // That it is cancelled is what its withdrawal said already: an export says it again.
  const withdrawn = before.withdrawn && row.status === 'cancelled'
  const change = step(before, {
    ...{ facts, movedFrom: movedFrom(before, facts), withdrawn, removed: false },
    ...{ locked, aliases, season: null, filed: filedAfter(before, row, laid) },
  })
  return isNone(before, change) ? null : { ...change, row: row.row }
}

function isNone(before: EventState, { fields, after }: Change): boolean {
  const kept = ['removed', 'withdrawn', 'locked', 'filed', 'aliases', 'season'] as const
  return fields.length === 0 && kept.every((name) => same(before[name], after[name]))
}

const isSameDay = ({ facts }: EventState, row: Row): boolean =>
  row.removed || dateOf(facts.start) === dateOf(row.facts.start ?? facts.start)

/** That an event is, or is not, is locked like a field. */
function contradiction(before: EventState, row: Row, locked: string[]): Conflict | null {
  const { uid, facts, removed } = before
  if (removed && !row.removed && locked.includes(REMOVED))
    return { uid, row, field: REMOVED, kept: true, offered: false }
  if (!removed && row.removed && locked.includes('status'))
    return { uid, row, field: 'status', kept: facts.status, offered: REMOVED }
  return null
}

/** An event keeps the id that it has, and remembers the others. */
function idsAfter(before: EventState, facts: Facts, { row, secondId }: Spoken) {
  const id = row.facts.externalId
  const second = id && (secondId || before.aliases.includes(id))
  if (!second || before.facts.externalId === null || id === before.facts.externalId)
    return { facts, aliases: before.aliases }
  const aliases = before.aliases.includes(id) ? before.aliases : [...before.aliases, id]
  return { facts: { ...facts, externalId: before.facts.externalId }, aliases }
}

/** What the next file will say of it. */
function filedAfter(before: EventState, row: Row, { facts, locked }: Laid): EventState['filed'] {
  if (before.filed === null && locked.length === 0) return null
  return filedAs(faceIn(laidFacts(asFiled(before), row)), facts)
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

export function fieldChanges(before: Facts, after: Facts): FieldChange[] {
  const changes: FieldChange[] = []
  for (const field of Object.keys(after) as (keyof Facts)[]) {
    const [from, to] = [before[field], after[field]]
    if (!same(from, to)) changes.push({ field, from, to })
  }
  return changes
}

const sameSlot = (a: Slot | null, b: Slot | null): boolean => same(a, b)
