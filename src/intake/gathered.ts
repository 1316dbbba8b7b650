// What a file came to, from what its rows came to.

import { withoutDuplicates } from './duplicates.ts'
import type { ReadRow } from './facts.ts'
import type { Finding } from './finding.ts'
import type { Reading } from './row.ts'

interface Parts {
  rowCount: number
  read: readonly ReadRow[]
  /** About the file as a whole and its header. */
  findings: readonly Finding[]
  idColumn?: string
}

export function gathered(
  format: Reading['format'],
  { rowCount, read, findings, idColumn = 'external_id' }: Parts,
): Reading {
  const good = read.flatMap(({ row }) => (row ? [row] : []))
  const distinct = withoutDuplicates(good, idColumn)
  const faulty = read.filter(({ findings }) =>
    findings.some(({ severity }) => severity === 'error'),
  )
  const twice = distinct.findings.filter(({ severity }) => severity === 'error')
  return {
    ...{ format, rows: distinct.rows, rowCount },
    findings: [...findings, ...read.flatMap(({ findings }) => findings), ...distinct.findings],
    refusedCount: faulty.length + twice.length,
  }
}
