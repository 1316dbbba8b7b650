// How old the calendar on one's phone is, and whether something is not in it yet.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import { freshnessText } from '../../language/freshness.ts'
import type { ClientFreshness } from '../../ledger/freshness.ts'
import type { Markup } from '../../web/layout.ts'

const NEVER = {
  ko: '아직 이 주소를 받아 간 캘린더 앱이 없습니다.',
  en: 'No calendar app has fetched this link yet.',
}

export function freshnessView(clients: readonly ClientFreshness[], language: Language): Markup {
  if (clients.length === 0) return html`<p class="soft">${NEVER[language]}</p>`
  return html`<ul class="fresh">${clients.map(
    (client) =>
      html`<li><strong><bdi>${client.name}</bdi></strong> · ${freshnessText(client, language)}</li>`,
  )}</ul>`
}
