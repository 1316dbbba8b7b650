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
}

export function gathered(format: Reading['format'], { rowCount, read, findings }: Parts): Reading {
  const good = read.flatMap(({ row, idAt = {} }) => (row ? [{ row, idAt }] : []))
  const distinct = withoutDuplicates(good)
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
