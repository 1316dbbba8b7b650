// What a TZID means by its name alone: IANA names, also behind a vendor's path, and Windows names.

import { findIana } from 'windows-iana'
import { isZoneName } from '../../schedule/tzdata.ts'
import { zoneNamed } from '../../schedule/zones.ts'

const UTC_NAMES = new Set(['UTC', 'Z', 'GMT', 'ETC/UTC', 'ETC/GMT', 'ETC/ZULU', 'GMT+0', 'GMT-0'])
const MAX_NAME_CHARS = 128

/** The IANA name, `UTC`, or null where only a VTIMEZONE can tell. */
export function zoneByName(tzid: string): string | null {
  const name = tzid.trim()
  if (name.length > MAX_NAME_CHARS) return null
  if (UTC_NAMES.has(name.toUpperCase())) return 'UTC'
  return behindPath(name) ?? byWindowsName(name) ?? byOffset(name)
}

/** `/mozilla.org/20050126_1/Europe/Paris`; bare `EST` and the like are left to a VTIMEZONE. */
function behindPath(name: string): string | null {
  const parts = name.split('/').filter(Boolean)
  for (const size of [3, 2]) {
    const tail = parts.slice(-size).join('/')
    if (parts.length >= size && isZoneName(tail))
      return UTC_NAMES.has(tail.toUpperCase()) ? 'UTC' : tail
  }
  return null
}

function byWindowsName(name: string): string | null {
  const found = findIana(name as Parameters<typeof findIana>[0]) as readonly string[]
  return found?.find(isZoneName) ?? null
}

/** `UTC+01`, `GMT-3`. */
function byOffset(name: string): string | null {
  if (!/^(?:UTC|GMT)[+-]/i.test(name)) return null
  const found = zoneNamed(name)
  return 'zone' in found ? (found.zone ?? null) : null
}

/** Names without a region, such as `Japan` and `EST5EDT`: believed when nothing else tells. */
export const zoneByBareName = (tzid: string): string | null =>
  isZoneName(tzid.trim()) ? tzid.trim() : null
