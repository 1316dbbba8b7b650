// A whole schedule as a file that an upload reads back: each event with its id, past and future.

import { renderCalendar } from '../../icalendar/calendar.ts'
import { timezonesFor } from '../../icalendar/vtimezone.ts'
import type { Language } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { currentEvents, type EventVersion, storedVevents } from '../../storage/events.ts'
import { ALSO_PRIVATE } from '../../storage/sight.ts'
import { csvOf } from '../../tables/csv.ts'
import { xlsxOf } from '../../tables/xlsx.ts'
import { type Exported, exdatesOf, tableOf } from './export-table.ts'

export const EXPORTS = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  json: 'application/json',
  ics: 'text/calendar; charset=utf-8',
} as const
export type ExportFormat = keyof typeof EXPORTS

const REFRESH_HOURS = 24

export async function exported(
  ports: Ports,
  calendar: Calendar,
  { format, language }: { format: ExportFormat; language: Language },
): Promise<string | Uint8Array> {
  const all = await currentEvents(ports.db, calendar, ALSO_PRIVATE)
  const events = all.filter(({ removed }) => !removed).sort(inOrder)
  if (format === 'ics') return icsOf(ports, calendar, events)
  refuseOverrides(events, format)
  const named = withIds(events)
  if (format === 'json') return jsonOf(named)
  const { timezone, name } = calendar.settings
  const table = tableOf(named, { timezone, language })
  return format === 'xlsx' ? xlsxOf(name, table) : [...csvOf(table)].join('')
}

/** As a table of text, with the names of docs/columns.md. */
export const csvOfEvents = (events: readonly EventVersion[], timezone: string): string =>
  [...csvOf(tableOf(withIds(events), { timezone, language: 'en' }))].join('')

export const inOrder = (a: EventVersion, b: EventVersion): number =>
  a.startsAt < b.startsAt ? -1 : a.startsAt > b.startsAt ? 1 : a.uid < b.uid ? -1 : 1

/** Neither a table nor JSON is read with the happenings of a series that differ. */
function refuseOverrides(events: readonly EventVersion[], format: ExportFormat): void {
  const series = events.find(({ facts }) => facts.overrides.length > 0)
  if (!series) return
  throw new Problem('not_exportable', { format, title: series.facts.title, instead: 'ics' })
}

/** The partner's own ids, where each means one event; else the UID, which always does. */
function withIds(events: readonly EventVersion[]): Exported[] {
  const meant = new Map<string, number>()
  const count = (id: string) => meant.set(id, (meant.get(id) ?? 0) + 1)
  for (const { uid, facts } of events) {
    count(uid)
    if (facts.externalId !== null && facts.externalId !== uid) count(facts.externalId)
  }
  return events.map(({ uid, facts }) => {
    const own = facts.externalId
    return { id: own !== null && meant.get(own) === 1 ? own : uid, facts }
  })
}

/** One event a line, so that two exports can be compared by eye. */
function jsonOf(events: readonly Exported[]): string {
  const lines = events.map(({ id, facts }) => {
    const { externalId: _, overrides: _none, exdates: _dates, extra, ...told } = facts
    const kept = Object.keys(extra).length > 0 ? { extra } : {}
    return JSON.stringify({ externalId: id, ...told, exdates: exdatesOf(facts), ...kept })
  })
  return `{"events":[\n${lines.join(',\n')}\n]}\n`
}

/** As in the feed, with all of the past and however many there are. */
export async function icsOf(
  { db, now }: Ports,
  calendar: Calendar,
  events: readonly EventVersion[],
): Promise<string> {
  const uids = events.map(({ uid }) => uid)
  const texts = await storedVevents(db, calendar, uids, ALSO_PRIVATE)
  const placed = events.map(({ uid, startsAt, endsAt }) => ({
    ...{ uid, startsAt, endsAt, octets: 0, vevent: texts.get(uid) ?? '' },
  }))
  const { name, description, timezone, color } = calendar.settings
  const head = { name, description, timezone, color, refreshHours: REFRESH_HOURS }
  const vevents = placed.map(({ vevent }) => vevent)
  return renderCalendar(head, [...timezonesFor(placed, now()), ...vevents])
}
