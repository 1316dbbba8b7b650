// The feed doctor's page: what is asked, the health in one look, each program, each finding.

import { html } from 'hono/html'
import {
  type Answer,
  type Finding,
  healthText,
  type Report,
  saidOf,
  sizeOf,
  sufferingOf,
} from '../../doctor/report.ts'
import { REPORT_WORDS } from '../../doctor/report-words.ts'
import type { Markup } from '../../web/layout.ts'
import type { Reader } from '../../web/reader.ts'
import { CLIENTS_WORDS } from '../clients/words.ts'
import { DOCTOR_WORDS } from './words.ts'

export interface Shown {
  reader: Reader
  /** As it was typed. */
  address: string
  report: Report | null
  /** Why nothing was examined. */
  refused: { title: string; detail: string } | null
}

export function doctorBody({ reader, address, report, refused }: Shown): Markup {
  const words = DOCTOR_WORDS[reader.language]
  return html`<div class="hero"><h1>${words.title}</h1><p>${words.intro}</p></div>
<form class="ask" method="get" action="/doctor">
${reader.chosen ? html`<input type="hidden" name="lang" value="${reader.language}">` : ''}
<label>${words.label}<input type="text" name="url" inputmode="url" autocapitalize="none" spellcheck="false" required maxlength="2000" value="${address}" placeholder="https://example.org/calendar.ics"></label>
<button class="button">${words.act}</button>
</form>
${refused ? html`<section class="health breaks" role="alert"><h2>${refused.title}</h2><p>${refused.detail}</p></section>` : ''}
${report ? reportView(report, reader) : html`<p class="soft">${coded(words.private)}</p>`}
<p><a href="${reader.to('/doctor/clients')}">${CLIENTS_WORDS[reader.language].here}</a></p>`
}

/** `code` within a sentence. */
const coded = (text: string) =>
  text.split('`').map((part, place) => (place % 2 === 1 ? html`<code>${part}</code>` : part))

function reportView(report: Report, reader: Reader): Markup {
  const words = REPORT_WORDS[reader.language]
  const { findings } = report
  return html`<section class="health ${report.health}"><h2>${healthText(report, reader.language)}</h2>
<p>${words.advice[report.health]}</p>
${report.events === null ? '' : html`<p class="soft">${words.facts(report.events, sizeOf(report.octets ?? 0))}</p>`}
${report.redirects.map(({ status, next }) => html`<p class="soft">${status}: ${words.redirects} ${next}</p>`)}</section>
<section><h2>${words.clients}</h2>
<ul class="programs">${report.clients.map(
    ({ name, state, message }) =>
      html`<li class="${state}"><strong>${name}</strong><span class="message">${message}</span><span class="state">${words.states[state]}</span></li>`,
  )}</ul></section>
${findings.length === 0 ? '' : html`<section><h2>${words.findings}</h2>${findings.map((finding) => findingView(finding, reader))}</section>`}
${report.answers.length === 0 ? '' : answersView(report.answers, reader)}`
}

function findingView(finding: Finding, { language }: Reader): Markup {
  const words = REPORT_WORDS[language]
  const { severity, item, places, count, message, hint } = finding
  const left = count - places.length
  const sufferers = sufferingOf(finding, language)
  return html`<article class="finding ${severity === 'note' ? 'note-finding' : severity}">
<h3>${message}</h3>
<p class="soft"><span class="weight">${words.severities[severity]}</span> · ${words.item(item)}</p>
${places.length === 0 ? '' : html`<ul class="places">${places.map(({ line, text }) => html`<li><span class="soft">${words.line(line)}</span> <code>${text}</code></li>`)}</ul>`}
${places.length > 0 && left > 0 ? html`<p class="soft">${words.more(left)}</p>` : ''}
<h4>${words.right}</h4><p>${hint}</p>
${sufferers.length === 0 ? '' : html`<h4>${words.suffers}</h4><ul class="sufferers">${sufferers.map(({ who, message }) => html`<li>${who}: ${message}</li>`)}</ul>`}
</article>`
}

function answersView(answers: readonly Answer[], { language }: Reader): Markup {
  const words = REPORT_WORDS[language]
  const [who, how, what] = words.columns
  return html`<section><h2 id="answers">${words.answers}</h2>
<div class="scroll" role="region" aria-labelledby="answers" tabindex="0"><table class="answers"><thead><tr><th scope="col">${who}</th><th scope="col">${how}</th><th scope="col">${what}</th></tr></thead>
<tbody>${answers.map(
    (answer) =>
      html`<tr><th scope="row">${answer.name}</th><td>${words.ways[answer.way]}</td><td>${saidOf(answer, words.nothing)}</td></tr>`,
  )}</tbody></table></div></section>`
}
