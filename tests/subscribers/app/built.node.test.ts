// The built module is what its sources make, and small.

import { readFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { expect, test } from 'vitest'
import { BUILT_FILE, builtModule } from '../../../src/reminder-app/build/bundle.ts'
import { SCRIPT, WORKER } from '../../../src/reminder-app/built.ts'

/** Of all script, gzipped. */
const MAX_BYTES = 60_000

test('src/reminder-app/built.ts is up to date', async () => {
  const isUpToDate = readFileSync(BUILT_FILE, 'utf8') === (await builtModule())
  expect(isUpToDate, 'sources changed since it was built: run `npm run app`, and commit').toBe(true)
})

test('all script together is small', () => {
  const bytes = [SCRIPT, WORKER].map((text) => gzipSync(text).length)
  expect(bytes.reduce((sum, each) => sum + each)).toBeLessThan(MAX_BYTES)
})
