// The hot path: GET /feeds/{partner}/{calendar}.ics. Nothing is rendered or compressed here.

import { type Context, Hono } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { chooseCoding, isFresh } from '../web/conditional.ts'
import { addressBlock } from '../web/visitor.ts'
import type { Coding } from './bytes.ts'
import { type Entry, feedCache } from './cache.ts'

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
    if (entry.calendar.slug !== slug) return moved(`${ports.config.publicUrl}${addressOf(entry)}`)
    const conditions = {
      ifNoneMatch: c.req.header('if-none-match'),
      ifModifiedSince: c.req.header('if-modified-since'),
    }
    const coding = chooseCoding(c.req.header('accept-encoding'), ['br', 'gzip'])
    if (isFresh(conditions, entry.tags, entry.feed.lastModified)) {
      note(ports, c, entry)
      return new Response(null, { status: 304, headers: sharedHeaders(entry, coding) })
    }
    const sent = await cache.represent(entry, coding)
    note(ports, c, sent.entry)
    if (sent.entry !== entry && isFresh(conditions, sent.entry.tags, sent.entry.feed.lastModified))
      return new Response(null, { status: 304, headers: sharedHeaders(sent.entry, sent.coding) })
    const body = c.req.method === 'HEAD' ? null : (sent.bytes as Uint8Array<ArrayBuffer>)
    // workerd would otherwise compress what is compressed already once more.
    return new Response(body, {
      headers: fullHeaders(sent.entry, sent.coding),
      encodeBody: 'manual',
    })
  })

  return routes
}

/** Also that a client still has what it had. Thunderbird's HEAD before it subscribes is no fetch. */
function note(ports: Ports, c: Context, { calendar, revision }: Entry): void {
  if (c.req.method === 'HEAD') return
  ports.fetches.note({
    subscription: null,
    calendars: [{ partnerId: calendar.partnerId, calendarId: calendar.id, revision }],
    userAgent: c.req.header('user-agent'),
    visitor: addressBlock(c, ports.config),
  })
}

/** ICSx5 keeps a 308 only. Not for ever, since a calendar may take its old name back. */
const moved = (location: string): Response =>
  new Response(null, {
    status: 308,
    headers: { ...CORS, Location: location, 'Cache-Control': 'public, max-age=300' },
  })

const addressOf = ({ calendar }: Entry): string => `/feeds/${calendar.partner}/${calendar.slug}.ics`

/** An option we do not know must never mean "everything". */
export function refuseOptions(options: URLSearchParams): void {
  for (const name of options.keys())
    if (!TRACKING.test(name)) throw new Problem('unknown_option', { name, known: '–' })
}

/** As the middleware of hono/cors would say it, which makes every answer anew: half of a poll. */
export const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' }

const sharedHeaders = ({ feed, lastModified }: Entry, coding: Coding): Record<string, string> => ({
  ...CORS,
  ETag: `"${feed[coding].sha256}"`,
  'Last-Modified': lastModified,
  'Cache-Control': CACHE_CONTROL,
  Vary: 'Accept-Encoding',
})

function fullHeaders(entry: Entry, coding: Coding): Record<string, string> {
  const name = encodeParameter(`${entry.calendar.settings.name}.ics`)
  return {
    ...sharedHeaders(entry, coding),
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `inline; filename="${entry.calendar.slug}.ics"; filename*=UTF-8''${name}`,
    'Content-Length': String(entry.feed[coding].octets),
    'X-Content-Type-Options': 'nosniff',
    ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
  }
}

/** RFC 8187: what may stand in a header's parameter, everything else percent-encoded. */
export const encodeParameter = (text: string): string =>
  encodeURIComponent(text.toWellFormed()).replace(
    /['()*]/g,
    (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`,
  )
