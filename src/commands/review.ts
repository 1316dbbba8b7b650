// A review from the terminal: what an upload would change, and answers to what it asks.

import type { Language } from '../language/choose.ts'
import type { Client } from './client.ts'
import { printUpload } from './report.ts'
import { Misuse } from './usage.ts'
import { WORDS } from './words.ts'

export interface ReviewOptions {
  sheet?: string
  headerRow?: number
  column?: string[]
  cell?: string[]
  leaveOut?: number[]
  dateOrder?: string
  year?: string
  same?: string[]
  takeFile?: string[]
  mode?: string
  team?: string
}

/** Returns the exit status. */
export async function reviewUpload(
  client: Client,
  id: string,
  options: ReviewOptions,
): Promise<number> {
  const { language } = client
  const path = `/v1/uploads/${encodeURIComponent(id)}`
  const said = answersOf(options, language)
  const answers = Object.keys(said).length > 0
  const answer = await (answers ? client.send('PATCH', path, said) : client.send('GET', path))
  const { kept, waiting, publishIt, answerIt, plan } = WORDS[language]
  const status = printUpload(answer, language, { kept, waiting, publishIt, answerIt })
  if (answer.body?.plan && answer.body.status === 'ready') console.log(plan(answer.body.plan))
  return status
}

function answersOf(options: ReviewOptions, language: Language): Record<string, unknown> {
  const { column, cell, same, year, ...plain } = options
  const { sheet, headerRow, leaveOut, dateOrder, takeFile, mode, team } = plain
  const told = Object.entries({ sheet, headerRow, leaveOut, dateOrder, takeFile, mode, team })
  return {
    ...Object.fromEntries(told.filter(([, value]) => value !== undefined)),
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(column ? { columns: Object.fromEntries(column.map((each) => pair(each, language))) } : {}),
    ...(cell ? { cells: cell.map((each) => cellIn(each, language)) } : {}),
    ...(same ? { same: same.map((each) => sameIn(each, language)) } : {}),
  }
}

/** A header may hold `=`: the last one parts. */
function pair(text: string, language: Language): [string, string] {
  const at = text.lastIndexOf('=')
  if (at < 1) throw new Misuse(WORDS[language].notAnAnswer(text, 'HEADER=COLUMN'))
  return [text.slice(0, at), text.slice(at + 1)]
}

function cellIn(text: string, language: Language) {
  const [, row, column, value] = /^(\d{1,7}):([^=]+)=(.*)$/s.exec(text) ?? []
  if (!row || !column) throw new Misuse(WORDS[language].notAnAnswer(text, 'ROW:HEADER=VALUE'))
  return { row: Number(row), column, value: value ?? '' }
}

function sameIn(text: string, language: Language) {
  const [, row, uid] = /^(\d{1,7})=(.*)$/.exec(text) ?? []
  if (!row) throw new Misuse(WORDS[language].notAnAnswer(text, 'ROW=UID'))
  return { row: Number(row), uid: uid || null }
}
