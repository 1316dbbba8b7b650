// Partners' calls go to their thread, where there is one.

import type { MiddlewareHandler } from 'hono'
import { MAX_UPLOAD_BYTES } from '../intake/limits.ts'
import type { Ports } from '../ports.ts'
import { readBody } from '../web/body.ts'
import { principalOf } from '../web/principal.ts'
import { MULTIPART_OCTETS } from './given-file.ts'

const PARTNERS = /^\/v1\/(?:partners|uploads)(?:\/|$)/

/** Who has no key is refused here, before anything of a body is held. */
export const handOver =
  (ports: Ports): MiddlewareHandler =>
  async (c, next) => {
    const thread = ports.partnersThread
    const authorization = c.req.header('authorization')
    if (!thread || !authorization || !PARTNERS.test(c.req.path)) return next()
    await principalOf(ports, authorization)
    const bare = c.req.method === 'GET' || c.req.method === 'HEAD'
    const body = bare ? null : await readBody(c.req.raw, MAX_UPLOAD_BYTES + MULTIPART_OCTETS)
    return thread.answer(c.req.raw, body)
  }
