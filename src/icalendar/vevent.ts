// One event as one VEVENT: written once, at publication, the same bytes for the same state.

import ical, { ICalEventBusyStatus, ICalEventStatus, ICalEventTransparency } from 'ical-generator'
import type { EventState, Facts } from '../schedule/event.ts'
import { overriddenFacts, spanOf } from '../schedule/occurrences.ts'
import { addDays, placeIn, utcDateTime, wallTime } from '../schedule/zones.ts'
import { descriptionOf, locationOf, summaryOf } from './description.ts'
import { awkwardStarts, localValue, overridden, recurrenceLines } from './series.ts'
import { encodeUri, fold, oneLine, quoteParameter } from './text.ts'

export interface Stamp {
  /** When the publication was that last changed the event: DTSTAMP and LAST-MODIFIED. */
  publishedAt: string
}

export interface Rendering {
  language: string
  /** How long a timed event without an end lasts. */
  defaultMinutes: number
}

/** One VEVENT; of a series also one for each happening that differs or must stand alone. */
export function renderEvent(state: EventState, stamp: Stamp, rendering: Rendering): string {
  const alone = awkwardStarts(state.facts, rendering.defaultMinutes)
  const series = state.facts.rrule === null ? null : state.facts
  return [
    renderOne(state, { stamp, rendering, lines: recurrenceLines(state.facts, alone) }),
    ...overridden(state)
      .filter(({ recurrenceId }) => !alone.includes(recurrenceId))
      .map(({ recurrenceId, state: differing }) =>
        renderOne(differing, {
          ...{ stamp, rendering, within: series },
          lines: [`RECURRENCE-ID${localValue(recurrenceId, state.facts)}`],
        }),
      ),
    ...alone.map((start) =>
      renderOne(standingAlone(state, start), { stamp, rendering, lines: [] }),
    ),
  ].join('')
}

function standingAlone(state: EventState, start: string): EventState {
  const override = state.facts.overrides.find(({ recurrenceId }) => recurrenceId === start)
  const facts = overriddenFacts(state.facts, override ?? { recurrenceId: start, facts: {} })
  return { ...state, uid: `${state.uid}-${start.replace(/[-:]/g, '')}`, facts }
}

interface Part {
  stamp: Stamp
  rendering: Rendering
  /** RRULE and EXDATE of a series, RECURRENCE-ID of a happening. */
  lines: string[]
  /** The series that a happening belongs to: its times are written as the series' are. */
  within?: Facts | null
}

/** Where ical-generator does not conform, the line is written here: see docs/interop.md. */
function renderOne(state: EventState, { stamp, rendering, lines, within }: Part): string {
  const { facts } = state
  const language = facts.lang ?? rendering.language
  const stamped = utcDateTime(stamp.publishedAt)
  const location = locationOf(facts)
  const vevent = ical().createEvent({
    id: state.uid,
    sequence: state.sequence,
    stamp: stamped,
    lastModified: stamped,
    ...timesOf(facts, rendering.defaultMinutes),
    summary: summaryOf(facts, language),
    description: descriptionOf(state, language) || null,
    location: location || null,
    categories: facts.categories
      .map((name) => ({ name: oneLine(name) }))
      .filter(({ name }) => name),
    status: statusOf(facts),
    // Subscribed events that mark people busy are the complaint about every publisher.
    transparency: ICalEventTransparency.TRANSPARENT,
    busystatus: ICalEventBusyStatus.FREE,
  })
  const written = vevent.toString().trimEnd().split('\r\n')
  const zoned = facts.rrule !== null || (within && !atRepeatedHour(facts))
  const local = zoned ? localTimes(facts, rendering.defaultMinutes) : []
  const own = [...lines, ...urlOf(facts), ...placeOf(facts, location), ...audienceOf(facts)]
  const kept = written.map((line) => local.find((time) => nameOf(time) === nameOf(line)) ?? line)
  return [...kept.slice(0, -1), ...own, ...kept.slice(-1)].map(fold).join('')
}

const nameOf = (line: string): string => /^[A-Z-]+/.exec(line)?.[0] ?? ''

const atRepeatedHour = ({ start, end, allDay, timezone }: Facts): boolean =>
  !allDay && [start, end].some((local) => local && placeIn(local, timezone).kind !== 'exact')

/** A series is written in its zone, so that it stays at its hour when the clocks change. */
function localTimes(facts: Facts, defaultMinutes: number): string[] {
  if (facts.allDay || facts.timezone === 'UTC') return []
  const { endsAt } = spanOf({ ...facts, rrule: null }, defaultMinutes)
  const end = facts.end ?? wallTime(endsAt, facts.timezone)
  return [`DTSTART${localValue(facts.start, facts)}`, `DTEND${localValue(end, facts)}`]
}

/** Single timed events in UTC: no client needs our time-zone rules for them. */
function timesOf(facts: Facts, defaultMinutes: number) {
  if (!facts.allDay) {
    const { startsAt, endsAt } = spanOf({ ...facts, rrule: null }, defaultMinutes)
    return { start: utcDateTime(startsAt), end: utcDateTime(endsAt) }
  }
  const end = addDays(facts.end ?? facts.start, 1)
  return {
    allDay: true,
    start: utcDateTime(`${facts.start}T00:00:00Z`),
    end: utcDateTime(`${end}T00:00:00Z`),
  }
}

/** Never CANCELLED: Google takes such events away, and who sees nothing learns nothing. */
function statusOf({ status, timeTbd }: Facts): ICalEventStatus {
  const open = status === 'tentative' || status === 'postponed' || timeTbd
  return open ? ICalEventStatus.TENTATIVE : ICalEventStatus.CONFIRMED
}

/** ical-generator escapes a URL as if it were text, which breaks every one with a comma in it. */
function urlOf({ links }: Facts): string[] {
  const info = links.find(({ label }) => label === 'info')
  const url = encodeUri(info?.url ?? '')
  return /^https?:/i.test(url) ? [`URL;VALUE=URI:${url}`] : []
}

/** For a file that comes back: no calendar program shows it. */
const audienceOf = ({ audience }: Facts): string[] =>
  audience === null ? [] : [`X-KALENDS-AUDIENCE:${audience}`]

/** ical-generator puts name and address on two lines, which Outlook drops. */
function placeOf({ location }: Facts, text: string): string[] {
  if (location?.latitude == null || location.longitude == null) return []
  const [latitude, longitude] = [degrees(location.latitude), degrees(location.longitude)]
  const title = text ? `;X-TITLE=${quoteParameter(text)}` : ''
  return [
    `GEO:${latitude};${longitude}`,
    `X-APPLE-STRUCTURED-LOCATION;VALUE=URI${title}:geo:${latitude},${longitude}`,
  ]
}

/** Six decimals are a hand's breadth, and never `1e-7`, which is no FLOAT of RFC 5545. */
const degrees = (value: number): string => String(Number(value.toFixed(6)) || 0)
