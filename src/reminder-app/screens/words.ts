// All the words of the reminder app, by language.

import { en } from './words-en.ts'
import { eventEn } from './words-event-en.ts'
import { type EventWords, eventKo } from './words-event-ko.ts'
import { ko, type Words } from './words-ko.ts'
import { setbacksEn, setbacksKo } from './words-setbacks.ts'
import { settingsEn } from './words-settings-en.ts'
import { type SettingsWords, settingsKo } from './words-settings-ko.ts'

export type Language = 'ko' | 'en'
export type AllWords = Words & {
  event: EventWords
  settings: SettingsWords
  setbacks: typeof setbacksKo
}

export const WORDS: Record<Language, AllWords> = {
  ko: { ...ko, event: eventKo, settings: settingsKo, setbacks: setbacksKo },
  en: { ...en, event: eventEn, settings: settingsEn, setbacks: setbacksEn },
}
