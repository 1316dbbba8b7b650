// Which methods an address knows, so that a wrong one is told from a wrong address.

import type { OpenAPIHono } from '@hono/zod-openapi'
import { Problem } from '../problem.ts'
import { withoutToken } from './secret-paths.ts'

const METHODS = ['GET', 'PUT', 'POST', 'PATCH', 'DELETE']

/** For a request that no route took: 405 where another method would do, else 404. */
export function noRoute(app: OpenAPIHono, method: string, path: string): Problem {
  const known = METHODS.filter((other) => hasRoute(app, other, path))
  if (known.length === 0)
    return new Problem('not_found', { what: 'address', name: withoutToken(path) })
  const allowed = known.flatMap((other) => (other === 'GET' ? ['GET', 'HEAD'] : [other]))
  return new Problem('method_not_allowed', { method, allowed: allowed.join(', ') })
}

/** Middleware is registered for all methods, and answers nothing by itself. */
const hasRoute = (app: OpenAPIHono, method: string, path: string): boolean =>
  app.router
    .match(method, path)[0]
    .some(([[, route]]) => route.method !== 'ALL' && !isAnybodys(route.path))

/** A partner's pages lie at the root: whether there is one by that name, its route cannot tell. */
const isAnybodys = (route: string): boolean => route.startsWith('/:partner')
