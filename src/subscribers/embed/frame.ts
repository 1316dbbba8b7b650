// /embed/{partner}/{calendar}: the same without a script, for a frame on somebody else's page.

import type { Context } from 'hono'
import { html } from 'hono/html'
import { describeProblem } from '../../language/problems.ts'
import type { Ports } from '../../ports.ts'
import { Problem } from '../../problem.ts'
import { addDays } from '../../schedule/zones.ts'
import type { Calendar } from '../../storage/calendars.ts'
import { calendarHere } from '../../web/addresses.ts'
import { answerPage, type Markup, type Page } from '../../web/layout.ts'
import { type Reader, readerOf, withOption } from '../../web/reader.ts'
import { eventRow } from '../event-row.ts'
import { happeningsIn } from '../happenings.ts'
import { calendarNames, within } from '../texts.ts'
import { deviceOf, linksOf, waysFor } from '../ways.ts'
import { WAY_WORDS } from '../ways-words.ts'
import { EMBED_WORDS } from './words.ts'

export const FRAME_STYLESHEET = '/assets/embed.css'
export const DEFAULT_LIMIT = 5
export const MAX_LIMIT = 20
const DAYS_AHEAD = 400

/** Whoever likes may frame this page, and this page alone. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors *"

export async function answerFrame(
  ports: Ports,
  c: Context,
  address: { partner: string; calendar: string },
): Promise<Response> {
  try {
    return await framed(ports, c, await calendarHere(ports, c, address))
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'not_found') throw error
    const { language } = readerOf(c)
    const { title } = describeProblem(error.code, error.params, language)
    return inFrame(c, { language, title, status: 404, body: html`<p>${title}</p>` })
  }
}

async function framed(ports: Ports, c: Context, calendar: Calendar): Promise<Response> {
  const { language } = readerOf(c)
  const { publicUrl } = ports.config
  // Its links lead to the whole site, beside the frame.
  const to = (path: string) => `${publicUrl}${withOption(path, 'lang', language)}`
  const reader: Reader = { language, chosen: true, to }
  const bare = c.req.query('view') === 'button'
  const list = bare ? '' : await listOf(ports, c, calendar, reader)
  const ways = waysOf(c, calendar, { publicUrl, reader, bare })
  const title = calendarNames(calendar, language).name.text
  return inFrame(c, {
    language,
    title,
    body: html`${bare ? html`<h1 class="unseen">${title}</h1>` : list}${ways}`,
  })
}

function inFrame(c: Context, { body, ...page }: Page): Promise<Response> {
  const theme = c.req.query('theme')
  return answerPage(c, {
    ...{ ...page, noindex: true, styles: [FRAME_STYLESHEET], head: html`<base target="_blank">` },
    headers: {
      'Content-Security-Policy': POLICY,
      'Cache-Control': 'public, max-age=300',
      Vary: 'Accept-Language, User-Agent',
    },
    body: html`<main class="${theme === 'dark' || theme === 'light' ? theme : 'auto'}">${body}</main>`,
  })
}

async function listOf({ db, now }: Ports, c: Context, calendar: Calendar, reader: Reader) {
  const at = now()
  const range = { from: at, to: `${addDays(at.slice(0, 10), DAYS_AHEAD)}${at.slice(10)}` }
  const wanted = Number.parseInt(c.req.query('limit') ?? '', 10) || DEFAULT_LIMIT
  const limit = Math.min(MAX_LIMIT, Math.max(1, wanted))
  const found = calendar.deletedAt ? [] : await happeningsIn(db, calendar, range, { limit })
  const { name } = calendarNames(calendar, reader.language)
  const listing = { calendar, reader, now: at, zoneIsSaid: true }
  return html`<h1>${within(name, reader.language)}</h1>
${
  found.length === 0
    ? html`<p class="soft">${EMBED_WORDS[reader.language].empty}</p>`
    : html`<ol>${found.slice(0, limit).map((one) => eventRow(one, listing))}</ol>`
}`
}

interface Around {
  publicUrl: string
  reader: Reader
  /** Nothing but the button. */
  bare: boolean
}

function waysOf(c: Context, calendar: Calendar, { publicUrl, reader, bare }: Around): Markup {
  const { language, to } = reader
  const words = EMBED_WORDS[language]
  const path = `/${calendar.partner}/${calendar.slug}`
  const feedUrl = `${publicUrl}/feeds${path}.ics`
  const { name } = calendarNames(calendar, language)
  const [way] = waysFor(deviceOf(c.req.header('user-agent')), feedUrl)
  return html`<p class="ways">${
    way
      ? html`<a class="button" rel="noopener" href="${linksOf(feedUrl, name.text)[way]}" aria-label="${WAY_WORDS[language][way].act}: ${name.text}">${WAY_WORDS[language][way].act}</a> `
      : ''
  }<a rel="noopener" href="${to(path)}">${bare ? words.other : words.all}</a></p>`
}
