// The form of choices, both ways: what was filled in as a wish, and choices as fields to fill in.

import { remindersChosen } from '../../schedule/reminder-rules.ts'
import { type Choices, invalid } from '../../schedule/subscription.ts'
import { WEEKDAY_NAMES } from '../../schedule/weekdays.ts'
import type { Wish } from '../../subscriptions/make.ts'
import { minutesIn, putMinutes } from './minutes-fields.ts'
import { putReminders, remindersIn } from './reminder-fields.ts'

/** The same in an address and in a body: what a form sends is what its preview asks with. */
export type Fields = URLSearchParams

export type Wished = Wish & { calendars: string[] }

/** Throws `choice_invalid` for what no choice can be made of; whoever makes it checks the rest. */
export function wishOf(fields: Fields): Wished {
  return {
    calendars: fields.getAll('calendar'),
    label: textIn(fields, 'label'),
    filters: {
      categories: fields.getAll('category'),
      tags: fields.getAll('tag'),
      teams: fields.getAll('team'),
      homeAway: oneOf(fields, 'side', ['home', 'away']),
      kinds: fields.getAll('kind'),
      weekdays: WEEKDAY_NAMES.filter((name) => fields.getAll('day').includes(name)),
    },
    hiddenTeams: fields.getAll('hiddenTeam'),
    alarms: alarmsIn(fields),
    eveningBefore: textIn(fields, 'evening'),
    language: textIn(fields, 'language'),
    prefix: fields.get('prefix')?.trim() ?? '',
    cancelled: oneOf(fields, 'cancelled', ['mark', 'drop']) ?? 'mark',
    results: fields.has('results'),
    timezone: textIn(fields, 'timezone'),
    venueTime: fields.has('venueTime'),
    pastDays: numberIn(fields, 'past'),
    split: fields.has('split') ? 'category' : null,
    reminders: remindersIn(fields),
  }
}

const textIn = (fields: Fields, name: string): string | null => fields.get(name)?.trim() || null

/** What is none of the answers is as if nothing were chosen. */
const oneOf = <const T extends string>(
  fields: Fields,
  name: string,
  answers: readonly T[],
): T | null => answers.find((answer) => answer === fields.get(name)) ?? null

function numberIn(fields: Fields, name: string): number | null {
  const text = textIn(fields, name)
  if (text === null) return null
  if (!/^\d{1,6}$/.test(text)) throw invalid('pastDays', text, '30')
  return Number(text)
}

const ALARMS = { ticked: 'alarm', written: 'alarmOwn', field: 'alarms' }

export const alarmsIn = (fields: Fields): number[] => minutesIn(fields, ALARMS)

export function fieldsOf(choices: Choices, calendars: readonly string[]): Fields {
  const { filters } = choices
  const fields = new URLSearchParams()
  const all = (name: string, values: readonly string[]) => {
    for (const value of values) fields.append(name, value)
  }
  const one = (name: string, value: string | number | null) =>
    all(name, value === null ? [] : [`${value}`])
  all('calendar', calendars)
  one('label', choices.label)
  all('category', filters.categories)
  all('tag', filters.tags)
  all('team', filters.teams)
  one('side', filters.homeAway)
  all('kind', filters.kinds)
  all('day', filters.weekdays)
  all('hiddenTeam', choices.hiddenTeams)
  putAlarms(fields, choices.alarms)
  one('evening', choices.eveningBefore)
  one('language', choices.language)
  one('prefix', choices.prefix)
  one('cancelled', choices.cancelled)
  one('results', choices.results ? '1' : null)
  one('timezone', choices.timezone)
  one('venueTime', choices.venueTime ? '1' : null)
  one('past', choices.pastDays)
  one('split', choices.split && '1')
  putReminders(fields, remindersChosen(choices), choices.reminders !== null)
  return fields
}

export const putAlarms = (fields: Fields, alarms: readonly number[]): void =>
  putMinutes(fields, ALARMS, alarms)
