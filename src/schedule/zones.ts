// Local times in their zones, and instants.

import { DateTime } from 'luxon'
import { bundledZone } from './bundled-zone.ts'
import { instantOf } from './instants.ts'
import { isZoneName } from './tzdata.ts'

const DAY_MS = 86_400_000

/** Abbreviations that mean one zone wherever they are written; the others are ambiguous or unknown. */
const ALIASES: Record<string, string> = {
  __proto__: null as never,
  KST: 'Asia/Seoul',
  JST: 'Asia/Tokyo',
  HKT: 'Asia/Hong_Kong',
  SGT: 'Asia/Singapore',
  ICT: 'Asia/Bangkok',
  CET: 'Europe/Paris',
  CEST: 'Europe/Paris',
}
const AMBIGUOUS = new Set(
  'CST IST BST EST EDT MST MDT PST PDT CDT AST ADT AMT ACT ECT GST SST WST CT ET PT MT'.split(' '),
)

const OFFSET = /^(?:GMT|UTC)?([+-])(\d{1,2})(?::?00)?$/i
const MAX_NAME_CHARS = 64
const NAME = /^[A-Za-z][A-Za-z0-9_+-]*(?:\/[A-Za-z0-9_+-]+){0,3}$/

export type NamedZone =
  | { zone: string }
  | { code: 'tz.unknown' | 'tz.ambiguous' | 'tz.alias'; zone?: string }

/** The zone a file means by a name; with `tz.alias` it is understood, but said otherwise. */
export function zoneNamed(text: string): NamedZone {
  const name = text.trim()
  if (name.length > MAX_NAME_CHARS) return { code: 'tz.unknown' }
  if (name === 'UTC' || name === 'Z') return { zone: 'UTC' }
  const upper = name.toUpperCase()
  if (Object.hasOwn(ALIASES, upper) && ALIASES[upper])
    return { code: 'tz.alias', zone: ALIASES[upper] }
  if (AMBIGUOUS.has(upper)) return { code: 'tz.ambiguous' }
  if (upper === 'GMT') return { code: 'tz.alias', zone: 'UTC' }
  const offset = OFFSET.exec(name)
  if (offset) return fixedZone(offset[1] === '-' ? -1 : 1, Number(offset[2]))
  if (!NAME.test(name) || !name.includes('/')) return { code: 'tz.unknown' }
  return isZoneName(name) ? { zone: name } : { code: 'tz.unknown' }
}

/** Etc/GMT names have their sign the other way round. */
function fixedZone(sign: 1 | -1, hours: number): NamedZone {
  if (hours === 0) return { code: 'tz.alias', zone: 'UTC' }
  if (hours > (sign === 1 ? 14 : 12)) return { code: 'tz.unknown' }
  return { code: 'tz.alias', zone: `Etc/GMT${sign === 1 ? '-' : '+'}${hours}` }
}

export interface Placed {
  /** `2026-04-01T09:30:00Z` */
  instant: string
  kind: 'exact' | 'gap' | 'fold'
}

/** RFC 5545 §3.3.5: in a gap the offset before it, in a fold the first of the two. */
export const placeIn = (local: string, zone: string): Placed =>
  placeBy(local, (milliseconds) => offsetAt(zone, milliseconds))

/** The same by offsets that no database has: milliseconds east of UTC at an instant. */
export function placeBy(local: string, offsetAt: (milliseconds: number) => number): Placed {
  const naive = Date.parse(`${local}Z`)
  const day = Math.floor(naive / DAY_MS)
  const before = offsetAt((day - 1) * DAY_MS)
  const after = offsetAt((day + 2) * DAY_MS)
  const early = naive - before
  if (before === after) return { instant: instantOf(early), kind: 'exact' }
  const late = naive - after
  const earlyFits = offsetAt(early) === before
  const lateFits = offsetAt(late) === after
  if (earlyFits === lateFits) return { instant: instantOf(early), kind: earlyFits ? 'fold' : 'gap' }
  return { instant: instantOf(earlyFits ? early : late), kind: 'exact' }
}

/** `2026-04-01T18:30:00` */
export function wallTime(instant: string, zone: string): string {
  const milliseconds = Date.parse(instant)
  return instantOf(milliseconds + offsetAt(zone, milliseconds)).slice(0, 19)
}

/** An instant as its zone writes it: `2026-04-01T18:30:00+09:00`. */
export function instantWithOffset(instant: string, zone: string): string {
  const milliseconds = Date.parse(instant)
  const offset = offsetAt(zone, milliseconds)
  const minutes = Math.abs(Math.round(offset / 60_000))
  const pad = (value: number) => String(value).padStart(2, '0')
  const sign = offset < 0 ? '-' : '+'
  const wall = instantOf(milliseconds + offset).slice(0, 19)
  return `${wall}${sign}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`
}

export function addDays(date: string, days: number): string {
  return instantOf(Date.parse(date) + days * DAY_MS).slice(0, 10)
}

/** The same moment of the year, so many years later. */
export function addYears(instant: string, years: number): string {
  const date = new Date(instant)
  date.setUTCFullYear(date.getUTCFullYear() + years)
  return instantOf(date.getTime())
}

/** Milliseconds east of UTC. */
const offsetAt = (name: string, milliseconds: number): number =>
  bundledZone(name).offset(milliseconds) * 60_000

/** For ical-generator: in UTC, so that the host's zone cannot leak in. */
export const utcDateTime = (instant: string): DateTime =>
  DateTime.fromMillis(Date.parse(instant), { zone: 'utc' })
