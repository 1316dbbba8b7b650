// The doctor over every calendar there is, hostile ones too: it always says something, in good time.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { expect, test } from 'vitest'
import { checkFeed } from '../../src/doctor/feed.ts'
import { MAX_PLACES, notesOnFeed } from '../../src/doctor/notes.ts'
import { describeDefect } from '../../src/doctor/words.ts'

const SHARED = new URL('../../../shared/', import.meta.url)
const here = existsSync(new URL('corpus/ics/', SHARED))
/** As for the reader: a machine that runs many tests at once is given more than the promised second. */
const MAX_MS = 5000

const filesIn = (folder: string, pattern: RegExp): URL[] => {
  const base = new URL(folder, SHARED)
  return readdirSync(base, { recursive: true, encoding: 'utf8' })
    .filter((name) => pattern.test(name))
    .map((name) => new URL(encodeURI(name), base))
    .filter((file) => statSync(file).isFile())
}

test.skipIf(!here)('every calendar is looked at to its end', () => {
  const files = [...filesIn('corpus/ics/', /./), ...filesIn('hostile/', /^ics-/)]
  expect(files.length).toBeGreaterThan(500)
  for (const file of files) {
    const bytes = readFileSync(file)
    const notes = notesOnFeed()
    const begun = performance.now()
    checkFeed(bytes, notes)
    expect(performance.now() - begun, file.pathname).toBeLessThan(MAX_MS)
    for (const defect of notes.defects()) {
      expect(defect.places.length, file.pathname).toBeLessThanOrEqual(MAX_PLACES)
      for (const language of ['en', 'ko'] as const) {
        const { found, right } = describeDefect(defect, language)
        expect(`${found}${right}`, `${file.pathname} ${defect.code}`).not.toMatch(/[{}–]/)
      }
    }
  }
})
