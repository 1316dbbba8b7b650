// Saves the template that a schedule is begun from, or writes it to standard output.

import type { Language } from '../language/choose.ts'
import { type TemplateFormat, templateOf } from '../tables/template.ts'
import { save } from './save.ts'

interface Options {
  format?: TemplateFormat
  language?: Language
}

export function writeTemplate(
  file: string | undefined,
  options: Options,
  terminal: Language,
): number {
  const ending = /\.(csv|xlsx)$/i.exec(file ?? '')?.[1]?.toLowerCase()
  const format = options.format ?? ((ending ?? 'xlsx') as TemplateFormat)
  save(file, templateOf(format, options.language ?? terminal), terminal)
  return 0
}
