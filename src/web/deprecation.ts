// A call that will go away says so itself, a year before: `Deprecation` (RFC 9745), `Sunset` (RFC 8594).

import type { OpenAPIHono } from '@hono/zod-openapi'
import type { MiddlewareHandler } from 'hono'
import { matchedRoutes } from 'hono/route'
import { httpDate } from './conditional.ts'

export const NOTICE_DAYS = 365
const DAY_MS = 86_400_000

/** In a route's definition: `{ deprecated: true, ...deprecation('2027-01-01', '2028-01-01') }`. */
export function deprecation(since: string, sunset: string) {
  const days = (Date.parse(sunset) - Date.parse(since)) / DAY_MS
  if (!(days >= NOTICE_DAYS)) throw new Error(`${days} days of notice: at least ${NOTICE_DAYS}`)
  return { deprecated: true, 'x-deprecated-since': since, 'x-sunset': sunset }
}

type Told = Record<'Deprecation' | 'Sunset' | 'Link', string>

/** `policy`: where a person reads what to do instead. */
export function deprecationHeaders(app: OpenAPIHono, policy: string): MiddlewareHandler {
  let known: Map<string, Told> | null = null
  return async (c, next) => {
    await next()
    known ??= deprecatedIn(app, policy)
    if (known.size === 0) return
    const method = c.req.method === 'HEAD' ? 'GET' : c.req.method
    for (const { path } of matchedRoutes(c))
      for (const [name, value] of Object.entries(known.get(`${method} ${path}`) ?? {}))
        c.header(name, value)
  }
}

function deprecatedIn({ openAPIRegistry }: OpenAPIHono, policy: string): Map<string, Told> {
  const found = new Map<string, Told>()
  for (const definition of openAPIRegistry.definitions) {
    if (definition.type !== 'route') continue
    const { method, path, ...route } = definition.route as Record<string, unknown> & {
      method: string
      path: string
    }
    const [since, sunset] = [route['x-deprecated-since'], route['x-sunset']].map(String)
    if (route.deprecated !== true || !since || !sunset) continue
    found.set(`${method.toUpperCase()} ${path.replace(/\{(\w+)\}/g, ':$1')}`, {
      Deprecation: `@${Date.parse(since) / 1000}`,
      Sunset: httpDate(sunset),
      Link: `<${policy}>; rel="deprecation"; type="text/html"`,
    })
  }
  return found
}
