// What the screens of the reminder app see of what is kept on the device, and what they can do to it.

/** One happening as a screen shows it: filters and overlay are applied, times are instants. */
export interface Happening {
  uid: string
  /** Of a series: which of its happenings; null for a single event. */
  recurrenceId: string | null
  /** partner/calendar */
  calendar: string
  title: string
  status: 'tentative' | 'confirmed' | 'postponed' | 'cancelled' | 'ended'
  allDay: boolean
  timeTbd: boolean
  soldOut: boolean
  /** Local wall time at the event's own zone, or dates with the last day inclusive. */
  start: string
  end: string | null
  timezone: string
  startsAt: string
  endsAt: string
  location: string | null
  hidden: boolean
  memo: string | null
  /** Minutes before the start that ring. */
  alarms: number[]
}

export interface EventDetail extends Happening {
  description: string | null
  address: string | null
  reason: string | null
  result: string | null
  links: { label: string; url: string }[]
  ticketOpensAt: string | null
  /** Its page on the public site. */
  page: string
  series: boolean
  revision: number
}

export interface HistoryEntry {
  revision: number
  at: string
  what: 'new' | 'changed' | 'moved' | 'postponed' | 'cancelled' | 'revived' | 'removed'
  fields: { field: string; before: string | null; after: string | null }[]
  reason: string | null
}

/** Something that became different since its owner last looked. */
export interface Difference {
  uid: string
  title: string
  at: string
  what: 'new' | 'changed' | 'moved' | 'postponed' | 'cancelled' | 'removed'
  before: { startsAt: string; title: string } | null
  after: { startsAt: string; title: string } | null
}

export interface FollowedCalendar {
  /** partner/calendar */
  calendar: string
  name: string
  partnerName: string
  next: Happening | null
}

export interface FoundCalendar {
  calendar: string
  name: string
  partnerName: string
  followed: boolean
}

export interface PhoneState {
  /** A client family of the fetch ledger. */
  program: string
  fetchedAt: string
  /** Changes that are not in it yet. */
  missing: number
}

export interface Rules {
  minutes: number[]
  daysBefore: { days: number; at: string }[]
  allDay: { days: number; at: string }[]
  tickets: number[]
  quiet: { from: string; to: string } | null
  changes: boolean
}

export interface ReportWish {
  uid: string
  recurrenceId: string | null
  kind: 'time' | 'cancelled' | 'missing' | 'other'
  suggested: { start?: string; end?: string; status?: 'cancelled' | 'postponed' }
  note: string
  source: string | null
}

/** Something that its owner changes: one thing, to one value. */
export type Deed =
  | { kind: 'hidden'; uid: string; value: boolean }
  | { kind: 'memo'; uid: string; value: string | null }
  | { kind: 'alarms'; uid: string; value: number[] | null }
  | { kind: 'skipped'; uid: string; day: string; value: boolean }
  | { kind: 'rule'; name: keyof Rules; value: Rules[keyof Rules] }
  | { kind: 'followed'; calendar: string; value: boolean }

/** Something that was changed and did not stay: kept until its owner says what is to be of it. */
export interface Setback {
  id: string
  /** `refused`: by the server. `overtaken`: by what another device did. `replaced`: there, by this one. */
  why: 'refused' | 'overtaken' | 'replaced'
  /** What gave way. */
  of: Deed
  /** Of the event, where it is about one. */
  title: string | null
  /** The server's words, where it refused. */
  message: string | null
}

export interface EngineState {
  /** `none`: no subscription on this device yet; `ended`: it was rotated or erased elsewhere. */
  subscription: 'loading' | 'none' | 'here' | 'ended'
  online: boolean
  syncing: boolean
  /** When all was last in step with the server. */
  syncedAt: string | null
  /** Edits made here that the server has not yet. */
  waiting: number
  /** What did not stay, and was not answered yet. */
  setbacks: number
  /** Of the last thing that did not work, in the person's language. */
  problem: string | null
  push: 'unsupported' | 'denied' | 'off' | 'on'
}

export interface Engine {
  readonly state: EngineState
  /** Calls back after each change of the state or of what is kept; returns how to stop. */
  watch(listener: () => void): () => void
  start(): Promise<void>
  sync(): Promise<void>

  /** From an instant to another, by start. With `hidden`, hidden ones too. */
  happenings(from: string, to: string, hidden?: boolean): Promise<Happening[]>
  event(uid: string, recurrenceId: string | null): Promise<EventDetail | null>
  /** From the server, else as it was last read; null when it never was. */
  history(uid: string): Promise<HistoryEntry[] | null>

  calendars(): Promise<FollowedCalendar[]>
  search(text: string): Promise<FoundCalendar[]>
  follow(calendar: string): Promise<void>
  unfollow(calendar: string): Promise<void>
  /** A feed's, a personal feed's or a calendar page's address; throws with words for a person. */
  openLink(link: string): Promise<void>

  hide(uid: string, hidden: boolean): Promise<void>
  /** One happening of a series. */
  skip(uid: string, recurrenceId: string, skipped: boolean): Promise<void>
  memo(uid: string, memo: string | null): Promise<void>
  /** null: as the subscription has it. */
  alarms(uid: string, minutes: number[] | null): Promise<void>
  report(wish: ReportWish): Promise<{ receipt: string; page: string }>

  rules(): Promise<Rules>
  changeRules(rules: Rules): Promise<void>

  setbacks(): Promise<Setback[]>
  /** Puts in place what gave way, or leaves it. */
  answerSetback(id: string, isWanted: boolean): Promise<void>

  differences(): Promise<Difference[]>
  markSeen(): Promise<void>
  phone(): Promise<PhoneState[] | null>

  enablePush(): Promise<void>
  disablePush(): Promise<void>
  /** One notification, to see that they arrive. */
  testPush(): Promise<void>
  /** The personal link, to be put into the phone's calendar or another device. */
  links(): Promise<{ webcalUrl: string; feedUrl: string; manageUrl: string } | null>
  /** Takes everything off this device; the subscription stays. */
  forget(): Promise<void>
}
