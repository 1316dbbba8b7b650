// What a review's form says, as answers.

import type { Answers, Cell } from '../../../intake/answers.ts'
import type { Reading } from '../../../intake/row.ts'
import type { Review } from '../../upload/review.ts'

/** Any of a form's text fields; files are no answers. */
export type Fields = [string, string][]

const DATE_ORDERS = ['DMY', 'MDY', 'YMD'] as const

/** `unchanged` tells which cells still say what the file says: those are not put right. */
export function answersIn(fields: Fields, unchanged: (cell: Cell) => boolean): Review {
  const answers: Answers = {}
  const one = (name: string) => fields.find(([field]) => field === name)?.[1]?.trim()
  const order = DATE_ORDERS.find((known) => known === one('dateOrder'))
  if (order) answers.dateOrder = order
  const team = one('team')
  if (team) answers.team = team.slice(0, 255)
  const year = numberIn(one('year'))
  if (year !== null) answers.year = year
  const leaveOut = fields.filter(([name]) => name === 'leaveOut').map(([, row]) => Number(row))
  if (leaveOut.length > 0) answers.leaveOut = leaveOut.filter(Number.isInteger)
  const cells = fields.flatMap(([name, value]) => cellIn(name, value)).filter((c) => !unchanged(c))
  if (cells.length > 0) answers.cells = cells
  const same = fields.flatMap(([name, uid]) => {
    const row = /^same:(\d{1,7})$/.exec(name)?.[1]
    return row ? [{ row: Number(row), uid: uid === '' ? null : uid }] : []
  })
  if (same.length > 0) answers.same = same
  const takeFile = fields.filter(([name]) => name === 'takeFile').map(([, field]) => field)
  if (takeFile.length > 0) answers.takeFile = takeFile
  return { answers }
}

function cellIn(name: string, value: string): Cell[] {
  const [, row, column] = /^cell:(\d{1,7}):(.*)$/s.exec(name) ?? []
  return row && column !== undefined ? [{ row: Number(row), column, value }] : []
}

/** The matching step: only what differs from how the file was read is an answer. */
export function matchingIn(
  fields: Fields,
  was: {
    sheet: string | null
    headerRow: number
    headers: { header: string; column: string | null }[]
  },
  /** Headers that a question is about: as it was read is an answer too. */
  asked: ReadonlySet<string | undefined> = new Set(),
): Review {
  const answers: Answers = {}
  const sheet = fields.find(([name]) => name === 'sheet')?.[1]
  const headerRow = numberIn(fields.find(([name]) => name === 'headerRow')?.[1])
  if (sheet && sheet !== was.sheet) return { answers: { sheet } }
  if (headerRow !== null && headerRow !== was.headerRow) return { answers: { headerRow } }
  const columns = fields.flatMap(([name, column]): [string, string][] => {
    const header = /^column:(.*)$/s.exec(name)?.[1]
    const known = was.headers.find((one) => one.header === header)
    const isAnswer = known && (column !== (known.column ?? '?') || asked.has(known.header))
    return isAnswer ? [[known.header, column]] : []
  })
  if (columns.length > 0) answers.columns = Object.fromEntries(columns)
  return { answers }
}

const numberIn = (text: string | undefined): number | null =>
  text && /^\d{1,7}$/.test(text.trim()) ? Number(text) : null

/** Every row with an error: what “leave out the wrong rows” means. */
export const wrongRows = ({ findings }: Reading): number[] => [
  ...new Set(
    findings.flatMap(({ severity, row }) =>
      severity === 'error' && row !== undefined && row > 1 ? [row] : [],
    ),
  ),
]
