// A row's words as facts: the one reader behind every form of file.

import { MAX_TITLE_UNITS, type Translation } from '../schedule/event.ts'
import type { Row, SaidFacts } from '../schedule/row.ts'
import { readAudience } from './audiences.ts'
import type { DateContext } from './dates.ts'
import {
  readAlarms,
  readCoordinates,
  readGameNo,
  readLanguage,
  readTicketOpening,
} from './details.ts'
import type { Finding } from './finding.ts'
import { type Given, type Notes, notesOn, quoted, type Where } from './given.ts'
import { MAX_CELL_CHARS, MAX_NAME_CHARS } from './limits.ts'
import { line, lineText, paragraph } from './lines.ts'
import { readLinks } from './links.ts'
import { readRepetition } from './repetition.ts'
import type { KnownAudience } from './row.ts'
import { readSlot } from './slots.ts'
import { readStatus, readYesNo } from './statuses.ts'
import { readTeams, type Teams } from './teams.ts'
import { cleanLine, cleanParagraph } from './text.ts'

export interface RowContext extends DateContext {
  timezone: string
  /** Whose calendar it is, for files that name only the opponent. */
  team?: string | undefined
  audiences?: readonly KnownAudience[]
}

export interface ReadRow {
  /** Null when the row has an error, or a question that must be answered first. */
  row: Row | null
  findings: Finding[]
  /** Where its id stands, or would. */
  idAt?: Where
}

export function readRow(given: Given, context: RowContext): ReadRow {
  const notes = notesOn(given)
  const state = readState(given, notes)
  const externalId = readId(given, notes)
  const idAt = given.where('external_id')
  if (state.removed && externalId) {
    const row: Row = { ...placeOf(given), removed: true, facts: { externalId } }
    return { row: notes.hasError() ? null : row, findings: notes.findings, idAt }
  }
  const { versus, asksFor, ...teams } = readTeams(given, notes, context.team)
  if (asksFor) return { row: null, findings: [...notes.findings, teamUnknown(given)], idAt }
  const title = readTitle(given, notes, { ...teams, versus })
  const slot = readSlot(given, notes, context)
  const facts: SaidFacts = {
    ...(externalId === undefined ? {} : { externalId }),
    ...readKind(given, notes),
    ...(title === null ? {} : { title }),
    ...teams,
    ...(slot ?? {}),
    ...readSoldOut(given, notes, state),
    ...readText(given, notes, state),
    ...readLists(given, notes),
    ...readPlace(given, notes),
    ...readGameNo(given, notes),
    ...readLinks(given, notes),
    ...readTicketOpening(given, notes, { ...context, ...slot }),
    ...readAlarms(given, notes),
    ...readLanguage(given, notes),
    ...readAudience(given, notes, context.audiences),
    ...(slot ? readRepetition(given, notes, slot, context) : {}),
    ...readTranslations(given, notes),
    ...readExtra(given, notes),
  }
  const complete = slot !== null && title !== null && !notes.hasError()
  const row: Row = { ...placeOf(given), removed: state.removed, ...statusOf(state), facts }
  return { row: complete ? row : null, findings: notes.findings, idAt }
}

const teamUnknown = (given: Given): Finding => ({
  ...{ code: 'team.unknown', severity: 'question', ...given.where('opponent') },
  value: quoted(given.text('opponent') ?? ''),
})

const placeOf = ({ row, pointer }: Given) => ({ row, ...(pointer ? { pointer } : {}) })

interface State {
  /** Absent when the file has no status column. */
  status?: Row['status']
  soldOut?: boolean
  removed: boolean
  reason: string | null
}

function readState(given: Given, notes: Notes): State {
  const text = given.text('status')
  if (text === undefined) return { removed: false, reason: null }
  const found = readStatus(text)
  if (found) return found
  notes.note('error', 'status.unknown', 'status', text)
  return { removed: false, reason: null }
}

const statusOf = ({ status }: State) => (status ? { status } : {})

/** Characters that an id may have without being looked at twice. */
const USUAL_ID = /^[\p{L}\p{N}][\p{L}\p{N} ._:@+~()[\]-]*$/u

