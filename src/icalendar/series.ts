// What makes a VEVENT a series: its local start, its rule, what is taken back and what differs.

import type { EventState, Facts } from '../schedule/event.ts'
import { overriddenFacts } from '../schedule/occurrences.ts'
import { lastStart, startsAmong } from '../schedule/recurrence.ts'
import { transitionsOf } from '../schedule/tzdata.ts'
import { placeIn } from '../schedule/zones.ts'

/** A series that never ends is looked through for awkward starts so far ahead. */
const YEARS_AHEAD = 10
const DAY_MS = 86_400_000

/** Local starts that the clocks skip or repeat: programs disagree on them, so they stand alone, in UTC. */
export function awkwardStarts(facts: Facts): string[] {
  const { allDay, rrule, start, timezone } = facts
  if (allDay || rrule === null) return []
  const last = lastStart(facts)
  const from = Date.parse(`${start}Z`)
  const to = last ? Date.parse(`${last}Z`) : from + YEARS_AHEAD * 366 * DAY_MS
  const candidates = transitionsOf(timezone)
    .filter(({ at }) => at >= from - 2 * DAY_MS && at <= to + 2 * DAY_MS)
    .flatMap(({ at }) => [-1, 0, 1].map((days) => dateOf(at + days * DAY_MS) + start.slice(10)))
    .filter((local) => placeIn(local, timezone).kind !== 'exact')
  const gone = new Set(facts.exdates)
  return [...startsAmong(facts, candidates)].filter((local) => !gone.has(local)).sort()
}

const dateOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

/** `;TZID=Asia/Seoul:20260401T183000`, `;VALUE=DATE:20260401` or `:20260401T093000Z` */
export function localValue(
  local: string,
  { allDay, timezone }: Pick<Facts, 'allDay' | 'timezone'>,
) {
  const digits = local.replace(/[-:]/g, '')
  if (allDay) return `;VALUE=DATE:${digits}`
  return timezone === 'UTC' ? `:${digits}Z` : `;TZID=${timezone}:${digits}`
}

/** One value a line: some programs read only the first of a list. */
export function recurrenceLines(facts: Facts, alone: readonly string[]): string[] {
  if (facts.rrule === null) return []
  const taken = [...new Set([...facts.exdates, ...alone])].sort()
  return [`RRULE:${facts.rrule}`, ...taken.map((start) => `EXDATE${localValue(start, facts)}`)]
}

/** Each differing happening as an event of its own facts. */
export const overridden = (state: EventState): { recurrenceId: string; state: EventState }[] =>
  state.facts.overrides.map((override) => ({
    recurrenceId: override.recurrenceId,
    state: { ...state, facts: overriddenFacts(state.facts, override) },
  }))
