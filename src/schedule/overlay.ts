// What a subscription lays over one event: hidden, a memo, alarms of its own, skipped happenings.

import { clean } from './clean.ts'
import type { Facts } from './event.ts'
import { expandStarts } from './recurrence.ts'
import { checkedEventReminders, type EventReminders } from './reminder-rules.ts'
import { checkedAlarms, invalid, within } from './subscription.ts'
import { addDays } from './zones.ts'

export const MAX_MEMO_UNITS = 1000
/** Happenings of one series. */
export const MAX_SKIPPED = 400
/** Events that one subscription has touched. */
export const MAX_OVERLAYS = 2000
/** Of all of these together: memos, alarms, hidden days and reminders. */
export const MAX_OVERLAY_OCTETS = 1_000_000

export interface Overlay {
  hidden: boolean
  memo: string | null
  /** Minutes before the start; null: as the subscription has it. */
  alarms: number[] | null
  /** Days on which a series is hidden: they hold also when it moves to another hour. */
  skipped: string[]
  /** When an app reminds of it; null: as the subscription has it. No feed shows it. */
  reminders: EventReminders | null
}

export const NO_OVERLAY: Overlay = {
  ...{ hidden: false, memo: null, alarms: null, skipped: [], reminders: null },
}

export const isEmpty = ({ hidden, memo, alarms, skipped, reminders }: Overlay): boolean =>
  !hidden && memo === null && alarms === null && skipped.length === 0 && reminders === null

/** Throws `over_limit` or `choice_invalid`; `skipped` may be dates or starts of the event's rule. */
export function checkedOverlay(overlay: Overlay, facts: Facts): Overlay {
  const memo = (overlay.memo && clean(overlay.memo).trim()) || null
  within('memo', MAX_MEMO_UNITS, memo?.length ?? 0)
  within('skipped', MAX_SKIPPED, overlay.skipped.length)
  const skipped = [...new Set(overlay.skipped.map((start) => start.slice(0, 10)))].sort()
  for (const day of skipped)
    if (!startOn(facts, day)) throw invalid('skipped', day, facts.rrule ?? 'RRULE')
  const alarms = overlay.alarms && checkedAlarms(overlay.alarms)
  const reminders = overlay.reminders && checkedEventReminders(overlay.reminders)
  return { hidden: overlay.hidden, memo, alarms, skipped, reminders }
}

const DATE = /^\d{4}-\d{2}-\d{2}$/

/** The start that a series has on a day; undefined when it has none. */
export const startOn = (facts: Facts, day: string): string | undefined =>
  facts.rrule !== null && DATE.test(day) && !Number.isNaN(Date.parse(day))
    ? expandStarts(facts, day, addDays(day, 1), 1)[0]
    : undefined
