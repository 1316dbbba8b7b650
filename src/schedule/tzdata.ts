// The time-zone database that Kalends carries: one version for both runtimes, whatever theirs are.

import packed from 'moment-timezone/data/packed/latest.json' with { type: 'json' }

/** `2026f`; shown at /healthz, since a feed is only as right as this. */
export const TZDATA_VERSION: string = packed.version

export interface Transition {
  /** The instant, in milliseconds, from which `offset` holds. */
  at: number
  /** Minutes east of UTC. */
  offset: number
  /** `KST`, or `+09` where the database has no letters. */
  abbreviation: string
}

const packedByName = new Map(packed.zones.map((zone) => [zone.slice(0, zone.indexOf('|')), zone]))
const linked = new Map(
  packed.links.map((link) => {
    const [target = '', name = ''] = link.split('|')
    return [name, target] as const
  }),
)
const unpacked = new Map<string, Transition[]>()

/** The names under which the database has rules, without their aliases. */
export const zoneNames = (): string[] => [...packedByName.keys()]

export const isZoneName = (name: string): boolean => packedByName.has(name) || linked.has(name)

/** Of a zone known by this name or another; the first has been since ever. Throws for an unknown one. */
export function transitionsOf(name: string): Transition[] {
  const known = unpacked.get(name)
  if (known) return known
  const zone = packedByName.get(linked.get(name) ?? name)
  if (!zone) throw new RangeError(`no time zone ${name}`)
  const transitions = unpack(zone)
  unpacked.set(name, transitions)
  return transitions
}

/**
 * moment-timezone's packed form: name|abbreviations|offsets|indices|times, where times are minutes
 * since the one before, in base 60, and offsets are west of UTC.
 */
function unpack(zone: string): Transition[] {
  const [, abbreviations = '', offsets = '', indices = '', times = ''] = zone.split('|')
  const letters = abbreviations.split(' ')
  const minutes = offsets.split(' ').map(base60)
  const gaps = times.split(' ').filter(Boolean).map(base60)
  let at = 0
  return [...indices].map((digit, place) => {
    const index = base60(digit)
    if (place > 0) at += gaps[place - 1] ?? 0
    return {
      at: place === 0 ? Number.NEGATIVE_INFINITY : Math.round(at * 60) * 1000,
      offset: 0 - (minutes[index] ?? 0),
      abbreviation: letters[index] ?? '',
    }
  })
}

const DIGITS = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWX'

function base60(text: string): number {
  const negative = text.startsWith('-')
  const [whole = '', fraction = ''] = (negative ? text.slice(1) : text).split('.')
  let value = 0
  for (const digit of whole) value = value * 60 + DIGITS.indexOf(digit)
  let unit = 1 / 60
  for (const digit of fraction) {
    value += DIGITS.indexOf(digit) * unit
    unit /= 60
  }
  return negative ? -value : value
}
