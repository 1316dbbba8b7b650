// Calendars and partners as cards: who gives it, what it is, what comes next.

import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'
import { zoneText } from '../language/zone-names.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Partner } from '../storage/partners.ts'
import { logoPath } from '../web/calendar-json.ts'
import { colorMark, type Markup } from '../web/layout.ts'
import type { Reader } from '../web/reader.ts'
import type { Happening } from './happenings.ts'
import { calendarNames, eventTexts, partnerNames, said, within } from './texts.ts'
import { momentSaid, OWN_ZONE } from './when.ts'

const WORDS = { ko: { next: '다음', now: '지금' }, en: { next: 'Next', now: 'On now' } }

/** Categories that many calendars have; any other is shown as its partner wrote it. */
const CATEGORIES: Record<string, Record<Language, string>> = {
  __proto__: null as never,
  sports: { ko: '스포츠', en: 'Sports' },
  baseball: { ko: '야구', en: 'Baseball' },
  football: { ko: '축구', en: 'Football' },
  motorsport: { ko: '모터스포츠', en: 'Motorsport' },
  university: { ko: '대학교', en: 'University' },
  school: { ko: '학교', en: 'School' },
  shop: { ko: '매장', en: 'Shops' },
  sale: { ko: '할인', en: 'Sales' },
  idol: { ko: '아이돌', en: 'Idols' },
  music: { ko: '음악', en: 'Music' },
  holiday: { ko: '휴일', en: 'Holidays' },
}

export const categoryText = (category: string, language: Language): string =>
  CATEGORIES[category]?.[language] ?? category

/** The partner's logo, else its colour. */
export const markOf = ({ logo, color }: Partner): Markup | '' =>
  logo ? html`<img class="logo" src="${logoPath(logo)}" alt="">` : colorMark(color)

/** A line in the partner's colour, where it has one. */
export const stripeOf = (color: string | null): Markup | '' =>
  color
    ? html`<svg class="stripe" aria-hidden="true"><rect width="100%" height="100%" fill="${color}"/></svg>`
    : ''

interface Card {
  calendar: Calendar
  /** Null on its own page. */
  partner: Partner | null
  next: Happening | null
  reader: Reader
  now: string
}

export function calendarCard({ calendar, partner, next, reader, now }: Card): Markup {
  const { language, to } = reader
  const { name, description } = calendarNames(calendar, language)
  const { category, color } = calendar.settings
  return html`<li>
${partner ? html`<p class="from">${markOf(partner)}${within(partnerNames(partner, language).name, language)}</p>` : ''}
<h3>${colorMark(color)} <a href="${to(`/${calendar.partner}/${calendar.slug}`)}"${said(name, language)}</a></h3>
${description ? html`<p class="soft clip"${said(description, language)}</p>` : ''}
<p class="foot">${category ? html`<span class="chip">${categoryText(category, language)}</span> ` : ''}${
    next ? nextText(next, calendar, language, now) : ''
  }</p>
</li>`
}

function nextText(next: Happening, calendar: Calendar, language: Language, now: string): Markup {
  const { facts, startsAt } = next
  const isOn = startsAt <= now
  const shown = isOn ? facts : { ...facts, end: null }
  const { text, datetime } = momentSaid(shown, language, now.slice(0, 4), isOn)
  const zone =
    facts.allDay || facts.timezone === OWN_ZONE[language]
      ? ''
      : html` <small>${zoneText(facts.timezone, language)}</small>`
  return html`<span>${WORDS[language][isOn ? 'now' : 'next']}: <time datetime="${datetime}">${text}${zone}</time> ${within(eventTexts(facts, calendar, language).title, language)}</span>`
}

export function partnerCard(partner: Partner, { language, to }: Reader): Markup {
  const { name } = partnerNames(partner, language)
  return html`<li class="face"><h3>${markOf(partner)}<a href="${to(`/${partner.slug}`)}"${said(name, language)}</a></h3>${stripeOf(partner.color)}</li>`
}
