// What a receipt's page shows: what becomes of a report, and what was said in it.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import { zoneText } from '../../language/zone-names.ts'
import { type Outcome, receiptPath } from '../../reports/receipt.ts'
import { instantWithOffset, wallTime } from '../../schedule/zones.ts'
import type { Calendar } from '../../storage/calendars.ts'
import type { Suggestion } from '../../storage/reports.ts'
import type { Markup } from '../../web/layout.ts'
import type { Reader } from '../../web/reader.ts'
import { eventPath } from '../event-row.ts'
import { copyButton } from '../subscribe.ts'
import { calendarNames, eventTexts, within } from '../texts.ts'
import { OWN_ZONE } from '../when.ts'
import { localText } from './form.ts'
import { REPORT_WORDS, type ReportWords } from './words.ts'

export interface Shown {
  outcome: Outcome
  receipt: string
  /** Of the personal feed through which it is looked at. */
  token: string | null
  publicUrl: string
  reader: Reader
}

export function receiptBody({ outcome, receipt, token, publicUrl, reader }: Shown): Markup {
  const { entry, calendar, event, isWithheld } = outcome
  const { language, to } = reader
  const words = REPORT_WORDS[language]
  const page = `/${calendar.partner}/${calendar.slug}`
  const isOpen = entry.status === 'open'
  const ownEvent = event && token !== null && event.facts.audience !== null
  const eventPage = !event
    ? page
    : ownEvent
      ? `/my/${token}/${encodeURIComponent(event.uid)}`
      : eventPath(calendar, event.uid)
  return html`<div class="hero"><p class="trail"><a href="${to(page)}">${within(calendarNames(calendar, language).name, language)}</a></p>
<h1>${isOpen ? words.thanks : words.receipt}</h1></div>
${standing(outcome, words, language)}
${
  isOpen
    ? html`<p>${words.keep}</p>
<div class="address"><label for="address">${words.address}</label>
<div class="copy"><input id="address" readonly value="${publicUrl}${receiptPath(receipt, token)}">${copyButton('address', language)}</div></div>`
    : ''
}
${isWithheld ? html`<p class="note">${words.withheld}</p>` : reported(outcome, words, language)}
<p class="doings">${event ? html`<a class="button" href="${to(eventPage)}">${words.toEvent}</a>` : ''}
<a class="more" href="${to(page)}">${words.toCalendar}</a></p>`
}

function standing(
  { entry, reached, calendar }: Outcome,
  words: ReportWords,
  language: Language,
): Markup {
  const status = entry.status === 'merged' ? 'open' : entry.status
  const known = entry.reason === null ? undefined : words.reasons[entry.reason]
  const others = entry.duplicates
  return html`<div role="status"><p class="standing ${status}">${words.standing[status]}</p>
${reached ? html`<p>${reached.have > 0 ? words.reached(reached.have, reached.of) : words.reachedNone}</p>` : ''}
${entry.reason ? html`<p>${words.reason}: <bdi>${known ?? entry.reason}</bdi></p>` : ''}
${others > 0 ? html`<p class="soft">${words.others(others)}</p>` : ''}</div>${
    entry.decidedAt ? moment(words.decided, entry.decidedAt, calendar, language) : ''
  }`
}

function moment(label: string, instant: string, { settings }: Calendar, language: Language) {
  const { timezone } = settings
  const zone = timezone === OWN_ZONE[language] ? '' : ` (${zoneText(timezone, language)})`
  return html`<p class="soft">${label}: <time datetime="${instantWithOffset(instant, timezone)}">${localText(wallTime(instant, timezone), language)}${zone}</time></p>`
}

function reported(outcome: Outcome, words: ReportWords, language: Language): Markup {
  const { report, event, calendar } = outcome
  const { kind, suggestion, note, sourceUrl, createdAt } = report
  const row = (label: string, value: Markup | string | null) =>
    value ? html`<dt>${label}</dt><dd>${value}</dd>` : ''
  const title = event && eventTexts(event.facts, calendar, language).title
  return html`<h2>${words.reported}</h2><dl class="slip">
${title && report.uid ? row(words.fields.title, within(title, language)) : ''}
${row(words.kind, words.kinds[kind])}
${Object.entries(suggestion).map(([field, value]) => {
  const name = field as keyof Suggestion
  return row(words.fields[name], html`<bdi>${suggestedText(name, value, words, language)}</bdi>`)
})}
${row(words.note, note && html`<bdi>${note}</bdi>`)}
${row(words.source, sourceUrl && html`<a href="${sourceUrl}" rel="nofollow noreferrer noopener">${sourceUrl}</a>`)}
</dl>${moment(words.sent, createdAt, calendar, language)}`
}

function suggestedText(
  field: keyof Suggestion,
  value: string,
  words: ReportWords,
  language: Language,
): string {
  if (field === 'status') return words.states[value] ?? value
  return field === 'title' || field === 'location' ? value : localText(value, language)
}
