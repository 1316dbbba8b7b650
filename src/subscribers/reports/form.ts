// The form on which somebody reports: what was seen, what is published now, and what is right.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import { zoneText } from '../../language/zone-names.ts'
import { REPORTABLE, type Reportable, type Seen } from '../../reports/seen.ts'
import { MAX_NOTE_CHARS, MAX_SOURCE_CHARS, MAX_TEXT_CHARS } from '../../reports/statement.ts'
import type { Facts } from '../../schedule/event.ts'
import type { Calendar } from '../../storage/calendars.ts'
import type { Markup } from '../../web/layout.ts'
import type { Reader } from '../../web/reader.ts'
import { calendarNames, within } from '../texts.ts'
import { dateText } from '../when.ts'
import { type Entered, TRAP, type Wrong } from './entered.ts'
import { REPORT_WORDS, type ReportWords } from './words.ts'

export interface Form {
  calendar: Calendar
  /** Null where an event is missing. */
  seen: Seen | null
  revision: number | null
  /** Where it is sent to. */
  action: string
  entered: Entered
  /** A field that is not as it should be, or what else stands against it. */
  wrong: Wrong | null
  refused: string | null
  reader: Reader
}

export function formBody(form: Form): Markup {
  const { calendar, seen, action, reader, wrong, refused } = form
  const { language, to } = reader
  const words = REPORT_WORDS[language]
  const page = `/${calendar.partner}/${calendar.slug}`
  const told = refused ?? (wrong ? words.wrong[wrong.words] : null)
  return html`<div class="hero"><p class="trail"><a href="${to(page)}">${within(calendarNames(calendar, language).name, language)}</a></p>
<h1>${seen ? words.title : words.missingTitle}</h1><p>${seen ? words.intro : words.missingIntro}</p></div>
${seen ? seenView(seen, language) : ''}
${told ? html`<div class="refused" role="alert"><p><b>${words.refused}</b> ${told}</p></div>` : ''}
<form method="post" action="${to(action)}" class="report" novalidate>
${seen ? html`<input type="hidden" name="r" value="${form.revision ?? ''}">${kinds(form, words)}` : ''}
${slotFields(form, words)}
${seen ? statusFields(form, words) : ''}
${textFields(form, words)}
${input(form, { name: 'source', label: words.source, type: 'url', max: MAX_SOURCE_CHARS })}
<div class="field"><label for="note">${words.note}</label>
<textarea id="note" name="note" rows="3" maxlength="${MAX_NOTE_CHARS}" aria-describedby="note-hint"${invalid(form, 'note')}>\n${form.entered.note ?? ''}</textarea>
<p class="soft" id="note-hint">${words.noteHint}</p></div>
<div hidden><label>${words.trap}<input name="${TRAP}" value="" tabindex="-1" autocomplete="off"></label></div>
<p><button class="button">${words.send}</button></p></form>
${seen ? html`<p><a class="more" href="${to(`${page}/report`)}">${words.toMissing}</a></p>` : ''}`
}

/** What the reporter saw beside what is published now, where that is not the same. */
function seenView({ now, then, corrected }: Seen, language: Language): Markup {
  const words = REPORT_WORDS[language]
  if (now.removed)
    return html`<div class="note"><p>${words.gone}</p></div>${slip(now.facts, REPORTABLE, words, language)}`
  if (corrected.length === 0) return slip(now.facts, shownOf(now.facts), words, language)
  return html`<div class="note"><p><b>${words.corrected}</b></p><p>${words.correctedStill}</p></div>
<h2>${words.now}</h2>
<dl class="slip">${shownOf(now.facts, corrected).map((field) => {
    const [was, is] = [then.facts, now.facts].map((facts) => fieldText(facts, field, language))
    return html`<dt>${words.fields[field]}</dt><dd>${corrected.includes(field) ? html`<del>${words.saw}: <bdi>${was}</bdi></del><br><ins><bdi>${is}</bdi></ins>` : html`<bdi>${is}</bdi>`}</dd>`
  })}</dl>`
}

/** The end and the place only where there is one. */
const shownOf = (facts: Facts, also: readonly Reportable[] = []): Reportable[] =>
  REPORTABLE.filter(
    (field) => also.includes(field) || !['end', 'location'].includes(field) || facts[field],
  )

