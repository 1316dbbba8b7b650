// What a schedule is begun from: the columns most need, two examples, and choices in a workbook.

import type { Field } from '../intake/column-meaning.ts'
import type { Language } from '../language/choose.ts'
import { columnName } from '../language/columns.ts'
import { TEMPLATE_WORDS } from '../language/template.ts'
import { csvOf } from './csv.ts'
import { type Cell, workbookOf } from './workbook.ts'
import { cellOf, widthOf } from './xlsx.ts'

export const TEMPLATE_FIELDS = [
  ...(['external_id', 'start_date', 'start_time', 'end_date', 'end_time', 'all_day'] as const),
  ...(['title', 'home', 'away', 'venue', 'kind', 'status', 'description', 'url'] as const),
  ...(['ticket_url', 'ticket_opens_at'] as const),
] satisfies readonly Field[]

export type TemplateField = (typeof TEMPLATE_FIELDS)[number]
export type TemplateRow = Partial<Record<TemplateField, string>>

export type TemplateFormat = 'csv' | 'xlsx'

export function templateOf(format: TemplateFormat, language: Language): string | Uint8Array {
  const headers = TEMPLATE_FIELDS.map((field) => columnName(field, language))
  const { examples } = TEMPLATE_WORDS[language]
  const rows = examples.map((row) => TEMPLATE_FIELDS.map((field) => row[field] ?? ''))
  if (format === 'csv') return [...csvOf({ headers, rows: () => rows })].join('')
  return workbookOf([schedule(headers, rows, language), meanings(language)])
}

function schedule(headers: string[], rows: string[][], language: Language) {
  const { sheet, choices } = TEMPLATE_WORDS[language]
  const cells = rows.map((row) =>
    row.map((text, at): Cell => {
      const cell = cellOf(text, TEMPLATE_FIELDS[at] ?? null)
      return typeof cell === 'string' && cell !== '' ? { text: cell, style: 'example' } : cell
    }),
  )
  const widths = headers.map((header, at) =>
    Math.max(widthOf(header), ...rows.map((row) => widthOf(row[at] ?? ''))),
  )
  const lists = Object.entries(choices).map(([field, values]) => ({
    ...{ place: TEMPLATE_FIELDS.indexOf(field as TemplateField), values },
  }))
  return { name: sheet, headers, widths, rows: () => cells, choices: lists }
}

/** Beside the schedule, for whoever fills it: no sheet that reads as one. */
function meanings(language: Language) {
  const { help, helpHeaders, fields } = TEMPLATE_WORDS[language]
  const rows = TEMPLATE_FIELDS.map((field) => [columnName(field, language), fields[field]])
  return { name: help, headers: helpHeaders, widths: [18, 80], rows: () => rows }
}
