// The form of choices: which events, how they look, when they ring. Only what exists is asked.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import { zoneText } from '../../language/zone-names.ts'
import { MAX_LABEL_UNITS, MAX_PREFIX_UNITS } from '../../schedule/subscription.ts'
import { WEEKDAY_NAMES } from '../../schedule/weekdays.ts'
import type { Markup } from '../../web/layout.ts'
import { CHOICES_WORDS, type ChoicesWords } from './choices-words.ts'
import {
  type Filled,
  folded,
  type Option,
  oneOfList,
  selectField,
  textField,
  tick,
  tickList,
  troubles,
} from './controls.ts'
import type { Facets } from './facets.ts'
import { USUAL_MINUTES } from './minutes-fields.ts'
import { remindersChoice } from './reminder-view.ts'

interface Asked {
  filled: Filled
  facets: Facets
  /** Those that are chosen, by their names. */
  calendars: readonly Option[]
  /** The way to further calendars. */
  add: Markup
  language: Language
}

export function choicesView({ filled, facets, calendars, add, language }: Asked): Markup {
  const words = CHOICES_WORDS[language]
  return html`${troubles(words.wrong, filled)}
<fieldset><legend><h2>${words.which}</h2></legend>
${tickList({ name: 'calendar', label: words.calendars }, calendars, filled)}
${add}
<p class="hint">${words.whichHint}</p>
${filters(words, facets, filled)}
</fieldset>
<fieldset><legend><h2>${words.look}</h2></legend>${look(language, facets, filled)}</fieldset>
<fieldset><legend><h2>${words.alarms}</h2></legend>${alarms(words, facets, filled)}${remindersChoice(language, filled)}</fieldset>
<fieldset><legend><h2>${words.more}</h2></legend>${more(words, facets, filled)}</fieldset>`
}

const plain = (values: readonly string[]): Option[] =>
  values.map((value) => ({ value, text: value }))

/** One value alone is no choice; what was chosen stays to be taken back. */
const isAsked = (name: string, values: readonly string[], { fields }: Filled): boolean =>
  values.length > 1 || fields.has(name)

function filters(words: ChoicesWords, facets: Facets, filled: Filled): Markup {
  const { kinds, categories, teams, tags } = facets
  const list = (name: string, label: string, values: readonly string[], options: Option[]) =>
    isAsked(name, values, filled) ? tickList({ name, label }, options, filled) : ''
  const named = kinds.map((value) => ({ value, text: words.kind(value) }))
  const days = WEEKDAY_NAMES.map((value) => ({ value, text: words.dayNames[value] }))
  const sides = [
    { value: '', text: words.bothSides },
    { value: 'home', text: words.home },
    { value: 'away', text: words.away },
  ]
  const hidden = filled.fields.getAll('hiddenTeam')
  return html`${list('kind', words.kinds, kinds, named)}
${list('category', words.categories, categories, plain(categories))}
${list('team', words.teams, teams, plain(teams))}
${isAsked('side', teams, filled) ? oneOfList({ name: 'side', label: words.side, hint: words.sideHint }, sides, filled) : ''}
${tickList({ name: 'day', label: words.days }, days, filled)}
${isAsked('tag', tags, filled) ? folded({ name: 'tag', label: words.tags }, plain(tags), filled) : ''}
${hidden.length > 0 ? tickList({ name: 'hiddenTeam', label: words.hiddenTeams }, [], filled) : ''}`
}

function look(language: Language, facets: Facets, filled: Filled): Markup {
  const words = CHOICES_WORDS[language]
  const { fields } = filled
  const chosen = fields.getAll('language').filter(Boolean)
  const spoken = [...new Set(['ko', 'en', ...facets.languages, ...chosen])]
  const languages = [
    { value: '', text: words.asPublished },
    ...spoken.map((value) => ({ value, text: words.languages[value] ?? value })),
  ]
  const cancelled = [
    { value: 'mark', text: words.mark },
    { value: 'drop', text: words.drop },
  ]
  const longest = html` maxlength="${MAX_PREFIX_UNITS}"`
  return html`${textField({ name: 'prefix', label: words.prefix, hint: words.prefixHint }, filled, longest)}
${selectField({ name: 'language', label: words.language }, languages, filled)}
${oneOfList({ name: 'cancelled', label: words.cancelled, hint: words.markHint }, cancelled, filled)}
${isAsked('results', facets.teams, filled) ? tick({ name: 'results', label: words.results, hint: words.resultsHint }, filled) : ''}
${facets.hasTimed || fields.has('venueTime') || fields.get('timezone') ? venueTime(language, facets, filled) : ''}`
}

