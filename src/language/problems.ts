// A problem in a reader's words.

import type { ProblemCode, ProblemParams } from '../problem.ts'
import type { Language } from './choose.ts'
import { filled } from './filled.ts'
import { PROBLEMS_EN } from './problems-en.ts'
import { PROBLEMS_KO } from './problems-ko.ts'
import type { ProblemWords } from './words-of-codes.ts'

export const PROBLEM_CATALOGUES: Record<Language, ProblemWords> = {
  en: PROBLEMS_EN,
  ko: PROBLEMS_KO,
}

/** A problem in a reader's words. */
export function describeProblem(code: ProblemCode, params: ProblemParams, language: Language) {
  const { title, detail } = PROBLEM_CATALOGUES[language][code]
  return { title, detail: filled(detail, params, language).trim() }
}
