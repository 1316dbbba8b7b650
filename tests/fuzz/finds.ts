// What a spoilt file has found: made small, and kept as a case.

import { mkdirSync, writeFileSync } from 'node:fs'
import { sha256 } from '../../src/storage/digest.ts'

/** What is wrong with a file, with where it was thrown; null when nothing is. */
export type Offence = (bytes: Buffer) => string | null

/** Two finds of one kind are one: the same words, thrown at the same place. */
export const kindOf = (why: string): string =>
  why
    .split('\n')
    .slice(0, 2)
    .join(' ')
    .replace(/[\d.]+/g, '')

/** Lines, many first, and then characters of those left, go while it stays wrong in the same way. */
export function smallest(bytes: Buffer, kind: string, offence: Offence): Buffer {
  const isStillWrong = (text: string): boolean => {
    const why = offence(Buffer.from(text, 'latin1'))
    return why !== null && kindOf(why) === kind
  }
  const fewerLines = without(bytes.toString('latin1').split('\n'), (lines) =>
    isStillWrong(lines.join('\n')),
  )
  // Each character costs a reading: only what is small already is made smaller.
  const text = fewerLines.join('\n')
  if (text.length > MAX_BY_CHARACTER) return Buffer.from(text, 'latin1')
  const fewer = without([...text], (characters) => isStillWrong(characters.join('')))
  return Buffer.from(fewer.join(''), 'latin1')
}

const MAX_BY_CHARACTER = 2000

function without<T>(all: readonly T[], isStillWrong: (fewer: T[]) => boolean): T[] {
  let items = [...all]
  for (let size = Math.max(1, items.length >> 1); size > 0; size >>= 1)
    for (let place = 0; place < items.length; ) {
      const fewer = items.toSpliced(place, size)
      if (isStillWrong(fewer)) items = fewer
      else place += size
    }
  return items
}

/** Written under a name that its content gives; answers the name. */
export async function keep(folder: URL, ending: string, bytes: Buffer): Promise<string> {
  const name = `${(await sha256(bytes.toString('latin1'))).slice(0, 12)}.${ending}`
  mkdirSync(folder, { recursive: true })
  writeFileSync(new URL(name, folder), bytes)
  return name
}
