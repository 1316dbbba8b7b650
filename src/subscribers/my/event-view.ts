// One event of a link, as it opens from the calendar on a phone: what it is, and large buttons.

import { html } from 'hono/html'
import { MAX_MEMO_UNITS } from '../../schedule/overlay.ts'
import { rulesFor } from '../../schedule/reminder-rules.ts'
import type { Laid } from '../../subscriptions/overlay.ts'
import type { Markup } from '../../web/layout.ts'
import { dateText } from '../when.ts'
import { alarmChoice } from './choices-view.ts'
import { CHOICES_WORDS } from './choices-words.ts'
import { type Filled, oneOfList, textArea, troubles } from './controls.ts'
import { EVENT_WORDS } from './event-words.ts'
import { putAlarms } from './fields.ts'
import type { Here } from './link-here.ts'
import { meanwhileView, sinceField } from './meanwhile.ts'
import { putEventReminders } from './reminder-fields.ts'
import { eventRemindersChoice } from './reminder-view.ts'
import { placed, type Shown, seen } from './seen.ts'

export interface EventHere extends Here {
  laid: Laid
  happening: Shown
  /** Of a series; null for a single event. */
  day: string | null
  now: string
  /** Whose calendar it is: nobody hides that one's games. */
  ownTeam: string | null
  /** Where something else was saved while the form was open. */
  isOutdated?: boolean
}

export function eventView(here: EventHere, filled: Filled): Markup {
  const { reader, path, laid } = here
  const { language, to } = reader
  const words = EVENT_WORDS[language]
  const { calendar, address } = laid.followed
  const uid = encodeURIComponent(laid.event.uid)
  const page = `/${calendar.partner}/${address}/${uid}`
  const isPrivate = laid.event.facts.audience !== null
  const report = `${isPrivate ? `${path}/${uid}` : page}/report?r=${laid.event.toldNumber}`
  const told = {
    saved: notedFields(here.laid),
    fields: filled.fields,
    language,
    again: actionOf(here),
  }
  return html`${here.isOutdated ? meanwhileView(told) : ''}${troubles(words.wrong, filled)}
${factsView(here)}
${noteForm(here, filled)}
${hidingForms(here)}
<ul class="rows">${
    // What members alone see has no page but this one.
    isPrivate ? '' : html`<li><a href="${to(page)}">${words.page}</a></li>`
  }
<li><a href="${to(report)}">${words.report}</a></li>
<li><a href="${to(path)}">${words.all}</a></li></ul>`
}

function factsView({ reader, subscription, laid, happening, day, now }: EventHere): Markup {
  const { language } = reader
  const words = EVENT_WORDS[language]
  const shown = seen(happening, subscription.choices, language, now)
  const { facts } = happening.occurrence
  const { hidden, skipped } = laid.overlay
  const isSkipped = day !== null && skipped.includes(day)
  const status = words.status[facts.status]
  return html`${hidden ? html`<p class="note"><strong>${words.hidden}</strong></p>` : isSkipped ? html`<p class="note"><strong>${words.skipped}</strong></p>` : ''}
<p class="fact">${shown.when}</p><p class="fact">${placed(shown, language)}</p>
${status ? html`<p class="status">${status}${facts.reason ? html` · ${words.reason}: <bdi>${facts.reason}</bdi>` : ''}</p>` : ''}
${facts.soldOut && facts.status !== 'ended' ? html`<p class="status">${words.soldOut}</p>` : ''}
${day === null ? '' : html`<p class="soft">${words.series}</p>`}`
}

/** A form's fields as they are kept. */
export function notedFields({ overlay, event, subscription: { choices } }: Laid): URLSearchParams {
  const fields = new URLSearchParams({ alarms: overlay.alarms === null ? 'link' : 'own' })
  if (overlay.memo !== null) fields.set('memo', overlay.memo)
  putAlarms(fields, overlay.alarms ?? [])
  putEventReminders(fields, rulesFor(choices, overlay, event.facts), overlay.reminders !== null)
  return fields
}

function noteForm(here: EventHere, filled: Filled): Markup {
  const { language } = here.reader
  const words = EVENT_WORDS[language]
  const whose = [
    { value: 'link', text: words.asLink },
    { value: 'own', text: words.own },
  ]
  const memo = { name: 'memo', label: words.memo, hint: words.memoHint }
  return html`<form method="post" action="${actionOf(here)}"><fieldset><legend><h2>${words.mine}</h2></legend>
${dayField(here)}${sinceField(notedFields(here.laid), filled.fields)}${textArea(memo, filled, html` maxlength="${MAX_MEMO_UNITS}"`)}
${oneOfList({ name: 'alarms', label: words.alarm, hint: words.ownHint }, whose, filled)}
<div class="own-alarms">${alarmChoice(CHOICES_WORDS[language], filled)}</div>
${eventRemindersChoice(language, kindsOf(here), filled)}
<button class="main wide" name="act" value="note">${words.save}</button></fieldset></form>`
}

/** What it can ring by, as it is now. */
const kindsOf = ({ laid: { event } }: EventHere) => {
  const { allDay, ticketOpensAt } = event.facts
  return { timed: !allDay, allDay, tickets: ticketOpensAt !== null }
}

const actionOf = ({ reader, path, laid }: EventHere): string =>
  reader.to(`${path}/${encodeURIComponent(laid.event.uid)}`)

const dayField = ({ day }: EventHere): Markup | '' =>
  day === null ? '' : html`<input type="hidden" name="day" value="${day}">`

function hidingForms(here: EventHere): Markup {
  const { reader, laid, day, now } = here
  const words = EVENT_WORDS[reader.language]
  const { hidden, skipped } = laid.overlay
  const button = (act: string, text: string) =>
    html`<button name="act" value="${act}">${text}</button>`
  const isSkipped = day !== null && skipped.includes(day)
  const dayName = day === null ? '' : dateText(day, reader.language, now.slice(0, 4))
  const ofDay =
    day === null || hidden
      ? ''
      : isSkipped
        ? button('unskip', words.showDay)
        : button('skip', words.hideDay(dayName))
  const whole = hidden
    ? button('show', day === null ? words.show : words.showSeries)
    : button('hide', day === null ? words.hide : words.hideSeries)
  return html`<h2>${words.notWanted}</h2>
<form method="post" action="${actionOf(here)}" class="big">${dayField(here)}${ofDay}${whole}</form>
<div class="big">${teamForms(here)}</div>`
}

/** Whoever of the two is not the one that is followed. */
function teamForms({ reader, path, subscription, laid, ownTeam }: EventHere): Markup {
  const words = EVENT_WORDS[reader.language]
  const { filters, hiddenTeams } = subscription.choices
  const { home, away } = laid.event.facts
  const teams = [home, away].filter(
    (team) => team !== null && team !== ownTeam && !filters.teams.includes(team),
  )
  return html`${teams.map((team) => {
    const isHidden = hiddenTeams.includes(team ?? '')
    return html`<form method="post" action="${reader.to(`${path}/teams`)}"><input type="hidden" name="team" value="${team}"><button name="act" value="${isHidden ? 'show' : 'hide'}">${isHidden ? words.showTeam(team ?? '') : words.hideTeam(team ?? '')}</button></form>`
  })}`
}
