// One event of a JSON file: its names, of Event or of the columns, and the types of its values.

import { FIELDS, type Field, meaningOf } from './column-meaning.ts'
import type { Finding, FindingCode } from './finding.ts'
import { type Given, type GivenLink, type GivenTranslation, splitList } from './given.ts'
import { pointerTo, shown } from './json-text.ts'
import { MAX_CELL_CHARS, MAX_COLUMNS, MAX_NAME_CHARS } from './limits.ts'
import { MAX_LINKS } from './links.ts'

type Kind = 'text' | 'yes-no' | 'number' | 'texts' | 'numbers'

/** Event's names beside the columns' own. */
const EVENT_NAMES: Readonly<Record<string, Field>> = Object.assign(Object.create(null), {
  ...{ externalId: 'external_id', timeTbd: 'time_tbd', soldOut: 'sold_out', allDay: 'all_day' },
  ...{ categories: 'category', gameNo: 'game_no', ticketOpensAt: 'ticket_opens_at' },
  ...{ alarms: 'alarm', startDate: 'start_date', endDate: 'end_date' },
})
const COLUMN_NAMES = new Set<string>(FIELDS)

const KINDS: Partial<Record<Field, Kind>> = {
  ...{ all_day: 'yes-no', time_tbd: 'yes-no', sold_out: 'yes-no' },
  ...{ game_no: 'number', latitude: 'number', longitude: 'number' },
  ...{ category: 'texts', tags: 'texts', store_group: 'texts', exdates: 'texts', alarm: 'numbers' },
}

/** Event's fields that Kalends alone decides: an answer of the API may be sent back as it came. */
const READ_ONLY = new Set(
  'partner calendar startsAt endsAt recurrenceId revision sequence updatedAt movedFrom'.split(' '),
)

export interface GivenEvent {
  given: Given
  findings: Finding[]
}

type Json = Record<string, unknown>
export const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** `at` is the event's place in `events`, from 0. */
export function givenEvent(event: Json, at: number): GivenEvent {
  const desk: Desk = {
    ...{ pointer: pointerTo('events', at), at, findings: [] },
    ...{ texts: new Map(), lists: new Map(), pointers: new Map(), translations: [] },
    ...{ links: undefined, extra: {} },
  }
  for (const [name, value] of Object.entries(event)) take(desk, name, value)
  // An answer of the API names by its UID an event that has no id of its own.
  if (typeof event.uid === 'string' && !desk.texts.get('external_id'))
    put(desk, 'external_id', event.uid, `${desk.pointer}/uid`)
  return { given: givenFrom(desk), findings: desk.findings }
}

interface Desk {
  pointer: string
  at: number
  findings: Finding[]
  texts: Map<Field, string>
  lists: Map<Field, string[]>
  pointers: Map<Field, string>
  translations: GivenTranslation[]
  links: GivenLink[] | undefined
  extra: Record<string, string>
}

function take(desk: Desk, name: string, value: unknown): void {
  const pointer = `${desk.pointer}${pointerTo(name)}`
  const field = EVENT_NAMES[name] ?? (COLUMN_NAMES.has(name) ? (name as Field) : undefined)
  if (field) takeField(desk, field, value, pointer)
  else if (name === 'uid') takeUid(desk, value, pointer)
  else if (name === 'location') takeLocation(desk, value, pointer)
  else if (name === 'links') takeLinks(desk, value, pointer)
  else if (name === 'translations') takeTranslations(desk, value, pointer)
  else if (name === 'overrides') takeOverrides(desk, value, pointer)
  else if (name === 'extra') takeExtra(desk, value, pointer)
  else if (!READ_ONLY.has(name)) takeOther(desk, name, value, pointer)
}

function takeUid(desk: Desk, value: unknown, pointer: string): void {
  if (value !== null && typeof value !== 'string') refuse(desk, 'json.type', pointer, value, 'text')
}

function takeOverrides(desk: Desk, value: unknown, pointer: string): void {
  if (!Array.isArray(value) || value.length > 0)
    refuse(desk, 'rrule.unsupported', pointer, value, '[]')
}

/** What a table had in columns that Kalends does not know. */
function takeExtra(desk: Desk, value: unknown, pointer: string): void {
  const texts = isObject(value) ? Object.entries(value) : null
  const fits = ([name, text]: [string, unknown]) =>
    name.length <= MAX_NAME_CHARS && typeof text === 'string' && text.length <= MAX_CELL_CHARS
  if (texts && texts.length <= MAX_COLUMNS && texts.every(fits))
    desk.extra = value as Record<string, string>
  else refuse(desk, 'json.type', pointer, value, '{name: text, …}')
}

/** `title_en`, or nothing that is known. */
function takeOther(desk: Desk, name: string, value: unknown, pointer: string): void {
  const meaning = /^[a-z]+_[a-z]{2}$/.test(name) ? meaningOf(name) : { unknown: true as const }
  if (!('translated' in meaning)) {
    const code = name === '__proto__' || name === 'constructor' ? 'json.key' : 'json.unknown_field'
    refuse(desk, code, pointer, name, '')
  } else if (value !== null && typeof value !== 'string')
    refuse(desk, 'json.type', pointer, value, 'text')
  else {
    const field = meaning.translated === 'venue' ? 'location' : meaning.translated
    const { language } = meaning
    desk.translations.push({ field, language, text: value ?? '', where: { pointer } })
  }
}

