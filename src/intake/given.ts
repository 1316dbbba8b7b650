// One row as its file gives it, whatever the file's form, and what is noted while reading it.

import type { Field } from './column-meaning.ts'
import type { Finding, FindingCode, Severity } from './finding.ts'
import { MAX_QUOTED_CHARS } from './limits.ts'

export type Where = Pick<Finding, 'row' | 'column' | 'line' | 'property' | 'pointer'>

export interface GivenTranslation {
  field: 'title' | 'description' | 'location'
  language: string
  text: string
  where: Where
}

export interface GivenLink {
  label: string
  labelAt: Where
  url: string
  urlAt: Where
}

export interface Given {
  /** The file's own row number; JSON: the place in `events`, from 1. */
  row: number
  pointer?: string
  /** A field's text as it stands; undefined where the file does not have the field at all. */
  text(field: Field): string | undefined
  /** A field's items; undefined as above. */
  list(field: Field): string[] | undefined
  translations: readonly GivenTranslation[]
  /** JSON only: links with labels of the partner's own. */
  links: readonly GivenLink[] | undefined
  /** Columns that Kalends does not know. */
  extra: Readonly<Record<string, string>>
  where(field: Field): Where
}

/** Collects findings about one row. */
export interface Notes {
  findings: Finding[]
  note(
    severity: Severity,
    code: FindingCode,
    place: Field | Where,
    value?: string,
    params?: Finding['params'],
  ): void
  hasError(): boolean
}

export function notesOn(given: Given): Notes {
  const findings: Finding[] = []
  return {
    findings,
    note(severity, code, place, value, params) {
      const where = typeof place === 'string' ? given.where(place) : place
      findings.push({
        ...{ code, severity, ...where },
        ...(value === undefined ? {} : { value: quoted(value) }),
        ...(params ? { params } : {}),
      })
    },
    hasError: () => findings.some(({ severity }) => severity === 'error'),
  }
}

/** What a finding repeats of a value: not too much, and nothing that a terminal would obey. */
export const quoted = (value: string): string =>
  value
    .slice(0, MAX_QUOTED_CHARS)
    .toWellFormed()
    .replace(/[\p{Cc}\u2028\u2029\u202a-\u202e\u2066-\u2069]/gu, '\u00b7')

/** Each whole, so that a long run of blanks is looked at once. */
const TOKEN = /\\[\\,;|#]|\s+|[^\s\\,;|#]+|[\s\S]/g

/** The items of a cell that holds several: hashtags need no other separator; behind a backslash nothing is one. */
export function splitList(text: string): string[] {
  const tokens = text.match(TOKEN) ?? []
  const items = ['']
  tokens.forEach((token, place) => {
    const parts = /^[,;|]$/.test(token) || (token.trim() === '' && tokens[place + 1] === '#')
    if (parts) items.push('')
    else items[items.length - 1] += /^\\./.test(token) ? token.slice(1) : token
  })
  return items.filter((item) => item.trim() !== '')
}

/** A cell that `splitList` takes apart into these items. */
export const joinedList = (items: readonly string[]): string =>
  items.map((item) => item.replace(/[,;|]|\\(?=[\\,;|#]|$)|(?<=\s)#/g, '\\$&')).join(', ')
