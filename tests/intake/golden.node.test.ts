// One folder a case in tests/golden/intake: a file as people send them, and what is read of it.

import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { found, read } from './reading.ts'

const GOLDEN = new URL('../golden/intake/', import.meta.url)
const folders = readdirSync(GOLDEN).sort()

const jsonIn = (folder: string, name: string) =>
  JSON.parse(readFileSync(new URL(`${folder}/${name}`, GOLDEN), 'utf8'))

test('the golden cases are found', () => {
  expect(folders).toContain('baseball-excel-cp949')
})

test.each(folders)('golden: %s', (folder) => {
  const names = readdirSync(new URL(`${folder}/`, GOLDEN))
  const input = names.find((name) => name.startsWith('input.')) ?? ''
  const context = names.includes('context.json') ? jsonIn(folder, 'context.json') : {}
  const reading = read(readFileSync(new URL(`${folder}/${input}`, GOLDEN)), context, input)
  const rows = reading.rows.map(({ facts, ...row }) => ({ ...row, ...facts }))
  // As JSON, since that is what the file holds: no undefined, no prototypes.
  const told = JSON.parse(JSON.stringify({ rows, findings: found(reading) }))
  expect(told).toEqual(jsonIn(folder, 'expected.json'))
})
