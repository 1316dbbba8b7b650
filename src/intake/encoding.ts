// Bytes to text: UTF-8, UTF-16 with its mark, else CP949, each strictly and the same on both runtimes.

import iconv from 'iconv-lite'
import { csvTable } from './csv.ts'
import type { Finding } from './finding.ts'
import type { Where } from './given.ts'

export interface Decoded {
  /** Null when the bytes are no text that is read here. */
  text: string | null
  findings: Finding[]
}

/** More NULs than this share of the file: UTF-16 without its mark, or no text at all. */
const NUL_PERCENT = 10

export function decode(bytes: Uint8Array): Decoded {
  const marked = decodeMarked(bytes)
  if (marked) return marked
  if (countOf(bytes, 0) * 100 > bytes.length * NUL_PERCENT) return refused('encoding.unsupported')
  const utf8 = strict('utf-8', bytes)
  if (utf8 !== null) return accepted(utf8)
  const korean = decodeCp949(bytes)
  if (korean === null || isMixed(bytes)) return refused('encoding.invalid')
  const findings: Finding[] = [
    { code: 'encoding.guessed', severity: 'warning', params: { encoding: 'CP949' } },
  ]
  return { text: korean, findings }
}

/** The first cell that is in neither encoding, or not in the one that the file began with. */
export function unreadableCell(bytes: Uint8Array): Where | null {
  if (decodeMarked(bytes)) return null
  // Latin-1 keeps every byte, and no separator or quote is ever half of a CP949 character.
  const { heads: rows } = csvTable(iconv.decode(bytes as never, 'latin1'))
  const cells = rows.flatMap(({ row, cells }) =>
    cells.map((cell, place) => ({ row, place, kind: kindOf(bytesOf(cell)) })),
  )
  const begun = cells.find(({ kind }) => kind === 'utf-8' || kind === 'cp949')
  const odd = cells.find(
    ({ kind }) => kind === 'neither' || (kind !== 'plain' && kind !== begun?.kind),
  )
  if (!odd) return null
  const name = bytesOf(rows[0]?.cells[odd.place] ?? '')
  const column = strict('utf-8', name) ?? decodeCp949(name) ?? `${odd.place + 1}`
  return { row: odd.row, column: column.trim() }
}

/** The first line that is not UTF-8: what can be said of a file that is no table. */
export function unreadableLine(bytes: Uint8Array): number {
  let number = 0
  for (const line of linesOf(bytes)) {
    number += 1
    if (strict('utf-8', line) === null) break
  }
  return number
}

const bytesOf = (latin1: string): Uint8Array => iconv.encode(latin1, 'latin1')

type Kind = 'plain' | 'utf-8' | 'cp949' | 'neither'

function kindOf(bytes: Uint8Array): Kind {
  if (bytes.every((byte) => byte < 0x80)) return 'plain'
  if (strict('utf-8', bytes) !== null) return 'utf-8'
  return decodeCp949(bytes) === null ? 'neither' : 'cp949'
}

const MIN_SYLLABLES = 2

/**
 * Whether lines of a file that is not UTF-8 as a whole are: two files pasted together. CP949 is
 * hardly ever UTF-8 by chance, and two syllables of Hangul are no chance.
 */
function isMixed(bytes: Uint8Array): boolean {
  for (const line of linesOf(bytes)) {
    const text = strict('utf-8', line)
    if ((text?.match(HANGUL)?.length ?? 0) >= MIN_SYLLABLES) return true
  }
  return false
}

function* linesOf(bytes: Uint8Array): Generator<Uint8Array> {
  let begin = 0
  while (begin < bytes.length) {
    const found = bytes.indexOf(0x0a, begin)
    const end = found < 0 ? bytes.length : found
    yield bytes.subarray(begin, end)
    begin = end + 1
  }
}

function decodeMarked(bytes: Uint8Array): Decoded | null {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe && c === 0 && d === 0) return refused('encoding.unsupported')
  if (a === 0xff && b === 0xfe) return utf16('utf-16le', bytes.subarray(2))
  if (a === 0xfe && b === 0xff) return utf16('utf-16be', bytes.subarray(2))
  return null
}

function utf16(label: string, bytes: Uint8Array): Decoded {
  const text = bytes.length % 2 === 0 ? strict(label, bytes) : null
  return text === null ? refused('encoding.invalid') : accepted(text)
}

/** A mark at the beginning is taken off; anything that is not in the encoding gives null. */
function strict(label: string, bytes: Uint8Array): string | null {
  try {
    return new TextDecoder(label, { fatal: true, ignoreBOM: false }).decode(bytes)
  } catch {
    return null
  }
}

/**
 * CP949 through iconv-lite, since Node's own decoder silently gives wrong text for 2,349 of its
 * characters. Bytes that are not CP949, or not plausibly Korean, give null.
 */
function decodeCp949(bytes: Uint8Array): string | null {
  if (isOverlong(bytes)) return null
  const text = iconv.decode(bytes as never, 'cp949')
  if (text.includes('\ufffd') || looksJapanese(bytes, text)) return null
  return text
}

/** Nothing but UTF-8's forbidden spellings of ASCII (C0 80 to C0 BF): an attack, not a language. */
function isOverlong(bytes: Uint8Array): boolean {
  let pairs = 0
  for (let place = 0; place < bytes.length; place += 1) {
    if ((bytes[place] ?? 0) < 0x80) continue
    if (bytes[place] !== 0xc0 || ((bytes[place + 1] ?? 0) & 0xc0) !== 0x80) return false
    pairs += 1
    place += 1
  }
  return pairs > 0
}

const HANGUL = /[\uac00-\ud7a3]/g
const KANA = /[\u3041-\u30fe]/g

/** Shift_JIS kana are rare syllables in CP949; Korean text is mostly common ones. */
function looksJapanese(bytes: Uint8Array, korean: string): boolean {
  const syllables = korean.match(HANGUL)?.length ?? 0
  const common = iconv.decode(bytes as never, 'shift_jis').match(KANA)?.length ?? 0
  return common > 2 && common * 2 > syllables
}

const countOf = (bytes: Uint8Array, wanted: number): number => {
  let count = 0
  let place = bytes.indexOf(wanted)
  while (place >= 0) {
    count += 1
    place = bytes.indexOf(wanted, place + 1)
  }
  return count
}

const accepted = (text: string): Decoded => ({ text, findings: [] })

const refused = (code: 'encoding.unsupported' | 'encoding.invalid'): Decoded => ({
  text: null,
  findings: [{ code, severity: 'error' }],
})
