// /embed: a partner chooses a calendar and how it looks, sees it, and copies it.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { requireCalendar } from '../../publication/calendars.ts'
import { type Calendar, firstCalendars } from '../../storage/calendars.ts'
import type { Markup } from '../../web/layout.ts'
import { answerPublicPage } from '../../web/public-page.ts'
import { type Reader, readerOf } from '../../web/reader.ts'
import { SUBSCRIBE_SCRIPT } from '../subscribe.ts'
import { calendarNames } from '../texts.ts'
import { DEFAULT_LIMIT, MAX_LIMIT } from './frame.ts'
import { type Choice, elementSnippet, frameSnippet, frameUrl, policySnippet } from './snippets.ts'
import { EMBED_WORDS } from './words.ts'

export const SCRIPT_PATH = '/embed/kalends.js'
export const PAGE_STYLESHEET = '/assets/embed-page.css'

/** Calendars that the field proposes; others are typed. */
const MAX_PROPOSED = 200

export async function answerEmbedPage(ports: Ports, c: Context): Promise<Response> {
  const reader = readerOf(c)
  const words = EMBED_WORDS[reader.language]
  const choice = choiceOf(c)
  const calendar = choice.calendar ? await calendarAt(ports, choice.calendar) : null
  const known = await firstCalendars(ports.db, MAX_PROPOSED)
  const { publicUrl } = ports.config
  return answerPublicPage(c, {
    ...{ reader, title: `${words.title} · Kalends`, description: words.intro },
    status: choice.calendar && !calendar ? 404 : 200,
    styles: [PAGE_STYLESHEET],
    scripts: calendar ? [SCRIPT_PATH, SUBSCRIBE_SCRIPT] : [],
    body: html`<div class="hero"><h1>${words.title}</h1><p>${words.intro}</p></div>
${formOf(choice, known, reader)}
${choice.calendar && !calendar ? html`<p class="note" role="alert">${words.unknown(choice.calendar)}</p>` : ''}
${calendar ? shown(publicUrl, { ...choice, calendar: `${calendar.partner}/${calendar.slug}` }, calendar, reader.language) : ''}
<p class="soft">${words.promise}</p>`,
  })
}

function choiceOf(c: Context): Choice {
  const limit = Number.parseInt(c.req.query('limit') ?? '', 10)
  const oneOf = <T extends string>(name: string, known: readonly T[]): T | '' =>
    known.find((one) => one === c.req.query(name)) ?? ''
  return {
    calendar: (c.req.query('calendar') ?? '')
      .trim()
      .replace(/^https?:\/\/[^/]+\//, '')
      .slice(0, 200),
    view: oneOf('view', ['button']),
    limit: limit >= 1 && limit <= MAX_LIMIT && limit !== DEFAULT_LIMIT ? limit : null,
    lang: oneOf('language', ['ko', 'en']),
    theme: oneOf('theme', ['light', 'dark']),
  }
}

async function calendarAt(ports: Ports, address: string): Promise<Calendar | null> {
  const [partner = '', slug = ''] = address.split('/')
  try {
    return await requireCalendar(ports, partner, slug)
  } catch (error) {
    if (error instanceof Problem && error.code === 'not_found') return null
    throw error
  }
}

function formOf(choice: Choice, known: readonly Calendar[], reader: Reader): Markup {
  const { language, chosen } = reader
  const words = EMBED_WORDS[language]
  const select = (name: string, label: string, choices: Record<string, string>, given: string) =>
    html`<label>${label}<select name="${name}">${Object.entries(choices).map(
      ([value, text]) =>
        html`<option value="${value}"${value === given ? html` selected` : ''}>${text}</option>`,
    )}</select></label>`
  return html`<form class="choices" method="get" action="/embed">
${chosen ? html`<input type="hidden" name="lang" value="${language}">` : ''}
<label>${words.calendar}<input name="calendar" required maxlength="200" autocapitalize="none" spellcheck="false" value="${choice.calendar}" placeholder="harbour/regatta" list="calendars"></label>
<datalist id="calendars">${known.map((one) => html`<option value="${one.partner}/${one.slug}" label="${calendarNames(one, language).name.text}">`)}</datalist>
${select('view', words.view, { '': words.views.list, button: words.views.button }, choice.view)}
<label>${words.limit}<input type="number" name="limit" min="1" max="${MAX_LIMIT}" value="${choice.limit ?? DEFAULT_LIMIT}"></label>
${select('language', words.language, words.languages, choice.lang)}
${select('theme', words.theme, words.themes, choice.theme)}
<button class="button">${words.act}</button>
</form>`
}

function shown(publicUrl: string, choice: Choice, calendar: Calendar, language: Language): Markup {
  const words = EMBED_WORDS[language]
  const { name } = calendarNames(calendar, language)
  const { view, limit, lang, theme } = choice
  return html`<section><h2>${words.preview}</h2>
<kalends-calendar calendar="${choice.calendar}"${view ? html` view="${view}"` : ''}${limit === null ? '' : html` limit="${limit}"`}${lang ? html` lang="${lang}"` : ''}${theme ? html` theme="${theme}"` : ''}><a href="/${choice.calendar}">${name.text}</a></kalends-calendar></section>
<section><h2>${words.element}</h2><p>${words.elementHow}</p>
${copied('element', words.element, elementSnippet(publicUrl, choice, name.text), language)}</section>
<section><h2>${words.frame}</h2><p>${words.frameHow} <a href="${frameUrl('', choice)}">/embed/${choice.calendar}</a></p>
${copied('frame', words.frame, frameSnippet(publicUrl, choice, name.text), language)}</section>
<section><h2>${words.policy}</h2><p>${words.policyHow}</p>
${copied('policy', words.policy, policySnippet(publicUrl), language)}</section>`
}

function copied(id: string, label: string, text: string, language: Language): Markup {
  const words = EMBED_WORDS[language]
  return html`<div class="snippet"><textarea id="${id}" readonly spellcheck="false" rows="${text.split('\n').length + 1}" aria-label="${label}">${text}</textarea>
<button hidden type="button" data-copy="${id}" data-done="${words.copied}" data-failed="${words.notCopied}">${words.copy}</button></div>`
}
