// A find is made small and kept, whatever the law that it breaks.

import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test } from 'vitest'
import { keep, kindOf, smallest } from './finds.ts'

/** Wrong in one way where two words stand, in another where only one does. */
const offence = (bytes: Buffer): string | null => {
  const text = bytes.toString('latin1')
  if (text.includes('moon') && text.includes('sun')) return `eclipse: ${text.length}\n  at sky:1:1`
  return text.includes('sun') ? 'sunburn\n  at beach:1:1' : null
}
const file = Buffer.from(['a', 'the sun', 'b', 'c', 'a moon', ...'defghij'].join('\n'))

test('only what makes it wrong in the same way is left', () => {
  const why = offence(file) ?? ''
  expect(smallest(file, kindOf(why), offence).toString()).toBe('sunmoon')
})

test('numbers and places in words tell no two kinds apart', () => {
  expect(kindOf('slow: 1200 ms\n  at one')).toBe(kindOf('slow: 1300.5 ms\n  at one'))
  expect(kindOf('slow: 1 ms\n  at one')).not.toBe(kindOf('slow: 1 ms\n  at other'))
})

test('a find is written byte for byte, once', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'kalends-finds-'))
  try {
    const url = pathToFileURL(`${folder}/new/`)
    const bytes = Buffer.from([0xff, 0x00, 0x0a])
    const name = await keep(url, 'csv', bytes)
    expect(await keep(url, 'csv', bytes)).toBe(name)
    expect(readdirSync(url)).toEqual([name])
    expect(readFileSync(new URL(name, url))).toEqual(bytes)
  } finally {
    rmSync(folder, { recursive: true })
  }
})
