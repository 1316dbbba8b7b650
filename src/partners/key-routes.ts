// A partner's keys: shown once, stored as a hash, revoked at once.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { sha256 } from '../storage/digest.ts'
import { findKey, insertKey, listKeys, ROLES, revokeKey } from '../storage/keys.ts'
import { findPartner } from '../storage/partners.ts'
import { partnerKey, requireOperator } from '../web/principal.ts'
import { router } from '../web/router.ts'
import { closed, jsonAnswer, jsonBody, KEY, partnerParams, problems } from '../web/schemas.ts'

const tags = ['Keys']
const path = '/v1/partners/{partner}/keys'

const newKeySchema = z.object({ id: z.string(), key: z.string() }).openapi('NewKey')
const keySchema = z
  .object({
    id: z.string(),
    label: z.string(),
    role: z.enum(ROLES),
    createdAt: z.string(),
    revokedAt: z.string().nullable(),
  })
  .openapi('Key')

const createKey = createRoute({
  ...{ method: 'post', path, tags, security: KEY, summary: 'Make a key; it is shown this once' },
  request: {
    params: partnerParams,
    body: jsonBody(
      closed({
        label: z
          .string()
          .trim()
          .min(1)
          .max(100)
          .regex(/^\P{Cc}*$/u)
          .openapi({ pattern: '^\\P{Cc}*$', description: 'Names the author in the history.' }),
        role: z
          .enum(ROLES)
          .default('owner')
          .openapi({ description: 'Viewers read, editors change, owners also say who may.' }),
      }),
    ),
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

const removeKey = createRoute({
  ...{ method: 'delete', path: `${path}/{id}`, tags, security: KEY, summary: 'Revoke a key' },
  request: { params: partnerParams.extend({ id: z.string().max(64) }) },
  responses: { 204: { description: 'Revoked' }, ...problems(400, 401, 403, 404) },
})

export function keyRoutes(ports: Ports) {
  const { db, mint, now } = ports
  return router()
    .openapi(createKey, async (c) => {
      const partner = await partnerFor(ports, c.req.header('authorization'), c.req.param('partner'))
      const id = mint().slice(-12)
      const key = partnerKey(id, mint() + mint())
      const { label, role } = c.req.valid('json')
      const stored = { id, partnerId: partner.id, label, role, secretSha256: await sha256(key) }
      await db.batch([insertKey({ ...stored, createdAt: now() })])
      return c.json({ id, key }, 201)
    })
    .openapi(readKeys, async (c) => {
      const partner = await partnerFor(ports, c.req.header('authorization'), c.req.param('partner'))
      const keys = (await listKeys(db, partner.id)).map(
        ({ id, label, role, createdAt, revokedAt }) => ({
          ...{ id, label, role, createdAt, revokedAt },
        }),
      )
      return c.json({ keys }, 200)
    })
    .openapi(removeKey, async (c) => {
      const { partner: slug, id } = c.req.valid('param')
      const partner = await partnerFor(ports, c.req.header('authorization'), slug)
      const key = await findKey(db, id)
      if (key?.partnerId !== partner.id) throw new Problem('not_found', { what: 'key', name: id })
      await db.batch([revokeKey(partner.id, id, now())])
      return c.body(null, 204)
    })
}

async function partnerFor(ports: Ports, authorization: string | undefined, slug: string) {
  await requireOperator(ports, authorization)
  const partner = await findPartner(ports.db, slug)
  if (!partner) throw new Problem('not_found', { what: 'partner', name: slug })
  return partner
}
