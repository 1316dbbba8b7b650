// Which row is which event. UIDs are for life, so nothing here guesses: an id, else what makes a
// row itself (kind, teams or title, date, game number), else one clear move, else a question.

import { dateOf, type EventState } from './event.ts'
import { idless, mintsIds } from './minted-ids.ts'
import { type Discriminator, mayBe, pairUniquely } from './pairing.ts'
import type { Row } from './row.ts'

/** Rows that may be several events, or events that may be several rows; the default is "new". */
export interface IdentityQuestion {
  rows: Row[]
  candidates: EventState[]
}

export interface Matching {
  /** Rows and the events they are. */
  known: Map<Row, EventState>
  /** Rows that are no event yet. */
  fresh: Row[]
  /** Events in the schedule that no row is. */
  leftOver: EventState[]
  questions: IdentityQuestion[]
}

/** `events` are all of the calendar's, removed ones too: a row that names one revives it. */
export function matchRows(rows: readonly Row[], events: readonly EventState[]): Matching {
  return mintsIds(rows, events) ? matchWithoutIds(rows, events) : matched(rows, events)
}

function matched(rows: readonly Row[], events: readonly EventState[]): Matching {
  const known = new Map<Row, EventState>()
  const taken = new Set<EventState>()
  const pair = (row: Row, event: EventState) => {
    known.set(row, event)
    taken.add(event)
  }
  const openRows = () => rows.filter((row) => !known.has(row))
  const openEvents = (removed: boolean) =>
    events.filter((event) => event.removed === removed && !taken.has(event))

  matchById(rows, events, pair)
  if (known.size === rows.length)
    return { known, fresh: [], leftOver: openEvents(false), questions: [] }
  const kinds = kindsBySubject(events)
  const questions = matchByKey(openRows(), openEvents(false), kinds, pair)
  const asked = new Set(questions.flatMap(({ rows }) => rows))
  const doubtful = new Set(questions.flatMap(({ candidates }) => candidates))
  const sure = () => openRows().filter((row) => !asked.has(row) && !row.removed)
  const inDoubtOfNone = openEvents(false).filter((event) => !doubtful.has(event))
  // A removed event is revived by its own key alone; where several fit, none is taken.
  matchByKey(sure(), openEvents(true), kinds, pair)
  questions.push(...matchMoves(sure(), inDoubtOfNone, kinds, pair))
  return { known, fresh: openRows(), leftOver: openEvents(false), questions }
}

/** As if nothing had an id; the new ones are kept all the same, so that the same file finds them. */
function matchWithoutIds(rows: readonly Row[], events: readonly EventState[]): Matching {
  const bare = { rows: idless(rows), events: idless(events) }
  const { known, fresh, leftOver, questions } = matched(
    [...bare.rows.keys()],
    [...bare.events.keys()],
  )
  const row = (one: Row) => bare.rows.get(one) ?? one
  const event = (one: EventState) => bare.events.get(one) ?? one
  return {
    known: new Map([...known].map(([one, other]) => [row(one), event(other)])),
    fresh: fresh.map(row),
    leftOver: leftOver.map(event),
    questions: questions.map(({ rows, candidates }) => ({
      ...{ rows: rows.map(row), candidates: candidates.map(event) },
    })),
  }
}

type Pair = (row: Row, event: EventState) => void

function matchById(rows: readonly Row[], events: readonly EventState[], pair: Pair): void {
  const byId = new Map<string, EventState>()
  const remember = (id: string | null, event: EventState) => {
    if (id !== null && !byId.has(id)) byId.set(id, event)
  }
  for (const event of events) remember(event.uid, event)
  for (const removed of [false, true])
    for (const event of events)
      if (event.removed === removed) remember(event.facts.externalId, event)
  const taken = new Set<EventState>()
  for (const row of rows) {
    const event = row.facts.externalId ? byId.get(row.facts.externalId) : undefined
    if (!event || taken.has(event)) continue
    taken.add(event)
    pair(row, event)
  }
}

/** Rows and events of one day that could be the same: equal number, then time, then place. */
const SAME_DAY: readonly Discriminator[] = [
  { of: (facts) => facts.gameNo ?? null },
  { of: (facts) => `${facts.start} ${facts.location?.name ?? ''}` },
  { of: (facts) => facts.start ?? null },
  { of: (facts) => facts.location?.name ?? null },
]

function matchByKey(
  rows: readonly Row[],
  events: readonly EventState[],
  kinds: KindsBySubject,
  pair: Pair,
): IdentityQuestion[] {
  const questions: IdentityQuestion[] = []
  const day = (subject: string, start: string | undefined) => `${subject}\n${dateOf(start ?? '')}`
  for (const group of groups(
    rows,
    (row) => day(subjectOfRow(row, kinds), row.facts.start),
    events,
    (event) => day(subjectOf(event.facts), event.facts.start),
  )) {
    const rest = possible(pairUniquely(group.rows, group.events, SAME_DAY, pair))
    if (rest.rows.length === rest.events.length) pairInOrder(rest.rows, rest.events, pair)
    else if (rest.rows.length > 0 && rest.events.length > 0)
      questions.push({ rows: rest.rows, candidates: rest.events })
  }
  return questions
}

