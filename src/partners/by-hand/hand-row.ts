// What a person says of one event, read by the reader of JSON files: the same words, the same findings.

import type { Finding } from '../../intake/finding.ts'
import { readJson } from '../../intake/json.ts'
import type { ReadingContext } from '../../intake/row.ts'
import type { EventState, Facts } from '../../schedule/event.ts'
import type { Row } from '../../schedule/row.ts'

export type Said = Readonly<Record<string, unknown>>

export type HandRow = { row: Row; findings: Finding[] } | { row: null; findings: Finding[] }

/** A new event: whatever a JSON upload takes of one. */
export function rowOfNew(said: Said, context: ReadingContext): HandRow {
  return read(said, said, context)
}

/** The fields to change; the reader is given the rest of when the event is, and what it is called. */
export function rowOfEdit(before: EventState, said: Said, context: ReadingContext): HandRow {
  const asked = { ...said }
  // An answer of the API may be sent back as it came.
  if (asked.uid === before.uid) delete asked.uid
  const found = read({ ...titleOf(before.facts, asked), ...slotOf(before.facts, asked) }, asked, {
    ...context,
    timezone: before.facts.timezone,
  })
  if (!found.row) return found
  const facts = { ...found.row.facts }
  if (!names(asked, SLOT_NAMES)) for (const field of OF_SLOT) delete facts[field]
  if (!names(asked, ['title', 'home', 'away'])) delete facts.title
  if (!names(asked, ['rrule', 'exdates', ...START_NAMES])) {
    delete facts.rrule
    delete facts.exdates
  }
  return { ...found, row: { ...found.row, facts } }
}

const OF_SLOT = ['start', 'end', 'allDay', 'timeTbd', 'timezone'] as const
const START_NAMES = ['start', 'startDate', 'start_date', 'start_time']
const END_NAMES = ['end', 'endDate', 'end_date', 'end_time']
const DAY_NAMES = ['allDay', 'all_day', 'timeTbd', 'time_tbd']
const SLOT_NAMES = [...START_NAMES, ...END_NAMES, ...DAY_NAMES, 'timezone']

const names = (said: Said, wanted: readonly string[]): boolean =>
  wanted.some((name) => said[name] !== undefined)

function titleOf({ title, home, away }: Facts, said: Said): Said {
  if (!names(said, ['home', 'away'])) return { title }
  // A title that was made of the teams follows them.
  return title === `${home} vs ${away}` ? { home, away } : { title, home, away }
}

/** Of a time that is moved, the length stays; of a day that becomes known, nothing but the day. */
function slotOf(facts: Facts, said: Said): Said {
  const { start, end, allDay, timeTbd, timezone, rrule, exdates } = facts
  const repeated = rrule === null ? {} : { rrule, exdates: datesOf(exdates, said) }
  const base = { timezone, ...repeated }
  const [date, time] = start.split('T')
  if (names(said, START_NAMES)) {
    const whole = said.start !== undefined
    const dated = said.start_date !== undefined || said.startDate !== undefined
    const withDate = whole || dated ? {} : { start_date: date }
    const withTime = whole || said.start_time !== undefined || !time ? {} : { start_time: time }
    return { ...base, ...withDate, ...withTime }
  }
  const becomesDay = DAY_NAMES.some((name) => said[name] === true)
  if (becomesDay) return { ...base, start: date, end: null }
  const days = names(said, DAY_NAMES) ? {} : { allDay, timeTbd }
  return { ...base, start, ...(names(said, END_NAMES) ? {} : { end }), ...days }
}

/** Of a series that moves, a day taken back stays one. */
const datesOf = (exdates: readonly string[], said: Said): string[] =>
  names(said, START_NAMES) ? exdates.map((start) => start.slice(0, 10)) : [...exdates]

/** Findings are of what was said; what was known before is no news. */
function read(base: Said, said: Said, context: ReadingContext): HandRow {
  const reading = readJson(JSON.stringify({ events: [{ ...base, ...said }] }), context)
  const findings = reading.findings.flatMap((finding): Finding[] => {
    const { row: _, pointer = '', ...told } = finding
    const here = pointer.replace(/^\/events\/0/, '')
    const name = here.split('/')[1] ?? ''
    if (finding.severity === 'warning' && name in base && !(name in said)) return []
    return [{ ...told, pointer: here }]
  })
  const [row] = reading.rows
  const stands = findings.some(({ severity }) => severity !== 'warning')
  return row && !stands ? { row, findings } : { row: null, findings }
}