/** For who lives where most of its readers do; a script adds the device's own. */
const USUAL_ZONES = [
  ...['Asia/Seoul', 'Asia/Tokyo', 'Asia/Shanghai', 'Asia/Singapore', 'Asia/Kolkata', 'Asia/Dubai'],
  ...['Europe/London', 'Europe/Paris', 'America/New_York', 'America/Chicago', 'America/Denver'],
  ...['America/Los_Angeles', 'America/Sao_Paulo', 'Australia/Sydney', 'Pacific/Auckland', 'UTC'],
]

function venueTime(language: Language, { timezones }: Facets, filled: Filled): Markup {
  const words = CHOICES_WORDS[language]
  const chosen = filled.fields.getAll('timezone').filter(Boolean)
  const zones = [...new Set([...USUAL_ZONES, ...timezones, ...chosen])]
  const options = [
    { value: '', text: words.noTimezone },
    ...zones.map((value) => ({ value, text: zoneText(value, language) })),
  ]
  return html`${tick({ name: 'venueTime', label: words.venueTime, hint: words.venueTimeHint }, filled)}
${selectField({ name: 'timezone', label: words.timezone, hint: words.timezoneHint }, options, filled)}`
}

const EVENINGS = ['18:00', '19:00', '20:00', '21:00', '22:00']

function alarms(words: ChoicesWords, { hasAllDay, hasTimed }: Facets, filled: Filled): Markup {
  const { fields } = filled
  const given = fields.get('evening')
  const times = [...new Set([...EVENINGS, ...(given ? [given] : [])])].sort()
  const evenings = [
    { value: '', text: words.noEvening },
    ...times.map((value) => ({ value, text: words.eveningAt(value) })),
  ]
  return html`<p class="hint">${words.alarmsHint}</p>
${hasTimed || fields.has('alarm') || fields.get('alarmOwn') ? alarmChoice(words, filled) : ''}
${hasAllDay || given ? selectField({ name: 'evening', label: words.evening }, evenings, filled) : ''}`
}

/** Of all events, and of one. */
export function alarmChoice(words: ChoicesWords, filled: Filled): Markup {
  const usual = USUAL_MINUTES.map((minutes) => ({
    value: String(minutes),
    text: words.minutes(minutes),
  }))
  const own = { name: 'alarmOwn', label: words.alarmOwn, hint: words.alarmOwnHint }
  return html`${tickList({ name: 'alarm', label: words.before }, usual, filled)}
${textField(own, filled, html` inputmode="numeric" maxlength="40"`)}`
}

const PASTS = [7, 30, 90, 365]

function more(words: ChoicesWords, { hasCategories }: Facets, filled: Filled): Markup {
  const given = filled.fields.get('past')
  const days = [...new Set([...PASTS, ...(given && given !== '0' ? [Number(given)] : [])])]
  const pasts = [
    { value: '', text: words.pastAll },
    ...days.sort((a, b) => b - a).map((n) => ({ value: `${n}`, text: words.pastDays(n) })),
    { value: '0', text: words.pastNone },
  ]
  const longest = html` maxlength="${MAX_LABEL_UNITS}"`
  return html`${textField({ name: 'label', label: words.label, hint: words.labelHint }, filled, longest)}
${selectField({ name: 'past', label: words.past }, pasts, filled)}
${hasCategories || filled.fields.has('split') ? tick({ name: 'split', label: words.split, hint: words.splitHint }, filled) : ''}`
}
