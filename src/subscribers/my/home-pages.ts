// `/my`: the links that this device made, a way in for one that was made elsewhere, and what to do
// when one is lost.

import type { Context } from 'hono'
import { Hono } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import type { Ports } from '../../ports.ts'
import type { Subscription } from '../../storage/subscriptions.ts'
import { findSubscription } from '../../subscriptions/find.ts'
import type { Markup } from '../../web/layout.ts'
import { type Reader, readerOf } from '../../web/reader.ts'
import { calendarNames } from '../texts.ts'
import { forgetLink, linksOnDevice, rememberLink } from './device.ts'
import { formOf } from './form.ts'
import { backTo, myPage } from './frame.ts'
import { HOME_WORDS } from './words.ts'

export const homePages = (ports: Ports): Hono =>
  new Hono()
    .get('/my', (c) => answerHome(ports, c))
    .post('/my', (c) => openLink(ports, c))
    .post('/my/forget', async (c) => {
      forgetLink(ports, c, (await formOf(ports, c)).get('token') ?? '')
      return backTo(c, '/my')
    })

/** Of a link that was pasted and is none of ours. */
interface Refused {
  link: string
}

async function answerHome(ports: Ports, c: Context, refused: Refused | null = null) {
  const reader = readerOf(c)
  const words = HOME_WORDS[reader.language]
  const links = await Promise.all(
    linksOnDevice(c).map(async (token) => ({ token, found: await findSubscription(ports, token) })),
  )
  const list =
    links.length === 0
      ? html`<p class="soft">${words.none}</p>`
      : html`<ul class="rows">${links.map((link) => row(link, reader))}</ul>`
  const body = html`<p>${words.intro}</p>
<p><a class="button" href="${reader.to('/my/new')}">${words.make}</a></p>
<h2>${words.here}</h2>${list}
<h2>${words.paste}</h2>${pasteForm(reader, refused)}
<h2>${words.lost}</h2><p>${words.lostIntro}</p>
<ul>${words.ways.map((way) => html`<li>${way}</li>`)}</ul>
<p class="note">${words.secret}</p>`
  return myPage(c, { reader, title: words.title, body, status: refused ? 400 : 200 })
}

interface Link {
  token: string
  found: Subscription | null
}

function row({ token, found }: Link, { language, to }: Reader): Markup {
  const words = HOME_WORDS[language]
  if (!found || found.endedAt)
    return html`<li><div class="what"><strong>${words.unnamed}</strong><span class="soft">${found ? words.ended : words.unknown}</span></div>
<form method="post" action="${to('/my/forget')}"><button name="token" value="${token}">${words.forget}</button></form></li>`
  const calendars = calendarsText(found, language)
  return html`<li><div class="what"><a href="${to(`/my/${token}`)}"><bdi>${found.choices.label ?? calendars}</bdi></a>
${found.choices.label ? html`<span class="soft"><bdi>${calendars}</bdi></span>` : ''}<span class="works">${words.works}</span></div></li>`
}

export function calendarsText({ followed }: Subscription, language: Language): string {
  const names = followed.map(({ calendar }) => calendarNames(calendar, language).name.text)
  return HOME_WORDS[language].calendars(names[0] ?? '–', names.length - 1)
}

function pasteForm({ language, to }: Reader, refused: Refused | null): Markup {
  const words = HOME_WORDS[language]
  const about = refused ? 'link-error link-hint' : 'link-hint'
  return html`<form method="post" action="${to('/my')}"><div class="field"><label for="link">${words.pasteLabel}</label>
<input id="link" name="link" value="${refused?.link ?? ''}" required maxlength="400" autocomplete="off" autocapitalize="none" spellcheck="false" aria-describedby="${about}"${refused ? html` aria-invalid="true"` : ''}>
${refused ? html`<p class="error" id="link-error" role="alert">${words.wrong}</p>` : ''}<p class="hint" id="link-hint">${words.pasteHint}</p></div>
<button>${words.open}</button></form>`
}

const MAX_LINK_CHARS = 400

async function openLink(ports: Ports, c: Context): Promise<Response> {
  const link = ((await formOf(ports, c)).get('link') ?? '').trim().slice(0, MAX_LINK_CHARS)
  const token = tokenIn(link)
  if (token === null || !(await findSubscription(ports, token)))
    return answerHome(ports, c, { link })
  rememberLink(ports, c, token)
  return backTo(c, `/my/${token}`)
}

/** Of the address of a feed, of a page about it, or the token itself. */
export const tokenIn = (link: string): string | null =>
  /(?:^|\/my\/)([a-z0-9]{32})(?=$|[/.?#])/.exec(link)?.[1] ?? null
