// Rows that would be new events though the same event is there: under another id, at another time
// of the day, in another spelling. Nothing is merged unasked: each is a proposal.

import { dateOf, type EventState } from './event.ts'
import type { Row } from './row.ts'
import { alikeTeams, alikeTitles, type Spelled, spelled } from './spelling.ts'

export interface Proposal {
  row: Row
  event: EventState
}

interface Schedule {
  /** All of the file's and of the calendar's: who plays whom tells that two names are two teams. */
  rows: readonly Row[]
  events: readonly EventState[]
}

/** Comparisons of one day, and of all days; beyond them only names that are spelled the same count. */
const MOST_OF_A_DAY = 40_000
const MOST = 400_000

/** Of `rows`, which are no event yet, and `events`, which are no row. */
export function duplicatesAmong(
  rows: readonly Row[],
  events: readonly EventState[],
  all: Schedule,
): Proposal[] {
  if (rows.length === 0 || events.length === 0) return []
  const days = byDay(events)
  const alike = likeness(all)
  const found: Proposal[] = []
  let left = MOST
  for (const [day, some] of byDay(rows)) {
    const others = days.get(day) ?? []
    const pairs = some.length * others.length
    const whole = pairs <= MOST_OF_A_DAY && pairs <= left
    if (whole) left -= pairs
    const candidates = whole ? () => others : byName(others, alike)
    found.push(...proposedOf(some, candidates, alike))
  }
  return found
}

interface Likeness {
  are(row: Row, event: EventState): boolean
  namesOf(one: Row | EventState): Names
}

/** Of one day, the events whose names have the same words as a row's. */
function byName(events: readonly EventState[], { namesOf }: Likeness) {
  const named = new Map<string, EventState[]>()
  for (const event of events) {
    const key = keyOf(namesOf(event))
    const others = named.get(key)
    if (others) others.push(event)
    else named.set(key, [event])
  }
  return (row: Row): readonly EventState[] => named.get(keyOf(namesOf(row))) ?? []
}

const keyOf = ({ title, teams }: Names): string =>
  teams ? teams.map(({ joined }) => joined).join('\n') : title.joined

/** One row and one event that are alike; of several, those that begin at the same time. */
function proposedOf(
  rows: Row[],
  candidates: (row: Row) => readonly EventState[],
  alike: Likeness,
): Proposal[] {
  const pairs = rows.flatMap((row) =>
    candidates(row)
      .filter((event) => alike.are(row, event))
      .map((event) => ({ row, event })),
  )
  const only = onlyOnes(pairs)
  const atOnce = onlyOnes(pairs.filter(({ row, event }) => row.facts.start === event.facts.start))
  return pairs.filter((pair) => only.has(pair) || atOnce.has(pair))
}

/** Those of which neither side is in another pair. */
function onlyOnes(pairs: readonly Proposal[]): Set<Proposal> {
  const times = new Map<Row | EventState, number>()
  for (const { row, event } of pairs)
    for (const one of [row, event]) times.set(one, (times.get(one) ?? 0) + 1)
  return new Set(pairs.filter(({ row, event }) => times.get(row) === 1 && times.get(event) === 1))
}

function byDay<T extends Row | EventState>(all: readonly T[]): Map<string, T[]> {
  const days = new Map<string, T[]>()
  for (const one of all) {
    const day = dateOf(one.facts.start ?? '')
    const others = days.get(day)
    if (others) others.push(one)
    else days.set(day, [one])
  }
  return days
}

interface Names {
  title: Spelled
  teams: [Spelled, Spelled] | null
}

function likeness({ rows, events }: Schedule): Likeness {
  const known = new Map<Row | EventState, Names>()
  const namesOf = (one: Row | EventState): Names => {
    const names = known.get(one) ?? namesIn(one.facts)
    known.set(one, names)
    return names
  }
  const areTwo = twoTeams(rows, events)
  const are = (row: Row, event: EventState): boolean => {
    if (!couldBe(row, event)) return false
    const [a, b] = [namesOf(row), namesOf(event)]
    if (!a.teams || !b.teams) return alikeTitles(a.title, b.title)
    const [home, away] = a.teams
    const [otherHome, otherAway] = b.teams
    const isOne = (one: Spelled, other: Spelled) =>
      one.written === other.written || (alikeTeams(one, other) && !areTwo(one, other))
    return isOne(home, otherHome) && isOne(away, otherAway)
  }
  return { are, namesOf }
}

/** Kind and number as far as both are told; and what was called off may well be made up for. */
function couldBe({ facts, status }: Row, event: EventState): boolean {
  const { kind, gameNo, rrule, status: now } = event.facts
  if (facts.kind !== undefined && facts.kind !== kind) return false
  if (facts.gameNo != null && gameNo !== null && facts.gameNo !== gameNo) return false
  if ((facts.rrule ?? null) !== null || rrule !== null) return false
  return now !== 'cancelled' || status === 'cancelled'
}

function namesIn({ title, home, away }: Row['facts']): Names {
  return {
    title: spelled(title ?? ''),
    teams: home && away ? [spelled(home), spelled(away)] : null,
  }
}

/** Two names that the file has both of, or that play each other, are two teams. */
function twoTeams(rows: readonly Row[], events: readonly EventState[]) {
  const written = new Set<string>()
  const opponents = new Set<string>()
  let isReady = false
  const prepare = () => {
    isReady = true
    for (const { teams } of rows.map(({ facts }) => namesIn(facts)))
      for (const team of teams ?? []) written.add(team.written)
    for (const { teams } of events.map(({ facts }) => namesIn(facts)))
      if (teams)
        opponents.add(
          teams
            .map((team) => team.written)
            .sort()
            .join('\n'),
        )
  }
  return (a: Spelled, b: Spelled): boolean => {
    if (!isReady) prepare()
    const pair = [a.written, b.written].sort().join('\n')
    return opponents.has(pair) || (written.has(a.written) && written.has(b.written))
  }
}
