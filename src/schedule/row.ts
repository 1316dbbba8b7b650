// What a file says of one event: the bridge from intake to identity and difference.

import type { Facts, Location, Status, Translation } from './event.ts'

/** The facts a row speaks of. Places and translations are laid over the event's field by field. */
export type SaidFacts = Partial<Omit<Facts, 'status' | 'location' | 'translations'>> & {
  location?: Partial<Location> | null
  translations?: Record<string, { [field in keyof Translation]?: string | null }>
}

/**
 * A field that is absent was not in the file and leaves the event's value as it is; a field that
 * is null was there and empty, and clears it.
 */
export interface Row {
  /** Where the row stands: spreadsheet row, for JSON its place in `events`, from 1, or a line. */
  row: number
  /** JSON only: `/events/3`. */
  pointer?: string
  /** iCalendar only: the physical line on which the event begins; `row` is the same. */
  line?: number
  /** iCalendar only: whose words these are, since neither knows all that Kalends does. */
  tellsOf?: 'calendar' | 'our-feed'
  /** A date or an instant, without the event's zone: one that is known keeps its own. */
  zoneUnsaid?: boolean
  /** `삭제` / `removed`: the event was a mistake. */
  removed: boolean
  /** Absent when the file has no status column. */
  status?: Status
  /** Title, start, allDay, timeTbd and timezone are always there, unless a removal names an id. */
  facts: SaidFacts
}
