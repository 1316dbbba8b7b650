// Reminder rules: their controls in the two forms, folded while nothing is chosen, and as one line.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import type { EventReminders, Reminders } from '../../schedule/reminder-rules.ts'
import { wallTime } from '../../schedule/zones.ts'
import { type DueReminder, zoneOf } from '../../subscriptions/reminders.ts'
import type { Markup } from '../../web/layout.ts'
import { dateText } from '../when.ts'
import { CHOICES_WORDS } from './choices-words.ts'
import { type Filled, oneOfList, textField, tick, tickList } from './controls.ts'
import type { Here } from './link-here.ts'
import { USUAL_MINUTES } from './minutes-fields.ts'
import { hasOwnReminders } from './reminder-fields.ts'
import { REMINDER_WORDS, type ReminderWords } from './reminder-words.ts'

/** Which rules can mean anything; those of the others are kept, and not asked. */
export interface Kinds {
  timed: boolean
  allDay: boolean
  tickets: boolean
}

const EVERY: Kinds = { timed: true, allDay: true, tickets: true }

/** Of all events of a link. */
export function remindersChoice(language: Language, filled: Filled): Markup {
  const words = REMINDER_WORDS[language]
  const whose = [
    { value: 'link', text: words.asLink },
    { value: 'own', text: words.own },
  ]
  const body = html`<p class="hint">${words.hint}</p>
${oneOfList({ name: 'remind', label: words.which }, whose, filled)}
<div class="own-reminders">${rules(language, EVERY, filled)}${quietHours(words, filled)}
${tick({ name: 'tellChanges', label: words.changes }, filled)}</div>`
  return foldedUnlessOwn(words.title, body, filled)
}

/** Of one event. */
export function eventRemindersChoice(language: Language, kinds: Kinds, filled: Filled): Markup {
  const words = REMINDER_WORDS[language]
  const whose = [
    { value: 'link', text: words.asAll },
    { value: 'own', text: words.own },
  ]
  const body = html`${oneOfList({ name: 'remind', label: words.which }, whose, filled)}
<div class="own-reminders">${rules(language, kinds, filled)}</div>`
  return foldedUnlessOwn(words.ofEvent, body, filled)
}

const foldedUnlessOwn = (title: string, body: Markup, { fields }: Filled): Markup =>
  hasOwnReminders(fields)
    ? html`<section class="reminders"><h3>${title}</h3>${body}</section>`
    : html`<details><summary>${title}</summary>${body}</details>`

const USUAL_DAYS = ['0 09:00', '1 09:00', '1 20:00', '3 20:00', '7 20:00']
const USUAL_OPENINGS = [0, 10, 60, 1440]

function rules(language: Language, { timed, allDay, tickets }: Kinds, filled: Filled): Markup {
  const words = REMINDER_WORDS[language]
  return html`${timed ? timedRules(language, filled) : kept(['ring', 'ringOwn', 'dayRing'], filled)}
${allDay ? dayRules('allDayRing', words.allDay, words, filled) : kept(['allDayRing'], filled)}
${tickets ? ticketRules(language, filled) : kept(['ticketRing', 'ticketRingOwn'], filled)}`
}

const kept = (names: readonly string[], { fields }: Filled): Markup =>
  html`${names.flatMap((name) =>
    fields.getAll(name).map((value) => html`<input type="hidden" name="${name}" value="${value}">`),
  )}`

function timedRules(language: Language, filled: Filled): Markup {
  const words = REMINDER_WORDS[language]
  const usual = USUAL_MINUTES.map((each) => ({
    value: `${each}`,
    text: CHOICES_WORDS[language].minutes(each),
  }))
  const own = { name: 'ringOwn', label: words.otherMinutes, hint: words.otherMinutesHint }
  return html`${tickList({ name: 'ring', label: words.before }, usual, filled)}
${textField(own, filled, html` inputmode="numeric" maxlength="40"`)}
${dayRules('dayRing', words.days, words, filled)}`
}

/** Others than the usual can be taken back, not written: an app offers them. */
function ticketRules(language: Language, filled: Filled): Markup {
  const words = REMINDER_WORDS[language]
  const opening = USUAL_OPENINGS.map((each) => ({
    value: `${each}`,
    text: each === 0 ? words.ticketsOpen : CHOICES_WORDS[language].minutes(each),
  }))
  const isWritten = filled.fields.get('ticketRingOwn') || filled.errors.has('ticketRingOwn')
  const own = { name: 'ticketRingOwn', label: words.otherMinutes }
  return html`${tickList({ name: 'ticketRing', label: words.tickets }, opening, filled)}
${isWritten ? textField(own, filled) : ''}`
}

/** The usual and those that are chosen already; one more may be written. */
function dayRules(name: string, label: string, words: ReminderWords, filled: Filled): Markup {
  const chosen = filled.fields.getAll(name)
  const options = [...new Set([...USUAL_DAYS, ...chosen])].map((value) => {
    const [days = '', at = ''] = value.split(' ')
    return { value, text: words.dayRule(Number(days), at) }
  })
  return html`${tickList({ name, label }, options, filled)}
<div class="pair">${textField({ name: `${name}Days`, label: words.otherDays }, filled, html` inputmode="numeric" maxlength="2"`)}
${textField({ name: `${name}At`, label: words.at }, filled, CLOCK)}</div>`
}

const CLOCK = html` type="time"`

const quietHours = (words: ReminderWords, filled: Filled): Markup =>
  html`<fieldset aria-describedby="quiet-hint"><legend>${words.quiet}</legend><p class="hint" id="quiet-hint">${words.quietHint}</p>
<div class="pair">${textField({ name: 'quietFrom', label: words.from }, filled, CLOCK)}
${textField({ name: 'quietTo', label: words.to }, filled, CLOCK)}</div></fieldset>`

/** `30 min before, the day before, 20:00 · quiet 23:00–07:00` */
export function remindersText(
  rules: EventReminders & Partial<Pick<Reminders, 'quiet'>>,
  language: Language,
): string {
  const words = REMINDER_WORDS[language]
  const { minutes } = CHOICES_WORDS[language]
  const days = [...rules.daysBefore, ...rules.allDay].map(({ days, at }) => words.dayRule(days, at))
  const tickets = rules.tickets.map((each) =>
    each === 0 ? words.ticketsOpen : words.ticketsTold(minutes(each)),
  )
  const quiet = rules.quiet ? [words.quietTold(rules.quiet.from, rules.quiet.to)] : []
  const ringing = [...rules.minutes.map(minutes), ...new Set(days), ...tickets]
  return [ringing.join(' · ') || words.none, ...quiet].join(' · ')
}

/** Each by the clock of who is reminded, as the app will say it. */
export function ringingView(
  { reader: { language }, subscription }: Here,
  ringing: readonly DueReminder[],
): Markup {
  const zone = zoneOf(subscription)
  return html`<h3>${REMINDER_WORDS[language].soon}</h3><ul class="rows">${ringing.map(
    ({ at, title, body }) => {
      const wall = wallTime(at, zone)
      return html`<li><div class="what"><span class="when"><time datetime="${at}">${dateText(wall.slice(0, 10), language, at.slice(0, 4))} ${wall.slice(11, 16)}</time></span><strong><bdi>${title}</bdi></strong><span class="soft"><bdi>${body}</bdi></span></div></li>`
    },
  )}</ul>`
}
