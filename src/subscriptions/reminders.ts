// What rings when in a subscription: its events' reminders, ready to be shown, in their order.

import type { Config } from '../config.ts'
import type { Ports } from '../ports.ts'
import { daysAhead, type Rules, rulesFor } from '../schedule/reminder-rules.ts'
import {
  beginningWithin,
  inOrder,
  type Reminder,
  type ReminderKind,
  remindersOf,
} from '../schedule/reminders.ts'
import { addDays } from '../schedule/zones.ts'
import type { Range } from '../storage/events.ts'
import { overlaysOf } from '../storage/overlays.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { nextTurn } from '../storage/turns.ts'
import { type Chosen, chosenEvents } from './choose.ts'
import { type Reader, reminderText } from './reminder-text.ts'

export interface DueReminder {
  /** `2026-04-01T09:30:00Z` */
  at: string
  /** Stays when the event moves; unique in its subscription. */
  key: string
  kind: ReminderKind
  minutes: number | null
  uid: string
  recurrenceId: string | null
  /** `partner/calendar` */
  calendar: string
  title: string
  body: string
  /** With the offset of the event's zone. */
  startsAt: string
  allDay: boolean
  timeTbd: boolean
  timezone: string
  /** Where the partner sends who wants to know more or to buy; null for what only members see. */
  url: string | null
}

interface Asked {
  /** Where a page before ended. */
  after?: Pick<DueReminder, 'at' | 'key'>
  limit?: number
  /** Words that stay true till the event begins, for who may read them on another day. */
  lasting?: boolean
}

type With = Pick<Ports, 'db' | 'config'>

/** By time, then key; `from` inclusive, `to` exclusive. Reads its events, writes nothing. */
export async function dueReminders(
  { db, config }: With,
  subscription: Subscription,
  { from, to }: Range,
  { after, limit = Number.POSITIVE_INFINITY, lasting = false }: Asked = {},
): Promise<DueReminder[]> {
  const { choices, followed, language } = subscription
  const reader = { choices, language, zone: zoneOf(subscription), lasting }
  const overlays = await overlaysOf(db, subscription)
  const rules = [null, ...overlays.values()].map((overlay) => rulesFor(choices, overlay, DECIDED))
  if (!rules.some(rings)) return []
  const range = { from: after && after.at > from ? after.at : from, to }
  const chosen = await chosenEvents(db, { followed, choices, overlays }, soughtFor(rules, range))
  const found: Ringing[] = []
  for (const part of partsOf(range, limit)) {
    const ringing = chosen
      .flatMap((each) => ringingOf(each, reader, part))
      .filter(({ reminder }) => !after || inOrder(after, reminder) < 0)
    for (const each of ringing.sort((a, b) => inOrder(a.reminder, b.reminder))) found.push(each)
    if (found.length >= limit) break
    await nextTurn()
  }
  return found.slice(0, limit).map((each) => due(each, reader, config))
}

const DAY_MS = 86_400_000

/** A page of a busy calendar is full after a day: no more of it is computed. */
function* partsOf({ from, to }: Range, limit: number): Generator<Range> {
  if (limit === Number.POSITIVE_INFINITY) return yield { from, to }
  for (let [begin, days] = [from, 1]; begin < to; days *= 2) {
    const end = `${new Date(Date.parse(begin) + days * DAY_MS).toISOString().slice(0, 19)}Z`
    yield { from: begin, to: end < to ? end : to }
    begin = end
  }
}

/** What rules reach farthest for. */
const DECIDED = { timeTbd: false }

/** Its owner's, else its first calendar's. */
export const zoneOf = ({ choices, followed }: Pick<Subscription, 'choices' | 'followed'>): string =>
  choices.timezone ?? followed[0]?.calendar.settings.timezone ?? 'UTC'

const rings = ({ minutes, daysBefore, allDay, tickets }: Rules): boolean =>
  [minutes, daysBefore, allDay, tickets].some((list) => list.length > 0)

const DAY_MINUTES = 1440

/** Events beyond the range count as far as a rule reaches; tickets open long before. */
function soughtFor(rules: readonly Rules[], range: Range) {
  const days = Math.max(...rules.map(daysAhead))
  const tickets = rules.flatMap((each) => each.tickets)
  if (tickets.length === 0) return { range: beginningWithin(range, days) }
  const ahead = Math.ceil(Math.max(...tickets) / DAY_MINUTES) + 3
  const opening = {
    from: addDays(range.from.slice(0, 10), -2),
    to: addDays(range.to.slice(0, 10), ahead),
  }
  return { range: beginningWithin(range, days), tickets: opening }
}

interface Ringing {
  chosen: Chosen
  reminder: Reminder
}

function ringingOf(chosen: Chosen, { choices, zone }: Reader, range: Range): Ringing[] {
  const { calendar, event, shown, overlay } = chosen
  const { defaultMinutes } = calendar.settings
  const about = { uid: event.uid, facts: shown, defaultMinutes }
  return remindersOf(about, rulesFor(choices, overlay, event.facts), zone, range).map(
    (reminder) => {
      return { chosen, reminder }
    },
  )
}

function due({ chosen, reminder }: Ringing, reader: Reader, config: Config): DueReminder {
  const { at, key, kind, minutes, recurrenceId, occurrence } = reminder
  const { calendar, event } = chosen
  const { allDay, timeTbd, timezone } = occurrence.facts
  return {
    ...{ at, key, kind, minutes, uid: event.uid, recurrenceId },
    calendar: `${calendar.partner}/${calendar.slug}`,
    ...reminderText(reminder, reader, calendar.settings.language),
    ...{ startsAt: occurrence.startsAt, allDay, timeTbd, timezone },
    url: urlOf(chosen, reminder, config),
  }
}

/** Where tickets are, for those; else what the partner says of it, else its page here. */
function urlOf({ calendar, address, event }: Chosen, reminder: Reminder, { publicUrl }: Config) {
  const { links, audience } = reminder.occurrence.facts
  const linked = (label: string) => links.find((link) => link.label === label)?.url
  const ticket = reminder.kind === 'tickets' ? linked('ticket') : undefined
  const page = `${publicUrl}/${calendar.partner}/${address}/${encodeURIComponent(event.uid)}`
  return ticket ?? linked('info') ?? (audience === null ? page : null)
}
