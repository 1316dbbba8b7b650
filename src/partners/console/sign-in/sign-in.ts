// Signing in with a key, signing out here or everywhere, and the language.

import { type Context, Hono } from 'hono'
import { html } from 'hono/html'
import type { Ports } from '../../../ports.ts'
import { Problem } from '../../../problem.ts'
import { recordAudit } from '../../../storage/audit.ts'
import { sha256 } from '../../../storage/digest.ts'
import { findPartner } from '../../../storage/partners.ts'
import { endSession, endSessionsOf } from '../../../storage/sessions.ts'
import { consolePage } from '../frame/frame.ts'
import { SIGN_IN_WORDS } from '../frame/words.ts'
import { attempt } from './attempts.ts'
import {
  beginSession,
  dropCookie,
  keepLanguage,
  languageOf,
  requireSession,
  sessionOf,
} from './session.ts'

export function signInRoutes(ports: Ports): Hono {
  return new Hono()
    .get('/console/sign-in', async (c) => {
      if (await sessionOf(ports, c)) return c.redirect('/console', 303)
      return signInPage(c, c.req.query('partner') ?? '')
    })
    .post('/console/sign-in', (c) => signIn(ports, c))
    .post('/console/sign-out', async (c) => {
      const session = await sessionOf(ports, c)
      if (session) await ports.db.batch([endSession(session.stored.idSha256)])
      dropCookie(ports, c)
      return c.redirect('/console/sign-in', 303)
    })
    .post('/console/sign-out-everywhere', async (c) => {
      await signOutEverywhere(ports, c)
      return c.redirect('/console/sign-in', 303)
    })
    .post('/console/language', async (c) => {
      const { language, back } = await c.req.parseBody()
      if (language !== 'ko' && language !== 'en')
        throw new Problem('invalid_request', {
          ...{ place: 'language', found: String(language).slice(0, 80), wanted: 'ko, en' },
        })
      keepLanguage(ports, c, language)
      return c.redirect(pathOf(back), 303)
    })
}

/** A page of the console, never another site's. */
const pathOf = (back: unknown): string =>
  typeof back === 'string' && /^\/console(?:\/[\w~.%-]+)*$/.test(back) ? back : '/console'

async function signIn(ports: Ports, c: Context) {
  const form = await c.req.parseBody()
  const key = typeof form.key === 'string' ? form.key.trim() : ''
  const slug = typeof form.partner === 'string' ? form.partner.trim() : ''
  const principal = key ? await attempt(ports, key) : null
  if (!principal) return signInPage(c, slug, true)
  const before = await sessionOf(ports, c)
  const chosen = principal.kind === 'operator' && slug ? await findPartner(ports.db, slug) : null
  const instead = before ? [endSession(before.stored.idSha256)] : []
  const beginning = { keyId: principal.keyId, secretSha256: await sha256(key) }
  await beginSession(ports, c, { ...beginning, partnerId: chosen?.id ?? null }, instead)
  return c.redirect('/console', 303)
}

async function signOutEverywhere(ports: Ports, c: Context): Promise<void> {
  const { principal, partner } = await requireSession(ports, c)
  const act = { author: principal.label, action: 'sessions.ended' as const, about: {} }
  await ports.db.batch([
    endSessionsOf(principal.keyId),
    ...(partner ? [recordAudit(ports, partner.id, act)] : []),
  ])
  dropCookie(ports, c)
}

function signInPage(c: Context, partner: string, wrong = false) {
  const words = SIGN_IN_WORDS[languageOf(c)]
  const body = html`<form class="panel" method="post" action="/console/sign-in">
<p>${words.intro}</p>
${wrong ? html`<p class="wrong" id="wrong" role="alert">${words.wrong}</p>` : ''}
<label for="key">${words.key}</label>
<input id="key" name="key" type="password" autocomplete="current-password" spellcheck="false" required autofocus${wrong ? html` aria-invalid="true" aria-describedby="wrong"` : ''}>
<details class="fold"${partner ? html` open` : ''}><summary>${words.operator}</summary>
<label for="partner">${words.partner}</label>
<input id="partner" name="partner" value="${partner}" maxlength="64" autocapitalize="none" spellcheck="false" aria-describedby="partner-hint">
<p class="soft" id="partner-hint">${words.partnerHint}</p></details>
<button class="button">${words.send}</button>
</form>`
  const status = wrong ? 401 : 200
  return consolePage(c, { title: words.title, body, session: null, status })
}
