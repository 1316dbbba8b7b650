// Saves a whole schedule as a file, or writes it to standard output.

import type { Client } from './client.ts'
import { printProblem } from './report.ts'
import { save } from './save.ts'

/** Returns the exit status. */
export async function exportCalendar(
  client: Client,
  calendar: string,
  file: string | undefined,
  { format, language = 'en' }: { format?: string; language?: string },
): Promise<number> {
  const kind = format ?? /\.(csv|xlsx|json|ics)$/i.exec(file ?? '')?.[1]?.toLowerCase() ?? 'csv'
  const { bytes, problem } = await client.download(
    `${calendar}/export?format=${kind}&language=${language}`,
  )
  if (problem) return printProblem(problem)
  save(file, bytes, client.language)
  return 0
}
