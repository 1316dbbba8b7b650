// Words with their blanks filled in. Values are put in as text, never read as a pattern.

import { IntlMessageFormat } from 'intl-messageformat'
import type { Language } from './choose.ts'

export type Values = Record<string, string | number | undefined>

export function filled(pattern: string, values: Values, language: Language): string {
  if (!pattern.includes('{')) return pattern
  return String(new IntlMessageFormat(pattern, language).format(complete(pattern, values)))
}

/** A value that is not there reads as a dash instead of failing the answer. */
function complete(pattern: string, values: Values): Record<string, string | number> {
  const names = [...pattern.matchAll(/\{(\w+)[,}]/g)].map(([, name]) => name ?? '')
  return Object.fromEntries(names.map((name) => [name, values[name] ?? '–']))
}
