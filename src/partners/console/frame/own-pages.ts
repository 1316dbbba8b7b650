// A cookie goes along with whatever site sends a request: what changes something must come from a
// page of this console, and show that page's token.

import type { Context, MiddlewareHandler } from 'hono'
import { html } from 'hono/html'
import { MAX_UPLOAD_BYTES } from '../../../intake/limits.ts'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { readBody } from '../../../web/body.ts'
import { sameDigest } from '../../../web/principal.ts'
import { MAX_KEYS_BYTES } from '../../audiences/audiences.ts'
import { MAX_LOGO_BYTES } from '../../settings/look.ts'
import { MULTIPART_OCTETS } from '../../upload/given-file.ts'
import { type Session, sessionOf } from '../sign-in/session.ts'

const FIELD = 'csrf'
const HEADER = 'x-csrf-token'
/** Of every form but one that holds a file. */
const MAX_FORM_BYTES = 256 * 1024

/** Pages that are open to people without a session yet, for which the sender is proof enough. */
const BEFORE_SESSION = /^\/console\/(?:sign-in|language|invitations\/[^/]+)$/
const UPLOADS = /\/uploads$/
const AUDIENCE_KEYS = /^\/console\/audiences\/[^/]+\/keys$/
const LOGO = /\/settings\/logo$/
/** What an HTML form can send, less the one kind that needs no form. */
const FORM = /^(?:application\/x-www-form-urlencoded|multipart\/form-data)\b/i

/** Stands in every form. */
export const csrfField = ({ csrf }: Pick<Session, 'csrf'>) =>
  html`<input type="hidden" name="${FIELD}" value="${csrf}">`

export const changesNothing = (method: string): boolean => method === 'GET' || method === 'HEAD'

/** Refuses by the headers alone, before any of a body is read. */
export const fromOwnPages =
  (ports: Ports): MiddlewareHandler =>
  async (c, next) => {
    if (!changesNothing(c.req.method) && !isFromHere(ports, c)) throw new Problem('not_from_here')
    await next()
  }

function isFromHere({ config }: Ports, c: Context): boolean {
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  if (site === undefined && origin === undefined) return false
  if (site !== undefined && site !== 'same-origin') return false
  if (/^text\/plain\b/i.test(c.req.header('content-type') ?? '')) return false
  if (origin === undefined) return true
  const hosts = [config.publicUrl, c.req.url].map((url) => new URL(url).host)
  return hosts.some((host) => origin === `https://${host}` || origin === `http://${host}`)
}

function limitOf(path: string): number {
  if (UPLOADS.test(path)) return MAX_UPLOAD_BYTES + MULTIPART_OCTETS
  if (AUDIENCE_KEYS.test(path)) return MAX_KEYS_BYTES + MULTIPART_OCTETS
  return LOGO.test(path) ? MAX_LOGO_BYTES + MULTIPART_OCTETS : MAX_FORM_BYTES
}

/** Asks what changes something for its session's token, in a header or in a form. */
export const withToken =
  (ports: Ports): MiddlewareHandler =>
  async (c, next) => {
    if (changesNothing(c.req.method)) return next()
    const limit = limitOf(c.req.path)
    if (!BEFORE_SESSION.test(c.req.path)) {
      const session = await sessionOf(ports, c)
      if (session) {
        const token = c.req.header(HEADER) ?? (await tokenIn(c, limit))
        if (!token || !sameDigest(token, session.csrf)) throw new Problem('not_from_here')
      }
    }
    await next()
  }

/** The form's token. What was read of the body is put back for the page. */
async function tokenIn(c: Context, limit: number): Promise<string | null> {
  const type = c.req.header('content-type') ?? ''
  if (!FORM.test(type)) return null
  const { url, method, headers } = c.req.raw
  const body = (await readBody(c.req.raw, limit)) as Uint8Array<ArrayBuffer>
  c.req.raw = new Request(url, { method, headers, body })
  const form = await new Response(body, { headers: { 'Content-Type': type } })
    .formData()
    .catch(() => null)
  const token: unknown = form?.get(FIELD)
  return typeof token === 'string' ? token : null
}
