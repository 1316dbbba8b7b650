// What rings when in a subscription: its events' reminders, ready to be shown, in their order.

import type { Config } from '../config.ts'
import type { Ports } from '../ports.ts'
import { type Rules, rulesFor } from '../schedule/reminder-rules.ts'
import type { ReminderKind } from '../schedule/reminders.ts'
import type { Range } from '../storage/events.ts'
import { overlaysOf } from '../storage/overlays.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { type Reader, reminderText } from './reminder-text.ts'
import { type Ringing, ringingIn } from './ringing.ts'

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
  const asking = { range, rules, zone: reader.zone, after, limit }
  const ringing = await ringingIn(db, { followed, choices, overlays }, asking)
  return ringing.map((each) => due(each, reader, config))
}

/** What rules reach farthest for. */
const DECIDED = { timeTbd: false }

/** Its owner's, else its first calendar's. */
export const zoneOf = ({ choices, followed }: Pick<Subscription, 'choices' | 'followed'>): string =>
  choices.timezone ?? followed[0]?.calendar.settings.timezone ?? 'UTC'

const rings = ({ minutes, daysBefore, allDay, tickets }: Rules): boolean =>
  [minutes, daysBefore, allDay, tickets].some((list) => list.length > 0)

function due(ringing: Ringing, reader: Reader, config: Config): DueReminder {
  const { uid, reminder } = ringing
  const { at, key, kind, minutes, recurrenceId, occurrence } = reminder
  const { calendar } = ringing.followed
  const { allDay, timeTbd, timezone } = occurrence.facts
  return {
    ...{ at, key, kind, minutes, uid, recurrenceId },
    calendar: `${calendar.partner}/${calendar.slug}`,
    ...reminderText(reminder, reader, calendar.settings.language),
    ...{ startsAt: occurrence.startsAt, allDay, timeTbd, timezone },
    url: urlOf(ringing, config),
  }
}

/** Where tickets are, for those; else what the partner says of it, else its page here. */
function urlOf({ followed, uid, reminder }: Ringing, { publicUrl }: Config) {
  const { calendar, address } = followed
  const { links, audience } = reminder.occurrence.facts
  const linked = (label: string) => links.find((link) => link.label === label)?.url
  const ticket = reminder.kind === 'tickets' ? linked('ticket') : undefined
  const page = `${publicUrl}/${calendar.partner}/${address}/${encodeURIComponent(uid)}`
  return ticket ?? linked('info') ?? (audience === null ? page : null)
}
