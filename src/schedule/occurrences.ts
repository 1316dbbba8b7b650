// When an event happens: its span as instants, and each happening of a series.

import type { Facts, Override, Translation } from './event.ts'
import { MINUTE, secondsFrom } from './instants.ts'
import { expandStarts, lastStart } from './recurrence.ts'
import { addDays, instantWithOffset, placeIn } from './zones.ts'

const DAY_MS = 86_400_000
const ENDLESS = '9999-12-31T23:59:59Z'

export interface Span {
  /** Instants, `2026-04-01T09:30:00Z`; the end is exclusive. */
  startsAt: string
  endsAt: string
}

/** Of a single event, or of a whole series from its first start to its last possible end. */
export function spanOf(facts: Facts, defaultMinutes: number): Span {
  const first = spanFrom(facts, facts.start, facts.end, defaultMinutes)
  if (facts.rrule === null) return first
  const last = lastStart(facts)
  const spans = [
    first,
    ...(last === null ? [] : [spanFrom(facts, last, endFrom(facts, last), defaultMinutes)]),
    ...facts.overrides.map((override) => spanOf(overriddenFacts(facts, override), defaultMinutes)),
  ]
  const startsAt = spans.map((span) => span.startsAt).reduce((a, b) => (a < b ? a : b))
  const endsAt = spans.map((span) => span.endsAt).reduce((a, b) => (a > b ? a : b))
  return { startsAt, endsAt: last === null ? ENDLESS : endsAt }
}

/** One happening of a series by its own facts: an event that does not recur. */
export function overriddenFacts(series: Facts, { recurrenceId, facts }: Override): Facts {
  return {
    ...series,
    ...{ start: recurrenceId, end: endFrom(series, recurrenceId) },
    ...{ rrule: null, exdates: [], overrides: [] },
    translations: unlessOwn(series.translations, facts),
    ...facts,
  }
}

/** A happening's own words are not the series' in another language. */
const unlessOwn = (translations: Facts['translations'], own: Override['facts']) =>
  Object.fromEntries(
    Object.entries(translations).map(([language, texts]) => [
      language,
      Object.fromEntries(
        Object.entries(texts).filter(([field]) => own[field as keyof Translation] === undefined),
      ),
    ]),
  )

export interface Occurrence {
  /** Local, in the form of the event's own start and end. */
  start: string
  end: string | null
  /** With the zone's offset. */
  startsAt: string
  endsAt: string
  startInstant: string
  endInstant: string
  /** The start that its rule makes. */
  recurrenceId: string
  /** Its own, where it differs from its series. */
  facts: Facts
}

/** What overlaps the range of instants, `to` exclusive; the first `limit` by start. */
export function occurrencesOf(
  facts: Facts,
  from: string,
  to: string,
  defaultMinutes: number,
  limit: number,
): Occurrence[] {
  const differing = new Map(facts.overrides.map((override) => [override.recurrenceId, override]))
  const regular = startsOf(facts, from, to, limit + differing.size)
    .filter((start) => !differing.has(start))
    .map((start) => {
      const end = start === facts.start ? facts.end : endFrom(facts, start)
      return happening({ ...facts, start, end }, start, defaultMinutes)
    })
  return [...regular, ...overriddenHappenings(facts, defaultMinutes)]
    .filter(({ startInstant, endInstant }) => startInstant < to && endInstant > from)
    .sort((a, b) => (a.startInstant < b.startInstant ? -1 : 1))
    .slice(0, limit)
}

/** The happenings of a series that are not as its rule says, in the order of its overrides. */
export const overriddenHappenings = (facts: Facts, defaultMinutes: number): Occurrence[] =>
  facts.overrides.map((override) =>
    happening(overriddenFacts(facts, override), override.recurrenceId, defaultMinutes),
  )

function happening(facts: Facts, recurrenceId: string, defaultMinutes: number): Occurrence {
  const { start, end, timezone } = facts
  const { startsAt, endsAt } = spanFrom(facts, start, end, defaultMinutes)
  return {
    ...{ start, end, recurrenceId, facts, startInstant: startsAt, endInstant: endsAt },
    startsAt: instantWithOffset(startsAt, timezone),
    endsAt: instantWithOffset(endsAt, timezone),
  }
}

/** A day more on either side, since the range's days are UTC's and the event's are its zone's. */
function startsOf(facts: Facts, from: string, to: string, limit: number): string[] {
  if (facts.rrule === null) return [facts.start]
  const days = Math.ceil(lengthOf(facts) / DAY_MS)
  return expandStarts(
    facts,
    addDays(clampDate(from), -days - 2),
    addDays(clampDate(to), 2),
    limit + days + 3,
  )
}

/** Dates far outside any schedule break arithmetic on them. */
const clampDate = (instant: string): string => {
  const date = instant.slice(0, 10)
  return date < '1900-01-01' ? '1900-01-01' : date > '2300-01-01' ? '2300-01-01' : date
}

/** Milliseconds by the clock on the wall. */
const lengthOf = ({ start, end }: Facts): number =>
  end === null ? 0 : floating(end) - floating(start)

const floating = (local: string): number =>
  Date.parse(local.includes('T') ? `${local}Z` : `${local}T00:00:00Z`)

const endFrom = (facts: Facts, start: string): string | null =>
  facts.end === null
    ? null
    : new Date(floating(start) + lengthOf(facts)).toISOString().slice(0, start.length)

function spanFrom(
  { allDay, timezone }: Facts,
  start: string,
  end: string | null,
  defaultMinutes: number,
): Span {
  if (allDay)
    return {
      startsAt: midnight(start, timezone),
      endsAt: midnight(addDays(end ?? start, 1), timezone),
    }
  const startsAt = placeIn(start, timezone).instant
  const endsAt = end
    ? placeIn(end, timezone).instant
    : secondsFrom(startsAt, defaultMinutes * MINUTE)
  return {
    startsAt,
    endsAt: endsAt > startsAt ? endsAt : secondsFrom(startsAt, defaultMinutes * MINUTE),
  }
}

const midnight = (date: string, zone: string): string => placeIn(`${date}T00:00:00`, zone).instant
