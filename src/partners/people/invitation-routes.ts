// Invitations over HTTP: made, listed, withdrawn. They are accepted in the console.

import { createRoute, z } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Ports } from '../../ports.ts'
import { type Invitation, openInvitations } from '../../storage/invitations.ts'
import { requirePartner } from '../../web/principal.ts'
import { router } from '../../web/router.ts'
import { closed, jsonAnswer, jsonBody, KEY, partnerParams, problems } from '../../web/schemas.ts'
import { INVITATION_DAYS, invite, MAX_OPEN_INVITATIONS, withdraw } from './people.ts'
import { label, role } from './person-schema.ts'

const tags = ['People']
const path = '/v1/partners/{partner}/invitations'

const invitation = {
  ...{ id: z.string(), label: z.string(), role },
  ...{ createdBy: z.string(), createdAt: z.string(), expiresAt: z.string() },
}
const invitationSchema = z.object(invitation).openapi('Invitation')
const newInvitationSchema = z.object({ ...invitation, url: z.string() }).openapi('NewInvitation')

const inviteRoute = createRoute({
  ...{ method: 'post', path, tags, security: KEY, summary: 'Invite a person' },
  description: `A link that one person may use once within ${INVITATION_DAYS} days; shown this once.`,
  request: {
    params: partnerParams,
    body: jsonBody(closed({ label, role: role.default('editor') })),
  },
  responses: {
    201: jsonAnswer(newInvitationSchema, 'Invited'),
    ...problems(400, 401, 403, 404, 413, 415),
  },
})

const listRoute = createRoute({
  ...{ method: 'get', path, tags, security: KEY, summary: 'Invitations that are open' },
  request: { params: partnerParams },
  responses: {
    200: jsonAnswer(z.object({ invitations: z.array(invitationSchema) }), 'The latest first'),
    ...problems(401, 403, 404),
  },
})

const withdrawRoute = createRoute({
  ...{ method: 'delete', path: `${path}/{id}`, tags, security: KEY },
  summary: 'Withdraw an invitation',
  request: { params: partnerParams.extend({ id: z.string().max(64) }) },
  responses: { 204: { description: 'Withdrawn' }, ...problems(400, 401, 403, 404) },
})

export function invitationRoutes(ports: Ports) {
  const ownerOf = (c: Context) =>
    requirePartner(ports, c.req.header('authorization'), c.req.param('partner') ?? '', 'owner')
  return router()
    .openapi(inviteRoute, async (c) => {
      const { partner, principal } = await ownerOf(c)
      const made = await invite(ports, partner, c.req.valid('json'), principal.label)
      return c.json({ ...invitationJson(made.invitation), url: made.url }, 201)
    })
    .openapi(listRoute, async (c) => {
      const { partner } = await ownerOf(c)
      const open = await openInvitations(ports.db, partner.id, ports.now(), MAX_OPEN_INVITATIONS)
      return c.json({ invitations: open.map(invitationJson) }, 200)
    })
    .openapi(withdrawRoute, async (c) => {
      const { partner, principal } = await ownerOf(c)
      await withdraw(ports, partner, c.req.valid('param').id, principal.label)
      return c.body(null, 204)
    })
}

const invitationJson = ({ partnerId: _, ...invitation }: Invitation) => invitation
