// What a person said by hand of an event: it holds against every later file, which is told so.

import type { EventState, Facts, Location, Override, Translation } from './event.ts'
import { laidFacts } from './lay.ts'
import { startsAmong } from './recurrence.ts'
import type { Row, SaidFacts } from './row.ts'
import { same } from './same.ts'

/** A file that says something else than what was said by hand. */
export interface Conflict {
  uid: string
  row: Row
  /** A field of the facts, a part such as `location.name`, or `removed`. */
  field: string
  kept: unknown
  offered: unknown
}

/** When an event is: of these, one without the others would be nonsense, so `start` locks them all. */
export const SLOT = ['start', 'end', 'allDay', 'timeTbd', 'timezone', 'rrule'] as const
const inSlot = (field: string): boolean => (SLOT as readonly string[]).includes(field)

/** Says that the event is none: neither a field nor part of one. */
export const REMOVED = 'removed'

/** The lock that holds a field, or a part of one. */
export const lockOf = (field: string): string => (inSlot(field) ? 'start' : field)

/** The locks that are left when, for these fields, the file or a person says that they go. */
export function withoutLocks(locked: readonly string[], gone: readonly string[]): string[] {
  const names = new Set(gone.map(lockOf))
  // The whole of a field stands for its parts.
  return locked.filter((lock) => !names.has(lock) && !names.has(lock.split('.')[0] ?? ''))
}

export interface Laid {
  facts: Facts
  locked: string[]
  conflicts: Conflict[]
}

/** An event's facts after a row spoke of it, with what was said by hand as it was. */
export function laidUnderLocks(
  before: EventState,
  row: Row,
  takeFile: ReadonlySet<string> = new Set(),
): Laid {
  const locked = locksLeft(before, takeFile)
  const offered = laidFacts(before, row)
  if (locked.length === 0) return { facts: offered, locked, conflicts: [] }
  const laid = laidFacts(before, withoutLocked(row, locked))
  const facts = held(before.facts, laid, locked)
  const conflicts = locked.flatMap((lock) => conflictOf(lock, before, { offered, row }))
  return { ...anchored(facts, locked), conflicts }
}

export function locksLeft({ uid, locked }: EventState, takeFile: ReadonlySet<string>): string[] {
  if (locked.length === 0 || takeFile.size === 0) return locked
  const gone = [...takeFile].flatMap((named) =>
    named.startsWith(`${uid}/`) ? [named.slice(uid.length + 1)] : [],
  )
  return withoutLocks(locked, gone)
}

/** The row without what it says of locked fields; what would follow from that does not either. */
function withoutLocked(row: Row, locked: readonly string[]): Row {
  const facts: SaidFacts = { ...row.facts }
  const { status, ...rest } = row
  for (const lock of locked) {
    if (lock === 'start') for (const field of SLOT) delete facts[field]
    else if (!lock.includes('.')) delete facts[lock as keyof SaidFacts]
  }
  return { ...rest, ...(status && !locked.includes('status') ? { status } : {}), facts }
}

function held(before: Facts, laid: Facts, locked: readonly string[]): Facts {
  const facts: Facts = { ...laid }
  const keep = <K extends keyof Facts>(field: K) => {
    facts[field] = before[field]
  }
  for (const lock of locked) {
    const [field = '', part = '', last] = lock.split('.')
    // Of a series, the dates taken back and the happenings that differ are told by its starts.
    if (field === 'start') for (const each of [...SLOT, 'exdates'] as const) keep(each)
    else if (field === 'location' && part) facts.location = locationWith(before, facts, part)
    else if (field === 'translations' && last)
      facts.translations = translationsWith(before, facts, [part, last])
    else if (field === 'overrides' && part) facts.overrides = overridesWith(before, facts, part)
    else if (field in before) keep(field as keyof Facts)
  }
  return facts
}

function locationWith(before: Facts, { location }: Facts, part: string): Location | null {
  const key = part as keyof Location
  const none = { name: null, address: null, latitude: null, longitude: null, region: null }
  const after = { ...none, ...location, [key]: before.location?.[key] ?? null }
  return Object.values(after).every((value) => value === null) ? null : after
}

