// The frame of the pages of personal feeds: one's own, so out of caches and search engines.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Language } from '../../language/choose.ts'
import type { Markup } from '../../web/layout.ts'
import { answerPublicPage } from '../../web/public-page.ts'
import { type Reader, readerOf, withOption } from '../../web/reader.ts'
import { SHOWN_SCRIPT } from '../shown-page.ts'
import { FRAME_WORDS } from './words.ts'

/**
 * `same-origin`, so that no other site learns the link; with `no-referrer`, browsers would send our
 * own forms without their origin.
 */
const HEADERS = {
  'Referrer-Policy': 'same-origin',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cache-Control': 'private, no-store',
  Vary: 'Cookie, Accept-Language',
}

export interface MyPage {
  reader: Reader
  title: string
  /** Under the heading. */
  body: Markup | Promise<Markup>
  status?: ContentfulStatusCode
}

export const myPage = (
  c: Context,
  { reader, title, body, status = 200 }: MyPage,
): Promise<Response> =>
  answerPublicPage(c, {
    ...{ reader, status, headers: HEADERS, noindex: true },
    title: `${title} · Kalends`,
    styles: ['/assets/my.css'],
    scripts: [SHOWN_SCRIPT, '/assets/my.js'],
    body: html`<div class="my">
${c.req.path === '/my' ? '' : html`<p class="trail"><a href="${reader.to('/my')}">${FRAME_WORDS[reader.language].mine}</a></p>`}
<h1>${title}</h1>
${body}
</div>`,
  })

/** In the subscription's language, unless the address names one. */
export function ownReader(c: Context, language: Language): Reader {
  const reader = readerOf(c)
  return reader.chosen ? reader : { ...reader, language }
}

/** Where a form's act leads: the language that was chosen goes along. */
export const backTo = (c: Context, path: string): Response => {
  const { chosen, language } = readerOf(c)
  const location = chosen ? withOption(path, 'lang', language) : path
  return c.body(null, 303, { Location: location, 'Cache-Control': 'private, no-store' })
}

/** Keeps the chosen language in a form that asks by GET, whose own address loses its options. */
export const languageField = ({ chosen, language }: Reader): Markup | '' =>
  chosen ? html`<input type="hidden" name="lang" value="${language}">` : ''
