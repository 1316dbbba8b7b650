// A stored series with fewer happenings: its rule, its exceptions, and which of its parts are left.

import type { Facts } from '../schedule/event.ts'
import { startOn } from '../schedule/overlay.ts'
import { addDays } from '../schedule/zones.ts'
import { nameOf, valueIn } from './components.ts'
import { localValue } from './series.ts'

interface Shown {
  state: { uid: string; facts: Facts }
  /** The same facts where nothing is left out. */
  shown: Facts
}

/** Whether one VEVENT of the event is still in it. */
export function isShown(
  lines: readonly string[],
  { state: { uid, facts }, shown }: Shown,
): boolean {
  if (shown === facts) return true
  const id = lines.find((line) => nameOf(line) === 'RECURRENCE-ID')?.slice('RECURRENCE-ID'.length)
  if (id) return shown.overrides.some(({ recurrenceId }) => localValue(recurrenceId, facts) === id)
  const alone = valueIn(lines, 'UID')?.slice(uid.length + 1)
  return !alone || isMade(shown, alone)
}

/** `digits`: a start as iCalendar writes it. */
const isMade = (shown: Facts, digits: string): boolean =>
  startOn(shown, dayOf(digits))?.replace(/[-:]/g, '') === digits.replace(/Z$/, '')

const dayOf = (digits: string): string =>
  `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6, 8)}`

/** The lines of the series itself, of which the rule and its exceptions are written as shown. */
export function shownLines(lines: readonly string[], { state: { facts }, shown }: Shown): string[] {
  if (shown === facts || !lines.some((line) => nameOf(line) === 'RRULE')) return [...lines]
  const value = (line: string) => line.slice(line.indexOf(':') + 1)
  const rule = { ...shown, exdates: [] }
  const kept = lines
    .filter((line) => nameOf(line) === 'EXDATE' && isMade(rule, value(line)))
    .concat(shown.exdates.map((start) => `EXDATE${localValue(start, facts)}`))
  const exceptions = [...new Set(kept)].sort()
  const days =
    (Date.parse(shown.start.slice(0, 10)) - Date.parse(facts.start.slice(0, 10))) / DAY_MS
  return lines.flatMap((line) => {
    switch (nameOf(line)) {
      case 'DTSTART':
      case 'DTEND':
        return [shifted(line, days)]
      case 'RRULE':
        return [`RRULE:${shown.rrule}`, ...exceptions]
      case 'EXDATE':
        return []
      default:
        return [line]
    }
  })
}

const DAY_MS = 86_400_000

function shifted(line: string, days: number): string {
  const place = line.indexOf(':') + 1
  const digits = line.slice(place)
  return `${line.slice(0, place)}${addDays(dayOf(digits), days).replaceAll('-', '')}${digits.slice(8)}`
}
