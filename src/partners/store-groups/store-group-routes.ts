// Groups of stores over HTTP, and what is said of a whole group at once.

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { MAX_NAME_CHARS } from '../../intake/limits.ts'
import { chooseLanguage } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import type { StoreGroup } from '../../schedule/store-groups.ts'
import { storeGroups } from '../../storage/store-groups.ts'
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
import { actOf, here } from '../by-hand/hand-call.ts'
import { handEventJson, handEventSchema } from '../by-hand/hand-history.ts'
import { SAID } from '../by-hand/hand-routes.ts'
import { findingJson, findingSchema } from '../upload/upload-json.ts'
import {
  addGroupEvents,
  changeHappening,
  dropGroup,
  type GroupEvents,
  keepGroup,
  MAX_STORES,
} from './store-groups.ts'

const tags = ['Uploads']
const path = '/v1/partners/{partner}/calendars/{calendar}/groups'
const one = `${path}/{group}` as const

const ONE_LINE = /^\P{Cc}*$/u
/** What may be a tag and a place. */
const name = z
  .string()
  .trim()
  .min(1)
  .max(MAX_NAME_CHARS)
  .regex(ONE_LINE)
  .openapi({ pattern: ONE_LINE.source })
const text = z
  .string()
  .trim()
  .max(500)
  .regex(ONE_LINE)
  .openapi({ pattern: ONE_LINE.source })
  .nullable()
  .default(null)
const stores = z.array(closed({ name, address: text, region: text })).max(MAX_STORES)
export const groupBody = closed({ name: name.optional(), stores })

const groupSchema = z
  .object({
    name: z.string(),
    stores: z.array(
      z.object({
        ...{ name: z.string(), address: z.string().nullable(), region: z.string().nullable() },
      }),
    ),
  })
  .openapi('StoreGroup')
const keptSchema = z
  .object({
    ...{ revision: z.number().int(), group: groupSchema },
    events: z.number().int().openapi({ description: 'How many events it changed.' }),
  })
  .openapi('KeptStoreGroup')
const eventsSchema = z
  .object({
    revision: z.number().int(),
    events: z.array(handEventSchema),
    findings: z.array(findingSchema),
  })
  .openapi('StoreGroupEvents')

const groupParams = calendarParams.extend({ group: z.string().max(MAX_NAME_CHARS) })
const act = closed({
  reason: reason.openapi({ param: { name: 'reason', in: 'query' } }),
  ifRevision: z.coerce.number().int().min(0).optional(),
})
const refused = { 422: jsonAnswer(eventsSchema, 'Nothing was done: the findings say why') }
const failures = problems(308, 400, 401, 403, 404, 409, 413, 415)

const listRoute = createRoute({
  ...{ method: 'get', path, tags, security: KEY, summary: 'A calendar’s groups of stores' },
  request: { params: calendarParams },
  responses: {
    200: jsonAnswer(z.object({ groups: z.array(groupSchema) }), 'By name'),
    ...problems(308, 400, 401, 403, 404),
  },
})

const keepRoute = createRoute({
  ...{ method: 'put', path: one, tags, security: KEY, summary: 'Make or change a group of stores' },
  description:
    'The group’s name is a tag; events that carry it tell its stores. A store that was in another group leaves it: events follow in one publication, and only those that must.',
  request: { params: groupParams, query: act, body: jsonBody(groupBody) },
  responses: { 200: jsonAnswer(keptSchema, 'Kept'), ...failures },
})

const dropRoute = createRoute({
  ...{ method: 'delete', path: one, tags, security: KEY, summary: 'Give a group of stores up' },
  description: 'Its events stay as they are.',
  request: { params: groupParams, query: act },
  responses: { 204: { description: 'Given up' }, ...problems(308, 400, 401, 403, 404, 409) },
})

const addRoute = createRoute({
  ...{ method: 'post', path: `${one}/events`, tags, security: KEY },
  summary: 'Add an event of a group of stores',
  description:
    'As by hand. One event that tells the group’s stores or, with `eachStore`, one at each of them.',
  request: {
    params: groupParams,
    query: act,
    body: jsonBody(closed({ ...SAID, eachStore: z.boolean().default(false) })),
  },
  responses: { 201: jsonAnswer(eventsSchema, 'Published'), ...refused, ...failures },
})

const happeningRoute = createRoute({
  ...{ method: 'post', path: `${one}/happenings`, tags, security: KEY },
  summary: 'Skip or move one day of a group’s series',
  request: {
    params: groupParams,
    query: act,
    body: jsonBody(
      closed({
        uid: z.string().max(255).openapi({ description: 'Any of the events that repeat alike.' }),
        date: z.iso.date().openapi({ description: 'The day that the rule makes.' }),
        to: z.iso.date().nullable().default(null).openapi({
          description: 'Another day; null: not on that day.',
        }),
      }),
    ),
  },
  responses: { 200: jsonAnswer(eventsSchema, 'Published'), ...refused, ...failures },
})

export function storeGroupRoutes(ports: Ports) {
  return router()
    .openapi(listRoute, async (c) => {
      const { calendar } = await here(ports, c, c.req.valid('param'), 'viewer')
      const groups = await storeGroups(ports.db, calendar)
      return c.json({ groups: groups.map(groupJson) }, 200)
    })
    .openapi(keepRoute, async (c) => {
      const { group: was } = c.req.valid('param')
      const { calendar, author } = await here(ports, c, c.req.valid('param'))
      const { name: is = was, stores } = c.req.valid('json')
      const hand = { ...actOf(c.req.valid('query')), author }
      const kept = await keepGroup(ports, calendar, was, { name: is, stores }, hand)
      return c.json({ ...kept, group: groupJson(kept.group) }, 200)
    })
    .openapi(dropRoute, async (c) => {
      const { group } = c.req.valid('param')
      const { calendar, author } = await here(ports, c, c.req.valid('param'))
      await dropGroup(ports, calendar, group, { ...actOf(c.req.valid('query')), author })
      return c.body(null, 204)
    })
    .openapi(addRoute, async (c) => {
      const { group } = c.req.valid('param')
      const { calendar, author } = await here(ports, c, c.req.valid('param'))
      const { eachStore, ...said } = c.req.valid('json')
      const hand = { ...actOf(c.req.valid('query')), author }
      const added = await addGroupEvents(ports, calendar, { group, said, eachStore }, hand)
      return c.json(told(c, added), added.events.length > 0 ? 201 : 422)
    })
    .openapi(happeningRoute, async (c) => {
      const { group } = c.req.valid('param')
      const { calendar, author } = await here(ports, c, c.req.valid('param'))
      const hand = { ...actOf(c.req.valid('query')), author }
      const asked = { ...c.req.valid('json'), group }
      const changed = await changeHappening(ports, calendar, asked, hand)
      return c.json(told(c, changed), changed.events.length > 0 ? 200 : 422)
    })
}

const groupJson = ({ name, stores }: StoreGroup) => ({
  ...{ name, stores: stores.map((store) => ({ ...store })) },
})

function told(c: Context, { revision, events, findings }: GroupEvents) {
  const language = chooseLanguage(c.req.header('accept-language') ?? null, 'en')
  return {
    ...{ revision, events: events.map(handEventJson) },
    findings: findings.map((finding) => findingJson(finding, language)),
  }
}
