// A series of VEVENTs with one UID: published as a series where every program reads it alike, else
// as single events.

import type { Override } from '../../schedule/event.ts'
import { parseRule, startsAmong } from '../../schedule/recurrence.ts'
import { gatheredSeries, type Series, type SeriesContext } from './gathered-series.ts'
import type { Happening } from './happening.ts'
import { added, idOf, orphan, single, singles, splits } from './singles.ts'
import { differences, type Told } from './told.ts'

/** What a group of VEVENTs of one UID comes to. */
export function seriesOf(
  master: Happening,
  others: readonly Happening[],
  context: SeriesContext,
): Told[] {
  const series = gatheredSeries(master, others, context)
  if (!series) return []
  if (!series.rule) return withoutRule(series, context)
  return published(series, context) ?? singles(series, context)
}

/** Null where it cannot be published as a series. */
function published(series: Series, context: SeriesContext): Told[] | null {
  const { master, gone, differing } = series
  const { start, rrule } = master
  if (start.foreign || !rrule || [...differing.values()].some(splits)) return null
  const slot = { start: start.local, allDay: start.allDay, timezone: start.zone }
  const parsed = parseRule(rrule.value.replace(/;?\s*RSCALE=GREGORIAN/i, ''), slot)
  if ('code' in parsed) return null
  untilOfOtherType(series, context)
  const { rule } = parsed
  const made = startsAmong({ ...slot, rrule: rule, exdates: [] }, [...gone, ...differing.keys()])
  const overrides: Override[] = []
  const alone: Told[] = []
  const exdates = new Set([...gone].filter((id) => made.has(id)))
  for (const [id, other] of differing) {
    const facts = made.has(id) ? differences(master, other, id) : null
    if (facts) overrides.push({ recurrenceId: id, facts })
    else {
      alone.push(single(other, id, master))
      if (made.has(id)) exdates.add(id)
      else orphan(other, context)
    }
  }
  overrides.sort((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1))
  const facts = { rrule: rule, exdates: [...exdates].sort(), overrides }
  return [{ happening: master, id: master.uid, facts }, ...alone, ...added(series, context)]
}

function untilOfOtherType({ master: { rrule, start }, rule }: Series, { notes }: SeriesContext) {
  const until = rule?.until ?? null
  if (rrule && until !== null && until.includes('T') === start.allDay)
    notes.note('warning', 'ics.value', rrule, rrule.value, { read: `UNTIL=${until.slice(0, 8)}` })
}

/** RDATE without a rule; EXDATE and RECURRENCE-ID then speak of those. */
function withoutRule(series: Series, context: SeriesContext): Told[] {
  const { master, differing, gone } = series
  const more = added(series, context)
  const own = differing.get(master.start.local)
  const taken = new Set<string>(more.map(({ id }) => id ?? ''))
  const lost = gone.has(master.start.local) && more.length > 0
  const first: Told[] = lost ? [] : [{ happening: own ?? master, id: master.uid }]
  const alone = [...differing].flatMap(([id, other]) => {
    if (other === own || taken.has(idOf(master, id) ?? '')) return []
    orphan(other, context)
    return [single(other, id, master)]
  })
  return [...first, ...more, ...alone]
}
