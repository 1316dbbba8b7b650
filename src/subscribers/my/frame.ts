// The frame of the pages of personal feeds: one's own, so out of caches and search engines.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import { chooseLanguage, type Language } from '../../language/choose.ts'
import type { Markup } from '../../web/layout.ts'
import { SUBSCRIBE_SCRIPT } from '../subscribe.ts'
import { FRAME_WORDS } from './words.ts'

const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/**
 * `same-origin`, so that no other site learns the link; with `no-referrer`, browsers would send our
 * own forms without their origin.
 */
const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'X-Robots-Tag': 'noindex, nofollow',
  'Cache-Control': 'private, no-store',
  Vary: 'Cookie, Accept-Language',
}

export interface MyPage {
  language: Language
  title: string
  body: Markup | Promise<Markup>
  status?: ContentfulStatusCode
}

export const languageAsked = (c: Context): Language =>
  chooseLanguage(c.req.header('accept-language') ?? null, 'ko')

export async function myPage(
  c: Context,
  { language, title, body, status = 200 }: MyPage,
): Promise<Response> {
  const words = FRAME_WORDS[language]
  const page = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex, nofollow">
<title>${title} · Kalends</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/style.css">
<link rel="stylesheet" href="/assets/my.css">
<script src="${SUBSCRIBE_SCRIPT}" defer></script>
<script src="/assets/my.js" defer></script>
</head>
<body class="my">
<a class="skip" href="#main">${words.skip}</a>
<header class="bar"><nav aria-label="${words.navigation}"><a href="/"><strong>Kalends</strong></a> <a href="/my">${words.mine}</a></nav></header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
</body>
</html>`
  c.header('Content-Language', language)
  return c.html(String(page), status, HEADERS)
}
