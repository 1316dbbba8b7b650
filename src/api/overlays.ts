// The overlay of a personal feed as JSON: one event, one opponent, and the list to undo from.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { hideTeam } from '../subscriptions/change.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import {
  dropOverlay,
  patchOverlay,
  putOverlay,
  touchedEvent,
  touchedEvents,
} from '../subscriptions/overlay.ts'
import { router } from '../web/router.ts'
import { jsonAnswer, jsonBody, problems } from '../web/schemas.ts'
import {
  laidJson,
  laidSchema,
  overlayBody,
  overlayIn,
  overlayJson,
  overlayPatch,
  overlaysSchema,
  patchIn,
  teamSchema,
} from './overlay-json.ts'
import { tokenParams } from './subscriptions.ts'

const tags = ['Subscriptions']
const path = '/v1/subscriptions/{token}/overlay'

const listRoute = createRoute({
  ...{ method: 'get', path, tags, summary: 'What is laid over events, the latest first' },
  request: { params: tokenParams },
  responses: { 200: jsonAnswer(overlaysSchema, 'The overlay'), ...problems(404, 410) },
})

const eventParams = tokenParams.extend({ uid: z.string() })

const putRoute = createRoute({
  ...{ method: 'put', path: `${path}/{uid}`, tags, summary: 'Hide, annotate or alarm one event' },
  description:
    'Instead of what was laid over it before. It holds through every re-upload, move and ' +
    'restoration, since an event keeps its UID for life.',
  request: { params: eventParams, body: jsonBody(overlayBody) },
  responses: {
    200: jsonAnswer(laidSchema, 'What is laid over the event now'),
    ...problems(400, 404, 409, 410, 413, 415),
  },
})

const patchRoute = createRoute({
  ...{
    method: 'patch',
    path: `${path}/{uid}`,
    tags,
    summary: 'Change what is laid over one event',
  },
  description: 'What is left out stays as it is, also when another device changed it meanwhile.',
  request: {
    params: eventParams,
    query: z.object({ ifRevision: z.coerce.number().int().min(0).optional() }),
    body: jsonBody(overlayPatch),
  },
  responses: {
    200: jsonAnswer(laidSchema, 'What is laid over the event now'),
    ...problems(400, 404, 409, 410, 413, 415),
  },
})

const dropRoute = createRoute({
  ...{ method: 'delete', path: `${path}/{uid}`, tags, summary: 'One event as it was published' },
  request: { params: eventParams },
  responses: { 204: { description: 'Taken back' }, ...problems(404, 409, 410) },
})

const team = {
  path: `${path}/teams/{team}`,
  tags,
  request: { params: tokenParams.extend({ team: z.string() }) },
} as const

const hideTeamRoute = createRoute({
  ...{ method: 'put', ...team, summary: 'Hide an opponent' },
  description: 'Every game that the team plays in.',
  responses: {
    200: jsonAnswer(teamSchema, 'The opponent is hidden'),
    ...problems(400, 404, 409, 410),
  },
})

const showTeamRoute = createRoute({
  ...{ method: 'delete', ...team, summary: 'Show an opponent again' },
  responses: { 204: { description: 'Taken back' }, ...problems(404, 409, 410) },
})

export function overlayRoutes(ports: Ports) {
  const told = async (token: string) => {
    const subscription = await requireSubscription(ports, token)
    const overlays = (await touchedEvents(ports, subscription)).map(overlayJson)
    const { choices, revision } = subscription
    return { overlays, hiddenTeams: choices.hiddenTeams, revision }
  }
  return router()
    .openapi(listRoute, async (c) => c.json(await told(c.req.valid('param').token), 200))
    .openapi(putRoute, async (c) => {
      const { token, uid } = c.req.valid('param')
      const laid = await putOverlay(ports, token, uid, overlayIn(c.req.valid('json')))
      return c.json(laidJson(laid, await touchedEvent(ports, laid, uid)), 200)
    })
    .openapi(patchRoute, async (c) => {
      const { token, uid } = c.req.valid('param')
      const { ifRevision } = c.req.valid('query')
      const laid = await patchOverlay(ports, token, uid, patchIn(c.req.valid('json')), ifRevision)
      return c.json(laidJson(laid, await touchedEvent(ports, laid, uid)), 200)
    })
    .openapi(dropRoute, async (c) => {
      const { token, uid } = c.req.valid('param')
      await dropOverlay(ports, token, uid)
      return c.body(null, 204)
    })
    .openapi(hideTeamRoute, async (c) => {
      const { token, team } = c.req.valid('param')
      const { revision } = await hideTeam(ports, token, team, true)
      return c.json({ team: team.trim(), hidden: true, revision }, 200)
    })
    .openapi(showTeamRoute, async (c) => {
      const { token, team } = c.req.valid('param')
      await hideTeam(ports, token, team, false)
      return c.body(null, 204)
    })
}
