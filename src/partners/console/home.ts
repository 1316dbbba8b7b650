// The console's first page: a partner's calendars; before it, for the operator, whose.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { wallTime } from '../../schedule/zones.ts'
import { type CalendarOverview, overviewOf } from '../../storage/overview.ts'
import { findPartner, listPartners, type Partner } from '../../storage/partners.ts'
import { mayAct } from '../../web/principal.ts'
import { consolePage } from './frame/frame.ts'
import { csrfField } from './frame/own-pages.ts'
import { momentText } from './frame/values.ts'
import { HOME_WORDS } from './frame/words.ts'
import { beginSession, requireSession, type Session, type SignedIn } from './sign-in/session.ts'

/** More are found by the partner's name at sign-in. */
const MAX_LISTED = 500

export function homeRoutes(ports: Ports): Hono {
  return new Hono()
    .get('/console', async (c) => {
      const session = await requireSession(ports, c)
      const { partner } = session
      return partner
        ? calendarsPage(ports, c, { ...session, partner })
        : choicePage(ports, c, session)
    })
    .get('/console/partners', async (c) => choicePage(ports, c, await requireSession(ports, c)))
    .post('/console/partners', async (c) => {
      const session = await requireSession(ports, c)
      const { partner: slug } = await c.req.parseBody()
      const partner = typeof slug === 'string' ? await findPartner(ports.db, slug) : null
      if (!partner || session.principal.kind !== 'operator')
        throw new Problem('not_found', { what: 'partner', name: String(slug).slice(0, 80) })
      const { keyId, secretSha256 } = session.stored
      const beginning = { keyId, secretSha256, partnerId: partner.id, instead: session.stored }
      await beginSession(ports, c, beginning)
      return c.redirect('/console', 303)
    })
}

async function choicePage(ports: Ports, c: Context, session: Session) {
  const words = HOME_WORDS[session.language]
  if (session.principal.kind !== 'operator')
    throw new Problem('not_found', { what: 'address', name: c.req.path })
  const partners = await listPartners(ports.db, '', MAX_LISTED)
  const body =
    partners.length === 0
      ? html`<p>${words.noPartners}</p>`
      : html`<form method="post" action="/console/partners">${csrfField(session)}
<ul class="rows">${partners.map((partner) => partnerRow(partner, session.language))}</ul></form>`
  const make = html`<p class="actions"><a class="button" href="/console/new-partner">${words.newPartner}</a></p>`
  return consolePage(c, { title: words.choose, body: html`${body}${make}`, session })
}

function partnerRow({ slug, name, locale, translations }: Partner, language: Language) {
  const { open } = HOME_WORDS[language]
  const translated = locale === language ? undefined : translations[language]?.name
  const shown = translated ?? name
  return html`<li><span><b lang="${translated ? language : locale}">${shown}</b> <span class="soft">${slug}</span></span>
<button name="partner" value="${slug}" aria-label="${open}: ${shown}">${open}</button></li>`
}

async function calendarsPage(ports: Ports, c: Context, session: SignedIn) {
  const words = HOME_WORDS[session.language]
  const { partner, principal } = session
  const calendars = await overviewOf(ports.db, partner.id, ports.now(), MAX_LISTED)
  const body = html`${
    mayAct(principal.role, 'editor')
      ? html`<p class="actions"><a class="button" href="/console/new-calendar">${words.make}</a></p>`
      : ''
  }
${
  calendars.length === 0
    ? html`<p class="soft">${words.none}</p>`
    : html`<ul class="cards">${calendars.map((calendar) => card(calendar, session))}</ul>`
}
${calendars.length === MAX_LISTED ? html`<p class="soft">${words.more(MAX_LISTED)}</p>` : ''}
<section class="after">
${principal.kind === 'operator' ? html`<p><a href="/console/partners">${words.another}</a></p>` : ''}
<form method="post" action="/console/sign-out-everywhere">${csrfField(session)}
<button class="quiet" aria-describedby="everywhere">${words.everywhere}</button>
<p class="soft" id="everywhere">${words.everywhereHint}</p></form>
</section>`
  return consolePage(c, { title: words.title, body, session })
}

function card(
  { slug, name, ahead, revision, publishedAt, waiting }: CalendarOverview,
  session: SignedIn,
) {
  const { language, partner } = session
  const words = HOME_WORDS[language]
  return html`<li>
<h2><a href="/console/calendars/${slug}">${name}</a></h2>
<p class="soft">${slug}</p>
<dl><dt>${words.ahead}</dt><dd>${words.events(ahead)}</dd>
<dt>${words.published}</dt><dd>${
    publishedAt && revision > 0
      ? html`<time datetime="${publishedAt}">${momentText(wallTime(publishedAt, partner.timezone), language)}</time> · ${words.revision(revision)}`
      : words.never
  }</dd></dl>
${waiting > 0 ? html`<p class="waiting">${words.waiting(waiting)}</p>` : ''}
<p class="actions"><a href="/feeds/${partner.slug}/${slug}.ics" aria-label="${words.feed}: ${name}">${words.feed}</a></p>
</li>`
}
