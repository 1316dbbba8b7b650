// An upload's answer as a table for the terminal.

import stringWidth from 'string-width'
import type { Language } from '../language/choose.ts'
import type { Answer } from './client.ts'
import { WORDS } from './words.ts'

/** How many lines of differences a terminal is given. */
const MAX_LINES = 60

const MARKS = { new: '+', changed: '~', moved: '→', cancelled: '✕', removed: '−' } as const
type ChangeType = keyof typeof MARKS

interface Field {
  field: string
  from: unknown
  to: unknown
}

interface Change {
  type: ChangeType
  row: number | null
  title: string
  start: string
  fields: Field[]
}

interface Finding {
  row?: number
  column?: string
  line?: number
  property?: string
  pointer?: string
  severity: 'error' | 'warning' | 'question'
  message: string
  hint: string
}

/** Prints findings, differences and totals. Returns the exit status: 1 when the file was refused. */
export function printUpload({ status, body }: Answer, language: Language): 0 | 1 {
  const words = WORDS[language]
  if (status !== 200 && status !== 201 && status !== 422) return printProblem(body)
  for (const line of findingLines(body.findings, language)) console.log(line)
  for (const line of changeLines(body.changes, language)) console.log(line)
  console.log(totals(body.summary, language))
  const open = body.findings.some(({ severity }: Finding) => severity === 'question')
  if (body.status === 'refused') console.log(words.refused)
  else if (body.status === 'published')
    console.log(
      body.revision > body.baseRevision
        ? words.published(body.revision)
        : words.nothing(body.revision),
    )
  else console.log(open ? words.waiting : words.kept)
  return body.status === 'refused' ? 1 : 0
}

export function printProblem(body: { title?: string; detail?: string } | null): 1 {
  console.error([body?.title, body?.detail].filter(Boolean).join(': '))
  return 1
}

function findingLines(findings: Finding[], language: Language): string[] {
  const words = WORDS[language]
  const rows = findings.map(({ row, line, column, property, pointer, severity, message, hint }) => [
    words.severities[severity],
    row === undefined ? lineText(line, words.line) : `${words.row} ${row}`,
    column ?? property ?? pointer ?? '',
    [message, hint].filter(Boolean).join(' '),
  ])
  return aligned(rows)
}

const lineText = (line: number | undefined, word: string): string =>
  line === undefined ? '' : `${word} ${line}`

function changeLines(changes: Change[], language: Language): string[] {
  const words = WORDS[language]
  const rows = changes
    .slice(0, MAX_LINES)
    .map(({ type, row, title, start, fields }) => [
      `${MARKS[type]} ${words.types[type]}`,
      row === null ? '' : `${words.row} ${row}`,
      start.replace('T', ' ').slice(0, 16),
      title,
      fields.map(fieldText).join(' · '),
    ])
  const rest = changes.length - rows.length
  return [...aligned(rows), ...(rest > 0 ? [words.more(rest)] : [])]
}

const fieldText = ({ field, from, to }: Field): string => `${field}: ${plain(from)} → ${plain(to)}`

const plain = (value: unknown): string =>
  value === null || value === undefined
    ? '–'
    : typeof value === 'string'
      ? value.slice(0, 60)
      : JSON.stringify(value).slice(0, 60)

function totals(summary: Record<string, number>, language: Language): string {
  const words = WORDS[language]
  const counts = (Object.keys(MARKS) as ChangeType[]).map(
    (type) => `${words.types[type]} ${summary[type] ?? 0}`,
  )
  const rest = [
    `${words.unchanged} ${summary.unchanged}`,
    `${words.refusedRows} ${summary.refused}`,
  ]
  return [...counts, ...rest].join(', ')
}

/** Columns of equal width; Hangul takes two places each. */
function aligned(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => stringWidth(row[column] ?? ''))),
  )
  return rows.map((row) =>
    row
      .map(
        (cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - stringWidth(cell))),
      )
      .join('  ')
      .trimEnd(),
  )
}
