// When an event happens: its span as instants, and each happening of a series.

import type { Facts } from './event.ts'
import { expandDates, lastDate } from './recurrence.ts'
import { addDays, instantWithOffset, placeIn } from './zones.ts'

const MINUTE_MS = 60_000
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
  const last = lastDate(facts)
  if (last === null) return { startsAt: first.startsAt, endsAt: ENDLESS }
  const { endsAt } = spanFrom(facts, last, endFrom(facts, last), defaultMinutes)
  return { startsAt: first.startsAt, endsAt: endsAt > first.endsAt ? endsAt : first.endsAt }
}

export interface Occurrence {
  /** Local, in the form of the event's own start and end. */
  start: string
  end: string | null
  /** With the zone's offset. */
  startsAt: string
  endsAt: string
  startInstant: string
  endInstant: string
}

/** What overlaps the range of instants, `to` exclusive; the first `limit` by start. */
export function occurrencesOf(
  facts: Facts,
  from: string,
  to: string,
  defaultMinutes: number,
  limit: number,
): Occurrence[] {
  return startsOf(facts, from, to, limit)
    .map((start): Occurrence => {
      const end = start === facts.start ? facts.end : endFrom(facts, start)
      const { startsAt, endsAt } = spanFrom(facts, start, end, defaultMinutes)
      return {
        ...{ start, end, startInstant: startsAt, endInstant: endsAt },
        startsAt: instantWithOffset(startsAt, facts.timezone),
        endsAt: instantWithOffset(endsAt, facts.timezone),
      }
    })
    .filter(({ startInstant, endInstant }) => startInstant < to && endInstant > from)
    .slice(0, limit)
}

/** A day more on either side, since the range's days are UTC's and the event's are its zone's. */
function startsOf(facts: Facts, from: string, to: string, limit: number): string[] {
  if (facts.rrule === null) return [facts.start]
  const length = daysOf(facts)
  return expandDates(
    facts,
    addDays(clampDate(from), -length - 2),
    addDays(clampDate(to), 2),
    limit + length + 3,
  )
}

/** Dates far outside any schedule break arithmetic on them. */
const clampDate = (instant: string): string => {
  const date = instant.slice(0, 10)
  return date < '1900-01-01' ? '1900-01-01' : date > '2300-01-01' ? '2300-01-01' : date
}

const daysOf = ({ start, end }: Facts): number =>
  end === null ? 0 : Math.round((Date.parse(end) - Date.parse(start)) / (24 * 60 * MINUTE_MS))

const endFrom = (facts: Facts, start: string): string | null =>
  facts.end === null ? null : addDays(start, daysOf(facts))

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
  const endsAt = end ? placeIn(end, timezone).instant : later(startsAt, defaultMinutes)
  return { startsAt, endsAt: endsAt > startsAt ? endsAt : later(startsAt, defaultMinutes) }
}

const midnight = (date: string, zone: string): string => placeIn(`${date}T00:00:00`, zone).instant

const later = (instant: string, minutes: number): string =>
  `${new Date(Date.parse(instant) + minutes * MINUTE_MS).toISOString().slice(0, 19)}Z`
