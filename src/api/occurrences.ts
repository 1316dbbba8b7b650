// What happens when: occurrences of one or of many calendars, recurrence expanded.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { requireCalendar } from '../publication/calendars.ts'
import type { Calendar } from '../storage/calendars.ts'
import { calendarHere } from '../web/addresses.ts'
import { decodeCursor, encodeCursor } from '../web/cursor.ts'
import { router } from '../web/router.ts'
import {
  calendarParams,
  closed,
  cursor,
  jsonAnswer,
  limit,
  next,
  problems,
} from '../web/schemas.ts'
import { agendaOf, type Position } from './agenda.ts'
import { eventSchema } from './event-json.ts'
import { rangeOf } from './range.ts'

/** How many calendars one request may ask for. */
const MAX_CALENDARS = 50

const bound = (what: string) =>
  z
    .string()
    .optional()
    .openapi({ description: `${what} A date (read in the calendar's zone) or an instant.` })

const range = { from: bound('Inclusive.'), to: bound('Exclusive.'), limit, cursor }
const eventsSchema = z.object({ events: z.array(eventSchema), next })
const about = {
  tags: ['Events'],
  description:
    'Ordered by start, then uid; an event that overlaps the range counts. Without `to`, series ' +
    'are followed for two years ahead.',
}

const eventsRoute = createRoute({
  ...{ method: 'get', path: '/v1/calendars/{partner}/{calendar}/events', ...about },
  summary: "A calendar's occurrences",
  request: { params: calendarParams, query: closed(range) },
  responses: { 200: jsonAnswer(eventsSchema, 'Occurrences'), ...problems(308, 400, 404) },
})

const manyRoute = createRoute({
  ...{ method: 'get', path: '/v1/events', ...about },
  summary: "Several calendars' occurrences",
  request: {
    query: closed({
      calendar: z
        .union([z.string(), z.array(z.string())], { error: 'partner/calendar' })
        .openapi({ description: `partner/calendar; 1 to ${MAX_CALENDARS} times.` }),
      ...range,
    }),
  },
  responses: { 200: jsonAnswer(eventsSchema, 'Occurrences'), ...problems(400, 404) },
})

export function occurrenceRoutes(ports: Ports) {
  return router()
    .openapi(eventsRoute, async (c) => {
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      return c.json(await answer(ports, [calendar], c.req.valid('query')), 200)
    })
    .openapi(manyRoute, async (c) => {
      const { calendar, ...query } = c.req.valid('query')
      const addresses = [...new Set([calendar].flat())]
      if (addresses.length > MAX_CALENDARS)
        throw new Problem('invalid_request', {
          ...{ place: 'query calendar', found: `${addresses.length} calendars` },
          wanted: `At most ${MAX_CALENDARS}.`,
        })
      const calendars = await Promise.all(addresses.map((address) => calendarAt(ports, address)))
      return c.json(await answer(ports, calendars, query), 200)
    })
}

async function calendarAt(ports: Ports, address: string): Promise<Calendar> {
  const [partner, slug, ...rest] = address.split('/')
  if (!partner || !slug || rest.length > 0)
    throw new Problem('invalid_request', {
      ...{ place: 'query calendar', found: address.slice(0, 80) },
      wanted: 'partner/calendar',
    })
  return requireCalendar(ports, partner, slug)
}

interface Query {
  from?: string | undefined
  to?: string | undefined
  limit: number
  cursor?: string | undefined
}

async function answer(ports: Ports, calendars: Calendar[], query: Query) {
  const after: Position = query.cursor ? positionOf(query.cursor) : { startsAt: '', uid: '' }
  const found = (
    await Promise.all(
      calendars.map((calendar) => {
        const range = rangeOf(query, calendar.settings.timezone, ports.now())
        return agendaOf(ports.db, calendar, { range, after, limit: query.limit + 1 })
      }),
    )
  )
    .flat()
    .sort((a, b) => compare(a.startsAt, b.startsAt) || compare(a.event.uid, b.event.uid))
  const page = found.slice(0, query.limit)
  const last = page.at(-1)
  const more = found.length > query.limit && last !== undefined
  return {
    events: page.map(({ event }) => event),
    next: more ? encodeCursor('events', [last.startsAt, last.event.uid]) : undefined,
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function positionOf(cursor: string): Position {
  const [startsAt, uid] = decodeCursor('events', cursor, ['string', 'string'])
  return { startsAt: String(startsAt), uid: String(uid) }
}
