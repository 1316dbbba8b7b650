// The frame of every page. Text is text everywhere: the html template escapes what it is given.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Language } from '../language/choose.ts'

/** No frame, nothing from another origin; a script only from here, and only where a page names one. */
const POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
const SCRIPT_POLICY = "; script-src 'self'; connect-src 'self'"

export type Markup = ReturnType<typeof html>

/** A colour that somebody chose, as a mark beside their name: a style of its own would be refused. */
export const colorMark = (color: string | null): Markup | '' =>
  color
    ? html`<svg class="mark" viewBox="0 0 10 10" aria-hidden="true"><circle cx="5" cy="5" r="5" fill="${color}"/></svg>`
    : ''

export interface Page {
  language: Language
  title: string
  body: Markup | Promise<Markup>
  status?: ContentfulStatusCode
  /** What else stands in the head. */
  head?: Markup | ''
  /** In one sentence, for those who list pages. */
  description?: string
  noindex?: boolean
  /** Addresses on this server. */
  styles?: readonly string[]
  scripts?: readonly string[]
  headers?: Record<string, string>
}

export async function answerPage(c: Context, page: Page): Promise<Response> {
  const { language, title, body, status = 200, scripts = [] } = page
  const text = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
${headOf(page)}
</head>
<body>
${body}
</body>
</html>`
  return c.html(String(text), status, {
    'Content-Security-Policy': scripts.length > 0 ? POLICY + SCRIPT_POLICY : POLICY,
    'Content-Language': language,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Language',
    ...page.headers,
  })
}

const headOf = ({ description, head, noindex, scripts = [], styles }: Page): Markup =>
  html`${description ? html`<meta name="description" content="${description}">\n` : ''}${
    noindex ? html`<meta name="robots" content="noindex">\n` : ''
  }<link rel="icon" href="data:,">
${(styles ?? ['/assets/style.css']).map((path) => html`<link rel="stylesheet" href="${path}">\n`)}${scripts.map(
  (path) => html`<script src="${path}" defer></script>\n`,
)}${head ?? ''}`
