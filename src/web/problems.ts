// The one place where a problem becomes a status and an RFC 9457 body.

import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { chooseLanguage } from '../language/choose.ts'
import { describeProblem } from '../language/problems.ts'
import type { Ports } from '../ports.ts'
import { Problem, type ProblemCode } from '../problem.ts'
import { describe, outageOf } from './outage.ts'
import { withoutToken } from './secret-paths.ts'

export const STATUSES: Record<ProblemCode, ContentfulStatusCode> = {
  invalid_request: 400,
  unknown_option: 400,
  token_invalid: 400,
  unauthorized: 401,
  forbidden: 403,
  not_from_here: 403,
  too_many_attempts: 429,
  pulled_just_now: 429,
  too_many_subscriptions: 429,
  too_many_reports: 429,
  reports_full: 429,
  report_decided: 409,
  report_not_about: 409,
  invitation_over: 410,
  not_found: 404,
  url_not_allowed: 400,
  not_fetched: 502,
  http_status: 502,
  name_invalid: 400,
  name_reserved: 400,
  name_taken: 409,
  calendar_moved_on: 409,
  calendar_deleted: 409,
  upload_not_ready: 409,
  questions_open: 409,
  plan_changed: 409,
  publication_time: 400,
  nothing_given: 400,
  guard_not_confirmed: 409,
  revision_not_earlier: 409,
  not_exportable: 409,
  idempotency_conflict: 409,
  idempotency_busy: 409,
  idempotency_lost: 409,
  season_taken: 409,
  group_name_taken: 409,
  nothing_to_archive: 409,
  token_gone: 410,
  too_many: 409,
  audience_in_use: 409,
  audience_key_invalid: 400,
  audience_key_unknown: 404,
  audience_key_used_up: 409,
  over_limit: 400,
  overlays_full: 409,
  choice_invalid: 400,
  subscription_ended: 410,
  subscription_busy: 409,
  subscription_moved_on: 409,
  too_many_streams: 429,
  network_streams_full: 429,
  streams_full: 503,
  endpoint_not_allowed: 400,
  push_key_invalid: 400,
  too_many_pushes: 429,
  doctor_busy: 503,
  mail_unavailable: 409,
  too_large: 413,
  file_too_costly: 422,
  unsupported_media: 415,
  image_kind: 415,
  image_damaged: 422,
  image_measures: 422,
  method_not_allowed: 405,
  quarantined: 503,
  unavailable: 503,
  internal: 500,
}

/** Answers whatever was thrown. What is not a Problem is a bug: logged in full, told in short. */
export function answerProblem(ports: Ports, thrown: unknown, c: Context): Response {
  if (thrown instanceof HTTPException && isRedirect(thrown.status)) return thrown.getResponse()
  const problem = problemOf(ports, thrown, c)
  const language = chooseLanguage(c.req.header('accept-language') ?? null, 'en')
  const { title, detail } = describeProblem(problem.code, problem.params, language)
  const status = STATUSES[problem.code]
  const headers: Record<string, string> = {
    'Content-Type': 'application/problem+json; charset=utf-8',
    'Content-Language': language,
    'Cache-Control': 'no-store',
    Vary: 'Accept-Language',
    'Access-Control-Allow-Origin': '*',
    'X-Content-Type-Options': 'nosniff',
    ...problemHeaders(problem),
  }
  if (status === 401) headers['WWW-Authenticate'] = 'Bearer realm="kalends"'
  const type = `${ports.config.publicUrl}/docs#problem-${problem.code}`
  const body = { ...problem.params, type, title, status, code: problem.code, detail }
  return c.body(JSON.stringify(body), status, headers)
}

/** What a problem tells the program that asked, whatever the answer looks like. */
export function problemHeaders({ code, params }: Problem): Record<string, string> {
  const status = STATUSES[code]
  if (code === 'method_not_allowed') return { Allow: String(params.allowed) }
  if (code === 'pulled_just_now') return { 'Retry-After': String(params.seconds) }
  if (status === 429) return { 'Retry-After': String(Number(params.minutes) * 60) }
  if (code === 'idempotency_busy') return { 'Retry-After': '5' }
  return status === 503 ? { 'Retry-After': '60' } : {}
}

/** Where to go instead: a renamed calendar's address, the sign-in. */
export const isRedirect = (status: number): boolean => status === 303 || status === 308

export function problemOf(ports: Ports, thrown: unknown, c: Context): Problem {
  if (thrown instanceof Problem) return thrown
  if (thrown instanceof HTTPException && thrown.status < 500) return bodyProblem(thrown, c)
  const id = ports.mint().slice(0, 8)
  const error = describe(thrown)
  ports.log.error('request failed', {
    id,
    method: c.req.method,
    path: withoutToken(c.req.path),
    error,
  })
  const why = outageOf(thrown)
  return why ? new Problem('unavailable', { id, why }) : new Problem('internal', { id })
}

/** Only the reading of a body throws these: of another kind, or not what it says it is. */
function bodyProblem({ status, message }: HTTPException, c: Context): Problem {
  const wanted = 'application/json'
  if (status === 415)
    return new Problem('unsupported_media', {
      found: (c.req.header('content-type') ?? '–').slice(0, 80),
      wanted,
    })
  return new Problem('invalid_request', { place: 'body', found: message, wanted })
}
