// The act that makes differences the calendar's next revision: one guarded batch, all or nothing.

import { renderEvent } from '../icalendar/vevent.ts'
import type { Ports } from '../ports.ts'
import { Problem } from '../problem.ts'
import type { Change } from '../schedule/diff.ts'
import { instantOf } from '../schedule/instants.ts'
import { spanOf } from '../schedule/occurrences.ts'
import {
  type Calendar,
  type CalendarSettings,
  changeSettings,
  findCalendarById,
  guardRevision,
  moveToRevision,
} from '../storage/calendars.ts'
import { type Database, GuardFailed, type Statement } from '../storage/database.ts'
import { writeVersions } from '../storage/event-writes.ts'
import { anyPublic, type NewVersion } from '../storage/events.ts'
import {
  findRevision,
  insertRevision,
  markFeedDropped,
  type Revision,
  staleFeeds,
} from '../storage/revisions.ts'
import { inTurns } from '../storage/turns.ts'
import { assembleFeed, feedFolder, storeFeed } from './feed.ts'

export interface Act
  extends Pick<Revision, 'kind' | 'uploadId' | 'restored' | 'author' | 'reason' | 'summary'> {
  /** Only where the act changes them. */
  settings?: CalendarSettings
  /** A feed of its own, instead of the events': a deleted calendar's. */
  feedText?: ((toldNumber: number, publishedAt: string) => string) | undefined
  /** What else must happen in the same batch, or not at all. */
  alongside?: (revision: number, publishedAt: string) => Statement[]
}

/** Old feeds are dropped a few at a time, so that no publication is slow because of many. */
const FEEDS_DROPPED_PER_PUBLICATION = 10

/** Some tens of milliseconds: a poll needs several turns until it is answered. */
const EVENTS_RENDERED_AT_ONCE = 250

/**
 * Publishes `changes` as the revision after `calendar.revision`.
 * Throws `calendar_moved_on` when the calendar is no longer at that revision; nothing has happened then.
 */
export async function publish(
  ports: Ports,
  calendar: Calendar,
  changes: readonly Change[],
  act: Act,
): Promise<Revision> {
  const { db, blobs } = ports
  const revision = calendar.revision + 1
  const last = await findRevision(db, calendar, calendar.revision)
  const publishedAt = momentAfter(ports, last)
  const told = await isNews(db, calendar, changes, act)
  const toldNumber = calendar.toldNumber + Number(told)
  // What an audience alone is told of leaves the feed as it is, to the octet and the second.
  const since = told ? null : last?.feed.lastModified
  const moment = since ? { toldNumber, publishedAt: since } : { toldNumber, publishedAt }
  const settings = act.settings ?? calendar.settings
  const versions = await versionsOf(changes, { revision, toldNumber, publishedAt, settings })
  const assembled = act.feedText
    ? { text: act.feedText(toldNumber, publishedAt), events: 0, omitted: 0 }
    : await assembleFeed(db, calendar, { settings, ...moment, versions })
  const folder = feedFolder(calendar, revision)
  const feed = await storeFeed(blobs, folder, assembled, moment.publishedAt)
  const { kind, uploadId, restored, author, reason } = act
  const summary = withHidden(act.summary, changes)
  const made = { revision, kind, uploadId, restored, author, reason, publishedAt, summary, feed }
  await commit(ports, calendar, [
    guardRevision(calendar, calendar.revision),
    ...(await writeVersions(calendar, { revision, toldNumber }, versions)),
    ...(act.settings ? [changeSettings(calendar, act.settings)] : []),
    ...(act.alongside?.(revision, publishedAt) ?? []),
    insertRevision(calendar.partnerId, calendar.uid, made, { told, toldNumber }),
    moveToRevision(calendar, { revision, told, toldNumber }),
  ])
  await dropOldFeeds(ports, { ...calendar, revision })
  return made
}

/** Whether anybody is told of it who belongs to no audience. */
async function isNews(
  db: Database,
  calendar: Calendar,
  changes: readonly Change[],
  { settings, feedText }: Act,
): Promise<boolean> {
  if (settings || feedText || changes.length === 0) return true
  if (changes.some(({ after }) => after.facts.audience === null)) return true
  const uids = changes.map(({ after }) => after.uid)
  return anyPublic(db, calendar, uids)
}

/** Of the new ones, those that nobody is told of but their audience. */
function withHidden(summary: Act['summary'], changes: readonly Change[]): Act['summary'] {
  const hidden = changes.filter(
    ({ type, after }) => type === 'new' && after.facts.audience !== null,
  ).length
  return hidden > 0 ? { ...summary, hidden } : summary
}

async function commit({ db }: Ports, calendar: Calendar, batch: Statement[]): Promise<void> {
  try {
    await db.batch(batch)
  } catch (error) {
    if (!(error instanceof GuardFailed)) throw error
    const now = await findCalendarById(db, calendar.partnerId, calendar.id)
    throw new Problem('calendar_moved_on', { base: calendar.revision, now: now?.revision ?? 0 })
  }
}

/** Now, but always after the last publication: DTSTAMP never stands still or goes back. */
function momentAfter({ now }: Ports, last: Revision | null): string {
  const next = last ? instantOf(Date.parse(last.publishedAt) + 1000) : now()
  return now() > next ? now() : next
}

interface Moment {
  revision: number
  toldNumber: number
  publishedAt: string
  settings: CalendarSettings
}

/** Rendered a few at a time: 50,000 events take seconds. */
async function versionsOf(changes: readonly Change[], moment: Moment): Promise<NewVersion[]> {
  const versions: NewVersion[] = []
  for await (const some of inTurns(changes, EVENTS_RENDERED_AT_ONCE))
    versions.push(...some.map((change) => versionOf(change, moment)))
  return versions
}

function versionOf(
  change: Change,
  { revision, toldNumber, publishedAt, settings }: Moment,
): NewVersion {
  const changedAt = change.seen ? publishedAt : change.after.changedAt
  const state = { ...change.after, changedAt }
  const vevent = state.removed ? '' : renderEvent(state, { publishedAt: changedAt }, settings)
  return { ...state, ...spanOf(state.facts, settings.defaultMinutes), revision, toldNumber, vevent }
}

/** The last two are kept, for a poll that began before the publication. */
async function dropOldFeeds({ db, blobs }: Ports, calendar: Calendar): Promise<void> {
  const stale = await staleFeeds(db, calendar, FEEDS_DROPPED_PER_PUBLICATION)
  const last = stale.at(-1)
  if (!last) return
  const keys = stale.flatMap(({ revision, feed }) => {
    const { identity, gzip, br } = JSON.parse(feed) as Revision['feed']
    const folder = feedFolder(calendar, revision)
    return [identity, gzip, br].map(({ sha256 }) => `${folder}/${sha256}`)
  })
  await db.batch([markFeedDropped(calendar, last.revision)])
  await blobs.delete(keys)
}
