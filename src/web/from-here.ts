// Whether a form was sent by a page of this server. Browsers say so, unasked; who says nothing is
// no browser, and has no cookies that somebody else could make use of.

import type { Context } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'

/** Throws `not_from_here` for what another site's page sends. */
export function requireFromHere({ config }: Pick<Ports, 'config'>, c: Context): void {
  const [site, origin] = [c.req.header('sec-fetch-site'), c.req.header('origin')]
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new Problem('not_from_here')
  if (origin === undefined) return
  const hosts = [config.publicUrl, c.req.url].map((url) => new URL(url).host)
  if (!hosts.some((host) => origin === `https://${host}` || origin === `http://${host}`))
    throw new Problem('not_from_here')
}
