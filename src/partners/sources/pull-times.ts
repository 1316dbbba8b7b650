// When a source is fetched next: as often as asked, less and less often while it fails.

import { instantOf } from '../../schedule/instants.ts'
import type { Source } from '../../storage/sources.ts'

const MINUTE_MS = 60_000
const DAY_MS = 24 * 60 * MINUTE_MS
const MAX_DOUBLINGS = 7
/** Fetches of many sources made at once spread over a tenth of their interval. */
const SPREAD = 0.1

/** At most a day later than now, or the source's own interval where that is longer. */
export function nextFetch(
  { id, everyMinutes, failures }: Pick<Source, 'id' | 'everyMinutes' | 'failures'>,
  now: string,
  retryAfterSeconds = 0,
): string {
  const every = everyMinutes * MINUTE_MS
  const doubled = every * 2 ** Math.min(Math.max(failures - 1, 0), MAX_DOUBLINGS)
  const spread = Math.max(doubled, retryAfterSeconds * 1000) * (1 + SPREAD * shareOf(id))
  const wait = Math.min(spread, Math.max(DAY_MS, every))
  return instantOf(Date.parse(now) + wait)
}

/** The same share, 0 to 1, for the same source at each time. */
function shareOf(id: string): number {
  let hash = 0
  for (const character of id) hash = (hash * 31 + character.charCodeAt(0)) % 1_000
  return hash / 1_000
}

/** `Retry-After` in seconds or as a date; 0 for what says nothing. */
export function retryAfterSeconds(header: string | null, now: string): number {
  if (!header) return 0
  if (/^\d{1,12}$/.test(header)) return Number(header)
  const until = Date.parse(header)
  return Number.isNaN(until) ? 0 : Math.max(0, (until - Date.parse(now)) / 1000)
}
