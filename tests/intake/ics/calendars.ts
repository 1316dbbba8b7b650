// Calendars for the tests of intake, from the lines that matter.

import { readFile } from '../../../src/intake/read.ts'
import type { Reading, ReadingContext } from '../../../src/intake/row.ts'

const SEOUL: ReadingContext = { timezone: 'Asia/Seoul', language: 'ko', today: '2026-04-01' }

export const calendar = (...lines: (string | string[])[]): string =>
  [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//test//EN',
    ...lines.flat(),
    'END:VCALENDAR',
    '',
  ].join('\r\n')

export const vevent = (...lines: string[]): string[] => [
  'BEGIN:VEVENT',
  ...(lines.some((line) => line.startsWith('SUMMARY')) ? [] : ['SUMMARY:경기']),
  ...lines,
  'END:VEVENT',
]

export const vtimezone = (tzid: string, offset: string): string[] => [
  ...['BEGIN:VTIMEZONE', `TZID:${tzid}`, 'BEGIN:STANDARD', 'DTSTART:19700101T000000'],
  ...[`TZOFFSETFROM:${offset}`, `TZOFFSETTO:${offset}`, 'END:STANDARD', 'END:VTIMEZONE'],
]

export const read = (text: string | Uint8Array, context: Partial<ReadingContext> = {}): Reading =>
  readFile(typeof text === 'string' ? new TextEncoder().encode(text) : text, 'a.ics', {
    ...SEOUL,
    ...context,
  })

/** The facts of the rows of one VEVENT. */
export const factsOf = (...lines: string[]) =>
  read(calendar(vevent(...lines))).rows.map(({ facts }) => facts)

/** `error rrule.invalid RRULE 7` */
export const said = ({ findings }: Reading): string[] =>
  findings.map(({ severity, code, property, line }) => `${severity} ${code} ${property} ${line}`)

export const saidOf = (...lines: string[]): string[] => said(read(calendar(vevent(...lines))))
