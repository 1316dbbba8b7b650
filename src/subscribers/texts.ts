// Names and descriptions in the reader's language where there are any, and marked where not.

import { html } from 'hono/html'
import type { Language } from '../language/choose.ts'
import type { Facts } from '../schedule/event.ts'
import type { Calendar } from '../storage/calendars.ts'
import type { Partner } from '../storage/partners.ts'
import type { Markup } from '../web/layout.ts'

export interface Text {
  text: string
  lang: string
}

/** The rest of an element: its language, where it is not the page's, and its text. */
export const said = ({ text, lang }: Text, language: Language): Markup =>
  lang === language ? html`>${text}` : html` lang="${lang}">${text}`

/** A text within others, kept apart from their direction. */
export const within = (text: Text, language: Language): Markup =>
  html`<bdi${said(text, language)}</bdi>`

interface Told {
  name: string
  description: string | null
  locale: string
  translations: Record<string, { name?: string; description?: string }>
}

export interface Names {
  name: Text
  description: Text | null
}

export const partnerNames = (partner: Partner, language: Language): Names =>
  namesOf(partner, language)

export const calendarNames = ({ settings }: Calendar, language: Language): Names =>
  namesOf({ ...settings, locale: settings.language }, language)

function namesOf({ name, description, locale, translations }: Told, language: Language): Names {
  const own = locale === language ? {} : (translations[language] ?? {})
  return {
    name: textOf(own.name, name, language, locale),
    description:
      own.description || description
        ? textOf(own.description, description ?? '', language, locale)
        : null,
  }
}

export interface EventTexts {
  title: Text
  description: Text | null
  place: Text | null
}

export function eventTexts(facts: Facts, calendar: Calendar, language: Language): EventTexts {
  const locale = facts.lang ?? calendar.settings.language
  const own = locale === language ? {} : (facts.translations[language] ?? {})
  const told = (translated: string | undefined, original: string | null | undefined) =>
    translated || original ? textOf(translated, original ?? '', language, locale) : null
  return {
    title: told(own.title, facts.title) ?? { text: '–', lang: language },
    description: told(own.description, facts.description),
    place: told(own.location, facts.location?.name),
  }
}

const textOf = (
  translated: string | undefined,
  original: string,
  language: Language,
  locale: string,
): Text => (translated ? { text: translated, lang: language } : { text: original, lang: locale })
