// An upload's answer as a table for the terminal.

import { MAX_FINDINGS } from '../intake/finding.ts'
import type { Language } from '../language/choose.ts'
import type { Answer } from './client.ts'
import { aligned, harmless } from './table.ts'
import { WORDS } from './words.ts'

/** How many lines of differences a terminal is given. */
const MAX_LINES = 60

const MARKS = { new: '+', changed: '~', moved: '→', cancelled: '✕', removed: '−' } as const
type ChangeType = keyof typeof MARKS
const TYPES = Object.keys(MARKS) as ChangeType[]

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
  line?: number
  column?: string
  property?: string
  pointer?: string
  severity: 'error' | 'warning' | 'question'
  message: string
  hint: string
}

/** What is said of a file that is neither refused nor published. */
interface Verdicts {
  kept: string
  waiting: string
  /** How to publish it, where it was kept. */
  publishIt?: (id: string) => string
  /** How to answer what stands against it. */
  answerIt?: (id: string) => string
}

/** Prints findings, differences and totals. Returns the exit status: 1 when the file was refused. */
export function printUpload(
  { status, body }: Answer,
  language: Language,
  { kept, waiting, publishIt, answerIt }: Verdicts = WORDS[language],
): 0 | 1 {
  const words = WORDS[language]
  if (status !== 200 && status !== 201 && status !== 422) return printProblem(body)
  for (const line of findingLines(body.findings, language)) console.log(line)
  if (body.findings.length >= MAX_FINDINGS && body.summary.refused > 0)
    console.log(words.moreFindings(body.summary.refused))
  for (const line of changeLines(body, language)) console.log(line)
  console.log(totals(body.summary, language))
  const open = body.findings.some(({ severity }: Finding) => severity === 'question')
  if (body.status === 'refused')
    console.log([words.refused, answerIt?.(body.id)].filter(Boolean).join(' '))
  else if (body.status === 'published')
    console.log(
      body.revision > body.baseRevision
        ? words.published(body.revision)
        : words.nothing(body.revision),
    )
  else console.log([open ? waiting : kept, publishIt?.(body.id)].filter(Boolean).join(' '))
  return body.status === 'refused' ? 1 : 0
}

export function printProblem(body: { title?: string; detail?: string } | null): 1 {
  console.error(harmless([body?.title, body?.detail].filter(Boolean).join(': ')))
  return 1
}

export function findingLines(findings: Finding[], language: Language): string[] {
  const words = WORDS[language]
  const rows = findings.map(({ row, line, column, property, pointer, severity, message, hint }) => [
    words.severities[severity],
    row ? words.row(row) : line ? words.line(line) : '',
    column ?? property ?? pointer ?? '',
    [message, hint].filter(Boolean).join(' '),
  ])
  return aligned(rows)
}

function changeLines(
  { changes, summary }: { changes: Change[]; summary: Record<string, number> },
  language: Language,
): string[] {
  const words = WORDS[language]
  const rows = changes
    .slice(0, MAX_LINES)
    .map(({ type, row, title, start, fields }) => [
      `${MARKS[type]} ${words.types[type]}`,
      row ? words.row(row) : '',
      start.replace('T', ' ').slice(0, 16),
      title,
      fields.map((field) => fieldText(field, language)).join(' · '),
    ])
  const all = TYPES.reduce((sum, type) => sum + (summary[type] ?? 0), 0)
  const rest = Math.max(all, changes.length) - rows.length
  return [...aligned(rows), ...(rest > 0 ? [words.more(rest)] : [])]
}

const fieldText = ({ field, from, to }: Field, language: Language): string =>
  `${WORDS[language].fields[field] ?? field}: ${plain(from)} → ${plain(to)}`

const MAX_VALUE_CHARS = 60

const plain = (value: unknown): string => partsOf(value).join(', ').slice(0, MAX_VALUE_CHARS) || '–'

/** A place is its name and address, a list its members: no brackets, no nulls. */
const partsOf = (value: unknown): string[] =>
  typeof value === 'object' && value !== null
    ? Object.values(value).flatMap(partsOf)
    : value === null || value === undefined
      ? []
      : [String(value)]

function totals(summary: Record<string, number>, language: Language): string {
  const words = WORDS[language]
  const counts = TYPES.map((type) => `${words.types[type]} ${summary[type] ?? 0}`)
  const rest = [
    `${words.unchanged} ${summary.unchanged}`,
    `${words.refusedRows} ${summary.refused}`,
  ]
  return [...counts, ...rest].join(', ')
}