/** Without those whose ids already tell them from everything on the other side. */
function possible({ rows, events }: Group): Group {
  const anyRow = rows.some(({ facts }) => !facts.externalId)
  const anyEvent = events.some(({ facts }) => facts.externalId === null)
  return {
    rows: anyEvent ? rows : rows.filter(({ facts }) => !facts.externalId),
    events: anyRow ? events : events.filter(({ facts }) => facts.externalId === null),
  }
}

/** A double-header is numbered by time, so the first row of the day is the first game. */
function pairInOrder(rows: readonly Row[], events: readonly EventState[], pair: Pair): void {
  const byTime = (a: { start?: string }, b: { start?: string }) =>
    (a.start ?? '').localeCompare(b.start ?? '')
  const inOrder = [...events].sort((a, b) => byTime(a.facts, b.facts))
  ;[...rows]
    .sort((a, b) => byTime(a.facts, b.facts))
    .forEach((row, place) => {
      const event = inOrder[place]
      if (event && mayBe(row, event)) pair(row, event)
    })
}

/** One event left over and one row left over of the same subject are a move. */
function matchMoves(
  rows: readonly Row[],
  events: readonly EventState[],
  kinds: KindsBySubject,
  pair: Pair,
): IdentityQuestion[] {
  const questions: IdentityQuestion[] = []
  for (const group of groups(
    rows,
    (row) => subjectOfRow(row, kinds),
    events,
    (event) => subjectOf(event.facts),
  )) {
    const { rows, events: movable } = possible(withoutPlayed(group))
    const [row, event] = [rows[0], movable[0]]
    if (!row || !event) continue
    if (rows.length === 1 && movable.length === 1) {
      if (mayBe(row, event)) pair(row, event)
    } else questions.push({ rows, candidates: movable })
  }
  return questions
}

/** A game that was played cannot be the one that is still to come. */
const withoutPlayed = ({ rows, events }: Group): Group =>
  rows.some(({ status }) => status === 'ended')
    ? { rows, events }
    : { rows, events: events.filter(({ facts }) => facts.status !== 'ended') }

interface Group {
  rows: Row[]
  events: EventState[]
}

/** Groups that have both rows and events, in the order of their first row. */
function groups(
  rows: readonly Row[],
  keyOfRow: (row: Row) => string,
  events: readonly EventState[],
  keyOfEvent: (event: EventState) => string,
): Group[] {
  if (rows.length === 0 || events.length === 0) return []
  const byKey = new Map<string, Group>()
  for (const row of rows) {
    const key = keyOfRow(row)
    const group = byKey.get(key)
    if (group) group.rows.push(row)
    else byKey.set(key, { rows: [row], events: [] })
  }
  for (const event of events) byKey.get(keyOfEvent(event))?.events.push(event)
  return [...byKey.values()].filter((group) => group.events.length > 0)
}

interface Named {
  kind?: string
  title?: string
  home?: string | null
  away?: string | null
}

type KindsBySubject = Map<string, Set<string>>

/** What an event is about, whatever its date: kind and teams, or kind and title. */
export const subjectOf = (facts: Named): string => `${facts.kind ?? 'event'}\n${nameOf(facts)}`

const nameOf = ({ title, home, away }: Named): string =>
  home && away ? `${plain(home)} : ${plain(away)}` : plain(title ?? '')

/** Words that are as `plain` would make them: nearly all, and this is asked of every row. */
const PLAIN = /^[0-9a-z\uac00-\ud7a3]+(?: [0-9a-z\uac00-\ud7a3]+)*$/

const plain = (text: string): string =>
  PLAIN.test(text) ? text : text.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

function kindsBySubject(events: readonly EventState[]): KindsBySubject {
  const kinds: KindsBySubject = new Map()
  for (const { facts } of events) {
    const name = nameOf(facts)
    const known = kinds.get(name)
    if (known) known.add(facts.kind)
    else kinds.set(name, new Set([facts.kind]))
  }
  return kinds
}

/** A file without a kind column speaks of the kind the calendar already knows by that name. */
function subjectOfRow(row: Row, kinds: KindsBySubject): string {
  if (row.facts.kind !== undefined) return subjectOf(row.facts)
  const known = kinds.get(nameOf(row.facts))
  const [only] = known?.size === 1 ? known : []
  return subjectOf({ ...row.facts, kind: only ?? defaultKind(row) })
}

/** A row of two teams is a game. */
export const defaultKind = (row: Row): string =>
  row.facts.home && row.facts.away ? 'game' : 'event'
