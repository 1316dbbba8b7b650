// What opens an audience: keys as people type them, and the hashes that are kept of them.

import { sha256 } from './digest.ts'

export const MIN_KEY_CHARS = 4
export const MAX_KEY_CHARS = 100

/** A hash that was made elsewhere. */
export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/i.test(text)

/** As one key whether typed with or without spaces, hyphens and capitals; null where it cannot be one. */
export function plainKey(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s\p{Pd}]+/gu, '')
    .toUpperCase()
  const fits = plain.length >= MIN_KEY_CHARS && plain.length <= MAX_KEY_CHARS
  return fits && !/\p{C}/u.test(plain) ? plain : null
}

/** Under what a typed key may be kept: our own hash of it, and one that a partner made of it as it stands. */
export async function hashesOf(typed: string): Promise<string[]> {
  const plain = plainKey(typed)
  if (plain === null) return []
  return Promise.all([plain, typed.trim()].map((text) => sha256(text)))
}
