// Sources over HTTP.

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { chooseLanguage } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import type { Role } from '../../storage/keys.ts'
import { calendarHere } from '../../web/addresses.ts'
import { requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import { calendarParams, jsonAnswer, jsonBody, KEY, problems } from '../../web/schemas.ts'
import { pullByHand } from './pull.ts'
import { sourceBody, sourceChange } from './source-body.ts'
import { sourceJson, sourceSchema } from './source-json.ts'
import { changeSource, createSource, listSources, removeSource, requireSource } from './sources.ts'

const tags = ['Sources']
const path = '/v1/partners/{partner}/calendars/{calendar}/sources'
const one = `${path}/{id}`
const idParams = calendarParams.extend({ id: z.string().max(64) })

const listRoute = createRoute({
  ...{ method: 'get', path, tags, security: KEY, summary: "A calendar's sources" },
  request: { params: calendarParams },
  responses: {
    200: jsonAnswer(z.object({ sources: z.array(sourceSchema) }), 'Sources'),
    ...problems(308, 400, 401, 404),
  },
})

const createSourceRoute = createRoute({
  ...{ method: 'post', path, tags, security: KEY, summary: 'Fetch a schedule from an address' },
  description:
    'What is fetched is published by itself when it has neither errors nor questions; else it waits.',
  request: {
    params: calendarParams,
    body: jsonBody(sourceBody),
  },
  responses: {
    201: jsonAnswer(sourceSchema, 'The source; it is fetched within a minute'),
    ...problems(308, 400, 401, 403, 404, 409, 413, 415),
  },
})

const readRoute = createRoute({
  ...{ method: 'get', path: one, tags, security: KEY, summary: 'One source' },
  request: { params: idParams },
  responses: { 200: jsonAnswer(sourceSchema, 'The source'), ...problems(308, 400, 401, 404) },
})

const changeRoute = createRoute({
  ...{ method: 'patch', path: one, tags, security: KEY, summary: 'Change a source' },
  request: {
    params: idParams,
    body: jsonBody(sourceChange),
  },
  responses: {
    200: jsonAnswer(sourceSchema, 'The source; it is fetched within a minute'),
    ...problems(308, 400, 401, 403, 404, 409, 413, 415),
  },
})

const removeRoute = createRoute({
  ...{ method: 'delete', path: one, tags, security: KEY, summary: 'Remove a source' },
  description: 'What it brought stays.',
  request: { params: idParams },
  responses: { 204: { description: 'Removed' }, ...problems(308, 400, 401, 403, 404) },
})

const pullRoute = createRoute({
  ...{ method: 'post', path: `${one}/pull`, tags, security: KEY, summary: 'Fetch a source now' },
  request: { params: idParams },
  responses: {
    200: jsonAnswer(sourceSchema, 'What it came to, a failure as well'),
    ...problems(308, 400, 401, 403, 404, 409, 429),
  },
})

export function sourceRoutes(ports: Ports) {
  return router()
    .openapi(listRoute, async (c) => {
      const { calendar } = await calendarOf(ports, c)
      const sources = await listSources(ports, calendar)
      return c.json({ sources: sources.map((each) => sourceJson(each, calendar, spoken(c))) }, 200)
    })
    .openapi(createSourceRoute, async (c) => {
      const { calendar, author } = await calendarOf(ports, c, 'editor')
      const settings = c.req.valid('json')
      const { source, webhookSecret } = await createSource(ports, calendar, settings, author)
      return c.json(sourceJson(source, calendar, spoken(c), webhookSecret), 201)
    })
    .openapi(readRoute, async (c) => {
      const { calendar, source } = await sourceHere(ports, c)
      return c.json(sourceJson(source, calendar, spoken(c)), 200)
    })
    .openapi(changeRoute, async (c) => {
      const { calendar, source, author } = await sourceHere(ports, c, 'editor')
      const changed = await changeSource(ports, source, c.req.valid('json'), author)
      return c.json(sourceJson(changed.source, calendar, spoken(c), changed.webhookSecret), 200)
    })
    .openapi(removeRoute, async (c) => {
      const { source, author } = await sourceHere(ports, c, 'editor')
      await removeSource(ports, source, author)
      return c.body(null, 204)
    })
    .openapi(pullRoute, async (c) => {
      const { calendar, source } = await sourceHere(ports, c, 'editor')
      return c.json(sourceJson(await pullByHand(ports, source), calendar, spoken(c)), 200)
    })
}

async function calendarOf(ports: Ports, c: Context, needed: Role = 'viewer') {
  const { partner = '', calendar = '' } = c.req.param() as Record<string, string>
  const authorization = c.req.header('authorization')
  const { principal } = await requirePartner(ports, authorization, partner, needed)
  const found = await calendarHere(ports, c, { partner, calendar })
  return { calendar: found, author: principal.label }
}

async function sourceHere(ports: Ports, c: Context, needed: Role = 'viewer') {
  const { calendar, author } = await calendarOf(ports, c, needed)
  const { id = '' } = c.req.param() as Record<string, string>
  return { calendar, author, source: await requireSource(ports, calendar, id) }
}

const spoken = (c: Context) => chooseLanguage(c.req.header('accept-language') ?? null, 'en')
