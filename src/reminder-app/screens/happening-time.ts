// On which days a happening stands here, and what its clock says: nothing is made up where no time
// is decided.

import type { Happening } from '../engine.ts'
import { addDays, clock, dateOf, dayText, deviceZone, zoneName } from './dates.ts'
import type { AllWords, Language } from './words.ts'

type Slot = Pick<
  Happening,
  'start' | 'end' | 'startsAt' | 'endsAt' | 'allDay' | 'timeTbd' | 'timezone'
>

/** Without a clock of its own: all day, or its time is not decided. */
export const isDay = ({ allDay, timeTbd }: Slot): boolean => allDay || timeTbd

export const firstDay = (slot: Slot): string =>
  isDay(slot) ? slot.start.slice(0, 10) : dateOf(slot.startsAt)

/** What ends at midnight does not stand on the day that begins then. */
export function lastDay(slot: Slot): string {
  if (isDay(slot)) return (slot.end ?? slot.start).slice(0, 10)
  const last = dateOf(new Date(Date.parse(slot.endsAt) - 1))
  return last < firstDay(slot) ? firstDay(slot) : last
}

export function clockOf(slot: Slot, language: Language, words: AllWords): string {
  if (slot.timeTbd) return words.when.tbd
  return slot.allDay ? words.when.allDay : clock(slot.startsAt, language)
}

/** `21:00`, or the day and clock at which it ends; null where nobody said. */
export function endOf(slot: Slot, language: Language): string | null {
  if (isDay(slot) || slot.end === null) return null
  const day = dateOf(slot.endsAt)
  const text = clock(slot.endsAt, language)
  const overnight = Date.parse(slot.endsAt) - Date.parse(slot.startsAt) < 86_400_000
  return day === firstDay(slot) || overnight ? text : `${dayText(day, language)} ${text}`
}

/** What clocks say where it takes place, when they say something else than here. */
export function thereOf(slot: Slot, language: Language, words: AllWords): string | null {
  if (isDay(slot) || slot.timezone === deviceZone()) return null
  const there = clock(slot.startsAt, language, slot.timezone)
  if (there === clock(slot.startsAt, language)) return null
  return words.when.there(there, zoneName(slot.timezone, language))
}

/** Day and clock in one line; the joiner keeps both clocks together. */
export function whenText(slot: Slot, language: Language, words: AllWords): string {
  const [first, last] = [firstDay(slot), lastDay(slot)]
  const from = dayText(first, language)
  if (isDay(slot)) {
    const days = first === last ? from : `${from} – ${dayText(last, language)}`
    return slot.timeTbd || first === last ? `${days} ${clockOf(slot, language, words)}` : days
  }
  const end = endOf(slot, language)
  return `${from} ${clockOf(slot, language, words)}${end ? `–\u2060${end}` : ''}`
}

/** For `<time datetime>`. */
export const datetimeOf = (slot: Slot): string =>
  isDay(slot) ? slot.start.slice(0, 10) : slot.startsAt

/** Eight in the evening before, as minutes before the start. */
export function eveningBefore(slot: Slot): number {
  const evening = new Date(`${addDays(dateOf(slot.startsAt), -1)}T20:00:00`)
  return Math.round((Date.parse(slot.startsAt) - evening.getTime()) / 60_000)
}
