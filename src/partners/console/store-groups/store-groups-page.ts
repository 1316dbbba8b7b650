// The pages of store groups: all of them, and one with its stores, its repeating events and a new one.

import { html } from 'hono/html'
import type { Language } from '../../../language/choose.ts'
import type { EventState } from '../../../schedule/event.ts'
import { expandStarts } from '../../../schedule/recurrence.ts'
import { ownStore, type StoreGroup } from '../../../schedule/store-groups.ts'
import type { Calendar } from '../../../storage/calendars.ts'
import type { Markup } from '../../../web/layout.ts'
import { calendarNav } from '../calendar/calendar-page.ts'
import { ruleFields, ruleText } from '../events/rule-builder.ts'
import { field, notice, refusal, type Wrong } from '../frame/form-fields.ts'
import { momentText } from '../frame/values.ts'
import { calendarPath } from '../review/review-page.ts'
import { GROUP_WORDS } from './store-group-words.ts'

interface Page {
  calendar: Calendar
  language: Language
  csrf: Markup
  mayChange: boolean
  wrong: Wrong
}

export interface Listed extends Page {
  groups: readonly StoreGroup[]
  entered: { name: string; stores: string }
}

export const groupsPath = (calendar: Calendar): string => `${calendarPath(calendar)}/groups`
export const groupPath = (calendar: Calendar, name: string): string =>
  `${groupsPath(calendar)}/${encodeURIComponent(name)}`

export function groupsBody(page: Listed): Markup {
  const { calendar, groups, language, csrf, mayChange, entered, wrong } = page
  const words = GROUP_WORDS[language]
  return html`${calendarNav(calendar, 'events', language)}<p>${words.how}</p>
${refusal(wrong, words.refused)}
${groups.length === 0 ? html`<p class="soft">${words.none}</p>` : ''}
<ul class="changes">${groups.map(
    ({
      name,
      stores,
    }) => html`<li><p><a href="${groupPath(calendar, name)}"><bdi class="title">${name}</bdi></a>
<span class="soft">${words.count(stores.length)}</span></p></li>`,
  )}</ul>
${
  mayChange
    ? html`<section aria-labelledby="make"><h2 id="make">${words.make}</h2>
<form method="post" action="${groupsPath(calendar)}" class="stack">${csrf}${listFields(entered, wrong, language)}
<p class="actions"><button class="button">${words.make}</button></p></form></section>`
    : ''
}`
}

function listFields(entered: { name: string; stores: string }, wrong: Wrong, language: Language) {
  const words = GROUP_WORDS[language]
  return html`${field({
    ...{ name: 'name', label: words.name, hint: words.nameHint, value: entered.name },
    ...{ wrong: wrong.name, more: html`required maxlength="255" autocomplete="off"` },
  })}${field({
    ...{ name: 'stores', label: words.stores, hint: words.storesHint, value: entered.stores },
    ...{ rows: 6, wrong: wrong.stores, more: html`required spellcheck="false"` },
  })}`
}

export interface Shown extends Page {
  group: StoreGroup
  entered: { name: string; stores: string }
  /** Events that repeat alike, at several stores or for all. */
  series: readonly (readonly EventState[])[]
  /** What the form of a new one holds, by column. */
  cells: Readonly<Record<string, string>>
  refused: readonly string[]
  /** How many events the last change changed. */
  saved: number | null
  today: string
}

