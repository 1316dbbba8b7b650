// How far a follower of a subscription's changes has come: what its token holds, and what becomes of it
// when choices change, calendars come and go, and memberships end.

import { type Followed, type Subscription, toldTo } from '../storage/subscriptions.ts'

/** Behind every uid: all of a revision was told. */
export const ALL = '~'
/** Instead of a revision: its calendar is not followed any more. */
const GONE = -2
const NOTHING = { revision: -1, uid: '' }

export interface Progress {
  calendarId: number
  /** Told as far as here, in the order of revision, then uid. */
  revision: number
  uid: string
  /** Says which history the revision is of, where all of it was told. */
  check: string
  /** Whatever had gone by this revision need not be told to be gone. */
  mark: number
  /** What the choices keep out is told to be gone too. */
  full: boolean
  /** Before all else: what could be seen at a revision and cannot now, told by uid as far as here. */
  leaving: { until: number; uid: string } | null
  /** Of its calendar's own team, where that decides what is chosen. */
  team: string
}

export interface SyncPosition {
  /** Overlays as of this revision of the subscription were told. */
  overlays: number
  /** Its revision when its choices were last looked at. */
  choices: number
  /** By id. */
  calendars: Progress[]
}

/** No team was asked for yet. */
export const UNASKED = '?'

/** Earlier tokens were told of revisions too that were an audience's alone. */
export const isTold = ({ leaving, revision, uid }: Progress, followed: Followed): boolean =>
  leaving === null && revision >= toldTo(followed) && uid === ALL

export const isDropped = ({ revision }: Progress): boolean => revision === GONE

/** Everything of the calendar was told. */
export const told = (progress: Progress, followed: Followed): Progress => ({
  ...progress,
  ...{ revision: toldTo(followed), uid: ALL, check: checkOf(followed) },
  ...{ mark: -1, full: false },
})

/** The present history and address of a calendar, in four letters. */
export const checkOf = ({ calendar, publishedAt }: Followed, at = publishedAt): string =>
  shortOf(`${at} ${calendar.slug}`)

/** FNV-1a: tells apart, hides nothing. */
export function shortOf(text: string): string {
  let hash = 0x811c9dc5
  for (let place = 0; place < text.length; place += 1)
    hash = Math.imul(hash ^ text.charCodeAt(place), 0x01000193) >>> 0
  return hash.toString(36).padStart(4, '0').slice(-4)
}

/** Where a request goes on from; `lapsed`: partners of whose audiences some are not given any more. */
export function advanced(
  before: SyncPosition | null,
  subscription: Subscription,
  lapsed: ReadonlySet<number>,
): SyncPosition {
  const { revision, choicesRevision, filtersRevision, followed } = subscription
  const known = new Map((before?.calendars ?? []).map((each) => [each.calendarId, each]))
  const since = before?.choices ?? revision
  const going = followed.map((place) => {
    const { calendar } = place
    const progress = known.get(calendar.id)
    if (!progress) return fresh(place)
    const back = isDropped(progress)
    if (!back && choicesRevision <= since) return progress
    const full = back || filtersRevision > since
    return again(progress, full, lapsed.has(calendar.partnerId))
  })
  const here = new Set(going.map(({ calendarId }) => calendarId))
  const left = [...known.values()].filter(({ calendarId }) => !here.has(calendarId)).map(leave)
  return {
    overlays: before?.overlays ?? revision,
    choices: revision,
    calendars: [...going, ...left].sort((a, b) => a.calendarId - b.calendarId),
  }
}

const fresh = (followed: Followed): Progress => ({
  ...{
    calendarId: followed.calendar.id,
    ...NOTHING,
    check: '',
    mark: toldTo(followed),
    full: false,
  },
  ...{ leaving: null, team: UNASKED },
})

/** From the beginning once more; what had gone by then has been told. */
export function again(progress: Progress, full: boolean, lapsed: boolean): Progress {
  const leaving = lapsed ? { until: reached(progress), uid: '' } : null
  return {
    ...progress,
    ...{ ...NOTHING, check: '', mark: goneBy(progress), full: progress.full || full },
    leaving: full ? leaving : progress.leaving,
    team: full ? UNASKED : progress.team,
  }
}

const leave = (progress: Progress): Progress =>
  isDropped(progress)
    ? progress
    : {
        ...{ ...progress, revision: GONE, uid: '', check: '', mark: goneBy(progress) },
        leaving: { until: reached(progress), uid: '' },
      }

const goneBy = ({ mark, revision, uid }: Progress): number =>
  Math.max(mark, uid === ALL ? revision : revision - 1)

/** No event was told as it was after this revision. */
const reached = ({ mark, revision, leaving }: Progress): number =>
  Math.max(mark, revision, leaving?.until ?? -1)
