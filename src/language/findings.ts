// A finding in a reader's words.

import { IntlMessageFormat } from 'intl-messageformat'
import type { Finding, FindingCode } from '../intake/finding.ts'
import type { Language } from './choose.ts'
import { FINDINGS_EN } from './findings-en.ts'
import { FINDINGS_KO } from './findings-ko.ts'

export type FindingWords = Record<FindingCode, { message: string; hint: string }>

export const FINDING_CATALOGUES: Record<Language, FindingWords> = {
  en: FINDINGS_EN,
  ko: FINDINGS_KO,
}

/** Values are put in as text, never read as a pattern. */
export function describeFinding(
  { code, params, value, row, column, line, property, pointer }: Omit<Finding, 'severity'>,
  language: Language,
): { message: string; hint: string } {
  const { message, hint } = FINDING_CATALOGUES[language][code]
  const place = column ?? property ?? pointer
  const known = { value, row, column: place, line, property, pointer, ...params }
  return { message: filled(message, known, language), hint: filled(hint, known, language) }
}

type Values = Record<string, string | number | undefined>

function filled(pattern: string, values: Values, language: Language): string {
  if (!pattern.includes('{')) return pattern
  return String(new IntlMessageFormat(pattern, language).format(complete(pattern, values)))
}

/** A parameter that a finding does not carry reads as a dash instead of failing the answer. */
function complete(pattern: string, values: Values): Record<string, string | number> {
  const names = [...pattern.matchAll(/\{(\w+)\}/g)].map(([, name]) => name ?? '')
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '–']))
}
