// Why a workbook is not read on: thrown, since it ends streams in their midst; caught by read-xlsx.ts.

import type { Finding } from '../finding.ts'

export class Refusal extends Error {
  readonly finding: Finding

  constructor(code: Finding['code'], rest: Omit<Finding, 'code' | 'severity'> = {}) {
    super(code)
    this.finding = { code, severity: 'error', ...rest }
  }
}

/** Not as its own format says: damaged, or made so. */
export const unreadable = (part: string): Refusal =>
  new Refusal('file.unreadable', { params: { part } })
