// Builds the application from its ports: every room's routes under one roof, one mapper of errors.

import { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { changesRoutes } from './api/changes.ts'
import { clientsRoutes } from './api/clients.ts'
import { discoverRoutes } from './api/discover.ts'
import { docsRoutes } from './api/docs.ts'
import { eventRoutes } from './api/event.ts'
import { freshnessRoutes } from './api/freshness.ts'
import { occurrenceRoutes } from './api/occurrences.ts'
import { overlayRoutes } from './api/overlays.ts'

import { pushRoutes } from './api/push.ts'

import { reminderRoutes } from './api/reminders.ts'

import { reportRoutes } from './api/reports.ts'
import { searchRoutes } from './api/search.ts'
import { streamRoutes } from './api/stream.ts'
import { subscriptionAudienceRoutes } from './api/subscription-audiences.ts'
import { subscriptionChangesRoutes } from './api/subscription-changes.ts'
import { subscriptionEventRoutes } from './api/subscription-events.ts'
import { subscriptionReportRoutes } from './api/subscription-reports.ts'
import { subscriptionRoutes } from './api/subscriptions.ts'
import { personalFeedRoutes } from './feeds/personal.ts'
import { feedRoutes } from './feeds/routes.ts'
import { seasonFeedRoutes } from './feeds/seasons.ts'
import { MAX_UPLOAD_BYTES } from './intake/limits.ts'
import { audienceRoutes } from './partners/audiences/audience-routes.ts'
import { MAX_KEYS_BYTES } from './partners/audiences/audiences.ts'
import { auditRoutes } from './partners/audit/audit-routes.ts'
import { handRoutes } from './partners/by-hand/hand-routes.ts'
import { fromOwnPages } from './partners/console/frame/own-pages.ts'
import { answerConsoleProblem, isConsole } from './partners/console/frame/problem-page.ts'
import { consoleRoutes } from './partners/console/routes.ts'
import { exportRoutes } from './partners/export/export-routes.ts'
import { handOver } from './partners/hand-over.ts'
import { historyRoutes } from './partners/history/history-routes.ts'
import { reachRoutes } from './partners/history/reach-routes.ts'
import { invitationRoutes } from './partners/people/invitation-routes.ts'
import { keyRoutes } from './partners/people/key-routes.ts'
import { partnerReportRoutes } from './partners/reports/report-routes.ts'
import { MAX_LOGO_BYTES } from './partners/settings/look.ts'
import { lookRoutes } from './partners/settings/look-routes.ts'
import { seasonRoutes } from './partners/settings/season-routes.ts'
import { settingsRoutes } from './partners/settings/settings-routes.ts'
import { sourceRoutes } from './partners/sources/source-routes.ts'
import { storeGroupRoutes } from './partners/store-groups/store-group-routes.ts'
import { MULTIPART_OCTETS } from './partners/upload/given-file.ts'
import { publicationRoutes } from './partners/upload/publication-routes.ts'
import { reviewRoutes } from './partners/upload/review-routes.ts'
import { uploadRoutes } from './partners/upload/upload-routes.ts'
import type { Ports } from './ports.ts'
import { Problem } from './problem.ts'
import { appRoutes } from './subscribers/app/routes.ts'
import { clientsPages } from './subscribers/clients/routes.ts'
import { consultation } from './subscribers/doctor/consultation.ts'
import { doctorJson } from './subscribers/doctor/json.ts'
import { doctorRoutes } from './subscribers/doctor/routes.ts'
import { embedRoutes } from './subscribers/embed/routes.ts'
import { myRoutes } from './subscribers/my/routes.ts'
import { answerPageProblem, isPage } from './subscribers/problem-page.ts'
import { publicRoutes } from './subscribers/routes.ts'
import { crossOrigin } from './web/cross-origin.ts'
import { deprecationHeaders } from './web/deprecation.ts'
import { jsonHeaders } from './web/headers.ts'
import { healthRoutes } from './web/health.ts'
import { idempotent } from './web/idempotency.ts'
import { noRoute } from './web/methods.ts'
import { readableKey } from './web/principal.ts'
import { answerProblem } from './web/problems.ts'
import { tagged } from './web/tagged.ts'

/** Of every body but a file. */
const MAX_BODY_BYTES = 256 * 1024
const UPLOADS = /^\/v1\/partners\/[^/]+\/calendars\/[^/]+\/uploads$/
const AUDIENCE_KEYS = /^\/v1\/partners\/[^/]+\/audiences\/[^/]+\/keys$/
const LOGO = /^\/v1\/partners\/[^/]+\/logo$/

const isRead = (method: string): boolean => method === 'GET' || method === 'HEAD'

function bodyOctets(path: string): number {
  if (UPLOADS.test(path)) return MAX_UPLOAD_BYTES + MULTIPART_OCTETS
  if (AUDIENCE_KEYS.test(path)) return MAX_KEYS_BYTES
  return LOGO.test(path) ? MAX_LOGO_BYTES : MAX_BODY_BYTES
}

export function createApp(ports: Ports): OpenAPIHono {
  const app = new OpenAPIHono()
  const answerError = (error: unknown, c: Context) => answererFor(c)(ports, error, c)
  app.onError(answerError)
  app.notFound((c) => answerError(noRoute(app, c.req.method, c.req.path), c))
  useGuards(app, ports)
  useRooms(app, ports)
  return app
}

/** At a page's address a person is told by a page, a program by a problem. */
function answererFor({ req }: Context) {
  if (isConsole(req.path)) return answerConsoleProblem
  const person = req.header('accept')?.includes('text/html') === true
  return person && isPage(req.path) ? answerPageProblem : answerProblem
}

/** What every call of an API or of the console passes before its room. */
function useGuards(app: OpenAPIHono, ports: Ports): void {
  const deprecated = deprecationHeaders(app, `${ports.config.publicUrl}/docs`)
  app.use('/v1/*', crossOrigin, deprecated, jsonHeaders, tagged, readableKey, handOver(ports))
  app.use('/console/*', fromOwnPages(ports), handOver(ports))
  app.options('/feeds/*', crossOrigin)
  const smallBody = bodyLimit({
    maxSize: MAX_BODY_BYTES,
    onError: () => {
      throw new Problem('too_large', { limit: MAX_BODY_BYTES })
    },
  })
  app.use('/v1/*', (c, next) =>
    isRead(c.req.method) || bodyOctets(c.req.path) > MAX_BODY_BYTES ? next() : smallBody(c, next),
  )
  const once = async (own: Ports, request: Request, env: unknown) =>
    createApp(own).fetch(request, env as object)
  app.use('/v1/*', idempotent(ports, bodyOctets, once))
}

/** In the order in which an address is looked for. */
function useRooms(app: OpenAPIHono, ports: Ports): void {
  app.route('/', personalFeedRoutes(ports))
  app.route('/', feedRoutes(ports))
  app.route('/', seasonFeedRoutes(ports))
  app.route('/', discoverRoutes(ports))
  app.route('/', searchRoutes(ports))
  app.route('/', occurrenceRoutes(ports))
  app.route('/', eventRoutes(ports))
  app.route('/', changesRoutes(ports))
  app.route('/', reportRoutes(ports))
  app.route('/', subscriptionReportRoutes(ports))
  app.route('/', subscriptionRoutes(ports))
  app.route('/', freshnessRoutes(ports))
  app.route('/', overlayRoutes(ports))
  app.route('/', subscriptionAudienceRoutes(ports))
  app.route('/', subscriptionEventRoutes(ports))
  app.route('/', pushRoutes(ports))
  app.route('/', reminderRoutes(ports))
  app.route('/', subscriptionChangesRoutes(ports))
  app.route('/', streamRoutes(ports))
  app.route('/', settingsRoutes(ports))
  app.route('/', lookRoutes(ports))
  app.route('/', keyRoutes(ports))
  app.route('/', invitationRoutes(ports))
  app.route('/', auditRoutes(ports))
  app.route('/', uploadRoutes(ports))
  app.route('/', reviewRoutes(ports))
  app.route('/', publicationRoutes(ports))
  app.route('/', handRoutes(ports))
  app.route('/', partnerReportRoutes(ports))
  app.route('/', storeGroupRoutes(ports))
  app.route('/', sourceRoutes(ports))
  app.route('/', audienceRoutes(ports))
  app.route('/', exportRoutes(ports))
  app.route('/', historyRoutes(ports))
  app.route('/', seasonRoutes(ports))
  app.route('/', reachRoutes(ports))
  app.route('/', consoleRoutes(ports))
  app.route('/', healthRoutes(ports))
  useSubscribersRooms(app, ports)
}

function useSubscribersRooms(app: OpenAPIHono, ports: Ports): void {
  // What the doctor fetches of our own is nobody's subscription.
  const unseen = { ...ports, fetches: { ...ports.fetches, note: () => {} } }
  let within: OpenAPIHono | null = null
  const consult = consultation(ports, async (request) => {
    within ??= createApp(unseen)
    return within.fetch(request)
  })
  app.route('/', doctorJson(consult))
  app.route('/', doctorRoutes(consult))
  app.route('/', clientsRoutes(ports))
  app.route('/', clientsPages(ports))
  app.route('/', embedRoutes(ports))
  app.route('/', docsRoutes(ports, app))
  app.route('/', appRoutes(ports))
  app.route('/', myRoutes(ports))
  // Last, since a partner may have any name that no other page has.
  app.route('/', publicRoutes(ports))
}
