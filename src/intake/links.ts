// Links as partners write them: http and https only, percent-encoded, nothing that leads inside.

import { LINK_LABELS, type Link } from '../schedule/event.ts'
import type { Field } from './column-meaning.ts'
import type { FindingCode } from './finding.ts'
import type { Given, GivenLink, Notes, Where } from './given.ts'
import { MAX_NAME_CHARS } from './limits.ts'
import { lineText } from './lines.ts'

/** The column of each link that has one. */
export const LINK_FIELDS = {
  info: 'url',
  ticket: 'ticket_url',
  watch: 'watch_url',
  shop: 'shop_url',
} as const

/** More than these are a page of their own. */
export const MAX_LINKS = 20

/** All links of a row; absent when the file has no column for any. */
export function readLinks(given: Given, notes: Notes): { links?: Link[] } {
  const told = given.links ?? otherLinks(given, notes)
  const labelled = told?.map(({ label, labelAt, url, urlAt }) => ({
    ...{ label: readLabel(notes, labelAt, label), url, place: urlAt },
  }))
  const columns = LINK_LABELS.flatMap((label) => {
    const url = given.text(LINK_FIELDS[label])
    return url === undefined ? [] : [{ label, url, place: LINK_FIELDS[label] as Field | Where }]
  })
  if (!labelled && columns.length === 0) return {}
  const links: Link[] = []
  for (const { label, url, place } of [...(labelled ?? []), ...columns]) {
    const link = linkText(notes, place, url)
    if (link && !links.some((other) => other.label === label)) links.push({ label, url: link })
  }
  return { links }
}

const LABELLED = /^(.+):\s+(\S+)$/

/** A table's further links, `Label: https://…`, one a line. */
function otherLinks(given: Given, notes: Notes): GivenLink[] | undefined {
  const text = given.text('other_links')
  if (text === undefined) return undefined
  const place = given.where('other_links')
  const lines = text.split('\n').filter((line) => line.trim() !== '')
  if (lines.length > MAX_LINKS) {
    const params = { length: lines.length, limit: MAX_LINKS }
    notes.note('error', 'field.too_long', place, text, params)
    return []
  }
  return lines.flatMap((line) => {
    const [, label, url] = LABELLED.exec(line.trim()) ?? []
    if (label && url) return [{ label, labelAt: place, url, urlAt: place }]
    notes.note('error', 'field.invalid', place, line, { wanted: 'Label: https://…' })
    return []
  })
}

/** It stands in descriptions before its link. */
function readLabel(notes: Notes, place: Where, raw: string): string {
  const label = lineText(notes, place, raw, MAX_NAME_CHARS)
  if (label === null) notes.note('error', 'field.required', place)
  return label ?? ''
}

function linkText(notes: Notes, place: Field | Where, raw: string): string | null {
  if (raw.trim() === '') return null
  const found = readLink(raw)
  if ('url' in found) {
    if (found.repaired) notes.note('warning', 'url.invalid', place, raw, { read: found.url })
    return found.url
  }
  if (place === LINK_FIELDS.watch && CHANNEL.test(raw.trim())) {
    notes.note('warning', 'watch.no_link', place, raw)
    return null
  }
  const { code, suggestion = 'https://…' } = found
  const length = { length: raw.trim().length, limit: MAX_URL_CHARS }
  notes.note('error', code, place, raw, code === 'field.too_long' ? length : { suggestion })
  return null
}

/** Who broadcasts, where the page to watch it on is meant: `SPOTV`, `KBS N 스포츠, 티빙`. */
const CHANNEL = /^[\p{L}\p{N}][\p{L}\p{N}&+·,/|() -]{0,59}$/u

export type ReadLink =
  | { url: string; repaired: boolean }
  | {
      code: Extract<
        FindingCode,
        'url.scheme' | 'url.credentials' | 'url.invalid' | 'field.too_long'
      >
      suggestion?: string
    }

export const MAX_URL_CHARS = 2048

/** What a browser would encode silently, and what no address is written with. */
const ODD = /["<>\\^`{|}\s]/
const BARE_HOST = /^(?:www\.)?[a-z0-9가-힣-]+(?:\.[a-z0-9가-힣-]+)+(?:[/?#]|$)/i
const PRIVATE_IPV4 = /^(?:0|10|127|169\.254|192\.168|172\.(?:1[6-9]|2\d|3[01]))\./

export function readLink(raw: string): ReadLink {
  const text = raw.trim()
  if (text.length > MAX_URL_CHARS) return { code: 'field.too_long' }
  if (!/^https?:\/\//i.test(text))
    return BARE_HOST.test(text)
      ? { code: 'url.scheme', suggestion: `https://${text}` }
      : { code: 'url.scheme' }
  const url = parsed(text)
  if (!url) return { code: 'url.invalid' }
  if (url.username || url.password) return { code: 'url.credentials' }
  if (leadsInside(url.hostname)) return { code: 'url.invalid' }
  return { url: url.href, repaired: ODD.test(text) }
}

function parsed(text: string): URL | null {
  try {
    return new URL(text)
  } catch {
    return null
  }
}

/** A subscriber's phone has nothing to look for at addresses of somebody's own network. */
const leadsInside = (host: string): boolean =>
  host.startsWith('[') || PRIVATE_IPV4.test(host) || /(?:^|\.)localhost\.?$/.test(host)
