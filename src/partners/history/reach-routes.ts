// GET …/reach: how many people a calendar reaches, through what, and what share has a revision.

import { createRoute, z } from '@hono/zod-openapi'
import { FAMILIES } from '../../ledger/client.ts'
import { FACTS } from '../../ledger/families.ts'
import { type Reach, reachOf } from '../../ledger/reach.ts'
import type { Ports } from '../../ports.ts'
import { listRevisions, type Revision } from '../../storage/revisions.ts'
import { calendarHere } from '../../web/addresses.ts'
import { requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import { calendarParams, closed, jsonAnswer, KEY, problems } from '../../web/schemas.ts'

const REVISIONS_SHOWN = 10

const count = z.number().int()
const familySchema = z.object({
  family: z.enum(FAMILIES),
  name: z.string(),
  polls: z.enum(['device', 'cloud', 'nobody']).openapi({
    description:
      'device: for one person; cloud: one fetch for all of its users; nobody: not a calendar.',
  }),
  fetchedAt: z.string(),
  revision: count.nullable(),
  fetches: count,
  devices: count,
  personal: count,
})

const reachSchema = z
  .object({
    ...{ partner: z.string(), calendar: z.string(), revision: count, at: z.string() },
    subscribers: count.openapi({ description: 'personal + devices + one for each of services.' }),
    atLeast: z
      .boolean()
      .openapi({ description: 'A service fetches once for all: there are more.' }),
    ...{ personal: count, devices: count, services: z.array(z.enum(FAMILIES)) },
    families: z.array(familySchema),
    revisions: z.array(
      z.object({
        ...{ revision: count, publishedAt: z.string(), have: count, of: count },
        percent: count.nullable(),
      }),
    ),
  })
  .openapi('Reach')

const route = createRoute({
  ...{ method: 'get', path: '/v1/partners/{partner}/calendars/{calendar}/reach' },
  ...{ tags: ['History'], security: KEY, summary: 'How many people a calendar reaches' },
  description:
    'From the fetch ledger, some seconds old: who is subscribed, and how many have a revision.',
  request: { params: calendarParams, query: closed({}) },
  responses: { 200: jsonAnswer(reachSchema, 'The reach'), ...problems(308, 400, 401, 404) },
})

export function reachRoutes(ports: Ports) {
  return router().openapi(route, async (c) => {
    await requirePartner(ports, c.req.header('authorization'), c.req.param('partner'))
    const calendar = await calendarHere(ports, c, c.req.valid('param'))
    const at = ports.now()
    const [reach, revisions] = await Promise.all([
      reachOf(ports.db, calendar, at),
      listRevisions(ports.db, calendar, calendar.revision + 1, REVISIONS_SHOWN),
    ])
    const { partner, slug, revision } = calendar
    return c.json({ partner, calendar: slug, revision, at, ...reachJson(reach, revisions) }, 200)
  })
}

const reachJson = ({ have, families, ...counted }: Reach, revisions: readonly Revision[]) => ({
  ...counted,
  families: families.map((row) => ({ ...row, name: FACTS[row.family].name })),
  revisions: revisions.map(({ revision, publishedAt }) => ({
    ...{ revision, publishedAt },
    ...have(revision),
  })),
})
