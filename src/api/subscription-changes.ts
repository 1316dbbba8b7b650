// Delta sync of a personal feed: many calendars, filters and overlay applied, one token.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { sha256 } from '../storage/digest.ts'
import { type Subscription, toldTo } from '../storage/subscriptions.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import { syncPage } from '../subscriptions/sync.ts'
import { MAX_HAPPENINGS_AN_EVENT } from '../subscriptions/sync-page.ts'
import { compressedTightly } from '../web/compressed.ts'
import { matchesAny } from '../web/conditional.ts'
import { router } from '../web/router.ts'
import { closed, DEFAULT_PAGE, jsonAnswer, problems } from '../web/schemas.ts'
import { rangeOf } from './range.ts'
import { tokenParams } from './subscriptions.ts'
import { inOrder, ownChangeJson, ownChangesSchema } from './sync-json.ts'
import { decodeSync, encodeSync } from './sync-token.ts'

const bound = (what: string) =>
  z
    .string()
    .optional()
    .openapi({ description: `${what} A date (in your zone) or an instant; both or neither.` })

/** Twice as many as of lists: a season at once. */
const MAX_CHANGES = 1000

const limit = z.coerce
  .number()
  .int()
  .min(1)
  .max(MAX_CHANGES)
  .default(DEFAULT_PAGE)
  .openapi({ description: `How many at most, 1 to ${MAX_CHANGES}.` })

const path = '/v1/subscriptions/{token}/changes'

const changesRoute = createRoute({
  ...{ method: 'get', path, tags: ['Sync'] },
  summary: 'Changes of a personal feed since a token',
  description:
    'One entry per event, as it is now, with filters and overlay applied: an upsert, or a removal ' +
    'of what is not in the feed any more. Other choices and calendars are told in the same way. ' +
    'Without `since`: everything. Keep `next` and come back with it; 410 means: forget everything ' +
    `and start again without \`since\`. With \`from\` and \`to\` each event has its occurrences in that range, at most ${MAX_HAPPENINGS_AN_EVENT}.`,
  request: {
    params: tokenParams,
    query: closed({
      since: z.string().optional().openapi({ description: 'The `next` of the answer before.' }),
      ...{ limit, from: bound('Inclusive.'), to: bound('Exclusive.') },
      hidden: z
        .enum(['true', 'false'])
        .default('false')
        .openapi({ description: 'true: what is hidden is told as such, rather than as gone.' }),
    }),
  },
  responses: {
    200: jsonAnswer(ownChangesSchema, 'Changes'),
    304: { description: 'Nothing has changed since the answer with that ETag' },
    ...problems(400, 404, 410),
  },
})

export function subscriptionChangesRoutes(ports: Ports) {
  const routes = router()
  routes.use('/v1/subscriptions/:token/changes', compressedTightly)
  return routes.openapi(changesRoute, async (c) => {
    const subscription = await requireSubscription(ports, c.req.valid('param').token)
    const { since, limit, hidden: wanted, from, to } = c.req.valid('query')
    const hidden = wanted === 'true'
    const range = rangeIn({ from, to }, subscription, ports.now())
    const before =
      since === undefined ? null : await decodeSync(ports.db, subscription, hidden, since)
    const tag = await tagOf(subscription, [since ?? '', limit, wanted, from ?? '', to ?? ''])
    c.header('ETag', tag)
    if (matchesAny(c.req.header('if-none-match') ?? '', [tag])) return c.body(null, 304)
    const page = await syncPage(ports, subscription, before, { limit, hidden, range })
    const changes = inOrder(page.changes).map((each) => ownChangeJson(each, subscription.choices))
    const next = encodeSync(subscription, hidden, page.next)
    return c.json({ changes, next, more: page.more }, 200)
  })
}

function rangeIn(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  { choices, followed }: Subscription,
  now: string,
) {
  if (from === undefined && to === undefined) return null
  if (from === undefined || to === undefined)
    throw new Problem('invalid_request', {
      ...{ place: `query ${from === undefined ? 'from' : 'to'}`, found: '–' },
      wanted: 'from=2026-04-01&to=2026-05-01',
    })
  const zone = choices.timezone ?? followed[0]?.calendar.settings.timezone ?? 'UTC'
  return rangeOf({ from, to }, zone, now)
}

/** Everything an answer is made from: known before it is made. */
async function tagOf(
  { uid, revision, followed }: Subscription,
  asked: readonly (string | number)[],
): Promise<string> {
  const calendars = followed.map((place) => [
    ...[place.calendar.id, toldTo(place), place.calendar.slug, place.publishedAt],
  ])
  const hash = await sha256(JSON.stringify([uid, revision, calendars, asked]))
  return `"${hash.slice(0, TAG_DIGITS)}"`
}

/** 128 bits. */
const TAG_DIGITS = 32
