// One happening as its owner reads it: in the language and the zone that were chosen.

import { html } from 'hono/html'
import type { Language } from '../../language/choose.ts'
import { zoneText } from '../../language/zone-names.ts'
import type { Choices } from '../../schedule/subscription.ts'
import { wallTime } from '../../schedule/zones.ts'
import type { Happening } from '../../subscriptions/agenda.ts'
import type { Markup } from '../../web/layout.ts'
import { eventTexts, said, type Text } from '../texts.ts'
import { datetimeOf, type Moment, momentText, OWN_ZONE } from '../when.ts'

export interface Seen {
  title: Text
  place: Text | null
  when: Markup
}

export type Shown = Pick<Happening, 'calendar' | 'occurrence' | 'title'>

export function seen(happening: Shown, choices: Choices, language: Language, now: string): Seen {
  const { calendar, occurrence, title } = happening
  const { facts } = occurrence
  const own = facts.lang ?? calendar.settings.language
  const isTranslated = choices.language !== null && facts.translations[choices.language]?.title
  const lang = isTranslated ? (choices.language ?? own) : own
  const spoken =
    choices.language === 'ko' || choices.language === 'en' ? choices.language : language
  const moment = momentIn(happening, choices.timezone)
  const zone =
    moment.allDay || moment.timeTbd || moment.timezone === (choices.timezone ?? OWN_ZONE[language])
      ? ''
      : ` (${zoneText(moment.timezone, language)})`
  return {
    title: { text: title, lang },
    place: eventTexts(facts, calendar, spoken).place,
    when: html`<time class="when" datetime="${datetimeOf(moment)}">${momentText(moment, language, now.slice(0, 4))}${zone}</time>`,
  }
}

/** On its owner's clock, where that is known; else on the clock of the place. */
function momentIn({ occurrence }: Shown, timezone: string | null): Moment {
  const { facts, start, end, startInstant, endInstant } = occurrence
  const { allDay, timeTbd } = facts
  if (allDay || timezone === null) return { start, end, allDay, timeTbd, timezone: facts.timezone }
  return {
    ...{ allDay, timeTbd, timezone, start: wallTime(startInstant, timezone) },
    end: end && wallTime(endInstant, timezone),
  }
}

export const titled = ({ title }: Seen, language: Language): Markup =>
  html`<bdi${said(title, language)}</bdi>`

export const placed = ({ place }: Seen, language: Language): Markup | '' =>
  place ? html`<span class="soft"${said(place, language)}</span>` : ''
