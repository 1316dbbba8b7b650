// Saves a whole schedule as a file, or writes it to standard output.

import { writeFileSync } from 'node:fs'
import type { Client } from './client.ts'
import { printProblem } from './report.ts'
import { Misuse, reasonOf } from './usage.ts'
import { WORDS } from './words.ts'

/** Returns the exit status. */
export async function exportCalendar(
  client: Client,
  calendar: string,
  file: string | undefined,
  { format, language = 'en' }: { format?: string; language?: string },
): Promise<number> {
  const words = WORDS[client.language]
  const kind = format ?? /\.(csv|xlsx|json|ics)$/i.exec(file ?? '')?.[1]?.toLowerCase() ?? 'csv'
  const { bytes, problem } = await client.download(
    `${calendar}/export?format=${kind}&language=${language}`,
  )
  if (problem) return printProblem(problem)
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
