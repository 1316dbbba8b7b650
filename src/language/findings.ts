// A finding in a reader's words.

import type { Finding } from '../intake/finding.ts'
import type { Language } from './choose.ts'
import { filled } from './filled.ts'
import { FINDINGS_EN } from './findings-en.ts'
import { FINDINGS_KO } from './findings-ko.ts'
import type { FindingWords } from './words-of-codes.ts'

export const FINDING_CATALOGUES: Record<Language, FindingWords> = {
  en: FINDINGS_EN,
  ko: FINDINGS_KO,
}

export function describeFinding(
  { code, params, value, row, column, line, property, pointer }: Omit<Finding, 'severity'>,
  language: Language,
): { message: string; hint: string } {
  const { message, hint } = FINDING_CATALOGUES[language][code]
  // The pointer to the whole of a file is an empty text.
  const place = pointer === '' ? '/' : pointer
  const at = column ?? property ?? place
  const known = { value, row, column: at, line, property, pointer: place, ...params }
  return { message: filled(message, known, language), hint: filled(hint, known, language) }
}
