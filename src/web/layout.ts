// The frame of every page. Text is text everywhere: the html template escapes what it is given.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'

/** No script, no frame, nothing from another origin. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

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
}

export async function answerPage(c: Context, { language, title, body }: Page): Promise<Response> {
  const page = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title}</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/style.css">
</head>
<body>
${body}
</body>
</html>`
  return c.html(String(page), 200, {
    'Content-Security-Policy': CONTENT_SECURITY_POLICY,
    'Content-Language': language,
    'Referrer-Policy': 'no-referrer',
    'X-Content-Type-Options': 'nosniff',
    Vary: 'Accept-Language',
  })
}
