// One report: what was seen, what is now and what is suggested, side by side; and what to do about it.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import { REPORTABLE, type Reportable, type Seen } from '../../../reports/seen.ts'
import { type Facts, STATUSES } from '../../../schedule/event.ts'
import { wallTime } from '../../../schedule/zones.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { EventVersion } from '../../../storage/events.ts'
import type { Entry, Report } from '../../../storage/reports.ts'
import type { Markup } from '../../../web/layout.ts'
import { suggestedFields } from '../../reports/report-json.ts'
import { happeningOf, KNOWN_REASONS } from '../../reports/reports.ts'
import type { Cells } from '../events/event-page.ts'
import { WORDS } from '../events/event-words.ts'
import { field } from '../frame/form-fields.ts'
import { labelOf, momentText, statusText, valueText } from '../frame/values.ts'
import { meant, REPORT_COLUMNS } from './report-cells.ts'
import { REPORT_WORDS } from './report-words.ts'
import { placed, privateTag } from './reports-page.ts'

export interface ReportView {
  entry: Entry
  calendar: Calendar
  /** Null of an event that is missing. */
  seen: Seen | null
  merged: readonly Report[]
  /** Open ones that this one can be merged into. */
  others: readonly Entry[]
  alike: readonly EventVersion[]
  cells: Cells
  refused: readonly string[]
  mayDecide: boolean
  language: Language
  timezone: string
  csrf: Markup
}

export function reportBody(view: ReportView): Markup {
  const { entry, calendar, seen, refused, mayDecide, language, others } = view
  const words = REPORT_WORDS[language]
  const { kind, duplicates, uid } = entry
  const isThere = seen !== null && !seen.now.removed
  const event = `/console/calendars/${calendar.slug}/events/${encodeURIComponent(uid ?? '')}`
  return html`<p><a href="/console/reports">${words.back}</a> · ${calendar.settings.name}</p>
<p><span class="tag">${words.kinds[kind]}</span>${privateTag(entry, words)} <b>${words.reports(duplicates + 1)}</b>
${isThere ? html` · <a href="${event}">${words.toEvent}</a>` : ''}</p>
${standing(entry, words)}
${refused.length > 0 ? html`<ul class="status refused" role="alert">${refused.map((text) => html`<li>${text}</li>`)}</ul>` : ''}
${comparison(view)}
${told(view)}
${alikeView(view)}
${mayDecide && (isThere || uid === null) ? acceptance(view) : ''}
${mayDecide ? rejection(view) : ''}
${mayDecide && others.length > 0 ? merger(view) : ''}`
}

function standing(entry: Entry, words: (typeof REPORT_WORDS)['ko']): Markup | '' {
  const { status, reason, decidedBy, publishedRevision, mergedInto } = entry
  if (status === 'open') return ''
  if (mergedInto)
    return html`<p class="done">${words.merged} <a href="/console/reports/${mergedInto}">${words.toMerged}</a></p>`
  const known = reason === null ? undefined : words.known[reason]
  return html`<p class="done"><b>${words.tabs[status === 'accepted' ? 'accepted' : 'rejected']}</b> · ${words.decided(decidedBy ?? '')}
${publishedRevision === null ? '' : words.revision(publishedRevision)} ${reason ? html`<bdi>${known ?? reason}</bdi>` : ''}</p>`
}

function comparison({ entry, seen, language }: ReportView): Markup {
  const words = REPORT_WORDS[language]
  if (seen?.now.removed) return html`<p class="status">${words.gone}</p>`
  const recurrenceId = happeningOf(entry)
  const [was, now] = [seen?.then.facts, seen?.now.facts].map(
    (facts) => facts && meant(facts, recurrenceId),
  )
  const suggested = new Map(
    suggestedFields(entry.suggestion, now ?? null).map((row) => [row.field, row]),
  )
  const rows = REPORTABLE.filter((name) => suggested.has(name) || seen?.corrected.includes(name))
  const { happening } = entry.suggestion
  const text = (name: Reportable, value: unknown) => valueText(name, placed(name, value), language)
  const cell = (facts: Facts | undefined, name: Reportable) =>
    facts ? html`<bdi>${text(name, facts[name])}</bdi>` : '–'
  return html`<section><h2 id="compare">${words.compare}</h2>
${happening ? html`<p>${words.happening} ${momentText(happening, language)}</p>` : ''}
${seen && suggested.size === 0 && Object.keys(entry.suggestion).length > 0 ? html`<p class="done">${words.same}</p>` : ''}
${
  rows.length > 0
    ? html`<div class="scroll" tabindex="0" role="region" aria-labelledby="compare"><table><thead><tr><th scope="col">${words.field}</th>${seen ? html`<th scope="col">${words.saw}</th><th scope="col">${words.now}</th>` : ''}<th scope="col">${words.suggested}</th></tr></thead>
<tbody>${rows.map(
        (name) =>
          html`<tr><th scope="row">${labelOf(name, language)}</th>${seen ? html`<td>${cell(was, name)}</td><td>${cell(now, name)}</td>` : ''}
<td>${suggested.has(name) ? html`<ins><bdi>${text(name, suggested.get(name)?.suggested)}</bdi></ins>` : '–'}</td></tr>`,
      )}</tbody></table></div>`
    : ''
}</section>`
}

