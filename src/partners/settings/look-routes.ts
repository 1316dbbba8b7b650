// How a partner looks, as its owners keep it through the API.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../../ports.ts'
import { readBody } from '../../web/body.ts'
import { partnerJson, partnerSchema } from '../../web/calendar-json.ts'
import { requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import { jsonAnswer, jsonBody, KEY, partnerParams, problems } from '../../web/schemas.ts'
import { changeLogoTo, changeLook, giveLogo, MAX_LOGO_BYTES } from './look.ts'
import { lookBody } from './settings-body.ts'

const tags = ['Settings']
const path = '/v1/partners/{partner}/logo'
const image = { schema: z.string().openapi({ format: 'binary' }) }

const patchPartner = createRoute({
  ...{ method: 'patch', path: '/v1/partners/{partner}', tags, security: KEY },
  summary: 'Change how a partner looks',
  description: 'Fields that are absent keep their value. For owners.',
  request: { params: partnerParams, body: jsonBody(lookBody) },
  responses: {
    200: jsonAnswer(partnerSchema, 'The partner'),
    ...problems(400, 401, 403, 404, 413, 415),
  },
})

const putLogo = createRoute({
  ...{ method: 'put', path, tags, security: KEY, summary: 'Give a partner a logo' },
  description:
    'The body is the image: PNG or JPEG by its bytes, at most 512 KiB, 16 to 2048 pixels a side. It is written anew without places, names and comments. For owners.',
  request: {
    params: partnerParams,
    body: { required: true, content: { 'image/png': image, 'image/jpeg': image } },
  },
  responses: {
    200: jsonAnswer(partnerSchema, 'The partner'),
    ...problems(400, 401, 403, 404, 413, 415, 422),
  },
})

const removeLogo = createRoute({
  ...{ method: 'delete', path, tags, security: KEY, summary: 'Take the logo away' },
  description: 'For owners.',
  request: { params: partnerParams },
  responses: { 204: { description: 'Taken away' }, ...problems(401, 403, 404) },
})

export function lookRoutes(ports: Ports) {
  const { publicUrl } = ports.config
  const ownerOf = (c: { req: { header(name: string): string | undefined } }, slug: string) =>
    requirePartner(ports, c.req.header('authorization'), slug, 'owner')
  return router()
    .openapi(patchPartner, async (c) => {
      const { partner, principal } = await ownerOf(c, c.req.valid('param').partner)
      const changed = await changeLook(ports, partner, c.req.valid('json'), principal.label)
      return c.json(partnerJson(publicUrl, changed), 200)
    })
    .openapi(putLogo, async (c) => {
      const { partner, principal } = await ownerOf(c, c.req.valid('param').partner)
      const bytes = await readBody(c.req.raw, MAX_LOGO_BYTES)
      const changed = await giveLogo(ports, partner, bytes, principal.label)
      return c.json(partnerJson(publicUrl, changed), 200)
    })
    .openapi(removeLogo, async (c) => {
      const { partner, principal } = await ownerOf(c, c.req.valid('param').partner)
      await changeLogoTo(ports, partner, null, principal.label)
      return c.body(null, 204)
    })
}
