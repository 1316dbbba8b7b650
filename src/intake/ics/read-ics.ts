// An iCalendar file to rows of a schedule.

import { withoutDuplicates } from '../duplicates.ts'
import type { Finding } from '../finding.ts'
import { MAX_ROWS } from '../limits.ts'
import type { Reading, ReadingContext, Row } from '../row.ts'
import { clocksOf, type Years } from './clocks.ts'
import { type Component, componentsOf } from './components.ts'
import type { SeriesContext } from './gathered-series.ts'
import { rowsOf } from './groups.ts'
import { readHappening } from './happening.ts'
import { sayLeftOut } from './left-out.ts'
import { type Notebook, notebook, propertyOf } from './property.ts'
import type { ToldContext } from './told.ts'
import { unfold } from './unfold.ts'
import { zoneByBareName, zoneByName } from './zone-names.ts'

export function readIcs(bytes: Uint8Array, context: ReadingContext): Reading {
  const unfolded = unfold(bytes)
  const [first] = unfolded.lines
  if (first && /^\s*</.test(first.text)) return refused([atTop('file.type_mismatch', 'HTML')])
  const { calendars, findings } = componentsOf(unfolded.lines)
  const before = [...unfolded.findings, ...findings]
  if (before.some(({ severity }) => severity === 'error')) return refused(before)
  const vevents = calendars.flatMap(({ children }) =>
    children.filter(({ name }) => name === 'VEVENT'),
  )
  if (vevents.length === 0) return refused([...before, atTop('file.no_rows', 'VCALENDAR')])
  if (vevents.length > MAX_ROWS) return refused([...before, tooMany(vevents[MAX_ROWS])])
  const notes = notebook()
  notes.findings.push(...before)
  return readVevents(calendars, without(vevents, context.leaveOut), { ...context, notes })
}

/** A line is said of the event that it stands in. */
function without(vevents: Component[], lines: readonly number[] = []): Component[] {
  const leftOut = new Set(lines.map((line) => vevents.findLast(({ at }) => at <= line)))
  return vevents.filter((vevent) => !leftOut.has(vevent))
}

const refused = (findings: Finding[]): Reading => ({
  ...{ format: 'ics', rows: [], findings, rowCount: 0, refusedCount: 0 },
})

const atTop = (code: Finding['code'], found: string): Finding => ({
  ...{ code, severity: 'error', line: 1, property: 'BEGIN', value: found, params: { found } },
})

const tooMany = (vevent: Component | undefined): Finding => ({
  ...{ code: 'file.too_many_rows', severity: 'error', line: vevent?.at ?? 1, property: 'VEVENT' },
  params: { limit: MAX_ROWS },
})

function readVevents(
  calendars: readonly Component[],
  vevents: readonly Component[],
  context: ReadingContext & { notes: Notebook },
): Reading {
  const { notes } = context
  const about = aboutFile(calendars, vevents, context)
  const said = new Set<string>()
  for (const calendar of calendars) sayLeftOut(calendar, notes, said)
  let refusedCount = 0
  const happenings = vevents.flatMap((vevent) => {
    const before = notes.errorCount()
    const happening = readHappening(vevent, about)
    if (notes.errorCount() > before) refusedCount += 1
    return happening ? [happening] : []
  })
  const rows: Row[] = rowsOf(happenings, about)
  const distinct = withoutDuplicates(
    rows.map((row) => ({ row, idAt: { line: row.line ?? row.row, property: 'UID' } })),
  )
  return {
    ...{ format: 'ics', rows: distinct.rows, rowCount: vevents.length, refusedCount },
    findings: [...notes.findings, ...distinct.findings],
  }
}

const OURS = '-//Kalends//'

function aboutFile(
  calendars: readonly Component[],
  vevents: readonly Component[],
  { notes, timezone, today, defaultMinutes, audiences }: ReadingContext & { notes: Notebook },
): SeriesContext & ToldContext {
  const of = (calendar: Component, name: string) => propertyOf(calendar, name, notes, 'warning')
  for (const calendar of calendars) {
    const version = of(calendar, 'VERSION')
    if (version && !version.value.trim().startsWith('2'))
      notes.note('error', 'ics.version', version, version.value)
  }
  const methods = calendars.map((calendar) => of(calendar, 'METHOD'))
  const cancel = methods.find((method) => method?.value.trim().toUpperCase() === 'CANCEL')
  if (cancel) notes.note('warning', 'ics.method', cancel, cancel.value)
  const fileZone = fileZoneOf(calendars, notes)
  const preferred = [timezone, ...(fileZone ? [fileZone] : [])]
  const timezones = calendars.flatMap(({ children }) =>
    children.filter(({ name }) => name === 'VTIMEZONE'),
  )
  const ours = calendars.every((calendar) => of(calendar, 'PRODID')?.value.startsWith(OURS))
  return {
    ...{ notes, timezone, today, fileZone, ours, cancels: Boolean(cancel) },
    ...(audiences ? { audiences } : {}),
    clocks: clocksOf(timezones, { years: yearsOf(vevents, today), preferred, notes }),
    defaultMinutes: defaultMinutes ?? null,
  }
}

/** X-WR-TIMEZONE: not of the RFC, and in half of all files. */
function fileZoneOf(calendars: readonly Component[], notes: Notebook): string | null {
  for (const calendar of calendars) {
    const property = propertyOf(calendar, 'X-WR-TIMEZONE', notes, 'warning')
    if (!property?.value.trim()) continue
    const zone = zoneByName(property.value) ?? zoneByBareName(property.value)
    if (zone) return zone
    notes.note('warning', 'tz.unknown', property, property.value)
  }
  return null
}

/** From the year before the earliest start to two years hence, or after the latest. */
function yearsOf(vevents: readonly Component[], today: string): Years {
  const now = Number(today.slice(0, 4))
  let [first, last] = [now, now]
  for (const { lines } of vevents)
    for (const { name, text } of lines) {
      if (name !== 'DTSTART') continue
      const year = Number(/:(\d{4})\d{4}/.exec(text.slice(0, 300))?.[1] ?? now)
      first = Math.min(first, year)
      last = Math.max(last, year)
    }
  return {
    from: Date.UTC(Math.max(first, 1970), 0, 1),
    to: Date.UTC(Math.min(last, 2100) + 2, 0, 1),
  }
}
