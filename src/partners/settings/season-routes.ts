// Seasons over HTTP: the roll-over, what was archived, and its files.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { findSeason, listSeasons, type Season } from '../../storage/seasons.ts'
import { calendarHere } from '../../web/addresses.ts'
import { requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import {
  calendarParams,
  closed,
  jsonAnswer,
  jsonBody,
  KEY,
  problems,
  reason,
} from '../../web/schemas.ts'
import { EXPORTS } from '../export/export.ts'
import { archivedFile, rollOver } from './seasons.ts'

const tags = ['History']
const path = '/v1/partners/{partner}/calendars/{calendar}/seasons'

const seasonSchema = z
  .object({
    name: z.string(),
    before: z.string(),
    revision: z.number().int(),
    events: z.number().int().openapi({ description: 'How many were archived.' }),
    author: z.string(),
    createdAt: z.string(),
    icsUrl: z.string().openapi({ description: 'The archive, for everybody.' }),
    formats: z.array(z.enum(['ics', 'csv'])),
  })
  .openapi('Season')

const rollRoute = createRoute({
  ...{ method: 'post', path, tags, security: KEY, summary: 'Begin a new season' },
  description:
    'What ended before a day leaves the schedule in one publication and is kept as an archive that never changes. Address and subscribers stay; later files do not bring it back; a restoration does.',
  request: {
    params: calendarParams,
    query: closed({
      reason: reason.openapi({ param: { name: 'reason', in: 'query' } }),
      ifRevision: z.coerce.number().int().min(0).optional(),
    }),
    body: jsonBody(
      closed({
        name: z.string().max(64).openapi({ description: '[a-z0-9-]: stands in an address.' }),
        before: z.iso.date().optional().openapi({ description: 'A day; today unless given.' }),
      }),
    ),
  },
  responses: {
    201: jsonAnswer(seasonSchema, 'Archived'),
    ...problems(308, 400, 401, 403, 404, 409, 413, 415),
  },
})

const listRoute = createRoute({
  ...{ method: 'get', path, tags, security: KEY, summary: 'Archived seasons, the latest first' },
  request: { params: calendarParams },
  responses: {
    200: jsonAnswer(z.object({ seasons: z.array(seasonSchema) }), 'Seasons'),
    ...problems(308, 400, 401, 403, 404),
  },
})

const fileRoute = createRoute({
  ...{ method: 'get', path: `${path}/{name}`, tags, security: KEY },
  summary: 'An archived season as a file',
  request: {
    params: calendarParams.extend({ name: z.string().max(64) }),
    query: closed({ format: z.enum(['csv', 'ics']).default('csv') }),
  },
  responses: {
    200: {
      description: 'The file',
      content: { 'text/csv': { schema: z.string() }, 'text/calendar': { schema: z.string() } },
    },
    ...problems(308, 400, 401, 403, 404, 409),
  },
})

export function seasonRoutes(ports: Ports) {
  const told = (calendar: Calendar, { files, ...season }: Season) => ({
    ...season,
    icsUrl: `${ports.config.publicUrl}/feeds/${calendar.partner}/${calendar.slug}/seasons/${season.name}.ics`,
    formats: files.csv ? (['ics', 'csv'] as const).slice() : (['ics'] as const).slice(),
  })
  return router()
    .openapi(rollRoute, async (c) => {
      const { partner } = c.req.valid('param')
      const authorization = c.req.header('authorization')
      const { principal } = await requirePartner(ports, authorization, partner, 'editor')
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      const { reason = null, ifRevision } = c.req.valid('query')
      const act = { author: principal.label, reason, ifRevision }
      const season = await rollOver(ports, calendar, c.req.valid('json'), act)
      return c.json(told(calendar, season), 201)
    })
    .openapi(listRoute, async (c) => {
      await requirePartner(ports, c.req.header('authorization'), c.req.param('partner'))
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      const seasons = await listSeasons(ports.db, calendar)
      return c.json({ seasons: seasons.map((season) => told(calendar, season)) }, 200)
    })
    .openapi(fileRoute, async (c) => {
      await requirePartner(ports, c.req.header('authorization'), c.req.param('partner'))
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      const { name } = c.req.valid('param')
      const { format } = c.req.valid('query')
      const season = await findSeason(ports.db, calendar, name)
      if (!season) throw new Problem('not_found', { what: 'season', name })
      const bytes = await archivedFile(ports, calendar, season, format)
      return new Response(bytes as Uint8Array<ArrayBuffer>, {
        headers: {
          'Content-Type': EXPORTS[format],
          'Content-Disposition': `attachment; filename="${calendar.partner}-${calendar.slug}-${name}.${format}"`,
        },
      })
    })
}
