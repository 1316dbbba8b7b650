// What happens when in a personal feed: occurrences with filters and overlay applied.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import type { Choices } from '../schedule/subscription.ts'
import { overlaysOf } from '../storage/overlays.ts'
import { agendaOf, type Happening } from '../subscriptions/agenda.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import { decodeCursor, encodeCursor } from '../web/cursor.ts'
import { router } from '../web/router.ts'
import { closed, cursor, jsonAnswer, limit, next, problems } from '../web/schemas.ts'
import { eventSchema, occurrenceJson } from './event-json.ts'
import { mineJson, mineSchema, withoutSpoilers } from './mine-json.ts'
import { rangeOf } from './range.ts'
import { tokenParams } from './subscriptions.ts'

const bound = (what: string) =>
  z
    .string()
    .optional()
    .openapi({ description: `${what} A date (in your zone) or an instant.` })

const eventsRoute = createRoute({
  ...{ method: 'get', path: '/v1/subscriptions/{token}/events', tags: ['Subscriptions'] },
  summary: "A personal feed's occurrences",
  description:
    'Ordered by start, then uid; an event that overlaps the range counts. Without `to`, series ' +
    'are followed for two years ahead. What is hidden is left out, unless `hidden=true`.',
  request: {
    params: tokenParams,
    query: closed({
      ...{ from: bound('Inclusive.'), to: bound('Exclusive.'), limit, cursor },
      hidden: z.enum(['true', 'false']).default('false'),
    }),
  },
  responses: {
    200: jsonAnswer(
      z.object({ events: z.array(z.object({ ...eventSchema.shape, mine: mineSchema })), next }),
      'Occurrences, each with what is your own of it',
    ),
    ...problems(400, 404, 410),
  },
})

export function subscriptionEventRoutes(ports: Ports) {
  return router().openapi(eventsRoute, async (c) => {
    const subscription = await requireSubscription(ports, c.req.valid('param').token)
    const { limit, cursor, hidden, ...bounds } = c.req.valid('query')
    const { choices, followed } = subscription
    const zone = choices.timezone ?? followed[0]?.calendar.settings.timezone ?? 'UTC'
    const choosing = { ...subscription, overlays: await overlaysOf(ports.db, subscription) }
    const found = await agendaOf(ports, choosing, {
      range: rangeOf(bounds, zone, ports.now()),
      ...(cursor ? { after: positionOf(cursor) } : {}),
      ...{ limit: limit + 1, hidden: hidden === 'true' },
    })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const position = last && [last.occurrence.startInstant, last.event.uid]
    return c.json(
      {
        events: page.map((happening) => happeningJson(happening, choices)),
        next: found.length > limit && position ? encodeCursor('mine', position) : undefined,
      },
      200,
    )
  })
}

function happeningJson(happening: Happening, choices: Choices) {
  const { calendar, event, shown, occurrence, overlay, title, hidden } = happening
  const { rrule, exdates } = shown
  const single = rrule === null
  const facts = { ...occurrence.facts, rrule, exdates }
  const { start, end, startsAt, endsAt } = occurrence
  const recurrenceId = single ? null : occurrence.recurrenceId
  const times = { start, end, startsAt, endsAt, recurrenceId }
  const told = occurrenceJson(calendar, { ...event, facts }, times)
  const own = { facts: occurrence.facts, choices, overlay, title, hidden }
  return { ...withoutSpoilers(told, choices), mine: mineJson(own) }
}

function positionOf(cursor: string) {
  const [startsAt, uid] = decodeCursor('mine', cursor, ['string', 'string'])
  return { startsAt: String(startsAt), uid: String(uid) }
}
