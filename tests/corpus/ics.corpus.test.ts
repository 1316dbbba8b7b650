// Real calendars: each is read, or refused at a line and a property, in good time.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { readFile } from '../../src/intake/read.ts'

const SHARED = new URL('../../../shared/', import.meta.url)
const CALENDARS = new URL('corpus/ics/', SHARED)
const here = existsSync(CALENDARS)
const SEOUL = { timezone: 'Asia/Seoul', language: 'ko', today: '2026-04-01' }
/** A second is promised; a machine that runs many tests at once is given more. */
const MAX_MS = 5000

const files = (here ? readdirSync(CALENDARS, { recursive: true, encoding: 'utf8' }) : []).filter(
  (name) => statSync(new URL(name, CALENDARS)).isFile(),
)

test.skipIf(!here)('every calendar is read, or refused at a line and a property', () => {
  let readCount = 0
  for (const name of files) {
    const bytes = readFileSync(new URL(name, CALENDARS))
    const begun = performance.now()
    const { rows, findings } = readFile(bytes, 'calendar.ics', SEOUL)
    expect(performance.now() - begun, name).toBeLessThan(MAX_MS)
    const errors = findings.filter(({ severity }) => severity === 'error')
    const unplaced = errors.filter(({ line, property }) => !line || !property)
    if (bytes.length > 0) expect(unplaced, name).toEqual([])
    if (errors.length > 0) continue
    readCount += 1
    for (const { facts } of rows) expect(facts.title, name).toBeTruthy()
  }
  expect(files.length).toBeGreaterThan(500)
  expect(readCount).toBeGreaterThan(250)
})
