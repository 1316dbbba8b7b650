// When somebody wants to be reminded: the rules of a subscription and of one event, and their bounds.

import type { Facts } from './event.ts'
import type { Overlay } from './overlay.ts'
import { type Choices, invalid, MAX_ALARM_MINUTES, within } from './subscription.ts'

/** Of one list. */
export const MAX_REMINDERS = 5
export const MAX_REMINDER_DAYS = 30

/** So many days before, at a wall time of the person's zone: `20:00`. */
export interface DayRule {
  days: number
  at: string
}

export interface EventReminders {
  /** Minutes before the start of a timed event. */
  minutes: number[]
  /** Days before a timed event. */
  daysBefore: DayRule[]
  /** Days before an all-day event, and before one whose time is not known yet. */
  allDay: DayRule[]
  /** Minutes before tickets open. */
  tickets: number[]
}

export const NO_REMINDERS: EventReminders = {
  ...{ minutes: [], daysBefore: [], allDay: [], tickets: [] },
}

/** From inclusive, to exclusive, by the wall clock; it may cross midnight. */
export interface Quiet {
  from: string
  to: string
}

export interface Reminders extends EventReminders {
  /** What would ring in it rings a minute before it begins. */
  quiet: Quiet | null
  /** Whether what changes near an event is pushed. */
  changes: boolean
}

/** What holds for one event. */
export type Rules = EventReminders & Pick<Reminders, 'quiet'>

/** There is nothing to come, or no time to come at. */
export const SILENT: readonly Facts['status'][] = ['postponed', 'cancelled', 'ended']

type Chosen = Pick<Choices, 'reminders' | 'alarms' | 'eveningBefore'>

/** Who chose no reminders is reminded as their feed's alarms ring. */
export const remindersChosen = ({ reminders, alarms, eveningBefore }: Chosen): Reminders =>
  reminders ?? {
    ...{ minutes: alarms, daysBefore: [], tickets: [], quiet: null, changes: true },
    allDay: eveningBefore === null ? [] : [{ days: 1, at: eveningBefore }],
  }

/**
 * An event's own rules stand for the subscription's; else its own alarms for what rings before it.
 * They are no rule for one without a time yet: minutes before its midnight would be a made-up time.
 */
export function rulesFor(
  choices: Chosen,
  overlay: Pick<Overlay, 'alarms' | 'reminders'> | null,
  { timeTbd }: Pick<Facts, 'timeTbd'>,
): Rules {
  const { changes: _, ...rules } = remindersChosen(choices)
  if (overlay?.reminders) return { ...overlay.reminders, quiet: rules.quiet }
  if (!overlay?.alarms) return rules
  const { alarms } = overlay
  if (alarms.length === 0) return { ...NO_REMINDERS, tickets: rules.tickets, quiet: rules.quiet }
  const allDay = timeTbd ? rules.allDay : alarms.map(beforeMidnight)
  return { ...rules, minutes: alarms, allDay }
}

const DAY_MINUTES = 1440

/** 240 → the day before at 20:00, as an alarm of an all-day event rings. */
function beforeMidnight(minutes: number): DayRule {
  const days = Math.ceil(minutes / DAY_MINUTES)
  const clock = days * DAY_MINUTES - minutes
  const pad = (value: number) => String(value).padStart(2, '0')
  return { days, at: `${pad(Math.floor(clock / 60))}:${pad(clock % 60)}` }
}

/** How many days before an event begins the earliest of its reminders may ring, quiet hours and all. */
export const daysAhead = ({ minutes, daysBefore, allDay, quiet }: Rules): number =>
  Math.max(
    ...minutes.map((each) => Math.ceil(each / DAY_MINUTES)),
    ...[...daysBefore, ...allDay].map(({ days }) => days + 1),
    0,
  ) + (quiet ? 1 : 0)

/** Throws `over_limit` or `choice_invalid`; lists become sets, the farthest first. */
export function checkedReminders(reminders: Reminders | null): Reminders | null {
  if (reminders === null) return null
  const { quiet, changes } = reminders
  if (quiet !== null) {
    checkedClock('reminders.quiet.from', quiet.from)
    checkedClock('reminders.quiet.to', quiet.to)
    if (quiet.from === quiet.to) throw invalid('reminders.quiet.to', quiet.to, `≠ ${quiet.from}`)
  }
  return { ...checkedEventReminders(reminders), quiet, changes }
}

export const checkedEventReminders = (rules: EventReminders): EventReminders => ({
  minutes: checkedMinutes('reminders.minutes', rules.minutes),
  daysBefore: checkedDays('reminders.daysBefore', rules.daysBefore),
  allDay: checkedDays('reminders.allDay', rules.allDay),
  tickets: checkedMinutes('reminders.tickets', rules.tickets),
})

function checkedMinutes(field: string, minutes: readonly number[]): number[] {
  const set = [...new Set(minutes)].sort((a, b) => b - a)
  within(field, MAX_REMINDERS, set.length)
  for (const each of set) checkedWhole(field, each, MAX_ALARM_MINUTES)
  return set
}

function checkedDays(field: string, rules: readonly DayRule[]): DayRule[] {
  const set = new Map(rules.map(({ days, at }) => [`${days} ${at}`, { days, at }]))
  within(field, MAX_REMINDERS, set.size)
  for (const { days, at } of set.values()) {
    checkedWhole(`${field}.days`, days, MAX_REMINDER_DAYS)
    checkedClock(`${field}.at`, at)
  }
  return [...set.values()].sort((a, b) => b.days - a.days || (a.at < b.at ? -1 : 1))
}

function checkedClock(field: string, time: string): void {
  if (!/^([01]\d|2[0-3]):[0-5]\d$/.test(time)) throw invalid(field, time, '20:00')
}

function checkedWhole(field: string, value: number, limit: number): void {
  if (!Number.isInteger(value) || value < 0 || value > limit)
    throw invalid(field, String(value), `0–${limit}`)
}