function translationsWith(
  before: Facts,
  { translations }: Facts,
  [language, field]: [string, string],
): Facts['translations'] {
  const key = field as keyof Translation
  const { [key]: _, ...texts } = translations[language] ?? {}
  const kept = before.translations[language]?.[key]
  const after = { ...texts, ...(kept === undefined ? {} : { [key]: kept }) }
  const { [language]: _texts, ...others } = translations
  const all = Object.keys(after).length > 0 ? { ...others, [language]: after } : others
  return Object.fromEntries(Object.entries(all).sort(([a], [b]) => (a < b ? -1 : 1)))
}

const overridesWith = (before: Facts, { overrides }: Facts, id: string): Override[] =>
  [
    ...overrides.filter(({ recurrenceId }) => recurrenceId !== id),
    ...before.overrides.filter(({ recurrenceId }) => recurrenceId === id),
  ].sort((a, b) => (a.recurrenceId < b.recurrenceId ? -1 : 1))

/** A series that now begins at another time of day: what was said of a day is said of it still. */
function anchored(facts: Facts, locked: readonly string[]): Omit<Laid, 'conflicts'> {
  const ids = locked.filter((lock) => lock.startsWith(OVERRIDES)).map(idIn)
  const moved = startsMoved(facts, [...ids, ...(locked.includes('exdates') ? facts.exdates : [])])
  if (moved.size === 0) return { facts, locked: [...locked] }
  return {
    locked: locked.map((lock) =>
      lock.startsWith(OVERRIDES) ? `${OVERRIDES}${moved.get(idIn(lock)) ?? idIn(lock)}` : lock,
    ),
    facts: withStartsMoved(facts, moved),
  }
}

const OVERRIDES = 'overrides.'
const idIn = (lock: string): string => lock.slice(OVERRIDES.length)

/** Of these starts those that the series no longer has, and its starts of the same days. */
export function startsMoved(facts: Facts, starts: readonly string[]): Map<string, string> {
  const moved = new Map<string, string>()
  if (starts.length === 0 || facts.rrule === null) return moved
  const sameDay = (start: string) => `${start.slice(0, 10)}${facts.start.slice(10)}`
  const made = startsAmong({ ...facts, exdates: [] }, [...starts, ...starts.map(sameDay)])
  for (const start of starts)
    if (!made.has(start) && made.has(sameDay(start))) moved.set(start, sameDay(start))
  return moved
}

export function withStartsMoved(facts: Facts, moved: ReadonlyMap<string, string>): Facts {
  const now = (start: string) => moved.get(start) ?? start
  const overrides = facts.overrides.map((override) => ({
    ...override,
    recurrenceId: now(override.recurrenceId),
  }))
  return { ...facts, exdates: [...new Set(facts.exdates.map(now))].sort(), overrides }
}

interface Offered {
  offered: Facts
  row: Row
}

/** Only what the row itself says is a contradiction, not what would follow from it. */
function conflictOf(lock: string, { uid, facts }: EventState, { offered, row }: Offered) {
  const names = lock === 'start' ? SLOT.filter((field) => saidBy(row, field)) : [lock]
  const found = names.find((name) => saidBy(row, name) && !same(at(facts, name), at(offered, name)))
  if (found === undefined) return []
  return [{ uid, row, field: found, kept: at(facts, found), offered: at(offered, found) }]
}

function saidBy(row: Row, name: string): boolean {
  if (name === 'status') return row.status !== undefined
  const [field = '', part] = name.split('.')
  const said = row.facts[field as keyof SaidFacts]
  if (said === undefined || field !== 'location' || said === null || !part)
    return said !== undefined
  return (said as Partial<Location>)[part as keyof Location] !== undefined
}

/** The value of a field, or of a part of one. */
export function at(facts: Facts, name: string): unknown {
  const [field = '', part = '', last] = name.split('.')
  const value = facts[field as keyof Facts]
  if (!part) return value
  if (field === 'overrides')
    return facts.overrides.find(({ recurrenceId }) => recurrenceId === part)?.facts ?? null
  const inner = (value as unknown as Record<string, unknown> | null)?.[part] ?? null
  return last ? ((inner as Record<string, unknown> | null)?.[last] ?? null) : inner
}
