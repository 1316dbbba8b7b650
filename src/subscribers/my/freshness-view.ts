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

/** Where its name is a word rather than a mark. */
const PROGRAMS_KO: Record<string, string> = {
  ...{ google: 'Google 캘린더', browser: '웹 브라우저', bot: '로봇', other: '다른 프로그램' },
  ...{ 'apple-ios': 'Apple 캘린더 (iPhone, iPad)', 'apple-mac': 'Apple 캘린더 (Mac)' },
}

const nameOf = ({ family, name }: ClientFreshness, language: Language): string =>
  language === 'ko' ? (PROGRAMS_KO[family] ?? name) : name

export function freshnessView(clients: readonly ClientFreshness[], language: Language): Markup {
  if (clients.length === 0) return html`<p class="soft">${NEVER[language]}</p>`
  return html`<ul class="fresh">${clients.map(
    (client) =>
      html`<li><strong><bdi>${nameOf(client, language)}</bdi></strong> · ${freshnessText(client, language)}</li>`,
  )}</ul>`
}
