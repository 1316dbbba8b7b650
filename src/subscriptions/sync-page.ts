// What one page of changes holds, and how much of it there is room for.

import { titleOf } from '../icalendar/personal-text.ts'
import { type Occurrence, occurrencesOf } from '../schedule/occurrences.ts'
import type { Database } from '../storage/database.ts'
import type { EventVersion, Range } from '../storage/events.ts'
import type { KeptOverlay } from '../storage/overlays.ts'
import type { Had } from '../storage/subscription-changes.ts'
import type { Followed, Subscription } from '../storage/subscriptions.ts'
import { isHiddenEvent } from './agenda.ts'
import type { Among, Chosen } from './choose.ts'
import { ownTeamIn } from './own-team.ts'
import type { Progress } from './progress.ts'

export interface SyncRequest {
  limit: number
  /** What is hidden is told as such, rather than as gone. */
  hidden: boolean
  /** Of which each event's happenings are told; null: none are. */
  range: Range | null
}

/** What one request works with. */
export interface Work {
  db: Database
  subscription: Subscription
  overlays: ReadonlyMap<string, KeptOverlay>
  asked: SyncRequest
  /** Audiences that it was ever given; empty where nothing can be gone because of them. */
  had: readonly Had[]
  homes: Homes
  page: Page
}

/** The subscription's calendars by id. */
export type Homes = ReadonlyMap<number, Followed>

/** Of one event, in the range that is asked for. */
export const MAX_HAPPENINGS_AN_EVENT = 400
/** Of all events of a page, which ends where there are more: a tenth of a second. */
export const MAX_HAPPENINGS_A_PAGE = 4000
/** How many events one page looks at, told or not: some tens of milliseconds. */
export const MAX_ROWS_A_PAGE = 2000
const ROWS_AT_LEAST = 50
const ROWS_AT_MOST = 1001

/** An event as its owner sees it. */
export interface Told extends Chosen<EventVersion> {
  title: string
  /** Out of the feed by its owner's hand: itself, or who plays. */
  hidden: boolean
  happenings: Occurrence[] | null
}

export type Change = { type: 'upsert'; told: Told } | { type: 'remove'; uid: string }

export interface Page {
  changes: Change[]
  /** How many more changes it takes. */
  room: number
  happenings: number
  /** How many more events are looked at. */
  rows: number
}

export const emptyPage = (limit: number): Page => ({
  ...{ changes: [], room: limit, happenings: MAX_HAPPENINGS_A_PAGE, rows: MAX_ROWS_A_PAGE },
})

/** Whether there was room for it. */
export function tell(page: Page, change: Change): boolean {
  if (page.room <= 0 || page.happenings <= 0) return false
  page.changes.push(change)
  page.room -= 1
  if (change.type === 'upsert') page.happenings -= change.told.happenings?.length ?? 0
  return true
}

/** One more than are told, so that it is known whether there are more. */
export const rowsToRead = ({ room, rows }: Page): number =>
  Math.min(ROWS_AT_MOST, rows, Math.max(ROWS_AT_LEAST, room + 1))

/** Whether its follower may have it, where it is not chosen. */
export const isNews = (
  { revision, removed }: EventVersion,
  { mark, full }: Pick<Progress, 'mark' | 'full'>,
): boolean => revision > mark || (full && !removed)

export function toldOf(
  chosen: Chosen<EventVersion>,
  { subscription: { choices }, asked: { range } }: Pick<Work, 'subscription' | 'asked'>,
): Change {
  const { calendar, event, shown } = chosen
  const { defaultMinutes, language } = calendar.settings
  const happenings =
    range && occurrencesOf(shown, range.from, range.to, defaultMinutes, MAX_HAPPENINGS_AN_EVENT)
  return {
    type: 'upsert',
    told: {
      ...{ ...chosen, happenings, title: titleOf(shown, choices, language) },
      hidden: isHiddenEvent({ ...chosen, event }, choices.hiddenTeams),
    },
  }
}

export const amongOf = async (
  { db, subscription: { choices }, overlays, asked }: Work,
  followed: Followed,
): Promise<Among> => ({
  ...{ followed, choosing: { choices, overlays }, sight: { hidden: asked.hidden } },
  ownTeam: await ownTeamIn(db, choices, followed.calendar),
})
