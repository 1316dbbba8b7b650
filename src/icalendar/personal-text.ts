// What a subscriber reads in a personal feed: title, description and place, in the language chosen.

import { clean } from '../schedule/clean.ts'
import { type EventState, type Facts, MAX_TITLE_UNITS } from '../schedule/event.ts'
import type { Choices } from '../schedule/subscription.ts'
import { wordsFor } from '../schedule/words.ts'
import { descriptionOf, MAX_DESCRIPTION_UNITS, summaryOf } from './description.ts'
import { cut, oneLine } from './text.ts'

export interface PersonalLinks {
  manageUrl: string
  reportUrl: string
}

/** An event's texts in a language, as far as its partner gave them. */
export function translated(facts: Facts, language: string): Facts {
  const texts = facts.translations[language]
  if (!texts) return facts
  const name = texts.location
  return {
    ...facts,
    title: texts.title ?? facts.title,
    description: texts.description ?? facts.description,
    location: facts.location && name ? { ...facts.location, name } : facts.location,
  }
}

type Wished = Pick<Choices, 'language' | 'prefix'>

/** `published` is the title as every other feed has it. */
export function personalTitle(
  facts: Facts,
  { language, prefix }: Wished,
  published: string,
): string {
  const title = language === null ? published : summaryOf(translated(facts, language), language)
  const before = oneLine(prefix)
  return before ? cut(`${before} ${title}`, MAX_TITLE_UNITS) : title
}

/** The title of an event whose stored text is not at hand. */
export const titleOf = (facts: Facts, wished: Wished, calendarLanguage: string): string =>
  personalTitle(facts, wished, summaryOf(facts, facts.lang ?? calendarLanguage))

interface Described {
  state: Pick<EventState, 'facts' | 'movedFrom'>
  choices: Choices
  /** Of what Kalends itself adds. */
  language: 'ko' | 'en'
  memo: string | null
  links: PersonalLinks
  /** The description as every other feed has it. */
  published: string
}

/** The partner's text, then the result, the venue's time, the memo; the two links are its end. */
export function personalDescription({ state, choices, ...about }: Described): string {
  const words = wordsFor(about.language)
  const { facts, movedFrom } = state
  const text =
    choices.language === null
      ? about.published
      : descriptionOf({ facts: translated(facts, choices.language), movedFrom }, choices.language)
  const lines = [
    ...(choices.results && facts.result ? [`${words.result}: ${oneLine(facts.result)}`] : []),
    ...venueTime(facts, choices, about.language),
  ].join('\n')
  const memo = about.memo === null ? '' : `${words.memo}: ${clean(about.memo).trim()}`
  const { manageUrl, reportUrl } = about.links
  const links = `${words.manage}: ${manageUrl}\n${words.report}: ${reportUrl}`
  const rest = [lines, memo, links].filter(Boolean).join('\n\n')
  return [cut(text, MAX_DESCRIPTION_UNITS - rest.length - 2), rest].filter(Boolean).join('\n\n')
}

/** Where its zone is not the subscriber's. */
function venueTime(facts: Facts, { timezone, venueTime: wanted }: Choices, language: string) {
  if (!wanted || facts.allDay || facts.timezone === timezone) return []
  const words = wordsFor(language)
  const [year = 0, month = 0, day = 0] = facts.start.slice(0, 10).split('-').map(Number)
  const date = words.day(year, month, day, false)
  return [`${words.venueTime}: ${date} ${facts.start.slice(11, 16)} (${facts.timezone})`]
}
