// An iCalendar file's bytes as logical lines, each with the number of its first physical line.

import iconv from 'iconv-lite'
import { decode } from '../encoding.ts'
import type { Finding } from '../finding.ts'

export interface LogicalLine {
  /** The physical line, from 1. */
  at: number
  text: string
}

export interface Unfolded {
  lines: LogicalLine[]
  findings: Finding[]
}

const [CR, LF, TAB, SPACE] = [0x0d, 0x0a, 0x09, 0x20]

/** Lines are joined before they are decoded: a fold may stand within a character. */
export function unfold(bytes: Uint8Array): Unfolded {
  const { joined, starts } = join(bytes)
  const { text, findings } = textOf(joined)
  if (text === null) return { lines: [], findings: findings.map((one) => placed(one, starts)) }
  return { lines: linesOf(text, starts), findings }
}

function linesOf(text: string, starts: readonly number[]): LogicalLine[] {
  const lines: LogicalLine[] = []
  let begin = 0
  for (const at of starts) {
    const found = text.indexOf('\n', begin)
    const line = text.slice(begin, found < 0 ? text.length : found)
    if (line.trim() !== '') lines.push({ at, text: line })
    if (found < 0) break
    begin = found + 1
  }
  return lines
}

/** Logical lines ended by LF alone, and the physical line on which each begins. */
function join(bytes: Uint8Array): { joined: Uint8Array; starts: number[] } {
  const joined = new Uint8Array(bytes.length + 1)
  const starts = [1]
  let [size, physical, place] = [0, 1, 0]
  while (place < bytes.length) {
    const byte = bytes[place] ?? 0
    place += 1
    if (byte !== CR && byte !== LF) {
      joined[size++] = byte
      continue
    }
    // Some programs end a line with CR CR LF.
    if (byte === CR) {
      if (bytes[place] === CR && bytes[place + 1] === LF) place += 1
      if (bytes[place] === LF) place += 1
    }
    physical += 1
    const next = bytes[place]
    if (next === SPACE || next === TAB) place += 1
    else {
      joined[size++] = LF
      starts.push(physical)
    }
  }
  return { joined: joined.subarray(0, size), starts }
}

/** UTF-8; else CP949; else Latin-1, where no line is UTF-8 beyond ASCII. */
function textOf(bytes: Uint8Array): { text: string | null; findings: Finding[] } {
  const decoded = decode(bytes)
  const invalid = decoded.findings.some(({ code }) => code === 'encoding.invalid')
  if (decoded.text !== null || !invalid) return decoded
  const odd = oddLine(bytes)
  if (odd !== null)
    return { text: null, findings: [{ ...(decoded.findings[0] as Finding), ...odd }] }
  const params = { encoding: 'Latin-1' }
  return {
    text: iconv.decode(bytes as never, 'windows-1252'),
    findings: [{ code: 'encoding.guessed', severity: 'warning', params }],
  }
}

/** In a file of which some lines are UTF-8, the first that is not; null where none is. */
function oddLine(bytes: Uint8Array): { line: number } | null {
  let [begin, place, utf8] = [0, 0, false]
  let odd: number | null = null
  while (begin < bytes.length) {
    const found = bytes.indexOf(LF, begin)
    const end = found < 0 ? bytes.length : found
    const line = bytes.subarray(begin, end)
    if (line.some((byte) => byte >= 0x80)) {
      if (isUtf8(line)) utf8 = true
      else odd ??= place
    }
    begin = end + 1
    place += 1
  }
  return utf8 && odd !== null ? { line: odd } : null
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
    return true
  } catch {
    return false
  }
}

/** `oddLine` counts logical lines from 0. */
const placed = (finding: Finding, starts: readonly number[]): Finding => ({
  ...finding,
  ...{ line: starts[finding.line ?? 0] ?? 1, property: 'BEGIN' },
})
