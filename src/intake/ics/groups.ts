// VEVENTs by their UID: a master and its overrides, or overrides whose master is not there.

import type { Row } from '../row.ts'
import type { SeriesContext } from './gathered-series.ts'
import type { Happening } from './happening.ts'
import { seriesOf } from './series.ts'
import { idOf } from './singles.ts'
import { rowOf, type Told, type ToldContext } from './told.ts'

type Context = SeriesContext & ToldContext

export function rowsOf(happenings: readonly Happening[], context: Context): Row[] {
  const kept = context.ours ? withoutOurOwn(happenings) : happenings
  const groups = new Map<string | Happening, Happening[]>()
  for (const happening of kept) {
    const key = happening.uid ?? happening
    const group = groups.get(key)
    if (group) group.push(happening)
    else groups.set(key, [happening])
  }
  return [...groups.values()]
    .flatMap((group) => toldOf(group, context))
    .map((told) => rowOf(told, context))
}

function toldOf(group: readonly Happening[], context: Context): Told[] {
  const [master, second] = group.filter(({ recurrenceId }) => !recurrenceId)
  const others = group.filter(({ recurrenceId }) => recurrenceId)
  if (second && master) {
    const uid = second.vevent.lines.find(({ name }) => name === 'UID')
    const place = { name: 'UID', at: uid?.at ?? second.vevent.at }
    context.notes.note('error', 'uid.duplicate', place, second.uid ?? '', {
      first: master.vevent.at,
    })
    return []
  }
  if (!master) return loneSeries(others, context) ?? orphans(others, context)
  // What belongs to something private is not published without it.
  return master.isPrivate ? [] : seriesOf(master, others, context)
}

/** Connect Daily gives every series a RECURRENCE-ID, of 1970. */
function loneSeries([only, more]: readonly Happening[], context: Context): Told[] | null {
  if (!only?.rrule || !only.recurrenceId || more || only.isPrivate) return null
  context.notes.note('warning', 'recurrence.orphan', only.recurrenceId, only.recurrenceId.value)
  return seriesOf({ ...only, recurrenceId: null }, [], context)
}

function orphans(others: readonly Happening[], { notes }: Context): Told[] {
  const seen = new Set<string>()
  return others.flatMap((happening) => {
    const { recurrenceId } = happening
    if (!recurrenceId || happening.isPrivate) return []
    const { value } = recurrenceId
    if (seen.has(value)) notes.note('error', 'recurrence.duplicate', recurrenceId, value)
    else notes.note('warning', 'recurrence.orphan', recurrenceId, value)
    seen.add(value)
    return [{ happening, id: idOf(happening, value) }]
  })
}

const PLACEHOLDER = /-placeholder$/
const ALONE = /^(.{1,255})-(\d{8}T\d{6})$/

/** Our feeds tell that there is nothing to tell, and let awkward starts of a series stand alone. */
function withoutOurOwn(happenings: readonly Happening[]): Happening[] {
  const masters = new Map(
    happenings.flatMap((one) => (one.uid && one.rrule ? [[one.uid, one]] : [])),
  )
  return happenings.filter(({ uid }) => {
    if (uid && PLACEHOLDER.test(uid)) return false
    const [, base = '', digits = ''] = ALONE.exec(uid ?? '') ?? []
    const master = masters.get(base)
    const taken = master?.exdates.findIndex(({ value }) => value === digits) ?? -1
    if (!master || taken < 0) return true
    master.exdates.splice(taken, 1)
    return false
  })
}
