// A personal feed, live: Server-Sent Events that say when to ask for its changes.

import { createRoute, z } from '@hono/zod-openapi'
import { polled, seenOf } from '../live/message.ts'
import type { Ports } from '../ports.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import { hashOf } from '../subscriptions/token.ts'
import { router } from '../web/router.ts'
import { problems } from '../web/schemas.ts'
import { addressBlock } from '../web/visitor.ts'
import { tokenParams } from './subscriptions.ts'

const MAX_ID_CHARS = 1000

const streamRoute = createRoute({
  ...{ method: 'get', path: '/v1/subscriptions/{token}/stream', tags: ['Subscriptions'] },
  summary: 'Told at once when a personal feed changes',
  description:
    'Server-Sent Events: `ready` at the start, then `change` whenever there is something to ask ' +
    '`changes` for, each `{"revision", "calendars": [{"calendar", "revision"}]}`; `ended` when the ' +
    'link is rotated or erased. Where no stream can stay open, one event and the end: coming back ' +
    'after `retry` is the polling.',
  request: {
    params: tokenParams,
    headers: z.object({
      'last-event-id': z.string().optional().openapi({
        description: 'The last `id` that came: what changed since is told at once.',
      }),
    }),
  },
  responses: {
    200: {
      description: 'Events, until either side ends it',
      content: { 'text/event-stream': { schema: z.string() } },
    },
    ...problems(404, 410, 429, 503),
  },
})

/** Proxies pass on each event as it comes, and keep none. */
const HEADERS = {
  'Content-Type': 'text/event-stream; charset=utf-8',
  'Cache-Control': 'no-store',
  'X-Accel-Buffering': 'no',
  'X-Content-Type-Options': 'nosniff',
  'Referrer-Policy': 'no-referrer',
}

export function streamRoutes(ports: Ports) {
  const { live, config } = ports
  return router().openapi(streamRoute, async (c) => {
    const { token } = c.req.valid('param')
    const tokenSha256 = (await hashOf(token)) ?? ''
    const subscription = await requireSubscription(ports, token)
    const head = c.body(null, 200, HEADERS)
    if (c.req.method === 'HEAD') return head
    const lastEventId = c.req.valid('header')['last-event-id']?.slice(0, MAX_ID_CHARS)
    if (!live) return c.body(polled(tokenSha256, seenOf(subscription), lastEventId), 200, HEADERS)
    const asked = { tokenSha256, subscription, lastEventId, block: addressBlock(c, config) }
    return live.open({ ...asked, head, connection: c.env })
  })
}
