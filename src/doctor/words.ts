// Defects and verdicts in a reader's words.

import type { Language } from '../language/choose.ts'
import { filled } from '../language/filled.ts'
import type { DefectCode } from './defects.ts'
import type { Defect } from './notes.ts'
import type { Verdict } from './verdict.ts'
import { ANSWER_EN } from './words-answer-en.ts'
import { ANSWER_KO } from './words-answer-ko.ts'
import { EFFECT_WORDS } from './words-effects.ts'
import { WRITING_EN } from './words-en.ts'
import { WRITING_KO } from './words-ko.ts'
import { TIMES_EN } from './words-times-en.ts'
import { TIMES_KO } from './words-times-ko.ts'

type Pairs = Record<DefectCode, readonly [found: string, right: string]>

export const DEFECT_WORDS: Record<Language, Pairs> = {
  en: { ...WRITING_EN, ...TIMES_EN, ...ANSWER_EN },
  ko: { ...WRITING_KO, ...TIMES_KO, ...ANSWER_KO },
}

export interface Told {
  found: string
  right: string
}

export function describeDefect(
  { code, params }: { code: DefectCode; params: Defect['params'] },
  language: Language,
): Told {
  const [found, right] = DEFECT_WORDS[language][code]
  return { found: filled(found, params, language), right: filled(right, params, language) }
}

const WELL: Record<Language, string> = { en: 'reads it well', ko: '잘 읽습니다' }

/** “ignores the whole file (line 12)” */
export function describeVerdict({ state, effect, because }: Verdict, language: Language): string {
  if (state === 'well' || !effect || !because) return WELL[language]
  const line = because.places[0]?.line
  const words = EFFECT_WORDS[language][effect]
  if (line === undefined) return words
  return language === 'ko' ? `${words} (${line}번째 줄)` : `${words} (line ${line})`
}
