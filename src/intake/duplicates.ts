// Rows of one file that are, or claim to be, the same event.

import type { Row } from '../schedule/row.ts'
import type { Finding } from './finding.ts'
import { quoted, type Where } from './given.ts'

export interface Distinct {
  rows: Row[]
  findings: Finding[]
}

/** An id twice is an error; the very same row twice is one row, which is said. */
export function withoutDuplicates(rows: readonly Row[], idColumn: string): Distinct {
  const firstWithId = new Map<string, Row>()
  const firstLike = new Map<string, Row>()
  const findings: Finding[] = []
  const distinct = rows.filter((row) => {
    const id = row.facts.externalId
    const key = id ?? JSON.stringify([row.status, row.removed, row.facts])
    const seen = id ? firstWithId : firstLike
    const first = seen.get(key)
    if (!first) {
      seen.set(key, row)
      return true
    }
    const where = placeOf(row, id ? idColumn : null)
    const value = quoted(id ?? row.facts.title ?? '')
    const params = { first: first.row }
    if (id) findings.push({ code: 'uid.duplicate', severity: 'error', ...where, value, params })
    else findings.push({ code: 'row.duplicate', severity: 'warning', ...where, value, params })
    return false
  })
  return { rows: distinct, findings }
}

/** `idColumn` where the id is at fault. */
function placeOf({ row, line, pointer }: Row, idColumn: string | null): Where {
  if (pointer) return { pointer: idColumn ? `${pointer}/externalId` : pointer }
  if (line) return { line, property: idColumn ?? 'VEVENT' }
  return { row, ...(idColumn ? { column: idColumn } : {}) }
}
