// A series of VEVENTs with one UID, gathered: its rule, what differs on a day, and what is taken back.

import type { Happening, HappeningContext } from './happening.ts'
import { MAX_SERIES_EXDATES, MAX_SERIES_OVERRIDES } from './limits.ts'
import type { Property } from './property.ts'
import { localIn, stampOf } from './stamps.ts'
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

/** Undefined where its rule is refused; that has been noted. */
export function gatheredSeries(
  master: Happening,
  others: readonly Happening[],
  context: SeriesContext,
): Series | undefined {
  const rule = ruleOf(master, context)
  if (rule === undefined) return undefined
  const gone = new Set(exdatesOf(master, context))
  const series: Series = { master, gone, rule, differing: new Map() }
  for (const other of others) place(series, other, context)
  return series
}

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
