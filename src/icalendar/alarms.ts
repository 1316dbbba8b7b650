// Alarms of a personal feed: what rings when, as VALARM.

import type { Facts } from '../schedule/event.ts'
import type { Overlay } from '../schedule/overlay.ts'
import { SILENT } from '../schedule/reminder-rules.ts'
import type { Choices } from '../schedule/subscription.ts'

const DAY_MINUTES = 1440

/** Minutes before the start; nothing rings for what is cancelled, postponed or without a time yet. */
export function alarmsOf(
  facts: Facts,
  { alarms, eveningBefore }: Pick<Choices, 'alarms' | 'eveningBefore'>,
  overlay: Pick<Overlay, 'alarms'> | null,
): number[] {
  if (facts.timeTbd || SILENT.includes(facts.status)) return []
  if (overlay?.alarms) return overlay.alarms
  if (!facts.allDay) return alarms
  return eveningBefore === null ? [] : [DAY_MINUTES - minutesOf(eveningBefore)]
}

function minutesOf(time: string): number {
  const [hours = 0, minutes = 0] = time.split(':').map(Number)
  return hours * 60 + minutes
}

/** As logical lines; `title` is escaped already. */
export const alarmLines = (minutes: readonly number[], title: string): string[] =>
  minutes.flatMap((before) => [
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${title}`,
    before === 0 ? 'TRIGGER:PT0S' : `TRIGGER:-PT${before}M`,
    'END:VALARM',
  ])