function readId(given: Given, notes: Notes): string | undefined {
  const raw = given.text('external_id')
  if (!raw?.trim()) return undefined
  const { text, faults } = cleanLine(raw)
  for (const { code, severity } of faults)
    notes.note(severity, code === 'field.control_char' ? 'uid.invalid' : code, 'external_id', raw)
  if (text.length > MAX_NAME_CHARS)
    notes.note('error', 'field.too_long', 'external_id', text, {
      ...{ length: text.length, limit: MAX_NAME_CHARS },
    })
  else if (!USUAL_ID.test(text) || text in Object.prototype)
    notes.note('warning', 'uid.invalid', 'external_id', text)
  return text.normalize('NFC') || undefined
}

function readTitle(
  given: Given,
  notes: Notes,
  teams: Pick<Teams, 'home' | 'away'> & { versus: string | undefined },
) {
  const { title } = line(given, notes, 'title', MAX_CELL_CHARS)
  if (title) {
    if (title.length > MAX_TITLE_UNITS)
      notes.note('warning', 'field.shortened', 'title', title, {
        ...{ length: title.length, limit: MAX_TITLE_UNITS },
      })
    return title
  }
  if (teams.home && teams.away) return `${teams.home} vs ${teams.away}`
  if (teams.versus) return teams.versus
  notes.note('error', 'field.required', 'title')
  return null
}

function readKind(given: Given, notes: Notes): { kind?: string } {
  const { kind } = line(given, notes, 'kind')
  return kind ? { kind } : {}
}

function readSoldOut(given: Given, notes: Notes, state: State): { soldOut?: boolean } {
  const text = given.text('sold_out')
  if (text === undefined) return state.soldOut === undefined ? {} : { soldOut: state.soldOut }
  const found = readYesNo(text)
  if (found === null) notes.note('error', 'field.invalid', 'sold_out', text, { wanted: 'yes / no' })
  return { soldOut: found === true || state.soldOut === true }
}

function readText(given: Given, notes: Notes, state: State): SaidFacts {
  const { reason } = line(given, notes, 'reason', MAX_CELL_CHARS)
  const told = reason || state.reason
  return {
    ...paragraph(notes, 'description', given.text('description')),
    ...line(given, notes, 'result'),
    ...(told || reason !== undefined ? { reason: told ?? null } : {}),
  }
}

function readLists(given: Given, notes: Notes): { categories?: string[]; tags?: string[] } {
  const items = (field: 'category' | 'tags' | 'store_group') =>
    given.list(field)?.flatMap((raw) => {
      const text = lineText(notes, field, raw, MAX_NAME_CHARS)?.replace(/^[#\s]+/, '')
      return text ? [text] : []
    })
  const [categories, tags, groups] = [items('category'), items('tags'), items('store_group')]
  return {
    ...(categories ? { categories: [...new Set(categories)] } : {}),
    ...(tags || groups ? { tags: [...new Set([...(tags ?? []), ...(groups ?? [])])] } : {}),
  }
}

function readPlace(given: Given, notes: Notes): { location?: SaidFacts['location'] } {
  const { venue } = line(given, notes, 'venue', MAX_CELL_CHARS)
  const place = {
    ...(venue === undefined ? {} : { name: venue }),
    ...line(given, notes, 'address', MAX_CELL_CHARS),
    ...line(given, notes, 'region'),
    ...readCoordinates(given, notes),
  }
  return Object.keys(place).length > 0 ? { location: place } : {}
}

function readTranslations(given: Given, notes: Notes): Pick<SaidFacts, 'translations'> {
  if (given.translations.length === 0) return {}
  const translations: Record<string, { [field in keyof Translation]?: string | null }> = {}
  for (const { field, language, text, where } of given.translations) {
    translations[language] ??= {}
    translations[language][field] =
      field === 'description'
        ? (paragraph(notes, where, text).description ?? null)
        : lineText(notes, where, text, MAX_CELL_CHARS)
  }
  return { translations }
}

const extraAt = ({ row, pointer }: Given, name: string): Where =>
  pointer ? { pointer: `${pointer}/extra` } : { row, column: name }

/** Columns that Kalends does not know are kept as they are, and never get into a feed. */
function readExtra(given: Given, notes: Notes): { extra?: Record<string, string> } {
  const entries = Object.entries(given.extra)
  if (entries.length === 0) return {}
  const kept = entries.flatMap(([name, raw]): [string, string][] => {
    const { text, faults } = cleanParagraph(raw)
    for (const { code, severity } of faults) notes.note(severity, code, extraAt(given, name), raw)
    return text ? [[name, text]] : []
  })
  return { extra: Object.fromEntries(kept) }
}