/** Every reporter's own words, and where each read it. */
function told({ entry, merged, language, timezone }: ReportView): Markup | '' {
  const words = REPORT_WORDS[language]
  const speaking = [entry, ...merged].filter(({ note, sourceUrl }) => note || sourceUrl)
  if (speaking.length === 0) return ''
  return html`<section aria-labelledby="told"><h2 id="told">${words.said}</h2><ul class="log">${speaking.map(
    ({
      note,
      sourceUrl,
      createdAt,
    }) => html`<li>${note ? html`<p class="lines"><bdi>${note}</bdi></p>` : ''}
${sourceUrl ? html`<p>${words.source}: <a href="${sourceUrl}" rel="nofollow noreferrer noopener">${sourceUrl}</a></p>` : ''}
<p class="soft">${momentText(wallTime(createdAt, timezone), language)}</p></li>`,
  )}</ul></section>`
}

function alikeView({ alike, calendar, language }: ReportView): Markup | '' {
  if (alike.length === 0) return ''
  return html`<section aria-labelledby="alike"><h2 id="alike">${REPORT_WORDS[language].alike}</h2><ul>${alike.map(
    ({ uid, facts }) =>
      html`<li><a href="/console/calendars/${calendar.slug}/events/${encodeURIComponent(uid)}"><bdi>${facts.title}</bdi></a> ${momentText(facts.start, language)}</li>`,
  )}</ul></section>`
}

function acceptance({ entry, seen, cells, csrf, language }: ReportView): Markup {
  const words = REPORT_WORDS[language]
  const labels = WORDS[language].fields
  const types: Record<string, string> = { start_date: 'date', end_date: 'date' }
  const choices = STATUSES.map((status) => [status, statusText(status, language)] as const)
  return html`<section aria-labelledby="accept"><h2 id="accept">${words.accept}</h2><p>${words.acceptHow}</p>
<form method="post" action="/console/reports/${entry.id}/acceptance" class="stack wide">${csrf}
${seen ? html`<input type="hidden" name="seen" value="${seen.now.revision}">` : ''}
${seen && seen.corrected.length > 0 ? html`<input type="hidden" name="corrected" value="yes">` : ''}
${REPORT_COLUMNS.map((name) =>
  field({
    ...{ name, id: `accept-${name}`, label: labels[name] ?? name, value: cells[name] ?? '' },
    ...(name === 'status' ? { choices, value: cells.status || 'confirmed' } : {}),
    ...(types[name] ? { more: html`type="date"` } : {}),
  }),
)}
${field({ name: 'answer', label: words.answer, value: '', more: html`maxlength="500"` })}
<p class="actions"><button class="button">${words.acceptButton}</button></p></form></section>`
}

function rejection({ entry, csrf, language }: ReportView): Markup {
  const words = REPORT_WORDS[language]
  return html`<section aria-labelledby="reject"><h2 id="reject">${words.reject}</h2>
<form method="post" action="/console/reports/${entry.id}/rejection" class="stack">${csrf}
${KNOWN_REASONS.map(
  (reason, place) =>
    html`<label class="box"><input type="radio" name="known" value="${reason}"${place === 0 ? html` checked` : ''}> ${words.known[reason]}</label>`,
)}
${field({ name: 'own', label: words.own, value: '', more: html`maxlength="500"` })}
<p class="actions"><button>${words.rejectButton}</button></p></form></section>`
}

function merger({ entry, others, csrf, language }: ReportView): Markup {
  const words = REPORT_WORDS[language]
  const choices = others.map((other) => {
    const said = Object.entries(other.suggestion).map(([name, value]) =>
      valueText(name, value, language),
    )
    return [
      other.id,
      [words.kinds[other.kind], ...said, other.note?.slice(0, 60)].filter(Boolean).join(' · '),
    ] as const
  })
  return html`<section aria-labelledby="merge"><h2 id="merge">${words.merge}</h2><p>${words.mergeHow}</p>
<form method="post" action="/console/reports/${entry.id}/merger" class="stack">${csrf}
${field({ name: 'into', label: words.mergeInto, value: '', choices })}
<p class="actions"><button>${words.mergeButton}</button></p></form></section>`
}
