// Partners' calls go to their thread, where there is one.

import type { Context, MiddlewareHandler } from 'hono'
import { MAX_UPLOAD_BYTES } from '../intake/limits.ts'
import type { Ports } from '../ports.ts'
import { readBody } from '../web/body.ts'
import { principalOf } from '../web/principal.ts'
import { sessionOf } from './console/sign-in/session.ts'
import { MULTIPART_OCTETS } from './upload/given-file.ts'

const PARTNERS = /^\/v1\/(?:partners|uploads)(?:\/|$)/
const CONSOLE = /^\/console(?:\/|$)/

/** Who has no key and no session is refused here, before anything of a body is held. */
export const handOver =
  (ports: Ports): MiddlewareHandler =>
  async (c, next) => {
    const thread = ports.partnersThread
    if (!thread || !(await isPartners(ports, c))) return next()
    const bare = c.req.method === 'GET' || c.req.method === 'HEAD'
    const body = bare ? null : await readBody(c.req.raw, MAX_UPLOAD_BYTES + MULTIPART_OCTETS)
    return thread.answer(c.req.raw, body)
  }

/** Throws `unauthorized` for a key that is none. A visitor of the console is answered here. */
async function isPartners(ports: Ports, c: Context): Promise<boolean> {
  if (CONSOLE.test(c.req.path)) return (await sessionOf(ports, c)) !== null
  const authorization = c.req.header('authorization')
  if (!authorization || !PARTNERS.test(c.req.path)) return false
  await principalOf(ports, authorization)
  return true
}
