// Audiences over HTTP: what private events are marked with, and the keys of those who may see them.

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { chooseLanguage } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { type AudienceCounts, countedAudiences } from '../../storage/audiences.ts'
import type { Role } from '../../storage/keys.ts'
import { readBody } from '../../web/body.ts'
import { requirePartner } from '../../web/principal.ts'
import { problemOf, router } from '../../web/router.ts'
import {
  closed,
  jsonAnswer,
  jsonBody,
  KEY,
  partnerParams,
  problems,
  slug,
} from '../../web/schemas.ts'
import { oneLine } from '../settings/settings-body.ts'
import {
  changeKeys,
  dropAudience,
  dropKeys,
  isDay,
  KEY_ACTS,
  keepAudience,
  MAX_AUDIENCES,
  MAX_KEYS,
  MAX_KEYS_BYTES,
  requireAudience,
} from './audiences.ts'

const tags = ['Audiences']
const path = '/v1/partners/{partner}/audiences'
const one = `${path}/{audience}`
const audienceParams = partnerParams.extend({ audience: slug })

const names = z
  .record(z.string().regex(/^[a-z]{2}$/), closed({ name: oneLine(200).optional() }))
  .openapi({ description: 'Names in other languages.', example: { en: { name: 'Members' } } })

const audienceSchema = z
  .object({
    audience: z.string(),
    name: z.string(),
    translations: names,
    keys: z.number().int().openapi({ description: 'Keys that have not expired.' }),
    subscriptions: z.number().int().openapi({ description: 'Personal feeds that were given it.' }),
    ahead: z.number().int().openapi({ description: 'Its events that are not over.' }),
    createdAt: z.string(),
  })
  .openapi('Audience')

const listRoute = createRoute({
  ...{ method: 'get', path, tags, security: KEY, summary: 'Audiences of private events' },
  request: { params: partnerParams },
  responses: {
    200: jsonAnswer(z.object({ audiences: z.array(audienceSchema) }), 'Audiences'),
    ...problems(400, 401, 404),
  },
})

const putRoute = createRoute({
  ...{ method: 'put', path: one, tags, security: KEY, summary: 'Make or change an audience' },
  description: `At most ${MAX_AUDIENCES}. Events name it in their field \`audience\`.`,
  request: {
    params: audienceParams,
    body: jsonBody(closed({ name: oneLine(200), translations: names.optional() })),
  },
  responses: {
    200: jsonAnswer(audienceSchema, 'Changed'),
    201: jsonAnswer(audienceSchema, 'Made'),
    ...problems(400, 401, 403, 404, 409, 413, 415),
  },
})

const deleteRoute = createRoute({
  ...{ method: 'delete', path: one, tags, security: KEY, summary: 'Remove an audience' },
  description: 'With its keys. 409 while an event is for it.',
  request: { params: audienceParams },
  responses: { 204: { description: 'Removed' }, ...problems(400, 401, 403, 404, 409) },
})

const keysQuery = closed({
  act: z.enum(KEY_ACTS).default('add').openapi({
    description: '`replace`: these and no others. Who came by a key that is gone loses its events.',
  }),
  expires: z.string().refine(isDay, { message: '2027-03-31' }).optional().openapi({
    example: '2027-03-31',
    description: 'The last day on which they open anything, in the partner’s zone.',
  }),
})
const file = { schema: z.string().openapi({ format: 'binary' }) }
const keysRoute = createRoute({
  ...{ method: 'post', path: `${one}/keys`, tags, security: KEY },
  summary: 'Add, replace or remove members’ keys',
  description:
    `One key a line, at most ${MAX_KEYS} of an audience: as members type them, hashed at once and ` +
    'never kept, or the SHA-256 of each in hexadecimal.',
  request: {
    params: audienceParams,
    query: keysQuery,
    body: {
      required: true,
      content: { 'text/plain': { schema: z.string() }, 'application/octet-stream': file },
    },
  },
  responses: {
    200: jsonAnswer(audienceSchema, 'Changed, all of them'),
    ...problems(400, 401, 403, 404, 409, 413, 415),
  },
})

const noKeysRoute = createRoute({
  ...{ method: 'delete', path: `${one}/keys`, tags, security: KEY },
  summary: 'Remove all keys of an audience',
  request: { params: audienceParams },
  responses: { 204: { description: 'Removed' }, ...problems(400, 401, 403, 404) },
})

export function audienceRoutes(ports: Ports) {
  const routes = router()
    .openapi(listRoute, async (c) => {
      const { partner } = await partnerOf(ports, c, 'viewer')
      const audiences = await countedAudiences(ports.db, partner.id, ports.now())
      return c.json({ audiences: audiences.map(audienceJson) }, 200)
    })
    .openapi(putRoute, async (c) => {
      const { partner, author } = await partnerOf(ports, c, 'editor')
      const said = { slug: c.req.valid('param').audience, ...c.req.valid('json') }
      const { audience, isNew } = await keepAudience(ports, partner, said, author)
      return c.json(audienceJson(audience), isNew ? 201 : 200)
    })
    .openapi(deleteRoute, async (c) => {
      const { partner, author } = await partnerOf(ports, c, 'editor')
      await dropAudience(ports, partner, c.req.valid('param').audience, author)
      return c.body(null, 204)
    })
    .openapi(noKeysRoute, async (c) => {
      const { partner, author } = await partnerOf(ports, c, 'editor')
      await dropKeys(ports, partner, c.req.valid('param').audience, author)
      return c.body(null, 204)
    })
  // Registered apart from its description: a file of keys is larger than what a validator reads.
  routes.openAPIRegistry.registerPath(keysRoute)
  routes.post(keysRoute.getRoutingPath(), (c) => answerKeys(ports, c))
  return routes
}

async function answerKeys(ports: Ports, c: Context) {
  const { partner, author } = await partnerOf(ports, c, 'editor')
  const type = c.req.header('content-type') ?? 'text/plain'
  if (!/^(?:text\/(?:plain|csv)|application\/octet-stream)\b/i.test(type))
    throw new Problem('unsupported_media', { found: type.slice(0, 80), wanted: 'text/plain' })
  const given = c.req.query()
  const parsed = keysQuery.safeParse(given)
  if (!parsed.success)
    throw problemOf(parsed.error.issues, { target: 'query', given, language: languageOf(c) })
  const { act, expires } = parsed.data
  const audience = c.req.param('audience') ?? ''
  await requireAudience(ports, partner, audience)
  const text = new TextDecoder().decode(await readBody(c.req.raw, MAX_KEYS_BYTES))
  const change = { slug: audience, text, act, expires: expires ?? null }
  return c.json(audienceJson(await changeKeys(ports, partner, change, author)), 200)
}

const languageOf = (c: Context) => chooseLanguage(c.req.header('accept-language') ?? null, 'en')

async function partnerOf(ports: Ports, c: Context, needed: Role) {
  const slug = c.req.param('partner') ?? ''
  const authorization = c.req.header('authorization')
  const { partner, principal } = await requirePartner(ports, authorization, slug, needed)
  return { partner, author: principal.label }
}

const audienceJson = ({ slug: audience, ...told }: AudienceCounts) => ({ audience, ...told })
