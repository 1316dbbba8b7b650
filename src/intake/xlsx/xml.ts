// A part of a workbook as XML events: UTF-8, no DOCTYPE, not deep.

import { SaxesParser } from 'saxes'
import { Refusal, unreadable } from './refusal.ts'
import { decodePart, type Zip } from './zip.ts'

export type Attributes = Readonly<Record<string, string>>

/** Names come without their prefix: `x:row` is `row`. */
export interface Listener {
  open?(name: string, attributes: Attributes): void
  text?(text: string): void
  close?(name: string): void
}

export const MAX_XML_DEPTH = 64

export function readPart(zip: Zip, part: string, listener: Listener): void {
  const entry = zip.entries.get(part.toLowerCase())
  if (!entry) throw unreadable(part)
  const parser = parserFor(part, listener)
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: false })
  let isFirst = true
  decodePart(zip, entry, (piece) => {
    if (isFirst && piece.length > 0) {
      if (isUtf16(piece)) throw new Refusal('encoding.unsupported')
      isFirst = false
    }
    parser.write(decoded(decoder, piece))
  })
  parser.write(decoded(decoder)).close()
}

const isUtf16 = ([a, b]: Uint8Array): boolean =>
  (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff) || a === 0 || b === 0

function decoded(decoder: TextDecoder, piece?: Uint8Array): string {
  try {
    return piece ? decoder.decode(piece, { stream: true }) : decoder.decode()
  } catch {
    throw new Refusal('encoding.invalid')
  }
}

function parserFor(part: string, { open, text, close }: Listener): SaxesParser {
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', () => {
    throw unreadable(part)
  })
  parser.on('doctype', () => {
    throw new Refusal('xml.doctype', { params: { part } })
  })
  parser.on('xmldecl', ({ encoding }) => {
    if (encoding && !/^utf-?8$/i.test(encoding)) throw new Refusal('encoding.unsupported')
  })
  parser.on('opentag', ({ name, attributes }) => {
    depth += 1
    if (depth > MAX_XML_DEPTH) throw unreadable(part)
    open?.(local(name), attributes as Attributes)
  })
  parser.on('closetag', ({ name }) => {
    depth -= 1
    close?.(local(name))
  })
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  return parser
}

const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** `1` and `true`, as XML Schema has it. */
export const isTrue = (value: string | undefined): boolean => value === '1' || value === 'true'
