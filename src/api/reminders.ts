// GET /v1/subscriptions/{token}/reminders: what rings when, so that an app only schedules it.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { within } from '../schedule/subscription.ts'
import { requireSubscription } from '../subscriptions/find.ts'
import { dueReminders, zoneOf } from '../subscriptions/reminders.ts'
import { decodeCursor, encodeCursor } from '../web/cursor.ts'
import { router } from '../web/router.ts'
import { closed, cursor, jsonAnswer, limit, next, problems } from '../web/schemas.ts'
import { rangeOf } from './range.ts'
import { tokenParams } from './subscriptions.ts'

const DEFAULT_DAYS = 7
/** A phone holds no more notifications than of two months. */
export const MAX_REMINDED_DAYS = 62
const DAY_MS = 86_400_000

const reminderSchema = z
  .object({
    at: z.string().openapi({ description: 'When it rings.', example: '2026-05-01T09:00:00Z' }),
    key: z.string().openapi({
      description: 'Names the rule and the happening, and stays when that moves: schedule by it.',
    }),
    kind: z.enum(['before', 'day', 'allDay', 'tickets']),
    minutes: z.number().int().nullable().openapi({
      description: 'Of `before` and `tickets`: so many before the start, or before they open.',
    }),
    uid: z.string(),
    recurrenceId: z.string().nullable(),
    calendar: z.string().openapi({ example: 'harbour/regatta' }),
    title: z.string(),
    body: z.string().openapi({ example: 'Today 18:30 · Jamsil' }),
    startsAt: z.string().openapi({ description: 'Of the event.' }),
    ...{ allDay: z.boolean(), timeTbd: z.boolean(), timezone: z.string() },
    url: z.string().nullable().openapi({ description: 'Of the event; of the tickets, for those.' }),
  })
  .openapi('Reminder')

const bound = (what: string) =>
  z
    .string()
    .optional()
    .openapi({ description: `${what} A date (in your zone) or an instant.` })

const route = createRoute({
  ...{ method: 'get', path: '/v1/subscriptions/{token}/reminders', tags: ['Subscriptions'] },
  summary: 'What rings when',
  description:
    'Computed from `reminders` of the subscription and of single events, ordered by `at`, then `key`. ' +
    'Ask again after every change: what is not among the answer any more is to be taken back.',
  request: {
    params: tokenParams,
    query: closed({
      from: bound('Inclusive; now, unless given.'),
      to: bound(`Exclusive; ${DEFAULT_DAYS} days on, unless given; at most ${MAX_REMINDED_DAYS}.`),
      ...{ limit, cursor },
    }),
  },
  responses: {
    200: jsonAnswer(z.object({ reminders: z.array(reminderSchema), next }), 'Reminders'),
    ...problems(400, 404, 410),
  },
})

export function reminderRoutes(ports: Ports) {
  return router().openapi(route, async (c) => {
    const subscription = await requireSubscription(ports, c.req.valid('param').token)
    const { limit, cursor, ...bounds } = c.req.valid('query')
    const range = remindedRange(bounds, zoneOf(subscription), ports.now())
    const found = await dueReminders(ports, subscription, range, {
      ...(cursor ? { after: positionOf(cursor) } : {}),
      limit: limit + 1,
    })
    const page = found.slice(0, limit)
    const last = page.at(-1)
    const next = found.length > limit && last ? encodeCursor(LIST, [last.at, last.key]) : undefined
    return c.json({ reminders: page, next }, 200)
  })
}

/** Throws `invalid_request`, or `over_limit` for more days than are told at once. */
function remindedRange(bounds: { from?: string; to?: string }, zone: string, now: string) {
  const { from } = rangeOf({ from: bounds.from ?? now }, zone, now)
  const week = new Date(Date.parse(from) + DEFAULT_DAYS * DAY_MS).toISOString()
  const range = rangeOf({ from, to: bounds.to ?? week }, zone, now)
  const days = Math.ceil((Date.parse(range.to) - Date.parse(range.from)) / DAY_MS)
  within('to', MAX_REMINDED_DAYS, days)
  return { from: range.from, to: range.to }
}

const LIST = 'reminders'

function positionOf(cursor: string) {
  const [at, key] = decodeCursor(LIST, cursor, ['string', 'string'])
  return { at: String(at), key: String(key) }
}
