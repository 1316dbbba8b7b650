// A partner's file, whatever it is: told by its bytes, decoded, read.

import { readCsv } from './csv.ts'
import { decode, unreadableCell, unreadableLine } from './encoding.ts'
import type { Finding, FindingCode } from './finding.ts'
import { gathered } from './gathered.ts'
import { readIcs } from './ics/read-ics.ts'
import { readJson } from './json.ts'
import type { Reading, ReadingContext } from './row.ts'
import { readXlsx } from './xlsx/read-xlsx.ts'

export function readFile(
  bytes: Uint8Array,
  filename: string | null,
  context: ReadingContext,
): Reading {
  const format = formatNamed(filename)
  if (bytes.length === 0) return refused(format, [{ code: 'file.empty', severity: 'error' }])
  if (isCalendar(bytes, filename)) return readIcs(bytes, context)
  if (isWorkbook(bytes, filename)) return readXlsx(bytes, context)
  const other = otherKind(bytes, filename)
  if (other) return refused(format, [other])
  const { text, findings } = decode(bytes)
  if (text === null) return refused(format, located(bytes, findings, format))
  if (isCalendarText(text))
    return refused('ics', [{ code: 'encoding.unsupported', severity: 'error' }])
  if (isJson(text, filename)) return withFindings(findings, readJson(text, context))
  return withFindings(findings, readCsv(text, context))
}

const formatNamed = (filename: string | null): Reading['format'] => {
  const [, ending] = /\.(json|ics|xlsx)$/i.exec(filename ?? '') ?? []
  return (ending?.toLowerCase() as Reading['format'] | undefined) ?? 'csv'
}

const WORKBOOK_NAME = /\.xls[xm]$/i

/** A ZIP under a workbook's name, or under none. */
const isWorkbook = (bytes: Uint8Array, filename: string | null): boolean =>
  bytes[0] === 0x50 &&
  bytes[1] === 0x4b &&
  (WORKBOOK_NAME.test(filename ?? '') || !/\.\w{2,5}$/.test(filename ?? ''))

const BYTES_OF_HEAD = 1000
const UTF16_MARKS = [0xfe, 0xff]

/** By its content, or by its name where nothing speaks against it. */
function isCalendar(bytes: Uint8Array, filename: string | null): boolean {
  if (/\.csv$/i.test(filename ?? '') || UTF16_MARKS.includes(bytes[0] ?? 0)) return false
  // Latin-1 keeps every byte, whatever the file's encoding.
  const head = String.fromCharCode(...bytes.subarray(0, BYTES_OF_HEAD)).replace(
    /^\u00ef\u00bb\u00bf/,
    '',
  )
  if (isCalendarText(head)) return true
  if (/\.(?:ics|ical|ifb|icalendar)$/i.test(filename ?? '')) return !otherKind(bytes, filename)
  return !/\.\w{2,5}$/.test(filename ?? '') && /[\r\n]BEGIN:VCALENDAR[\r\n]/.test(head)
}

const isCalendarText = (text: string): boolean =>
  /^\s*BEGIN:VCALENDAR/i.test(text.slice(0, BYTES_OF_HEAD))

const refused = (format: Reading['format'], findings: Finding[]): Reading =>
  gathered(format, { rowCount: 0, read: [], findings })

const withFindings = (findings: readonly Finding[], reading: Reading): Reading => ({
  ...reading,
  findings: [...findings, ...reading.findings],
})

/** Bytes that no encoding explains are told by their row and column. */
function located(bytes: Uint8Array, findings: Finding[], format: Reading['format']): Finding[] {
  if (findings[0]?.code !== 'encoding.invalid') return findings
  const json = format === 'json' || bytes[0] === OPENING_BRACE
  const place = json ? { line: unreadableLine(bytes) } : unreadableCell(bytes)
  return findings.map((finding) => ({ ...finding, ...place }))
}

const OPENING_BRACE = 0x7b

const isJson = (text: string, filename: string | null): boolean => {
  if (/\.(?:csv|tsv|txt)$/i.test(filename ?? '')) return false
  return /\.json$/i.test(filename ?? '') || /^\s*[{[]/.test(text.slice(0, 1000))
}

/** What files of other kinds begin with. */
const SIGNATURES: readonly { name: string; extension: RegExp; bytes: number[] }[] = [
  { name: 'XLSX', extension: WORKBOOK_NAME, bytes: [0x50, 0x4b, 0x03, 0x04] },
  { name: 'XLS', extension: /\.xls$/i, bytes: [0xd0, 0xcf, 0x11, 0xe0] },
  { name: 'PDF', extension: /\.pdf$/i, bytes: [0x25, 0x50, 0x44, 0x46] },
  { name: 'PNG', extension: /\.png$/i, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { name: 'JPEG', extension: /\.jpe?g$/i, bytes: [0xff, 0xd8, 0xff] },
  { name: 'gzip', extension: /\.gz$/i, bytes: [0x1f, 0x8b] },
  {
    name: 'iCalendar',
    extension: /\.ics$/i,
    bytes: [...'BEGIN:VCALENDAR'].map((c) => c.charCodeAt(0)),
  },
]

/** What servers send instead of a file, and what some call XLS. */
const HTML = /^\s*<(?:!doctype|html|head|body|meta|table|\?xml)\b/i

/** Of a file's first bytes, how many may be control characters before it is no text. */
const LOOKED_AT_BYTES = 4096
const CONTROL_PERCENT = 5

function otherKind(bytes: Uint8Array, filename: string | null): Finding | null {
  const start = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0
  const kind = SIGNATURES.find(({ bytes: wanted }) =>
    wanted.every((byte, place) => bytes[start + place] === byte),
  )
  const finding = (code: FindingCode, found: string): Finding => ({
    ...{ code, severity: 'error', value: found, params: { found } },
  })
  if (kind?.name === 'XLS' && (!filename || WORKBOOK_NAME.test(filename)))
    return { code: 'file.encrypted', severity: 'error' }
  if (kind) {
    const named = !filename || kind.extension.test(filename) || !/\.\w{2,5}$/.test(filename)
    return finding(named ? 'file.unsupported' : 'file.type_mismatch', kind.name)
  }
  const head = bytes.subarray(start, LOOKED_AT_BYTES)
  if (WORKBOOK_NAME.test(filename ?? '')) return finding('file.type_mismatch', 'text')
  if (HTML.test(String.fromCharCode(...head.subarray(0, 200))))
    return finding('file.type_mismatch', 'HTML')
  return isBinary(head) ? finding('file.type_mismatch', 'binary') : null
}

function isBinary(head: Uint8Array): boolean {
  // NUL is UTF-16's business.
  const controls = head.reduce(
    (count, byte) => count + (byte !== 0 && byte < 0x20 && !(byte >= 9 && byte <= 13) ? 1 : 0),
    0,
  )
  return head.length > 64 && controls * 100 > head.length * CONTROL_PERCENT
}
