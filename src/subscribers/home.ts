// The first page: every calendar, its feed, and where the rest is.

import { Hono } from 'hono'
import { html } from 'hono/html'
import { chooseLanguage, type Language } from '../language/choose.ts'
import type { Ports } from '../ports.ts'
import { type Calendar, listCalendars } from '../storage/calendars.ts'
import { listPartners, type Partner } from '../storage/partners.ts'
import { answerPage } from '../web/layout.ts'
import { STYLE } from '../web/style.ts'

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
    how: 'If “Subscribe” opens nothing, copy the .ics address into your app’s “add subscribed calendar”.',
  },
}

export function homeRoutes(ports: Ports): Hono {
  return new Hono()
    .get('/assets/style.css', (c) =>
      c.body(STYLE, 200, {
        'Content-Type': 'text/css; charset=utf-8',
        'Cache-Control': 'public, max-age=3600',
      }),
    )
    .get('/robots.txt', (c) => c.text('User-agent: *\nDisallow: /feeds/my/\nAllow: /\n'))
    .get('/', async (c) => {
      const language = chooseLanguage(c.req.header('accept-language') ?? null, 'ko')
      const groups = await listed(ports)
      return answerPage(c, {
        language,
        title: WORDS[language].title,
        body: homeBody(ports.config.publicUrl, groups, language),
      })
    })
}

interface Group {
  partner: Partner
  calendars: Calendar[]
}

async function listed({ db }: Ports): Promise<Group[]> {
  const partners = await listPartners(db, '', MAX_LISTED)
  const groups = await Promise.all(
    partners.map(async (partner) => ({
      partner,
      calendars: await listCalendars(db, partner.id, '', MAX_LISTED),
    })),
  )
  return groups.filter(({ calendars }) => calendars.length > 0)
}

function homeBody(publicUrl: string, groups: Group[], language: Language) {
  const words = WORDS[language]
  return html`<header><h1>Kalends</h1><p>${words.intro}</p></header>
<main>
${groups.length === 0 ? html`<p class="soft">${words.none}</p>` : html`<p class="soft">${words.how}</p>`}
${groups.map(
  ({ partner, calendars }) => html`<section>
<h2>${textsOf(partner, language).name}</h2>
<p class="soft">${textsOf(partner, language).description ?? ''}</p>
<ul class="cards">${calendars.map((calendar) => card(publicUrl, calendar, language))}</ul>
</section>`,
)}
</main>
<footer><p><a href="/docs">${words.docs}</a> · <a href="/v1/openapi.json">OpenAPI</a></p></footer>`
}

function card(publicUrl: string, calendar: Calendar, language: Language) {
  const words = WORDS[language]
  const { name, description } = textsOf(
    { ...calendar.settings, locale: calendar.settings.language },
    language,
  )
  const feedUrl = `${publicUrl}/feeds/${calendar.partner}/${calendar.slug}.ics`
  return html`<li>
<h3>${name}</h3>
<p class="soft">${description ?? ''}</p>
<p class="actions">
<a class="button" href="${feedUrl.replace(/^https?:/, 'webcal:')}" aria-label="${words.subscribe}: ${name}">${words.subscribe}</a>
<a href="${feedUrl}" aria-label="${words.address}: ${name}">${words.address}</a>
<span class="soft">${words.updated} ${calendar.revision}</span>
</p>
</li>`
}

interface Told {
  name: string
  description: string | null
  locale: string
  translations: Record<string, { name?: string; description?: string }>
}

/** Names in the reader's language, where the partner gave them. */
function textsOf({ name, description, locale, translations }: Told, language: Language) {
  const own = locale === language ? {} : translations[language]
  return { name: own?.name ?? name, description: own?.description ?? description }
}
