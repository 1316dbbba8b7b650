// A category's own part of a personal feed: its name in an address, made from the category alone.

/** Of events without a category. */
const NONE = 'uncategorised'
const PLAIN = /^[a-z0-9]+(?:[ -][a-z0-9]+)*$/
const MAX_PART_CHARS = 40

/** `Baseball` → `baseball`; what is not so plain → 16 digits that are always the same for it. */
export function partOf(category: string | null): string {
  if (category === null) return NONE
  const word = category.trim().toLowerCase()
  return PLAIN.test(word) && word.length <= MAX_PART_CHARS
    ? word.replaceAll(' ', '-')
    : digitsOf(word)
}

/** FNV-1a of 64 bits over its UTF-8: no secret, only short, and the same on every machine. */
function digitsOf(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const octet of new TextEncoder().encode(text))
    hash = ((hash ^ BigInt(octet)) * 0x100000001b3n) & 0xffffffffffffffffn
  return hash.toString(16).padStart(16, '0')
}
