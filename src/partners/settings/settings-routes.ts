// Partners, calendars and keys, as the operator and the partner keep them.

import { createRoute } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ports } from '../../ports.ts'
import { findCalendar } from '../../storage/calendars.ts'
import type { Role } from '../../storage/keys.ts'
import { calendarHere } from '../../web/addresses.ts'
import {
  calendarJson,
  calendarSchema,
  partnerJson,
  partnerSchema,
} from '../../web/calendar-json.ts'
import { principalOf, requireOperator, requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import {
  calendarParams,
  closed,
  jsonAnswer,
  jsonBody,
  KEY,
  partnerParams,
  problems,
  reason,
} from '../../web/schemas.ts'
import { endCalendar, keepPartner, makeCalendar, reviseCalendar } from './settings.ts'
import { calendarBody, partnerBody } from './settings-body.ts'

const tags = ['Settings']
const calendarPath = '/v1/partners/{partner}/calendars/{calendar}'

const putPartner = createRoute({
  ...{ method: 'put', path: '/v1/partners/{partner}', tags, security: KEY },
  summary: 'Make or change a partner',
  request: { params: partnerParams, body: jsonBody(partnerBody) },
  responses: {
    200: jsonAnswer(partnerSchema, 'Changed'),
    201: jsonAnswer(partnerSchema, 'Made'),
    ...problems(400, 401, 403, 404, 413, 415),
  },
})

const putCalendar = createRoute({
  ...{ method: 'put', path: calendarPath, tags, security: KEY },
  summary: 'Make or change a calendar',
  description:
    'Fields that are absent keep their value. `calendar` in the body renames it: its old addresses answer 308 from then on.',
  request: { params: calendarParams, body: jsonBody(calendarBody) },
  responses: {
    200: jsonAnswer(calendarSchema, 'Changed'),
    201: jsonAnswer(calendarSchema, 'Made'),
    ...problems(308, 400, 401, 404, 409, 413, 415),
  },
})

const removeCalendar = createRoute({
  ...{ method: 'delete', path: calendarPath, tags, security: KEY, summary: 'Delete a calendar' },
  description:
    'Its feed goes on answering: for weeks with one event that says so, then with a tiny calendar. The name is never given away.',
  request: {
    params: calendarParams,
    query: closed({ reason }),
  },
  responses: { 204: { description: 'Deleted' }, ...problems(308, 400, 401, 404, 409) },
})

export function settingsRoutes(ports: Ports) {
  return router()
    .openapi(putPartner, async (c) => {
      const { partner: slug } = c.req.valid('param')
      const authorization = c.req.header('authorization')
      const { label: author } = await requireOperatorFor(ports, authorization, slug)
      const kept = await keepPartner(ports, slug, c.req.valid('json'), author)
      return c.json(partnerJson(ports.config.publicUrl, kept.partner), kept.isNew ? 201 : 200)
    })
    .openapi(putCalendar, async (c) => {
      const { partner: partnerSlug, calendar: slug } = c.req.valid('param')
      const { partner, principal } = await roleAt(ports, c, partnerSlug, 'editor')
      const body = c.req.valid('json')
      const known = await findCalendar(ports.db, partnerSlug, slug)
      if (!known && (await makeCalendar(ports, partner, slug, body, principal.label)))
        return c.json(await answer(ports, partnerSlug, slug), 201)
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      const slugNow = await reviseCalendar(ports, calendar, body, principal.label)
      return c.json(await answer(ports, partnerSlug, slugNow), 200)
    })
    .openapi(removeCalendar, async (c) => {
      const { partner: slug } = c.req.valid('param')
      const { principal } = await roleAt(ports, c, slug, 'owner')
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      const { reason } = c.req.valid('query')
      await endCalendar(ports, calendar, { author: principal.label, reason: reason ?? null })
      return c.body(null, 204)
    })
}

const roleAt = (ports: Ports, c: Context, slug: string, needed: Role) =>
  requirePartner(ports, c.req.header('authorization'), slug, needed)

/** A partner may know that it is not the operator; of other partners it learns nothing. */
async function requireOperatorFor(ports: Ports, authorization: string | undefined, slug: string) {
  const principal = await principalOf(ports, authorization)
  if (principal.kind === 'partner') await requirePartner(ports, authorization, slug)
  return requireOperator(ports, authorization)
}

async function answer(ports: Ports, partner: string, slug: string) {
  const calendar = await findCalendar(ports.db, partner, slug)
  if (!calendar) throw new Error(`calendar ${partner}/${slug} is not there after being saved`)
  const { revision } = calendar
  return { ...calendarJson(ports.config.publicUrl, calendar), revision }
}
