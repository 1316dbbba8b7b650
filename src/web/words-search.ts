// What a person typed into the search, as conditions: words in any order, Hangul by its first
// consonants too.

import type { Word } from '../storage/calendar-search.ts'

const MAX_QUERY_CHARS = 100
const MAX_WORDS = 6

/** Hangul's first consonants in the order of the syllables that begin with them. */
const INITIALS = 'ㄱㄲㄴㄷㄸㄹㅁㅂㅃㅅㅆㅇㅈㅉㅊㅋㅌㅍㅎ'
const FIRST_SYLLABLE = 0xac00
const SYLLABLES_EACH = 588

/** D1 takes no longer pattern. */
const MAX_PATTERN_OCTETS = 50

/** As people type: whole syllables, first consonants (ㅊㅊ for 춘천), either kind of composition. */
export const wordsIn = (query: string): Word[] =>
  shownQuery(query).toLowerCase().split(' ').filter(Boolean).slice(0, MAX_WORDS).map(wordOf)

/** The query as it is shown again: composed, within its bound. */
export const shownQuery = (query: string): string =>
  [...query.toWellFormed().normalize('NFC')]
    .slice(0, MAX_QUERY_CHARS)
    .join('')
    .replace(/\s+/g, ' ')
    .trim()

function wordOf(text: string): Word {
  if (![...text].some((character) => INITIALS.includes(character))) return { text }
  let glob = '*'
  for (const character of text) {
    const piece = pieceOf(character)
    if (octetsOf(glob) + octetsOf(piece) + 1 > MAX_PATTERN_OCTETS) break
    glob += piece
  }
  return { glob: `${glob}*` }
}

function pieceOf(character: string): string {
  const initial = INITIALS.indexOf(character)
  if (initial < 0) return /[*?[\]]/.test(character) ? `[${character}]` : character
  const first = FIRST_SYLLABLE + initial * SYLLABLES_EACH
  return `[${String.fromCharCode(first)}-${String.fromCharCode(first + SYLLABLES_EACH - 1)}]`
}

const octetsOf = (text: string): number => new TextEncoder().encode(text).length
