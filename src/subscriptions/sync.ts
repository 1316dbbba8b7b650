// One page of a subscription's changes after a position: what its owner laid over events, then calendar
// after calendar, each event as it is now. Nothing is written, and what is published between two pages
// is told by a later one.

import type { Ports } from '../ports.ts'
import { overlaysOf } from '../storage/overlays.ts'
import { audiencesHad, type Had, partnersOf } from '../storage/subscription-changes.ts'
import { eventsAmong, type HomeEvent } from '../storage/subscription-events.ts'
import type { Subscription } from '../storage/subscriptions.ts'
import { chosenFrom } from './choose.ts'
import { asksOwnTeam, ownTeamIn } from './own-team.ts'
import {
  advanced,
  again,
  isTold,
  type Progress,
  type SyncPosition,
  shortOf,
  UNASKED,
} from './progress.ts'
import { tellCalendar, tellLeaving } from './sync-calendar.ts'
import {
  amongOf,
  type Change,
  emptyPage,
  type Homes,
  isNews,
  type SyncRequest,
  tell,
  toldOf,
  type Work,
} from './sync-page.ts'

export interface SyncPage {
  changes: Change[]
  next: SyncPosition
  /** Whether asking again at once gives more. */
  more: boolean
}

/** `before`: null for the beginning. */
export async function syncPage(
  { db }: Pick<Ports, 'db'>,
  subscription: Subscription,
  before: SyncPosition | null,
  asked: SyncRequest,
): Promise<SyncPage> {
  const had = await hadWhereNeeded(db, subscription, before)
  const homes = new Map(subscription.followed.map((each) => [each.calendar.id, each]))
  const start = advanced(before, subscription, partnersWithLapsed(subscription, had))
  const going = await Promise.all(
    start.calendars.map((each) => withTeam(db, subscription, homes, each)),
  )
  const waiting = going.filter((each) => !isDone(each, homes))
  if (waiting.length === 0 && start.overlays === subscription.revision)
    return { changes: [], next: { ...start, calendars: going }, more: false }
  const overlays = await overlaysOf(db, subscription)
  const work = { db, subscription, overlays, asked, had, homes, page: emptyPage(asked.limit) }
  const laid = await tellOverlays(work, start.overlays, going)
  const calendars: Progress[] = []
  for (const each of going) {
    const next = laid === subscription.revision ? await tellOf(work, each) : each
    if (next) calendars.push(next)
  }
  const more = laid < subscription.revision || calendars.some((each) => !isDone(each, homes))
  return { changes: work.page.changes, next: { ...start, overlays: laid, calendars }, more }
}

/** A calendar that is left stays on the list until all of it is told to be gone. */
function isDone(progress: Progress, homes: Homes): boolean {
  const home = homes.get(progress.calendarId)
  return home !== undefined && isTold(progress, home)
}

/** Only where something may be gone that memberships showed. */
async function hadWhereNeeded(
  db: Ports['db'],
  { id, filtersRevision, followed }: Subscription,
  before: SyncPosition | null,
): Promise<Had[]> {
  if (before === null) return []
  const here = new Set(followed.map(({ calendar }) => calendar.id))
  const needed =
    filtersRevision > before.choices ||
    before.calendars.some((each) => each.leaving !== null || !here.has(each.calendarId))
  return needed ? audiencesHad(db, { id }) : []
}

const partnersWithLapsed = ({ followed }: Subscription, had: readonly Had[]): Set<number> =>
  new Set(
    followed
      .filter(({ calendar, audiences }) => lapsedOf(had, calendar.partnerId, audiences).length > 0)
      .map(({ calendar }) => calendar.partnerId),
  )

const lapsedOf = (had: readonly Had[], partnerId: number, given: readonly string[]): string[] =>
  had
    .filter((each) => each.partnerId === partnerId && !given.includes(each.audience))
    .map(({ audience }) => audience)

/** Where another team is the calendar's own now, other events of it are chosen. */
async function withTeam(
  db: Ports['db'],
  { choices }: Subscription,
  homes: Homes,
  progress: Progress,
): Promise<Progress> {
  const home = homes.get(progress.calendarId)
  if (!home || isTold(progress, home)) return progress
  const own = await ownTeamIn(db, choices, home.calendar)
  const team = asksOwnTeam(choices) ? shortOf(own ?? '') : ''
  if (progress.team === team) return progress
  const asked = progress.team !== UNASKED
  return { ...(asked ? again(progress, true, progress.leaving !== null) : progress), team }
}

async function tellOf(work: Work, progress: Progress): Promise<Progress | null> {
  const { db, had, homes, page } = work
  const home = homes.get(progress.calendarId)
  if (!home) {
    const [whose] = await partnersOf(db, [progress.calendarId])
    if (!whose) return null
    const calendar = { id: whose.id, partnerId: whose.partnerId }
    const audiences = lapsedOf(had, calendar.partnerId, [])
    const left = await tellLeaving(db, page, progress, {
      calendar,
      audiences,
      everybodys: true,
      now: null,
    })
    return left.leaving === null ? null : left
  }
  const { calendar, audiences: now } = home
  const audiences = lapsedOf(had, calendar.partnerId, now)
  const left = await tellLeaving(db, page, progress, {
    calendar,
    audiences,
    everybodys: false,
    now,
  })
  return left.leaving === null ? tellCalendar(work, left, home) : left
}

/** The revision of the subscription as of which everything laid over events was told. */
async function tellOverlays(work: Work, from: number, going: readonly Progress[]): Promise<number> {
  const { db, subscription, overlays, page } = work
  const { revision, followed } = subscription
  const rows = [...overlays.values()]
    .filter((each) => each.revision > from && each.revision <= revision)
    .sort((a, b) => a.revision - b.revision)
  if (rows.length === 0) return revision
  const found = await eventsAmong(
    db,
    followed,
    rows.map(({ uid }) => uid),
  )
  const events = new Map(found.map((event) => [event.uid, event]))
  let reached = from
  for (const { uid, revision: at } of rows) {
    const event = events.get(uid)
    const progress = going.find(({ calendarId }) => calendarId === event?.calendarId)
    const change = event && progress ? await laidChange(work, event, progress) : null
    if (change && !tell(page, change)) return reached
    reached = at
  }
  return revision
}

/** Null where there is nothing to tell, or its calendar's turn will tell it. */
async function laidChange(
  work: Work,
  event: HomeEvent,
  progress: Progress,
): Promise<Change | null> {
  const home = work.homes.get(event.calendarId)
  if (!home) return null
  const among = await amongOf(work, home)
  const chosen = chosenFrom(event, among)
  const { revision, uid } = progress
  const isAhead = event.revision > revision || (event.revision === revision && event.uid > uid)
  if (isAhead && (chosen !== null || isNews(event, progress))) return null
  if (chosen) return toldOf(chosen, work)
  const otherwise = chosenFrom(event, { ...among, sight: { hidden: true } })
  return otherwise && { type: 'remove', uid: event.uid }
}
