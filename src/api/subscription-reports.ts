// Reports through a personal feed: also of the private events that it shows, which nobody else may ask
// about.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { outcomeOf } from '../reports/receipt.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import { router } from '../web/router.ts'
import { jsonAnswer, jsonBody, problems } from '../web/schemas.ts'
import {
  filedJson,
  filedSchema,
  outcomeJson,
  outcomeSchema,
  reportBody,
  reported,
} from './reports.ts'
import { tokenParams } from './subscriptions.ts'

const tags = ['Reports']
const path = '/v1/subscriptions/{token}/reports'

const fileRoute = createRoute({
  ...{ method: 'post', path, tags, summary: 'Report that an event of a personal feed is wrong' },
  description:
    'As `POST /v1/reports`, and also of the members’ events that the feed shows: any other is unknown, whether there is one or not. Nothing is kept of who reported.',
  request: { params: tokenParams, body: jsonBody(reportBody) },
  responses: {
    201: jsonAnswer(filedSchema, 'Taken'),
    ...problems(400, 404, 409, 410, 413, 415, 429),
  },
})

const outcomeRoute = createRoute({
  ...{ method: 'get', path: `${path}/{receipt}`, tags },
  summary: 'What became of a report of a members’ event',
  description: 'All of it, for whoever still sees such events in the feed.',
  request: { params: tokenParams.extend({ receipt: z.string().max(64) }) },
  responses: { 200: jsonAnswer(outcomeSchema, 'The report'), ...problems(400, 404, 410) },
})

export function subscriptionReportRoutes(ports: Ports) {
  return router()
    .openapi(fileRoute, async (c) => {
      const { token } = c.req.valid('param')
      const subscription = await requireSubscription(ports, token)
      const { receipt, isPrivate } = await reported(ports, c, c.req.valid('json'), subscription)
      const filed = filedJson(ports, receipt, isPrivate ? token : null)
      return c.json(filed, 201, { 'Cache-Control': 'no-store' })
    })
    .openapi(outcomeRoute, async (c) => {
      const { token, receipt } = c.req.valid('param')
      const outcome = await outcomeOf(ports, receipt, await requireSubscription(ports, token))
      return c.json(outcomeJson(outcome), 200, { 'Cache-Control': 'private, no-store' })
    })
}
