// A report as the cells of a form: the event as it is, with what was suggested laid over it.

import type { Facts } from '../../../schedule/event.ts'
import { overriddenFacts } from '../../../schedule/occurrences.ts'
import type { Entry } from '../../../storage/reports.ts'
import type { Said } from '../../by-hand/hand-row.ts'
import { cellsOf } from '../../export/export-table.ts'
import { happeningOf } from '../../reports/reports.ts'
import { changedCells } from '../events/event-cells.ts'
import type { Cells } from '../events/event-page.ts'

export const REPORT_COLUMNS = [
  ...(['title', 'start_date', 'start_time', 'end_date', 'end_time'] as const),
  ...(['status', 'venue', 'reason'] as const),
]

/** The event, or the one happening that is meant; empty where there is none. */
export function cellsNow({ facts }: Entry, recurrenceId: string | undefined): Cells {
  if (!facts) return {}
  return { ...cellsOf({ id: '', facts: meant(facts, recurrenceId) }, facts.timezone) }
}

export function meant(facts: Facts, recurrenceId: string | undefined): Facts {
  if (recurrenceId === undefined) return facts
  const known = facts.overrides.find((each) => each.recurrenceId === recurrenceId)
  return overriddenFacts(facts, known ?? { recurrenceId, facts: {} })
}

/** What the form shows at first. */
export function cellsSuggested(entry: Entry): Cells {
  const recurrenceId = happeningOf(entry)
  const now = cellsNow(entry, recurrenceId)
  const { title, start, end, location, status } = entry.suggestion
  const facts = entry.facts && meant(entry.facts, recurrenceId)
  return {
    ...now,
    ...(title ? { title } : {}),
    ...(start ? slotCells('start', start) : {}),
    ...endCells(facts, start, end),
    ...(location ? { venue: location } : {}),
    ...(status ? { status } : {}),
  }
}

const slotCells = (name: string, local: string): Cells => ({
  [`${name}_date`]: local.slice(0, 10),
  ...(local.includes('T') ? { [`${name}_time`]: local.slice(11, 16) } : {}),
})

/** Of what moves, the length stays. */
function endCells(facts: Facts | null, start: string | undefined, end: string | undefined): Cells {
  if (end) return slotCells('end', end)
  if (!start || !facts?.end) return {}
  const from = start.includes('T') ? start : `${start}${facts.start.slice(10)}`
  const length =
    Date.parse(`${facts.end}${zone(facts.end)}`) - Date.parse(`${facts.start}${zone(facts.start)}`)
  const at = new Date(Date.parse(`${from}${zone(from)}`) + length).toISOString()
  return slotCells('end', facts.end.includes('T') ? at.slice(0, 19) : at.slice(0, 10))
}

const zone = (local: string): string => (local.includes('T') ? 'Z' : 'T00:00:00Z')

/** What the form says otherwise than it is. */
export function saidIn(before: Cells, entered: Cells): Said {
  const timed = /\d/.test(entered.start_time ?? '')
  return changedCells(before, { ...before, ...entered, ...(timed ? { all_day: '' } : {}) })
}
