// What a VEVENT says in words: title, text, place, categories, link, status.

import { type Link, type Location, MAX_TITLE_UNITS, type Status } from '../../schedule/event.ts'
import { audienceNamed } from '../audiences.ts'
import type { Notes, Where } from '../given.ts'
import { MAX_CELL_CHARS, MAX_NAME_CHARS } from '../limits.ts'
import { lineText, paragraph } from '../lines.ts'
import { readLink } from '../links.ts'
import type { KnownAudience } from '../row.ts'
import type { Component } from './components.ts'
import { descriptionParts, unmarked } from './our-marks.ts'
import { type Notebook, type Place, type Property, propertiesOf, propertyOf } from './property.ts'
import { listItems, readText } from './values.ts'

export interface Texts {
  /** Null where there is none, which has been noted. */
  title: string | null
  /** Absent: STATUS says nothing. */
  status?: Status
  soldOut?: boolean
  timeTbd: boolean
  description: string | null
  reason?: string | null
  location: Partial<Location>
  categories: string[]
  links: Link[]
  /** Absent: nothing is said of it. */
  audience?: string | null
}

export interface TextContext {
  notes: Notebook
  /** A feed of ours: what it put on is taken off. */
  ours: boolean
  audiences?: readonly KnownAudience[]
}

export function readTexts(vevent: Component, context: TextContext): Texts {
  const { ours, notes } = context
  const one = (name: string) => propertyOf(vevent, name, notes, 'warning')
  const summary = line(one('SUMMARY'), context)
  const marks = ours && summary ? unmarked(summary) : null
  const title = marks ? marks.title : summary
  if (!title) notes.note('error', 'field.required', { name: 'SUMMARY', at: vevent.at })
  else if (title.length > MAX_TITLE_UNITS) shortened(title, one('SUMMARY'), notes)
  const text = describedText(one('DESCRIPTION'), context)
  const parts = ours && text !== null ? descriptionParts(text) : null
  const link = linkOf(one('URL'), notes)
  return {
    ...{ title, timeTbd: marks?.timeTbd ?? false, ...statusOf(one('STATUS'), marks, notes) },
    ...(ours ? { soldOut: marks?.soldOut ?? false, reason: parts?.reason ?? null } : {}),
    description: (parts ? parts.description : text) || null,
    location: placeOf(one('LOCATION'), one('GEO'), context),
    categories: categoriesOf(vevent, context),
    links: parts && parts.links.length > 0 ? parts.links : link,
    ...audienceOf(one('X-KALENDS-AUDIENCE'), context),
  }
}

/** Whoever sends it: what was said to be for an audience is published for nobody else. */
function audienceOf(property: Property | null, { notes, audiences }: TextContext) {
  if (!property) return {}
  return { audience: audienceNamed(property.value, audiences, notesAs(notes, property), HERE) }
}

/** As the other readers of texts write their notes. */
const notesAs = ({ note, findings }: Notebook, { name, at }: Place): Notes => ({
  findings,
  note: (severity, code, _place, value, params) =>
    note(severity, code, { name, at }, value, params),
  hasError: () => findings.some(({ severity }) => severity === 'error'),
})

const HERE: Where = {}

function unescaped(property: Property, notes: Notebook): string {
  const { text, odd } = readText(property.value)
  if (odd !== null) notes.note('warning', 'ics.escape', property, odd)
  return text
}

/** Line ends within a title or a name are spaces to iCalendar's own programs. */
function line(property: Property | null, { notes }: TextContext, most = MAX_CELL_CHARS) {
  if (!property) return null
  const text = unescaped(property, notes).replace(/\s*[\r\n]+\s*/g, ' ')
  return lineText(notesAs(notes, property), HERE, text, most)
}

function shortened(title: string, property: Property | null, notes: Notebook): void {
  const params = { length: title.length, limit: MAX_TITLE_UNITS }
  if (property) notes.note('warning', 'field.shortened', property, title, params)
}

function describedText(property: Property | null, { notes }: TextContext): string | null {
  if (!property) return null
  return paragraph(notesAs(notes, property), HERE, unescaped(property, notes)).description ?? null
}

function statusOf(
  property: Property | null,
  marks: ReturnType<typeof unmarked> | null,
  notes: Notebook,
): { status?: Status } {
  if (marks?.status) return { status: marks.status }
  const word = property?.value.trim().toUpperCase() ?? ''
  if (word === 'CANCELLED' || word === 'CANCELED') return { status: 'cancelled' }
  if (word === 'TENTATIVE') return marks?.timeTbd ? {} : { status: 'tentative' }
  if (property && word !== 'CONFIRMED')
    notes.note('warning', 'ics.value', property, property.value, { read: 'CONFIRMED' })
  return { status: 'confirmed' }
}

/** Apple writes the name on the first line and the address below it. */
function placeOf(
  location: Property | null,
  geo: Property | null,
  { notes }: TextContext,
): Partial<Location> {
  const lines = location ? unescaped(location, notes).split(/[\r\n]+/) : []
  const [name = '', ...rest] = lines.map((text) => text.trim()).filter(Boolean)
  const told = (text: string) =>
    location && text ? lineText(notesAs(notes, location), HERE, text, MAX_CELL_CHARS) : null
  const point = geo ? pointOf(geo, notes) : null
  return {
    ...{ name: told(name), address: told(rest.join(', ')), region: null },
    ...{ latitude: point?.[0] ?? null, longitude: point?.[1] ?? null },
  }
}

const GEO = /^([+-]?\d{1,3}(?:\.\d{1,20})?)\\?;\s*([+-]?\d{1,3}(?:\.\d{1,20})?)$/

function pointOf(geo: Property, notes: Notebook): [number, number] | null {
  const found = GEO.exec(geo.value.trim())
  const [latitude, longitude] = [Number(found?.[1]), Number(found?.[2])]
  if (found && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180) return [latitude, longitude]
  notes.note('warning', 'field.invalid', geo, geo.value, { wanted: '37.56;126.97' })
  return null
}

function categoriesOf(vevent: Component, { notes }: TextContext): string[] {
  const names = propertiesOf(vevent, 'CATEGORIES', notes).flatMap((property) =>
    listItems(property.value).flatMap((item) => {
      const text = readText(item).text.replace(/\s*[\r\n]+\s*/g, ' ')
      return (
        lineText(notesAs(notes, property), HERE, text.replace(/^[#\s]+/, ''), MAX_NAME_CHARS) ?? []
      )
    }),
  )
  return [...new Set(names)]
}

/** What runs as a program is refused; what merely leads nowhere is left out. */
const PROGRAM = /^\s*(?:javascript|data|vbscript|file|blob)\s*:/i

function linkOf(property: Property | null, notes: Notebook): Link[] {
  const text = property?.value.trim() ?? ''
  if (!property || text === '') return []
  const found = readLink(text)
  if ('url' in found) return [{ label: 'info', url: found.url }]
  const severity = PROGRAM.test(text) ? 'error' : 'warning'
  notes.note(severity, found.code, property, text, { suggestion: found.suggestion ?? 'https://…' })
  return []
}
