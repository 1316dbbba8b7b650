// What ical.js makes of our VTIMEZONEs alone, held to the zones that wrote them.

import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { renderTimezone } from '../../src/icalendar/vtimezone.ts'
import { placeIn } from '../../src/schedule/zones.ts'
import { KNOWN } from '../schedule/zones-known.ts'

const DAY_MS = 86_400_000
/** Years with an end; a series without one, written out so far; the days around Samoa's lost one. */
const WINDOWS = [
  ['2026-01-01', '2029-01-01', '2029-01-01'],
  ['2026-06-01', null, '2036-06-01'],
  ['2011-11-01', '2012-03-01', '2012-03-01'],
] as const

function zoneOf(name: string, [from, to, horizon]: (typeof WINDOWS)[number]) {
  const years = { from: Date.parse(from), to: to && Date.parse(to), horizon: Date.parse(horizon) }
  const component = new ICAL.Component(ICAL.parse(renderTimezone(name, years)))
  return new ICAL.Timezone({ component, tzid: name })
}

/** Four times of each day that exist once. */
function* localTimes(name: string, from: number, to: number): Generator<string> {
  for (let at = from; at < to; at += 0.27 * DAY_MS) {
    const local = new Date(at).toISOString().slice(0, 19)
    if (placeIn(local, name).kind === 'exact') yield local
  }
}

test.each(KNOWN)('§8.50 ical.js with our VTIMEZONE alone reads our instants: %s', (name) => {
  for (const window of WINDOWS) {
    const [from, , until] = window
    const zone = zoneOf(name, window)
    const wrong: string[] = []
    for (const local of localTimes(name, Date.parse(from), Date.parse(until))) {
      const time = ICAL.Time.fromDateTimeString(local)
      time.zone = zone
      const read = new Date(time.toUnixTime() * 1000).toISOString().replace('.000', '')
      if (read !== placeIn(local, name).instant) wrong.push(`${local} ${read}`)
    }
    expect(wrong, from).toEqual([])
  }
})
