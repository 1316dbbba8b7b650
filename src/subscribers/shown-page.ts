// A page of the public site as it is answered: its address in every language, what others show of
// it, and nothing at all where the reader has it already.

import type { Context } from 'hono'
import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'
import type { Ports } from '../ports.ts'
import { sha256 } from '../storage/digest.ts'
import { matchesAny } from '../web/conditional.ts'
import type { Markup } from '../web/layout.ts'
import { answerPublicPage, type PublicPage } from '../web/public-page.ts'
import { withOption } from '../web/reader.ts'

export interface ShownPage extends Omit<PublicPage, 'noindex' | 'scripts'> {
  /** Of the page itself: without what was only asked of it. */
  path: string
  /** A picture's path, for those who show a preview. */
  image?: string | null
  /** Whether the page depends on the device. */
  byDevice?: boolean
}

const MAX_DESCRIPTION_CHARS = 200
/** Copies addresses, and tells times by the reader's clock. */
export const SHOWN_SCRIPT = '/assets/public.js'

export async function showPage(ports: Ports, c: Context, page: ShownPage): Promise<Response> {
  const { path: _, image: __, byDevice = false, headers, ...rest } = page
  const description = page.description && shortened(page.description)
  const answer = await answerPublicPage(c, {
    ...rest,
    scripts: [SHOWN_SCRIPT],
    ...(description ? { description } : {}),
    head: html`${headOf(ports.config.publicUrl, { ...page, description: description ?? '' })}${page.head ?? ''}`,
    headers: {
      // Asked again each time, and answered with 304 where nothing changed.
      'Cache-Control': 'no-cache',
      Vary: byDevice ? 'Accept-Language, User-Agent' : 'Accept-Language',
      ...headers,
    },
  })
  return answer.status === 200 ? unlessKnown(c, answer) : answer
}

function headOf(publicUrl: string, { reader, path, title, description, image }: ShownPage): Markup {
  const { language, chosen } = reader
  const at = (lang: Language | '') => `${publicUrl}${withOption(path, 'lang', lang)}`
  const canonical = at(chosen ? language : '')
  return html`<link rel="canonical" href="${canonical}">
<link rel="alternate" hreflang="ko" href="${at('ko')}">
<link rel="alternate" hreflang="en" href="${at('en')}">
<link rel="alternate" hreflang="x-default" href="${at('')}">
<meta property="og:type" content="website">
<meta property="og:site_name" content="Kalends">
<meta property="og:title" content="${title}">
<meta property="og:url" content="${canonical}">
<meta property="og:locale" content="${language === 'ko' ? 'ko_KR' : 'en_GB'}">
${description ? html`<meta property="og:description" content="${description}">\n` : ''}${
  image ? html`<meta property="og:image" content="${publicUrl}${image}">\n` : ''
}<meta name="twitter:card" content="summary">
`
}

/** On one line, within what those who show it have room for. */
const shortened = (text: string): string => {
  const characters = [...text.replace(/\s+/g, ' ').trim()]
  if (characters.length <= MAX_DESCRIPTION_CHARS) return characters.join('')
  return `${characters.slice(0, MAX_DESCRIPTION_CHARS - 1).join('')}…`
}

async function unlessKnown(c: Context, answer: Response): Promise<Response> {
  const text = await answer.text()
  const tag = `"${(await sha256(text)).slice(0, 32)}"`
  const headers = new Headers(answer.headers)
  headers.set('ETag', tag)
  const known = c.req.header('if-none-match')
  if (known === undefined || !matchesAny(known, [tag])) return new Response(text, { headers })
  headers.delete('Content-Type')
  return new Response(null, { status: 304, headers })
}