function takeField(desk: Desk, field: Field, value: unknown, pointer: string): void {
  const given = listOf(KINDS[field] ?? 'text', value)
  if (!given) {
    refuse(desk, 'json.type', pointer, value, KINDS[field] ?? 'text')
    return
  }
  const text = given.join(', ')
  if (text.length > MAX_CELL_CHARS)
    tooLong(desk, pointer, text, { length: text.length, limit: MAX_CELL_CHARS })
  put(desk, field, text, pointer, Array.isArray(value) ? given : undefined)
}

/** The value as texts, where its type is one that the field takes; null otherwise. */
function listOf(kind: Kind, value: unknown): string[] | null {
  if (value === null) return ['']
  if (typeof value === 'string') return [value]
  if (typeof value === 'boolean') return kind === 'yes-no' ? [String(value)] : null
  if (typeof value === 'number')
    return kind === 'number' || kind === 'numbers' ? [String(value)] : null
  const item = kind === 'texts' ? 'string' : kind === 'numbers' ? 'number' : null
  if (!item || !Array.isArray(value) || !value.every((each) => typeof each === item)) return null
  return value.map(String)
}

function put(desk: Desk, field: Field, text: string, pointer: string, list?: string[]): void {
  desk.texts.set(field, text)
  desk.pointers.set(field, pointer)
  desk.lists.set(field, list ?? splitList(text))
}

const LOCATION: Readonly<Record<string, Field>> = Object.assign(Object.create(null), {
  ...{ name: 'venue', address: 'address', region: 'region' },
  ...{ latitude: 'latitude', longitude: 'longitude' },
})

function takeLocation(desk: Desk, value: unknown, pointer: string): void {
  if (typeof value === 'string') {
    put(desk, 'venue', value, pointer)
    return
  }
  if (value !== null && !isObject(value)) {
    refuse(desk, 'json.type', pointer, value, '{name, address, …}')
    return
  }
  const given: Json = value ?? Object.fromEntries(Object.keys(LOCATION).map((key) => [key, null]))
  for (const [key, part] of Object.entries(given)) {
    const field = LOCATION[key]
    if (field) takeField(desk, field, part, `${pointer}${pointerTo(key)}`)
    else refuse(desk, 'json.unknown_field', `${pointer}${pointerTo(key)}`, key, '')
  }
}

function takeLinks(desk: Desk, value: unknown, pointer: string): void {
  if (value !== null && !Array.isArray(value)) {
    refuse(desk, 'json.type', pointer, value, '[{label, url}]')
    return
  }
  const links: GivenLink[] = []
  for (const [place, link] of (value ?? []).entries()) {
    const here = `${pointer}/${place}`
    if (!isObject(link) || typeof link.label !== 'string' || typeof link.url !== 'string')
      refuse(desk, 'json.type', here, link, '{label, url}')
    else
      links.push({
        ...{ label: link.label, labelAt: { pointer: `${here}/label` } },
        ...{ url: link.url, urlAt: { pointer: `${here}/url` } },
      })
  }
  if (links.length > MAX_LINKS)
    tooLong(desk, pointer, value, { length: links.length, limit: MAX_LINKS })
  desk.links = links
}

function takeTranslations(desk: Desk, value: unknown, pointer: string): void {
  if (value !== null && !isObject(value)) {
    refuse(desk, 'json.type', pointer, value, '{en: {title, …}}')
    return
  }
  for (const [language, texts] of Object.entries(value ?? {})) {
    const here = `${pointer}${pointerTo(language)}`
    if (!isObject(texts) || !/^[a-z]{2}$/.test(language)) {
      refuse(desk, 'json.type', here, texts, '{title, description, location}')
      continue
    }
    for (const [field, text] of Object.entries(texts)) {
      const where = { pointer: `${here}${pointerTo(field)}` }
      const known = field === 'title' || field === 'description' || field === 'location'
      if (!known) refuse(desk, 'json.unknown_field', where.pointer, field, '')
      else if (text !== null && typeof text !== 'string')
        refuse(desk, 'json.type', where.pointer, text, 'text')
      else desk.translations.push({ field, language, text: text ?? '', where })
    }
  }
}

function refuse(
  { findings }: Desk,
  code: FindingCode,
  pointer: string,
  value: unknown,
  wanted: string,
): void {
  const params: Record<string, string> = wanted ? { wanted, part: 'overrides' } : {}
  findings.push({ code, severity: 'error', pointer, value: shown(value), params })
}

function tooLong(
  { findings }: Desk,
  pointer: string,
  value: unknown,
  params: { length: number; limit: number },
): void {
  const told = { pointer, value: shown(value), params }
  findings.push({ code: 'field.too_long', severity: 'error', ...told })
}

const givenFrom = (desk: Desk): Given => ({
  row: desk.at + 1,
  pointer: desk.pointer,
  text: (field) => desk.texts.get(field),
  list: (field) => desk.lists.get(field),
  translations: desk.translations,
  links: desk.links,
  extra: desk.extra,
  where: (field) => ({ pointer: desk.pointers.get(field) ?? `${desk.pointer}/${field}` }),
})
