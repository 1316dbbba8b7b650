// A series of VEVENTs with one UID: published as a series where every program reads it alike, else
// as single events.

import type { Override } from '../../schedule/event.ts'
import { parseRule, startsAmong } from '../../schedule/recurrence.ts'
import type { Happening, HappeningContext } from './happening.ts'
import { MAX_SERIES_EXDATES, MAX_SERIES_OVERRIDES } from './limits.ts'
import type { Property } from './property.ts'
import { added, idOf, orphan, single, singles, splits } from './singles.ts'
import { localIn, stampOf } from './stamps.ts'
import { differences, type Told } from './told.ts'
import { readWideRule, type WideRule } from './wide-rule.ts'

export interface SeriesContext extends HappeningContext {
  today: string
}

export interface Series {
  master: Happening
  /** By the local start, in the master's zone, that the rule makes. */
  differing: Map<string, Happening>
  /** Local starts that are taken back. */
  gone: Set<string>
  rule: WideRule | null
}

/** What a group of VEVENTs of one UID comes to. */
export function seriesOf(
  master: Happening,
  others: readonly Happening[],
  context: SeriesContext,
): Told[] {
  const rule = ruleOf(master, context)
  if (rule === undefined) return []
  const gone = new Set(exdatesOf(master, context))
  const series: Series = { master, gone, rule, differing: new Map() }
  for (const other of others) place(series, other, context)
  if (!rule) return withoutRule(series, context)
  return published(series, context) ?? singles(series, context)
}

/** Undefined for a rule that is refused; that has been noted. */
function ruleOf({ rrule }: Happening, { notes }: SeriesContext): WideRule | null | undefined {
  if (!rrule) return null
  const rule = readWideRule(rrule.value)
  if (!('code' in rule)) return rule
  notes.note('error', rule.code, rrule, rrule.value, rule.params)
  return undefined
}

function place(series: Series, other: Happening, context: SeriesContext): void {
  const { recurrenceId } = other
  if (!recurrenceId) return
  const id = startMeant(recurrenceId, recurrenceId.value, series.master, context)
  if (id === null) return
  if (series.differing.has(id))
    context.notes.note('error', 'recurrence.duplicate', recurrenceId, recurrenceId.value)
  else if (series.differing.size >= MAX_SERIES_OVERRIDES)
    context.notes.note('error', 'ics.too_many', recurrenceId, recurrenceId.value, {
      limit: MAX_SERIES_OVERRIDES,
    })
  else series.differing.set(id, other)
  // Details that are not for everybody are no reason to announce the slot as if nothing were.
  if (other.isPrivate) {
    series.differing.delete(id)
    series.gone.add(id)
  } else series.gone.delete(id)
}

/** Of a timed series a date means the happening on that day; of an all-day one a time means its day. */
export function startMeant(
  property: Property,
  value: string,
  { start }: Happening,
  context: SeriesContext,
): string | null {
  const stamp = stampOf(property, value, context)
  if (!stamp) return null
  if (start.allDay) return stamp.allDay ? stamp.local : stamp.local.slice(0, 10)
  return stamp.allDay ? `${stamp.local}${start.local.slice(10)}` : localIn(stamp, start.zone)
}

function exdatesOf(master: Happening, context: SeriesContext): string[] {
  const starts: string[] = []
  for (const property of master.exdates) {
    const values = property.value.split(',').filter((value) => value.trim() !== '')
    if (starts.length + values.length > MAX_SERIES_EXDATES) {
      const params = { limit: MAX_SERIES_EXDATES }
      context.notes.note('error', 'ics.too_many', property, property.value, params)
      return []
    }
    for (const value of values) {
      const start = startMeant(property, value, master, context)
      if (start !== null) starts.push(start)
    }
  }
  return starts
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
