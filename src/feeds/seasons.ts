// A season's archive, for everybody: GET /feeds/{partner}/{calendar}/seasons/{name}.ics.

import { Hono } from 'hono'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { findCalendar } from '../storage/calendars.ts'
import { findSeason, seasonFolder } from '../storage/seasons.ts'
import { chooseCoding, httpDate, isFresh } from '../web/conditional.ts'

/** It never changes. */
const CACHE_CONTROL = 'public, max-age=86400, stale-if-error=604800'

export function seasonFeedRoutes(ports: Ports): Hono {
  const routes = new Hono()
  routes.get('/feeds/:partner/:calendar/seasons/:file{[^/]+\\.ics}', async (c) => {
    const { partner, calendar: slug, file } = c.req.param()
    const name = file.slice(0, -4)
    const calendar = await findCalendar(ports.db, partner, slug)
    const season = calendar && (await findSeason(ports.db, calendar, name))
    if (!season) throw new Problem('not_found', { what: 'season', name })
    if (calendar.slug !== slug) {
      const location = `${ports.config.publicUrl}/feeds/${partner}/${calendar.slug}/seasons/${file}`
      return new Response(null, { status: 308, headers: { ...CORS, Location: location } })
    }
    const { ics } = season.files
    const coding = chooseCoding(c.req.header('accept-encoding'), ['br', 'gzip'])
    const headers: Record<string, string> = {
      ...CORS,
      ...{ ETag: `"${ics[coding].sha256}"`, 'Last-Modified': httpDate(ics.lastModified) },
      ...{ 'Cache-Control': CACHE_CONTROL, Vary: 'Accept-Encoding' },
    }
    const conditions = {
      ifNoneMatch: c.req.header('if-none-match'),
      ifModifiedSince: c.req.header('if-modified-since'),
    }
    const tags = [ics.identity, ics.gzip, ics.br].map(({ sha256 }) => `"${sha256}"`)
    if (isFresh(conditions, tags, ics.lastModified))
      return new Response(null, { status: 304, headers })
    const bytes = await ports.blobs.get(
      `${seasonFolder(calendar, season.revision)}/${ics[coding].sha256}`,
    )
    if (!bytes) throw new Error(`no archive of season ${name} of ${calendar.uid}`)
    const body = c.req.method === 'HEAD' ? null : (bytes as Uint8Array<ArrayBuffer>)
    return new Response(body, {
      headers: {
        ...headers,
        ...{ 'Content-Type': 'text/calendar; charset=utf-8', 'X-Content-Type-Options': 'nosniff' },
        'Content-Disposition': `inline; filename="${calendar.slug}-${name}.ics"`,
        'Content-Length': String(ics[coding].octets),
        ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
      },
      // workerd would otherwise compress what is compressed already once more.
      encodeBody: 'manual',
    })
  })
  return routes
}

const CORS = { 'Access-Control-Allow-Origin': '*', 'Access-Control-Expose-Headers': 'ETag' }
