// An event and its life: what a partner says of it, and what Kalends keeps of it.

export type Status = 'tentative' | 'confirmed' | 'postponed' | 'cancelled' | 'ended'

export const STATUSES: readonly Status[] = [
  'tentative',
  'confirmed',
  'postponed',
  'cancelled',
  'ended',
]

/** The kinds of link, in the order in which every description lists them. */
export const LINK_LABELS = ['info', 'ticket', 'watch', 'shop'] as const
export type LinkLabel = (typeof LINK_LABELS)[number]

/** Outlook cuts SUMMARY and LOCATION here (MS-OXCICAL); better that we do, and say so. */
export const MAX_TITLE_UNITS = 255

export interface Link {
  label: LinkLabel | string
  /** http or https, percent-encoded. */
  url: string
}

export interface Location {
  name: string | null
  address: string | null
  latitude: number | null
  longitude: number | null
  region: string | null
}

/** Texts in another language than the event's own. */
export interface Translation {
  title?: string
  description?: string
  location?: string
}

/**
 * What a file says of an event.
 *
 * `start` and `end` are local wall time (`2026-04-01T18:30:00`) or, when `allDay`, dates
 * (`2026-04-01`, `end` inclusive). `end` is null when the partner gave none.
 * `timeTbd` implies `allDay`. `ticketOpensAt` is local wall time too.
 */
export interface Facts {
  externalId: string | null
  kind: string
  status: Status
  timeTbd: boolean
  soldOut: boolean
  title: string
  description: string | null
  start: string
  end: string | null
  allDay: boolean
  /** IANA name, or `UTC`. */
  timezone: string
  /** The value of an RRULE, canonical, without the name: `FREQ=MONTHLY;BYDAY=2SU,4SU`. */
  rrule: string | null
  /** Starts that the rule makes and the schedule takes back; the same form as `start`. */
  exdates: string[]
  /** Happenings of a series that differ from it, by `recurrenceId`. */
  overrides: Override[]
  location: Location | null
  categories: string[]
  tags: string[]
  home: string | null
  away: string | null
  gameNo: number | null
  result: string | null
  reason: string | null
  links: Link[]
  ticketOpensAt: string | null
  /** Minutes before the start that the partner suggests; feeds carry none by default. */
  alarms: number[]
  /** The language of the event's own texts where it is not the calendar's. */
  lang: string | null
  translations: Record<string, Translation>
  /** The partner's audience that alone is told of it; null: everybody is. */
  audience: string | null
  /** Columns that Kalends does not know, by the header's spelling: kept, never published in feeds. */
  extra: Record<string, string>
}

/** One happening of a series that is not as its rule says. */
export interface Override {
  /** The start that the rule makes; the same form as `start`. */
  recurrenceId: string
  /** What is otherwise; everything else is as the series has it. */
  facts: Partial<
    Pick<
      Facts,
      | 'status'
      | 'soldOut'
      | 'title'
      | 'description'
      | 'start'
      | 'end'
      | 'location'
      | 'categories'
      | 'reason'
      | 'links'
    >
  >
}

/** Where an event stood before it moved. */
export interface Slot {
  start: string
  allDay: boolean
  timeTbd: boolean
  timezone: string
}

/** What makes an event itself to a file without ids. */
export type Face = Pick<Facts, 'kind' | 'title' | 'home' | 'away' | 'start' | 'gameNo' | 'location'>

/** One event as one revision left it. */
export interface EventState {
  /** Minted once, for life; never derived from the event's contents. */
  uid: string
  facts: Facts
  /** Rises by one whenever anything that a subscriber sees changes (RFC 5545 §3.8.7.4). */
  sequence: number
  /** The slot the event first had, when it no longer has it. */
  movedFrom: Slot | null
  /** Cancelled because a replacing file lacked it, not because a file said so. */
  withdrawn: boolean
  /** Taken back as a mistake: out of the feed, a tombstone in the changes. */
  removed: boolean
  /** What was said by hand, and no file overrules: see locks.ts. */
  locked: string[]
  /** How files know it, where it was made to look otherwise by hand. */
  filed: Face | null
  /** Further ids by which files know it. */
  aliases: string[]
  /** The season with which it was archived; then it is removed. */
  season: string | null
  /** When the publication was that last changed what is seen: DTSTAMP. Empty until published. */
  changedAt: string
}

/** What an event is that nobody has touched by hand. */
export const untouched = (): Pick<EventState, 'locked' | 'filed' | 'aliases' | 'season'> => ({
  ...{ locked: [], filed: null, aliases: [], season: null },
})

/** Facts with every optional field empty, for a start at which a file's words are laid on. */
export function bareFacts(title: string, start: string, timezone: string): Facts {
  return {
    externalId: null,
    kind: 'event',
    status: 'confirmed',
    timeTbd: false,
    soldOut: false,
    title,
    description: null,
    start,
    end: null,
    allDay: !start.includes('T'),
    timezone,
    rrule: null,
    exdates: [],
    overrides: [],
    location: null,
    categories: [],
    tags: [],
    home: null,
    away: null,
    gameNo: null,
    result: null,
    reason: null,
    links: [],
    ticketOpensAt: null,
    alarms: [],
    lang: null,
    translations: {},
    audience: null,
    extra: {},
  }
}

export const slotOf = ({ start, allDay, timeTbd, timezone }: Facts): Slot => ({
  start,
  allDay,
  timeTbd,
  timezone,
})

/** The local date on which a slot begins. */
export const dateOf = (local: string): string => local.slice(0, 10)
