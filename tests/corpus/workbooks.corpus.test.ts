// A workbook that a program made for real players: matched by a person, it is a schedule.

import { existsSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFile } from '../../src/intake/read.ts'

const FILE = new URL('../../../shared/corpus/xlsx/tennisaboplaner/schedule.xlsx', import.meta.url)
const CONTEXT = { timezone: 'Europe/Berlin', language: 'en', today: '2022-01-01' }

test.skipIf(!existsSync(FILE))('a tennis club’s rota', () => {
  const bytes = new Uint8Array(readFileSync(FILE))
  const unmatched = readFile(bytes, 'schedule.xlsx', CONTEXT)
  expect(unmatched.table).toMatchObject({
    ...{ sheets: ['Schedule', 'Partner by Player', 'Matches Overview'], sheet: 'Schedule' },
    headers: [{ column: 'start_date' }, { header: 'Match 1', column: null }, {}],
  })
  const columns = { 'Match 1': 'title', 'Match 2': 'description' }
  const { rows, rowCount, findings } = readFile(bytes, 'schedule.xlsx', { ...CONTEXT, columns })
  expect(rowCount).toBe(16)
  // Its two overviews hold the same dates.
  expect(findings.map(({ code, value }) => `${code} ${value}`)).toEqual([
    ...['xlsx.unread Partner by Player', 'xlsx.unread Matches Overview'],
  ])
  expect(rows[0]?.facts).toMatchObject({
    ...{ start: '2022-01-01', title: 'Alice vs John', description: 'Bob vs Jane' },
  })
})
