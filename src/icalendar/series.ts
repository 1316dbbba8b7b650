// What makes a VEVENT a series: its local start, its rule, what is taken back and what differs.

import type { EventState, Facts } from '../schedule/event.ts'
import { overriddenFacts } from '../schedule/occurrences.ts'
import { startsAtChanges } from '../schedule/recurrence.ts'
import { placeIn } from '../schedule/zones.ts'

const MINUTE_MS = 60_000
const DAY_MS = 86_400_000

/**
 * Local starts that the clocks repeat, or during which they change: programs disagree on when such
 * a happening begins or ends, so it stands alone, in UTC.
 */
export function awkwardStarts(facts: Facts, defaultMinutes: number): string[] {
  const { end, start, timezone } = facts
  const wall = end ? Date.parse(`${end}Z`) - Date.parse(`${start}Z`) : defaultMinutes * MINUTE_MS
  const gone = new Set(facts.exdates)
  return startsAtChanges(facts, Math.ceil(wall / DAY_MS) + 1).filter((local) => {
    if (gone.has(local)) return false
    const endsAt = placeIn(later(local, wall), timezone)
    const startsAt = placeIn(local, timezone)
    const exact = startsAt.kind === 'exact' && endsAt.kind === 'exact'
    return !exact || Date.parse(endsAt.instant) - Date.parse(startsAt.instant) !== wall
  })
}

const later = (local: string, milliseconds: number): string =>
  new Date(Date.parse(`${local}Z`) + milliseconds).toISOString().slice(0, 19)

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
