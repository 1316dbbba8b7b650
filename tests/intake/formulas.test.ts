import { expect, test } from 'vitest'
import { defused, undefused } from '../../src/intake/formulas.ts'

test.each(['=1+1', '+82', '@now', '-cmd', '\0=1+1', '\0\0@now', '＝1', "'=1", "'\0=1"])(
  'no spreadsheet runs %j, and it comes back as it was',
  (cell) => {
    expect(defused(cell)).toBe(`'${cell}`)
    expect(undefused(defused(cell))).toBe(cell)
  },
)

test.each(['-12', '3.5', 'a=b', '\0a', ''])('%j is no formula', (cell) => {
  expect(defused(cell)).toBe(cell)
})
