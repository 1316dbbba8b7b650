// The frame of every page of the console: heading, navigation, language, and headers that keep it
// out of caches and other sites' frames.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { ContentfulStatusCode } from 'hono/utils/http-status'
import type { Language } from '../../../language/choose.ts'
import type { Role } from '../../../storage/keys.ts'
import type { Partner } from '../../../storage/partners.ts'
import { logoPath } from '../../../web/calendar-json.ts'
import { colorMark, type Markup } from '../../../web/layout.ts'
import { mayAct } from '../../../web/principal.ts'
import { languageOf, type Session } from '../sign-in/session.ts'
import { csrfField } from './own-pages.ts'
import { authorText } from './values.ts'
import { FRAME_WORDS } from './words.ts'

/** Scripts from here alone: every page works without them. */
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self'; img-src 'self' data:; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"

/** `same-origin`: with `no-referrer`, browsers would send our own forms without their origin. */
const HEADERS = {
  'Content-Security-Policy': CONTENT_SECURITY_POLICY,
  'Referrer-Policy': 'same-origin',
  'X-Content-Type-Options': 'nosniff',
  'Cache-Control': 'private, no-store',
  Vary: 'Cookie, Accept-Language',
}

export interface ConsolePage {
  title: string
  body: Markup | Promise<Markup>
  /** Null before signing in. */
  session: Session | null
  status?: ContentfulStatusCode
}

export async function consolePage(
  c: Context,
  { title, body, session, status = 200 }: ConsolePage,
): Promise<Response> {
  const language = session?.language ?? languageOf(c)
  const words = FRAME_WORDS[language]
  const page = await html`<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${title} · Kalends</title>
<link rel="icon" href="data:,">
<link rel="stylesheet" href="/assets/style.css">
<link rel="stylesheet" href="/assets/console.css">
<script src="/assets/console.js" defer></script>
</head>
<body class="console">
<a class="skip" href="#main">${words.skip}</a>
<header class="bar">
<p class="brand">${session?.partner ? brand(session.partner) : html`<a href="/console">Kalends</a>`}</p>
${session?.partner ? navigation(c, session, language) : ''}
${aside(c, session, language)}
</header>
<main id="main" tabindex="-1">
<h1>${title}</h1>
${body}
</main>
</body>
</html>`
  c.header('Content-Language', language)
  return c.html(String(page), status, HEADERS)
}

/** The partner's own look, where it has one. */
const brand = ({ name, locale, color, logo }: Partner) =>
  html`${logo ? html`<img class="logo" src="${logoPath(logo)}" alt="">` : colorMark(color)}<a href="/console">Kalends</a> <span lang="${locale}">${name}</span>`

const PLACES: readonly {
  path: string
  name: 'calendars' | 'reports' | 'people' | 'audiences' | 'audit' | 'settings'
  needed: Role
}[] = [
  { path: '/console', name: 'calendars', needed: 'viewer' },
  { path: '/console/reports', name: 'reports', needed: 'viewer' },
  { path: '/console/people', name: 'people', needed: 'owner' },
  { path: '/console/audiences', name: 'audiences', needed: 'viewer' },
  { path: '/console/audit', name: 'audit', needed: 'editor' },
  { path: '/console/settings', name: 'settings', needed: 'owner' },
]

function navigation(c: Context, { principal, openReports }: Session, language: Language) {
  const words = FRAME_WORDS[language]
  const here = PLACES.findLast(
    ({ path }) => c.req.path === path || c.req.path.startsWith(`${path}/`),
  )
  const shown = PLACES.filter(({ needed }) => mayAct(principal.role, needed))
  return html`<nav aria-label="${words.navigation}"><ul>${shown.map(
    ({ path, name }) =>
      html`<li><a href="${path}"${here?.path === path ? html` aria-current="page"` : ''}>${words[name]}${
        name === 'reports' && openReports > 0 ? html` <b class="count">${openReports}</b>` : ''
      }</a></li>`,
  )}</ul></nav>`
}

/** Whose session it is, and the way out; the language, which anybody may choose. */
function aside(c: Context, session: Session | null, language: Language) {
  const words = FRAME_WORDS[language]
  const other = language === 'ko' ? 'en' : 'ko'
  return html`<div class="who">
${session ? html`<span class="soft">${authorText(session.principal.label, session.language)}</span>` : ''}
<form method="post" action="/console/language"><input type="hidden" name="back" value="${c.req.path}">
<button class="quiet" name="language" value="${other}" lang="${other}">${FRAME_WORDS[other].language}</button></form>
${
  session
    ? html`<form method="post" action="/console/sign-out">${csrfField(session)}<button class="quiet">${words.signOut}</button></form>`
    : ''
}
</div>`
}
