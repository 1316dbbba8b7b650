// Quiet hours for changes, and for what is late: what is not due till the morning waits for it.

import { HOUR, secondsFrom } from '../schedule/instants.ts'
import { remindersChosen } from '../schedule/reminder-rules.ts'
import { addDays, placeIn, wallTime } from '../schedule/zones.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { zoneOf } from '../subscriptions/reminders.ts'

/** Now; or when the quiet hours end, where whoever is told then can still come, or stay. */
export function afterQuiet(subscription: Subscription, now: string, end: string): string {
  const ends = quietUntil(subscription, now)
  return ends !== null && ends < secondsFrom(end, -HOUR) ? ends : now
}

/** Null where it is not quiet now. */
export function quietUntil({ choices, followed }: Subscription, now: string): string | null {
  const { quiet } = remindersChosen(choices)
  if (quiet === null) return null
  const zone = zoneOf({ choices, followed })
  const wall = wallTime(now, zone)
  const [date, time] = [wall.slice(0, 10), wall.slice(11, 16)]
  const { from, to } = quiet
  const across = from > to
  const isQuiet = across ? time >= from || time < to : time >= from && time < to
  if (!isQuiet) return null
  const morning = across && time >= from ? addDays(date, 1) : date
  return placeIn(`${morning}T${to}:00`, zone).instant
}
