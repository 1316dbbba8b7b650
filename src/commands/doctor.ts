// A feed, or a file, as each calendar program takes it: without a server, from this machine.

import { type Examination, examineAddress, examineFile } from '../doctor/examine.ts'
import {
  type Finding,
  healthText,
  type Report,
  reportOf,
  saidOf,
  sizeOf,
  sufferingOf,
} from '../doctor/report.ts'
import { REPORT_WORDS } from '../doctor/report-words.ts'
import { TOTAL_MS } from '../doctor/visits.ts'
import type { Language } from '../language/choose.ts'
import { describeProblem } from '../language/problems.ts'
import { nodeFetch } from '../outbound/node-fetch.ts'
import { Problem } from '../problem.ts'
import { aligned, harmless } from './table.ts'
import { Misuse, readInput } from './usage.ts'

/** Returns the exit status: 1 where somebody loses the whole feed. */
export async function consultDoctor(
  target: string,
  { json }: { json?: boolean },
  language: Language,
): Promise<number> {
  const examination = /^[a-z][a-z0-9+.-]+:\/\//i.test(target)
    ? await examined(target, language)
    : examineFile(readInput(target, language))
  const report = reportOf(examination, language)
  if (json) console.log(JSON.stringify(report, null, 2))
  else print(report, language)
  return report.health === 'breaks' ? 1 : 0
}

/**
 * Whoever types an address inside their own network may look at it; from a public one nothing leads
 * there.
 */
async function examined(url: string, language: Language): Promise<Examination> {
  const through = (inside: boolean) =>
    examineAddress(url, {
      fetch: nodeFetch({ ownHost: '', inside }),
      signal: AbortSignal.timeout(TOTAL_MS),
    })
  try {
    return await through(false).catch((error: unknown) => {
      if (error instanceof Problem && error.params.why === 'inside') return through(true)
      throw error
    })
  } catch (error) {
    if (!(error instanceof Problem) || error.code !== 'url_not_allowed') throw error
    throw new Misuse(describeProblem(error.code, error.params, language).detail)
  }
}

function print(report: Report, language: Language): void {
  const words = REPORT_WORDS[language]
  for (const { status, next } of report.redirects) console.log(harmless(`${status} → ${next}`))
  console.log(healthText(report, language))
  if (report.events !== null) console.log(words.facts(report.events, sizeOf(report.octets ?? 0)))
  console.log('')
  const rows = report.clients.map(({ name, state, message }) => [
    name,
    words.states[state],
    message,
  ])
  for (const line of aligned(rows)) console.log(line)
  for (const finding of report.findings) printFinding(finding, language)
  if (report.answers.length === 0) return
  console.log(`\n${words.answers}:`)
  const answers = report.answers.map((answer) => [
    ...[answer.name, words.ways[answer.way], saidOf(answer, words.nothing)],
  ])
  for (const line of aligned(answers)) console.log(line)
}

function printFinding(finding: Finding, language: Language): void {
  const words = REPORT_WORDS[language]
  const { severity, item, message, hint, places, count } = finding
  console.log(`\n${words.severities[severity]} (${words.item(item)}): ${harmless(message)}`)
  for (const { line, text } of places) console.log(`  ${words.line(line)}: ${harmless(text)}`)
  if (places.length > 0 && count > places.length)
    console.log(`  ${words.more(count - places.length)}`)
  console.log(`  → ${harmless(hint)}`)
  for (const { who, message } of sufferingOf(finding, language)) console.log(`  ${who}: ${message}`)
}
