// What a command made, saved as a file or written to standard output.

import { writeFileSync } from 'node:fs'
import type { Language } from '../language/choose.ts'
import { Misuse, reasonOf } from './usage.ts'
import { WORDS } from './words.ts'

/** Throws `Misuse` where the file cannot be written. */
export function save(
  file: string | undefined,
  bytes: string | Uint8Array,
  language: Language,
): void {
  if (file === undefined) {
    process.stdout.write(bytes)
    return
  }
  const words = WORDS[language]
  try {
    writeFileSync(file, bytes)
  } catch (error) {
    throw new Misuse(words.unwritable(file, reasonOf(error)))
  }
  console.log(words.exported(file))
}
