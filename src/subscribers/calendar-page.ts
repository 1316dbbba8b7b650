// A calendar's page: subscribe, what comes next, the schedule, and what lately changed.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../ports.ts'
import { addDays } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import { findPartnerById, type Partner } from '../storage/partners.ts'
import { latestArrivals, latestCorrections } from '../storage/public-changes.ts'
import { calendarHere } from '../web/addresses.ts'
import { logoPath } from '../web/calendar-json.ts'
import type { Markup } from '../web/layout.ts'
import { isReserved } from '../web/names.ts'
import { type Reader, readerOf } from '../web/reader.ts'
import { appWay } from './app/way.ts'
import { CALENDAR_WORDS } from './calendar-words.ts'
import { markOf, stripeOf } from './cards.ts'
import { feedLinks, recentView } from './changes-section.ts'
import { deletedPage } from './deleted-page.ts'
import { eventRow } from './event-row.ts'
import { type Happening, happeningsIn } from './happenings.ts'
import { eventLd, jsonLd } from './json-ld.ts'
import { type Schedule, scheduleOf, scheduleView } from './schedule-view.ts'
import { showPage } from './shown-page.ts'
import { subscribeView } from './subscribe.ts'
import { calendarNames, partnerNames, said, within } from './texts.ts'

/** How many of the next events stand above the schedule, and how far ahead they may be. */
const NEXT = 3
const DAYS_AHEAD = 400
const MAX_CORRECTIONS = 8
const MAX_ARRIVALS = 2

export function calendarPages(ports: Ports): Hono {
  return new Hono().get(
    '/:partner{[a-z0-9-]{1,64}}/:calendar{[a-z0-9-]{1,64}}',
    async (c, next) => {
      const { partner: slug, calendar: name } = c.req.param()
      if (isReserved(slug)) return next()
      const calendar = await calendarHere(ports, c, { partner: slug, calendar: name })
      const partner = await partnerOf(ports, calendar)
      if (calendar.deletedAt) return deletedPage(c, calendar, partner)
      return calendarPage(ports, c, calendar, partner)
    },
  )
}

export async function partnerOf({ db }: Ports, { partnerId }: Calendar): Promise<Partner> {
  const partner = await findPartnerById(db, partnerId)
  if (!partner) throw new Error(`no partner ${partnerId}`)
  return partner
}

async function calendarPage(ports: Ports, c: Context, calendar: Calendar, partner: Partner) {
  const { db, config } = ports
  const reader = readerOf(c)
  const { language } = reader
  const schedule = await scheduleOf(ports, c, calendar, reader)
  const next = (await happeningsIn(db, calendar, aheadOf(schedule.now), { limit: NEXT })).slice(
    0,
    NEXT,
  )
  const changes = {
    corrections: await latestCorrections(db, calendar, MAX_CORRECTIONS),
    arrivals: await latestArrivals(db, calendar, MAX_ARRIVALS),
  }
  const path = `/${calendar.partner}/${calendar.slug}`
  const { name, description } = calendarNames(calendar, language)
  const about = { calendar, partner, language, publicUrl: config.publicUrl }
  return showPage(ports, c, {
    ...{ reader, path, byDevice: true },
    title: `${name.text} · ${partnerNames(partner, language).name.text}`,
    description: description?.text || CALENDAR_WORDS[language].about(name.text),
    image: partner.logo && logoPath(partner.logo),
    head: html`${feedLinks(config.publicUrl, calendar, reader)}${
      next.length > 0 ? jsonLd(next.map((one) => eventLd(one, about))) : ''
    }`,
    body: html`${heading(calendar, partner, reader)}
<div class="aside"><section class="beside" id="subscribe"><h2>${CALENDAR_WORDS[language].subscribe}</h2>
${subscribeView({
  ...{ name: name.text, language, userAgent: c.req.header('user-agent') },
  feedUrl: `${config.publicUrl}/feeds${path}.ics`,
  pageUrl: `${config.publicUrl}${path}`,
})}${appWay(`${config.publicUrl}${path}`, reader)}${builderLink(calendar, reader)}</section>
<div class="main">${nextView(next, schedule)}
<section id="schedule"><h2>${CALENDAR_WORDS[language].schedule}</h2>${scheduleView(schedule)}${furtherLinks(config.publicUrl, calendar, reader)}</section>
${recentView({ ...changes, calendar, reader, now: schedule.now })}</div></div>`,
  })
}

const aheadOf = (now: string) => ({
  from: now,
  to: `${addDays(now.slice(0, 10), DAYS_AHEAD)}${now.slice(10)}`,
})

function heading(calendar: Calendar, partner: Partner, { language, to }: Reader): Markup {
  const { name, description } = calendarNames(calendar, language)
  return html`<div class="hero"><p class="trail"><a href="${to(`/${partner.slug}`)}">${within(partnerNames(partner, language).name, language)}</a></p>
<div class="titled">${markOf(partner)}<h1${said(name, language)}</h1></div>${stripeOf(calendar.settings.color ?? partner.color)}
${description ? html`<p class="soft"${said(description, language)}</p>` : ''}</div>`
}

function builderLink({ partner, slug }: Calendar, { language, to }: Reader): Markup {
  const words = CALENDAR_WORDS[language]
  return html`<p class="build"><a class="button second" href="${to(`/my/new?calendar=${partner}/${slug}`)}">${words.build}</a></p>
<p class="soft">${words.buildHow}</p>`
}

function furtherLinks(publicUrl: string, calendar: Calendar, { language, to }: Reader): Markup {
  const words = CALENDAR_WORDS[language]
  const path = `/${calendar.partner}/${calendar.slug}`
  const feed = encodeURIComponent(`${publicUrl}/feeds${path}.ics`)
  return html`<p class="further"><a class="more" href="${to(`${path}/report`)}">${words.missing}</a>
<a class="more" href="${to(`/doctor?url=${feed}`)}">${words.doctor}</a></p>`
}

function nextView(next: readonly Happening[], { calendar, reader, now }: Schedule): Markup | '' {
  if (next.length === 0) return ''
  return html`<section><h2>${CALENDAR_WORDS[reader.language].next}</h2><ul class="events next">${next.map(
    (one) => eventRow(one, { calendar, reader, now }),
  )}</ul></section>`
}
