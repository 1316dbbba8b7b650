// What another device has changed while a form was open: told beside the form, and nothing is lost.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import { sha256 } from '../../storage/digest.ts'
import type { Markup } from '../../web/layout.ts'
import { CHOICES_WORDS, type ChoicesWords } from './choices-words.ts'
import { EVENT_WORDS } from './event-words.ts'
import type { Fields } from './fields.ts'
import { REMINDER_WORDS } from './reminder-words.ts'

type ReminderWords = (typeof REMINDER_WORDS)['ko']

/** In every form that lays one's choices instead of those before: what it began from. */
const SINCE = 'since'
const MARK_CHARS = 16

const WORDS = {
  ko: {
    heading: '이 양식을 연 뒤에 다른 기기에서 바뀌었습니다. 아직 아무것도 저장하지 않았습니다.',
    hint: '아래 양식에는 방금 고른 것이 그대로 있습니다. 살펴보고 다시 저장하면 양식대로 바뀝니다.',
    saved: (what: string, value: string) => `${what} — 지금 저장된 것: ${value}`,
    own: (value: string) => `이 양식: ${value}`,
    none: '없음',
    yes: '예',
    keep: '지금 저장된 것으로 다시 열기',
  },
  en: {
    heading: 'This was changed on another device after you opened the form. Nothing is saved yet.',
    hint: 'The form below has what you have just chosen. Look at it; saving again makes it so.',
    saved: (what: string, value: string) => `${what} — saved now: ${value}`,
    own: (value: string) => `in this form: ${value}`,
    none: 'none',
    yes: 'yes',
    keep: 'Open again with what is saved now',
  },
}

/** Names what is saved, without telling it. */
export const markOf = async (saved: Fields): Promise<string> =>
  (await sha256(String(inForce(saved)))).slice(0, MARK_CHARS)

/** A form that was filled in keeps what it began from. */
export const sinceField = async (saved: Fields, fields: Fields): Promise<Markup> =>
  html`<input type="hidden" name="${SINCE}" value="${fields.get(SINCE) ?? (await markOf(saved))}">`

/** What is saved is another than the form began from, and not what the form says. */
export class Outdated extends Error {
  readonly saved: Fields

  constructor(saved: Fields) {
    super('changed meanwhile')
    this.saved = saved
  }
}

/** Throws `Outdated`. It holds for what is written over where it is asked beside the write. */
export async function requireUpToDate(saved: Fields, fields: Fields): Promise<void> {
  const since = fields.get(SINCE)
  if (since === null || since === (await markOf(saved))) return
  if (differing(saved, fields).length > 0) throw new Outdated(saved)
}

/** As filled in, and from now on with knowledge of what is saved. */
export async function informed(saved: Fields, fields: Fields): Promise<Fields> {
  const next = new URLSearchParams(fields)
  next.set(SINCE, await markOf(saved))
  return next
}

const NOT_CHOICES = [SINCE, 'lang', 'pick', 'show', 'act', 'day', 'back']
const valuesOf = (fields: Fields, name: string): string[] =>
  fields.getAll(name).flatMap((value) => value.trim() || [])

/** Of reminders, and of one event's alarms: said only where they are its own. */
const REMINDERS: Record<string, keyof ReminderWords> = {
  ...{ ring: 'before', ringOwn: 'otherMinutes', dayRing: 'days', dayRingDays: 'otherDays' },
  ...{ dayRingAt: 'at', allDayRing: 'allDay', allDayRingDays: 'otherDays', allDayRingAt: 'at' },
  ...{ ticketRing: 'tickets', ticketRingOwn: 'otherMinutes', quietFrom: 'from', quietTo: 'to' },
  tellChanges: 'changes',
}

/** Without what is filled in and does not count. */
function inForce(fields: Fields): Fields {
  const next = new URLSearchParams(fields)
  if (fields.get('remind') !== 'own')
    for (const name of ['remind', ...Object.keys(REMINDERS)]) next.delete(name)
  if (fields.get('alarms') === 'link') for (const name of ['alarm', 'alarmOwn']) next.delete(name)
  return next
}

function differing(saved: Fields, fields: Fields): string[] {
  const [before, own] = [inForce(saved), inForce(fields)]
  const names = [...new Set([...before.keys(), ...own.keys()])]
  const kept = (which: Fields, name: string) => valuesOf(which, name).sort().join('\n')
  return names.filter((name) => !isTold(name, fields) && kept(before, name) !== kept(own, name))
}

/** `day` is a filter's in one form, and says which happening in the other. */
const isTold = (name: string, fields: Fields): boolean =>
  NOT_CHOICES.includes(name) && !(name === 'day' && fields.has('calendar'))

interface Told {
  saved: Fields
  fields: Fields
  language: Language
  /** Where the form opens anew. */
  again: string
}

export function meanwhileView({ saved, fields, language, again }: Told): Markup {
  const words = WORDS[language]
  const value = (which: Fields, name: string) =>
    textOf(valuesOf(inForce(which), name), name, language)
  return html`<div class="trouble" role="alert"><p><strong>${words.heading}</strong></p>
<ul>${differing(saved, fields).map((name) => {
    const what = labelOf(name, language)
    return html`<li><bdi>${words.saved(what, value(saved, name))}</bdi> · <bdi>${words.own(value(fields, name))}</bdi></li>`
  })}</ul><p>${words.hint}</p><p><a class="button second" href="${again}">${words.keep}</a></p></div>`
}

const LABELS: Record<string, keyof ChoicesWords> = {
  ...{ calendar: 'calendars', kind: 'kinds', category: 'categories', team: 'teams', tag: 'tags' },
  ...{ day: 'days', hiddenTeam: 'hiddenTeams', alarm: 'before' },
}

function labelOf(name: string, language: Language): string {
  const [words, own] = [CHOICES_WORDS[language], EVENT_WORDS[language]]
  const named = name === 'memo' ? own.memo : name === 'alarms' ? own.alarm : null
  const [reminders, reminder] = [REMINDER_WORDS[language], REMINDERS[name]]
  if (reminder || name === 'remind')
    return `${reminders.told} · ${reminder ? reminders[reminder] : reminders.which}`
  const text = named ?? words[LABELS[name] ?? (name as keyof ChoicesWords)]
  return typeof text === 'string' ? text : name
}

/** As its control shows it. */
function textOf(values: readonly string[], name: string, language: Language): string {
  const [words, own] = [CHOICES_WORDS[language], EVENT_WORDS[language]]
  const shown: Record<string, (value: string) => string> = {
    day: (value) => words.dayNames[value as keyof typeof words.dayNames] ?? value,
    kind: words.kind,
    alarm: (value) => words.minutes(Number(value)),
    side: (value) => (value === 'home' ? words.home : words.away),
    cancelled: (value) => (value === 'drop' ? words.drop : words.mark),
    remind: () => REMINDER_WORDS[language].own,
    ring: (value) => words.minutes(Number(value)),
    alarms: (value) => (value === 'own' ? own.own : own.asLink),
    ...Object.fromEntries(
      ['results', 'venueTime', 'split', 'tellChanges'].map((tick) => [
        tick,
        () => WORDS[language].yes,
      ]),
    ),
  }
  return values.map(shown[name] ?? String).join(', ') || WORDS[language].none
}
