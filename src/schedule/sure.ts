// What leaves nothing to compare: rows that name their event by an id, and what a person answered.

import { dateOf, type EventState } from './event.ts'
import type { Row } from './row.ts'
import { nameOf } from './subject.ts'

/** An answer that names no event that the row could be; it counts as none. */
export interface AnswerFault {
  row: Row
  uid: string
  why: 'unknown' | 'taken' | 'has_id'
}

export type Same = ReadonlyMap<number, string | null>

type Pair = (row: Row, event: EventState) => void

interface Sure {
  rows: readonly Row[]
  events: readonly EventState[]
  same: Same
  pair: Pair
  /** What `pair` has paired. */
  known: ReadonlyMap<Row, EventState>
}

interface Answered {
  faults: AnswerFault[]
  /** Rows that are events of their own, whatever they look like. */
  fresh: Set<Row>
}

export function matchForSure({ rows, events, same, pair, known }: Sure): Answered {
  const taken = new Set<EventState>()
  const take = (row: Row, event: EventState) => {
    taken.add(event)
    pair(row, event)
  }
  matchById(rows, events, taken, take)
  const faults: AnswerFault[] = []
  const fresh = new Set<Row>()
  if (same.size === 0) return { faults, fresh }
  const byUid = new Map(events.map((event) => [event.uid, event]))
  for (const row of rows) {
    const uid = same.get(row.row)
    if (uid === undefined || known.get(row)?.uid === uid) continue
    const event = uid === null ? null : byUid.get(uid)
    if (event === null) {
      if (!known.has(row)) fresh.add(row)
    } else if (!event) faults.push({ row, uid: uid ?? '', why: 'unknown' })
    else if (known.has(row)) faults.push({ row, uid: event.uid, why: 'has_id' })
    else if (taken.has(event)) faults.push({ row, uid: event.uid, why: 'taken' })
    else take(row, event)
  }
  return { faults, fresh }
}

function matchById(
  rows: readonly Row[],
  events: readonly EventState[],
  taken: ReadonlySet<EventState>,
  pair: Pair,
): void {
  const byId = new Map<string, EventState>()
  const remember = (id: string | null, event: EventState) => {
    if (id !== null && !byId.has(id)) byId.set(id, event)
  }
  for (const event of events) remember(event.uid, event)
  for (const removed of [false, true])
    for (const event of events)
      if (event.removed === removed) remember(event.facts.externalId, event)
  // Further ids come after everybody's own.
  for (const event of events) for (const id of event.aliases) remember(id, event)
  for (const row of rows) {
    const event = row.facts.externalId ? byId.get(row.facts.externalId) : undefined
    if (event && !taken.has(event) && isStill(row, event)) pair(row, event)
  }
}

/** Of an archived season, an id brings back the game that it named then, and is free for another. */
const isStill = (row: Row, { uid, season, facts }: EventState): boolean =>
  season === null ||
  row.removed ||
  row.facts.externalId === uid ||
  nameOf(row.facts) === nameOf(facts) ||
  dateOf(row.facts.start ?? '') === dateOf(facts.start)
