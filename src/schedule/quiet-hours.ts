// Quiet hours: what would ring in them rings a minute before they begin.

import { MINUTE, secondsFrom } from './instants.ts'
import type { Quiet } from './reminder-rules.ts'
import { addDays, placeIn, wallTime } from './zones.ts'

/** The moment itself where it is not quiet; else the last minute before, never a later one. */
export function outsideQuiet(at: string, quiet: Quiet | null, zone: string): string {
  if (quiet === null) return at
  const began = quietSince(at, quiet, zone)
  if (began === null) return at
  let earlier = secondsFrom(began < at ? began : at, -MINUTE)
  // Where the clocks change, the wall may show a quiet hour before it begins.
  while (quietSince(earlier, quiet, zone) !== null) earlier = secondsFrom(earlier, -MINUTE)
  return earlier
}

/** Since when it has been quiet; null when it is not, neither by the clock on the wall nor by length. */
function quietSince(at: string, { from, to }: Quiet, zone: string): string | null {
  const wall = wallTime(at, zone)
  const [today, clock] = [wall.slice(0, 10), wall.slice(11, 16)]
  const overnight = from > to
  const shown = overnight ? clock >= from || clock < to : clock >= from && clock < to
  const days = [today, addDays(today, -1)]
  const begins = (day: string) => placeIn(`${day}T${from}:00`, zone).instant
  const ends = (day: string) =>
    placeIn(`${overnight ? addDays(day, 1) : day}T${to}:00`, zone).instant
  const within = days.find((day) => begins(day) <= at && at < ends(day))
  if (within !== undefined) return begins(within)
  return shown ? begins(overnight && clock < to ? addDays(today, -1) : today) : null
}
