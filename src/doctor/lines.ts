// A feed's bytes as lines, whatever their state: what is wrong with ends, folds and characters is
// noted, and the logical lines go on.

import { unfold } from '../intake/ics/unfold.ts'
import { joined } from './bytes.ts'
import type { Notes } from './notes.ts'

export interface Line {
  /** The physical line, from 1. */
  at: number
  text: string
}

/** RFC 5545 §3.1, without the end of the line. */
const MAX_LINE_OCTETS = 75
/** Of a line, what an excerpt needs. */
const SHOWN_OCTETS = 200

const [CR, LF, TAB, SPACE, DELETE] = [0x0d, 0x0a, 0x09, 0x20, 0x7f]

export function linesOf(bytes: Uint8Array, notes: Notes): Line[] {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  if (start > 0) notes.at('bom', { at: 1, text: excerpt(bytes, start, bytes.length) })
  const content = bytes.subarray(start)
  const scan = scanned(content)
  noteEnds(content, scan, notes)
  noteCharacters(content, scan, notes)
  const { lines } = unfold(content)
  return lines.length > 0 ? lines : decoded(content)
}

interface Physical {
  start: number
  end: number
  /** 2 for CRLF, 1 for a single one, 0 where the file ends. */
  ended: 0 | 1 | 2
  /** Of its bytes: a control character, one beyond ASCII. */
  controls: boolean
  beyond: boolean
}

function scanned(bytes: Uint8Array): Physical[] {
  const lines: Physical[] = []
  let [start, controls, beyond] = [0, false, false]
  const add = (end: number, ended: Physical['ended']) => {
    lines.push({ start, end, ended, controls, beyond })
    controls = false
    beyond = false
  }
  for (let place = 0; place < bytes.length; place += 1) {
    const byte = bytes[place] ?? 0
    if (byte >= 0x80) beyond = true
    else if (byte === CR || byte === LF) {
      const pair = byte === CR && bytes[place + 1] === LF
      add(place, pair ? 2 : 1)
      if (pair) place += 1
      start = place + 1
    } else if ((byte < SPACE && byte !== TAB) || byte === DELETE) controls = true
  }
  if (start < bytes.length) add(bytes.length, 0)
  return lines
}

function noteEnds(bytes: Uint8Array, lines: readonly Physical[], notes: Notes): void {
  lines.forEach(({ start, end, ended }, index) => {
    if (ended === 2 && end - start <= MAX_LINE_OCTETS) return
    const place = () => ({ at: index + 1, text: excerpt(bytes, start, end) })
    if (ended === 1) notes.at('line_ends', place())
    if (ended === 0) notes.at('last_line_end', place())
    if (end - start > MAX_LINE_OCTETS) {
      const params = { octets: end - start, limit: MAX_LINE_OCTETS }
      notes.at('line_long', place(), params)
    }
  })
}

function noteCharacters(bytes: Uint8Array, lines: readonly Physical[], notes: Notes): void {
  lines.forEach(({ start, end, controls, beyond }, index) => {
    if (!controls && !beyond) return
    const place = { at: index + 1, text: excerpt(bytes, start, end) }
    if (controls) notes.at('control_character', place)
    if (!beyond || isUtf8(bytes.subarray(start, end))) return
    notes.at(isSplit(bytes, lines, index) ? 'fold_in_character' : 'not_utf8', place)
  })
}

/** Whether this line and the ones that it is folded into are UTF-8 together, though not alone. */
function isSplit(bytes: Uint8Array, lines: readonly Physical[], index: number): boolean {
  const continues = (at: number) => {
    const first = bytes[lines[at]?.start ?? bytes.length]
    return first === SPACE || first === TAB
  }
  let first = index
  while (first > 0 && index - first < MAX_FOLDS && continues(first)) first -= 1
  let last = index
  while (last - index < MAX_FOLDS && continues(last + 1)) last += 1
  if (first === last) return false
  const parts = lines.slice(first, last + 1).map(({ start, end }, at) => {
    return bytes.subarray(at === 0 ? start : start + 1, end)
  })
  return isUtf8(joined(parts))
}

/** Of one logical line; longer ones are looked at in part. */
const MAX_FOLDS = 400

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

function isUtf8(bytes: Uint8Array): boolean {
  try {
    strict.decode(bytes)
    return true
  } catch {
    return false
  }
}

const excerpt = (bytes: Uint8Array, start: number, end: number): string =>
  new TextDecoder().decode(bytes.subarray(start, Math.min(end, start + SHOWN_OCTETS)))

/** For what no reader of ours would take: folds undone in the text itself. */
function decoded(bytes: Uint8Array): Line[] {
  const lines: Line[] = []
  new TextDecoder()
    .decode(bytes)
    .split(/\r\n|\r|\n/)
    .forEach((text, index) => {
      const last = lines.at(-1)
      if (/^[ \t]/.test(text) && last) last.text += text.slice(1)
      else if (text.trim() !== '') lines.push({ at: index + 1, text })
    })
  return lines
}
