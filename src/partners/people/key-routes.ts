// A partner's keys: shown once, stored as a hash, revoked at once.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { type Key, listKeys } from '../../storage/keys.ts'
import { findPartner } from '../../storage/partners.ts'
import { requireOperator, requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import { closed, jsonAnswer, jsonBody, KEY, partnerParams, problems } from '../../web/schemas.ts'
import { endKey, giveRole, makeKey } from './people.ts'
import { label, role } from './person-schema.ts'

const tags = ['Keys']
const path = '/v1/partners/{partner}/keys'
const keyParams = partnerParams.extend({ id: z.string().max(64) })

const newKeySchema = z.object({ id: z.string(), key: z.string() }).openapi('NewKey')
const keySchema = z
  .object({
    id: z.string(),
    label: z.string(),
    role,
    createdAt: z.string(),
    signedInOn: z.string().nullable(),
    revokedAt: z.string().nullable(),
  })
  .openapi('Key')

const createKey = createRoute({
  ...{ method: 'post', path, tags, security: KEY, summary: 'Make a key; it is shown this once' },
  request: {
    params: partnerParams,
    body: jsonBody(closed({ label, role: role.default('owner') })),
  },
  responses: {
    201: jsonAnswer(newKeySchema, 'The key'),
    ...problems(400, 401, 403, 404, 413, 415),
  },
})

const readKeys = createRoute({
  ...{ method: 'get', path, tags, security: KEY, summary: "A partner's keys, without the secrets" },
  request: { params: partnerParams },
  responses: {
    200: jsonAnswer(z.object({ keys: z.array(keySchema) }), 'Keys'),
    ...problems(401, 403, 404),
  },
})

const changeKey = createRoute({
  ...{ method: 'patch', path: `${path}/{id}`, tags, security: KEY },
  summary: 'Give a key another role',
  description: 'Its sessions in the console end.',
  request: { params: keyParams, body: jsonBody(closed({ role })) },
  responses: { 200: jsonAnswer(keySchema, 'The key'), ...problems(400, 401, 403, 404, 413, 415) },
})

const removeKey = createRoute({
  ...{ method: 'delete', path: `${path}/{id}`, tags, security: KEY, summary: 'Revoke a key' },
  request: { params: keyParams },
  responses: { 204: { description: 'Revoked' }, ...problems(400, 401, 403, 404) },
})

export function keyRoutes(ports: Ports) {
  return router()
    .openapi(createKey, async (c) => {
      const { label: author } = await requireOperator(ports, c.req.header('authorization'))
      const { partner: slug } = c.req.valid('param')
      const partner = await findPartner(ports.db, slug)
      if (!partner) throw new Problem('not_found', { what: 'partner', name: slug })
      return c.json(await makeKey(ports, partner, c.req.valid('json'), author), 201)
    })
    .openapi(readKeys, async (c) => {
      const authorization = c.req.header('authorization')
      const { partner } = await requirePartner(
        ...([ports, authorization, c.req.param('partner'), 'owner'] as const),
      )
      return c.json({ keys: (await listKeys(ports.db, partner.id)).map(keyJson) }, 200)
    })
    .openapi(changeKey, async (c) => {
      const { partner: slug, id } = c.req.valid('param')
      const authorization = c.req.header('authorization')
      const { partner, principal } = await requirePartner(ports, authorization, slug, 'owner')
      const { role } = c.req.valid('json')
      return c.json(keyJson(await giveRole(ports, partner, { id, role }, principal.label)), 200)
    })
    .openapi(removeKey, async (c) => {
      const { partner: slug, id } = c.req.valid('param')
      const authorization = c.req.header('authorization')
      const { partner, principal } = await requirePartner(ports, authorization, slug, 'owner')
      await endKey(ports, partner, id, principal.label)
      return c.body(null, 204)
    })
}

const keyJson = ({ secretSha256: _, partnerId: __, ...key }: Key) => key
