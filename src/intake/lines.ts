// Texts of a row, cleaned, with what was wrong with them noted.

import type { Field } from './column-meaning.ts'
import type { Given, Notes, Where } from './given.ts'
import { MAX_CELL_CHARS, MAX_NAME_CHARS } from './limits.ts'
import { cleanLine, cleanParagraph } from './text.ts'

/** A cell of one line: null when blank, absent when the file does not have it. */
export function line<F extends Field>(
  given: Given,
  notes: Notes,
  field: F,
  limit = MAX_NAME_CHARS,
): { [field in F]?: string | null } {
  const raw = given.text(field)
  if (raw === undefined) return {}
  return { [field]: lineText(notes, field, raw, limit) } as { [field in F]?: string | null }
}

export function lineText(
  notes: Notes,
  place: Field | Where,
  raw: string,
  limit: number,
): string | null {
  const { text, faults } = cleanLine(raw)
  for (const { code, severity } of faults) notes.note(severity, code, place, raw)
  if (text.length > limit)
    notes.note('error', 'field.too_long', place, text, { length: text.length, limit })
  return text || null
}

/** Several lines: null when blank, absent when the file does not have it. */
export function paragraph(notes: Notes, place: Field | Where, raw: string | undefined) {
  if (raw === undefined) return {}
  const { text, faults } = cleanParagraph(raw)
  for (const { code, severity } of faults) notes.note(severity, code, place, raw)
  if (text.length > MAX_CELL_CHARS)
    notes.note('error', 'field.too_long', place, text, {
      ...{ length: text.length, limit: MAX_CELL_CHARS },
    })
  return { description: text || null }
}
