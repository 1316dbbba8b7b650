// Local times in their zones, held to what the engine's own Intl writes.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  addDays,
  instantWithOffset,
  placeIn,
  wallTime,
  zoneNamed,
} from '../../src/schedule/zones.ts'

test('a gap takes the offset before it, a fold the first of the two (RFC 5545 §3.3.5)', () => {
  const placed = (local: string, zone: string) => {
    const { instant, kind } = placeIn(local, zone)
    return `${kind} ${instant}`
  }
  expect(placed('2026-04-01T18:30:00', 'Asia/Seoul')).toBe('exact 2026-04-01T09:30:00Z')
  expect(placed('2026-03-08T02:30:00', 'America/New_York')).toBe('gap 2026-03-08T07:30:00Z')
  expect(placed('2026-03-08T01:59:59', 'America/New_York')).toBe('exact 2026-03-08T06:59:59Z')
  expect(placed('2026-03-08T03:00:00', 'America/New_York')).toBe('exact 2026-03-08T07:00:00Z')
  expect(placed('2026-11-01T01:30:00', 'America/New_York')).toBe('fold 2026-11-01T05:30:00Z')
  expect(placed('2026-11-01T02:00:00', 'America/New_York')).toBe('exact 2026-11-01T07:00:00Z')
  // Half an hour; summer time the other way round; a day that Samoa never had.
  expect(placed('2026-04-05T01:45:00', 'Australia/Lord_Howe')).toBe('fold 2026-04-04T14:45:00Z')
  expect(placed('2026-10-04T02:15:00', 'Australia/Lord_Howe')).toBe('gap 2026-10-03T15:45:00Z')
  expect(placed('2026-03-29T01:30:00', 'Europe/Dublin')).toBe('gap 2026-03-29T01:30:00Z')
  expect(placed('2011-12-30T12:00:00', 'Pacific/Apia')).toBe('gap 2011-12-30T22:00:00Z')
})

const ZONES = [
  ...['Asia/Seoul', 'America/New_York', 'Europe/London', 'Europe/Dublin', 'Australia/Lord_Howe'],
  ...['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Auckland', 'Pacific/Apia', 'UTC'],
]

/** Another way to the same: what Intl writes of the instant. */
function written(instant: string, timeZone: string): string {
  const parts = new Intl.DateTimeFormat('en-GB', {
    ...{ timeZone, year: 'numeric', month: '2-digit', day: '2-digit', hourCycle: 'h23' },
    ...{ hour: '2-digit', minute: '2-digit', second: '2-digit' },
  }).formatToParts(new Date(instant))
  const part = (type: string) => parts.find((part) => part.type === type)?.value
  return `${part('year')}-${part('month')}-${part('day')}T${part('hour')}:${part('minute')}:${part('second')}`
}

const instants = fc
  .integer({ min: Date.UTC(1990, 0) / 1000, max: Date.UTC(2037, 0) / 1000 })
  .map((seconds) => `${new Date(seconds * 1000).toISOString().slice(0, 19)}Z`)

test('an instant’s wall time is what the clocks there show, and leads back to it', () => {
  fc.assert(
    fc.property(instants, fc.constantFrom(...ZONES), (instant, zone) => {
      const local = wallTime(instant, zone)
      expect(local).toBe(written(instant, zone))
      const { instant: back, kind } = placeIn(local, zone)
      // The second of two equal hours leads back to the first.
      if (kind === 'fold')
        expect(Date.parse(instant) - Date.parse(back)).toBeLessThanOrEqual(3_600_000)
      else expect({ back, kind }).toEqual({ back: instant, kind: 'exact' })
      expect(wallTime(back, zone)).toBe(local)
      expect(Date.parse(instantWithOffset(instant, zone))).toBe(Date.parse(instant))
    }),
    { numRuns: 300 },
  )
})

test('an instant as its zone writes it', () => {
  const instant = '2026-04-01T09:30:00Z'
  expect(instantWithOffset(instant, 'Asia/Seoul')).toBe('2026-04-01T18:30:00+09:00')
  expect(instantWithOffset(instant, 'Asia/Kathmandu')).toBe('2026-04-01T15:15:00+05:45')
  expect(instantWithOffset(instant, 'America/St_Johns')).toBe('2026-04-01T07:00:00-02:30')
  expect(instantWithOffset(instant, 'UTC')).toBe('2026-04-01T09:30:00+00:00')
})

test('§8.48 a zone is an IANA name in its own spelling, or UTC', () => {
  for (const zone of [
    'Asia/Seoul',
    'America/Port-au-Prince',
    'America/North_Dakota/New_Salem',
    'Etc/GMT+9',
    'UTC',
  ])
    expect(zoneNamed(zone)).toEqual({ zone })
  expect(zoneNamed(' Asia/Seoul ')).toEqual({ zone: 'Asia/Seoul' })
  const unknown = [
    'asia/seoul',
    'Asia/seoul',
    'Asia/SEOUL',
    'Asia/Seoulx',
    '/Asia/Seoul',
    'Seoul',
    'Asia/Seoul\n;X=1',
  ]
  for (const name of [...unknown, '', 'x'.repeat(65), '__proto__', 'Asia/../Seoul'])
    expect(zoneNamed(name), name).toEqual({ code: 'tz.unknown' })
})

test('abbreviations and offsets that mean one zone are read, and said otherwise; the others are not', () => {
  const alias = (name: string) => {
    const found = zoneNamed(name)
    return 'code' in found ? `${found.code} ${found.zone}` : found.zone
  }
  expect(alias('KST')).toBe('tz.alias Asia/Seoul')
  expect(alias('kst')).toBe('tz.alias Asia/Seoul')
  expect(alias('GMT')).toBe('tz.alias UTC')
  expect(alias('UTC+9')).toBe('tz.alias Etc/GMT-9')
  expect(alias('-05:00')).toBe('tz.alias Etc/GMT+5')
  expect(alias('+0000')).toBe('tz.alias UTC')
  expect(alias('+15')).toBe('tz.unknown undefined')
  expect(alias('-13')).toBe('tz.unknown undefined')
  expect(alias('+05:30')).toBe('tz.unknown undefined')
  for (const name of ['CST', 'IST', 'EST', 'pst'])
    expect(alias(name)).toBe('tz.ambiguous undefined')
})

test('days are added across months, years and leap days', () => {
  expect(addDays('2026-12-31', 1)).toBe('2027-01-01')
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29')
  expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
})
