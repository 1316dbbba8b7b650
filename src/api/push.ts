// Web Push of a personal feed: the public key, the browsers it rings in, and a test of one.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import {
  MAX_CHANNELS,
  MAX_LABEL_UNITS,
  registerChannel,
  removeChannel,
  testChannel,
} from '../push/channels.ts'
import { vapidOf } from '../push/vapid.ts'
import { channelsOf } from '../storage/push-channels.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import { countPush } from '../web/quota.ts'
import { router } from '../web/router.ts'
import { closed, jsonAnswer, jsonBody, problems } from '../web/schemas.ts'
import { channelJson, channelSchema } from './channel-json.ts'
import { tokenParams } from './subscriptions.ts'

const tags = ['Push']
const path = '/v1/subscriptions/{token}/push'

const listRoute = createRoute({
  ...{ method: 'get', path, tags, summary: 'The key for pushing, and the browsers it rings in' },
  request: { params: tokenParams },
  responses: {
    200: jsonAnswer(
      z.object({
        publicKey: z.string().openapi({
          description: 'The `applicationServerKey` of `pushManager.subscribe()`, base64url.',
        }),
        channels: z.array(channelSchema),
      }),
      'Key and browsers',
    ),
    ...problems(404, 410),
  },
})

const octets = (number: number, what: string) =>
  z.string().openapi({ description: `${what}: ${number} octets, base64url.` })

const registerRoute = createRoute({
  ...{ method: 'post', path, tags, summary: 'Let a browser ring' },
  description:
    'Reminders and near changes are pushed to it from now on (RFC 8030, 8291, 8292). What is sent ' +
    `is what \`PushSubscription.toJSON()\` gives. At most ${MAX_CHANNELS} browsers.`,
  request: {
    params: tokenParams,
    body: jsonBody(
      closed({
        endpoint: z.string(),
        expirationTime: z.number().nullable().optional().openapi({ description: 'Ignored.' }),
        keys: closed({
          p256dh: octets(65, "The browser's public key"),
          auth: octets(16, 'Its secret'),
        }),
        label: z
          .string()
          .nullable()
          .optional()
          .openapi({ description: `Your name for it, at most ${MAX_LABEL_UNITS} units.` }),
        language: z.enum(['ko', 'en']).nullable().optional().openapi({
          description: 'Of what Kalends itself says; by default as the feed’s.',
        }),
      }),
    ),
  },
  responses: {
    201: jsonAnswer(channelSchema, 'It rings'),
    200: jsonAnswer(channelSchema, 'It rang before; the keys were replaced'),
    ...problems(400, 404, 410, 413, 415, 429),
  },
})

const channelParams = tokenParams.extend({
  id: z.string().openapi({ description: 'The browser’s, as the list has it.' }),
})

const removeRoute = createRoute({
  ...{ method: 'delete', path: `${path}/{id}`, tags, summary: 'Let a browser ring no more' },
  request: { params: channelParams },
  responses: { 204: { description: 'It rings no more' }, ...problems(404, 410) },
})

const testRoute = createRoute({
  ...{ method: 'post', path: `${path}/{id}/test`, tags, summary: 'Try a browser' },
  description: 'Within a second on a server, within a minute on Workers.',
  request: { params: channelParams },
  responses: {
    202: { description: 'A notification is on its way' },
    ...problems(404, 410, 429),
  },
})

export function pushRoutes(ports: Ports) {
  return router()
    .openapi(listRoute, async (c) => {
      const subscription = await requireSubscription(ports, c.req.valid('param').token)
      const { publicKey } = await vapidOf(ports)
      const channels = (await channelsOf(ports.db, subscription)).map(channelJson)
      return c.json({ publicKey, channels }, 200)
    })
    .openapi(registerRoute, async (c) => {
      const { token } = c.req.valid('param')
      const { label = null, language = null, endpoint, keys } = c.req.valid('json')
      await countPush(ports, c)
      const wished = { endpoint, keys, label, language }
      const { channel, made } = await registerChannel(ports, token, wished)
      return c.json(channelJson(channel), made ? 201 : 200)
    })
    .openapi(removeRoute, async (c) => {
      const { token, id } = c.req.valid('param')
      await removeChannel(ports, token, id)
      return c.body(null, 204)
    })
    .openapi(testRoute, async (c) => {
      const { token, id } = c.req.valid('param')
      await countPush(ports, c)
      await testChannel(ports, token, id)
      return c.body(null, 202)
    })
}
