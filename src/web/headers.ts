// Headers of every JSON answer.

import type { MiddlewareHandler } from 'hono'

const PERSONAL = /^\/v1\/subscriptions(\/|$)/

/** What a key or a token was needed for is nobody else's: no cache between keeps it. */
export const jsonHeaders: MiddlewareHandler = async (c, next) => {
  await next()
  c.header('X-Content-Type-Options', 'nosniff')
  if (c.req.header('authorization') || PERSONAL.test(c.req.path))
    c.header('Cache-Control', 'no-store')
}
