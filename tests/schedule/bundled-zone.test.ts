import { DateTime } from 'luxon'
import { expect, test } from 'vitest'
import { bundledZone } from '../../src/schedule/bundled-zone.ts'
import { isZoneName, TZDATA_VERSION } from '../../src/schedule/tzdata.ts'
import { instantWithOffset, placeIn, wallTime, zoneNamed } from '../../src/schedule/zones.ts'
import { KNOWN, MONTHS } from './zones-known.ts'

test('the carried database has a version', () => {
  expect(TZDATA_VERSION).toMatch(/^20\d\d[a-z]$/)
})

test.each(KNOWN)('%s, through the years and the changes of 2026', (zone, offsets) => {
  const found = MONTHS.map((month) => bundledZone(zone).offset(Date.parse(`${month}-15T12:00:00Z`)))
  expect(found).toEqual(offsets)
})

test.each(KNOWN)('%s is a zone to luxon', (zone) => {
  const noon = DateTime.fromISO('2026-12-15T12:00:00', { zone: bundledZone(zone) })
  expect(noon.isValid).toBe(true)
  const { instant } = placeIn('2026-12-15T12:00:00', zone)
  expect(noon.toUTC().toISO({ suppressMilliseconds: true })).toBe(instant)
})

test.each(KNOWN)('every instant of a year in %s comes back from its wall time', (zone) => {
  for (let hour = 0; hour < 366 * 24; hour += 5) {
    const at = new Date(Date.UTC(2026, 0, 1, hour, 20)).toISOString().slice(0, 19)
    const { instant, kind } = placeIn(wallTime(`${at}Z`, zone), zone)
    if (kind === 'exact') expect(instant).toBe(`${at}Z`)
  }
})

test('a gap is read by the offset before it, a fold as its first hour', () => {
  expect(placeIn('2026-03-08T02:30:00', 'America/New_York')).toEqual({
    ...{ instant: '2026-03-08T07:30:00Z', kind: 'gap' },
  })
  expect(placeIn('2026-11-01T01:30:00', 'America/New_York')).toEqual({
    ...{ instant: '2026-11-01T05:30:00Z', kind: 'fold' },
  })
  expect(placeIn('2026-10-04T02:15:00', 'Australia/Lord_Howe').kind).toBe('gap')
  expect(placeIn('2011-12-30T12:00:00', 'Pacific/Apia').kind).toBe('gap')
})

test('offsets that are no whole hours are written out', () => {
  expect(instantWithOffset('2026-04-01T12:45:00Z', 'Asia/Kathmandu')).toBe(
    '2026-04-01T18:30:00+05:45',
  )
})

test('old names lead to the same zone; names that nobody has are unknown', () => {
  expect(bundledZone('US/Eastern').offset(0)).toBe(bundledZone('America/New_York').offset(0))
  expect(isZoneName('Asia/Seoul')).toBe(true)
  expect(zoneNamed('Asia/Seoul')).toEqual({ zone: 'Asia/Seoul' })
  expect(zoneNamed('Nowhere/City')).toEqual({ code: 'tz.unknown' })
  expect(() => bundledZone('Nowhere/City')).toThrow(RangeError)
})
