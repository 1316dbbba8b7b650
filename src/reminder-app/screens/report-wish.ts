// What somebody entered into a report's form → what is sent, or what is wrong with it.

import type { EventDetail, ReportWish } from '../engine.ts'
import { addDays } from './dates.ts'
import { isDay } from './happening-time.ts'

/** As people choose; to the API what is postponed is one of what is cancelled. */
export const KINDS = ['time', 'cancelled', 'postponed', 'other'] as const

export interface Entered {
  kind: (typeof KINDS)[number]
  date: string
  start: string
  end: string
  note: string
  source: string
}

export type Wrong = Partial<{
  date: 'date' | 'same'
  start: 'date'
  end: 'end'
  note: 'note'
  source: 'source'
}>

export const enteredOf = (event: EventDetail): Entered => ({
  kind: 'time',
  date: event.start.slice(0, 10),
  start: isDay(event) ? '' : event.start.slice(11, 16),
  end: isDay(event) || event.end === null ? '' : event.end.slice(11, 16),
  note: '',
  source: '',
})

export function wishOf(entered: Entered, event: EventDetail): { wish?: ReportWish; wrong: Wrong } {
  const wrong = wrongOf(entered, event)
  if (Object.keys(wrong).length > 0) return { wrong }
  const { kind, note, source } = entered
  return {
    wrong,
    wish: {
      ...{ uid: event.uid, recurrenceId: event.recurrenceId, note: note.trim() },
      kind: kind === 'postponed' ? 'cancelled' : kind,
      suggested: suggestedOf(entered),
      source: source.trim() || null,
    },
  }
}

function wrongOf(entered: Entered, event: EventDetail): Wrong {
  const { kind, note, source } = entered
  const wrong: Wrong = kind === 'time' ? wrongTimes(entered, event) : {}
  if (kind === 'other' && !note.trim()) wrong.note = 'note'
  if (source.trim() && !isAddress(source.trim())) wrong.source = 'source'
  return wrong
}

function wrongTimes(entered: Entered, event: EventDetail): Wrong {
  const { date, start, end } = entered
  if (!date) return { date: 'date' }
  if (!isDay(event) && !start) return { start: 'date' }
  const isOvernight = event.end?.slice(0, 10) !== event.start.slice(0, 10)
  if (start && end && end < start && !isOvernight) return { end: 'end' }
  const { date: own, start: from, end: to } = enteredOf(event)
  return date === own && start === from && end === to ? { date: 'same' } : {}
}

function suggestedOf({ kind, date, start, end }: Entered): ReportWish['suggested'] {
  if (kind === 'cancelled' || kind === 'postponed') return { status: kind }
  if (kind === 'other') return {}
  return {
    start: start ? `${date}T${start}` : date,
    ...(start && end ? { end: `${end < start ? addDays(date, 1) : date}T${end}` } : {}),
  }
}

function isAddress(text: string): boolean {
  try {
    return /^https?:$/.test(new URL(text).protocol)
  } catch {
    return false
  }
}
