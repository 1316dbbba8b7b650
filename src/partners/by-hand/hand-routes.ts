// Events by hand over HTTP.

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { FIELDS } from '../../intake/column-meaning.ts'
import { chooseLanguage } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import { router } from '../../web/router.ts'
import {
  calendarParams,
  closed,
  jsonAnswer,
  jsonBody,
  KEY,
  problems,
  reason,
} from '../../web/schemas.ts'
import { findingJson, findingSchema } from '../upload/upload-json.ts'
import { actOf, here } from './hand-call.ts'
import { addEvent, type Edited, editEvent, removeEvent } from './hand-edits.ts'
import {
  eventWithHistory,
  handEventJson,
  handEventSchema,
  handHistorySchema,
} from './hand-history.ts'

const tags = ['Uploads']
const path = '/v1/partners/{partner}/calendars/{calendar}/events'
const eventParams = calendarParams.extend({ uid: z.string().max(255) })

const NAMES = [
  ...['uid', 'externalId', 'kind', 'status', 'timeTbd', 'soldOut', 'title', 'description'],
  ...['start', 'end', 'allDay', 'timezone', 'rrule', 'exdates', 'location', 'categories', 'tags'],
  ...['home', 'away', 'gameNo', 'result', 'reason', 'links', 'ticketOpensAt', 'alarms', 'lang'],
  ...['translations', 'audience', 'extra', 'startDate', 'endDate', ...FIELDS],
]
/** What their values may be is told by the reader of uploads, in its own words. */
export const SAID: Record<string, z.ZodOptional<z.ZodUnknown>> = Object.fromEntries(
  NAMES.map((name) => [name, z.unknown().optional()]),
)
export const recurrenceId = z.string().max(40).openapi({
  description: 'Of a series, the one happening meant: the start that its rule makes.',
})
const newBody = closed(SAID)
const editBody = closed({
  ...SAID,
  unlock: z.array(z.string().max(255)).max(200).optional().openapi({
    description: 'Fields of which uploads may speak again.',
  }),
  recurrenceId: recurrenceId.optional(),
})
const act = {
  reason: reason.openapi({ param: { name: 'reason', in: 'query' } }),
  ifRevision: z.coerce.number().int().min(0).optional().openapi({
    description: 'The revision that was looked at; at any other one: 409.',
  }),
}

export const editedSchema = z
  .object({
    revision: z.number().int(),
    event: handEventSchema.nullable(),
    findings: z.array(findingSchema),
  })
  .openapi('EditedEvent')
const refused = { 422: jsonAnswer(editedSchema, 'Nothing was done: the findings say why') }

const addRoute = createRoute({
  ...{ method: 'post', path, tags, security: KEY, summary: 'Add an event by hand' },
  description: 'One event with the names of a JSON upload. No file’s silence cancels it.',
  request: { params: calendarParams, query: closed(act), body: jsonBody(newBody) },
  responses: {
    201: jsonAnswer(editedSchema, 'Published'),
    ...refused,
    ...problems(308, 400, 401, 403, 404, 409, 413, 415),
  },
})

const readRoute = createRoute({
  ...{ method: 'get', path: `${path}/{uid}`, tags, security: KEY },
  summary: 'One event, its locks and who changed what',
  request: { params: eventParams },
  responses: {
    200: jsonAnswer(handHistorySchema, 'The event'),
    ...problems(308, 400, 401, 403, 404),
  },
})

const editRoute = createRoute({
  ...{ method: 'patch', path: `${path}/{uid}`, tags, security: KEY },
  summary: 'Change an event by hand',
  description:
    'The fields to change, with the names of a JSON upload; null clears. A rain-out is {"status": "우천취소"}, a move {"start": …}. What it changes is locked: an upload that says something else is told so (`field.locked`), and the hand’s word holds.',
  request: { params: eventParams, query: closed(act), body: jsonBody(editBody) },
  responses: {
    200: jsonAnswer(editedSchema, 'Published'),
    ...refused,
    ...problems(308, 400, 401, 403, 404, 409, 413, 415),
  },
})

const removeRoute = createRoute({
  ...{ method: 'delete', path: `${path}/{uid}`, tags, security: KEY },
  summary: 'Take an event out by hand',
  description:
    'A mistake that never was; one that does not take place is cancelled (PATCH). No upload brings it back.',
  request: {
    params: eventParams,
    query: closed({ ...act, recurrenceId: recurrenceId.optional() }),
  },
  responses: {
    200: jsonAnswer(editedSchema, 'Published'),
    ...problems(308, 400, 401, 403, 404, 409),
  },
})

export function handRoutes(ports: Ports) {
  return router()
    .openapi(addRoute, async (c) => {
      const { calendar, author } = await here(ports, c, c.req.valid('param'))
      const edited = await addEvent(ports, calendar, c.req.valid('json'), {
        ...actOf(c.req.valid('query')),
        author,
      })
      return edited.event ? c.json(told(c, edited), 201) : c.json(told(c, edited), 422)
    })
    .openapi(readRoute, async (c) => {
      const { uid } = c.req.valid('param')
      const { calendar } = await here(ports, c, c.req.valid('param'), 'viewer')
      const { event, history } = await eventWithHistory(ports, calendar, uid)
      return c.json({ event: handEventJson(event), history }, 200)
    })
    .openapi(editRoute, async (c) => {
      const { uid } = c.req.valid('param')
      const { calendar, author } = await here(ports, c, c.req.valid('param'))
      const { unlock, recurrenceId, ...said } = c.req.valid('json')
      const edit = { said, unlock, recurrenceId }
      const edited = await editEvent(
        ports,
        calendar,
        { uid, edit },
        { ...actOf(c.req.valid('query')), author },
      )
      return edited.event ? c.json(told(c, edited), 200) : c.json(told(c, edited), 422)
    })
    .openapi(removeRoute, async (c) => {
      const { uid } = c.req.valid('param')
      const { calendar, author } = await here(ports, c, c.req.valid('param'))
      const { recurrenceId, ...query } = c.req.valid('query')
      const edited = await removeEvent(
        ports,
        calendar,
        { uid, recurrenceId },
        { ...actOf(query), author },
      )
      return c.json(told(c, edited), 200)
    })
}

export function told(c: Context, { revision, event, findings }: Edited) {
  const language = chooseLanguage(c.req.header('accept-language') ?? null, 'en')
  return {
    ...{ revision, event: event && handEventJson(event) },
    findings: findings.map((finding) => findingJson(finding, language)),
  }
}
