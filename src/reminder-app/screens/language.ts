// The language that somebody chose on this device.

import type { Language } from './words.ts'

const KEY = 'kalends-language'

export const LANGUAGE_NAMES: Record<Language, string> = { ko: '한국어', en: 'English' }

export function languageHere(otherwise: Language): Language {
  try {
    const chosen = localStorage.getItem(KEY)
    return chosen === 'ko' || chosen === 'en' ? chosen : otherwise
  } catch {
    return otherwise
  }
}

export function rememberLanguage(language: Language): void {
  try {
    localStorage.setItem(KEY, language)
  } catch {
    // A browser that keeps nothing asks again.
  }
}
