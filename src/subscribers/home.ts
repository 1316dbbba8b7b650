// The first page: find a calendar by words, category or region; what is on this week; who publishes.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../ports.ts'
import { categories, regions, searchCalendars } from '../storage/calendar-search.ts'
import { type Calendar, firstCalendars } from '../storage/calendars.ts'
import { listPartners, type Partner, partnersNamed } from '../storage/partners.ts'
import type { Markup } from '../web/layout.ts'
import { type Reader, readerOf, withOption } from '../web/reader.ts'
import { shownQuery, wordsIn } from '../web/words-search.ts'
import { APP_WORDS } from './app/way.ts'
import { calendarCard, categoryText, partnerCard } from './cards.ts'
import { eventRow } from './event-row.ts'
import { HOME_WORDS } from './home-words.ts'
import { showPage } from './shown-page.ts'
import { nextByCalendar, type Soon, soonIn } from './soon.ts'
import { partnerNames, within } from './texts.ts'
import { OWN_ZONE } from './when.ts'

/** Calendars on one page. */
export const PAGE = 24
const MAX_CHOICES = 100
/** Calendars whose week is looked at. */
const MAX_LOOKED_AT = 200
/** Rows of the week, and partners that are shown. */
const MAX_SOON = 8
const MAX_PARTNERS = 24

interface Search {
  query: string
  category: string | null
  region: string | null
  after: { partner: string; slug: string }
}

export function homeRoutes(ports: Ports): Hono {
  return new Hono().get('/', async (c) => {
    const reader = readerOf(c)
    const search = searchOf(c)
    const words = HOME_WORDS[reader.language]
    const found = await searchCalendars(ports.db, {
      ...search,
      ...{ words: wordsIn(search.query), limit: PAGE + 1 },
    })
    const calendars = found.slice(0, PAGE)
    const all = isSearch(search) ? [] : await firstCalendars(ports.db, MAX_LOOKED_AT)
    const shown: Shown = {
      ...{ search, calendars, reader, more: found.length > PAGE, now: ports.now() },
      partners: await partnersNamed(ports.db, [
        ...new Set([...calendars, ...all].map((one) => one.partner)),
      ]),
      soon: await soonIn(ports.db, isSearch(search) ? calendars : all, ports.now()),
      faces: isSearch(search) ? [] : await listPartners(ports.db, '', MAX_PARTNERS),
      choices: {
        categories: await categories(ports.db, MAX_CHOICES),
        regions: await regions(ports.db, MAX_CHOICES),
      },
    }
    const title = search.query ? words.found(search.query) : words.title
    return showPage(ports, c, {
      ...{ reader, path: '/', title, description: words.intro, body: homeBody(shown) },
    })
  })
}

/** Unknown options are nobody's wish here: an address with a tracker's mark is the same page. */
function searchOf(c: Context): Search {
  const chosen = (name: string) => shownQuery(c.req.query(name) ?? '') || null
  const [partner = '', slug = ''] = (c.req.query('after') ?? '').split('/')
  return {
    query: shownQuery(c.req.query('q') ?? ''),
    ...{ category: chosen('category'), region: chosen('region'), after: { partner, slug } },
  }
}

const isSearch = ({ query, category, region, after }: Search): boolean =>
  query !== '' || category !== null || region !== null || after.partner !== ''

interface Shown {
  search: Search
  calendars: Calendar[]
  partners: Partner[]
  soon: Soon[]
  faces: Partner[]
  choices: { categories: string[]; regions: string[] }
  more: boolean
  reader: Reader
  now: string
}

function homeBody(shown: Shown): Markup {
  const { search, soon, faces, calendars, reader } = shown
  const words = HOME_WORDS[reader.language]
  return html`<div class="hero front"><h1>${words.heading}</h1><p class="soft">${words.intro}</p>
${searchForm(shown)}</div>
${isSearch(search) || soon.length === 0 ? '' : week(shown)}
${isSearch(search) ? '' : appSection(reader)}
<section><h2>${isSearch(search) ? words.results : words.calendars}</h2>
${calendars.length === 0 ? html`<p>${isSearch(search) ? words.nothing : words.none}</p>` : cards(shown)}
${more(shown)}</section>
${faces.length > 1 ? html`<section><h2>${words.partners}</h2><ul class="cards faces">${faces.map((partner) => partnerCard(partner, reader))}</ul></section>` : ''}`
}

const appSection = ({ language, to }: Reader): Markup =>
  html`<p class="app-way"><a class="button second" href="${to('/app')}">${APP_WORDS[language].home}</a> <span class="soft">${APP_WORDS[language].why}</span></p>`

function searchForm({ search, choices, reader }: Shown): Markup {
  const words = HOME_WORDS[reader.language]
  const select = (name: string, label: string, chosen: string | null, all: [string, string][]) =>
    all.length === 0
      ? ''
      : html`<div><label for="${name}">${label}</label><select id="${name}" name="${name}"><option value="">${words.all}</option>${all.map(
          ([value, text]) =>
            html`<option value="${value}"${value === chosen ? html` selected` : ''}>${text}</option>`,
        )}</select></div>`
  const named = choices.categories.map((one): [string, string] => [
    one,
    categoryText(one, reader.language),
  ])
  return html`<form class="search" method="get" action="/" role="search">
${reader.chosen ? html`<input type="hidden" name="lang" value="${reader.language}">` : ''}
<div class="words"><label for="q">${words.query}</label><input id="q" type="search" name="q" value="${search.query}" placeholder="${words.example}" maxlength="100" enterkeyhint="search"></div>
${select('category', words.category, search.category, named)}
${select(
  'region',
  words.region,
  search.region,
  choices.regions.map((one): [string, string] => [one, one]),
)}
<button class="button">${words.search}</button>
</form>`
}

function week({ soon, partners, reader, now }: Shown): Markup {
  const words = HOME_WORDS[reader.language]
  const shown = soon.slice(0, MAX_SOON)
  const rows = shown.map((one) => {
    const partner = partners.find(({ slug }) => slug === one.calendar.partner)
    const from = partner
      ? html`<p class="soft">${within(partnerNames(partner, reader.language).name, reader.language)}</p>`
      : ''
    return eventRow(one, {
      calendar: one.calendar,
      reader,
      now,
      from,
      untilIsSaid: true,
      zoneIsSaid: one.facts.timezone !== OWN_ZONE[reader.language],
    })
  })
  return html`<section><h2>${words.week}</h2><ul class="events week">${rows}</ul></section>`
}

function cards({ calendars, partners, soon, reader, now }: Shown): Markup {
  const next = nextByCalendar(soon)
  return html`<ul class="cards">${calendars.map((calendar) =>
    calendarCard({
      ...{ calendar, reader, now, next: next.get(calendar.id) ?? null },
      partner: partners.find(({ slug }) => slug === calendar.partner) ?? null,
    }),
  )}</ul>`
}

function more({ search, calendars, more, reader }: Shown): Markup | '' {
  const last = calendars.at(-1)
  if (!more || !last) return ''
  const options = { q: search.query, category: search.category ?? '', region: search.region ?? '' }
  let path = '/'
  for (const [name, value] of Object.entries(options)) path = withOption(path, name, value)
  path = withOption(path, 'after', `${last.partner}/${last.slug}`)
  return html`<p><a class="more" rel="next" href="${reader.to(path)}">${HOME_WORDS[reader.language].more}</a></p>`
}
