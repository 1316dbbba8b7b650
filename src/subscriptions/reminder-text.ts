// What a reminder says: the event's title, and when and where by its owner's clock.

import { titleOf, translated } from '../icalendar/personal-text.ts'
import { cut, oneLine } from '../icalendar/text.ts'
import type { Reminder } from '../schedule/reminders.ts'
import type { Choices } from '../schedule/subscription.ts'
import { type Words, wordsFor } from '../schedule/words.ts'
import { addDays, wallTime } from '../schedule/zones.ts'

/** A notification shows no more of it. */
const MAX_PLACE_UNITS = 80

export interface Reader {
  choices: Choices
  /** Of what Kalends itself says. */
  language: 'ko' | 'en'
  zone: string
  /** It may be read on another day than the one it rings on: tomorrow is a date then. */
  lasting: boolean
}

/** `calendarLanguage` is of events that do not say theirs. */
export function reminderText(
  { at, opensAt, occurrence }: Pick<Reminder, 'at' | 'opensAt' | 'occurrence'>,
  { choices, language, zone, lasting }: Reader,
  calendarLanguage: string,
): { title: string; body: string } {
  const words = wordsFor(language)
  const { facts, startInstant, start } = occurrence
  const today = wallTime(at, zone).slice(0, 10)
  const day = (date: string) => dayText(date, { today, lasting }, words)
  const moment = (instant: string) => {
    const wall = wallTime(instant, zone)
    return `${day(wall.slice(0, 10))} ${wall.slice(11, 16)}`
  }
  const told = choices.language === null ? facts : translated(facts, choices.language)
  const parts = [
    opensAt === null ? '' : `${moment(opensAt)} ${words.ticketsOpen}`,
    facts.allDay ? day(start) : moment(startInstant),
    cut(oneLine(told.location?.name ?? ''), MAX_PLACE_UNITS),
  ]
  return {
    title: titleOf(facts, choices, calendarLanguage),
    body: parts.filter(Boolean).join(' · '),
  }
}

interface Seen {
  /** On which it rings. */
  today: string
  lasting: boolean
}

function dayText(date: string, { today, lasting }: Seen, words: Words): string {
  if (date === today) return words.today
  if (!lasting && date === addDays(today, 1)) return words.tomorrow
  const [year = 0, month = 0, day = 0] = date.split('-').map(Number)
  const other = date.slice(0, 4) !== today.slice(0, 4)
  const weekday = words.weekdays[new Date(`${date}T00:00:00Z`).getUTCDay()] ?? ''
  return words.onDay(words.day(year, month, day, other), weekday)
}
