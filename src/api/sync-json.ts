// An event of a personal feed's changes as JSON: the event, what is one's own of it, its happenings.

import { z } from '@hono/zod-openapi'
import { titleOf } from '../icalendar/personal-text.ts'
import type { Occurrence } from '../schedule/occurrences.ts'
import { same } from '../schedule/same.ts'
import type { Choices } from '../schedule/subscription.ts'
import { isSkipped } from '../subscriptions/agenda.ts'
import type { Change, Told } from '../subscriptions/sync-page.ts'
import { eventJson, eventSchema } from './event-json.ts'
import { mineJson, mineSchema, withoutSpoilers } from './mine-json.ts'

const { start, end, startsAt, endsAt, allDay, recurrenceId, title, status, timeTbd, location } =
  eventSchema.shape

const occurrenceSchema = z
  .object({
    ...{ recurrenceId, start, end, startsAt, endsAt, allDay },
    hidden: z.boolean(),
    title: title
      .optional()
      .openapi({ description: 'Only where it is not `mine.title`; so are the next three.' }),
    ...{ status: status.optional(), timeTbd: timeTbd.optional(), location: location.optional() },
  })
  .openapi('OwnOccurrence')

const ownEventSchema = z
  .object({
    ...eventSchema.shape,
    mine: mineSchema,
    occurrences: z
      .array(occurrenceSchema)
      .optional()
      .openapi({ description: 'With `from` and `to`: those in the range, by start.' }),
  })
  .openapi('OwnEvent')

export const ownChangesSchema = z
  .object({
    changes: z.array(
      z
        .discriminatedUnion('type', [
          z.object({ type: z.literal('upsert'), event: ownEventSchema }),
          z.object({ type: z.literal('remove'), uid: z.string() }),
        ])
        .openapi('OwnChange'),
    ),
    next: z.string().openapi({ description: 'The token to come back with; always present.' }),
    more: z.boolean().openapi({ description: 'Whether asking again at once gives more.' }),
  })
  .openapi('OwnChanges')

/**
 * The order of an event's fields in which gzip needs least for a season, found by trying: a sixth less
 * than in the order in which people would say them.
 */
const FIELDS =
  'endsAt uid away categories status audience timezone movedFrom soldOut translations ' +
  'ticketOpensAt location externalId description calendar result revision links startsAt ' +
  'overrides start end rrule alarms partner timeTbd kind lang updatedAt gameNo home title ' +
  'mine url allDay exdates recurrenceId reason tags sequence'
const NO_FIELDS = Object.fromEntries(FIELDS.split(' ').map((name) => [name, null]))

/** Each is of another event: neighbours in time look alike, which makes a page smaller. */
export const inOrder = (changes: readonly Change[]): Change[] =>
  changes
    .map((change) => ({ change, key: keyOf(change) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ change }) => change)

const keyOf = (change: Change): string =>
  change.type === 'remove'
    ? change.uid
    : `${change.told.calendar.id} ${change.told.event.startsAt} ${change.told.event.uid}`

export const ownChangeJson = (change: Change, choices: Choices) =>
  change.type === 'remove'
    ? change
    : { type: 'upsert' as const, event: ownEventJson(change.told, choices) }

function ownEventJson(told: Told, choices: Choices) {
  const { calendar, event, shown, overlay, title, hidden, happenings } = told
  const json = withoutSpoilers(eventJson(calendar, { ...event, facts: shown }), choices)
  const own = { facts: shown, choices, overlay, title, hidden }
  return {
    ...(NO_FIELDS as object),
    ...json,
    mine: mineJson(own),
    ...(happenings
      ? { occurrences: happenings.map((each) => happeningJson(told, each, choices)) }
      : {}),
  }
}

/** Of what a happening may have of its own, what differs. */
function happeningJson(told: Told, occurrence: Occurrence, choices: Choices) {
  const { calendar, shown, title, hidden } = told
  const { facts, recurrenceId, start, end, startsAt, endsAt } = occurrence
  const name = titleOf(facts, choices, calendar.settings.language)
  const { status, timeTbd, location } = facts
  return {
    recurrenceId: shown.rrule === null ? null : recurrenceId,
    ...{ start, end, startsAt, endsAt, allDay: facts.allDay },
    hidden: hidden || isSkipped(told, recurrenceId),
    ...(name === title ? {} : { title: name }),
    ...(status === shown.status ? {} : { status }),
    ...(timeTbd === shown.timeTbd ? {} : { timeTbd }),
    ...(same(location, shown.location) ? {} : { location }),
  }
}
