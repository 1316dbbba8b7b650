// One event, and what became of it: every version that was published, with the reason given.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { historyOf } from '../storage/event-history.ts'
import { calendarHere } from '../web/addresses.ts'
import { router } from '../web/router.ts'
import { calendarParams, jsonAnswer, problems } from '../web/schemas.ts'
import { eventJson, eventSchema } from './event-json.ts'
import { fieldsBetween } from './history-fields.ts'

/** The latest versions that are told. */
const MAX_HISTORY = 50

const historySchema = z
  .object({
    event: eventSchema.openapi({ description: 'As it is now; its last state when removed.' }),
    removed: z.boolean(),
    history: z.array(
      z.object({
        revision: z.number().int(),
        at: z.string(),
        removed: z.boolean(),
        status: z.string(),
        title: z.string(),
        start: z.string(),
        timeTbd: z.boolean(),
        reason: z.string().nullable(),
        fields: z
          .array(
            z.object({
              field: z.string(),
              from: z.string().nullable(),
              to: z.string().nullable(),
            }),
          )
          .openapi({
            description:
              'What differs from the version before: short things as text, of long ones ' +
              '(`description`, `links`, …) the name alone.',
          }),
      }),
    ),
  })
  .openapi('EventHistory')

const eventRoute = createRoute({
  ...{ method: 'get', path: '/v1/calendars/{partner}/{calendar}/events/{uid}', tags: ['Events'] },
  summary: 'One event and its history',
  request: { params: calendarParams.extend({ uid: z.string().max(255) }) },
  responses: { 200: jsonAnswer(historySchema, 'The event'), ...problems(308, 400, 404) },
})

export function eventRoutes(ports: Ports) {
  return router().openapi(eventRoute, async (c) => {
    const { uid } = c.req.valid('param')
    const calendar = await calendarHere(ports, c, c.req.valid('param'))
    const versions = await historyOf(ports.db, calendar, uid, MAX_HISTORY + 1)
    const [now] = versions
    if (!now) throw new Problem('not_found', { what: 'event', name: uid })
    const told = versions.slice(0, MAX_HISTORY)
    const history = told.map(({ toldNumber, changedAt, removed, facts }, place) => ({
      ...{ revision: toldNumber, at: changedAt, removed, status: facts.status, title: facts.title },
      ...{ start: facts.start, timeTbd: facts.timeTbd, reason: facts.reason },
      fields: fieldsBetween(versions[place + 1]?.facts, facts),
    }))
    return c.json({ event: eventJson(calendar, now), removed: now.removed, history }, 200)
  })
}