const slip = (
  facts: Facts,
  fields: readonly Reportable[],
  words: ReportWords,
  language: Language,
) =>
  html`<dl class="slip">${fields.map(
    (field) =>
      html`<dt>${words.fields[field]}</dt><dd><bdi>${readText(facts, field, language)}</bdi>${field === 'start' && facts.rrule ? html` <span class="soft">(${words.series})</span>` : ''}</dd>`,
  )}</dl>`

/** In the reader's language, where it was published in that too. */
function readText(facts: Facts, field: Reportable, language: Language): string {
  const { title, location } = facts.translations[language] ?? {}
  const translated = field === 'title' ? title : field === 'location' ? location : null
  return translated ?? fieldText(facts, field, language)
}

export function fieldText(facts: Facts, field: Reportable, language: Language): string {
  const words = REPORT_WORDS[language]
  if (field === 'location') return facts.location?.name ?? words.none
  if (field === 'status') return words.states[facts.status] ?? facts.status
  const value = facts[field]
  if (value === null) return words.none
  return field === 'title' ? value : localText(value, language)
}

export const localText = (local: string, language: Language): string =>
  `${dateText(local.slice(0, 10), language)} ${local.slice(11, 16)}`.trim()

function kinds({ entered }: Form, words: ReportWords): Markup {
  return html`<fieldset><legend>${words.what}</legend>${(
    ['time', 'cancelled', 'other'] as const
  ).map(
    (kind) =>
      html`<label class="choice"><input type="radio" name="kind" value="${kind}" required${entered.kind === kind ? html` checked` : ''}> ${words.kinds[kind]}</label>`,
  )}</fieldset>`
}

function slotFields(form: Form, words: ReportWords): Markup {
  const { seen, reader, calendar } = form
  const zone = seen?.now.facts.timezone ?? calendar.settings.timezone
  const date = { name: 'start_date', type: 'date', label: seen ? words.date : words.day }
  const time = { name: 'start_time', type: 'time', label: seen ? words.time : words.startTime }
  return html`${
    seen?.now.facts.rrule
      ? input(form, {
          ...{ name: 'happening', type: 'date', label: words.happening, hint: words.happeningHint },
        })
      : ''
  }<div class="not-cancelled not-other">
${seen ? '' : input(form, { name: 'title', label: words.names, max: MAX_TEXT_CHARS })}
<div class="pair">${input(form, date)}${input(form, time)}${input(form, { name: 'end_time', type: 'time', label: words.end })}</div>
<p class="soft">${words.zone(zoneText(zone, reader.language))}</p></div>`
}

function statusFields({ entered }: Form, words: ReportWords): Markup {
  return html`<fieldset class="not-time not-other"><legend>${words.status}</legend>${(
    ['cancelled', 'postponed'] as const
  ).map(
    (status) =>
      html`<label class="choice"><input type="radio" name="status" value="${status}"${(entered.status || 'cancelled') === status ? html` checked` : ''}> ${words.statuses[status]}</label>`,
  )}</fieldset>`
}

function textFields(form: Form, words: ReportWords): Markup {
  const place = { name: 'location', max: MAX_TEXT_CHARS }
  if (!form.seen) return input(form, { ...place, label: words.placeMaybe })
  return html`<div class="not-time not-cancelled">
${input(form, { name: 'title', label: words.name, max: MAX_TEXT_CHARS })}
${input(form, { ...place, label: words.place })}</div>`
}

interface Field {
  name: string
  label: string
  type?: string
  hint?: string
  max?: number
}

function input(form: Form, { name, label, type = 'text', hint, max }: Field): Markup {
  const told = hint ? html` aria-describedby="${name}-hint"` : ''
  const limit = max ? html` maxlength="${max}"` : ''
  return html`<div class="field"><label for="${name}">${label}</label>
<input id="${name}" name="${name}" type="${type}" value="${form.entered[name] ?? ''}"${limit}${told}${invalid(form, name)}>
${hint ? html`<p class="soft" id="${name}-hint">${hint}</p>` : ''}</div>`
}

const invalid = ({ wrong }: Form, name: string): Markup | '' =>
  wrong?.field === name ? html` aria-invalid="true" autofocus` : ''
