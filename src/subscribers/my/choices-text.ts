// What was chosen for a link, told back in a few lines.

import type { Language } from '../../language/choose.ts'
import { zoneText } from '../../language/zone-names.ts'
import type { Choices } from '../../schedule/subscription.ts'
import { CHOICES_WORDS } from './choices-words.ts'
import { remindersText } from './reminder-view.ts'
import { REMINDER_WORDS } from './reminder-words.ts'

/** The choices that are not as they come, in a few words. */
export const choicesText = (choices: Choices, language: Language): string[] => [
  ...filtersText(choices, language),
  ...looksText(choices, language),
  ...ringingText(choices, language),
]

const part = (label: string, values: readonly string[]): string[] =>
  values.length > 0 ? [`${label}: ${values.join(', ')}`] : []

function filtersText({ filters }: Choices, language: Language): string[] {
  const words = CHOICES_WORDS[language]
  const { kinds, categories, teams, tags, homeAway, weekdays } = filters
  return [
    ...part(words.kinds, kinds.map(words.kind)),
    ...part(words.categories, categories),
    ...part(words.teams, teams),
    ...part(words.tags, tags),
    ...(homeAway === null ? [] : [homeAway === 'home' ? words.home : words.away]),
    ...part(
      words.days,
      weekdays.map((name) => words.dayNames[name]),
    ),
  ]
}

function looksText(choices: Choices, language: Language): string[] {
  const words = CHOICES_WORDS[language]
  const { prefix, cancelled, results, venueTime, timezone, pastDays, split } = choices
  const spoken = choices.language
  return [
    ...part(words.prefix, prefix ? [prefix] : []),
    ...part(words.language, spoken ? [words.languages[spoken] ?? spoken] : []),
    ...part(words.cancelled, cancelled === 'drop' ? [words.drop] : []),
    ...(results ? [words.results] : []),
    ...(venueTime ? [words.venueTime] : []),
    ...part(words.timezone, timezone ? [zoneText(timezone, language)] : []),
    ...part(
      words.past,
      pastDays === null ? [] : [pastDays === 0 ? words.pastNone : words.pastDays(pastDays)],
    ),
    ...(split === null ? [] : [words.split]),
  ]
}

function ringingText({ alarms, eveningBefore, reminders }: Choices, language: Language): string[] {
  const words = CHOICES_WORDS[language]
  return [
    ...part(words.before, alarms.map(words.minutes)),
    ...part(words.evening, eveningBefore ? [words.eveningAt(eveningBefore)] : []),
    ...part(REMINDER_WORDS[language].told, reminders ? [remindersText(reminders, language)] : []),
  ]
}
