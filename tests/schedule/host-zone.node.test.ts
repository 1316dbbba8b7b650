// The thirteen zones under other zones of the machine; Node reads TZ anew when it is set. workerd's
// machine is always in UTC: there, bundled-zone.test.ts is all there is to ask.

import { afterEach, expect, test } from 'vitest'
import { bundledZone } from '../../src/schedule/bundled-zone.ts'
import { expandStarts } from '../../src/schedule/recurrence.ts'
import { placeIn, wallTime } from '../../src/schedule/zones.ts'
import { KNOWN, MONTHS } from './zones-known.ts'

const own = process.env.TZ

afterEach(() => {
  process.env.TZ = own
})

const HOSTS: [string, number][] = [
  ['Asia/Seoul', -540],
  ['America/Los_Angeles', 480],
  ['Pacific/Apia', -780],
]

/** What a year of daily evenings is in instants, and back on the wall. */
function evenings(timezone: string): string[] {
  const start = '2026-01-01T18:30:00'
  const series = { start, allDay: false, timezone, rrule: 'FREQ=DAILY', exdates: [] }
  return expandStarts(series, start, '2027-01-01', 400).map((local) => {
    const { instant } = placeIn(local, timezone)
    return `${local} ${instant} ${wallTime(instant, timezone)}`
  })
}

test.each(HOSTS)('a machine in %s reads every zone as it is', (host, offset) => {
  process.env.TZ = 'UTC'
  const inUtc = KNOWN.map(([zone]) => evenings(zone))
  process.env.TZ = host
  expect(new Date('2026-01-01T00:00:00Z').getTimezoneOffset(), 'the zone is set').toBe(offset)
  for (const [zone, offsets] of KNOWN)
    expect(
      MONTHS.map((month) => bundledZone(zone).offset(Date.parse(`${month}-15T12:00:00Z`))),
      zone,
    ).toEqual(offsets)
  expect(KNOWN.map(([zone]) => evenings(zone))).toEqual(inUtc)
  expect(inUtc[0]).toHaveLength(365)
})
