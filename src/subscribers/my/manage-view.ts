// The page that manages one link: its address, what comes next, what was taken out.

import { html } from 'hono/html'
import type { Happening } from '../../subscriptions/agenda.ts'
import type { Touched } from '../../subscriptions/overlay.ts'
import type { Markup } from '../../web/layout.ts'
import { dateText, momentText } from '../when.ts'
import { CHOICES_WORDS } from './choices-words.ts'
import type { Here } from './link-here.ts'
import { MANAGE_WORDS } from './manage-words.ts'
import { remindersText } from './reminder-view.ts'
import { REMINDER_WORDS } from './reminder-words.ts'
import { placed, seen, titled } from './seen.ts'

/** A form of one button: what it does to one event of the link. */
export function act(
  { reader, path }: Here,
  uid: string,
  fields: Record<string, string>,
  text: string,
  label = '',
): Markup {
  const back = { ...fields, back: 'list' }
  return html`<form method="post" action="${reader.to(`${path}/${encodeURIComponent(uid)}`)}">${Object.entries(
    back,
  ).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  )}<button${label ? html` aria-label="${text}: ${label}"` : ''}>${text}</button></form>`
}

export function nextEvents(here: Here, happenings: readonly Happening[], now: string): Markup {
  const { reader, subscription, path } = here
  const { language, to } = reader
  const words = MANAGE_WORDS[language]
  return html`<ul class="rows">${happenings.map((happening) => {
    const { uid, facts } = happening.event
    const shown = seen(happening, subscription.choices, language, now)
    const day = happening.occurrence.recurrenceId.slice(0, 10)
    const hide =
      facts.rrule === null
        ? act(here, uid, { act: 'hide' }, words.hide, shown.title.text)
        : act(here, uid, { act: 'skip', day }, words.hideDay, shown.title.text)
    const link = to(
      `${path}/${encodeURIComponent(uid)}${facts.rrule === null ? '' : `?day=${day}`}`,
    )
    return html`<li><div class="what">${shown.when}<a href="${link}">${titled(shown, language)}</a>${placed(shown, language)}</div>${hide}</li>`
  })}</ul>`
}

/** Everything that can be brought back: events, days of a series, opponents. */
export function hiddenThings(here: Here, touched: readonly Touched[], now: string): Markup {
  const { reader, subscription, path } = here
  const words = MANAGE_WORDS[reader.language]
  const teams = subscription.choices.hiddenTeams
  const hidden = touched.filter(({ overlay }) => overlay.hidden || overlay.skipped.length > 0)
  if (teams.length + hidden.length === 0) return html`<p class="soft">${words.hiddenNone}</p>`
  return html`<ul class="rows">${teams.map(
    (team) =>
      html`<li><div class="what"><strong><bdi>${words.hiddenTeam(team)}</bdi></strong></div>
<form method="post" action="${reader.to(`${path}/teams`)}"><input type="hidden" name="act" value="show"><input type="hidden" name="team" value="${team}"><button aria-label="${words.show}: ${team}">${words.show}</button></form></li>`,
  )}${hidden.map((each) => hiddenEvent(here, each, now))}</ul>`
}

function hiddenEvent(here: Here, each: Touched, now: string): Markup {
  const { language } = here.reader
  const words = MANAGE_WORDS[language]
  const { overlay } = each
  const title = titleOf(here, each)
  const year = now.slice(0, 4)
  const isSeries = each.event?.facts.rrule != null
  const whole = overlay.hidden
    ? html`<li><div class="what"><strong><bdi>${title}</bdi></strong><span class="when">${isSeries ? words.whole : whenOf(here, each, now)}</span></div>${act(here, overlay.uid, { act: 'show' }, words.show, title)}</li>`
    : ''
  return html`${whole}${overlay.skipped.map(
    (day) =>
      html`<li><div class="what"><strong><bdi>${title}</bdi></strong><span class="when">${dateText(day, language, year)}</span></div>${act(here, overlay.uid, { act: 'unskip', day }, words.show, `${title} ${day}`)}</li>`,
  )}`
}

const titleOf = ({ reader, subscription }: Here, { event }: Touched): string => {
  if (!event) return MANAGE_WORDS[reader.language].gone
  const { language } = subscription.choices
  return (language === null ? null : event.facts.translations[language]?.title) ?? event.facts.title
}

const whenOf = ({ reader }: Here, { event }: Touched, now: string): string =>
  event ? momentText(event.facts, reader.language, now.slice(0, 4)) : ''

/** Memos and alarms of one's own. */
export function notedEvents(here: Here, touched: readonly Touched[], now: string): Markup | '' {
  const { reader, path } = here
  const words = MANAGE_WORDS[reader.language]
  const noted = touched.filter(({ overlay: { memo, alarms, reminders } }) =>
    [memo, alarms, reminders].some((each) => each !== null),
  )
  if (noted.length === 0) return ''
  return html`<h2>${words.notes}</h2><ul class="rows">${noted.map((each) => {
    const { uid, memo, alarms, reminders } = each.overlay
    const title = titleOf(here, each)
    const name = each.event
      ? html`<a href="${reader.to(`${path}/${encodeURIComponent(uid)}`)}"><bdi>${title}</bdi></a>`
      : html`<strong>${title}</strong>${act(here, uid, { act: 'clear' }, words.clear)}`
    return html`<li><div class="what"><span class="when">${whenOf(here, each, now)}</span>${name}
${memo === null ? '' : html`<span class="memo">${memo}</span>`}${alarms === null ? '' : html`<span class="soft">${words.ownAlarm}: ${alarmsText(alarms, here)}</span>`}${reminders === null ? '' : html`<span class="soft">${REMINDER_WORDS[reader.language].told}: ${remindersText(reminders, reader.language)}</span>`}</div></li>`
  })}</ul>`
}

export function alarmsText(alarms: readonly number[], { reader: { language } }: Here): string {
  const words = CHOICES_WORDS[language]
  return (
    alarms.map((minutes) => words.minutes(minutes)).join(', ') || MANAGE_WORDS[language].noAlarm
  )
}
