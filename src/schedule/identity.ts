// Which row is which event. UIDs are for life, so nothing here guesses: an id, else what makes a
// row itself (kind, teams or title, date, game number), else one clear move, else a question.

import { duplicatesAmong } from './duplicates.ts'
import { dateOf, type EventState } from './event.ts'
import { asFiled } from './face.ts'
import { type Group, groups } from './groups.ts'
import { idless, mintsIds } from './minted-ids.ts'
import { type Discriminator, mayBe, pairUniquely } from './pairing.ts'
import type { Row } from './row.ts'
import { type KindsBySubject, kindsBySubject, subjectOf, subjectOfRow } from './subject.ts'
import { type AnswerFault, matchForSure, type Same } from './sure.ts'

/** Rows that may be several events, or events that may be several rows; the default is "new". */
export interface IdentityQuestion {
  rows: Row[]
  candidates: EventState[]
  /** The event that the row is unless a person says otherwise; none: a new one. */
  proposed?: EventState
}

export interface Told {
  /** What a person answered, by the rows' numbers. */
  same?: Same | undefined
  /** Events that stay although no row is them: a row that looks like one of them asks whether it is. */
  stays?: (event: EventState) => boolean
}

export interface Matching {
  /** Rows and the events they are. */
  known: Map<Row, EventState>
  /** Rows that are no event yet. */
  fresh: Row[]
  /** Events in the schedule that no row is. */
  leftOver: EventState[]
  questions: IdentityQuestion[]
  faults: AnswerFault[]
  /** Known rows whose id is one more of an event that has one already. */
  secondIds: Set<Row>
}

/**
 * `events` are all of the calendar's, removed ones too: a row that names one revives it.
 */
export function matchRows(
  rows: readonly Row[],
  events: readonly EventState[],
  told: Told = {},
): Matching {
  return mintsIds(rows, events) ? matchWithoutIds(rows, events, told) : matched(rows, events, told)
}

function matched(
  rows: readonly Row[],
  all: readonly EventState[],
  { same = new Map(), stays = () => false }: Told,
): Matching {
  const events = all.map(asFiled)
  const seen = new Map(events.map((event, place) => [event, all[place] ?? event]))
  const known = new Map<Row, EventState>()
  const taken = new Set<EventState>()
  const pair = (row: Row, face: EventState) => {
    const event = seen.get(face) ?? face
    known.set(row, event)
    taken.add(event)
  }
  const isFree = (face: EventState) => !taken.has(seen.get(face) ?? face)
  const openEvents = (removed: boolean) =>
    events.filter((event) => event.removed === removed && isFree(event))
  const { faults, fresh } = matchForSure({ rows, events, same, pair, known })
  const openRows = () => rows.filter((row) => !known.has(row) && !fresh.has(row))
  const result = (questions: IdentityQuestion[]): Matching => ({
    ...{ known, fresh: rows.filter((row) => !known.has(row)), faults },
    leftOver: openEvents(false).map((face) => seen.get(face) ?? face),
    questions: questions.map((question) => asking(question, (face) => seen.get(face) ?? face)),
    secondIds: new Set([...known].flatMap(([row, event]) => (isSecondId(row, event) ? [row] : []))),
  })
  if (openRows().length === 0) return result([])
  const kinds = kindsBySubject(events)
  const questions = matchByKey(openRows(), openEvents(false), kinds, pair)
  const asked = new Set(questions.flatMap(({ rows }) => rows))
  const doubtful = new Set(questions.flatMap(({ candidates }) => candidates))
  const sure = () => openRows().filter((row) => !asked.has(row) && !row.removed)
  const inDoubtOfNone = () => openEvents(false).filter((event) => !doubtful.has(event))
  // A file that has caught up with what was done by hand.
  const byHand = all.filter((event) => event.filed !== null && !event.removed && isFree(event))
  matchByKey(sure(), byHand, kinds, pair)
  // A removed event is revived by its own key alone; where several fit, none is taken.
  matchByKey(sure(), openEvents(true), kinds, pair)
  questions.push(...matchMoves(sure(), inDoubtOfNone(), kinds, pair))
  for (const question of questions) for (const row of question.rows) asked.add(row)
  for (const { row, event } of duplicatesAmong(sure(), inDoubtOfNone().filter(stays), {
    rows,
    events,
  })) {
    pair(row, event)
    questions.push({ rows: [row], candidates: [event], proposed: event })
  }
  return result(questions)
}

/** As if nothing had an id; the new ones are kept all the same, so that the same file finds them. */
function matchWithoutIds(
  rows: readonly Row[],
  events: readonly EventState[],
  told: Told,
): Matching {
  const bare = { rows: idless(rows), events: idless(events) }
  const found = matched([...bare.rows.keys()], [...bare.events.keys()], told)
  const row = (one: Row) => bare.rows.get(one) ?? one
  const event = (one: EventState) => bare.events.get(one) ?? one
  return {
    known: new Map([...found.known].map(([one, other]) => [row(one), event(other)])),
    fresh: found.fresh.map(row),
    leftOver: found.leftOver.map(event),
    questions: found.questions.map((question) => ({
      ...{ ...asking(question, event), rows: question.rows.map(row) },
    })),
    faults: found.faults.map((fault) => ({ ...fault, row: row(fault.row) })),
    secondIds: new Set(),
  }
}

const asking = (
  { rows, candidates, proposed }: IdentityQuestion,
  event: (one: EventState) => EventState,
): IdentityQuestion => ({
  ...{ rows, candidates: candidates.map(event) },
  ...(proposed ? { proposed: event(proposed) } : {}),
})

const isSecondId = ({ facts }: Row, event: EventState): boolean =>
  Boolean(facts.externalId) &&
  event.facts.externalId !== null &&
  facts.externalId !== event.facts.externalId &&
  facts.externalId !== event.uid

type Pair = (row: Row, event: EventState) => void

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
