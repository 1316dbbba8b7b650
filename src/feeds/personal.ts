// A poll of a personal feed: GET /feeds/my/{token}.ics, and of one category's part.

import { type Context, Hono } from 'hono'
import type { Ports } from '../ports.ts'
import { shownRevision } from '../storage/subscriptions.ts'
import { noSubscription } from '../subscriptions/find.ts'
import { chooseCoding, matchesAny } from '../web/conditional.ts'
import { type PersonalEntry, personalCache } from './personal-cache.ts'
import { CORS, encodeParameter, refuseOptions } from './routes.ts'

/**
 * Nobody between us and the subscriber may keep it; asking again costs a 304. By the tag alone: two
 * changes may fall in one second, and a Last-Modified cannot tell them apart.
 */
const CACHE_CONTROL = 'private, no-cache'

export function personalFeedRoutes(ports: Ports): Hono {
  const cache = personalCache(ports)
  const routes = new Hono()

  async function answer(c: Context, token: string, part: string | null): Promise<Response> {
    refuseOptions(new URL(c.req.url).searchParams)
    const found = await cache.find(token, part)
    if (!found) throw noSubscription()
    const { entry } = found
    note(ports, c, entry)
    const coding = chooseCoding(c.req.header('accept-encoding'), ['gzip'])
    const known = c.req.header('if-none-match')
    if (known !== undefined && matchesAny(known, Object.values(entry.tags)))
      return new Response(null, { status: 304, headers: sharedHeaders(entry, coding) })
    if (c.req.method === 'HEAD')
      return new Response(null, { headers: fullHeaders(entry, coding), encodeBody: 'manual' })
    const read = await cache.read(found)
    const body = read.bytes[coding] as Uint8Array<ArrayBuffer>
    // workerd would otherwise compress what is compressed already once more.
    return new Response(body, { headers: fullHeaders(read.entry, coding), encodeBody: 'manual' })
  }

  routes.get('/feeds/my/:file{[^/]+\\.ics}', (c) =>
    answer(c, c.req.param('file').slice(0, -4), null),
  )
  routes.get('/feeds/my/:token/:part{[a-z0-9-]+\\.ics}', (c) =>
    answer(c, c.req.param('token'), c.req.param('part').slice(0, -4)),
  )
  return routes
}

/** Whoever comes, the address alone says whose feed it is. */
function note({ fetches }: Ports, c: Context, { subscription }: PersonalEntry): void {
  if (c.req.method === 'HEAD' || subscription.endedAt) return
  fetches.note({
    subscription: { id: subscription.id, revision: shownRevision(subscription) },
    calendars: subscription.followed.map(({ calendar: { partnerId, id, revision } }) => {
      return { partnerId, calendarId: id, revision }
    }),
    userAgent: c.req.header('user-agent'),
    visitor: null,
  })
}

type Coding = 'identity' | 'gzip'

/** The address is a secret: no page that is opened from it learns it, and nobody lists it. */
const sharedHeaders = ({ tags, lastModified }: PersonalEntry, coding: Coding) => ({
  ...CORS,
  ETag: tags[coding],
  'Last-Modified': lastModified,
  'Cache-Control': CACHE_CONTROL,
  Vary: 'Accept-Encoding',
  'Referrer-Policy': 'no-referrer',
  'X-Robots-Tag': 'noindex',
})

function fullHeaders(entry: PersonalEntry, coding: Coding): Record<string, string> {
  const name = encodeParameter(`${entry.subscription.choices.label ?? 'my'}.ics`)
  return {
    ...sharedHeaders(entry, coding),
    'Content-Type': 'text/calendar; charset=utf-8',
    'Content-Disposition': `inline; filename="my.ics"; filename*=UTF-8''${name}`,
    'Content-Length': String(entry.octets[coding]),
    'X-Content-Type-Options': 'nosniff',
    ...(coding === 'identity' ? {} : { 'Content-Encoding': coding }),
  }
}
