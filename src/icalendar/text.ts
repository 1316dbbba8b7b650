// Text as iCalendar wants it: clean, escaped, cut, folded.

import { clean } from '../schedule/clean.ts'

/** RFC 5545 §3.1: a physical line, without its CRLF. */
const MAX_LINE_OCTETS = 75

/** One line: line ends and runs of space become one space. */
export const oneLine = (text: string): string => clean(text).replace(/\s+/g, ' ').trim()

/** RFC 5545 §3.3.11. */
export const escapeText = (text: string): string =>
  clean(text)
    .replace(/[\\;,]/g, '\\$&')
    .replaceAll('\n', '\\n')

/** RFC 6868, quoted: a parameter's value may hold anything. */
export const quoteParameter = (text: string): string =>
  `"${clean(text).replaceAll('^', '^^').replaceAll('"', "^'").replaceAll('\n', '^n')}"`

/** RFC 3986 knows ASCII only, and RFC 5545 §3.3.13 does not escape a URI as text. */
export const encodeUri = (uri: string): string =>
  clean(uri)
    .trim()
    .replace(/[^\x21-\x7e]|["<>\\^`{|}]/gu, encodeURIComponent)

/** At most `units` UTF-16 units, never half a character, with … where something is missing. */
export function cut(text: string, units: number): string {
  if (text.length <= units) return text
  if (units < 1) return ''
  const kept = text.slice(0, units - 1)
  return `${/[\ud800-\udbff]$/.test(kept) ? kept.slice(0, -1) : kept}…`
}

/** One logical line as physical lines, each ended by CRLF; counted in octets, cut between characters. */
export function fold(line: string): string {
  if (line.length * 3 <= MAX_LINE_OCTETS) return `${line}\r\n`
  let folded = ''
  let octets = 0
  let from = 0
  // A whole feed passes here: places in the line are cheaper than its characters one by one.
  for (let place = 0; place < line.length; ) {
    const point = line.codePointAt(place) ?? 0
    const size = octetsOf(point)
    if (octets + size > MAX_LINE_OCTETS) {
      folded += `${line.slice(from, place)}\r\n `
      from = place
      octets = 1
    }
    octets += size
    place += point < 0x10000 ? 1 : 2
  }
  return `${folded}${line.slice(from)}\r\n`
}

const octetsOf = (point: number): number =>
  point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4
