// A form is a row of a table: what it shows of an event, and what of it a person changed.

import type { Calendar } from '../../../storage/calendars.ts'
import type { EventVersion } from '../../../storage/events.ts'
import type { Said } from '../../by-hand/hand-row.ts'
import { cellsOf } from '../../export/export-table.ts'
import type { Fields } from '../review/review-forms.ts'
import { type Cells, formColumns, isBox, otherLanguages } from './event-page.ts'
import { ruleIn } from './rule-builder.ts'

const SLOT = ['start_date', 'start_time', 'end_date', 'end_time', 'all_day']

/** An event as the cells of its row. */
export function cellsIn(event: EventVersion, calendar: Calendar): Cells {
  const { facts } = event
  const cells: Cells = { ...cellsOf({ id: '', facts }, calendar.settings.timezone) }
  for (const other of otherLanguages(calendar)) {
    const texts = facts.translations[other]
    cells[`title_${other}`] = texts?.title ?? ''
    cells[`venue_${other}`] = texts?.location ?? ''
    cells[`description_${other}`] = texts?.description ?? ''
  }
  return cells
}

/** What a form says, by column; an unticked box says nothing in a form, and ‘no’ here. */
export function cellsOfForm(fields: Fields, calendar: Calendar): Cells {
  const said = new Map(fields)
  const cells: Cells = {}
  for (const column of formColumns(calendar)) {
    const value = said.get(column)?.trim()
    if (isBox(column)) cells[column] = value ? 'yes' : ''
    else if (value !== undefined) cells[column] = value
  }
  if (said.has('repeat')) cells.rrule = ruleIn(fields)
  return cells
}

/** The columns that differ, in words that the reader of a JSON upload takes. */
export function changedCells(before: Cells, after: Cells): Said {
  const differs = (column: string) => (after[column] ?? '') !== (before[column] ?? '')
  const changed = Object.keys(after).filter(differs)
  // One of them alone would leave the others to be guessed.
  const slot = changed.some((column) => SLOT.includes(column)) ? SLOT : []
  const columns = new Set([...changed, ...slot])
  return Object.fromEntries(
    [...columns].flatMap((column): [string, unknown][] => {
      const value = after[column] ?? ''
      if (isBox(column)) return [[column, value !== '']]
      if (column === 'start_time' && after.all_day) return []
      return [[column, value === '' ? null : value]]
    }),
  )
}
