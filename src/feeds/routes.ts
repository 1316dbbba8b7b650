// The hot path: GET /feeds/{partner}/{calendar}.ics. Nothing is rendered, hashed or compressed here.

import { Hono } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { chooseCoding, isFresh } from '../web/conditional.ts'
import { type Coding, type Entry, feedCache } from './cache.ts'

/** Clients poll by their own clock; this is for what stands between them and us. */
const CACHE_CONTROL = 'public, max-age=300, stale-while-revalidate=3600, stale-if-error=604800'

const TRACKING = /^(utm_[a-z0-9_]*|fbclid|gclid)$/i

/** HEAD is answered as GET without the body: Thunderbird asks so before it subscribes. */
export function feedRoutes(ports: Ports): Hono {
  const cache = feedCache(ports)
  const routes = new Hono()

  routes.get('/feeds/:partner/:file{[^/]+\\.ics}', async (c) => {
    refuseOptions(new URL(c.req.url).searchParams)
    const [partner, slug] = [c.req.param('partner'), c.req.param('file').slice(0, -4)]
    const entry = await cache.find(partner, slug)
    if (!entry) throw new Problem('not_found', { what: 'feed', name: `${partner}/${slug}` })
    if (entry.calendar.slug !== slug)
      return c.redirect(`${ports.config.publicUrl}${addressOf(entry)}`, 308)
    const conditions = {
      ifNoneMatch: c.req.header('if-none-match'),
      ifModifiedSince: c.req.header('if-modified-since'),
    }
    const coding = chooseCoding(c.req.header('accept-encoding'), ['br', 'gzip'])
    if (isFresh(conditions, entry.tags, entry.feed.lastModified))
      return new Response(null, { status: 304, headers: sharedHeaders(entry, coding) })
    const bytes = await cache.bytesOf(entry, coding)
    const body = c.req.method === 'HEAD' ? null : (bytes as Uint8Array<ArrayBuffer>)
    return new Response(body, { headers: fullHeaders(entry, coding) })
  })

  return routes
}

const addressOf = ({ calendar }: Entry): string => `/feeds/${calendar.partner}/${calendar.slug}.ics`

/** An option we do not know must never mean "everything". */
function refuseOptions(options: URLSearchParams): void {
  for (const name of options.keys())
    if (!TRACKING.test(name)) throw new Problem('unknown_option', { name, known: '–' })
}

const sharedHeaders = ({ feed, lastModified }: Entry, coding: Coding): Record<string, string> => ({
  ETag: `"${feed[coding].sha256}"`,
  'Last-Modified': lastModified,
  'Cache-Control': CACHE_CONTROL,
  Vary: 'Accept-Encoding',
})

function fullHeaders(entry: Entry, coding: Coding): Record<string, string> {
  const name = encodeURIComponent(`${entry.calendar.settings.name}.ics`).replaceAll("'", '%27')
  return {
    ...sharedHeaders(entry, coding),
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `inline; filename="${entry.calendar.slug}.ics"; filename*=UTF-8''${name}`,
    'Content-Length': String(entry.feed[coding].octets),
    'X-Content-Type-Options': 'nosniff',
    ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
  }
}
