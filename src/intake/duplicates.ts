// Rows of one file that are, or claim to be, the same event.

import type { Row } from '../schedule/row.ts'
import type { Finding } from './finding.ts'
import { quoted, type Where } from './given.ts'

/** A row, and where its id stands. */
export interface Candidate {
  row: Row
  idAt: Where
}

export interface Distinct {
  rows: Row[]
  findings: Finding[]
}

/** An id twice is an error; the very same row twice is one row, which is said. */
export function withoutDuplicates(candidates: readonly Candidate[]): Distinct {
  const firstWithId = new Map<string, Row>()
  const firstLike = new Map<string, Row>()
  const rows: Row[] = []
  const findings: Finding[] = []
  for (const { row, idAt } of candidates) {
    const id = row.facts.externalId
    const key = id ?? JSON.stringify([row.status, row.removed, row.facts])
    const seen = id ? firstWithId : firstLike
    const first = seen.get(key)
    if (!first) {
      seen.set(key, row)
      rows.push(row)
      continue
    }
    const told = { value: quoted(id ?? row.facts.title ?? ''), params: { first: first.row } }
    if (id) findings.push({ code: 'uid.duplicate', severity: 'error', ...idAt, ...told })
    else findings.push({ code: 'row.duplicate', severity: 'warning', ...placeOf(row), ...told })
  }
  return { rows, findings }
}

const placeOf = ({ row, line, pointer }: Row): Where =>
  pointer ? { pointer } : line ? { line, property: 'VEVENT' } : { row }
