// Text as people paste it: what must not get through is refused or taken out, and always said.

import type { FindingCode, Severity } from './finding.ts'
import { MAX_COMBINING_MARKS } from './limits.ts'

export interface TextFault {
  code: FindingCode
  severity: Severity
}

export interface CleanText {
  text: string
  faults: TextFault[]
}

/** Most cells by far: nothing in them that needs a second look. */
const PLAIN = /^[\x20-\x7e\u00c0-\u024f\uac00-\ud7a3]*$/

// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not get through
const CONTROLS = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u2028\u2029]/
/** Overrides of direction, zero widths, non-characters; not the joiners that emoji are made with. */
const INVISIBLE =
  /[\u00ad\u180e\u200b\u2060\u202a-\u202e\u2066-\u2069\ufeff\ufff9-\ufffb\ufdd0-\ufdef]|[\ufffe\uffff]|[\u{1fffe}\u{1ffff}\u{2fffe}\u{2ffff}\u{3fffe}\u{3ffff}\u{10fffe}\u{10ffff}]/gu
/** Tag characters spell invisible text; only the flags of England, Scotland and Wales need them. */
const TAGS = /(\u{1f3f4}[\u{e0020}-\u{e007e}]{1,8}\u{e007f})|[\u{e0000}-\u{e007f}]/gu
const STACKED = new RegExp(`(\\p{M}{${MAX_COMBINING_MARKS}})\\p{M}+`, 'gu')

/** One line: a title, a name, a place. */
export function cleanLine(raw: string): CleanText {
  if (PLAIN.test(raw)) return { text: raw.trim(), faults: [] }
  const faults: TextFault[] = []
  if (raw.includes('\t')) faults.push({ code: 'field.control_char', severity: 'warning' })
  const text = cleaned(raw.replaceAll('\t', ' '), faults)
  if (/[\r\n]/.test(text)) faults.push({ code: 'field.newline', severity: 'error' })
  return { text, faults }
}

/** Several lines: a description. Line ends come out as \n. */
export function cleanParagraph(raw: string): CleanText {
  const faults: TextFault[] = []
  return { text: cleaned(raw, faults).replace(/\r\n?/g, '\n'), faults }
}

function cleaned(raw: string, faults: TextFault[]): string {
  if (!raw.isWellFormed()) faults.push({ code: 'encoding.invalid', severity: 'error' })
  if (CONTROLS.test(raw)) faults.push({ code: 'field.control_char', severity: 'error' })
  if (raw.includes('\ufffd'))
    faults.push({ code: 'encoding.replacement_char', severity: 'warning' })
  const visible = raw
    .replace(INVISIBLE, '')
    .replace(TAGS, (_, flag: string | undefined) => flag ?? '')
    .replace(STACKED, '$1')
  const text = visible.trim()
  if (text === '' && raw.trim() !== '') faults.push({ code: 'field.blank', severity: 'warning' })
  else if (visible !== raw) faults.push({ code: 'field.invisible_char', severity: 'warning' })
  return text
}
