import { expect, test } from 'vitest'
import { aligned } from '../../src/commands/table.ts'

test('what a file says cannot move the cursor, colour the screen or turn the line around', () => {
  const [line] = aligned([['a\u001b[31mred', 'x\u202egnp.exe', 'one\r\ntwo\u0007']])
  expect(line).toBe('a·[31mred  x·gnp.exe  one··two·')
})

test('Hangul takes two places, and wide cells are cut where they would push the rest away', () => {
  const lines = aligned([
    ['가나다', 'x', 'end'],
    ['abcdef', 'y', 'end'],
    ['가'.repeat(40), 'z', 'e'.repeat(100)],
  ])
  expect(lines[0]).toBe(`가나다${' '.repeat(43)}x  end`)
  expect(lines[1]).toBe(`abcdef${' '.repeat(43)}y  end`)
  expect(lines[2]).toBe(`${'가'.repeat(23)}…  z  ${'e'.repeat(100)}`)
})

test('nothing is a table too', () => expect(aligned([])).toEqual([]))
