// From and to, as people write them, as the instants that stored events are compared with.

import { Problem } from '../problem.ts'
import { instantOf } from '../schedule/instants.ts'
import { addYears, placeIn } from '../schedule/zones.ts'
import type { Range } from '../storage/events.ts'

const DATE = /^\d{4}-\d{2}-\d{2}$/
const INSTANT = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2})?(\.\d{1,9})?(Z|[+-]\d{2}:\d{2})$/

const BEGINNING = '0000-01-01T00:00:00Z'
const END = '9999-12-31T23:59:59Z'

/** Throws `invalid_request` naming the bound that is neither a date nor an instant, or too early. */
export function rangeOf(
  { from, to }: { from?: string | undefined; to?: string | undefined },
  timezone: string,
  now: string,
): Range & { horizon: string } {
  const range = {
    from: from === undefined ? BEGINNING : instantIn('from', from, timezone),
    to: to === undefined ? END : instantIn('to', to, timezone),
  }
  if (range.to < range.from)
    throw new Problem('invalid_request', {
      ...{ place: 'query to', found: (to ?? '').slice(0, 80) },
      wanted: `≥ ${(from ?? '').slice(0, 80)}`,
    })
  const later = from === undefined || range.from < now ? now : range.from
  return { ...range, horizon: to === undefined ? addYears(later, SERIES_YEARS) : range.to }
}

/** How far ahead a series is followed when nobody says where to stop. */
const SERIES_YEARS = 2

function instantIn(name: string, text: string, timezone: string): string {
  if (DATE.test(text) && isRealDate(text)) return placeIn(`${text}T00:00:00`, timezone).instant
  const milliseconds = INSTANT.test(text) && isRealDate(text.slice(0, 10)) ? Date.parse(text) : NaN
  if (Number.isNaN(milliseconds))
    throw new Problem('invalid_request', {
      ...{ place: `query ${name}`, found: text.slice(0, 80) },
      wanted: '2026-04-01 / 2026-04-01T18:30:00+09:00',
    })
  return instantOf(milliseconds)
}

/** No 30 February: JavaScript would silently make it 2 March. */
function isRealDate(date: string): boolean {
  const milliseconds = Date.parse(`${date}T00:00:00Z`)
  return !Number.isNaN(milliseconds) && new Date(milliseconds).toISOString().startsWith(date)
}
