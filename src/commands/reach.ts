// How many people a calendar reaches, on the terminal.

import type { Language } from '../language/choose.ts'
import { type Counted, REACH_WORDS, type Share } from '../language/reach.ts'
import type { Client } from './client.ts'
import { printProblem } from './report.ts'
import { aligned } from './table.ts'

interface Reached extends Counted {
  families: { name: string; polls: string; fetchedAt: string; devices: number; personal: number }[]
  revisions: (Share & { revision: number; publishedAt: string })[]
}

/** Returns the exit status. */
export async function showReach(client: Client, calendar: string): Promise<number> {
  const { status, body } = await client.send('GET', `${calendar}/reach`)
  if (status !== 200) return printProblem(body)
  for (const line of linesOf(body, client.language)) console.log(line)
  return 0
}

function linesOf(reached: Reached, language: Language): string[] {
  const { people, share } = REACH_WORDS[language]
  const programs = reached.families
    .filter(({ polls, personal }) => polls !== 'nobody' || personal > 0)
    .map(({ name, polls, fetchedAt, devices, personal }) => {
      const known = devices + personal
      return [name, known === 0 && polls === 'cloud' ? '≥ 1' : String(known), fetchedAt]
    })
  const revisions = reached.revisions.map((one) => [
    ...[String(one.revision), one.publishedAt, share(one)],
  ])
  return [people(reached), ...indented(programs), ...indented(revisions)]
}

const indented = (rows: readonly string[][]): string[] => aligned(rows).map((line) => `  ${line}`)
