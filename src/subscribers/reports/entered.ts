// What was entered in the form, as a statement about an event; only what differs from it is said.

import { Problem } from '../../problem.ts'
import { MAX_NOTE_CHARS, type Statement, statementOf } from '../../reports/statement.ts'
import type { Facts } from '../../schedule/event.ts'
import { addDays } from '../../schedule/zones.ts'
import { REPORT_KINDS, type ReportKind, type Suggestion } from '../../storage/reports.ts'

/** Values by the names of the fields. */
export type Entered = Record<string, string>

/** Programs fill in whatever is there; people do not see it. */
export const TRAP = 'homepage'

/** A field of the form, and which of its words says what is wrong. */
export interface Wrong {
  field: string
  words: 'kind' | 'start' | 'nothing' | 'end' | 'happening' | 'title' | 'note' | 'source' | 'trap'
}

/** What the form shows at first: what is published now. */
export function enteredOf(facts: Facts | null, kind: string): Entered {
  if (!facts) return { kind: 'missing' }
  const timed = facts.start.includes('T')
  return {
    kind,
    start_date: facts.rrule === null ? facts.start.slice(0, 10) : '',
    start_time: timed ? facts.start.slice(11, 16) : '',
    end_time: timed && facts.end ? facts.end.slice(11, 16) : '',
    ...{ status: 'cancelled', title: facts.title, location: facts.location?.name ?? '' },
  }
}

export function statementIn(
  entered: Entered,
  event: { uid: string; facts: Facts } | null,
): { statement: Statement } | { wrong: Wrong } {
  if (entered[TRAP]) return { wrong: { field: TRAP, words: 'trap' } }
  const kind = REPORT_KINDS.find((each) => each === entered.kind)
  if (!kind) return { wrong: { field: 'kind', words: 'kind' } }
  const facts = event?.facts ?? null
  const { happening = '', note = '', source = '' } = entered
  if (facts?.rrule && !happening) return { wrong: { field: 'happening', words: 'happening' } }
  const suggestion = {
    ...saidBy(kind, entered, facts),
    ...(happening && facts?.rrule ? { happening } : {}),
  }
  try {
    const given = { uid: event?.uid ?? null, kind, suggestion, source }
    return { statement: statementOf({ ...given, note: note.slice(0, MAX_NOTE_CHARS) }) }
  } catch (error) {
    if (error instanceof Problem && error.code === 'invalid_request')
      return { wrong: wrongAt(String(error.params.place), suggestion) }
    throw error
  }
}

function saidBy(
  kind: ReportKind,
  entered: Entered,
  facts: Facts | null,
): { [field in keyof Suggestion]?: string } {
  if (kind === 'cancelled') return { status: entered.status ?? '' }
  if (kind === 'time') return slotSaid(entered, facts)
  const { title = '', location = '' } = entered
  if (kind === 'missing') return { ...slotSaid(entered, null), title, location }
  return {
    ...(title === facts?.title ? {} : { title }),
    ...(location === (facts?.location?.name ?? '') ? {} : { location }),
  }
}

function slotSaid(entered: Entered, facts: Facts | null): { start?: string; end?: string } {
  const { happening = '', start_time = '', end_time = '' } = entered
  const date = entered.start_date || happening
  const start = `${date}${start_time ? `T${seconds(start_time)}` : ''}`
  const known =
    facts &&
    (facts.rrule ? [happening, facts.start.slice(11)].filter(Boolean).join('T') : facts.start)
  const endTime = facts?.start.includes('T') ? (facts.end?.slice(11, 16) ?? '') : ''
  const later = end_time !== '' && end_time !== endTime && start_time !== ''
  const day = /^\d{4}-\d\d-\d\d$/.test(date) && end_time <= start_time ? addDays(date, 1) : date
  return {
    ...(start === known || date === '' ? {} : { start }),
    ...(later ? { end: `${day}T${seconds(end_time)}` } : {}),
  }
}

const seconds = (time: string): string => (/^\d\d:\d\d$/.test(time) ? `${time}:00` : time)

function wrongAt(place: string, suggestion: { start?: string | undefined }): Wrong {
  const field = place.split('/').at(-1) ?? ''
  if (field === 'start')
    return { field: 'start_date', words: suggestion.start ? 'start' : 'nothing' }
  if (field === 'end') return { field: 'end_time', words: 'end' }
  if (field === 'happening' || field === 'title' || field === 'source')
    return { field, words: field }
  return { field: 'note', words: 'note' }
}
