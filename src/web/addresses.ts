// A renamed calendar answers its old addresses with 308, everywhere.

import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import type { Ports } from '../ports.ts'
import { requireCalendar } from '../publication/calendars.ts'
import type { Calendar } from '../storage/calendars.ts'

/** The calendar at the address asked for; a redirect is thrown when it has moved. */
export async function calendarHere(
  ports: Ports,
  c: Context,
  { partner, calendar: slug }: { partner: string; calendar: string },
): Promise<Calendar> {
  const calendar = await requireCalendar(ports, partner, slug)
  if (calendar.slug === slug) return calendar
  const { pathname, search } = new URL(c.req.url)
  const parts = pathname.split('/')
  const place = parts.lastIndexOf(slug, parts.indexOf(partner) + 2)
  parts[place] = calendar.slug
  const location = `${ports.config.publicUrl}${parts.join('/')}${search}`
  throw new HTTPException(308, {
    res: new Response(null, { status: 308, headers: { Location: location } }),
  })
}
