// The page of a calendar that is no more: it says so, and what else there is.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Calendar } from '../storage/calendars.ts'
import type { Partner } from '../storage/partners.ts'
import { answerPublicPage } from '../web/public-page.ts'
import { readerOf } from '../web/reader.ts'
import { CALENDAR_WORDS } from './calendar-words.ts'
import { calendarNames, partnerNames, said } from './texts.ts'

export function deletedPage(c: Context, calendar: Calendar, partner: Partner) {
  const reader = readerOf(c)
  const { language, to } = reader
  const words = CALENDAR_WORDS[language]
  const { name } = calendarNames(calendar, language)
  return answerPublicPage(c, {
    ...{ reader, status: 410, noindex: true, title: `${words.deleted} · Kalends` },
    headers: { 'Cache-Control': 'no-cache' },
    body: html`<div class="hero"><p class="trail"${said(name, language)}</p><h1>${words.deleted}</h1>
<p>${words.deletedHow}</p>
<p><a class="button" href="${to(`/${partner.slug}`)}">${words.toPartner(partnerNames(partner, language).name.text)}</a></p></div>`,
  })
}
