// One event in the console: the usual acts with one click, everything else in a form.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import { STATUSES } from '../../../schedule/event.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { EventVersion } from '../../../storage/events.ts'
import type { Markup } from '../../../web/layout.ts'
import { calendarNav } from '../calendar/calendar-page.ts'
import { labelOf, momentText, statusText } from '../frame/values.ts'
import { AUDIENCE_WORDS } from '../partner/audience-words.ts'
import { calendarPath } from '../review/review-page.ts'
import { WORDS } from './event-words.ts'
import { ruleFields } from './rule-builder.ts'

/** A form's fields are the columns of docs/columns.md: a form is a row of a table. */
export type Cells = Record<string, string>

export interface EventPage {
  calendar: Calendar
  /** Null: one that is to be added. */
  event: EventVersion | null
  /** What the form shows: the event's, or what was just sent and refused. */
  cells: Cells
  history: readonly EventVersion[]
  language: Language
  csrf: Markup
  mayChange: boolean
  /** What was wrong with the form. */
  refused: readonly string[]
  /** What audiences are called, by their short names. */
  audiences: ReadonlyMap<string, string>
}

export function eventBody(page: EventPage): Markup {
  const { calendar, event, language, csrf, mayChange, refused, cells } = page
  const words = WORDS[language]
  const path = `${calendarPath(calendar)}/events`
  const action = event ? `${path}/${encodeURIComponent(event.uid)}` : path
  return html`${calendarNav(calendar, 'events', language)}
${event ? html`<p class="soft">${momentText(event.facts.start, language)} · ${statusText(event.facts.status, language)}${event.facts.audience ? html` · <span class="tag private">${AUDIENCE_WORDS[language].private(page.audiences.get(event.facts.audience) ?? event.facts.audience)}</span>` : ''}</p>` : ''}
${refused.length > 0 ? html`<ul class="status refused" role="alert">${refused.map((text) => html`<li>${text}</li>`)}</ul>` : ''}
${event && mayChange ? quickActs(event, action, page) : ''}
${event && mayChange && event.facts.rrule ? occurrence(event, action, page) : ''}
${event && event.locked.length > 0 ? locks(event, action, page) : ''}
${
  mayChange
    ? html`<section aria-labelledby="all"><h2 id="all">${words.all}</h2>
<form method="post" action="${action}" class="stack wide">${csrf}${formFields(cells, language)}
${page.audiences.size > 0 ? audienceChoice(cells, page) : ''}
${rareFields(page)}
<p class="actions"><button class="button">${words.save}</button></p></form></section>`
    : ''
}
${event && mayChange ? removal(action, language, csrf) : ''}
${event ? eventHistory(page.history, calendar, language) : ''}`
}

function quickActs(event: EventVersion, action: string, { language, csrf }: EventPage): Markup {
  const words = WORDS[language]
  const { status, soldOut, timeTbd, start } = event.facts
  const act = (name: string, label: string) =>
    html`<button name="act" value="${name}">${label}</button>`
  const off = status === 'cancelled' || status === 'postponed'
  return html`<section aria-labelledby="quick"><h2 id="quick">${words.quick}</h2>
<form method="post" action="${action}/acts" class="stack">${csrf}
<label>${words.reason}<input name="reason" maxlength="200"></label>
<p class="actions">${off ? act('confirm', words.confirm) : html`${act('rain-out', words.rainOut)}${act('postpone', words.postpone)}${act('cancel', words.cancel)}`}
${act(soldOut ? 'not-sold-out' : 'sold-out', soldOut ? words.notSoldOut : words.soldOut)}</p></form>
<form method="post" action="${action}/acts" class="row">${csrf}
<label>${words.newDate}<input type="date" name="start_date" value="${start.slice(0, 10)}" required></label>
<label>${words.newTime}<input type="time" name="start_time" value="${start.slice(11, 16)}"></label>
<label>${words.reason}<input name="reason" maxlength="200"></label>
<button name="act" value="move">${timeTbd ? words.setTime : words.move}</button></form></section>`
}

function occurrence({ facts }: EventVersion, action: string, { language, csrf }: EventPage) {
  const words = WORDS[language]
  return html`<section aria-labelledby="occurrence"><h2 id="occurrence">${words.occurrence}</h2>
<p>${words.occurrenceHow}</p>
<form method="post" action="${action}/acts" class="row">${csrf}
<label>${words.date}<input type="date" name="happening" required></label>
<button name="act" value="skip">${words.skip}</button></form>
<form method="post" action="${action}/acts" class="row">${csrf}
<label>${words.date}<input type="date" name="happening" required></label>
<label>${words.newDate}<input type="date" name="start_date" required></label>
${facts.allDay ? '' : html`<label>${words.newTime}<input type="time" name="start_time"></label>`}
<button name="act" value="move">${words.move}</button></form></section>`
}

function locks({ locked }: EventVersion, action: string, { language, csrf, mayChange }: EventPage) {
  const words = WORDS[language]
  return html`<section aria-labelledby="locked"><h2 id="locked">${words.locked}</h2><p>${words.lockedHow}</p>
<ul class="findings">${locked.map(
    (name) =>
      html`<li>${labelOf(name, language)} ${
        mayChange
          ? html`<form method="post" action="${action}/acts" class="inline">${csrf}
<input type="hidden" name="field" value="${name}"><button name="act" value="unlock"
 aria-label="${words.unlock}: ${labelOf(name, language)}">${words.unlock}</button></form>`
          : ''
      }</li>`,
  )}</ul></section>`
}

