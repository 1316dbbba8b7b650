// A partner's file and what became of it, in few words.

import { expect } from 'vitest'
import { readFile } from '../../src/intake/read.ts'
import type { Reading, ReadingContext } from '../../src/intake/row.ts'
import { describeFinding } from '../../src/language/findings.ts'

export const SEOUL: ReadingContext = {
  ...{ timezone: 'Asia/Seoul', language: 'ko', today: '2026-04-01' },
}

export const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text)

/** Reads a file; whatever is found must be sayable in both languages, with nothing left out. */
export function read(
  file: string | Uint8Array | object,
  context: Partial<ReadingContext> = {},
  filename: string | null = null,
): Reading {
  const text = typeof file === 'string' ? file : JSON.stringify(file)
  const bytes = file instanceof Uint8Array ? file : utf8(text)
  const reading = readFile(bytes, filename, { ...SEOUL, ...context })
  for (const finding of reading.findings)
    for (const language of ['ko', 'en'] as const) {
      const { message, hint } = describeFinding(finding, language)
      expect(`${message} ${hint}`, finding.code).not.toContain('–')
    }
  return reading
}

/** `error date.invalid 2 날짜 2026-02-30` */
export const found = ({ findings }: Reading): string[] =>
  findings.map(({ severity, code, row, column, line, pointer, value }) =>
    [severity, code, row, column, line && `line ${line}`, pointer, value]
      .filter((part) => part !== undefined)
      .join(' '),
  )

/** The facts of each row of a file in which nothing is wrong. */
export function factsOf(...given: Parameters<typeof read>) {
  const reading = read(...given)
  expect(found(reading).filter((each) => !each.startsWith('warning'))).toEqual([])
  return reading.rows.map(({ facts }) => facts)
}

/** The facts of the one row of a file. */
export function factsOfOne(...given: Parameters<typeof read>) {
  const [facts, ...others] = factsOf(...given)
  expect(others).toEqual([])
  return facts ?? {}
}

/** Cells into a comma-separated file: `csv(['날짜', '제목'], ['2026-04-01', '개막'])`. */
export const csv = (...rows: (string | number)[][]): string =>
  rows.map((cells) => `${cells.map(quotedCell).join(',')}\n`).join('')

const quotedCell = (cell: string | number): string =>
  /[",\n\r]/.test(`${cell}`) ? `"${`${cell}`.replaceAll('"', '""')}"` : `${cell}`
