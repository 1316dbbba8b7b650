// One event's page: what it is, what has become of it, and everything that was ever said of it.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { addDays } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import { historyOf } from '../storage/event-history.ts'
import type { EventVersion } from '../storage/events.ts'
import { calendarHere } from '../web/addresses.ts'
import { logoPath } from '../web/calendar-json.ts'
import { isReserved } from '../web/names.ts'
import { readerOf } from '../web/reader.ts'
import { partnerOf } from './calendar-page.ts'
import { feedLinks } from './changes-section.ts'
import { deletedPage } from './deleted-page.ts'
import { eventPath, MARKS, marksOf } from './event-row.ts'
import { type EventShown, eventBody } from './event-view.ts'
import { type Happening, repeated } from './happenings.ts'
import { eventLd, jsonLd } from './json-ld.ts'
import { showPage } from './shown-page.ts'
import { calendarNames, eventTexts } from './texts.ts'
import { momentText } from './when.ts'

/** The latest versions that are told. */
const MAX_HISTORY = 50
/** Of a series, the next dates. */
const NEXT = 6
const DAYS_AHEAD = 800

export function eventPages(ports: Ports): Hono {
  return new Hono().get(
    '/:partner{[a-z0-9-]{1,64}}/:calendar{[a-z0-9-]{1,64}}/:uid',
    async (c, next) => {
      const { partner: slug, calendar: name, uid } = c.req.param()
      if (isReserved(slug)) return next()
      const calendar = await calendarHere(ports, c, { partner: slug, calendar: name })
      const partner = await partnerOf(ports, calendar)
      if (calendar.deletedAt) return deletedPage(c, calendar, partner)
      const history = await historyOf(ports.db, calendar, uid, MAX_HISTORY)
      const [event] = history
      if (!event) throw new Problem('not_found', { what: 'event', name: uid })
      const now = ports.now()
      const shown = { calendar, partner, history, event, reader: readerOf(c), now }
      return eventPage(ports, c, { ...shown, next: datesOf(calendar, event, now) })
    },
  )
}

function datesOf(calendar: Calendar, event: EventVersion, now: string): Happening[] {
  if (event.facts.rrule === null || event.removed) return []
  const to = `${addDays(now.slice(0, 10), DAYS_AHEAD)}${now.slice(10)}`
  return repeated(calendar, event, { from: now, to }, NEXT)
}

function eventPage(ports: Ports, c: Context, shown: EventShown): Promise<Response> {
  const { calendar, partner, event, reader, next } = shown
  const { language } = reader
  const { config } = ports
  const { title, place } = eventTexts(event.facts, calendar, language)
  const marks = marksOf(event.facts, event.movedFrom).map((mark) => `[${MARKS[language][mark]}] `)
  const about = { calendar, partner, language, publicUrl: config.publicUrl }
  const named = next[0] ? { ...event, ...next[0] } : event
  return showPage(ports, c, {
    ...{ reader, path: eventPath(calendar, event.uid), status: event.removed ? 410 : 200 },
    title: `${marks.join('')}${title.text} · ${calendarNames(calendar, language).name.text}`,
    description: [momentText(named.facts, language), place?.text, event.facts.reason]
      .filter(Boolean)
      .join(' · '),
    image: partner.logo && logoPath(partner.logo),
    head: html`${feedLinks(config.publicUrl, calendar, reader)}${
      event.removed ? '' : jsonLd([eventLd({ ...named, movedFrom: event.movedFrom }, about)])
    }`,
    body: eventBody(shown),
  })
}
