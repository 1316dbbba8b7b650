// The audit log over HTTP.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../../ports.ts'
import { requireCalendar } from '../../publication/calendars.ts'
import { requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import {
  closed,
  cursor,
  jsonAnswer,
  KEY,
  next,
  partnerParams,
  problems,
  slug,
} from '../../web/schemas.ts'
import { auditOf, MAX_CHANGES_TOLD, type ToldEntry } from './audit.ts'

const MAX_ENTRIES = 100

const fields = z.array(z.object({ field: z.string(), from: z.unknown(), to: z.unknown() }))
const entrySchema = z
  .object({
    at: z.string(),
    author: z.string().openapi({ description: 'The label of a key, or `operator`.' }),
    action: z.string().openapi({
      description:
        'A publication (upload, edit, restoration, settings, …), or `key.made`, `invitation.accepted`, `settings.changed`, …',
    }),
    calendar: z.string().nullable(),
    revision: z.number().int().nullable(),
    uploadId: z.string().nullable(),
    filename: z.string().nullable(),
    reason: z.string().nullable(),
    about: z.record(z.string(), z.unknown()),
    changes: z
      .array(
        z.object({
          ...{ type: z.string(), uid: z.string(), title: z.string(), start: z.string() },
          fields,
        }),
      )
      .openapi({ description: `The first ${MAX_CHANGES_TOLD} events of a publication.` }),
    more: z.boolean().openapi({ description: 'Whether there are more changes than these.' }),
  })
  .openapi('AuditEntry')

const route = createRoute({
  ...{ method: 'get', path: '/v1/partners/{partner}/audit', tags: ['People'], security: KEY },
  summary: 'Who changed what',
  description: 'The latest first: publications, and what was done to keys, people and settings.',
  request: {
    params: partnerParams,
    query: closed({
      calendar: slug.optional(),
      event: z
        .string()
        .max(255)
        .optional()
        .openapi({ description: 'The `uid` of an event: only what changed it.' }),
      limit: z.coerce.number().int().min(1).max(MAX_ENTRIES).default(50),
      cursor,
    }),
  },
  responses: {
    200: jsonAnswer(z.object({ entries: z.array(entrySchema), next }), 'Entries'),
    ...problems(400, 401, 403, 404),
  },
})

export function auditRoutes(ports: Ports) {
  return router().openapi(route, async (c) => {
    const { partner: named } = c.req.valid('param')
    const authorization = c.req.header('authorization')
    const { partner } = await requirePartner(ports, authorization, named, 'editor')
    const { calendar: slug, event, limit, cursor } = c.req.valid('query')
    const calendar = slug ? await requireCalendar(ports, partner.slug, slug) : null
    const filter = { calendar, uid: event ?? null, limit, cursor }
    const { entries, next } = await auditOf(ports, partner, filter)
    return c.json({ entries: entries.map(entryJson), next }, 200)
  })
}

const entryJson = ({ place: _, calendarId: __, changes, ...entry }: ToldEntry) => ({
  ...entry,
  changes: changes.map(({ type, fields, after }) => ({
    ...{ type, uid: after.uid, title: after.facts.title, start: after.facts.start, fields },
  })),
})
