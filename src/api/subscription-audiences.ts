// Private events of a personal feed as JSON: opened by a member's key, and left again.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { audiencesOf, leaveAudience, openAudiences } from '../subscriptions/audiences.ts'
import { countMemberKey } from '../web/quota.ts'
import { router } from '../web/router.ts'
import { closed, jsonAnswer, jsonBody, problems, slug } from '../web/schemas.ts'
import { membershipSchema } from './subscription-json.ts'
import { tokenParams } from './subscriptions.ts'

const tags = ['Subscriptions']
const path = '/v1/subscriptions/{token}/audiences'

const membershipsSchema = z.object({ audiences: z.array(membershipSchema) })

const listRoute = createRoute({
  ...{ method: 'get', path, tags, summary: 'Audiences whose private events it has' },
  request: { params: tokenParams },
  responses: { 200: jsonAnswer(membershipsSchema, 'Audiences'), ...problems(404, 410) },
})

const openRoute = createRoute({
  ...{ method: 'put', path, tags, summary: 'Open private events with a member’s key' },
  description:
    'A membership number or ticket code, as the partner gave it. Its events are in the feed from ' +
    'then on, for as long as the key is good. Wrong ones are counted: 429 for a while after too many.',
  request: {
    params: tokenParams,
    body: jsonBody(
      closed({
        partner: slug,
        key: z.string().max(200).openapi({ example: 'CARD-0001' }),
      }),
    ),
  },
  responses: {
    200: jsonAnswer(membershipsSchema, 'All that are open now'),
    ...problems(400, 404, 409, 410, 413, 415, 429),
  },
})

const leaveRoute = createRoute({
  ...{ method: 'delete', path: `${path}/{partner}/{audience}`, tags },
  summary: 'Leave an audience',
  description: 'Its events leave the feed; the key is free for another.',
  request: { params: tokenParams.extend({ partner: slug, audience: slug }) },
  responses: { 204: { description: 'Left' }, ...problems(404, 409, 410) },
})

export function subscriptionAudienceRoutes(ports: Ports) {
  return router()
    .openapi(listRoute, async (c) => {
      const { token } = c.req.valid('param')
      return c.json({ audiences: await audiencesOf(ports, token) }, 200)
    })
    .openapi(openRoute, async (c) => {
      const { token } = c.req.valid('param')
      await countMemberKey(ports, c)
      return c.json({ audiences: await openAudiences(ports, token, c.req.valid('json')) }, 200)
    })
    .openapi(leaveRoute, async (c) => {
      const { token, ...which } = c.req.valid('param')
      await leaveAudience(ports, token, which)
      return c.body(null, 204)
    })
}
