// GET /v1/clients: how often calendar programs really fetch.

import { createRoute, z } from '@hono/zod-openapi'
import { FAMILIES } from '../ledger/client.ts'
import { realIntervals } from '../ledger/intervals.ts'
import type { Ports } from '../ports.ts'
import { router } from '../web/router.ts'
import { closed, jsonAnswer, problems } from '../web/schemas.ts'

const minutes = z.number().int()

export const CLIENTS_CACHED = 'public, max-age=3600'

const clientsSchema = z
  .object({
    clients: z.array(
      z.object({
        ...{ family: z.enum(FAMILIES), name: z.string() },
        measuredAt: z.enum(['personal', 'shared']),
        intervals: z.number().int().openapi({ description: 'How many were measured.' }),
        ...{ p10: minutes, median: minutes, p90: minutes },
        said: z.object({ from: minutes, to: minutes }).nullable().openapi({
          description: 'Minutes, as others have seen or as its maker says.',
        }),
      }),
    ),
  })
  .openapi('Clients')

const route = createRoute({
  ...{ method: 'get', path: '/v1/clients', tags: ['Discover'] },
  summary: 'How often calendar programs really fetch',
  description:
    'Minutes between two fetches of one client, measured at this server over the last year; families that were hardly seen are left out.',
  request: { query: closed({}) },
  responses: { 200: jsonAnswer(clientsSchema, 'By family'), ...problems(400) },
})

export function clientsRoutes({ db }: Ports) {
  return router().openapi(route, async (c) => {
    c.header('Cache-Control', CLIENTS_CACHED)
    return c.json({ clients: await realIntervals(db) }, 200)
  })
}
