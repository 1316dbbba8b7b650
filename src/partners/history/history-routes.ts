// A calendar's history: its revisions with author and reason, and the way back to any of them.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../../ports.ts'
import { listRevisions } from '../../storage/revisions.ts'
import { calendarHere } from '../../web/addresses.ts'
import { decodeCursor, encodeCursor } from '../../web/cursor.ts'
import { requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import {
  calendarParams,
  closed,
  cursor,
  jsonAnswer,
  KEY,
  limit,
  next,
  problems,
  reason,
} from '../../web/schemas.ts'
import { restoreRevision } from './restoration.ts'

const revision = z.coerce
  .number()
  .int()
  .min(0)
  .openapi({ param: { name: 'revision', in: 'path', required: true } })

const tags = ['History']
const path = '/v1/partners/{partner}/calendars/{calendar}/revisions'

const revisionSchema = z
  .object({
    revision: z.number().int(),
    kind: z.enum([
      'creation',
      'upload',
      'restoration',
      'edit',
      'season',
      'settings',
      'timezones',
      'deletion',
      'expiry',
    ]),
    uploadId: z.string().nullable(),
    restored: z.number().int().nullable(),
    author: z.string(),
    reason: z.string().nullable(),
    publishedAt: z.string(),
    summary: z.record(z.string(), z.number()),
    feed: z.object({
      ...{ sha256: z.string(), octets: z.number(), events: z.number(), omitted: z.number() },
    }),
  })
  .openapi('Revision')

const listRoute = createRoute({
  ...{ method: 'get', path, tags, security: KEY, summary: 'Revisions, the latest first' },
  request: { params: calendarParams, query: closed({ limit, cursor }) },
  responses: {
    200: jsonAnswer(z.object({ revisions: z.array(revisionSchema), next }), 'Revisions'),
    ...problems(308, 400, 401, 404),
  },
})

const restoreRoute = createRoute({
  ...{ method: 'post', path: `${path}/{revision}/restoration`, tags, security: KEY },
  summary: 'Go back to a revision',
  description:
    'Publishes the inverse as a new revision: the same UIDs revive, events made since get tombstones.',
  request: {
    params: calendarParams.extend({ revision }),
    query: closed({ reason }),
  },
  responses: {
    201: jsonAnswer(revisionSchema, 'The new revision'),
    ...problems(308, 400, 401, 404, 409),
  },
})

export function historyRoutes(ports: Ports) {
  return router()
    .openapi(listRoute, async (c) => {
      await requirePartner(ports, c.req.header('authorization'), c.req.param('partner'))
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      const { limit, cursor } = c.req.valid('query')
      const before = cursor ? Number(decodeCursor('revisions', cursor, ['number'])[0]) : Infinity
      const found = await listRevisions(
        ports.db,
        calendar,
        Math.min(before, Number.MAX_SAFE_INTEGER),
        limit + 1,
      )
      const revisions = found.slice(0, limit)
      const last = revisions.at(-1)
      const more = found.length > limit && last
      return c.json(
        {
          revisions: revisions.map(revisionJson),
          next: more ? encodeCursor('revisions', [last.revision]) : undefined,
        },
        200,
      )
    })
    .openapi(restoreRoute, async (c) => {
      const { partner: slug, revision } = c.req.valid('param')
      const authorization = c.req.header('authorization')
      const { principal } = await requirePartner(ports, authorization, slug, 'editor')
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      const { reason } = c.req.valid('query')
      const act = { author: principal.label, reason: reason ?? null }
      return c.json(revisionJson(await restoreRevision(ports, calendar, revision, act)), 201)
    })
}

const revisionJson = ({ feed, ...revision }: Awaited<ReturnType<typeof restoreRevision>>) => ({
  ...revision,
  feed: {
    ...{ sha256: feed.identity.sha256, octets: feed.identity.octets },
    ...{ events: feed.events, omitted: feed.omitted },
  },
})
