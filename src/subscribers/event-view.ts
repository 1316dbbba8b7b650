// What stands on an event's page.

import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'
import { zoneText } from '../language/zone-names.ts'
import type { Facts } from '../schedule/event.ts'
import { instantWithOffset } from '../schedule/zones.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { EventVersion } from '../storage/events.ts'
import type { Partner } from '../storage/partners.ts'
import type { Markup } from '../web/layout.ts'
import type { Reader } from '../web/reader.ts'
import { CHANGE_WORDS } from './change-words.ts'
import { toldLines, toldOf } from './changes-view.ts'
import { EVENT_WORDS } from './event-page-words.ts'
import { eventPath, MARKS, marksOf, marksView, slotText } from './event-row.ts'
import type { Happening } from './happenings.ts'
import { calendarNames, eventTexts, said, within } from './texts.ts'
import { dateText, datetimeOf, momentText, opening } from './when.ts'

export interface EventShown {
  calendar: Calendar
  partner: Partner
  /** The latest first. */
  history: EventVersion[]
  event: EventVersion
  /** Of a series the next; empty for a single event. */
  next: Happening[]
  reader: Reader
  now: string
}

export function eventBody(shown: EventShown): Markup {
  const { calendar, event, reader, now } = shown
  const { language, to } = reader
  const words = EVENT_WORDS[language]
  const { title } = eventTexts(event.facts, calendar, language)
  const page = `/${calendar.partner}/${calendar.slug}`
  return html`<div class="hero"><p class="trail"><a href="${to(page)}">${within(calendarNames(calendar, language).name, language)}</a></p>
${event.removed ? '' : html`<p class="marks">${marksView(marksOf(event.facts, event.movedFrom), language)}</p>`}
<h1${said(title, language)}</h1></div>
${becomeOf(shown)}
${event.removed ? '' : facts(shown)}
<p class="doings"><a class="button" href="${to(page)}#subscribe">${words.subscribe}</a>
${event.removed ? '' : html`<a class="more" href="${to(`${eventPath(calendar, event.uid)}/report?r=${event.toldNumber}`)}">${words.report}</a>`}</p>
${history(shown, now)}`
}

/** What a reader must know before anything else. */
function becomeOf({ event, reader }: EventShown): Markup | '' {
  const words = EVENT_WORDS[reader.language]
  const { facts, movedFrom, removed, season } = event
  const notes: string[] = []
  if (removed) notes.push(season ? words.archived : words.removed)
  else if (facts.status === 'cancelled') notes.push(words.cancelled)
  else if (facts.status === 'postponed') notes.push(words.postponed)
  else if (movedFrom) notes.push(words.moved(slotText(movedFrom, facts, reader.language)))
  if (notes.length === 0) return ''
  return html`<div class="note">${notes.map((text) => html`<p>${text}</p>`)}${
    facts.reason && !removed
      ? html`<p>${MARKS[reader.language].reason}: <bdi>${facts.reason}</bdi></p>`
      : ''
  }</div>`
}

function facts({ calendar, event, reader, next, now }: EventShown): Markup {
  const { language } = reader
  const words = EVENT_WORDS[language]
  const { facts } = event
  const { description, place } = eventTexts(facts, calendar, language)
  const year = now.slice(0, 4)
  const address = addressOf(facts)
  const row = (label: string, value: Markup | string | null) =>
    value ? html`<dt>${label}</dt><dd>${value}</dd>` : ''
  const teams =
    facts.home && facts.away
      ? html`<span class="soft">${words.home}</span> <bdi>${facts.home}</bdi> · <span class="soft">${words.away}</span> <bdi>${facts.away}</bdi>`
      : null
  return html`<dl class="facts">
${row(facts.rrule === null ? words.when : words.first, html`<time datetime="${datetimeOf(facts)}">${momentText(facts, language, year)}</time> <span class="soft">${facts.allDay ? '' : zoneText(facts.timezone, language)}</span>`)}
${row(words.dates, next.length === 0 ? null : html`<ul class="dates">${next.map((one) => html`<li><time datetime="${datetimeOf(one.facts)}">${momentText({ ...one.facts, end: null }, language, year)}</time> ${marksView(marksOf(one.facts, null), language)}</li>`)}</ul>`)}
${row(words.where, place ? html`<span${said(place, language)}</span>${address ? html`<br><span class="soft"><bdi>${address}</bdi></span>` : ''}` : null)}
${row(words.teams, teams)}
${row(words.result, facts.result)}
${row(words.tickets, facts.ticketOpensAt ? momentText(opening(facts.ticketOpensAt, facts.timezone), language, year) : null)}
${row(words.categories, facts.categories.length > 0 ? html`${facts.categories.map((one) => html`<span class="chip">${one}</span> `)}` : null)}
${row(words.links, linksView(event, language))}
</dl>
${description ? html`<p class="told-text"${said(description, language)}</p>` : ''}`
}

/** The region too, where the address does not say it. */
function addressOf({ location }: Facts): string {
  const { address, region } = location ?? {}
  if (!address || !region) return address ?? region ?? ''
  return address.includes(region) ? address : `${address} · ${region}`
}

function linksView({ facts: { links } }: EventVersion, language: Language): Markup | null {
  const shown = links.filter(({ url }) => /^https?:\/\//i.test(url))
  if (shown.length === 0) return null
  const known: Record<string, string> = EVENT_WORDS[language].linkNames
  return html`<ul class="links">${shown.map(
    ({ label, url }) =>
      html`<li><a href="${url}" rel="noopener nofollow">${Object.hasOwn(known, label) ? known[label] : label}</a> <span class="soft">${hostOf(url)}</span></li>`,
  )}</ul>`
}

const hostOf = (url: string): string => /^https?:\/\/([^/?#@:]+)/i.exec(url)?.[1] ?? ''

function history({ calendar, history, reader }: EventShown, now: string): Markup {
  const { language } = reader
  const words = EVENT_WORDS[language]
  const told = history
    .map((after, place) => ({ after, before: history[place + 1] ?? null }))
    .filter(({ after, before }) => !before || after.sequence > before.sequence)
    .map((change) => ({ change, told: toldOf(change, language) }))
    .filter(
      ({ change, told }) => !change.before || told.kind !== 'changed' || told.lines.length > 0,
    )
  return html`<section><h2>${words.history}</h2><ol class="log">${told.map(({ change, told }) => {
    const { timezone } = calendar.settings
    const at = instantWithOffset(change.after.changedAt, timezone)
    return html`<li><p><strong class="kind-${told.kind}">${CHANGE_WORDS[language].kinds[told.kind]}</strong>
<time class="soft" datetime="${at}">${dateText(at.slice(0, 10), language, now.slice(0, 4))} ${at.slice(11, 16)} ${zoneText(timezone, language)}</time>
<span class="soft">${words.revision(change.after.toldNumber)}</span></p>${toldLines(told, language)}</li>`
  })}</ol></section>`
}
