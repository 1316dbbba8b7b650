// Who publishes what: partners and their calendars, for everybody.

import { createRoute, z } from '@hono/zod-openapi'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { listCalendars } from '../storage/calendars.ts'
import { findPartner, listPartners } from '../storage/partners.ts'
import { calendarHere } from '../web/addresses.ts'
import { calendarJson, calendarSchema, partnerJson, partnerSchema } from '../web/calendar-json.ts'
import { decodeCursor, encodeCursor } from '../web/cursor.ts'
import { router } from '../web/router.ts'
import {
  calendarParams,
  closed,
  cursor,
  jsonAnswer,
  limit,
  next,
  partnerParams,
  problems,
} from '../web/schemas.ts'

const page = closed({ limit, cursor })
const partnersSchema = z.object({ partners: z.array(partnerSchema), next })
const calendarsSchema = z.object({ calendars: z.array(calendarSchema), next })
const tags = ['Discover']

const partnersRoute = createRoute({
  ...{ method: 'get', path: '/v1/partners', tags, summary: 'All partners' },
  request: { query: page },
  responses: {
    200: jsonAnswer(partnersSchema, 'Partners by name of address'),
    ...problems(400, 401),
  },
})

const partnerRoute = createRoute({
  ...{ method: 'get', path: '/v1/partners/{partner}', tags, summary: 'One partner' },
  request: { params: partnerParams },
  responses: { 200: jsonAnswer(partnerSchema, 'The partner'), ...problems(401, 404) },
})

const calendarsRoute = createRoute({
  ...{ method: 'get', path: '/v1/partners/{partner}/calendars', tags },
  summary: "A partner's calendars",
  request: { params: partnerParams, query: page },
  responses: { 200: jsonAnswer(calendarsSchema, 'Calendars'), ...problems(400, 401, 404) },
})

const calendarRoute = createRoute({
  ...{ method: 'get', path: '/v1/calendars/{partner}/{calendar}', tags, summary: 'One calendar' },
  request: { params: calendarParams },
  responses: { 200: jsonAnswer(calendarSchema, 'The calendar'), ...problems(308, 404) },
})

export function discoverRoutes(ports: Ports) {
  const { db, config } = ports
  return router()
    .openapi(partnersRoute, async (c) => {
      const { limit, cursor } = c.req.valid('query')
      const found = await listPartners(db, after('partners', cursor), limit + 1)
      const partners = found.slice(0, limit).map((each) => partnerJson(config.publicUrl, each))
      return c.json({ partners, next: nextOf('partners', found, limit) }, 200)
    })
    .openapi(partnerRoute, async (c) => {
      const { partner } = c.req.valid('param')
      return c.json(partnerJson(config.publicUrl, await partnerAt(ports, partner)), 200)
    })
    .openapi(calendarsRoute, async (c) => {
      const { limit, cursor } = c.req.valid('query')
      const partner = await partnerAt(ports, c.req.valid('param').partner)
      const found = await listCalendars(db, partner.id, after('calendars', cursor), limit + 1)
      const calendars = found
        .slice(0, limit)
        .map((calendar) => calendarJson(config.publicUrl, calendar))
      return c.json({ calendars, next: nextOf('calendars', found, limit) }, 200)
    })
    .openapi(calendarRoute, async (c) => {
      const calendar = await calendarHere(ports, c, c.req.valid('param'))
      return c.json(calendarJson(config.publicUrl, calendar), 200)
    })
}

async function partnerAt({ db }: Ports, slug: string) {
  const partner = await findPartner(db, slug)
  if (!partner) throw new Problem('not_found', { what: 'partner', name: slug })
  return partner
}

const after = (kind: string, cursor: string | undefined): string =>
  cursor ? String(decodeCursor(kind, cursor, ['string'])[0]) : ''

function nextOf(kind: string, found: readonly { slug: string }[], limit: number) {
  const last = found[limit - 1]
  return found.length > limit && last ? encodeCursor(kind, [last.slug]) : undefined
}
