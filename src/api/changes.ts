// Delta sync: what happened to a calendar's events after a token, deletions included.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import type { Calendar } from '../storage/calendars.ts'
import { changedEvents } from '../storage/event-history.ts'
import type { EventVersion } from '../storage/events.ts'
import { revisionTold } from '../storage/revisions.ts'
import { calendarHere } from '../web/addresses.ts'
import { decodeCursor, encodeCursor } from '../web/cursor.ts'
import { router } from '../web/router.ts'
import { calendarParams, closed, jsonAnswer, limit, problems } from '../web/schemas.ts'
import { eventJson, eventSchema } from './event-json.ts'

const changeSchema = z
  .discriminatedUnion('type', [
    z.object({ type: z.literal('upsert'), event: eventSchema }),
    z.object({ type: z.literal('remove'), uid: z.string() }),
  ])
  .openapi('Change')

const changesSchema = z
  .object({
    changes: z.array(changeSchema),
    next: z.string().openapi({ description: 'The token to come back with; always present.' }),
    more: z.boolean().openapi({ description: 'Whether asking again at once gives more.' }),
  })
  .openapi('Changes')

const changesRoute = createRoute({
  ...{ method: 'get', path: '/v1/calendars/{partner}/{calendar}/changes', tags: ['Sync'] },
  summary: 'Changes since a token',
  description:
    'One entry per event, its latest state. Without `since`: everything from the beginning. ' +
    'Keep `next` and come back with it; 410 means: start again without `since`.',
  request: {
    params: calendarParams,
    query: closed({ since: z.string().optional(), limit }),
  },
  responses: { 200: jsonAnswer(changesSchema, 'Changes'), ...problems(308, 400, 404, 410) },
})

/** A place in the order in which events were touched: revision, then uid. */
interface Position {
  revision: number
  /** What everybody calls it, and a token too: it tells of no other revisions. */
  toldNumber: number
  uid: string
}

const BEGINNING: Position = { revision: -1, toldNumber: -1, uid: '' }

export function changesRoutes(ports: Ports) {
  return router().openapi(changesRoute, async (c) => {
    const { since, limit } = c.req.valid('query')
    const calendar = await calendarHere(ports, c, c.req.valid('param'))
    const from = since === undefined ? BEGINNING : await positionOf(ports, calendar, since)
    const found = await changedEvents(ports.db, calendar, from, limit + 1)
    const page = found.slice(0, limit)
    const last = page.at(-1) ?? from
    const next = encodeCursor(`changes ${calendar.uid}`, [last.toldNumber, last.uid])
    const changes = page.map((version) => changeOf(calendar, version))
    return c.json({ changes, next, more: found.length > limit }, 200)
  })
}

/** A token from the future: the operator restored a backup, and only a fresh start is right. */
async function positionOf({ db }: Ports, calendar: Calendar, token: string): Promise<Position> {
  const decoded = decodeCursor(`changes ${calendar.uid}`, token, ['number', 'string'])
  const [toldNumber, uid] = [Number(decoded[0]), String(decoded[1])]
  if (toldNumber === BEGINNING.toldNumber) return BEGINNING
  const revision = await revisionTold(db, calendar, toldNumber)
  if (revision === null) throw new Problem('token_gone')
  return { revision, toldNumber, uid }
}

const changeOf = (calendar: Calendar, version: EventVersion) =>
  version.removed
    ? { type: 'remove' as const, uid: version.uid }
    : { type: 'upsert' as const, event: eventJson(calendar, version) }