export function groupBody(page: Shown): Markup {
  const { calendar, group, language, csrf, mayChange, entered, wrong, refused, saved } = page
  const words = GROUP_WORDS[language]
  const path = groupPath(calendar, group.name)
  return html`${calendarNav(calendar, 'events', language)}
<p><a href="${groupsPath(calendar)}">${words.title}</a></p>
${notice(saved === null ? null : words.saved(saved))}${refusal(wrong, words.refused)}
${refused.length > 0 ? html`<ul class="status refused" role="alert">${refused.map((text) => html`<li>${text}</li>`)}</ul>` : ''}
<section aria-labelledby="series"><h2 id="series">${words.series}</h2>
${page.series.length === 0 ? html`<p class="soft">${words.noSeries}</p>` : ''}
<ul class="changes">${page.series.map((each, place) => seriesView(each, place, page))}</ul></section>
${mayChange ? newSeries(page, path) : ''}
<section aria-labelledby="stores-title"><h2 id="stores-title">${words.theStores} (${group.stores.length})</h2>
${
  mayChange
    ? html`<p>${words.storesChange}</p><form method="post" action="${path}" class="stack">${csrf}${listFields(entered, wrong, language)}
<p class="actions"><button class="button">${words.save}</button></p></form>
<details><summary>${words.drop}</summary><form method="post" action="${path}/removal" class="stack">${csrf}
<p>${words.dropHow}</p><p class="actions"><button class="danger">${words.drop}</button></p></form></details>`
    : html`<ul>${group.stores.map(({ name, address }) => html`<li><bdi>${name}</bdi> <span class="soft"><bdi>${address ?? ''}</bdi></span></li>`)}</ul>`
}</section>`
}

/** So many dates are offered to be skipped or moved. */
const MOST_DATES = 24

function seriesView(events: readonly EventState[], place: number, page: Shown): Markup | '' {
  const { calendar, group, language, csrf, mayChange, today } = page
  const [first] = events
  if (!first) return ''
  const words = GROUP_WORDS[language]
  const { facts } = first
  const title = ownStore(facts, group)
    ? facts.title.replace(`${facts.location?.name} `, '')
    : facts.title
  const dates = expandStarts(facts, today, '2200-12-31', MOST_DATES).map((start) =>
    start.slice(0, 10),
  )
  const moved = new Map(
    facts.overrides.map(({ recurrenceId, facts: { start } }) => [recurrenceId.slice(0, 10), start]),
  )
  const dateText = (date: string) => {
    const to = moved.get(date)?.slice(0, 10)
    return `${momentText(date, language)}${to && to !== date ? ` → ${momentText(to, language)}` : ''}`
  }
  const id = `except-${place}`
  return html`<li><p><a href="${calendarPath(calendar)}/events/${encodeURIComponent(first.uid)}"><bdi class="title">${title}</bdi></a>
<span>${ruleText(facts.rrule ?? '', language)}</span>
${ownStore(facts, group) ? html`<span class="soft">${words.atEach(events.length)}</span>` : ''}</p>
<p class="soft">${words.next}: ${dates.slice(0, 4).map(dateText).join(', ')}</p>
${
  mayChange && dates.length > 0
    ? html`<details><summary id="${id}">${words.except}</summary>
<form method="post" action="${groupPath(calendar, group.name)}/happenings" class="row" aria-labelledby="${id}">${csrf}
<input type="hidden" name="uid" value="${first.uid}">
<label>${words.day}<select name="date">${dates.map((date) => html`<option value="${date}">${dateText(date)}</option>`)}</select></label>
<button name="do" value="skip">${words.skip}</button>
<label>${words.to}<input type="date" name="to"></label>
<label>${words.reason}<input name="reason" maxlength="200"></label>
<button name="do" value="move">${words.move}</button></form></details>`
    : ''
}</li>`
}

function newSeries({ language, csrf, cells, series }: Shown, path: string): Markup {
  const words = GROUP_WORDS[language]
  const input = (name: string, label: string, more: Markup) =>
    html`<label>${label}<input name="${name}" value="${cells[name] ?? ''}" ${more}></label>`
  return html`<details class="fold"${cells.title || series.length === 0 ? ' open' : ''}><summary>${words.add}</summary>
<form method="post" action="${path}/events" class="stack wide">${csrf}
${input('title', words.eventTitle, html`required maxlength="255"`)}
${input('start_date', words.start, html`type="date" required`)}
${input('category', words.category, html`maxlength="255"`)}
${ruleFields(cells.rrule ?? 'FREQ=MONTHLY;BYDAY=2SU,4SU', language)}
<label>${words.description}<textarea name="description" rows="3">${cells.description ?? ''}</textarea></label>
<label class="box"><input type="checkbox" name="eachStore" value="yes"${cells.eachStore ? ' checked' : ''}> ${words.eachStore}</label>
<p class="actions"><button class="button">${words.publish}</button></p></form></details>`
}
