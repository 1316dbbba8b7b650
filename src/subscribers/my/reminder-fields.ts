// Reminder rules in a form, both ways: of a link, and of one event.

import type { DayRule, EventReminders, Reminders } from '../../schedule/reminder-rules.ts'
import { invalid } from '../../schedule/subscription.ts'
import { minutesIn, putMinutes } from './minutes-fields.ts'

const RING = { ticked: 'ring', written: 'ringOwn', field: 'reminders.minutes' }
const TICKETS = { ticked: 'ticketRing', written: 'ticketRingOwn', field: 'reminders.tickets' }

/** Whether rules of their own were chosen, rather than those that hold otherwise. */
export const hasOwnReminders = (fields: URLSearchParams): boolean => fields.get('remind') === 'own'

/** Throws `choice_invalid` for what no rule can be made of. */
export const remindersIn = (fields: URLSearchParams): Reminders | null =>
  hasOwnReminders(fields)
    ? { ...rulesIn(fields), quiet: quietIn(fields), changes: fields.has('tellChanges') }
    : null

export const eventRemindersIn = (fields: URLSearchParams): EventReminders | null =>
  hasOwnReminders(fields) ? rulesIn(fields) : null

const rulesIn = (fields: URLSearchParams): EventReminders => ({
  minutes: minutesIn(fields, RING),
  daysBefore: daysIn(fields, 'dayRing', 'reminders.daysBefore'),
  allDay: daysIn(fields, 'allDayRing', 'reminders.allDay'),
  tickets: minutesIn(fields, TICKETS),
})

/** Those that were ticked, as `1 20:00`, and one more that was written. */
function daysIn(fields: URLSearchParams, name: string, field: string): DayRule[] {
  const own = [fields.get(`${name}Days`), fields.get(`${name}At`)].map((text) => text?.trim() ?? '')
  const written = own.some(Boolean) ? [own.join(' ')] : []
  return [...fields.getAll(name), ...written].map((text) => {
    const [days = '', at = ''] = text.split(' ')
    if (!/^\d{1,3}$/.test(days)) throw invalid(`${field}.days`, days, '0–30')
    return { days: Number(days), at }
  })
}

/** One end alone is refused by whoever checks it. */
function quietIn(fields: URLSearchParams) {
  const [from, to] = [fields.get('quietFrom')?.trim() ?? '', fields.get('quietTo')?.trim() ?? '']
  return from || to ? { from, to } : null
}

export function putReminders(fields: URLSearchParams, reminders: Reminders, isOwn: boolean): void {
  putEventReminders(fields, reminders, isOwn)
  const { quiet, changes } = reminders
  if (quiet) fields.set('quietFrom', quiet.from)
  if (quiet) fields.set('quietTo', quiet.to)
  if (changes) fields.set('tellChanges', '1')
}

export function putEventReminders(
  fields: URLSearchParams,
  { minutes, daysBefore, allDay, tickets }: EventReminders,
  isOwn: boolean,
): void {
  fields.set('remind', isOwn ? 'own' : 'link')
  putMinutes(fields, RING, minutes)
  for (const { days, at } of daysBefore) fields.append('dayRing', `${days} ${at}`)
  for (const { days, at } of allDay) fields.append('allDayRing', `${days} ${at}`)
  putMinutes(fields, TICKETS, tickets)
}
