// What spoilt files have found: one file a case in tests/golden/fuzz, lawful ever since.

import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { offence } from './law.ts'
import { chanceOf, mutated } from './mutations.ts'

const CASES = new URL('../golden/fuzz/', import.meta.url)

test('every case that was found is lawful', () => {
  for (const name of existsSync(CASES) ? readdirSync(CASES) : [])
    expect(offence(readFileSync(new URL(name, CASES)), name), name).toBeNull()
})

test('the same seed spoils in the same way', () => {
  const file = Buffer.from('날짜,제목\n2026-05-01,개막\n')
  const once = (seed: number) => mutated(file, file, chanceOf(seed)).toString('hex')
  expect(once(7)).toBe(once(7))
  expect(new Set([1, 2, 3, 4, 5].map(once)).size).toBeGreaterThan(1)
})
