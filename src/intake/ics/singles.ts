// Events of a series that stand alone: RDATEs, and rules that programs read differently.

import { addDays, placeIn } from '../../schedule/zones.ts'
import { startsOf } from './expansion.ts'
import { type Series, type SeriesContext, startMeant } from './gathered-series.ts'
import type { Happening } from './happening.ts'
import { MAX_SINGLES, YEARS_OF_SINGLES } from './limits.ts'
import { localIn, readStamp, type Stamp } from './stamps.ts'
import type { Told } from './told.ts'
import type { WideRule } from './wide-rule.ts'

/** One happening that differs, as an event of its own. */
export const single = (happening: Happening, id: string, master: Happening): Told => ({
  ...{ happening, id: idOf(master, id) },
})

export const idOf = ({ uid }: Happening, start: string): string | null =>
  uid === null ? null : `${uid}#${start}`

/** RDATEs: programs disagree on them, so each is an event of its own. */
export function added({ master, differing, gone }: Series, context: SeriesContext): Told[] {
  const told: Told[] = []
  const seen = new Set([master.start.local])
  for (const property of master.rdates) {
    const { notes } = context
    notes.note('warning', 'rrule.expanded', property, property.value, { part: 'RDATE' })
    for (const value of property.value.split(',').filter(Boolean).slice(0, MAX_SINGLES)) {
      const start = startMeant(property, value.split('/')[0] ?? '', master, context)
      if (start === null || seen.has(start) || gone.has(start) || told.length >= MAX_SINGLES)
        continue
      seen.add(start)
      const other = differing.get(start)
      told.push(other ? single(other, start, master) : moved(master, start))
    }
  }
  return told
}

/** The same event at another start, as long by the clock on the wall. */
function moved(master: Happening, start: string): Told {
  const { end } = master
  const shift = floating(start) - floating(master.start.local)
  const later =
    end === null ? null : new Date(floating(end) + shift).toISOString().slice(0, end.length)
  const { allDay, zone } = master.start
  const instant = placeIn(allDay ? `${start}T00:00:00` : start, zone).instant
  const happening = { ...master, start: { ...master.start, local: start, instant }, end: later }
  return { happening, id: idOf(master, start) }
}

const floating = (local: string): number =>
  Date.parse(local.includes('T') ? `${local}Z` : `${local}T00:00:00Z`)

export function singles(series: Series, context: SeriesContext): Told[] {
  const { master, gone, differing, rule } = series
  const { rrule, start } = master
  if (!rule || !rrule) return []
  const made = startsMade(rule, start, untilLocal(series, context), context.today)
  if (made.length > MAX_SINGLES) {
    context.notes.note('error', 'rrule.too_dense', rrule, rrule.value, {
      part: rrule.value.slice(0, 60),
    })
    return []
  }
  const params = { count: made.length, part: reasonOf(series) }
  context.notes.note('warning', 'rrule.expanded', rrule, rrule.value, params)
  const ids = new Set(made)
  let following: { from: string; happening: Happening } | null = null
  const told = made.flatMap((id): Told[] => {
    const other = differing.get(id)
    if (other && splits(other)) following = { from: id, happening: other }
    if (gone.has(id)) return []
    if (other) return [single(other, id, master)]
    return [following ? follow(following, id, master) : moved(master, id)]
  })
  const alone = [...differing].filter(([id]) => !ids.has(id))
  for (const [, other] of alone) orphan(other, context)
  return [
    ...told.filter(({ happening }) => !happening.isPrivate),
    ...alone.map(([id, other]) => single(other, id, master)),
    ...added(series, context),
  ]
}

/** By the clock that the series is told by, also where that is the file's own. */
function startsMade(rule: WideRule, start: Stamp, until: string | null, today: string): string[] {
  const horizon = addDays(today, YEARS_OF_SINGLES * 366)
  const limits = { horizon, limit: MAX_SINGLES + 1 }
  if (!start.foreign) return startsOf(rule, start.local, { until, ...limits })
  return startsOf(rule, start.written, { until: null, ...limits })
    .map((local) => start.place(local).instant.slice(0, 19))
    .filter((local) => until === null || local <= until)
}

/** From a RANGE=THISANDFUTURE on, each start is shifted as the first was. */
function follow(
  { from, happening }: { from: string; happening: Happening },
  id: string,
  master: Happening,
): Told {
  const shift = floating(id) - floating(from)
  const local = happening.start.local
  const start = new Date(floating(local) + shift).toISOString().slice(0, local.length)
  return { ...moved(happening, start), id: idOf(master, id) }
}

const reasonOf = ({ master, differing }: Series): string =>
  [...differing.values()].some(splits)
    ? 'RANGE=THISANDFUTURE'
    : master.start.foreign
      ? 'TZID'
      : (master.rrule?.value.slice(0, 60) ?? '')

function untilLocal({ master, rule }: Series, context: SeriesContext): string | null {
  const { rrule, start } = master
  if (!rule?.until || !rrule || Number(rule.until.slice(0, 4)) > 2200) return null
  const floatingUntil = !rule.until.endsWith('Z')
  const stamp = readStamp({ ...rrule, params: {}, type: 'UNKNOWN', value: rule.until }, context)
  if (!stamp) return null
  if (start.allDay) return stamp.local.slice(0, 10)
  if (stamp.allDay) return `${stamp.local}T23:59:59`
  return floatingUntil ? stamp.local : localIn(stamp, start.zone)
}

export const splits = ({ recurrenceId }: Happening): boolean =>
  recurrenceId?.params.range?.toUpperCase() === 'THISANDFUTURE'

export const orphan = ({ recurrenceId }: Happening, { notes }: SeriesContext): void => {
  if (recurrenceId) notes.note('warning', 'recurrence.orphan', recurrenceId, recurrenceId.value)
}
