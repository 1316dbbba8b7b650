// Lays what a row says over what is known of its event.

import { refined } from './coarse.ts'
import {
  bareFacts,
  dateOf,
  type EventState,
  type Facts,
  type Location,
  type Slot,
  type Status,
  slotOf,
  type Translation,
} from './event.ts'
import type { Row, SaidFacts } from './row.ts'
import { defaultKind } from './subject.ts'

/** The facts of a row that is no event yet. */
export function newFacts(row: Row): Facts {
  const { title, start, timezone } = row.facts
  const bare = bareFacts(title ?? '', start ?? '', timezone ?? 'UTC')
  return tidy({ ...overlaidFacts(bare, row.facts), status: row.status ?? 'confirmed' }, row)
}

/** An event's facts after a row spoke of it. */
export function laidFacts({ uid, facts: before, withdrawn }: EventState, said: Row): Facts {
  const row = refined(before, said)
  const status = row.status ?? impliedStatus(before, row, withdrawn)
  const after: Facts = { ...overlaidFacts(before, row.facts), status }
  // An export names by its UID an event that never had an id of its own.
  if (after.externalId === uid) after.externalId = before.externalId
  // A number is of its day: elsewhere it would make the game another one's second.
  if (row.facts.gameNo === undefined && dateOf(after.start) !== dateOf(before.start))
    after.gameNo = null
  if (row.facts.end === undefined) after.end = movedEnd(before, after)
  if (row.facts.reason === undefined && status !== before.status) after.reason = null
  return tidy(after, row)
}

/** The slot to speak of as the original one, when the event no longer has it. */
export function movedFrom(before: EventState, after: Facts): Slot | null {
  if (before.removed) return null
  const original = before.movedFrom ?? slotOf(before.facts)
  return hasMoved(original, after) ? original : null
}

/** A time that becomes known, or unknown, on the same day is no move. */
export function hasMoved(from: Slot, to: Slot): boolean {
  if (dateOf(from.start) !== dateOf(to.start)) return true
  return !from.allDay && !to.allDay && (from.start !== to.start || from.timezone !== to.timezone)
}

function overlaidFacts(before: Facts, facts: SaidFacts): Facts {
  const { location, translations } = facts
  const after = overlaid(before, facts as Partial<Facts>)
  after.location =
    location === undefined ? before.location : laidLocation(before.location, location)
  after.translations = translations
    ? laidTranslations(before.translations, translations)
    : before.translations
  return after
}

/** A file without a status column: what it lists, it says takes place. */
function impliedStatus(before: Facts, { facts }: Row, withdrawn: boolean): Status {
  if (withdrawn) return 'confirmed'
  const dated = facts.start !== undefined && dateOf(facts.start) !== dateOf(before.start)
  const tookNoPlace = before.status === 'postponed' || before.status === 'cancelled'
  return tookNoPlace && dated ? 'confirmed' : before.status
}

/** A file without end columns keeps how long the event lasts. */
function movedEnd(before: Facts, after: Facts): string | null {
  if (!before.end || before.allDay !== after.allDay) return null
  const end = floating(after.start) + floating(before.end) - floating(before.start)
  return new Date(end).toISOString().slice(0, after.start.length)
}

/** Milliseconds of a local time or date, as if its zone had no rules. */
const floating = (local: string): number =>
  Date.parse(local.includes('T') ? `${local}Z` : `${local}T00:00:00Z`)

function tidy(facts: Facts, row: Row): Facts {
  if (row.facts.kind === undefined && facts.kind === 'event') facts.kind = defaultKind(row)
  if (facts.end === facts.start) facts.end = null
  return facts
}

function laidLocation(before: Location | null, said: Partial<Location> | null): Location | null {
  if (said === null) return null
  const none = { name: null, address: null, latitude: null, longitude: null, region: null }
  const after = overlaid<Location>({ ...none, ...before }, said)
  return Object.values(after).every((value) => value === null) ? null : after
}

function laidTranslations(
  before: Facts['translations'],
  said: NonNullable<SaidFacts['translations']>,
): Facts['translations'] {
  const after: Facts['translations'] = { ...before }
  for (const [language, texts] of Object.entries(said)) {
    const laid = Object.entries({ ...before[language], ...texts }).filter(([, text]) => text)
    if (laid.length > 0) after[language] = Object.fromEntries(laid) as Translation
    else delete after[language]
  }
  return sorted(after)
}

const sorted = <T>(record: Record<string, T>): Record<string, T> =>
  Object.fromEntries(Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1)))

/** A copy of `before` with what `said` defines; in a loop, since files of 50,000 rows come through. */
function overlaid<T extends object>(before: T, said: Partial<T>): T {
  const after = { ...before }
  for (const field of Object.keys(said) as (keyof T)[]) {
    const value = said[field]
    if (value !== undefined) after[field] = value
  }
  return after
}
