// Personal feeds as JSON: made, looked at, changed, given another link, taken out, erased.

import { createRoute, z } from '@hono/zod-openapi'
import { chooseLanguage } from '../language/choose.ts'
import type { Ports } from '../ports.ts'
import { channelsOf } from '../storage/push-channels.ts'
import { listPersonalFetches } from '../storage/reach.ts'
import { audiencesHad } from '../storage/subscription-changes.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { audiencesOf } from '../subscriptions/audiences.ts'
import { changeSubscription, eraseSubscription, rotateToken } from '../subscriptions/change.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import { categoriesIn } from '../subscriptions/glance.ts'
import { makeSubscription } from '../subscriptions/make.ts'
import { touchedEvents } from '../subscriptions/overlay.ts'
import { countSubscription } from '../web/quota.ts'
import { router } from '../web/router.ts'
import { closed, jsonAnswer, jsonBody, problems } from '../web/schemas.ts'
import { channelJson } from './channel-json.ts'
import { overlayJson } from './overlay-json.ts'
import {
  exportSchema,
  madeSchema,
  oneByOne,
  subscriptionJson,
  subscriptionSchema,
  wishOf,
  wishShape,
} from './subscription-json.ts'

const tags = ['Subscriptions']
const path = '/v1/subscriptions/{token}'

export const tokenParams = z.object({
  token: z.string().openapi({ description: 'As it was given when it was made.' }),
})

const makeRoute = createRoute({
  ...{ method: 'post', path: '/v1/subscriptions', tags, summary: 'Make a personal feed' },
  description: 'No account and no key: the token that is answered is the only way back to it.',
  request: {
    body: jsonBody(closed(wishShape).partial().required({ calendars: true })),
  },
  responses: { 201: jsonAnswer(madeSchema, 'Made'), ...problems(400, 404, 413, 415, 429) },
})

const readRoute = createRoute({
  ...{ method: 'get', path, tags, summary: 'A personal feed and what was chosen' },
  request: { params: tokenParams },
  responses: { 200: jsonAnswer(subscriptionSchema, 'The subscription'), ...problems(404, 410) },
})

const changeRoute = createRoute({
  ...{ method: 'patch', path, tags, summary: 'Choose otherwise' },
  description: 'What is left out stays; of `filters` too. The links stay the same.',
  request: { params: tokenParams, body: jsonBody(closed({ ...wishShape, ...oneByOne }).partial()) },
  responses: {
    200: jsonAnswer(subscriptionSchema, 'As it is now'),
    ...problems(400, 404, 409, 410, 413, 415),
  },
})

const eraseRoute = createRoute({
  ...{ method: 'delete', path, tags, summary: 'Erase a personal feed' },
  description: 'Choices and overlay are forgotten; the feed is one event that says so.',
  request: { params: tokenParams },
  responses: { 204: { description: 'Erased' }, ...problems(404, 410) },
})

const rotateRoute = createRoute({
  ...{ method: 'post', path: `${path}/rotation`, tags, summary: 'Another link' },
  description: 'The same subscription under a new token. The old one ends, and its feed says so.',
  request: { params: tokenParams },
  responses: { 201: jsonAnswer(madeSchema, 'The new links'), ...problems(404, 409, 410, 429) },
})

const exportRoute = createRoute({
  ...{ method: 'get', path: `${path}/export`, tags, summary: 'Everything kept of it' },
  request: { params: tokenParams },
  responses: {
    200: jsonAnswer(exportSchema, 'All of it'),
    ...problems(404, 410),
  },
})

export function subscriptionRoutes(ports: Ports) {
  const told = async (token: string, subscription: Subscription) => {
    const { choices, followed } = subscription
    const all = { choices, followed, overlays: new Map() }
    const categories = choices.split === null ? [] : await categoriesIn(ports, all)
    return subscriptionJson(ports.config, token, subscription, categories)
  }
  return router()
    .openapi(makeRoute, async (c) => {
      const accepted = c.req.header('accept-language')
      const language = accepted === undefined ? null : chooseLanguage(accepted, 'en')
      const wish = wishOf(c.req.valid('json'))
      await countSubscription(ports, c)
      const { token, subscription } = await makeSubscription(ports, wish, language)
      return c.json({ token, ...(await told(token, subscription)) }, 201)
    })
    .openapi(readRoute, async (c) => {
      const { token } = c.req.valid('param')
      return c.json(await told(token, await requireSubscription(ports, token)), 200)
    })
    .openapi(changeRoute, async (c) => {
      const { token } = c.req.valid('param')
      const wish = wishOf(c.req.valid('json'))
      return c.json(await told(token, await changeSubscription(ports, token, wish)), 200)
    })
    .openapi(eraseRoute, async (c) => {
      await eraseSubscription(ports, c.req.valid('param').token)
      return c.body(null, 204)
    })
    .openapi(rotateRoute, async (c) => {
      await countSubscription(ports, c)
      const token = await rotateToken(ports, c.req.valid('param').token)
      const subscription = await requireSubscription(ports, token)
      return c.json({ token, ...(await told(token, subscription)) }, 201)
    })
    .openapi(exportRoute, async (c) => {
      const { token } = c.req.valid('param')
      const subscription = await requireSubscription(ports, token)
      const overlays = (await touchedEvents(ports, subscription)).map(overlayJson)
      const fetches = await fetchesJson(ports, subscription)
      c.header('Content-Disposition', 'attachment; filename="my-calendar.json"')
      const audiences = await audiencesOf(ports, token)
      const had = await audiencesHad(ports.db, subscription)
      const audiencesEver = had.map(({ partner, audience }) => ({ partner, audience }))
      const push = (await channelsOf(ports.db, subscription)).map(channelJson)
      const kept = { overlays, audiences, audiencesHad: audiencesEver, fetches, push }
      return c.json({ ...(await told(token, subscription)), ...kept }, 200)
    })
}

async function fetchesJson({ db }: Ports, { id, followed }: Subscription) {
  const addresses = new Map(
    followed.map(({ calendar }) => [calendar.id, `${calendar.partner}/${calendar.slug}`]),
  )
  return (await listPersonalFetches(db, id)).map((row) => ({
    ...{ family: row.family, calendar: addresses.get(row.calendarId) ?? null },
    ...{ fetchedAt: row.fetchedAt, revision: row.toldNumber, fetches: row.fetches },
  }))
}
