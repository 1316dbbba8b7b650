// What a single click does to an event.

import type { Language } from '../../../language/choose.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import type { Facts } from '../../../schedule/event.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { EventVersion } from '../../../storage/events.ts'
import { type Edited, editEvent, removeEvent } from '../../by-hand/hand-edits.ts'
import type { HandAct } from '../../by-hand/hand-publication.ts'
import type { Said } from '../../by-hand/hand-row.ts'
import { fieldIn } from '../frame/here.ts'
import type { Fields } from '../review/review-forms.ts'
import { WORDS } from './event-words.ts'

export interface QuickAct {
  event: EventVersion
  fields: Fields
  hand: HandAct
}

export function act(
  ports: Ports,
  calendar: Calendar,
  { event, fields, hand }: QuickAct,
  language: Language,
): Promise<Edited> {
  const name = fieldIn(fields, 'act') ?? ''
  const { uid } = event
  const happening = fieldIn(fields, 'happening')
  const recurrenceId = happening ? happeningOf(event.facts, happening) : undefined
  if (name === 'remove') return removeEvent(ports, calendar, { uid }, hand)
  if (name === 'skip') return removeEvent(ports, calendar, { uid, recurrenceId }, hand)
  if (name === 'unlock') {
    const edit = { said: {}, unlock: [fieldIn(fields, 'field') ?? ''] }
    return editEvent(ports, calendar, { uid, edit }, hand)
  }
  const reason = fieldIn(fields, 'reason')
  const said = saidBy(name, event.facts, fields, reason ?? WORDS[language].rainReason)
  if (!said) throw new Problem('not_found', { what: 'act', name: name.slice(0, 40) })
  const edit = { said: reason ? { ...said, reason } : said, recurrenceId }
  return editEvent(ports, calendar, { uid, edit }, hand)
}

function saidBy(name: string, facts: Facts, fields: Fields, rained: string): Said | null {
  const to = {
    start_date: fieldIn(fields, 'start_date'),
    start_time: fieldIn(fields, 'start_time'),
  }
  switch (name) {
    case 'rain-out':
      return { status: 'cancelled', reason: rained }
    case 'cancel':
      return { status: 'cancelled' }
    case 'postpone':
      return { status: 'postponed' }
    case 'confirm':
      return { status: 'confirmed', reason: null }
    case 'sold-out':
      return { sold_out: true }
    case 'not-sold-out':
      return { sold_out: false }
    case 'move':
      return {
        ...moved(facts, to),
        ...(facts.status === 'postponed' ? { status: 'confirmed' } : {}),
      }
    default:
      return null
  }
}

/** An event of whole days moves by days, unless a time is given to it. */
function moved(
  { allDay, timeTbd }: Facts,
  to: { start_date: string | null; start_time: string | null },
) {
  if (to.start_time) return { ...to, all_day: false }
  if (timeTbd) return { start_date: to.start_date, start_time: 'TBD' }
  return allDay ? { start_date: to.start_date, all_day: true } : { start_date: to.start_date }
}

/** The start that the rule makes on a day. */
const happeningOf = ({ start }: Facts, day: string): string =>
  start.includes('T') ? `${day}T${start.slice(11)}` : day
