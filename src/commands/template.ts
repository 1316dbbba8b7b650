// Saves the template that a schedule is begun from, or writes it to standard output.

import { writeFileSync } from 'node:fs'
import type { Language } from '../language/choose.ts'
import { type TemplateFormat, templateOf } from '../tables/template.ts'
import { Misuse, reasonOf } from './usage.ts'
import { WORDS } from './words.ts'

interface Options {
  format?: TemplateFormat
  language?: Language
}

export function writeTemplate(
  file: string | undefined,
  options: Options,
  terminal: Language,
): number {
  const words = WORDS[terminal]
  const ending = /\.(csv|xlsx)$/i.exec(file ?? '')?.[1]?.toLowerCase()
  const format = options.format ?? ((ending ?? 'xlsx') as TemplateFormat)
  const bytes = templateOf(format, options.language ?? terminal)
  if (file === undefined) {
    process.stdout.write(bytes)
    return 0
  }
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    throw new Misuse(words.unwritable(file, reasonOf(error)))
  }
  console.log(words.exported(file))
  return 0
}
