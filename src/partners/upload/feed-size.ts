// Warns while there is time: what is still to come is more than calendar clients read.

import { renderEvent } from '../../icalendar/vevent.ts'
import { MAX_FEED_EVENTS, MAX_FEED_OCTETS } from '../../icalendar/window.ts'
import type { Finding } from '../../intake/finding.ts'
import type { EventState } from '../../schedule/event.ts'
import type { CalendarSettings } from '../../storage/calendars.ts'

export function feedSizeFindings(
  coming: readonly EventState[],
  settings: CalendarSettings,
): Finding[] {
  const octets = coming.length > MAX_FEED_EVENTS ? 0 : octetsOf(coming, settings)
  if (coming.length <= MAX_FEED_EVENTS && octets <= MAX_FEED_OCTETS) return []
  const params = { events: coming.length, octets, maxEvents: MAX_FEED_EVENTS }
  return [
    {
      ...{ code: 'feed.too_large', severity: 'warning' },
      params: { ...params, maxOctets: MAX_FEED_OCTETS },
    },
  ]
}

/** At most a thousand events are rendered for this, about a tenth of a second. */
function octetsOf(events: readonly EventState[], settings: CalendarSettings): number {
  let octets = 0
  for (const event of events) {
    const stamp = { publishedAt: '2000-01-01T00:00:00Z' }
    octets += new TextEncoder().encode(renderEvent(event, stamp, settings)).length
  }
  return octets
}
