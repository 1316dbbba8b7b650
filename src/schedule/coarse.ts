// What a row leaves unsaid because its kind of file cannot say it, and so leaves as it is.

import type { Facts, Location } from './event.ts'
import type { Row, SaidFacts } from './row.ts'
import { placeIn, wallTime } from './zones.ts'

/** The row as it would be if its file knew what the event's facts know. */
export function refined(before: Facts, row: Row): Row {
  if (!row.tellsOf) return row
  const facts: SaidFacts = {
    ...row.facts,
    ...ownZone(before, row),
    ...texts(before, row.facts),
    ...place(before.location, row.facts.location),
  }
  const told = row.tellsOf === 'our-feed' ? ourFeed(before, { ...row, facts }) : { ...row, facts }
  // iCalendar has no word for what is over.
  return before.status === 'ended' && told.status === 'confirmed'
    ? { ...told, status: 'ended' }
    : told
}

/** An instant says nothing of a zone, nor does a date. */
function ownZone(before: Facts, { facts, zoneUnsaid }: Row): SaidFacts {
  const { start, end, allDay, timezone = 'UTC', rrule } = facts
  if (!zoneUnsaid || !start) return {}
  if (allDay) return { timezone: before.timezone }
  if (rrule || before.rrule !== null || before.timezone === timezone) return {}
  const local = (time: string) => wallTime(placeIn(time, timezone).instant, before.timezone)
  return {
    ...{ timezone: before.timezone, start: local(start) },
    ...(end ? { end: local(end) } : {}),
  }
}

/** Feeds cut what is too long. */
function texts(before: Facts, said: SaidFacts): SaidFacts {
  const kept = (now: string | null | undefined, then: string | null) =>
    now?.endsWith('…') && then?.startsWith(now.slice(0, -1)) ? then : now
  const { title, description } = said
  return {
    ...(title === undefined ? {} : { title: kept(title, before.title) ?? title }),
    ...(description === undefined ? {} : { description: kept(description, before.description) }),
  }
}

/** LOCATION is name and address on one line. */
function place(before: Location | null, said: SaidFacts['location']): SaidFacts {
  if (!before || !said) return {}
  const line = (one: Partial<Location>) => [one.name, one.address].filter(Boolean).join(', ')
  if (line(before) !== line(said)) return {}
  const near = (a: number | null, b: number | null | undefined) =>
    b == null || (a !== null && Math.abs(a - b) < 0.000_001)
  const { latitude, longitude } = before
  if (near(latitude, said.latitude) && near(longitude, said.longitude)) return { location: before }
  return { location: { latitude: said.latitude ?? null, longitude: said.longitude ?? null } }
}

/** A cancelled event's title does not say that its time was open, or that it was sold out. */
function ourFeed(before: Facts, row: Row): Row {
  const { status, facts } = row
  const silent = status === 'cancelled' || status === 'postponed'
  const open = facts.timeTbd === true && status === undefined
  const unset = before.status === 'cancelled' || before.status === 'postponed'
  const over = before.status === 'ended' && (status === 'confirmed' || open)
  return {
    ...row,
    ...(open ? { status: unset ? 'tentative' : before.status } : {}),
    facts: {
      ...facts,
      ...(silent && facts.allDay ? { timeTbd: before.timeTbd } : {}),
      ...(silent || over ? { soldOut: before.soldOut } : {}),
      ...(sameLinks(before, facts) ? { links: before.links } : {}),
    },
  }
}

/** Feeds list links in an order of their own. */
function sameLinks(before: Facts, { links = [] }: SaidFacts): boolean {
  const set = (all: Facts['links']) =>
    all
      .map(({ label, url }) => `${label} ${url}`)
      .sort()
      .join('\n')
  return set(before.links) === set(links)
}
