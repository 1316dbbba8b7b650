// A name for an address, proposed from a calendar's or a partner's name; Hangul is romanised.

const MAX_CHARS = 64

// Revised Romanization letter by letter: an address is no place for the rules of sound.
const LEADS = 'g kk n d tt r m b pp s ss - j jj ch k t p h'.split(' ')
const VOWELS = 'a ae ya yae eo e yeo ye o wa wae oe yo u wo we wi yu eu ui i'.split(' ')
const TAILS = '- k k k n n n t l k m l l l p l m p p t t ng t t k t p t'.split(' ')
const FIRST_SYLLABLE = 0xac00

/** `2026 한빛 베어스` is `2026-hanbit-beeoseu`; null when nothing of it can stand in an address. */
export function proposedSlug(name: string): string | null {
  const romanised = name.normalize('NFC').replace(/[가-힣]/g, syllable)
  const plain = romanised.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()
  const slug = plain
    .replace(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_CHARS)
    .replace(/^-+|-+$/g, '')
  return slug || null
}

function syllable(letter: string): string {
  const place = letter.charCodeAt(0) - FIRST_SYLLABLE
  const tails = TAILS.length
  const parts = [
    LEADS[Math.floor(place / (VOWELS.length * tails))],
    VOWELS[Math.floor(place / tails) % VOWELS.length],
    TAILS[place % tails],
  ]
  return parts.map((part) => (part === '-' ? '' : part)).join('')
}
