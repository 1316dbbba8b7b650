// What a page of another origin may call: all that is read, and what writes without a key.

import type { MiddlewareHandler } from 'hono'
import { cors } from 'hono/cors'

/** The token or receipt is in the address: no header that a browser adds by itself says who asks. */
const WRITTEN_BY_ANYBODY: readonly (readonly [RegExp, readonly string[]])[] = [
  [/^\/v1\/subscriptions(?:\/|$)/, ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE']],
  [/^\/v1\/reports$/, ['GET', 'HEAD', 'POST']],
]
const READ_BY_ANYBODY = ['GET', 'HEAD']

/** What a script may see of an answer, beside what every script may. */
const EXPOSED = [
  ...['ETag', 'Location', 'Retry-After', 'RateLimit', 'RateLimit-Policy', 'Idempotent-Replayed'],
  ...['Deprecation', 'Sunset', 'Link', 'Content-Disposition'],
]
/** How long a browser need not ask again; none of them keeps it for longer. */
const PREFLIGHT_SECONDS = 86_400

/**
 * Never with credentials, and no call of /v1 looks at a cookie. Headers are allowed as they are asked
 * for: each was set by a script that knew what it holds.
 */
export const crossOrigin: MiddlewareHandler = cors({
  origin: '*',
  allowMethods: (_origin, { req }) => {
    const [, methods = READ_BY_ANYBODY] =
      WRITTEN_BY_ANYBODY.find(([paths]) => paths.test(req.path)) ?? []
    return [...methods]
  },
  exposeHeaders: EXPOSED,
  maxAge: PREFLIGHT_SECONDS,
})
