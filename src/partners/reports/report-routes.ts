// A partner's queue of reports over HTTP.

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ports } from '../../ports.ts'
import { findEntry, mergedInto } from '../../storage/reports.ts'
import { requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import {
  closed,
  cursor,
  jsonAnswer,
  jsonBody,
  KEY,
  limit,
  next,
  partnerParams,
  problems,
  reason,
} from '../../web/schemas.ts'
import { editedSchema, recurrenceId, SAID, told } from '../by-hand/hand-routes.ts'
import { reportJson, reportSchema, toldJson, toldSchema } from './report-json.ts'
import { queueOf } from './report-queue.ts'
import { acceptReport, KNOWN_REASONS, mergeReport, rejectReport, reportHere } from './reports.ts'

const tags = ['Reports']
const path = '/v1/partners/{partner}/reports'
const params = partnerParams.extend({ id: z.string().max(64) })
const forReporters = 'For the reporters and the history.'
export const MAX_TOLD = 50

const listRoute = createRoute({
  ...{ method: 'get', path, tags, security: KEY, summary: 'Reports by the public' },
  description: 'Entries of the queue, the latest first. Reports that say the same are one.',
  request: {
    params: partnerParams,
    query: closed({
      status: z.enum(['open', 'accepted', 'rejected']).default('open'),
      ...{ limit, cursor },
    }),
  },
  responses: {
    200: jsonAnswer(z.object({ reports: z.array(reportSchema), next }), 'Reports'),
    ...problems(400, 401, 403, 404),
  },
})

const readRoute = createRoute({
  ...{ method: 'get', path: `${path}/{id}`, tags, security: KEY },
  summary: 'One report, with those that say the same',
  request: { params },
  responses: {
    200: jsonAnswer(
      z.object({
        report: reportSchema,
        merged: z.array(toldSchema).openapi({ description: `The latest ${MAX_TOLD}.` }),
      }),
      'The report',
    ),
    ...problems(400, 401, 403, 404),
  },
})

const acceptRoute = createRoute({
  ...{ method: 'post', path: `${path}/{id}/acceptance`, tags, security: KEY },
  summary: 'Accept a report: edit the event by hand and publish it',
  description:
    'Without a body, what was suggested; with one, what is right, in the names of an edit by hand. The decision and the publication are one act.',
  request: {
    params,
    query: closed({
      reason: reason.openapi({ description: forReporters }),
      ifRevision: z.coerce.number().int().min(0).optional().openapi({
        description: 'The revision that was looked at; at any other one: 409.',
      }),
    }),
    body: {
      ...jsonBody(closed({ ...SAID, recurrenceId: recurrenceId.optional() })),
      required: false,
    },
  },
  responses: {
    200: jsonAnswer(editedSchema, 'Published'),
    422: jsonAnswer(editedSchema, 'Nothing was done: the findings say why'),
    ...problems(400, 401, 403, 404, 409, 413, 415),
  },
})

const rejectRoute = createRoute({
  ...{ method: 'post', path: `${path}/{id}/rejection`, tags, security: KEY },
  summary: 'Reject a report, with a reason',
  request: {
    params,
    body: jsonBody(
      closed({
        reason: z
          .string()
          .trim()
          .min(1)
          .max(500)
          .openapi({ description: `Own words, or one of: ${KNOWN_REASONS.join(', ')}` }),
      }),
    ),
  },
  responses: {
    200: jsonAnswer(reportSchema, 'Rejected'),
    ...problems(400, 401, 403, 404, 409, 413, 415),
  },
})

const mergeRoute = createRoute({
  ...{ method: 'post', path: `${path}/{id}/merger`, tags, security: KEY },
  summary: 'Make a report part of another one',
  request: { params, body: jsonBody(closed({ into: z.string().max(64) })) },
  responses: {
    200: jsonAnswer(reportSchema, 'The entry that is left'),
    ...problems(400, 401, 403, 404, 409, 413, 415),
  },
})

export function partnerReportRoutes(ports: Ports) {
  const { db } = ports
  return router()
    .openapi(listRoute, async (c) => {
      const { partner } = await reader(ports, c, c.req.valid('param').partner)
      const { entries, next } = await queueOf(ports, partner.id, c.req.valid('query'))
      return c.json({ reports: entries.map(reportJson), next }, 200)
    })
    .openapi(readRoute, async (c) => {
      const { partner: named, id } = c.req.valid('param')
      const { partner } = await reader(ports, c, named)
      const { entry } = await reportHere(ports, partner.id, id)
      const merged = await mergedInto(db, entry, MAX_TOLD)
      return c.json({ report: reportJson(entry), merged: merged.map(toldJson) }, 200)
    })
    .openapi(acceptRoute, async (c) => {
      const { reported, by } = await editor(ports, c, c.req.valid('param'))
      const { recurrenceId, ...body } = c.req.valid('json') ?? {}
      const { reason = null, ifRevision } = c.req.valid('query')
      const said = Object.keys(body).length > 0 ? body : undefined
      const acceptance = { said, recurrenceId, by, reason, ifRevision }
      const edited = await acceptReport(ports, reported, acceptance)
      return edited.event ? c.json(told(c, edited), 200) : c.json(told(c, edited), 422)
    })
    .openapi(rejectRoute, async (c) => {
      const { reported, by } = await editor(ports, c, c.req.valid('param'))
      await rejectReport(ports, reported, { by, reason: c.req.valid('json').reason })
      return c.json(reportJson((await reread(ports, reported)).entry), 200)
    })
    .openapi(mergeRoute, async (c) => {
      const { reported, by } = await editor(ports, c, c.req.valid('param'))
      const { entry: into } = await reportHere(
        ports,
        reported.entry.partnerId,
        c.req.valid('json').into,
      )
      await mergeReport(ports, reported, { into, by })
      return c.json(reportJson((await findEntry(db, into.partnerId, into.id)) ?? into), 200)
    })
}

const reader = (ports: Ports, c: Context, partner: string) =>
  requirePartner(ports, c.req.header('authorization'), partner)

async function editor(ports: Ports, c: Context, at: { partner: string; id: string }) {
  const authorization = c.req.header('authorization')
  const { partner, principal } = await requirePartner(ports, authorization, at.partner, 'editor')
  return { reported: await reportHere(ports, partner.id, at.id), by: principal.label }
}

const reread = (ports: Ports, { entry }: { entry: { partnerId: number; id: string } }) =>
  reportHere(ports, entry.partnerId, entry.id)
