// The first page: every calendar, its feed, and where the rest is.

import { Hono } from 'hono'
import { html } from 'hono/html'
import { chooseLanguage, type Language } from '../language/choose.ts'
import type { Ports } from '../ports.ts'
import { type Calendar, firstCalendars } from '../storage/calendars.ts'
import { type Partner, partnersNamed } from '../storage/partners.ts'
import { logoPath } from '../web/calendar-json.ts'
import { answerPage, colorMark } from '../web/layout.ts'

/** More than these are found through the API; searching comes with the public pages. */
const MAX_LISTED = 200

const WORDS = {
  ko: {
    title: 'Kalends · 구독 캘린더',
    intro: '쓰던 캘린더 앱에서 일정을 받아 보세요. 바뀐 일정은 저절로 고쳐집니다.',
    subscribe: '구독',
    address: '주소 (.ics)',
    updated: '개정',
    none: '아직 캘린더가 없습니다. README를 따라 첫 일정을 올려 보세요.',
    docs: 'API 문서',
    more: '여기 없는 캘린더는 API로 찾을 수 있습니다.',
    how: '‘구독’이 열리지 않으면 .ics 주소를 복사해 캘린더 앱의 ‘구독 캘린더 추가’에 붙여 넣으세요.',
  },
  en: {
    title: 'Kalends · calendars to subscribe to',
    intro:
      'Receive schedules in the calendar app you already use. What changes, changes by itself.',
    subscribe: 'Subscribe',
    address: 'Address (.ics)',
    updated: 'revision',
    none: 'No calendar yet. The README shows how to upload a first schedule.',
    docs: 'API documentation',
    more: 'Calendars that are not here are found through the API.',
    how: 'If “Subscribe” opens nothing, copy the .ics address into your app’s “add subscribed calendar”.',
  },
}

export function homeRoutes(ports: Ports): Hono {
  return new Hono()
    .get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /feeds/my/\nAllow: /\n'))
    .get('/', async (c) => {
      const language = chooseLanguage(c.req.header('accept-language') ?? null, 'ko')
      const found = await firstCalendars(ports.db, MAX_LISTED + 1)
      const groups = await grouped(ports, found.slice(0, MAX_LISTED))
      return answerPage(c, {
        language,
        title: WORDS[language].title,
        body: homeBody(ports.config.publicUrl, groups, language, found.length > MAX_LISTED),
      })
    })
}

interface Group {
  partner: Partner
  calendars: Calendar[]
}

async function grouped({ db }: Ports, calendars: Calendar[]): Promise<Group[]> {
  const slugs = [...new Set(calendars.map(({ partner }) => partner))]
  return (await partnersNamed(db, slugs)).map((partner) => ({
    partner,
    calendars: calendars.filter((calendar) => calendar.partner === partner.slug),
  }))
}

function homeBody(publicUrl: string, groups: Group[], language: Language, more: boolean) {
  const words = WORDS[language]
  return html`<header><h1>Kalends</h1><p>${words.intro}</p></header>
<main>
<p class="soft">${groups.length === 0 ? words.none : words.how}</p>
${groups.map(({ partner, calendars }) => section(publicUrl, partner, calendars, language))}
${more ? html`<p class="soft">${words.more}</p>` : ''}
</main>
<footer><p><a href="/docs">${words.docs}</a> · <a href="/v1/openapi.json">OpenAPI</a></p></footer>`
}

function section(publicUrl: string, partner: Partner, calendars: Calendar[], language: Language) {
  const { name, description } = textsOf(partner, language)
  const { logo, color } = partner
  return html`<section>
<div class="partner">${logo ? html`<img class="logo" src="${logoPath(logo)}" alt="">` : colorMark(color)}<h2${said(name, language)}</h2></div>
${logo && color ? html`<svg class="stripe" aria-hidden="true"><rect width="100%" height="100%" fill="${color}"/></svg>` : ''}
${description ? html`<p class="soft"${said(description, language)}</p>` : ''}
<ul class="cards">${calendars.map((calendar) => card(publicUrl, calendar, language))}</ul>
</section>`
}

function card(publicUrl: string, calendar: Calendar, language: Language) {
  const words = WORDS[language]
  const told = { ...calendar.settings, locale: calendar.settings.language }
  const { name, description } = textsOf(told, language)
  const feedUrl = `${publicUrl}/feeds/${calendar.partner}/${calendar.slug}.ics`
  return html`<li>
<h3${said(name, language)}</h3>
${description ? html`<p class="soft"${said(description, language)}</p>` : ''}
<p class="actions">
<a class="button" href="${feedUrl.replace(/^https?:/, 'webcal:')}" aria-label="${words.subscribe}: ${name.text}">${words.subscribe}</a>
<a href="${feedUrl}" aria-label="${words.address}: ${name.text}">${words.address}</a>
<span class="soft">${words.updated} ${calendar.revision}</span>
</p>
</li>`
}

/** The rest of an element: its language, where it is not the page's, and its text. */
const said = ({ text, lang }: Text, language: Language) =>
  lang === language ? html`>${text}` : html` lang="${lang}">${text}`

interface Text {
  text: string
  lang: string
}

interface Told {
  name: string
  description: string | null
  locale: string
  translations: Record<string, { name?: string; description?: string }>
}

/** Names in the reader's language, where the partner gave them; else in the partner's. */
function textsOf({ name, description, locale, translations }: Told, language: Language) {
  const own = locale === language ? {} : (translations[language] ?? {})
  const text = (translated: string | undefined, original: string): Text =>
    translated ? { text: translated, lang: language } : { text: original, lang: locale }
  return {
    name: text(own.name, name),
    description: own.description || description ? text(own.description, description ?? '') : null,
  }
}
