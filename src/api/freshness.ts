// GET /v1/subscriptions/{token}/freshness: how old the calendar on somebody's phone is.

import { createRoute, z } from '@hono/zod-openapi'
import { chooseLanguage } from '../language/choose.ts'
import { freshnessText } from '../language/freshness.ts'
import { FAMILIES } from '../ledger/client.ts'
import { freshnessOf } from '../ledger/freshness.ts'
import type { Ports } from '../ports.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import { router } from '../web/router.ts'
import { closed, jsonAnswer, problems } from '../web/schemas.ts'
import { tokenParams } from './subscriptions.ts'

const count = z.number().int()
const freshnessSchema = z
  .object({
    at: z.string(),
    clients: z.array(
      z.object({
        ...{ family: z.enum(FAMILIES), name: z.string(), fetchedAt: z.string() },
        seconds: count.openapi({ description: 'How old it is.' }),
        upToDate: z.boolean(),
        changes: count.openapi({ description: 'Upcoming events that are new or otherwise since.' }),
        ownChanges: z.boolean().openapi({ description: 'Its owner chose otherwise since.' }),
        text: z.string().openapi({ example: '7 hours old: one change is not in it yet' }),
      }),
    ),
  })
  .openapi('Freshness')

const route = createRoute({
  ...{ method: 'get', path: '/v1/subscriptions/{token}/freshness', tags: ['Subscriptions'] },
  summary: 'How old it is in each calendar program',
  description:
    'From the fetch ledger, some seconds old; the program that fetched last first. `text` is in the language of `Accept-Language`.',
  request: { params: tokenParams, query: closed({}) },
  responses: { 200: jsonAnswer(freshnessSchema, 'The freshness'), ...problems(400, 404, 410) },
})

export function freshnessRoutes(ports: Ports) {
  return router().openapi(route, async (c) => {
    const subscription = await requireSubscription(ports, c.req.valid('param').token)
    const language = chooseLanguage(
      c.req.header('accept-language') ?? null,
      subscription.language ?? 'en',
    )
    const clients = (await freshnessOf(ports, subscription)).map((client) => {
      return { ...client, text: freshnessText(client, language) }
    })
    return c.json({ at: ports.now(), clients }, 200)
  })
}
