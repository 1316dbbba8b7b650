// An event as JSON: contract.md's Event, from what is stored.

import { z } from '@hono/zod-openapi'
import { type Facts, STATUSES } from '../schedule/event.ts'
import { overriddenHappenings, spanOf } from '../schedule/occurrences.ts'
import { instantWithOffset } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { EventVersion } from '../storage/events.ts'

const nullable = z.string().nullable()

export const eventSchema = z
  .object({
    uid: z.string().openapi({ description: 'Minted once, for life.' }),
    partner: z.string(),
    calendar: z.string(),
    externalId: nullable,
    kind: z.string(),
    status: z.enum(STATUSES as [string, ...string[]]),
    timeTbd: z.boolean(),
    soldOut: z.boolean(),
    title: z.string(),
    description: nullable,
    start: z.string().openapi({ description: 'Local wall time, or a date when all-day.' }),
    end: nullable.openapi({
      description: 'As start; inclusive when all-day; null when not given.',
    }),
    allDay: z.boolean(),
    timezone: z.string(),
    startsAt: z.string().openapi({ description: 'Instant with offset.' }),
    endsAt: z.string().openapi({ description: 'Instant with offset; exclusive.' }),
    rrule: nullable,
    exdates: z.array(z.string()),
    overrides: z
      .array(
        z
          .object({
            recurrenceId: z.string(),
            start: z.string(),
            end: nullable,
            startsAt: z.string(),
            endsAt: z.string(),
          })
          .loose(),
      )
      .openapi({
        description:
          'Happenings of a series that differ, by the start its rule makes: their times, and of the other fields those that differ. Empty in lists of occurrences.',
      }),
    recurrenceId: nullable.openapi({
      description: 'In lists of occurrences: the start in its series.',
    }),
    location: z
      .object({
        name: nullable,
        address: nullable,
        latitude: z.number().nullable(),
        longitude: z.number().nullable(),
        region: nullable,
      })
      .nullable(),
    categories: z.array(z.string()),
    tags: z.array(z.string()),
    home: nullable,
    away: nullable,
    gameNo: z.number().nullable(),
    result: nullable,
    reason: nullable,
    links: z.array(z.object({ label: z.string(), url: z.string() })),
    url: nullable,
    ticketOpensAt: nullable,
    alarms: z.array(z.number()),
    lang: nullable,
    translations: z.record(
      z.string(),
      z.object({
        title: z.string().optional(),
        description: z.string().optional(),
        location: z.string().optional(),
      }),
    ),
    audience: nullable.openapi({
      description: 'The audience that alone is told of it; null for everybody’s events.',
    }),
    movedFrom: z
      .object({
        start: z.string(),
        allDay: z.boolean(),
        timeTbd: z.boolean(),
        timezone: z.string(),
      })
      .nullable()
      .openapi({ description: 'The slot the event first had, when it no longer has it.' }),
    revision: z.number().int(),
    sequence: z.number().int(),
    updatedAt: z.string(),
  })
  .openapi('Event')

export type EventJson = z.infer<typeof eventSchema>

/** The event itself; a series stands as one, from its first start to its first end. */
export function eventJson(calendar: Calendar, version: EventVersion): EventJson {
  const first = { ...version.facts, rrule: null }
  const span = spanOf(first, calendar.settings.defaultMinutes)
  const times = {
    ...{ start: version.facts.start, end: version.facts.end, recurrenceId: null },
    startsAt: instantWithOffset(span.startsAt, version.facts.timezone),
    endsAt: instantWithOffset(span.endsAt, version.facts.timezone),
  }
  const overrides = overridesJson(version.facts, calendar.settings.defaultMinutes)
  return { ...occurrenceJson(calendar, version, times), overrides }
}

const overridesJson = ({ overrides, ...facts }: Facts, defaultMinutes: number) =>
  overriddenHappenings({ ...facts, overrides }, defaultMinutes).map(
    ({ recurrenceId, start, end, startsAt, endsAt }, place) => ({
      ...overrides[place]?.facts,
      ...{ recurrenceId, start, end, startsAt, endsAt },
    }),
  )

export interface OccurrenceTimes {
  start: string
  end: string | null
  startsAt: string
  endsAt: string
  recurrenceId: string | null
}

/** One happening of an event, with its own times. */
export function occurrenceJson(
  calendar: Calendar,
  { uid, facts, movedFrom, toldNumber, sequence, changedAt }: EventVersion,
  times: OccurrenceTimes,
): EventJson {
  const { extra: _, ...told } = facts
  return {
    uid,
    partner: calendar.partner,
    calendar: calendar.slug,
    ...told,
    ...times,
    overrides: [],
    url: facts.links.find(({ label }) => label === 'info')?.url ?? null,
    movedFrom,
    revision: toldNumber,
    sequence,
    updatedAt: changedAt,
  }
}
