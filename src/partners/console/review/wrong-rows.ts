// The error sheet: every finding of a file as a table that a spreadsheet opens.

import { defused } from '../../../intake/formulas.ts'
import type { Reading } from '../../../intake/row.ts'
import type { Language } from '../../../language/choose.ts'
import { rowText } from '../frame/values.ts'
import { described } from './review-findings.ts'

const HEADERS = {
  ko: ['행', '열', '파일의 값', '무엇이 틀렸나', '맞는 값의 예'],
  en: ['Row', 'Column', 'Found', 'What is wrong', 'What would be right'],
}

/** Begins with a byte order mark: without it Excel takes Korean for CP949. */
export function wrongRowsCsv({ findings, table }: Reading, language: Language): string {
  const rows = findings
    .filter(({ severity }) => severity === 'error')
    .map((finding) => {
      const { row, line, column, property, pointer, value } = finding
      const { message, hint } = described(finding, language)
      const place = column ?? property ?? pointer ?? ''
      return [
        row === undefined ? String(line ?? '') : rowText(row, table?.parts),
        place,
        value ?? '',
        message,
        hint,
      ]
    })
  return `\ufeff${[HEADERS[language], ...rows].map(lineOf).join('\r\n')}\r\n`
}

const lineOf = (cells: readonly string[]): string =>
  cells.map((cell) => `"${defused(cell).replaceAll('"', '""')}"`).join(',')
