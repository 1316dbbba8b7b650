// What a reporter may say, and in which form it is kept: text stays text, and links are web links.

import { readLink } from '../intake/links.ts'
import { Problem } from '../problem.ts'
import { dateOf } from '../schedule/event.ts'
import type { ReportKind, Suggestion } from '../storage/reports.ts'

export const MAX_NOTE_CHARS = 1000
export const MAX_TEXT_CHARS = 255
export const MAX_SOURCE_CHARS = 500

/** As it was given, of the right types and lengths. */
export interface Given {
  uid: string | null
  kind: ReportKind
  suggestion: { [field in keyof Suggestion]?: string | undefined }
  note: string | null
  source: string | null
}

export interface Statement {
  uid: string | null
  kind: ReportKind
  suggestion: Suggestion
  note: string | null
  sourceUrl: string | null
}

const EVENT_FIELDS = ['start', 'end', 'title', 'location', 'status', 'happening'] as const
const FIELDS: Record<ReportKind, readonly (keyof Suggestion)[]> = {
  time: ['start', 'end', 'happening'],
  cancelled: ['status', 'happening'],
  missing: ['start', 'end', 'title', 'location'],
  other: EVENT_FIELDS,
}

/** Throws `invalid_request`, naming the field, for what cannot be acted upon. */
export function statementOf(given: Given): Statement {
  const { uid, kind } = given
  if (kind === 'missing' && uid !== null) throw refused('/uid', uid, '–')
  if (kind !== 'missing' && uid === null) throw refused('/uid', '–', 'UID')
  const suggestion = suggestionOf(given)
  const [note, sourceUrl] = [noteOf(given.note), sourceOf(given.source)]
  const says = { ...suggestion, note, sourceUrl }
  if (kind === 'missing' && !says.title) throw refused('/suggestion/title', '–', 'title')
  if (kind === 'missing' && !says.start) throw refused('/suggestion/start', '–', DATES)
  if (kind === 'time' && !says.start && !says.end && !note && !sourceUrl)
    throw refused('/suggestion/start', '–', `${DATES}, note, source`)
  if (kind === 'other' && !note && Object.keys(suggestion).length === 0)
    throw refused('/note', '–', `note, suggestion`)
  return { uid, kind, suggestion, note, sourceUrl }
}

function suggestionOf({ kind, suggestion }: Given): Suggestion {
  const said: Suggestion = {}
  for (const field of EVENT_FIELDS) {
    const value = suggestion[field]?.trim()
    if (!value) continue
    const place = `/suggestion/${field}`
    if (!FIELDS[kind].includes(field)) throw refused(place, value, FIELDS[kind].join(', '))
    if (field === 'start' || field === 'end') said[field] = momentOf(place, value)
    else if (field === 'happening') said.happening = dateOf(momentOf(place, value))
    else if (field === 'status') said.status = statusOf(place, value)
    else said[field] = lineOf(value).slice(0, MAX_TEXT_CHARS)
  }
  if (said.start && said.end && said.end.slice(0, said.start.length) < said.start)
    throw refused('/suggestion/end', said.end, `≥ ${said.start}`)
  return kind === 'cancelled' ? { status: 'cancelled', ...said } : said
}

const DATES = '2026-04-01, 2026-04-01T18:30'
const MOMENT = /^(\d{4}-\d\d-\d\d)(?:T([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d))?)?$/

/** A date, or a date and a time to the second. */
function momentOf(place: string, value: string): string {
  const [, date = '', hour, minute, second = '00'] = MOMENT.exec(value) ?? []
  const day = new Date(`${date}T00:00:00Z`)
  const isDay = !Number.isNaN(day.getTime()) && day.toISOString().startsWith(date)
  if (!date || !isDay) throw refused(place, value, DATES)
  return hour === undefined ? date : `${date}T${hour}:${minute}:${second}`
}

function statusOf(place: string, value: string): 'cancelled' | 'postponed' {
  if (value === 'cancelled' || value === 'postponed') return value
  throw refused(place, value, 'cancelled, postponed')
}

/** Of one line, without what no eye sees. */
const lineOf = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]+/gu, ' ')
    .trim()

function noteOf(note: string | null): string | null {
  const lines = (note ?? '').replace(/\r\n?/g, '\n').split('\n').map(lineOf)
  const text = lines
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
  return text === '' ? null : text.slice(0, MAX_NOTE_CHARS)
}

function sourceOf(source: string | null): string | null {
  if (!source?.trim()) return null
  const wanted = `https://…, ≤ ${MAX_SOURCE_CHARS}`
  const read = readLink(source.trim())
  if (!('url' in read) || read.url.length > MAX_SOURCE_CHARS)
    throw refused('/source', source, wanted)
  return read.url
}

const refused = (place: string, found: string, wanted: string): Problem =>
  new Problem('invalid_request', { place, found: found.slice(0, 80), wanted })
