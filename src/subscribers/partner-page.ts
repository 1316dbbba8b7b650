// A partner's page: its name and look, and its calendars.

import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import { listCalendars } from '../storage/calendars.ts'
import { findPartner } from '../storage/partners.ts'
import { logoPath } from '../web/calendar-json.ts'
import { isReserved } from '../web/names.ts'
import { readerOf, withOption } from '../web/reader.ts'
import { calendarCard, markOf, stripeOf } from './cards.ts'
import { showPage } from './shown-page.ts'
import { nextByCalendar, soonIn } from './soon.ts'
import { partnerNames, said } from './texts.ts'

/** Calendars on one page. */
const PAGE = 48

const WORDS = {
  ko: {
    calendars: '캘린더',
    none: '아직 캘린더가 없습니다.',
    more: '더 보기',
    about: (name: string) => `${name}의 구독 캘린더`,
  },
  en: {
    calendars: 'Calendars',
    none: 'No calendar yet.',
    more: 'More calendars',
    about: (name: string) => `Calendars of ${name}`,
  },
}

export function partnerPages(ports: Ports): Hono {
  return new Hono().get('/:partner{[a-z0-9-]{1,64}}', async (c, next) => {
    const slug = c.req.param('partner')
    if (isReserved(slug)) return next()
    const partner = await findPartner(ports.db, slug)
    if (!partner) throw new Problem('not_found', { what: 'partner', name: slug })
    const reader = readerOf(c)
    const { language } = reader
    const words = WORDS[language]
    const { name, description } = partnerNames(partner, language)
    const after = c.req.query('after') ?? ''
    const found = await listCalendars(ports.db, partner.id, after, PAGE + 1)
    const calendars = found.slice(0, PAGE)
    const now = ports.now()
    const next_ = nextByCalendar(await soonIn(ports.db, calendars, now))
    const path = `/${slug}`
    const last = found.length > PAGE ? calendars.at(-1) : null
    return showPage(ports, c, {
      ...{
        reader,
        path,
        title: `${name.text} · Kalends`,
        image: partner.logo && logoPath(partner.logo),
      },
      description: description?.text || words.about(name.text),
      body: html`<div class="hero"><div class="titled">${markOf(partner)}<h1${said(name, language)}</h1></div>${stripeOf(partner.color)}
${description ? html`<p class="soft"${said(description, language)}</p>` : ''}</div>
<section><h2>${words.calendars}</h2>
${calendars.length === 0 ? html`<p>${words.none}</p>` : ''}
<ul class="cards">${calendars.map((calendar) =>
        calendarCard({
          calendar,
          partner: null,
          next: next_.get(calendar.id) ?? null,
          reader,
          now,
        }),
      )}</ul>
${last ? html`<p><a class="more" rel="next" href="${reader.to(withOption(path, 'after', last.slug))}">${words.more}</a></p>` : ''}</section>`,
    })
  })
}