const LINES = ['description']
const TYPES: Record<string, string> = { start_date: 'date', end_date: 'date' }
const BOXES = ['all_day', 'sold_out']
const USUAL = [
  ...['title', 'start_date', 'start_time', 'end_date', 'end_time', 'all_day', 'status', 'sold_out'],
  ...['venue', 'home', 'away', 'description', 'url'],
]
/** Folded away: most events do without. */
const RARE = [
  ...['category', 'tags', 'result', 'reason', 'address', 'region'],
  ...['ticket_url', 'ticket_opens_at', 'watch_url', 'shop_url'],
]
const MUST = ['title', 'start_date']

/** The languages whose texts a form asks for, beside the calendar's own. */
export const otherLanguages = ({ settings }: Calendar): ('ko' | 'en')[] =>
  (['ko', 'en'] as const).filter((language) => language !== settings.language)

/** Every column that a form may say. */
export const formColumns = (calendar: Calendar): string[] => [
  ...USUAL,
  ...RARE,
  ...['rrule', 'exdates', 'audience'],
  ...otherLanguages(calendar).flatMap((other) => [
    ...[`title_${other}`, `venue_${other}`, `description_${other}`],
  ]),
]

export const isBox = (column: string): boolean => BOXES.includes(column)

const formFields = (cells: Cells, language: Language): Markup =>
  html`${USUAL.map((name) => field(name, cells, language))}`

/** Behind a summary that says which of them hold something; open where something was refused. */
function rareFields({ calendar, cells, language, refused }: EventPage): Markup {
  const words = WORDS[language]
  const others = otherLanguages(calendar)
  const filled = [
    ...RARE.filter((name) => cells[name]).map((name) => words.fields[name] ?? name),
    ...others
      .filter((other) => TEXTS.some((name) => cells[`${name}_${other}`]))
      .map((other) => words.texts[other]),
    ...(cells.rrule ? [words.repeats] : []),
  ]
  const told = filled.length > 0 ? ` (${filled.join(', ')})` : ''
  return html`<details class="rare"${refused.length > 0 ? ' open' : ''}><summary>${words.rare}${told}</summary>
<div class="inner">${RARE.map((name) => field(name, cells, language))}
${others.map(
  (
    other,
  ) => html`<fieldset lang="${other}"><legend lang="${language}">${words.texts[other]}</legend>
${TEXTS.map((name) => field(`${name}_${other}`, cells, language))}</fieldset>`,
)}
${ruleFields(cells.rrule ?? null, language)}
${field('exdates', cells, language)}</div></details>`
}

const TEXTS = ['title', 'venue', 'description']

function field(name: string, cells: Cells, language: Language): Markup {
  const words = WORDS[language]
  const base = name.replace(/_(?:ko|en)$/, '')
  const label = html`<span>${words.fields[base] ?? base}${MUST.includes(name) ? html` <span class="soft">(${words.must})</span>` : ''}</span>`
  const value = cells[name] ?? ''
  if (isBox(name))
    return html`<label class="box"><input type="checkbox" name="${name}" value="yes"${value ? ' checked' : ''}> ${label}</label>`
  if (name === 'status')
    return html`<label>${label}<select name="status">${STATUSES.map(
      (status) =>
        html`<option value="${status}"${status === (value || 'confirmed') ? ' selected' : ''}>${statusText(status, language)}</option>`,
    )}</select></label>`
  if (LINES.includes(base))
    return html`<label>${label}<textarea name="${name}" rows="4">${value}</textarea></label>`
  const required = MUST.includes(name) ? html` required` : ''
  return html`<label>${label}<input name="${name}" type="${TYPES[name] ?? 'text'}" value="${value}"${required}></label>`
}

function audienceChoice(cells: Cells, { audiences, language }: EventPage): Markup {
  const words = AUDIENCE_WORDS[language]
  const choices = [['', words.everybody] as const, ...audiences]
  return html`<label>${labelOf('audience', language)}<select name="audience">${choices.map(
    ([slug, name]) =>
      html`<option value="${slug}"${slug === (cells.audience ?? '') ? ' selected' : ''}>${name}</option>`,
  )}</select></label>`
}

function removal(action: string, language: Language, csrf: Markup): Markup {
  const words = WORDS[language]
  return html`<details><summary>${words.remove}</summary><form method="post" action="${action}/acts" class="stack">${csrf}
<p>${words.removeHow}</p><p class="actions"><button name="act" value="remove" class="danger">${words.remove}</button></p></form></details>`
}

function eventHistory(history: readonly EventVersion[], calendar: Calendar, language: Language) {
  const words = WORDS[language]
  return html`<section aria-labelledby="history"><h2 id="history">${words.history}</h2><ol reversed>${history.map(
    ({
      revision,
      facts,
    }) => html`<li><a href="${calendarPath(calendar)}/history/${revision}">${revision}</a>
${momentText(facts.start, language)} · ${statusText(facts.status, language)} <bdi>${facts.title}</bdi></li>`,
  )}</ol></section>`
}
