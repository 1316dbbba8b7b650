// The queue of reports: what each is about, and what it suggests.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import { wallTime } from '../../../schedule/zones.ts'
import type { Entry, EntryQuery } from '../../../storage/reports.ts'
import type { Markup } from '../../../web/layout.ts'
import { audienceOf, suggestedFields } from '../../reports/report-json.ts'
import { labelOf, momentText, valueText } from '../frame/values.ts'
import { REPORT_WORDS } from './report-words.ts'

export interface Queue {
  entries: readonly Entry[]
  next: string | undefined
  status: EntryQuery['status']
  timezone: string
  language: Language
}

export function queueBody({ entries, next, status, timezone, language }: Queue): Markup {
  const words = REPORT_WORDS[language]
  const tabs = (['open', 'accepted', 'rejected'] as const).map(
    (tab) =>
      html`<li><a href="/console/reports?status=${tab}"${tab === status ? html` aria-current="page"` : ''}>${words.tabs[tab]}</a></li>`,
  )
  return html`<p class="soft">${words.intro}</p>
<nav class="tabs" aria-label="${words.title}"><ul>${tabs}</ul></nav>
${
  entries.length === 0
    ? html`<p>${words.empty[status]}</p>`
    : html`<ul class="cards reports">${entries.map((entry) => card(entry, timezone, language))}</ul>`
}
${next ? html`<p><a href="/console/reports?status=${status}&amp;cursor=${next}">${words.older}</a></p>` : ''}`
}

function card(entry: Entry, timezone: string, language: Language): Markup {
  const words = REPORT_WORDS[language]
  const { id, kind, facts, suggestion, duplicates, createdAt, calendar } = entry
  const title = facts?.title ?? suggestion.title ?? words.kinds[kind]
  const fields = suggestedFields(suggestion, facts)
  return html`<li><h2><a href="/console/reports/${id}"><bdi>${title}</bdi></a></h2>
<p><span class="tag">${words.kinds[kind]}</span>${privateTag(entry, words)} <b>${words.reports(duplicates + 1)}</b></p>
${facts ? html`<p class="soft">${momentText(facts.start, language)}</p>` : ''}
${fields.map(
  ({ field, now, suggested }) =>
    html`<p>${labelOf(field, language)}: ${facts ? html`<del><bdi>${valueText(field, placed(field, now), language)}</bdi></del> → ` : ''}<ins><bdi>${valueText(field, placed(field, suggested), language)}</bdi></ins></p>`,
)}
<p class="soft">${calendar} · <time datetime="${createdAt}">${momentText(wallTime(createdAt, timezone), language)}</time></p></li>`
}

/** Whoever decides knows that not everybody may be told. */
export function privateTag(entry: Entry, words: (typeof REPORT_WORDS)['ko']): Markup | '' {
  const audience = audienceOf(entry)
  return audience === null ? '' : html` <span class="tag">${words.isPrivate(audience)}</span>`
}

/** A place’s name alone reads as a place does. */
export const placed = (field: string, value: unknown): unknown =>
  field === 'location' && typeof value === 'string'
    ? { name: value, address: null, region: null }
    : value
