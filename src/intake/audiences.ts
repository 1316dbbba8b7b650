// Whom an event is for, as a file says it: an audience by its short name, or as people call it.

import type { SaidFacts } from '../schedule/row.ts'
import type { Field } from './column-meaning.ts'
import type { Given, Notes, Where } from './given.ts'
import type { KnownAudience } from './row.ts'

/** How many a finding names of those that there are. */
const NAMED_AUDIENCES = 10

export function readAudience(
  given: Given,
  notes: Notes,
  known: readonly KnownAudience[] | undefined,
): Pick<SaidFacts, 'audience'> {
  const text = given.text('audience')
  return text === undefined ? {} : { audience: audienceNamed(text, known, notes, 'audience') }
}

/** Null: everybody. What is not known is an error, never everybody. */
export function audienceNamed(
  text: string,
  known: readonly KnownAudience[] = [],
  notes: Notes,
  place: Field | Where,
): string | null {
  const word = plain(text)
  if (word === '') return null
  const found = known.find(({ slug, names }) =>
    [slug, ...names].some((each) => plain(each) === word),
  )
  if (found) return found.slug
  const listed = known.slice(0, NAMED_AUDIENCES).map(({ slug }) => slug)
  notes.note('error', 'audience.unknown', place, text, { known: listed.join(', ') || '—' })
  return null
}

const plain = (text: string): string =>
  text.normalize('NFKC').replace(/\s+/g, ' ').trim().toLowerCase()
